public import Engine
public import Terminal

/// A few fields over the desk, with what will happen shown before it does.
///
/// ```swift
/// var form = Form(title, fields: [.money("off", label, most: order.due)], now: now)
/// form.effect = effect(of: form.values)
/// switch form.handle(input) {
/// case .stay: break
/// case .changed: form.effect = effect(of: form.values)
/// case .cancelled: close()
/// case .submitted(let values): close(); send(command(from: values))
/// }
/// ```
///
/// Letters always go to the field, so an input method can stay on. A form that moves money asks
/// for one more Enter, on its button, after the effect has been seen.
public struct Form: Sendable {
    public let title: Bilingual
    public internal(set) var fields: [FormField]
    /// What the button says.
    public let verb: Bilingual
    /// Enter in the last field goes to the button first.
    public let movesMoney: Bool
    /// What Esc is called; a form whose words are kept as they are typed has nothing to cancel.
    public var leaving = Bilingual(zh: "取消", en: "cancel")
    /// What submitting would do now; whoever opened the form keeps it up to date.
    public var effect: FormEffect = .none
    /// The moment from which times are counted.
    public var now: Instant
    public let offset: Int

    /// The field with the caret; as many as there are fields for the button.
    public internal(set) var place: Int
    /// Fields a person has been in, or all after a try to submit: only those complain.
    private var visited: Set<String> = []
    /// A refusal is no news before anything was filled in.
    private var isTouched = false
    /// Letters typed on a choice, and whether no choice has them.
    private var sought = ""
    private var seeksInVain = false

    /// What an input did.
    public enum Outcome: Hashable, Sendable {
        case stay
        /// A value is different: the effect has to be worked out again.
        case changed
        case cancelled
        /// Every field is right and the effect is not refused.
        case submitted(FormValues)
    }

    public init(
        _ title: Bilingual, fields: [FormField], verb: Bilingual = Bilingual(zh: "确定", en: "OK"),
        movesMoney: Bool = false, now: Instant, offset: Int = CivilTime.chinaOffset
    ) {
        self.title = title
        self.fields = fields
        self.verb = verb
        self.movesMoney = movesMoney
        self.now = now
        self.offset = offset
        place = fields.firstIndex(where: \.takesFocus) ?? fields.count
    }

    /// Puts more fields below the others; the caret goes to the first of them where it stood on
    /// the button.
    mutating func add(_ more: [FormField]) {
        guard !more.isEmpty else { return }
        let isAtEnd = isOnButton
        let first = fields.count
        fields += more
        if isAtEnd {
            place = fields[first...].firstIndex(where: \.takesFocus) ?? fields.count
        }
    }

    /// Puts the caret into a field.
    mutating func go(to id: String) {
        place = fields.firstIndex { $0.id == id && $0.takesFocus } ?? place
    }

    public var isOnButton: Bool { place == fields.count }

    /// What the fields hold now; a field that holds nothing readable has no value.
    public var values: FormValues {
        var values = FormValues()
        for field in fields { values.values[field.id] = value(of: field) }
        return values
    }

    private func value(of field: FormField) -> FormValues.Value? {
        switch field.content {
        case .text(let composer, _, _): .text(composer.text.trimmed)
        case .money(let composer, _, _): FormField.money(in: composer.text).map { .money($0) }
        case .time(let composer):
            HumanTime.read(composer.text, now: now, offset: offset).map { .time($0) }
        case .choice(_, let chosen): .choice(chosen)
        case .flag(let flag): .flag(flag)
        case .fixed: nil
        }
    }

    /// Whether the time has come to say that the shop would refuse: a person has changed
    /// something or is about to submit, and every field is right by itself. What is missing is
    /// said below its field, once somebody has been there.
    var showsRefusal: Bool {
        (isTouched || isOnButton)
            && fields.allSatisfy { $0.problem(now: now, offset: offset) == nil }
    }

    /// Whether Enter here submits: nothing is left to write below. Choices have a value already.
    var enterSubmits: Bool {
        isOnButton || !movesMoney && !fields[(place + 1)...].contains { $0.composer != nil }
    }

    /// The sentence below a field, when something is wrong with what stands there.
    public func complaint(about field: FormField) -> Bilingual? {
        if seeksInVain, fields.indices.contains(place), fields[place].id == field.id {
            return Bilingual(
                zh: "没有含“\(sought)”的选项；左右键换一个。",
                en: "No choice has “\(sought)”; Left and Right change it.")
        }
        guard visited.contains(field.id) else { return nil }
        return field.problem(now: now, offset: offset)
    }

    public mutating func handle(_ input: Input) -> Outcome {
        switch input {
        case .key(let key): press(key)
        case .paste(let text): edit(replaces: true) { $0.paste(text) }
        case .mouse, .resize, .focus, .resumed, .profile, .hangup, .unknown: .stay
        }
    }

    private mutating func press(_ key: Key) -> Outcome {
        let isMultiline = fields.indices.contains(place) && fields[place].isMultiline
        switch (key.code, key.modifiers) {
        case (.escape, _): return .cancelled
        case (.tab, _): return move(by: 1)
        case (.backTab, _): return move(by: -1)
        case (.enter, []): return enter()
        case (.enter, _): return isMultiline ? edit(replaces: true) { $0.insert("\n") } : submit()
        case (.down, []): return isMultiline && !atEdge(down: true) ? type(key) : move(by: 1)
        case (.up, []): return isMultiline && !atEdge(down: false) ? type(key) : move(by: -1)
        case (.character("s"), .control): return submit()
        case (.character, _), (.backspace, _), (.delete, _), (.insert, _), (.left, _), (.right, _),
            (.home, _), (.end, _), (.up, _), (.down, _), (.pageUp, _), (.pageDown, _),
            (.function, _):
            return type(key)
        }
    }

