import Engine
import Grading
import Testing

@testable import Classes

@Suite struct `Hidden names` {
    private let shifts = [
        Pupils.shift(
            "王小明", 70, file: "wang-20260316.shift",
            slips: [
                Pupils.slip("看一眼", quote: "我是客服王小明"), Pupils.slip("记下来", quote: "我是王小明"),
            ]),
        Pupils.shift(
            "Anna", 70, day: 7, file: "anna.shift",
            slips: [Pupils.slip("看一眼", quote: "298元"), Pupils.slip("记下来", quote: "ANNA here")]),
    ]

    @Test func `are nowhere in what the report says`() {
        let report = ClassReport(
            shifts,
            leftOut: [LeftOut(file: Bilingual(zh: "第 3 个文件", en: "File 3"), reason: .unfinished)],
            naming: Pupils.hidden("王小明", "Anna"))
        let said = [
            ClassDocument(report, teams: []).json, report.csv(in: .chinese),
            report.csv(in: .english), ClassPage(report).html(in: .chinese),
            ClassPage(report).html(in: .english),
        ]
        for text in said {
            for secret in ["王小明", "wang", "anna", "20260316"] {
                #expect(!text.lowercased().contains(secret.lowercased()), "\(secret) in \(text)")
            }
        }
    }

    @Test func `pass over a line with a name, and leave it out where there is no other`() throws {
        let report = ClassReport(shifts, naming: Pupils.hidden("王小明", "Anna"))
        let look = try #require(report.mistakes.first { $0.rule.zh == "看一眼" })
        #expect(look.example.quote == "298元")
        let note = try #require(report.mistakes.first { $0.rule.zh == "记下来" })
        #expect(note.example.quote == nil && note.example.isWithheld)
        #expect(ClassReport(shifts).mistakes.allSatisfy { $0.example.quote != nil })
    }

    @Test func `put equals in the order of their numbers, not of their names`() {
        var orders: Set<Bool> = []
        for seed in UInt64(1)...20 {
            var pseudonyms = Pseudonyms()
            var chance = DrawnNumbers(dice: Dice(seed: seed))
            pseudonyms.draw(for: ["甲", "乙"], using: &chance)
            let report = ClassReport(
                [Pupils.shift("甲", 70), Pupils.shift("乙", 70)], naming: .hidden(pseudonyms))
            let shown = report.standings.map(\.name.zh)
            #expect(shown == shown.sorted())
            orders.insert(pseudonyms.numbers["甲"]! < pseudonyms.numbers["乙"]!)
        }
        #expect(orders.count == 2)
    }

    @Test func `keep a number for ever and never give it twice`() {
        var pseudonyms = Pseudonyms()
        var chance = DrawnNumbers(dice: Dice(seed: 1))
        pseudonyms.draw(for: ["甲", "乙"], using: &chance)
        let before = pseudonyms.numbers
        pseudonyms.draw(for: (0..<1500).map { "学员\($0)" } + ["甲"], using: &chance)
        #expect(pseudonyms.numbers["甲"] == before["甲"])
        #expect(pseudonyms.numbers["乙"] == before["乙"])
        #expect(pseudonyms.numbers.count == 1502)
        #expect(Set(pseudonyms.numbers.values).count == 1502)
    }

    @Test func `cannot be worked out of the name`() {
        let numbers = (UInt64(1)...10).map { seed in
            var pseudonyms = Pseudonyms()
            var chance = DrawnNumbers(dice: Dice(seed: seed))
            pseudonyms.draw(for: ["王小明"], using: &chance)
            return pseudonyms.numbers["王小明"]
        }
        #expect(Set(numbers).count > 5)
    }
}

@Suite struct `What a class report is written as` {
    private let hostile = "=HYPERLINK(\"http://x\")<script>alert(1)</script>&'"

    @Test func `a page holds no markup of a student's, no script and nothing from elsewhere`() {
        let report = ClassReport(
            [
                Pupils.shift(hostile, 70, slips: [Pupils.slip("看", quote: hostile)]),
                Pupils.shift("乙", 60, day: 7),
            ],
            leftOut: [
                LeftOut(
                    file: Bilingual(zh: hostile, en: hostile),
                    reason: .unknownPack("<b>", nearest: nil))
            ])
        let html = ClassPage(report).html(in: .chinese)
        #expect(!html.contains("<script") && !html.contains("<b>”"))
        #expect(html.contains("&lt;script&gt;alert(1)"))
        for outside in ["src=", "href=", "url(", "@import", "<link", "<iframe"] {
            #expect(!html.contains(outside), "\(outside)")
        }
        #expect(html.contains("<svg class=\"plot\"") && html.contains("<svg class=\"spark\""))
        for tag in ["table", "section", "svg", "tr", "td", "th", "ol", "li", "p", "main"] {
            let opened = html.ranges(of: "<\(tag)>").count + html.ranges(of: "<\(tag) ").count
            #expect(opened == html.ranges(of: "</\(tag)>").count, "\(tag)")
        }
    }

    @Test func `a page says everything in both languages`() {
        let html = ClassPage(ClassReport([Pupils.shift("甲", 70)])).html(in: .english)
        #expect(html.contains("<html lang=\"en\">") && html.contains("id=\"en\" checked"))
        #expect(html.contains("名次") && html.contains("Place"))
        #expect(
            html.ranges(of: "<span lang=\"zh\">").count
                == html.ranges(of: "<span lang=\"en\">").count)
    }

    @Test func `a spreadsheet runs no name`() {
        let report = ClassReport([Pupils.shift(hostile, 70), Pupils.shift("@SUM(A1)", 60)])
        let lines = report.csv(in: .english).split(separator: "\r\n")
        #expect(lines.count == 3)
        #expect(lines[1].hasPrefix("1,\"'=HYPERLINK(\"\"http://x\"\")<script>"))
        #expect(lines[2].hasPrefix("2,'@SUM(A1),60.0,1,60,60,2,1,0,"))
    }

    @Test(arguments: HeatColour.allCases)
    func `a number can be read on its ground`(colour: HeatColour) {
        func light(_ hex: String) -> Double {
            let parts = stride(from: 1, to: 7, by: 2).map { start -> Double in
                let from = hex.index(hex.startIndex, offsetBy: start)
                let part = hex[from..<hex.index(from, offsetBy: 2)]
                let value = Double(Int(part, radix: 16) ?? 0) / 255
                // Near enough to the curve of WCAG for a line that is not touched.
                return value <= 0.04045 ? value / 12.92 : Self.power((value + 0.055) / 1.055)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        let (ground, ink) = (light(colour.ground), light(colour.ink))
        let contrast = (max(ground, ink) + 0.05) / (min(ground, ink) + 0.05)
        #expect(contrast >= 4.5, "\(colour): \(contrast)")
    }

    /// To the power of 2.4, by the fifth root of the square.
    private static func power(_ value: Double) -> Double {
        var root = value
        for _ in 0..<60 {
            root -=
                (root * root * root * root * root - value * value) / (5 * root * root * root * root)
        }
        return value * value * root
    }

    @Test func `the darker the ground, the less was earned`() {
        #expect(HeatColour(percent: 0) == .least && HeatColour(percent: 39) == .least)
        #expect(HeatColour(percent: 40) == .little && HeatColour(percent: 74) == .middling)
        #expect(HeatColour(percent: 75) == .much && HeatColour(percent: 100) == .most)
    }
}
