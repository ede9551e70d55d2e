import Engine
import Replies

/// Thirty thousand replies of one's own: read from their file, and searched at every keystroke.
enum ManyReplies {
    private static let queries = [
        "f", "fh", "fhsj", "发", "发货", "发货说", "fahuo", "about", "item", "c123", "您好", "hello",
        "hallo", "发货最晚", "tuikuan", "sm", "",
    ]

    static func measure() -> [Figure] {
        var reading = Figure(
            row: "K", what: "30,000 replies, read from YAML", unit: .seconds, aim: .atMost(1))
        var searching = Figure(
            row: "K", what: "one search in them, slowest of 17", unit: .milliseconds,
            aim: .atMost(5))
        let yaml = LargeLibrary.yaml(30_000)
        var library = SnippetLibrary()
        let start = ContinuousClock.now
        library.add(yaml: yaml, named: "large.yaml")
        reading.values = [Desk.name: .number((ContinuousClock.now - start).milliseconds / 1_000)]
        precondition(library.snippets.count == 30_000 && library.problems.isEmpty)
        // The median of nine for each: others work on the machine too.
        let slowest = queries.map { query in
            (0..<9).map { _ in
                let start = ContinuousClock.now
                let found = library.search(query, stage: .order, uses: ["c7": 3])
                precondition(found.count <= 30_000)
                return (ContinuousClock.now - start).milliseconds
            }.percentile(0.5)
        }.max()
        searching.values = [Desk.name: .number(slowest ?? 0)]
        return [reading, searching]
    }
}

/// A library of so many replies such as people write them, some 400 bytes each.
private enum LargeLibrary {
    static func yaml(_ count: Int) -> String {
        let words = [
            "发货", "退款", "尺码", "物流", "优惠券", "发票", "换货", "运费", "预售", "改地址", "补寄",
            "赠品", "质量", "色差", "缺货", "客服", "价保", "拼团", "评价", "售后",
        ]
        var text = "matches:\n"
        for number in 0..<count {
            let (a, b) = (words[number % 20], words[number / 20 % 20])
            let c = words[number / 400 % 20]
            text += """
                  - trigger: /c\(number)
                    label: {zh: \(a)\(b)说明\(number), en: "About \(number % 97) item \(number)"}
                    stage: order
                    group: {zh: \(a), en: Group}
                    search_terms: [\(b), \(c)]
                    replace:
                      zh: 您好，{{customer.name}}，关于\(a)和\(b)，第\(number)条：\(c)最晚{{order.shipBy}}处理好。
                      en: "Hello {{customer.name}}, item \(number): we see to it by {{order.shipBy}}."

                """
        }
        return text
    }
}
