import Rig

/// What the measured programs find: a long file, a long history, a home of their own.
struct Stage: Sendable {
    static let size = TerminalSize(columns: 120, rows: 40)
    static let fileRows = 100_000
    static let commits = 18_000
    static let conversations = 10_000

    let folder: TemporaryFolder
    /// The binary of the desk.
    let desk: String

    init(desk: String) throws {
        self.desk = desk
        folder = try TemporaryFolder()
        let rows = (1...Self.fileRows).map { "row \($0) 亲，您的订单已经发出，请留意物流信息" }
        try folder.write(Self.tmuxSettings, to: "tmux.conf")
        try folder.write(rows.joined(separator: "\n") + "\n", to: "long.txt")
    }

    /// A tmux server ends with its only client, and waits as briefly for an Esc as is usual.
    private static let tmuxSettings = """
        set -s escape-time 10
        set -g destroy-unattached on
        """

    var longFile: String { folder.file("long.txt") }
    var history: String { folder.file("history") }

    /// A repository with `commits` commits, for tig to show.
    func makeHistory() throws {
        var stream = ""
        for number in 1...Self.commits {
            let subject = "Change \(number): the parcel 包裹 is on its way"
            stream += """
                commit refs/heads/main
                committer Somebody <somebody@example.com> \(1_600_000_000 + number * 600) +0800
                data \(subject.utf8.count)
                \(subject)

                """
        }
        _ = try Program.output(of: ["git", "init", "-q", "-b", "main", history])
        let imported = try Program.run(
            ["git", "-C", history, "fast-import", "--quiet"], input: stream)
        guard imported.status.isSuccess else {
            throw RigFailure.failed(
                command: ["git", "fast-import"], status: imported.status, errors: imported.errors)
        }
    }

    /// A fresh home, so that no run finds what another left.
    func surroundings() throws -> Surroundings {
        Surroundings(
            home: try TemporaryFolder(),
            extra: ["TERM": "xterm-256color", "COLORTERM": "truecolor"])
    }
}
