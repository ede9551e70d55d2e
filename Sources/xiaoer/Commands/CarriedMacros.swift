import Engine
import Macros
import Replies
import Simulation

/// Our macros on their way into other programs' files, which hold less: each goes whole or not at
/// all, and what is taken off it on the way is noted.
struct CarriedMacros {
    private(set) var macros: [ReplyMacro] = []
    private(set) var notes: [ReplyExport.Note] = []
    private var lost: [(part: ExportedPart, names: [String])] = []

    init(_ own: [Macro], in tongue: Tongue) {
        for macro in own { take(macro, tongue) }
        notes += lost.map { ReplyExport.Note(entry: "", fact: .lost($0.part, of: $0.names)) }
    }

    private mutating func take(_ macro: Macro, _ tongue: Tongue) {
        var steps: [ReplyMacro.Step] = []
        for step in macro.steps {
            guard let plain = step.plain(in: tongue) else {
                return notes.append(
                    ReplyExport.Note(entry: macro.name, fact: .noCounterpart(step.name)))
            }
            // Texts one after the other are one text.
            if plain.name == "insert", let last = steps.last, last.name == "insert" {
                steps[steps.count - 1] = ReplyMacro.Step(
                    "insert", (last.value ?? "") + (plain.value ?? ""))
            } else {
                steps.append(plain)
            }
        }
        macros.append(
            ReplyMacro(
                name: macro.name, label: macro.label[tongue],
                folders: macro.folder.map { [$0[tongue]] } ?? [],
                scope: macro.scope == .personal ? .personal : .shop,
                parameters: macro.parameters.map {
                    ReplyMacro.Parameter(name: $0.name, title: $0.label[tongue])
                }, steps: steps, line: macro.source?.line ?? 0))
        for part in macro.lost(in: tongue) {
            if let place = lost.firstIndex(where: { $0.part == part }) {
                lost[place].names.append(macro.name)
            } else {
                lost.append((part, [macro.name]))
            }
        }
    }
}

extension Macro {
    /// What no other program's macros have a place for.
    fileprivate func lost(in tongue: Tongue) -> [ExportedPart] {
        let inBoth = steps.contains { step in
            if case .insert(let text) = step { text.zh != text.en } else { false }
        }
        let hasCaret = steps.contains { step in
            if case .insert(let text) = step { text[tongue].contains("$|$") } else { false }
        }
        let offers = parameters.contains { $0.kind != .text || $0.standard != nil }
        let other: ExportedPart = .text(tongue == .chinese ? .english : .chinese)
        return [
            (other, inBoth), (.condition, when != nil), (.stage, !stages.isEmpty),
            (.keys, !keys.isEmpty), (.words, !words.isEmpty), (.caret, hasCaret),
            (.choices, offers),
        ].filter(\.1).map(\.0)
    }
}

extension Step {
    /// As a file calls it.
    fileprivate var name: String {
        switch self {
        case .insert: "insert"
        case .fill: "fill"
        case .choose: "choose"
        case .ask: "ask"
        case .confirm: "confirm"
        case .act(let act): act.name
        case .send: "send"
        case .next: "next"
        case .branch: "if"
        }
    }

    /// A name and at most one text; nil where there is more in it.
    fileprivate func plain(in tongue: Tongue) -> ReplyMacro.Step? {
        switch self {
        case .insert(let text): ReplyMacro.Step("insert", text[tongue])
        case .send: ReplyMacro.Step("send")
        case .act(let act): act.plain(in: tongue)
        case .fill, .choose, .ask, .confirm, .next, .branch: nil
        }
    }
}

extension DeskAct {
    fileprivate func plain(in tongue: Tongue) -> ReplyMacro.Step? {
        if case .fields(let fields) = fields, fields.isEmpty { return ReplyMacro.Step(name) }
        guard let value = shortForm?[tongue] else { return nil }
        // Only texts have holes over there; a tag would be called as the hole is.
        guard name == "note" || TextHoles.names(in: value).isEmpty else { return nil }
        return ReplyMacro.Step(name, value)
    }
}
