import Foundation
import Rig
import Support
import Testing

/// Macros and recordings in the real program, by keys alone.
@Suite(.waitsForTerminals) struct `Macros, by keyboard` {
    private static let own = """
        macros:
          - name: hold-on
            label: {zh: 稍等, en: Hold on}
            steps:
              - insert: {zh: "{{customer.name}}，请稍等。", en: "One moment please, {{customer.name}}."}
              - send
              - tag: {zh: 在查, en: looking}
          - name: found-out
            label: {zh: 查到了, en: Found out}
            steps:
              - untag: {zh: 在查, en: looking}
              - insert: {zh: "{{customer.name}}，查到了。", en: "I have it, {{customer.name}}."}
              - send
        """

    /// Two customers of promotion night are there, the clock stands.
    private func desk(_ home: TemporaryFolder) throws -> TmuxDesk {
        try home.write(Self.own, to: "config/xiaoer/replies/own.yaml")
        let desk = try Served.deskWithFirstCustomer(
            [
                "--pack", "promotion-night", "--scenario", "T03", "--scenario", "T04",
                "--seed", "7", "--language", "en",
            ], home: home, customer: "Fang Min")
        desk.send("F9")
        try desk.wait(for: "both of them") { $0.contains("Luo Kai") && $0.contains("waiting 2") }
        desk.send("F9")
        try desk.wait(for: "‖")
        return desk
    }

    @Test func `one recorded on a customer runs on the next with other values, and is undone`()
        throws
    {
        let home = try TemporaryFolder()
        let desk = try desk(home)
        desk.send("M-R")
        try desk.wait(for: "REC 0")
        desk.type("Hello Fang Min, I am checking with the warehouse.")
        desk.send("Enter")
        try desk.wait(for: "REC 2")
        desk.send("M-R")
        try desk.wait(for: "Recorded 2")
        desk.send("M-j")
        try desk.wait(for: "→ Luo Kai")
        desk.send("M-E")
        try desk.wait(for: "Dry run: Just recorded → Luo Kai")
        try desk.wait(for: "Hello Luo Kai, I am checking")
        desk.send("Enter")
        try desk.wait(for: "Alt-U undoes")
        try desk.wait(forNo: "Dry run")
        try desk.wait(for: "Hello Luo Kai, I am checking")
        desk.send("M-u")
        try desk.wait(for: "recalled")

        desk.send("M-K")
        try desk.wait(for: "Keep the recording")
        desk.type("checking")
        desk.send("Tab")
        desk.type("Checking with them")
        desk.send("Enter")
        try desk.wait(for: "Kept in")
        let kept = try home.text(of: "config/xiaoer/replies/macro-checking.yaml")
        #expect(kept.contains("{{customer.name}}"))
        // It is there at once, found by its name.
        desk.send("M-M")
        try desk.wait(for: "Enter show what it would do")
        desk.type("checking")
        try desk.wait(for: "Checking with them")
    }

    @Test func `a dry run over marked customers says who is refused, and does the others`() throws {
        let home = try TemporaryFolder()
        let desk = try desk(home)
        // Only she has the tag that the second macro takes off.
        desk.type("/hold-on")
        desk.send("Enter")
        try desk.wait(for: "Dry run: Hold on")
        desk.send("Enter")
        try desk.wait(for: "Alt-U undoes")
        desk.send("F5", "Home", "Space")
        try desk.wait(for: "marked 1")
        desk.send("Space")
        try desk.wait(for: "marked 2")
        desk.send("M-M")
        try desk.wait(for: "Macros for 2 marked")
        desk.type("found-out")
        desk.send("Enter")
        try desk.wait(for: "ready for 1 of 2")
        try desk.wait(for: "I have it, Fang Min.")
        desk.send("Enter")
        try desk.wait(for: "is done for 1; 1 left marked")
        desk.send("M-u")
        try desk.wait(for: "Undone: Found out")
    }

