import Foundation
import Rig
import Support
import Testing

/// `xiaoer keys` as a person runs it.
@Suite(.waitsForTerminals) struct `The keys command` {
    private func keys(
        _ arguments: String..., home: TemporaryFolder, chinese: Bool = false
    ) throws -> Program {
        try Served.run(
            ["keys"] + arguments, home: home,
            environment: chinese ? ["LC_ALL": "zh_CN.UTF-8"] : [:])
    }

    /// Where this user's keys are, wherever the rig puts the config folder.
    private func own(_ home: TemporaryFolder) throws -> String {
        let found = try Program.output(of: ["find", home.path, "-name", "keys.yaml"])
        return try #require(found.split(separator: "\n").first.map(String.init))
    }

    @Test func `lists every command with its keys, of a preset and in a place`() throws {
        let home = try TemporaryFolder()
        let all = try keys(home: home)
        #expect(all.status.isSuccess, "\(all.errors)")
        #expect(all.output.contains("preset default"))
        #expect(all.output.contains(#/Ctrl-P, Ctrl-K +palette +Command palette/#))
        let vim = try keys("--preset", "vim", "--in", "normal", home: home)
        #expect(vim.output.contains("d d, Alt-E") && vim.output.contains("close-conversation"))
        let chinese = try keys("--preset", "qianniu", home: home, chinese: true)
        #expect(chinese.output.contains("下一位顾客"))
        let json = try keys("--json", "--in", "order", home: home)
        #expect(json.output.contains(#"{"command":"list-left","keys":["Left"]"#))
    }

