import Engine
import Foundation
import Rig
import Support
import Terminal
import Testing

@testable import Console

private enum Place: String, KeyContext {
    case composer, queue, chat

    static let typing: Set<Place> = [.composer]
    static func mayComeLater(_ command: String) -> Bool { false }
    static let groups: [(name: String, places: Set<Place>)] = [("lists", [.queue, .chat])]
}

private typealias Map = Keymap<Place>

private let entries: [Map.Entry] = [
    Map.Entry(id: "send", keys: ["Enter"], contexts: [.composer]),
    Map.Entry(id: "first", keys: ["Home"], contexts: [.queue, .chat]),
    Map.Entry(id: "last", keys: ["End"], contexts: [.queue, .chat]),
    Map.Entry(id: "save", keys: []),
    Map.Entry(id: "palette", keys: ["Ctrl-K"]),
]

private func read(_ text: String, over preset: String? = nil) throws -> Map.Reading {
    try Map.read(
        entries, preset: preset.map { try SettingsFile(path: "preset.yaml", text: $0) },
        SettingsFile(path: "keys.yaml", text: text))
}

private func keys(_ names: String...) -> [Key] { names.compactMap { Key(name: $0) } }

@Suite struct `A series of keys` {
    @Test func `is one key after the other, with blanks between`() throws {
        #expect(KeySeries(name: "Space o r")?.keys.count == 3)
        #expect(KeySeries(name: "ctrl-x  C-s")?.name == "Ctrl-X Ctrl-S")
        #expect(KeySeries(name: " ")?.name == "Space")
        #expect(KeySeries(name: "g gg") == nil)
        #expect(KeySeries(name: "") == nil)
    }

    @Test func `begins, goes on and means something at its end`() throws {
        let map = try read("save: [Ctrl-X Ctrl-S, Ctrl-X s]\nqueue: {first: g g}\n").keymap
        #expect(map.meaning(of: keys("Ctrl-X"), in: .composer) == .begins)
        #expect(map.meaning(of: keys("Ctrl-X", "s"), in: .composer) == .command("save"))
        #expect(map.meaning(of: keys("Ctrl-X", "x"), in: .composer) == .nothing)
        #expect(map.meaning(of: keys("g"), in: .queue) == .begins)
        #expect(map.meaning(of: keys("g"), in: .chat) == .nothing)
        #expect(map.keys(for: "save").map(\.name) == ["Ctrl-X Ctrl-S", "Ctrl-X s"])
        #expect(map.command(for: try #require(Key(name: "Ctrl-X")), in: nil) == nil)
    }

    @Test func `says what can follow, of this place and of the whole desk`() throws {
        let text = "save: Ctrl-X Ctrl-S\npalette: Ctrl-X p p\nqueue: {first: Ctrl-X g}\n"
        let map = try read(text).keymap
        let next = map.continuations(of: keys("Ctrl-X"), in: .queue)
        #expect(next.map(\.key.name) == ["g", "Ctrl-S", "p"])
        #expect(next.map(\.isLonger) == [false, false, true])
        #expect(next.map(\.commands) == [["first"], ["save"], ["palette"]])
        #expect(map.continuations(of: keys("Ctrl-X"), in: .chat).count == 2)
    }

    @Test func `cannot begin with another command's keys in the same place`() throws {
        let both = try read("save: Ctrl-X s\npalette: Ctrl-X\n")
        #expect(
            both.problems.map(\.fact) == [
                .beginning(key: "Ctrl-X", command: "palette", otherKey: "Ctrl-X s", other: "save")
            ])
        #expect(both.keymap.keys(for: "palette").map(\.name) == ["Ctrl-K"])
        let usual = try read("save: Ctrl-K s\n")
        #expect(
            usual.problems.map(\.fact) == [
                .beginning(key: "Ctrl-K s", command: "save", otherKey: "Ctrl-K", other: "palette")
            ])
        #expect(usual.keymap.meaning(of: keys("Ctrl-K"), in: nil) == .command("palette"))
    }

    @Test func `may not begin with a letter where one writes, nor go on with Esc`() throws {
        let found = try read("save: g s\nlists: {save: g s, first: g Esc}\npalette: gg\n")
        #expect(
            found.problems.map(\.fact) == [
                .takesLetter(key: "g s"), .escapeInSeries(key: "g Esc"),
                .unknownKey("gg", nearest: "g g"),
            ])
        #expect(found.keymap.meaning(of: keys("g", "s"), in: .queue) == .command("save"))
        #expect(found.keymap.meaning(of: keys("g"), in: .composer) == .nothing)
    }

    @Test func `of one place hides what holds everywhere, which is good to know`() throws {
        let found = try read("queue: {first: Ctrl-K}\n")
        #expect(found.problems.isEmpty)
        #expect(
            found.shadows.map(\.fact) == [
                .shadow(key: "Ctrl-K", command: "first", hidden: "palette", context: "queue")
            ])
        #expect(found.keymap.keys(for: "palette", in: .queue).isEmpty)
        #expect(found.keymap.keys(for: "palette", in: .chat).map(\.name) == ["Ctrl-K"])
    }

    @Test func `a line for one place goes before one for several, a person's before a preset's`()
        throws
    {
        let preset = "lists: {first: g g}\nchat: {first: g c}\nlast: G\n"
        let map = try read("lists: {last: z}\n", over: preset).keymap
        #expect(map.keys(for: "first", in: .queue).map(\.name) == ["g g"])
        #expect(map.keys(for: "first", in: .chat).map(\.name) == ["g c"])
        #expect(map.keys(for: "last", in: .queue).map(\.name) == ["z"])
        #expect(try read("first: Home\n", over: preset).keymap.keys(for: "first").count == 1)
    }

    @Test func `a clash with a preset is the person's to mend, with their file and line`() throws {
        let found = try read("\nsave: F9\n", over: "palette: F9\n")
        #expect(found.problems.map(\.file) == ["keys.yaml"])
        #expect(found.problems.map(\.line) == [2])
    }
}

