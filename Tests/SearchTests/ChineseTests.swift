import Search
import Testing

struct ChineseTests {
    @Test func `one character finds it anywhere`() {
        #expect(Shop.first("码") == "连衣裙怎么选码")
        #expect(Shop.titles("肩") == ["量尺寸"])
        #expect(Shop.titles("寸") == ["量尺寸"])
    }

    @Test func `a whole sentence finds what it is about`() {
        #expect(Shop.first("我买的裙子怎么还没发货啊") == "发货时间")
        #expect(Shop.first("请问退货的话运费是谁出呢") == "退货运费谁出")
        #expect(Shop.first("这条连衣裙我该怎么选码") == "连衣裙怎么选码")
    }

    @Test func `a sentence about something else is not answered by itself`() {
        let hits = Shop.index.search("你们飞机票怎么买才便宜", limit: 3)
        #expect(hits.allSatisfy { $0.score < 250 })
        let sure = Shop.index.search("请问多久发货呢", limit: 1)
        #expect(sure.first?.number == 4)
        #expect((sure.first?.score ?? 0) > 600)
    }

    @Test func `full width, case, blanks and pauses make no difference`() {
        #expect(Shop.first("Ｔ恤") == "T恤洗涤")
        #expect(Shop.first("７ 天退货") == "七天无理由")
        #expect(Shop.first("发 货 时 间！") == "发货时间")
        let index = Shop.of("发货（时间）")
        #expect(index.search("发货时间", limit: 1).first?.match == .namesScattered)
    }

    @Test func `traditional characters are what the caller says they are`() {
        let simplified: [Unicode.Scalar: Unicode.Scalar] = ["發": "发", "貨": "货", "時": "时", "間": "间"]
        var index = SearchIndex(folding: Folding { simplified[$0] ?? $0 })
        index.add(title: "發貨时间", words: [], body: "")
        #expect(index.search("发货時間", limit: 1).first?.match == .wholeTitle)
        #expect(index.search("fahuo", limit: 1).first?.match == .pinyin)
        #expect(Shop.index.search("發貨時間", limit: 1).isEmpty)
    }

    @Test func `numbers with what they count are found`() {
        #expect(Shop.first("48小时") == "发货时间")
        #expect(Shop.first("7天") == "七天无理由")
        #expect(Shop.first("30度") == "T恤洗涤")
        #expect(Shop.titles("SF1521") == ["包裹卡住"])
        #expect(Shop.titles("sf15") == ["包裹卡住"])
        #expect(Shop.titles("1521") == ["包裹卡住"])
    }

    @Test func `rare characters outside the basic plane are found`() {
        let index = Shop.of("𠮷野家", "吉野家")
        #expect(index.search("𠮷", limit: 5).map(\.number) == [0])
    }
}
