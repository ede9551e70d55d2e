extension Key {
    /// Reads a name as keymap files write it: `Ctrl-K`, `Alt-Enter`, `F13`, `Alt-1`, `Shift-Up`.
    ///
    /// Case does not matter, `C-`, `M-`, `S-` and a `+` between the parts are understood. Nil for
    /// anything that is not a key.
    public init?(name: String) {
        var rest = Substring(name)
        var held: Modifiers = []
        while let (modifier, length) = Key.modifier(at: rest), rest.count > length {
            held.insert(modifier)
            rest = rest.dropFirst(length)
        }
        // `Alt-J` is Alt and the key J, as on the keyboard; its capital is `Alt-Shift-J`.
        if !held.isDisjoint(with: [.alt, .control]), rest.utf8.count == 1 {
            rest = Substring(rest.lowercased())
        }
        guard let code = Key.code(named: rest) else { return nil }
        self.init(code, held)
    }

    /// The name as keymap files and the footer write it: `Ctrl-K`, `Alt-Shift-J`, `F13`.
    public var name: String {
        var parts: [String] = []
        if modifiers.contains(.control) { parts.append("Ctrl") }
        if modifiers.contains(.alt) { parts.append("Alt") }
        if modifiers.contains(.shift) { parts.append("Shift") }
        parts.append(codeName)
        return parts.joined(separator: "-")
    }

    private var codeName: String {
        switch code {
        case .character(" "): "Space"
        case .character(let character):
            modifiers.isEmpty ? String(character) : character.uppercased()
        case .function(let number): "F\(number)"
        case .enter: "Enter"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .backspace: "Backspace"
        case .delete: "Delete"
        case .escape: "Esc"
        case .insert: "Insert"
        case .up: "Up"
        case .down: "Down"
        case .left: "Left"
        case .right: "Right"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PageUp"
        case .pageDown: "PageDown"
        }
    }

    private static func modifier(at text: Substring) -> (Modifiers, length: Int)? {
        for (word, modifier) in prefixes {
            let start = text.prefix(word.count)
            guard start.lowercased() == word else { continue }
            let mark = text.dropFirst(word.count).first
            if mark == "-" || mark == "+" { return (modifier, word.count + 1) }
        }
        return nil
    }

    private static func code(named name: Substring) -> Code? {
        if name.count == 1, let character = name.first { return .character(character) }
        let lower = name.lowercased()
        if lower.first == "f", let number = Int(lower.dropFirst()) {
            return (1...24).contains(number) ? .function(number) : nil
        }
        return names[lower]
    }

    private static let prefixes: [(String, Modifiers)] = [
        ("control", .control), ("ctrl", .control), ("c", .control),
        ("option", .alt), ("meta", .alt), ("alt", .alt), ("m", .alt), ("a", .alt),
        ("shift", .shift), ("s", .shift),
    ]

    private static let names: [String: Code] = [
        "enter": .enter, "return": .enter, "tab": .tab, "backtab": .backTab,
        "backspace": .backspace, "delete": .delete, "del": .delete, "esc": .escape,
        "escape": .escape, "insert": .insert, "ins": .insert, "up": .up, "down": .down,
        "left": .left, "right": .right, "home": .home, "end": .end, "pageup": .pageUp,
        "pgup": .pageUp, "pagedown": .pageDown, "pgdn": .pageDown, "space": .character(" "),
    ]
}