@Suite struct `A preset` {
    private static let folder = Repository.path("Keymaps")

    @Test(arguments: ["default", "vim", "qianniu"])
    func `is shipped without a clash, with a name in both languages`(name: String) throws {
        let shelf = KeymapShelf(folders: [Self.folder])
        #expect(shelf.names.contains(name))
        let reading = try shelf.reading(preset: name, withOwn: false)
        #expect(reading.problems.map { $0.sentence(in: .english) } == [])
        #expect(shelf.title(of: name).zh != shelf.title(of: name).en)
        // Whatever the keys are, everything that had one keeps one.
        for command in DeskCommand.all where !command.keys.isEmpty {
            #expect(!reading.keymap.keys(for: command.id).isEmpty, "\(command.id)")
        }
    }

    @Test func `takes no letter from writing`() throws {
        let shelf = KeymapShelf(folders: [Self.folder])
        for name in shelf.names {
            let map = try shelf.reading(preset: name, withOwn: false).keymap
            for place in KeyPlace.typing {
                for value in UInt8(0x20)...0x7E {
                    let key = Key(.character(Character(UnicodeScalar(value))))
                    #expect(map.meaning(of: [key], in: place) == .nothing, "\(name) \(key.name)")
                }
            }
        }
    }

    @Test func `is chosen in the first line of keys yaml, and misspelt says the nearest`() throws {
        let home = try TemporaryFolder()
        let file = try home.write("preset: vmi\nsend: F9\n", to: "keys.yaml")
        var shelf = KeymapShelf(folders: [Self.folder], file: file)
        #expect(shelf.problems.map(\.fact) == [.unknownPreset("vmi", nearest: "vim")])
        #expect(shelf.problems.map(\.line) == [1])
        try shelf.choose("vim")
        #expect(try home.text(of: "keys.yaml") == "preset: vim\nsend: F9\n")
        #expect(shelf.preset == "vim" && shelf.keymap.isModal && shelf.problems.isEmpty)
        #expect(shelf.keymap.keys(for: "send").map(\.name) == ["F9"])
        try Data("send: F8\n".utf8).write(to: URL(fileURLWithPath: file))
        #expect(shelf.refresh() != nil)
        #expect(shelf.preset == "default")
        #expect(shelf.refresh() == nil)
    }

    @Test func `stays as it was while keys yaml is half written`() throws {
        let home = try TemporaryFolder()
        let file = try home.write("preset: vim\nsend: F9\n", to: "keys.yaml")
        var shelf = KeymapShelf(folders: [Self.folder], file: file)
        try Data("preset: vim\nsend: [F9".utf8).write(to: URL(fileURLWithPath: file))
        #expect(shelf.refresh()?.isEmpty == false)
        #expect(shelf.preset == "vim" && shelf.keymap.isModal)
        #expect(shelf.keymap.keys(for: "send").map(\.name) == ["F9"])
        try Data("preset: vim\nsend: F8\n".utf8).write(to: URL(fileURLWithPath: file))
        #expect(shelf.refresh() == [])
        #expect(shelf.keymap.keys(for: "send").map(\.name) == ["F8"])
    }

    @Test func `a preset that is mended is taken in`() throws {
        let home = try TemporaryFolder()
        let own = try home.write("title: {zh: 我的, en: Mine}\nsend: [F9", to: "mine.yaml")
        let file = try home.write("preset: mine\n", to: "keys.yaml")
        var shelf = KeymapShelf(
            folders: [Self.folder, (own as NSString).deletingLastPathComponent], file: file)
        #expect(shelf.problems.isEmpty == false)
        try Data("title: {zh: 我的, en: Mine}\nsend: F9\n".utf8).write(to: URL(fileURLWithPath: own))
        #expect(shelf.refresh() == [])
        #expect(shelf.preset == "mine")
    }
}
