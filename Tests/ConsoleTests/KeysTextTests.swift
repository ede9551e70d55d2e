import Foundation
import Rig
import Support
import Terminal
import Testing

@testable import Console

@Suite struct `The text of keys yaml` {
    private func changed(
        _ text: String, _ command: String, _ keys: [String], in place: String? = nil
    ) throws -> String {
        var text = KeysText(text)
        try text.set(command, to: keys, in: place)
        return text.whole
    }

    @Test func `changes one line and keeps its comment and all others`() throws {
        let text = "# mine\nsend: Enter   # as ever\n\n# moving\nqueue:\n  open: F2\n"
        #expect(
            try changed(text, "send", ["Ctrl-Enter", "F9"])
                == text.replacing("send: Enter ", with: "send: [Ctrl-Enter, F9] "))
        #expect(
            try changed(text, "open", ["Alt-O"], in: "queue")
                == text.replacing("F2", with: "Alt-O"))
    }

    @Test func `adds a line where there was none, in its place`() throws {
        #expect(try changed("", "send", ["F9"]) == "send: F9\n")
        #expect(try changed("a: F1", "send", []) == "a: F1\nsend: []\n")
        #expect(
            try changed(
                "queue:\n    open: F2 # x\n\n# end\nsend: F9\n", "next", ["g g"], in: "queue")
                == "queue:\n    open: F2 # x\n    next: g g\n\n# end\nsend: F9\n")
        #expect(
            try changed("send: F9\n", "next", ["j"], in: "queue")
                == "send: F9\nqueue:\n  next: j\n")
        #expect(try changed("queue:\n", "next", ["j"], in: "queue") == "queue:\n  next: j\n")
    }

    @Test func `takes braces and lists over several rows apart, comments kept`() throws {
        #expect(
            try changed("queue: {open: F2, close: [F3, g g]}  # q\n", "next", ["j"], in: "queue")
                == "queue:  # q\n  open: F2\n  close: [F3, g g]\n  next: j\n")
        #expect(
            try changed("send:\n  - F9\n  # second\n  - F8\nnext: F7\n", "send", ["F1"])
                == "send: F1\n  # second\nnext: F7\n")
    }

    @Test(arguments: ["?", "/", ":", "#", "\"", "\\", "[", "-", "'", "1", "~", "Ctrl-\\", "Alt-:"])
    func `writes any key so that it is read again`(key: String) throws {
        var text = KeysText("")
        try text.set("send", to: [key, "F9"], in: nil)
        try text.set("next", to: [key], in: "queue")
        let file = try SettingsFile(path: "keys.yaml", text: text.whole)
        #expect(file.entries.first?.value.texts == [key, "F9"])
    }

    @Test func `keeps the line ends of Windows`() throws {
        #expect(try changed("a: F1\r\nsend: F2\r\n", "send", ["F3"]) == "a: F1\r\nsend: F3\r\n")
    }
}

@Suite struct `Binding a key` {
    private func shelf(_ text: String, _ home: TemporaryFolder) throws -> KeymapShelf {
        KeymapShelf(file: try home.write(text, to: "keys.yaml"))
    }

    private func series(_ name: String) throws -> KeySeries {
        try #require(KeySeries(name: name))
    }

    @Test func `writes it and holds at once`() throws {
        let home = try TemporaryFolder()
        var shelf = try shelf("# mine\n", home)
        try shelf.bind("order-memo", to: [series("F13"), series("Ctrl-X m")])
        #expect(try home.text(of: "keys.yaml") == "# mine\norder-memo: [F13, Ctrl-X m]\n")
        #expect(shelf.keymap.keys(for: "order-memo").map(\.name) == ["F13", "Ctrl-X m"])
    }

    @Test func `that clashes is told and not written`() throws {
        let home = try TemporaryFolder()
        var shelf = try shelf("# mine\n", home)
        let binding = try shelf.bind("order-memo", to: [series("Ctrl-K")])
        #expect(
            binding.clashes.map(\.fact) == [
                .clash(key: "Ctrl-K", command: "order-memo", other: "palette")
            ])
        #expect(try home.text(of: "keys.yaml") == "# mine\n")
    }

    @Test func `may take the key away, and the other keeps the rest`() throws {
        let home = try TemporaryFolder()
        var shelf = try shelf("", home)
        let binding = try shelf.bind("order-memo", to: [series("Ctrl-K m")], taking: true)
        #expect(binding.clashes.isEmpty)
        #expect(binding.taken.map(\.command) == ["palette"])
        #expect(
            try home.text(of: "keys.yaml") == "order-memo: Ctrl-K m\npalette: Ctrl-P\n")
    }

    @Test func `in vim keeps the keys of other places out of the general line`() throws {
        let home = try TemporaryFolder()
        var shelf = KeymapShelf(
            folders: [Repository.path("Keymaps")],
            file: try home.write("preset: vim\n", to: "keys.yaml"))
        #expect(shelf.preset == "vim")
        let kept = shelf.keymap.written(for: "next-customer", in: nil)
        #expect(!kept.map(\.name).contains("j"))
        let binding = try shelf.bind("next-customer", to: kept + [series("F13")])
        #expect(binding.clashes.isEmpty)
        #expect(shelf.keymap.keys(for: "next-customer").map(\.name).contains("F13"))
        #expect(shelf.keymap.keys(for: "next-customer").map(\.name).contains("j"))
    }

    @Test func `in one place says what it hides there`() throws {
        let home = try TemporaryFolder()
        var shelf = try shelf("", home)
        let binding = try shelf.bind("list-first", to: [series("Alt-J")], in: "queue")
        #expect(
            binding.shadows.map(\.fact) == [
                .shadow(
                    key: "Alt-J", command: "list-first", hidden: "next-customer", context: "queue")
            ])
        #expect(try home.text(of: "keys.yaml") == "queue:\n  list-first: Alt-J\n")
    }

    @Test func `where nothing can be written says so`() throws {
        var shelf = KeymapShelf(file: "/proc/keys.yaml")
        do {
            try shelf.bind("order-memo", to: [series("F13")])
            Issue.record("it was written")
        } catch {
            #expect((error as? SettingsProblem)?.fact == .unwritable)
        }
    }
}
