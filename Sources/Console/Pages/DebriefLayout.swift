import Engine
import Grading
import Terminal

/// Lays a debrief out in lines: score, steps, figures, conversations, what to practise.
struct DebriefLayout {
    let desk: Desk
    let debrief: Debrief
    let width: Int
    let open: Set<DebriefRow.Fold>
    /// What the last line offers, in words.
    let practice: Bilingual?
    var lines = DebriefLines()

    var report: ShiftReport { debrief.report }

    init(
        _ desk: Desk, _ debrief: Debrief, width: Int, open: Set<DebriefRow.Fold>,
        practice: Bilingual?
    ) {
        self.desk = desk
        self.debrief = debrief
        self.width = width
        self.open = open
        self.practice = practice
        addScore()
        addFigures()
        addTyping()
        addConversations()
        addPractice()
    }

    func say(_ text: Bilingual) -> String { desk.say(text) }

    func clock(_ instant: Instant) -> String {
        CivilTime(instant, offset: report.offset).clock
    }

    /// With the day where it is another one than that of `earlier`.
    func clock(_ instant: Instant, after earlier: Instant) -> String {
        let date = CivilTime(instant, offset: report.offset).date
        return date == CivilTime(earlier, offset: report.offset).date
            ? clock(instant) : String(date.dropFirst(5)) + " " + clock(instant)
    }

    func name(of id: ConversationID?) -> String {
        id.flatMap { report.grade(of: $0)?.customerName } ?? ""
    }

    /// A text in as many lines as it needs.
    func wrapped(
        _ text: String, indent: Int, ink: Role = .text, right: String = "", rightInk: Role = .text
    ) -> [DebriefRow] {
        let room = width - indent - (right.isEmpty ? 0 : desk.gate.width(of: right) + 2)
        return desk.gate.wrap(text, width: max(8, room)).enumerated().map { place, line in
            DebriefRow(
                left: line, right: place == 0 ? right : "", ink: ink, rightInk: rightInk,
                indent: indent)
        }
    }

    mutating func heading(_ text: Bilingual, _ section: DebriefRow.Section) {
        lines.blank()
        lines.add([DebriefRow(left: say(text), ink: .title, section: section)])
    }

    /// `▾` or `▸` before what can be spread out.
    func mark(_ fold: DebriefRow.Fold) -> String {
        let isOpen = open.contains(fold)
        if desk.gate.ambiguousIsWide { return isOpen ? "- " : "+ " }
        return isOpen ? "▾ " : "▸ "
    }

    // MARK: Score

    private mutating func addScore() {
        let score = report.score
        let big = BigNumber(value: score.total).rows(desk.gate)
        let beside = [
            say(DebriefWords.work) + " \(score.work)   " + say(DebriefWords.performance)
                + " \(score.performance)",
            say(DebriefWords.outOf),
            "",
        ]
        for row in 0..<3 {
            lines.add([
                DebriefRow(
                    left: big[row] + "   " + beside[row], ink: row == 1 ? .dim : .strong,
                    indent: 1, section: row == 0 ? .score : nil)
            ])
        }
        lines.blank()
        lines.add(wrapped(lightLine(), indent: 1))
        lines.blank()
        let parts = [
            score.reception, score.summaries, score.findings, score.satisfaction, score.process,
        ]
        for part in parts {
            let value = part.points.map { "\($0)" } ?? "–"
            lines.add(
                wrapped(
                    say(part.explanation)
                        + (part.points == nil ? " · " + say(DebriefWords.notJudged) : ""),
                    indent: 1,
                    ink: part.points == nil ? .dim : .text, right: value,
                    rightInk: part.points == nil ? .dim : .strong))
        }
    }

    /// The five steps over the whole shift: in how many conversations each was lit.
    private func lightLine() -> String {
        let all = report.conversations.count
        return Light.Step.allCases.map { step in
            let lit = report.conversations.count { grade in
                grade.lights.contains { $0.step == step && $0.isLit }
            }
            let glyph = lit * 2 > all ? desk.glyphs.waiting : desk.glyphs.new
            return "\(glyph)\u{A0}\(say(step.shortName))\u{A0}\(DebriefWords.lights(lit, of: all))"
        }.joined(separator: "  ")
    }

    // MARK: Figures

    private mutating func addFigures() {
        heading(DebriefWords.figures, .figures)
        for kpi in report.kpis where kpi.value != .none {
            let fold = DebriefRow.Fold.figure(kpi.kind)
            var right = kpi.value.text
            if kpi.whole > 0, case .rate = kpi.value { right += "  \(kpi.part)/\(kpi.whole)" }
            lines.add(
                [
                    DebriefRow(
                        left: mark(fold) + say(kpi.kind.name), right: right, rightInk: .strong,
                        indent: 1)
                ], opening: .fold(fold))
            if open.contains(fold) { addCounted(kpi) }
        }
        let empty = report.kpis.filter { $0.value == .none }.map { say($0.kind.name) }
        guard !empty.isEmpty else { return }
        let names = empty.joined(separator: desk.tongue == .chinese ? "、" : ", ")
        lines.add(wrapped(say(DebriefWords.nothingToCount(names)), indent: 3, ink: .dim))
    }

    private mutating func addCounted(_ kpi: KPI) {
        let judged = kpi.counted.compactMap(kpi.isToCredit)
        lines.add(
            wrapped(
                say(DebriefWords.formula) + "  " + say(kpi.kind.formula) + " · "
                    + say(
                        judged.isEmpty
                            ? DebriefWords.counted(kpi.counted.count)
                            : DebriefWords.countedGood(
                                judged.count { $0 }, of: kpi.counted.count)), indent: 5,
                ink: .dim))
        for counted in kpi.counted.prefix(40) {
            let isToCredit = kpi.isToCredit(counted)
            addSpot(
                isToCredit == false ? desk.glyphs.overLimit : desk.glyphs.ended,
                isToCredit.map { say($0 ? DebriefWords.good : DebriefWords.bad) } ?? "",
                counted.conversation, counted.events,
                ink: isToCredit == false ? .danger : .text)
        }
        for out in kpi.leftOut.prefix(40) {
            addSpot(
                "–", say(DebriefWords.leftOut) + "  " + say(out.why), out.conversation,
                out.events, ink: .dim)
        }
    }

    private mutating func addSpot(
        _ glyph: String, _ text: String, _ id: ConversationID?, _ events: [Int], ink: Role
    ) {
        let event = events.last
        let record = event.flatMap { spot($0) }
        let time = record.map { clock($0.at) + "  " } ?? ""
        let said = record.flatMap { Chronicle.words(of: $0.event) } ?? ""
        let row = DebriefRow(
            left: "\(glyph) \(time)"
                + [name(of: id), text, said].filter { !$0.isEmpty }.joined(separator: "  "),
            ink: ink, indent: 5)
        if let id, let event {
            lines.add([row], opening: .moment(id, event: event))
        } else {
            lines.add([row])
        }
    }

    /// The record of this number; records are in order from 1.
    private func spot(_ sequence: Int) -> Recorded? {
        let records = debrief.records
        guard records.indices.contains(sequence - 1) else { return nil }
        return records[sequence - 1]
    }

    // MARK: Practice

    private mutating func addPractice() {
        heading(DebriefWords.next, .practice)
        lines.add(wrapped(say(report.nextStep.advice), indent: 1, ink: .strong))
        guard let practice else { return }
        lines.add(
            wrapped(
                say(practice) + "   " + say(DebriefWords.startsBy("5")), indent: 1, ink: .accent),
            opening: .practise)
    }
}
