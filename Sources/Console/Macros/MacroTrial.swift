import Engine
import Macros
import Terminal

/// The dry run of a macro for one customer: what it asks, the texts, what becomes different, every
/// step, and how far one key takes it back. Enter on the button carries it out; Esc leaves
/// everything as it is.
struct MacroTrial: Overlay {
    private let macro: Macro
    private let conversation: ConversationID
    private var questions: MacroQuestions
    private var rehearsal: Rehearsal?
    private var top = 0

    init(_ macro: Macro, for conversation: ConversationID, on desk: Desk) {
        self.macro = macro
        self.conversation = conversation
        questions = MacroQuestions(macro.label, verb: Words.carryOut, on: desk)
        refresh(desk)
    }

    private mutating func refresh(_ desk: Desk) {
        questions.form.now = desk.now
        guard let occasion = desk.occasion(for: conversation) else { return }
        while true {
            let tried = macro.rehearse(on: occasion, answers: questions.answers)
            rehearsal = tried
            questions.form.effect = tried.stop.map { .refused($0.reason.words) } ?? .none
            // A choice has its answer at once, and that may lead on.
            guard questions.add(tried.asks, in: desk.tongue) else { return }
        }
    }

    mutating func handle(_ input: Input, _ desk: Desk) -> OverlayOutcome {
        if case .key(let key) = input, scroll(key, desk) { return .stay }
        switch questions.form.handle(input) {
        case .stay:
            if case .key(let key) = input, key.code == .enter { sayWhatStops(desk) }
            return .stay
        case .changed:
            refresh(desk)
            return .stay
        case .cancelled: return .close
        case .submitted: return carryOut(desk)
        }
    }

    /// Enter carries nothing out while a step is refused: says which, why, and how to go on.
    private func sayWhatStops(_ desk: Desk) {
        guard questions.form.isOnButton, let rehearsal, let stop = rehearsal.stop else { return }
        desk.announce(
            .refused,
            Words.macroStuck(
                stop, asks: questions.form.fields.contains(where: \.takesFocus)))
    }

    private mutating func scroll(_ key: Key, _ desk: Desk) -> Bool {
        let isFree = questions.form.fields.isEmpty
        switch (key.code, key.modifiers) {
        case (.pageDown, _): top = desk.scrolled(top, by: 5)
        case (.pageUp, _): top = desk.scrolled(top, by: -5)
        case (.down, []) where isFree: top = desk.scrolled(top, by: 1)
        case (.up, []) where isFree: top = desk.scrolled(top, by: -1)
        case _: return false
        }
        return true
    }

    /// Whether all of it was done; nil where nobody is there any more.
    private func carriesOut(_ shown: Rehearsal, _ desk: Desk) -> Bool? {
        let result = desk.carryOut(macro, for: conversation, questions.answers, shown: shown)
        guard let (performance, run) = result else { return nil }
        guard desk.tell(of: performance, run) else { return false }
        if desk.recorded?.name != macro.name { desk.replyWasUsed(macro.name) }
        return true
    }

    private mutating func carryOut(_ desk: Desk) -> OverlayOutcome {
        guard let shown = rehearsal else { return .close }
        guard shown.asks.isEmpty else {
            questions.go(to: shown.asks.first)
            desk.announce(.hint, Words.macroAsks(shown.asks.map(\.label)))
            return .stay
        }
        if let foreign = desk.foreignNumber(in: shown) {
            // As with a text that was typed: it is asked once, and done as shown.
            return .closeThen { [self] desk in
                desk.overlays.append(
                    Confirmation(question: foreign, yes: Words.sendAnyway) { desk in
                        if carriesOut(shown, desk) == true { desk.turn(to: .composer) }
                    })
            }
        }
        switch carriesOut(shown, desk) {
        case nil: return .close
        case true?: return .closeThen { $0.turn(to: .composer) }
        case false?: break
        }
        // What stands in the way, or what it would do by now, is shown.
        refresh(desk)
        return .stay
    }

    func keys(_ desk: Desk) -> [KeyHint] {
        var keys = questions.form.keys
        keys.insert(.pages, at: max(0, keys.count - 1))
        return keys
    }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let width = min(76, rect.width)
        let inside = max(1, width - 4)
        let lines =
            rehearsal.map {
                RehearsalLines(rehearsal: $0, desk: desk, width: inside).lines
            } ?? []
        let asked = min(
            questions.form.rows(columns: inside, in: desk.tongue, gate: desk.gate),
            max(3, rect.height * 2 / 3))
        let box = rect.centred(width: width, height: min(rect.height, lines.count + asked + 2))
        let title = Words.trialTitle(macro.label, desk.name(of: conversation))
        desk.drawSheet(in: box, title: desk.say(title), into: &canvas)
        var inner = box.inset(left: 2, top: 1, right: 2, bottom: 1)
        let foot = inner.takeBottom(min(asked, inner.height))
        desk.drawScrolled(lines, from: top, in: inner, into: &canvas)
        questions.form.draw(in: foot, on: &canvas, theme: desk.theme, tongue: desk.tongue)
    }
}

extension Rehearsal.Reason {
    var words: Bilingual {
        Bilingual(zh: sentence(in: .chinese), en: sentence(in: .english))
    }
}

extension MacroTrial: AskingSheet {
    var asked: Form { questions.form }
    func told(_ desk: Desk) -> [PaneLine] {
        let title = Words.trialTitle(macro.label, desk.name(of: conversation))
        let lines = rehearsal.map { RehearsalLines(rehearsal: $0, desk: desk, width: 96).lines }
        return [PaneLine(desk.say(title))] + (lines ?? [])
    }
}