    @Test func `binds a key, keeps the rest of the file, and the desk obeys`() throws {
        let home = try TemporaryFolder()
        let first = try keys("bind", "order-memo", "F13", "Ctrl-X m", home: home)
        #expect(first.status.isSuccess, "\(first.errors)")
        let path = try own(home)
        var text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text == "order-memo: [F13, Ctrl-X m]\n")
        text = "# mine\npreset: vim  # by choice\n" + text
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let second = try keys("bind", "take", "T", "--in", "queue", home: home, chinese: true)
        #expect(second.status.isSuccess && second.output.contains("take：T"), "\(second.errors)")
        #expect(
            try String(contentsOfFile: path, encoding: .utf8) == text + "queue:\n  take: T\n")
        let check = try keys("check", home: home)
        #expect(check.status.isSuccess && check.output.contains("preset vim"), "\(check.errors)")

        let desk = try Served.deskWithFirstCustomer(home: home)
        try desk.wait(for: "NORMAL")
        desk.send("C-x")
        try desk.wait(for: "Esc gives up")
        desk.send("m")
        try desk.wait(for: "Memo and flag ·")
        desk.send("Escape")
        try desk.wait(forNo: "Memo and flag ·")
        // F13 as xterm and tmux send it.
        desk.bytes(Array("\u{1B}[1;2P".utf8))
        try desk.wait(for: "Memo and flag ·")
        desk.send("Escape")
        try desk.wait(forNo: "Memo and flag ·")
        desk.send("i")
        try desk.wait(for: "INSERT")
        desk.type("dd jk")
        try desk.wait(for: "dd jk")
        desk.send("Escape")
        try desk.wait(for: "NORMAL")
    }

    @Test func `the preset of 千牛 hands sends with Alt-S and goes down with Ctrl-Down`() throws {
        let home = try TemporaryFolder()
        try home.write("preset: qianniu\n", to: "config/xiaoer/keys.yaml")
        let desk = try Served.deskWithFirstCustomer(home: home)
        desk.type("a word to her")
        try desk.wait(for: "a word to her")
        desk.send("M-s")
        try desk.wait(for: "the reply in the chat, the composer empty") { screen in
            screen.contains("a word to her") && screen.contains("write a reply")
        }
        desk.send("M-c")
        try desk.wait(
            for: "Close", until: { $0.contains("Please confirm") || $0.contains("closed") })
    }

    @Test func `a file saved while the desk is open holds at once`() throws {
        let home = try TemporaryFolder()
        try home.write("send: Enter\n", to: "config/xiaoer/keys.yaml")
        let desk = try Served.deskWithFirstCustomer(home: home)
        try home.write("preset: vim\n", to: "config/xiaoer/keys.yaml")
        try desk.wait(for: "NORMAL")
        try home.write("preset: vmi\n", to: "config/xiaoer/keys.yaml")
        try desk.wait(for: "did you mean “vim”?")
    }

    @Test func `a clash is refused with 65 and both commands, and taken over where asked`() throws {
        let home = try TemporaryFolder()
        let clash = try keys("bind", "order-memo", "Ctrl-K", home: home)
        #expect(clash.status == .code(65))
        #expect(clash.errors.contains("palette") && clash.errors.contains("--take"))
        let taken = try keys("bind", "order-memo", "Ctrl-K", "--take", home: home)
        #expect(taken.status.isSuccess && taken.output.contains("palette"), "\(taken.errors)")
        #expect(
            try String(contentsOfFile: try own(home), encoding: .utf8)
                == "order-memo: Ctrl-K\npalette: Ctrl-P\n")
    }

    @Test(
        arguments: [
            (["bind", "order-mem", "F13"], 64, "order-memo"),
            (["bind", "order-memo", "Ctrl-Entr"], 64, "Ctrl-Enter"),
            (["bind", "take", "t", "--in", "queu"], 64, "queue"),
            (["bind", "take"], 64, "--none"),
            (["bind", "take", "t"], 65, "Ctrl or Alt"),
            (["--preset", "vmi"], 64, "vim"),
            (["bind", "take", "F13", "--file", "/proc/keys.yaml"], 73, "/proc/keys.yaml"),
            (["--press"], 74, "terminal"),
            (["check", "/nonexistent/keys.yaml"], 66, "/nonexistent"),
        ] as [([String], Int32, String)])
    func `what is wrong ends with its own code and a sentence`(
        arguments: [String], code: Int32, word: String
    ) throws {
        let answer = try Served.run(["keys"] + arguments)
        #expect(answer.status == .code(code), "\(answer.errors)")
        #expect(answer.errors.contains(word), "\(answer.errors)")
    }

    @Test func `check tells every mistake with its line and ends with 65`() throws {
        let home = try TemporaryFolder()
        let path = try home.write(
            "preset: vmi\nsnd: F9\npalette: F7\nqueue:\n  take: Alt-K\n", to: "mine.yaml")
        let answer = try keys("check", path, home: home)
        #expect(answer.status == .code(65))
        for word in ["mine.yaml:1:", "“vim”", "mine.yaml:2:", "“send”", "mine.yaml:3:", "F7"] {
            #expect(answer.errors.contains(word), "\(word) in \(answer.errors)")
        }
        #expect(answer.output.contains("previous-customer"), "\(answer.output)")
    }

    @Test func `press shows bytes, name and meaning, and binds on the second press`() throws {
        let home = try TemporaryFolder()
        let trial = try TmuxDesk(
            [Repository.program(), "keys", "--press"], size: .wide, home: home,
            environment: Served.data)
        try trial.wait(for: "Press any key")
        trial.send("C-k")
        try trial.wait(for: "Ctrl-K")
        try trial.wait(for: "(palette)")
        trial.bytes(Array("\u{1B}[57387u".utf8))
        try trial.wait(for: "F24")
        trial.bytes(Array("\u{1B}[57387u".utf8))
        try trial.wait(for: "F24 →")
        trial.type("order-memo")
        try trial.wait(for: "▸ Memo and flag")
        trial.send("Enter")
        try trial.wait(for: "Written: F24")
        trial.send("C-c")
        #expect(try trial.exitStatus() == 0)
        #expect(try String(contentsOfFile: try own(home), encoding: .utf8).contains("F24"))
    }
}
