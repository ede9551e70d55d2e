import Engine
import Rig
import Support
import Terminal
import Testing

@testable import Console

/// Keys that replies and macros bring along.
@Suite struct `Keys of the library` {
    private func entry(
        _ kind: LibraryEntry.Kind, _ name: String, keys: [String], line: Int = 3
    ) -> LibraryEntry {
        LibraryEntry(
            kind, name, label: Bilingual(zh: name, en: name), keys: keys, file: "own.yaml",
            line: line)
    }

    private func shelf(
        _ library: [LibraryEntry], own: String = "", isWhole: Bool = false
    ) throws -> KeymapShelf {
        let folder = try TemporaryFolder()
        try folder.write(own, to: "keys.yaml")
        return KeymapShelf(
            file: folder.path + "/keys.yaml", library: library, isWhole: isWhole)
    }

    private func key(_ name: String) throws -> Key { try #require(Key(name: name)) }

    @Test func `hold everywhere, and a letter only where letters are not text`() throws {
        let keymap = try shelf([
            entry(.macro, "late", keys: ["F13", "Z w"]), entry(.reply, "fh", keys: ["F14"]),
        ]).keymap
        for place in KeyPlace.allCases {
            #expect(keymap.command(for: try key("F13"), in: place) == "macro:late")
            #expect(keymap.command(for: try key("F14"), in: place) == "reply:fh")
            let series = [try key("Z"), try key("w")]
            // While a shift is gone through again, nothing can be done to a customer.
            let isText = KeyPlace.typing.contains(place) || place == .replay
            #expect(
                keymap.meaning(of: series, in: place)
                    == (isText ? .nothing : .command("macro:late")), "\(place)")
        }
    }

    @Test func `give way to commands, and it is said where`() throws {
        let shelf = try shelf([entry(.macro, "late", keys: ["F10"], line: 7)])
        #expect(shelf.keymap.command(for: try key("F10"), in: .composer) == "macros")
        #expect(
            shelf.problems == [
                SettingsProblem(
                    file: "own.yaml", line: 7,
                    fact: .taken(key: "F10", command: "macro:late", other: "macros"))
            ])
    }

    @Test func `give way to what keys.yaml says, of themselves and of commands`() throws {
        let library = [
            entry(.macro, "late", keys: ["F13"]), entry(.macro, "soon", keys: ["F14"]),
        ]
        let shelf = try shelf(library, own: "macro:late: F15\norder-memo: F14\n")
        #expect(shelf.keymap.command(for: try key("F13"), in: .queue) == nil)
        #expect(shelf.keymap.command(for: try key("F15"), in: .queue) == "macro:late")
        #expect(shelf.keymap.command(for: try key("F14"), in: .queue) == "order-memo")
        #expect(shelf.problems.map(\.file) == ["own.yaml"])
    }

    @Test func `of two that want one key the first has it`() throws {
        let shelf = try shelf([
            entry(.reply, "a", keys: ["F13"]), entry(.reply, "b", keys: ["F13"], line: 9),
        ])
        #expect(shelf.keymap.command(for: try key("F13"), in: .queue) == "reply:a")
        #expect(shelf.problems.map(\.line) == [9])
    }

    @Test func `a name that is not there now is no mistake, one that is nowhere is`() throws {
        let own = "macro:elsewhere: F13\n"
        #expect(try shelf([], own: own).problems.isEmpty)
        let library = [entry(.macro, "elsewhere2", keys: [])]
        #expect(
            try shelf(library, own: own, isWhole: true).problems.map(\.fact) == [
                .unknownCommand("macro:elsewhere", nearest: "macro:elsewhere2")
            ])
    }

    @Test func `a misspelt key is told with file and line, and the others hold`() throws {
        let shelf = try shelf([
            entry(.reply, "a", keys: ["F99"], line: 4), entry(.reply, "b", keys: ["F13"]),
        ])
        #expect(shelf.keymap.command(for: try key("F13"), in: .queue) == "reply:b")
        #expect(shelf.problems.map(\.line) == [4])
    }

    @Test func `put a reply in and show what a macro would do`() throws {
        let scene = try DeskScene.busy()
        scene.offerMacros()
        scene.desk.replyNamed = { _, code in
            code == "fh" ? ReplyChoice(code: code, title: "发货", text: "明天发。") : nil
        }
        scene.desk.take([
            entry(.macro, "late-ship", keys: ["F13"]), entry(.reply, "fh", keys: ["F14"]),
            entry(.reply, "gone", keys: ["F15"]),
        ])
        scene.type("您好，")
        scene.press("F14")
        #expect(scene.desk.composer.text == "您好，明天发。")
        scene.press("F15")
        #expect(scene.desk.notice?.kind == .refused)
        scene.press("F13")
        #expect(scene.desk.overlays.last is MacroTrial)
        scene.press("Esc", "Ctrl-K")
        scene.type("late-ship")
        scene.press("Enter")
        #expect(scene.desk.overlays.last is MacroTrial)
    }
}
