import Engine
import Macros
import Terminal

/// The dry run of a macro for all marked customers: a row each, with the text or with the step that
/// would be refused. Enter on the button carries it out for those for whom it can be.
struct MacroTable: Overlay {
    private let macro: Macro
    private let talks: [ConversationID]
    private var questions: MacroQuestions
    private var rehearsals: [Rehearsal] = []
    /// What speaks against each: whose number it would tell.
    private var foreign: [Bilingual?] = []
    private var place = 0

    init(_ macro: Macro, for talks: [ConversationID], on desk: Desk) {
        self.macro = macro
        self.talks = talks
        questions = MacroQuestions(macro.label, verb: Words.carryOut, on: desk)
        refresh(desk)
    }

    private mutating func refresh(_ desk: Desk) {
        questions.form.now = desk.now
        guard let first = talks.first, let occasion = desk.occasion(for: first) else { return }
        while true {
            rehearsals = macro.rehearse(
                for: talks, on: occasion, answers: questions.answers,
                orders: { desk.orderInView(of: $0) }, drafts: { desk.macroDraft(of: $0) })
            foreign = rehearsals.map { desk.foreignNumber(in: $0) }
            guard questions.add(rehearsals.flatMap(\.asks), in: desk.tongue) else { return }
        }
    }

    /// Those that can be done; one that would name another customer's number is looked at by itself.
    private var ready: [Rehearsal] {
        zip(rehearsals, foreign).filter { $0.isReady && $1 == nil }.map(\.0)
    }

    mutating func handle(_ input: Input, _ desk: Desk) -> OverlayOutcome {
        if case .key(let key) = input, move(key) { return .stay }
        switch questions.form.handle(input) {
        case .stay: return .stay
        case .changed:
            refresh(desk)
            return .stay
        case .cancelled: return .close
        case .submitted: return carryOut(desk)
        }
    }

    /// Up and down belong to the fields while there are any.
    private mutating func move(_ key: Key) -> Bool {
        let isFree = questions.form.fields.isEmpty
        switch (key.code, key.modifiers) {
        case (.pageDown, _): place += 1
        case (.pageUp, _): place -= 1
        case (.down, []) where isFree: place += 1
        case (.up, []) where isFree: place -= 1
        case _: return false
        }
        place = min(max(0, place), max(0, rehearsals.count - 1))
        return true
    }

    private mutating func carryOut(_ desk: Desk) -> OverlayOutcome {
        guard !ready.isEmpty else {
            let asks = rehearsals.flatMap(\.asks)
            questions.go(to: asks.first)
            desk.announce(
                .hint, asks.isEmpty ? Words.macroFitsNobody : Words.macroAsks(asks.map(\.label)))
            return .stay
        }
        var runs: [MacroRun] = []
        var stopped: Bilingual?
        for shown in ready {
            let result = desk.carryOut(
                macro, for: shown.conversation, questions.answers, shown: shown)
            guard let (performance, run) = result else { continue }
            switch performance.outcome {
            case .done: runs.append(run)
            case .stopped(let stop):
                stopped =
                    stopped
                    ?? Words.macroStoppedFor(
                        desk.name(of: shown.conversation), Words.fault(stop.fault), stop.stays)
                continue
            // The shop has changed: the mark stays, and the row says why next time.
            case .notStarted: continue
            }
            desk.places.chosen.remove(shown.conversation)
        }
        desk.lastAct = runs.count > 1 ? .macros(runs) : runs.first.map { .macro($0) }
        if let stopped {
            desk.announce(.refused, stopped)
        } else {
            desk.announce(
                runs.count == talks.count ? .done : .hint,
                Words.macroDoneFor(macro.label, runs.count, of: talks.count))
        }
        return .closeThen { $0.turn(to: .composer) }
    }

