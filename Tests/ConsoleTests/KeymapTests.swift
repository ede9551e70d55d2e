import Engine
import Terminal
import Testing

@testable import Console

private enum Place: String, KeyContext {
    case composer, queue, chat

    static let typing: Set<Place> = [.composer]
    static func mayComeLater(_ command: String) -> Bool { command.hasPrefix("later:") }
    static let groups: [(name: String, places: Set<Place>)] = [("lists", [.queue, .chat])]
}

private typealias Map = Keymap<Place>

private let entries: [Map.Entry] = [
    Map.Entry(id: "send", keys: ["Enter"], contexts: [.composer]),
    Map.Entry(id: "new-line", keys: ["Alt-Enter"], contexts: [.composer]),
    Map.Entry(id: "open", keys: ["Enter", "Right"], contexts: [.queue, .chat]),
    Map.Entry(id: "next-customer", keys: ["Alt-J"]),
    Map.Entry(id: "palette", keys: ["Ctrl-K", "Ctrl-P"]),
]

private func read(_ text: String) throws -> (keymap: Map, problems: [SettingsProblem.Fact]) {
    let file = try SettingsFile(path: "keys.yaml", text: text)
    let reading = Map.read(entries, file)
    return (reading.keymap, reading.problems.map(\.fact))
}

private func key(_ name: String) throws -> Key { try #require(Key(name: name)) }

@Suite struct `Keymap, lookup` {
    @Test func `one key means another thing in another place`() throws {
        let map = Map(entries)
        #expect(map.command(for: try key("Enter"), in: .composer) == "send")
        #expect(map.command(for: try key("Enter"), in: .queue) == "open")
        #expect(map.command(for: try key("Enter"), in: nil) == nil)
        #expect(map.command(for: try key("Alt-J"), in: .chat) == "next-customer")
        #expect(map.command(for: try key("Alt-X"), in: .chat) == nil)
    }

    @Test func `says the keys of a command, the first one first`() throws {
        let map = Map(entries)
        #expect(map.keys(for: "palette").map(\.name) == ["Ctrl-K", "Ctrl-P"])
        #expect(map.keys(for: "open", in: .queue).map(\.name) == ["Enter", "Right"])
        #expect(map.keys(for: "send", in: .queue).isEmpty)
    }

    @Test func `finds default keys claimed twice`() {
        #expect(Map.clashes(in: entries).isEmpty)
        let twice = entries + [Map.Entry(id: "close", keys: ["Alt-J"])]
        #expect(
            Map.clashes(in: twice) == [
                .clash(key: "Alt-J", command: "close", other: "next-customer")
            ])
    }
}

@Suite struct `Keymap, a person's file` {
    @Test func `replaces the default keys`() throws {
        let (map, problems) = try read("send: Ctrl-Enter\npalette: [F12, Alt-X]\n")
        #expect(problems.isEmpty)
        #expect(map.command(for: try key("Ctrl-Enter"), in: .composer) == "send")
        #expect(map.command(for: try key("Enter"), in: .composer) == nil)
        #expect(map.keys(for: "palette").map(\.name) == ["F12", "Alt-X"])
        #expect(map.command(for: try key("Ctrl-K"), in: nil) == nil)
    }

    @Test func `may swap two keys`() throws {
        let (map, problems) = try read("send: Alt-Enter\nnew-line: Enter\n")
        #expect(problems.isEmpty)
        #expect(map.command(for: try key("Enter"), in: .composer) == "new-line")
        #expect(map.command(for: try key("Alt-Enter"), in: .composer) == "send")
    }

    @Test func `may take a key away`() throws {
        let (map, problems) = try read("palette: []\n")
        #expect(problems.isEmpty)
        #expect(map.keys(for: "palette").isEmpty)
    }

    @Test func `changes one place only where it says so`() throws {
        let (map, problems) = try read("queue:\n  open: Alt-O\n  next-customer: J\n")
        #expect(problems.isEmpty)
        #expect(map.command(for: try key("Enter"), in: .queue) == nil)
        #expect(map.command(for: try key("Enter"), in: .chat) == "open")
        #expect(map.command(for: try key("J"), in: .queue) == "next-customer")
        #expect(map.command(for: try key("Alt-J"), in: .queue) == "next-customer")
        #expect(map.command(for: try key("J"), in: .chat) == nil)
    }

    @Test func `keeps the default of a line that clashes and names both commands`() throws {
        let (map, problems) = try read("next-customer: Ctrl-K\nsend: Ctrl-Enter\n")
        #expect(
            problems == [.clash(key: "Ctrl-K", command: "next-customer", other: "palette")])
        #expect(map.command(for: try key("Ctrl-K"), in: nil) == "palette")
        #expect(map.command(for: try key("Alt-J"), in: nil) == "next-customer")
        #expect(map.command(for: try key("Ctrl-Enter"), in: .composer) == "send")
    }

    @Test func `of two lines that want one key the later gives way`() throws {
        let (map, problems) = try read("palette: F12\nnext-customer: F12\n")
        #expect(problems == [.clash(key: "F12", command: "next-customer", other: "palette")])
        #expect(map.command(for: try key("F12"), in: nil) == "palette")
        #expect(map.command(for: try key("Alt-J"), in: nil) == "next-customer")
    }

    @Test func `is told what it misspelt`() throws {
        let text = "snd: F12\npalette: Ctrl-Entr\nqueu: {open: F12}\nqueue: {send: F11}\nsend: a\n"
        let (map, problems) = try read(text)
        #expect(
            problems == [
                .unknownCommand("snd", nearest: "send"),
                .unknownKey("Ctrl-Entr", nearest: "Ctrl-Enter"),
                .unknownContext("queu", nearest: "queue"),
                .notInContext(command: "send", context: "queue"),
                .takesLetter(key: "a"),
            ])
        #expect(map.keys(for: "palette").map(\.name) == ["Ctrl-K", "Ctrl-P"])
        #expect(map.keys(for: "send").map(\.name) == ["Enter"])
    }

    @Test func `that is no YAML leaves all defaults and says where it stops`() throws {
        #expect(throws: SettingsProblem.self) {
            try SettingsFile(path: "keys.yaml", text: "send: [Enter\nnew: }")
        }
        let sentence = SettingsProblem(
            file: "keys.yaml", line: 2, fact: .notYAML(Bilingual(zh: "x", en: "x"))
        )
        .sentence(in: .chinese)
        #expect(sentence == "keys.yaml:2：YAML 读不了，照旧：x")
    }

    @Test func `that is missing changes nothing`() {
        let shelf = KeymapShelf(file: "/nonexistent/keys.yaml")
        #expect(shelf.problems.isEmpty)
        #expect(shelf.keymap.keys(for: "send").map(\.name) == ["Enter"])
    }
}
