import Terminal

/// Reads `keys.yaml` into lines a key plan understands, and remembers what it could not read.
struct KeymapReader<Context>
where Context: RawRepresentable<String> & CaseIterable & Hashable & Sendable {
    private(set) var lines: [KeyPlan<Context>.Line] = []
    private(set) var problems: [SettingsProblem] = []
    private let entries: [Keymap<Context>.Entry]
    private let path: String
    private let typing: Set<Context>

    init(_ entries: [Keymap<Context>.Entry], path: String, typing: Set<Context>) {
        self.entries = entries
        self.path = path
        self.typing = typing
    }

    mutating func read(_ file: SettingsFile) {
        for entry in file.entries {
            guard case .table(let inner) = entry.value else {
                readLine(entry, in: nil)
                continue
            }
            guard let context = Context(rawValue: entry.name) else {
                let names = Context.allCases.map(\.rawValue)
                report(
                    entry.line,
                    .unknownContext(
                        entry.name, nearest: SettingsProblem.Fact.nearest(entry.name, names)))
                continue
            }
            for line in inner { readLine(line, in: context) }
        }
    }

    private mutating func readLine(_ entry: SettingsFile.Entry, in context: Context?) {
        guard let command = entries.first(where: { $0.id == entry.name }) else {
            let nearest = SettingsProblem.Fact.nearest(entry.name, entries.map(\.id))
            return report(entry.line, .unknownCommand(entry.name, nearest: nearest))
        }
        if let context, let places = command.contexts, !places.contains(context) {
            return report(
                entry.line, .notInContext(command: command.id, context: context.rawValue))
        }
        guard let names = entry.value.texts else {
            return report(entry.line, .wrongShape(at: entry.name))
        }
        var keys: [Key] = []
        for name in names where !name.isEmpty {
            guard let key = Key(name: name) else {
                let nearest = SettingsProblem.Fact.nearest(name, KeymapReader.keyNames)
                return report(entry.line, .unknownKey(name, nearest: nearest))
            }
            if key.typed != nil, takesText(command, context) {
                return report(entry.line, .takesLetter(key: key.name))
            }
            keys.append(key)
        }
        lines.append(
            KeyPlan.Line(
                number: entry.line, command: command.id, context: context, keys: keys))
    }

    /// Whether the line would hold in a place where letters are text.
    private func takesText(_ command: Keymap<Context>.Entry, _ context: Context?) -> Bool {
        if let context { return typing.contains(context) }
        guard let places = command.contexts else { return true }
        return !places.isDisjoint(with: typing)
    }

    private mutating func report(_ line: Int, _ fact: SettingsProblem.Fact) {
        problems.append(SettingsProblem(file: path, line: line, fact: fact))
    }

    /// Names to guess from; one of each kind of key with each modifier.
    private static var keyNames: [String] {
        let bare =
            [
                "Enter", "Tab", "Backspace", "Delete", "Esc", "Insert", "Up", "Down", "Left",
                "Right", "Home", "End", "PageUp", "PageDown", "Space",
            ] + (1...24).map { "F\($0)" }
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".map(String.init)
        return bare
            + ["Ctrl-", "Alt-", "Shift-", "Ctrl-Alt-"].flatMap { modifier in
                (bare + letters).map { modifier + $0 }
            }
    }
}
