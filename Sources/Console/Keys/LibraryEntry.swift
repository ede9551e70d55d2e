public import Engine
import Terminal

/// A reply or a macro as the keymap sees it: something a key can do that stands in a file of the
/// shop or of the person, not in the program.
///
/// In `keys.yaml` it is called `reply:fh` or `macro:late-ship`. The keys its author would have it
/// on hold where no command has them, and where no line of `keys.yaml` says otherwise.
public struct LibraryEntry: Hashable, Sendable {
    public let kind: Kind
    /// The code of a reply, the name of a macro.
    public let name: String
    public let label: Bilingual
    /// Names of keys, as written.
    public let keys: [String]
    public let file: String
    /// Counted from 1.
    public let line: Int

    public init(
        _ kind: Kind, _ name: String, label: Bilingual, keys: [String], file: String, line: Int
    ) {
        self.kind = kind
        self.name = name
        self.label = label
        self.keys = keys
        self.file = file
        self.line = line
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case reply, macro
    }

    /// What `keys.yaml` calls it.
    public var id: String { LibraryEntry.prefix(kind) + name }

    /// Whether a name in a keymap file is one of a reply or a macro, here or in another pack.
    static func isName(_ id: String) -> Bool {
        Kind.allCases.contains { id.hasPrefix(prefix($0)) }
    }

    private static func prefix(_ kind: Kind) -> String { kind.rawValue + ":" }

    /// The desk's command for it.
    public var command: DeskCommand {
        let name = name
        switch kind {
        case .reply:
            return DeskCommand(
                id, title: label,
                help: Bilingual(
                    zh: "把短语“\(name)”放到光标处", en: "Puts the reply “\(name)” at the caret"),
                group: .replies, when: DeskCommand.withTalk
            ) { $0.insertReply(named: name) }
        case .macro:
            return DeskCommand(
                id, title: label,
                help: Bilingual(
                    zh: "宏“\(name)”：先看会做什么，再 Enter 才做",
                    en: "The macro “\(name)”: shows what it would do, Enter does it"),
                group: .replies, when: DeskCommand.withTalk
            ) { $0.rehearse(macroNamed: name) }
        }
    }
}

extension KeymapReader<KeyPlace> {
    /// The keys that authors of replies and macros wished for. One that begins with a letter holds
    /// wherever letters are not text.
    mutating func read(_ library: [LibraryEntry]) {
        for entry in library where !entry.keys.isEmpty {
            let letters = entry.keys.filter { KeySeries(name: $0)?.keys[0].typed != nil }
            let others = entry.keys.filter { !letters.contains($0) }
            path = entry.file
            for (keys, place) in [(others, nil), (letters, "desk")] where !keys.isEmpty {
                readLine(
                    SettingsFile.Entry(
                        name: entry.id, line: entry.line, value: .list(keys)),
                    in: place.flatMap { name in
                        KeymapReader.places(named: name).map { (name, $0) }
                    })
            }
        }
    }
}
