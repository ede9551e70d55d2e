import Rig

/// The programs people already trust with their fingers, as they come, without anyone's settings.
enum Peers {
    static func all(on stage: Stage) -> [Subject] {
        [vim(stage), tig(stage), weechat(stage), less(stage), tmux(stage)]
    }

    private static func vim(_ stage: Stage) -> Subject {
        let bare = ["vim", "-u", "NONE", "-i", "NONE", "-N", "-n"]
        let open: [Subject.Step] = [.sees("~"), .settles]
        let insert =
            open + [.types(":set showmode ttimeout ttimeoutlen=10\ri"), .sees("INSERT"), .settles]
        var subject = Subject(name: "vim", program: "vim")
        subject.typing = .init(command: bare, steps: insert, clear: "\u{1B}ccx\u{08}")
        subject.lines = .init(
            command: bare, steps: insert, evidence: ["one 一", "two 二", "three 三"])
        subject.escape = .init(command: bare, steps: insert, key: "i")
        subject.list = .init(
            command: bare + [stage.longFile], steps: [.sees("row 1 "), .settles], key: "j")
        subject.idle = .init(command: bare, steps: open)
        return subject
    }

    private static func tig(_ stage: Stage) -> Subject {
        let command = ["tig", "-C", stage.history]
        // tig goes on loading after its first picture; the foot says when it has all.
        let loaded: [Subject.Step] = [.sees("commit 1 of \(Stage.commits)"), .settles]
        var subject = Subject(name: "tig", program: "tig")
        subject.list = .init(command: command, steps: loaded, key: "j")
        subject.idle = .init(
            command: command, steps: [.sees("Change \(Stage.commits):"), .settles])
        return subject
    }

    private static func weechat(_ stage: Stage) -> Subject {
        let command = ["weechat", "-a", "-s", "-t"]
        let open: [Subject.Step] = [.sees("[1]"), .sees("WeeChat"), .settles]
        var subject = Subject(name: "weechat", program: "weechat")
        subject.typing = .init(command: command, steps: open, clear: "\u{15}")
        subject.lines = .init(
            command: command, steps: open, evidence: ["one 一", "two 二", "three 三"],
            prefix: "/print ")
        let rows = "/repeat \(Stage.conversations) /print 亲，您的订单已经发出，请留意物流信息\r"
        subject.list = .init(
            command: command, steps: open + [.types(rows), .sees("亲，您的订单"), .settles],
            key: "\u{1B}[5~")
        subject.idle = .init(command: command, steps: open)
        return subject
    }

    private static func less(_ stage: Stage) -> Subject {
        let command = ["less", stage.longFile]
        let open: [Subject.Step] = [.sees("row 1 "), .settles]
        var subject = Subject(name: "less", program: "less")
        subject.list = .init(
            command: command,
            steps: open + [
                .types("G"), .sees("row \(Stage.fileRows)"), .types("g"), .sees("row 1 "), .settles,
            ], key: "j")
        subject.idle = .init(command: command, steps: open)
        return subject
    }

    /// Only for its Esc, which is the quickest known: it leaves the copy mode.
    private static func tmux(_ stage: Stage) -> Subject {
        let command = [
            "tmux", "-S", stage.folder.file("tmux"), "-f", stage.folder.file("tmux.conf"), "-u",
            "new-session", "cat",
        ]
        var subject = Subject(name: "tmux", program: "tmux")
        subject.escape = .init(
            command: command,
            steps: [
                .sees("[0]"), .settles, .types("\u{02}["), .sees("[0/0]"), .settles,
            ], key: "\u{02}[")
        return subject
    }
}
