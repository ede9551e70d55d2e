import Engine
import Support
import Testing

@Suite struct `Docs/RFM.md says what the code does` {
    private func expect(_ rows: [[String]]) throws {
        let page = try Repository.text(of: "Docs/RFM.md")
        for row in rows {
            let line = "\n| " + row.joined(separator: " | ") + " |\n"
            #expect(page.contains(line), "missing:\(line)")
        }
    }

    @Test func `in its table of classes`() throws {
        try expect(
            ValueClass.allCases.map { $0.letters.map(String.init) + [$0.name.zh, $0.name.en] })
    }

    @Test func `in its table of segments, in the order of the rules`() throws {
        let rows = CustomerSegment.rules.map { rule in
            [
                "\(rule.recency.lowerBound)–\(rule.recency.upperBound)",
                "\(rule.value.lowerBound)–\(rule.value.upperBound)", rule.segment.name.zh,
                rule.segment.name.en, rule.segment.advice.zh, rule.segment.advice.en,
            ]
        }
        try expect(rows)
        let page = try Repository.text(of: "Docs/RFM.md")
        let lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
        #expect(page.contains(lines))
    }

    @Test func `in its table of stages`() throws {
        try expect(
            Lifecycle.allCases.map { [$0.name.zh, $0.name.en, $0.limits.zh, $0.limits.en] })
    }

    @Test func `in its example`() throws {
        try expect(
            RFMAnalysis(Bought.ten, at: Bought.reference).customers.map { row in
                [
                    row.customer.rawValue, "\(row.days)", "\(row.orders)", row.spent.plain,
                    "\(row.r)", "\(row.f)", "\(row.m)", row.valueClass.name.zh,
                    row.segment.name.en, row.lifecycle.name.zh,
                ]
            })
    }
}
