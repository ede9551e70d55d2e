import Search
import Testing

/// Random entries and queries over a small alphabet, so that everything meets everything.
struct PropertyTests {
    private struct Dice {
        var state: UInt64

        mutating func roll(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }

        mutating func text(_ alphabet: [Character], upTo count: Int) -> String {
            String((0..<roll(count + 1)).map { _ in alphabet[roll(alphabet.count)] })
        }
    }

    private static let texts = Array("发货时间退长重的了怎绿行发货时间退  ，。ab7F0sＨ😀")
    private static let queries = Array("发货时间退长重的了发货时间fhsjtczlvua7 0，")
    private static let sounds = Array("fahuoshijiantuichangzhonglvxinghangfhsjz")

    @Test(arguments: 1...16)
    func `finds what a plain search finds, in its order`(seed: Int) {
        var dice = Dice(state: UInt64(seed) &* 7_919)
        let entries = (0..<40).map { _ in
            (
                title: dice.text(PropertyTests.texts, upTo: 6),
                words: (0..<dice.roll(3)).map { _ in dice.text(PropertyTests.texts, upTo: 5) },
                body: dice.text(PropertyTests.texts, upTo: 20)
            )
        }
        var index = SearchIndex()
        for entry in entries {
            index.add(title: entry.title, words: entry.words, body: entry.body)
        }
        let naive = NaiveSearch(entries)
        for round in 0..<60 {
            let query =
                switch round % 4 {
                case 0: dice.text(PropertyTests.queries, upTo: 2)
                case 1: dice.text(PropertyTests.sounds, upTo: 4)
                default: dice.text(PropertyTests.queries, upTo: 8)
                }
            // Typos are the one thing the plain search leaves out.
            if query.split(whereSeparator: { !$0.isASCII || $0 == " " }).contains(where: {
                $0.count > 4
            }) {
                continue
            }
            let hits = index.search(query, limit: 50)
            let plain = naive.search(query)
            let different = zip(hits, plain).first { $0 != $1 }
            #expect(hits.count == plain.count && different == nil, "query “\(query)”")
        }
    }

    @Test(arguments: 1...20)
    func `highlights are in order, apart and inside the text`(seed: Int) {
        var dice = Dice(state: UInt64(seed) &* 104_729)
        let index = SearchIndex()
        for _ in 0..<200 {
            let text = dice.text(PropertyTests.texts, upTo: 30)
            let query = dice.text(PropertyTests.queries, upTo: 6)
            let ranges = index.highlights(of: query, in: text)
            #expect(ranges.allSatisfy { !$0.isEmpty && $0.upperBound <= text.endIndex })
            #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
        }
    }
}
