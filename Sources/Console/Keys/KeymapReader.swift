import Terminal

/// Reads `keys.yaml` or a preset into lines a key plan understands, and remembers what it could
/// not read.
struct KeymapReader<Context: KeyContext> {
    private(set) var lines: [KeyPlan<Context>.Line] = []
    private(set) var problems: [SettingsProblem] = []
    /// Whether the file says that the composer waits for commands; nil where it says nothing.
    private(set) var isModal: Bool?
    private let entries: [Keymap<Context>.Entry]
    private let isWhole: Bool
    /// The file that is being read.
    var path: String
    private let layer: KeyPlan<Context>.Layer

    /// - Parameter isWhole: no command is missing that another pack might bring.
    init(
        _ entries: [Keymap<Context>.Entry], path: String, layer: KeyPlan<Context>.Layer,
        isWhole: Bool = false
    ) {
        self.entries = entries
        self.isWhole = isWhole
        self.path = path
        self.layer = layer
    }

    mutating func read(_ file: SettingsFile) {
        for entry in file.entries {
            if readHead(entry) { continue }
            guard case .table(let inner) = entry.value else {
                readLine(entry, in: nil)
                continue
            }
            guard let places = KeymapReader.places(named: entry.name) else {
                report(
                    entry.line,
                    .unknownContext(
                        entry.name,
                        nearest: SettingsProblem.Fact.nearest(
                            entry.name, KeymapReader.placeNames)))
                continue
            }
            for line in inner { readLine(line, in: (entry.name, places)) }
        }
    }

    /// What is said of the file as a whole: `preset`, `modal`, `title`.
    private mutating func readHead(_ entry: SettingsFile.Entry) -> Bool {
        switch (entry.name, entry.value) {
        case ("preset", .text): return true  // which one it is, the shelf has read
        case ("title", .table): return true
        case ("modal", .text("true")): isModal = true
        case ("modal", .text("false")): isModal = false
        case ("preset", _), ("modal", _), ("title", _):
            report(entry.line, .wrongShape(at: entry.name))
        default: return false
        }
        return true
    }

    mutating func readLine(
        _ entry: SettingsFile.Entry, in context: (name: String, places: Set<Context>)?
    ) {
        guard let command = entries.first(where: { $0.id == entry.name }) else {
            // What is not there now may be in another pack.
            if !isWhole && Context.mayComeLater(entry.name) { return }
            let nearest = SettingsProblem.Fact.nearest(entry.name, entries.map(\.id))
            return report(entry.line, .unknownCommand(entry.name, nearest: nearest))
        }
        let places = context?.places.filter { command.contexts?.contains($0) != false }
        if let context, places?.isEmpty == true {
            return report(
                entry.line, .notInContext(command: command.id, context: context.name))
        }
        guard let names = entry.value.texts else {
            return report(entry.line, .wrongShape(at: entry.name))
        }
        var found: [KeySeries] = []
        for name in names where !name.isEmpty {
            guard let series = KeySeries(name: name) else {
                return report(
                    entry.line, .unknownKey(name, nearest: KeymapReader.nearestKey(to: name)))
            }
            if series.keys.dropFirst().contains(Key(.escape)) {
                return report(entry.line, .escapeInSeries(key: series.name))
            }
            if series.keys[0].typed != nil, takesText(command, places) {
                return report(entry.line, .takesLetter(key: series.name))
            }
            found.append(series)
        }
        lines.append(
            KeyPlan.Line(
                file: path, number: entry.line, ordinal: lines.count + 1, layer: layer,
                command: command.id, contexts: places, series: found))
    }

    /// Whether the line would hold in a place where letters are text.
    private func takesText(
        _ command: Keymap<Context>.Entry, _ places: Set<Context>?
    ) -> Bool {
        guard let held = places ?? command.contexts else { return true }
        return !held.isDisjoint(with: Context.typing)
    }

    private mutating func report(_ line: Int, _ fact: SettingsProblem.Fact) {
        problems.append(SettingsProblem(file: path, line: line, fact: fact))
    }

    /// The places a name in a file stands for; nil for a name that is none.
    static func places(named name: String) -> Set<Context>? {
        Context(rawValue: name).map { [$0] } ?? Context.groups.first { $0.name == name }?.places
    }

    static var placeNames: [String] {
        Context.allCases.map(\.rawValue) + Context.groups.map(\.name)
    }

    /// The key somebody probably meant. `gg` is a series written without its blank.
    static func nearestKey(to name: String) -> String? {
        let parts = name.split(whereSeparator: \.isWhitespace).map(String.init)
        if parts.count > 1 {
            let meant = parts.map { Key(name: $0) != nil ? $0 : nearestKey(to: $0) }
            guard meant.allSatisfy({ $0 != nil }) else { return nil }
            return meant.compactMap { $0 }.joined(separator: " ")
        }
        if (2...3).contains(name.count), name.allSatisfy({ $0.isASCII && $0.isLetter }) {
            return name.map(String.init).joined(separator: " ")
        }
        return SettingsProblem.Fact.nearest(name, keyNames)
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
