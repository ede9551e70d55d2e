import Engine
import Grading
import Terminal

extension DebriefLayout {
    mutating func addConversations() {
        heading(DebriefWords.conversations, .conversations)
        if report.conversations.isEmpty {
            lines.add(wrapped(say(DebriefWords.noConversations), indent: 1, ink: .dim))
        }
        for grade in report.conversations {
            let fold = DebriefRow.Fold.conversation(grade.conversation)
            lines.add([headline(grade, fold)], opening: .fold(fold))
            if open.contains(fold) { addDetails(grade) }
        }
    }

    /// `▾ 李倩 · M还是L       ●●●○○  评价 5 星  心情 60→88   92`
    private func headline(_ grade: ConversationGrade, _ fold: DebriefRow.Fold) -> DebriefRow {
        let lights = grade.lights.map { $0.isLit ? desk.glyphs.waiting : desk.glyphs.new }
            .joined()
        var right = [lights, say(DebriefWords.mood(grade.mood.start, grade.mood.end))]
        if let rating = grade.rating, width >= 70 {
            right.insert(say(DebriefWords.stars(rating)), at: 1)
        }
        right.append(String(repeating: " ", count: grade.total < 100 ? 1 : 0) + "\(grade.total)")
        return DebriefRow(
            left: mark(fold) + grade.customerName + " · " + say(grade.title),
            right: right.joined(separator: "  "), ink: .strong,
            rightInk: grade.total >= 80 ? .ok : grade.total >= 60 ? .warning : .danger)
    }

    private mutating func addDetails(_ grade: ConversationGrade) {
        let id = grade.conversation
        if let cap = grade.cap {
            lines.add(wrapped("! " + say(DebriefWords.capped(cap)), indent: 3, ink: .danger))
        }
        addTurningPoint(grade)
        let lost = grade.marks.filter { $0.lost > 0 || $0.dimension == .redLines }
        if lost.isEmpty {
            lines.add(
                wrapped(
                    "\(desk.glyphs.ended) " + say(DebriefWords.nothingLost), indent: 3, ink: .ok)
            )
        }
        for mark in lost { add(mark, in: id) }
        addPromises(grade)
        addEmptyPoliteness(grade)
        let gained = grade.marks.filter { $0.points > 0 }
        let fold = DebriefRow.Fold.gained(id)
        if !gained.isEmpty {
            let points = gained.reduce(0) { $0 + $1.points }
            lines.add(
                wrapped(
                    self.mark(fold) + say(DebriefWords.gained(gained.count, points)), indent: 3,
                    ink: .dim), opening: .fold(fold))
            if open.contains(fold) { for mark in gained { add(mark, in: id) } }
        }
        lines.blank()
    }

    private mutating func addTurningPoint(_ grade: ConversationGrade) {
        guard let turn = grade.mood.turningPoint else { return }
        let by = turn.by > 0 ? "+\(turn.by)" : "−\(-turn.by)"
        let why = turn.title.map { " " + say($0) } ?? ""
        var rows = wrapped(
            say(DebriefWords.turningPoint) + "  " + clock(turn.at) + why, indent: 3,
            ink: turn.by < 0 ? .warning : .ok, right: by, rightInk: turn.by < 0 ? .danger : .ok)
        if let quote = turn.quote { rows += quoted(quote, indent: 6) }
        lines.add(
            rows, opening: .moment(grade.conversation, event: turn.quote?.event ?? turn.event))
    }

    /// A point with its line and, where it was lost, what would have kept it.
    private mutating func add(_ mark: Mark, in id: ConversationID) {
        let isLost = mark.lost > 0 || mark.dimension == .redLines
        let points = isLost ? (mark.lost > 0 ? "−\(mark.lost)" : "!") : "+\(mark.points)"
        let glyph = isLost ? (desk.gate.ambiguousIsWide ? "x " : "✗ ") : ""
        var rows = wrapped(
            glyph + say(mark.dimension.name) + "  " + say(mark.title), indent: isLost ? 3 : 5,
            right: points, rightInk: isLost ? .danger : .ok)
        for quote in mark.evidence.quotes.prefix(2) { rows += quoted(quote, indent: 6) }
        if isLost, let advice = mark.advice {
            rows += wrapped(say(DebriefWords.kept(say(advice))), indent: 6, ink: .accent)
        }
        guard let event = mark.evidence.quotes.first?.event ?? mark.evidence.events.first else {
            return lines.add(rows)
        }
        lines.add(rows, opening: .moment(id, event: event))
    }

    private mutating func addPromises(_ grade: ConversationGrade) {
        for promise in grade.promises {
            let glyph: String
            let ink: Role
            switch promise.outcome {
            case .kept: (glyph, ink) = (desk.glyphs.ended, .ok)
            case .late: (glyph, ink) = (desk.glyphs.overLimit, .warning)
            case .broken, .undated: (glyph, ink) = (desk.glyphs.overLimit, .danger)
            case .open: (glyph, ink) = (desk.glyphs.promise, .promise)
            }
            let due =
                promise.due.map {
                    "  " + say(DebriefWords.due) + " " + clock($0, after: promise.madeAt)
                } ?? ""
            let rows = wrapped(
                "\(glyph) " + say(DebriefWords.promises) + "  " + promise.text + due, indent: 3,
                right: say(promise.outcome.name), rightInk: ink)
            let event = promise.evidence.quotes.first?.event ?? promise.evidence.events.first
            if let event {
                lines.add(rows, opening: .moment(grade.conversation, event: event))
            } else {
                lines.add(rows)
            }
        }
    }

    private mutating func addEmptyPoliteness(_ grade: ConversationGrade) {
        guard let first = grade.emptyPoliteness.first else { return }
        var rows = wrapped(
            "! " + say(DebriefWords.empty(grade.emptyPoliteness.count)), indent: 3, ink: .warning)
        for quote in grade.emptyPoliteness { rows += quoted(quote, indent: 6) }
        lines.add(rows, opening: .moment(grade.conversation, event: first.event))
    }

    /// `14:03 我：肯定能到`
    private func quoted(_ quote: Grading.Evidence.Quote, indent: Int) -> [DebriefRow] {
        let text = desk.gate.cleaned(quote.text)
        let line = desk.tongue == .chinese ? "“\(text)”" : "“\(text)”"
        return Array(
            wrapped(
                clock(quote.at) + " " + line, indent: indent, ink: quote.isBuyer ? .buyer : .agent
            )
            .prefix(3))
    }
}
