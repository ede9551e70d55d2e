import Engine

/// A variable defined in the file, as espanso's match files do.
indirect enum VariableValue: Hashable, Sendable {
    /// A text, which may hold holes itself.
    case echo(Bilingual)
    /// A date in the notation of `strftime`, moved by so much, in a tongue of its own if it says so.
    case date(format: String, shift: Span, tongue: Tongue?)
    /// The agent picks one.
    case choice([Ask.Choice])
    /// Chance picks one.
    case random([Bilingual])
    /// What was copied last; asked for.
    case clipboard
    /// Fields the agent fills in: `{{name.field}}`, or `{{field}}` where the form is the reply.
    case form(layout: String, fields: [FormField])
    /// Another reply by its code, until the library has found it.
    case match(String)
    /// Another reply, put in.
    case reply(text: Bilingual, variables: [Variable])
}

/// A named value that a file of replies defines itself.
struct Variable: Hashable, Sendable {
    /// Empty for the form that is the reply.
    let name: String
    var value: VariableValue
    /// Variables that have to be settled first.
    var needs: [String] = []
    let line: Int

    /// The names by which a text may call it.
    var names: [String] {
        guard case .form(_, let fields) = value else { return [name] }
        return fields.map { field(named: $0.name) }
    }

    /// What a field of a form is called where it is asked for.
    func title(of name: String) -> String? {
        guard case .form(_, let fields) = value else { return nil }
        return fields.first { field(named: $0.name) == name }?.title?.zh
    }

    func field(named field: String) -> String { name.isEmpty ? field : name + "." + field }
}

/// One field of a form.
struct FormField: Hashable, Sendable {
    let name: String
    var kind: Kind = .text
    var title: Bilingual?
    var value: Bilingual?

    enum Kind: Hashable, Sendable {
        case text, multiline
        case choice([Ask.Choice])
    }
}
