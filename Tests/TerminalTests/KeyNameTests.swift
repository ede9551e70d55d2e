import Terminal
import Testing

@Suite struct `Names of keys` {
    @Test(arguments: [
        "a", "A", "店", "/", "?", "-", "+", "Space", "Ctrl-K", "Ctrl-Space", "Alt-Enter", "Alt-1",
        "Alt-J", "Alt-Shift-J", "F1", "F13", "F24", "Ctrl-F5", "Shift-Tab", "Tab", "Esc", "Enter",
        "Backspace", "Alt-Backspace", "Delete", "Insert", "Up", "Ctrl-Left", "Shift-Down", "Home",
        "End", "PageUp", "Ctrl-Alt-PageDown", "Alt--", "Alt-+", "Ctrl-\\", "Ctrl-_", "Alt-/",
    ])
    func `are read as they are written`(name: String) throws {
        let key = try #require(Key(name: name))
        #expect(key.name == name)
    }

    @Test(arguments: [
        ("ctrl-k", "Ctrl-K"), ("C-k", "Ctrl-K"), ("CTRL+K", "Ctrl-K"), ("M-x", "Alt-X"),
        ("Ctrl-I", "Tab"), ("Ctrl-M", "Enter"), ("Ctrl-[", "Esc"), ("Ctrl-H", "Backspace"),
        ("Shift-F1", "F13"), ("Shift-F12", "F24"), ("Shift-a", "A"), ("return", "Enter"),
        ("pgdn", "PageDown"), ("backtab", "Shift-Tab"), ("Alt-space", "Alt-Space"),
        ("Option-Up", "Alt-Up"),
    ])
    func `have one spelling for what a terminal cannot tell apart`(
        written: String, spelled: String
    ) throws {
        #expect(try #require(Key(name: written)).name == spelled)
    }

    @Test(arguments: ["", "Ctrl-", "F0", "F25", "Foo", "Ctrl-Foo", "Hyper-X", "ab"])
    func `that are none are refused`(name: String) {
        #expect(Key(name: name) == nil)
    }

    @Test func `only plain characters type`() {
        #expect(Key(name: "A")?.typed == "A")
        #expect(Key(name: "Space")?.typed == " ")
        #expect(Key(name: "Alt-A")?.typed == nil)
        #expect(Key(name: "Enter")?.typed == nil)
    }
}