    @Test func `five marked customers are tried at once: one is refused, four are done and undone`()
        throws
    {
        let home = try TemporaryFolder()
        try home.write(Self.own, to: "config/xiaoer/replies/own.yaml")
        let desk = try Served.desk(
            ["--at-desk", "--crowd", "5", "--seed", "7", "--language", "en", "--paused"],
            size: .wide, home: home)
        try desk.wait(for: "Queue 5")
        desk.send("F5", "Home")
        func mark(_ count: Int) throws {
            for number in 1...count {
                desk.send("Space")
                try desk.wait(for: "marked \(number)")
            }
        }
        try mark(4)
        desk.send("M-M")
        try desk.wait(for: "Macros for 4 marked")
        desk.type("hold-on")
        desk.send("Enter")
        try desk.wait(for: "ready for 4 of 4")
        desk.send("Enter")
        try desk.wait(for: "is done for 4")
        desk.send("F5", "Home")
        try mark(5)
        desk.send("M-M")
        try desk.wait(for: "Macros for 5 marked")
        desk.type("found-out")
        desk.send("Enter")
        try desk.wait(for: "ready for 4 of 5")
        desk.send("Enter")
        try desk.wait(for: "is done for 4; 1 left marked")
        desk.send("M-u")
        try desk.wait(for: "All 4")
        desk.send("Enter")
        try desk.wait(for: "Undone: Found out")
    }

    @Test func `a macro and a reply have keys of their own, and a saved change holds at once`()
        throws
    {
        let home = try TemporaryFolder()
        try home.write(
            """
            matches:
              - trigger: /ok
                label: Fine
                replace: "That is fine, {{customer.name}}."
                keys: F14
            macros:
              - name: hold-on # asks for patience
                label: Hold on
                keys: F13
                steps:
                  - insert: "One moment please."
                  - send
            """, to: "config/xiaoer/replies/own.yaml")
        let desk = try Served.deskWithFirstCustomer(
            ["--pack", "promotion-night", "--scenario", "T03", "--seed", "7", "--language", "en"],
            home: home, customer: "Fang Min")
        desk.type("\u{1B}[25~")
        try desk.wait(for: "Dry run: Hold on")
        desk.send("Escape")
        try desk.wait(forNo: "Dry run")
        desk.type("\u{1B}[26~")
        try desk.wait(for: "That is fine, Fang Min.")
        desk.send("C-u", "M-M")
        desk.type("hold-on")
        try desk.wait(for: "F4 edit")
        desk.send("F4")
        try desk.wait(for: "# asks for patience")
        try desk.wait(for: "reads well")
        desk.send("Down", "Down", "Down", "Down", "Down", "Down", "End")
        desk.send("Enter")
        desk.type("- tga: slow")
        try desk.wait(for: "did you mean “tag”?")
        for _ in "tga: slow" { desk.send("BSpace") }
        desk.type("tag: slow")
        try desk.wait(for: "reads well")
        desk.send("C-s")
        try desk.wait(for: "Kept in")
        let kept = try home.text(of: "config/xiaoer/replies/own.yaml")
        #expect(kept.contains("      - send\n      - tag: slow"))
        #expect(kept.contains("  - name: hold-on # asks for patience\n"))
        desk.type("\u{1B}[25~")
        try desk.wait(for: "#slow")
    }

    @Test func `a mistake in a file of one's own is told with file and line`() throws {
        let home = try TemporaryFolder()
        try home.write(
            "matches:\n  - trigger: /ok\n    label: OK\n    replcae: fine\n",
            to: "config/xiaoer/replies/broken.yaml")
        let desk = try Served.desk(
            ["--at-desk", "--seed", "7", "--language", "en"], size: .wide, home: home)
        try desk.wait(for: "broken.yaml:")
        desk.send("F4")
        try desk.wait(forNo: "broken.yaml:")
    }
}
