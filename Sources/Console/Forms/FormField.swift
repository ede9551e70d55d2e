public import Engine
import Terminal

/// One line of a form: what is asked, what stands there, and what would be wrong with it.
public struct FormField: Sendable {
    public let id: String
    public let label: Bilingual
    /// A quiet line below while the field has the caret.
    public let hint: Bilingual?
    public let isRequired: Bool
    public internal(set) var content: Content
    /// The person has typed or moved in it.
    var isWritten = false

    /// What kind of thing is filled in.
    public enum Content: Sendable {
        /// A text of at most so many characters; `rows` above one for a longer one.
        case text(Composer, rows: Int, limit: Int)
        /// An amount in yuan, within these bounds.
        case money(Composer, least: Money, most: Money?)
        /// A time to come, as people write it.
        case time(Composer)
        case choice([Bilingual], chosen: Int)
        case flag(Bool)
        /// Only to be read.
        case fixed(Bilingual)
    }

    init(
        _ id: String, _ label: Bilingual, hint: Bilingual?, isRequired: Bool, content: Content
    ) {
        self.id = id
        self.label = label
        self.hint = hint
        self.isRequired = isRequired
        self.content = content
    }

    public static func text(
        _ id: String, _ label: Bilingual, initial: String = "", rows: Int = 1,
        limit: Int = 500, isRequired: Bool = true, hint: Bilingual? = nil,
        words: WordFinder = .plain
    ) -> FormField {
        FormField(
            id, label, hint: hint, isRequired: isRequired,
            content: .text(composer(initial, words), rows: max(1, rows), limit: limit))
    }

    public static func money(
        _ id: String, _ label: Bilingual, initial: Money? = nil, least: Money = Money(fen: 1),
        most: Money? = nil, isRequired: Bool = true, hint: Bilingual? = nil
    ) -> FormField {
        FormField(
            id, label, hint: hint, isRequired: isRequired,
            content: .money(composer(initial?.plain ?? "", .plain), least: least, most: most))
    }

    public static func time(
        _ id: String, _ label: Bilingual, initial: String = "", isRequired: Bool = true,
        hint: Bilingual? = nil
    ) -> FormField {
        FormField(
            id, label, hint: hint, isRequired: isRequired,
            content: .time(composer(initial, .plain)))
    }

    public static func choice(
        _ id: String, _ label: Bilingual, _ choices: [Bilingual], chosen: Int = 0,
        hint: Bilingual? = nil
    ) -> FormField {
        FormField(
            id, label, hint: hint, isRequired: true,
            content: .choice(choices, chosen: choices.indices.contains(chosen) ? chosen : 0))
    }

    public static func flag(
        _ id: String, _ label: Bilingual, isOn: Bool = false, hint: Bilingual? = nil
    ) -> FormField {
        FormField(id, label, hint: hint, isRequired: false, content: .flag(isOn))
    }

    public static func fixed(_ id: String, _ label: Bilingual, _ text: Bilingual) -> FormField {
        FormField(id, label, hint: nil, isRequired: false, content: .fixed(text))
    }

    private static func composer(_ text: String, _ words: WordFinder) -> Composer {
        Composer(draft: Draft(text: text, caret: text.count), words: words)
    }

    /// Whether the caret can stand in it.
    var takesFocus: Bool {
        switch content {
        case .text, .money, .time, .choice, .flag: true
        case .fixed: false
        }
    }

    /// Whether what was filled in for the person is still as it was: the next letter replaces it.
    var isMarked: Bool {
        guard let composer, !isWritten, !isMultiline else { return false }
        return !composer.isEmpty
    }

    /// Whether it is marked as one that cannot stay empty; a choice always has a value.
    var showsRequired: Bool { isRequired && composer != nil }

    var isMultiline: Bool {
        if case .text(_, let rows, _) = content { return rows > 1 }
        return false
    }

    /// What was typed, for the fields one types into.
    var composer: Composer? {
        get {
            switch content {
            case .text(let composer, _, _), .money(let composer, _, _), .time(let composer):
                composer
            case .choice, .flag, .fixed: nil
            }
        }
        set {
            guard let newValue else { return }
            switch content {
            case .text(_, let rows, let limit):
                content = .text(newValue, rows: rows, limit: limit)
            case .money(_, let least, let most):
                content = .money(newValue, least: least, most: most)
            case .time: content = .time(newValue)
            case .choice, .flag, .fixed: break
            }
        }
    }
}

/// What a form holds, read as the kinds of values its fields are for.
public struct FormValues: Hashable, Sendable {
    enum Value: Hashable, Sendable {
        case text(String)
        case money(Money)
        case time(Instant)
        case choice(Int)
        case flag(Bool)
    }

    var values: [String: Value] = [:]

    /// The text without blanks at its ends; empty where there is none.
    public func text(_ id: String) -> String {
        if case .text(let text) = values[id] { return text }
        return ""
    }

    /// Nil where nothing, or no amount, was written.
    public func money(_ id: String) -> Money? {
        if case .money(let money) = values[id] { return money }
        return nil
    }

    public func time(_ id: String) -> Instant? {
        if case .time(let instant) = values[id] { return instant }
        return nil
    }

    /// The number of the choice, from 0.
    public func choice(_ id: String) -> Int {
        if case .choice(let number) = values[id] { return number }
        return 0
    }

    public func flag(_ id: String) -> Bool {
        if case .flag(let flag) = values[id] { return flag }
        return false
    }
}
