import Search
import Testing

struct RankingTests {
    @Test func `matches are ranked from the whole title to a mere overlap`() {
        var index = SearchIndex()
        index.add(title: "一般", words: [], body: "货到了再说发什么")  // neither pair
        index.add(title: "其他", words: [], body: "包好就发货，等时间")
        index.add(title: "其他", words: [], body: "页面写明发货时间")
        index.add(title: "时间：货时，发货", words: [], body: "")
        index.add(title: "其他", words: ["说说发货时间"], body: "")
        index.add(title: "看发货时间", words: [], body: "")
        index.add(title: "发货时间表", words: [], body: "")
        index.add(title: "发货时间", words: [], body: "")
        let hits = index.search("发货时间", limit: 20)
        #expect(hits.map(\.number) == [7, 6, 5, 4, 3, 2, 1])
        #expect(
            hits.map(\.match) == [
                .wholeTitle, .titleStart, .titleInside, .otherWord, .namesScattered, .bodyPhrase,
                .overlap,
            ])
        #expect(index.search("fhsj", limit: 1).first?.match == .pinyin)
    }

    @Test func `equals keep the order of adding`() {
        var index = SearchIndex()
        for _ in 0..<200 { index.add(title: "退款", words: ["refund"], body: "三天到账") }
        for query in ["退款", "退", "refu", "tk", "到账", "三天到账吗"] {
            #expect(index.search(query, limit: 70).map(\.number) == Array(0..<70))
        }
    }

    @Test func `the limit cuts the list and not its order`() {
        let all = Shop.index.search("发货", limit: 100)
        #expect(all.count > 2)
        for limit in 0...all.count {
            #expect(Shop.index.search("发货", limit: limit) == Array(all.prefix(limit)))
        }
    }

    @Test func `scores lie between 0 and 1000`() {
        for query in ["发", "发货", "发货时间", "我买的裙子怎么还没发货啊", "fhsj", "ret", "f", "postgae"] {
            for hit in Shop.index.search(query, limit: 100) {
                #expect((0...1_000).contains(hit.score))
            }
        }
    }

    @Test func `hostile queries find nothing and do no harm`() {
        let index = Shop.index
        #expect(index.search("", limit: 5).isEmpty)
        #expect(index.search("  ，。!?\n", limit: 5).isEmpty)
        #expect(index.search(String(repeating: "😀", count: 100_000), limit: 5).isEmpty)
        #expect(index.search("\u{0}\u{FE0F}\u{200D}", limit: 5).isEmpty)
        #expect(index.search("发货", limit: -1).isEmpty)
        #expect(SearchIndex().search("发货", limit: 5).isEmpty)
        let page = String(repeating: "发货时间是多久呢，", count: 12_000)
        #expect(index.search(page, limit: 1).first?.number == 4)
        let alphabet = "abcdefghijklmnopqrstuvwxyz".map { String($0) }.joined(separator: " ")
        #expect(!index.search(alphabet, limit: 5).isEmpty)
        #expect(index.search("发，货，时，间，是，多，久，呢，怎，么", limit: 1).first?.number == 4)
        #expect(index.search(String(repeating: "a", count: 100_000), limit: 5).isEmpty)
        #expect(index.search("发货", limit: .max).count > 2)
    }

    @Test func `an entry may be empty, or have a name of pauses`() {
        var index = SearchIndex()
        index.add(title: "", words: [], body: "")
        index.add(title: "！", words: ["", "？", "退"], body: "\n")
        #expect(index.search("退", limit: 5).map(\.number) == [1])
        #expect(index.search("t", limit: 5).isEmpty)
    }
}