    func keys(_ desk: Desk) -> [KeyHint] {
        var keys = questions.form.keys
        keys.insert(.pages, at: max(0, keys.count - 1))
        return keys
    }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let width = min(76, rect.width)
        let inside = max(1, width - 4)
        let asked = min(
            questions.form.rows(columns: inside, in: desk.tongue, gate: desk.gate),
            max(3, rect.height / 2))
        let box = rect.centred(width: width, height: rect.height)
        let title = Words.tableTitle(macro.label, ready.count, of: talks.count)
        desk.drawSheet(in: box, title: desk.say(title), into: &canvas)
        var inner = box.inset(left: 2, top: 1, right: 2, bottom: 1)
        let foot = inner.takeBottom(min(asked, inner.height))
        questions.form.draw(in: foot, on: &canvas, theme: desk.theme, tongue: desk.tongue)
        let list = inner.takeTop(min(rehearsals.count, max(1, inner.height / 2)))
        drawRows(desk, in: list, into: &canvas)
        guard rehearsals.indices.contains(place), inner.height > 1 else { return }
        let rule = inner.takeTop(1)
        let name = desk.name(of: rehearsals[place].conversation)
        desk.drawRule(name, in: rule, hasFocus: false, into: &canvas)
        desk.drawLines(
            RehearsalLines(rehearsal: rehearsals[place], desk: desk, width: inner.width).lines,
            from: 0, in: inner, into: &canvas)
    }

    private func drawRows(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let first = max(0, min(place - rect.height / 2, rehearsals.count - rect.height))
        let names = rehearsals.map { desk.name(of: $0.conversation) }
        let wide = min(20, names.map { desk.gate.width(of: $0) }.max() ?? 0)
        for (row, rehearsal) in rehearsals.dropFirst(first).prefix(rect.height).enumerated() {
            let line = rect.row(row)
            let ground: Role = first + row == place ? .selected : .text
            canvas.fill(line, style: desk.style(ground))
            let (mark, text, ink) = state(of: rehearsal, foreign[first + row], desk)
            canvas.put(mark, at: line.origin, style: desk.style(ink, on: ground))
            canvas.put(
                names[first + row], at: Point(x: line.x + 2, y: line.y), limit: wide,
                style: desk.style(.strong, on: ground), overflow: .ellipsis)
            canvas.put(
                text, at: Point(x: line.x + wide + 4, y: line.y), limit: line.width - wide - 4,
                style: desk.style(ink == .ok ? .text : ink, on: ground), overflow: .ellipsis)
        }
    }

    private func state(
        of rehearsal: Rehearsal, _ foreign: Bilingual?, _ desk: Desk
    ) -> (String, String, Role) {
        if let stop = rehearsal.stop {
            let step = rehearsal.trials.last { $0.number == stop.step }
            let text = step?.line(in: desk.tongue) ?? stop.reason.sentence(in: desk.tongue)
            return ("!", desk.oneLine(text), .danger)
        }
        if !rehearsal.asks.isEmpty {
            return ("?", desk.say(Words.macroAsks(rehearsal.asks.map(\.label))), .warning)
        }
        if let foreign { return ("!", desk.say(foreign), .danger) }
        if let remark = rehearsal.remarks.first {
            return (
                "!", desk.oneLine(desk.say(Words.remarkLine(remark.words, remark.text))), .warning
            )
        }
        let text =
            rehearsal.sent.first
            ?? rehearsal.trials.map { $0.line(in: desk.tongue) }
            .joined(separator: " · ")
        return (desk.gate.ambiguousIsWide ? "+" : "✓", desk.oneLine(text), .ok)
    }
}

extension MacroTable: AskingSheet {
    var asked: Form { questions.form }
    func told(_ desk: Desk) -> [PaneLine] {
        let title = Words.tableTitle(macro.label, ready.count, of: talks.count)
        return [PaneLine(desk.say(title))]
            + zip(rehearsals, foreign).flatMap { rehearsal, foreign in
                let (_, text, _) = state(of: rehearsal, foreign, desk)
                return [PaneLine(desk.name(of: rehearsal.conversation), text)]
                    + RehearsalLines(rehearsal: rehearsal, desk: desk, width: 96).lines
            }
    }
}