    private func atEdge(down: Bool) -> Bool {
        guard let composer = fields[place].composer else { return true }
        return composer.caretLine == (down ? composer.breaks.count - 1 : 0)
    }

    private mutating func enter() -> Outcome {
        enterSubmits ? submit() : move(by: 1)
    }

    private mutating func submit() -> Outcome {
        visited = Set(fields.map(\.id))
        isTouched = true
        if let wrong = fields.firstIndex(where: { $0.problem(now: now, offset: offset) != nil }) {
            place = wrong
            return .stay
        }
        if case .refused = effect { return .stay }
        if movesMoney, !isOnButton {
            place = fields.count
            return .stay
        }
        return .submitted(values)
    }

    private mutating func move(by step: Int) -> Outcome {
        if !isOnButton { visited.insert(fields[place].id) }
        forgetSought()
        let count = fields.count + 1
        repeat {
            place = (place + step + count) % count
        } while !isOnButton && !fields[place].takesFocus
        return .stay
    }

    private mutating func type(_ key: Key) -> Outcome {
        guard !isOnButton else { return .stay }
        switch fields[place].content {
        case .text, .money, .time:
            // A letter or an eraser does to what is marked what it does to a selection.
            let replaces =
                switch key.code {
                case .character, .backspace, .delete: key.modifiers.isEmpty
                case .enter, .tab, .backTab, .escape, .insert, .up, .down, .left, .right, .home,
                    .end, .pageUp, .pageDown, .function:
                    false
                }
            return edit(replaces: replaces) { _ = $0.handle(key) }
        case .choice(let choices, let chosen):
            guard let next = Form.choice(key, chosen, of: choices.count) else {
                return seek(key, chosen, among: choices)
            }
            forgetSought()
            guard next != chosen else { return .stay }
            isTouched = true
            fields[place].content = .choice(choices, chosen: next)
            return .changed
        case .flag(let flag):
            guard key.typed == " " || key.code == .left || key.code == .right else {
                return .stay
            }
            isTouched = true
            fields[place].content = .flag(!flag)
            return .changed
        case .fixed: return .stay
        }
    }

    /// Letters go to the choice that begins with them or has them, in either language.
    private mutating func seek(_ key: Key, _ chosen: Int, among choices: [Bilingual]) -> Outcome {
        guard let letter = key.typed else {
            forgetSought()
            return .stay
        }
        let longer = (sought + String(letter)).lowercased()
        for wanted in [longer, String(letter).lowercased()] {
            guard let next = Form.place(of: wanted, in: choices) else { continue }
            sought = wanted
            seeksInVain = false
            guard next != chosen else { return .stay }
            isTouched = true
            fields[place].content = .choice(choices, chosen: next)
            return .changed
        }
        sought = longer
        seeksInVain = true
        return .stay
    }

    private mutating func forgetSought() {
        sought = ""
        seeksInVain = false
    }

    private static func place(of wanted: String, in choices: [Bilingual]) -> Int? {
        let names = choices.map { [$0.zh.lowercased(), $0.en.lowercased()] }
        return names.firstIndex { $0.contains { $0.hasPrefix(wanted) } }
            ?? names.firstIndex { $0.contains { $0.contains(wanted) } }
    }

    /// Left and right step, a digit picks, blank goes on to the next.
    private static func choice(_ key: Key, _ chosen: Int, of count: Int) -> Int? {
        switch key.code {
        case .left: return (chosen + count - 1) % count
        case .right, .character(" "): return (chosen + 1) % count
        case .home: return 0
        case .end: return count - 1
        case .character(let character):
            guard let digit = character.wholeNumberValue, (1...count).contains(digit) else {
                return nil
            }
            return digit - 1
        case .enter, .tab, .backTab, .backspace, .delete, .escape, .insert, .up, .down, .pageUp,
            .pageDown, .function:
            return nil
        }
    }

    /// - Parameter replaces: what is marked goes first; moving leaves it.
    private mutating func edit(
        replaces: Bool, _ change: (inout Composer) -> Void
    ) -> Outcome {
        guard !isOnButton, var composer = fields[place].composer else { return .stay }
        let before = composer.text
        // What stood there before is marked, and written over; an arrow key keeps it.
        if fields[place].isMarked, replaces { composer.load(Draft(text: "", caret: 0)) }
        change(&composer)
        if !fields[place].isMultiline, composer.text.contains("\n") {
            // One line only: a pasted line end becomes a blank.
            let flat = composer.text.map { $0 == "\n" ? " " : $0 }
            composer.load(Draft(text: String(flat), caret: composer.caret))
        }
        fields[place].composer = composer
        fields[place].isWritten = true
        guard composer.text != before else { return .stay }
        isTouched = true
        return .changed
    }
}

extension String {
    /// Without blanks and line ends at both ends.
    var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace ?? false { text.removeFirst() }
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }
}
