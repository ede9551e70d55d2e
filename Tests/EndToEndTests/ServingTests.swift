import Rig
import Support
import Testing

/// What a person does at the desk, from the first start to the debrief.
@Suite(.waitsForTerminals) struct `A shift, served by keyboard` {
    @Test func `the first start asks for the language and offers the guide`() throws {
        let desk = try Served.desk([])
        try desk.wait(for: "语言 · Language")
        desk.send("2")
        try desk.wait(for: "First time here?")
        desk.send("Enter")
        // The guided customer comes, and the first of the eight keys is taught.
        try desk.wait(for: "Hu Jing")
        desk.send("C-q")
        #expect(try desk.exitStatus() == 0)
        // Asked once, not again.
        try desk.restart()
        try desk.wait(for: "What do you want to do?")
        #expect(!desk.screen().contains("语言 · Language"))
    }

    @Test func `a reply goes to the customer named above it, and is on the disk`() throws {
        let home = try TemporaryFolder()
        let desk = try Served.deskWithFirstCustomer(home: home)
        desk.type("Hello! Do you like it loose or fitted?")
        desk.send("Enter")
        try desk.wait(for: "me ")
        desk.kill9()
        try desk.waitForShell()
        let report = try Served.run(["report", "--json"], home: home)
        #expect(report.status.isSuccess, "\(report.errors)")
    }

    @Test func `from the first customer to the debrief, and the report outside the desk`() throws {
        let home = try TemporaryFolder()
        let desk = try Served.deskWithFirstCustomer(home: home)
        desk.type("Hi, welcome to Xiaoman! Do you like it loose or more fitted?")
        desk.send("Enter", "F9", "M-=")
        try desk.wait(for: "her answer") { screen in
            ["loose", "Loose", "roomy"].filter(screen.contains).count > 0
                && screen.contains("fitted?")
        }
        desk.send("F9")
        try Served.command("End the shift", on: desk)
        // One is not answered yet, so it is asked; a resting hand on Enter would say no.
        try desk.wait(for: "1 end the shift")
        desk.send("1")
        try desk.wait(for: "Debrief")
        // Figures first, the conversations below them.
        desk.send("End")
        try desk.wait(for: "Li Qian")
        desk.send("C-q")
        #expect(try desk.exitStatus() == 0)
        for (form, mark) in [("--json", "{"), ("--csv", ","), ("--html", "<html")] {
            let report = try Served.run(["report", form], home: home)
            #expect(report.status.isSuccess, "\(form): \(report.errors)")
            #expect(report.output.contains(mark))
            #expect(!report.output.contains("http://") && !report.output.contains("https://"))
        }
    }

    @Test func `a draft stays with its customer while others are looked at`() throws {
        let desk = try Served.deskWithFirstCustomer()
        desk.type("only for Li Qian")
        try desk.wait(for: "only for Li Qian")
        desk.send("F9", "M-=")
        // The second customer comes at 1:50 of the shop's time.
        try desk.wait(for: "Zhao Min", within: .seconds(60))
        desk.send("F9", "M-j")
        try desk.wait(for: "→ Zhao Min")
        #expect(!desk.screen().contains("only for Li Qian"))
        desk.type("and this for Zhao Min")
        try desk.wait(for: "and this for Zhao Min")
        desk.send("M-k")
        try desk.wait(for: "only for Li Qian")
        #expect(!desk.screen().contains("and this for Zhao Min"))
    }

    @Test func `language and theme change while one works`() throws {
        let desk = try Served.deskWithFirstCustomer()
        desk.type("my draft")
        try desk.wait(for: "my draft")
        desk.send("M-l")
        try desk.wait(for: "界面换成中文")
        try desk.wait(for: "队列")
        #expect(desk.screen().contains("my draft"))
        desk.send("M-l")
        try desk.wait(for: "The desk speaks English now")
        let before = desk.styledScreen()
        try Served.command("Theme", on: desk)
        desk.send("Down", "Enter")
        try desk.wait(for: "other colours") { _ in desk.styledScreen() != before }
        #expect(desk.screen().contains("my draft"))
    }

    @Test func `a quick reply is put into the draft and sends nothing`() throws {
        let desk = try Served.deskWithFirstCustomer()
        let before = try desk.settle()
        desk.type("First: ")
        desk.send("M-1")
        let after = try desk.wait(for: "a draft with the reply in it") { screen in
            screen != before && screen.contains("First: ")
                && !screen.contains("First: \n")
        }
        #expect(!after.contains("  me "))
    }

    @Test func `help names the keys, and Esc goes back to the draft`() throws {
        let desk = try Served.deskWithFirstCustomer()
        desk.type("kept")
        try desk.wait(for: "kept")
        desk.send("F1")
        try desk.wait(for: "What can be done here")
        desk.send("F1")
        try desk.wait(for: "All keys")
        desk.send("Escape")
        try desk.wait(forNo: "All keys")
        desk.type("!")
        try desk.wait(for: "kept!")
    }

    @Test func `a click selects a conversation`() throws {
        let desk = try Served.deskWithFirstCustomer()
        desk.send("F2")
        let screen = try desk.settle()
        let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(rows.firstIndex { $0.contains("Li Qian") })
        // A press and a release in SGR form, counted from 1.
        desk.bytes(Array("\u{1B}[<0;5;\(row + 1)M\u{1B}[<0;5;\(row + 1)m".utf8))
        desk.type("after the click")
        try desk.wait(for: "after the click")
    }
}
