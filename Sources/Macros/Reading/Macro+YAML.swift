public import Engine
import Simulation

extension Macro {
    /// As a file writes it: read again it is the same macro, and written again the same text.
    public var yaml: String { "macros:\n" + entry }

    /// Several in one file.
    public static func yaml(_ macros: [Macro]) -> String {
        "macros:\n" + macros.map(\.entry).joined(separator: "\n")
    }

    private var entry: String {
        var fields: [(String, YAMLText)] = [("name", .one(name)), ("label", .words(label))]
        if let folder { fields.append(("folder", .words(folder))) }
        if !keys.isEmpty { fields.append(("keys", .some(keys))) }
        if !words.isEmpty { fields.append(("search_terms", .some(words))) }
        if scope != .shop { fields.append(("scope", .one(scope.rawValue))) }
        if !stages.isEmpty {
            fields.append(("stage", .some(stages.map { Spelling.hyphened($0.rawValue) })))
        }
        if !parameters.isEmpty {
            fields.append(("parameters", .list(parameters.map(\.written))))
        }
        if let when { fields.append(("when", when.written)) }
        fields.append(("steps", .list(steps.map(\.written))))
        return YAMLText.list([.block(fields)]).lines(2).joined(separator: "\n") + "\n"
    }
}

extension Parameter {
    fileprivate var written: YAMLText {
        var fields: [(String, YAMLText)] = [
            ("name", .one(name)), ("type", .one(kind.rawValue)), ("label", .words(label)),
        ]
        if let standard { fields.append(("default", .words(standard))) }
        // Only what is not so by itself.
        if isAsked != (standard == nil) { fields.append(("ask", .plain("\(isAsked)"))) }
        if !options.isEmpty {
            fields.append(("options", .list(options.map { $0.written("value") })))
        }
        return .flow(fields)
    }
}

extension Parameter.Option {
    fileprivate func written(_ name: String) -> YAMLText {
        var fields: [(String, YAMLText)] = []
        if label != value { fields.append(("label", .words(label))) }
        if let when { fields.append(("when", when.written)) }
        fields.append((name, .words(value)))
        return .flow(fields)
    }
}

extension Step {
    fileprivate var written: YAMLText {
        switch self {
        case .insert(let text): .block([("insert", .words(text))])
        case .fill(let name, let text): .block([("fill", .flow([(name, .words(text))]))])
        case .choose(let choice):
            .block([
                (
                    "choose",
                    .block([
                        ("name", .one(choice.name)), ("label", .words(choice.question)),
                        (
                            "of",
                            .list(
                                choice.options.map {
                                    $0.written(choice.isInserted ? "text" : "value")
                                })
                        ),
                    ])
                )
            ])
        case .ask(let name): .block([("ask", .one(name))])
        case .confirm(let question): .block([("confirm", .words(question))])
        case .send: .plain("send")
        case .next: .plain("next")
        case .act(let act): act.written
        case .branch(let when, let then, let otherwise):
            .block(
                [("if", when.written), ("then", .list(then.map(\.written)))]
                    + (otherwise.isEmpty ? [] : [("else", .list(otherwise.map(\.written)))]))
        }
    }
}

extension DeskAct {
    /// What stands behind its name where that says it all, as in `tag: 迟发`; nil where it has no
    /// field, another one, or a value that is no text.
    public var shortForm: Bilingual? {
        guard case .fields(let fields) = fields, fields.count == 1,
            fields[0].name == ActForm.named(name)?.short
        else { return nil }
        return switch fields[0].value {
        case .text(let text): Bilingual(zh: text, en: text)
        case .words(let words): words
        case .fields, .list, .named, .later, .nothing: nil
        }
    }

    fileprivate var written: YAMLText {
        guard case .fields(let fields) = fields, !fields.isEmpty else { return .plain(name) }
        if shortForm != nil {
            return .block([(name, DeskAct.written(fields[0].value, fields[0].name, in: name))])
        }
        return .block([(name, DeskAct.written(self.fields, "", in: name))])
    }

    private static func written(_ tree: FormTree, _ field: String, in act: String) -> YAMLText {
        switch tree {
        case .text(let text): .one(text)
        case .words(let words): .pair(words)
        case .list(let items): .flowList(items.map { written($0, field, in: act) })
        case .fields(let fields):
            .flow(fields.map { ($0.name, written($0.value, $0.name, in: act)) })
        case .named, .later, .nothing: .plain("null")
        }
    }
}
