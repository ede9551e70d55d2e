import Glibc

/// A program under tmux on a server of its own, driven as a person would: keys in, picture out.
///
///     let desk = try TmuxDesk(["cat"])
///     desk.type("你好")
///     try desk.wait(for: "你好")
///
/// The program is started by an interactive shell, so Ctrl-Z, `fg` and what is left of the
/// terminal after the end can be seen as well. A class: the server ends with it.
public final class TmuxDesk {
    public let surroundings: Surroundings
    /// Home, XDG folders and socket; share it between two desks to have both on one data folder.
    public let home: TemporaryFolder
    private let folder: TemporaryFolder
    private let socket: String

    /// What the shell shows when it waits for a command.
    public static let prompt = "shell waits>"

    /// - Parameters:
    ///   - command: the program and its arguments; nil leaves the shell waiting.
    ///   - environment: added to the clean set of `Surroundings`; TERM goes to the program only.
    public init(
        _ command: [String]?, size: TerminalSize = .classic, home: TemporaryFolder? = nil,
        environment: [String: String] = [:], folder working: String? = nil
    ) throws {
        folder = try TemporaryFolder()
        self.home = try home ?? TemporaryFolder()
        socket = folder.file("tmux")
        var environment = environment
        let term = environment.removeValue(forKey: "TERM")
        let line = (["env"] + (term.map { ["TERM=\($0)"] } ?? []) + (command ?? []))
            .map(Self.quoted).joined(separator: " ")
        let script = try folder.write("alias start=\(Self.quoted(line))\n", to: "shellrc")
        surroundings = Surroundings(
            home: self.home,
            extra: environment.merging(["ENV": script, "PS1": "\(Self.prompt) "]) { own, _ in own })
        let settings = """
            set -g default-terminal tmux-256color
            set -g status off
            set -g set-clipboard on
            set -g remain-on-exit on
            set -g history-limit 20000
            set -s escape-time 0
            """
        let configuration = try folder.write(settings, to: "tmux.conf")
        _ = try Program.output(
            of: [
                "tmux", "-S", socket, "-f", configuration, "-u", "new-session", "-d",
                "-x", "\(size.columns)", "-y", "\(size.rows)", "/bin/sh", "-i",
            ], surroundings: surroundings, folder: working ?? self.home.path)
        try wait(for: Self.prompt)
        if command != nil { try start() }
    }

    deinit { _ = try? tmux("kill-server") }

    /// Starts the program again, after an end.
    public func restart() throws {
        clear()
        try start()
    }

    private func start() throws {
        type("start")
        send("Enter")
        try wait(for: "the program to have the terminal") { _ in self.programPID != nil }
    }

    // MARK: Keys in

    /// Keys by tmux's names: `send("M-j", "Enter", "F1", "C-a")`.
    public func send(_ keys: String...) { command(["send-keys"] + keys) }

    /// Text as if typed, in one write.
    public func type(_ text: String) { command(["send-keys", "-l", "--", text]) }

    /// Bytes as they are, such as a mouse report.
    public func bytes(_ bytes: [UInt8]) {
        command(["send-keys", "-H"] + bytes.map { String($0, radix: 16) })
    }

    /// Text as a terminal pastes it: between brackets where the program asked for them.
    public func paste(_ text: String) {
        command(["set-buffer", "-b", "paste", "--", text])
        command(["paste-buffer", "-p", "-b", "paste"])
    }

    public func resize(to size: TerminalSize) {
        command(["resize-window", "-x", "\(size.columns)", "-y", "\(size.rows)"])
    }

    // MARK: Picture out

    /// What is on the screen, without blanks at the ends of the rows.
    public func screen() -> String {
        (try? tmux("capture-pane", "-p")) ?? "(no tmux server)"
    }

    /// The screen with its colours, as escape sequences.
    public func styledScreen() -> String { (try? tmux("capture-pane", "-p", "-e")) ?? "" }

    /// Where the hardware cursor is, from 0, and whether it shows.
    public func cursor() throws -> (column: Int, row: Int, isVisible: Bool) {
        let parts = try tmux("display-message", "-p", "#{cursor_x} #{cursor_y} #{cursor_flag}")
            .split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        guard parts.count == 3 else {
            throw RigFailure.neverCame(what: "a cursor", within: .zero, screen: screen())
        }
        return (parts[0], parts[1], parts[2] == 1)
    }

    /// What a program last copied through OSC 52.
    public func clipboard() -> String { (try? tmux("show-buffer")) ?? "" }

    /// Looks again and again until the picture satisfies `condition`, and gives it.
    @discardableResult
    public func wait(
        for what: String, within limit: Duration = .seconds(30),
        until condition: (String) throws -> Bool
    ) throws -> String {
        let clock = ContinuousClock()
        let end = clock.now + limit
        while true {
            let picture = screen()
            if try condition(picture) { return picture }
            guard clock.now < end else {
                throw RigFailure.neverCame(what: what, within: limit, screen: picture)
            }
            usleep(10_000)
        }
    }

    /// Waits until `text` is on the screen.
    @discardableResult
    public func wait(for text: String, within limit: Duration = .seconds(30)) throws -> String {
        try wait(for: "“\(text)”", within: limit) { $0.contains(text) }
    }

    /// Waits until `text` is no longer on the screen.
    @discardableResult
    public func wait(
        forNo text: String, within limit: Duration = .seconds(30)
    ) throws -> String {
        try wait(for: "“\(text)” to go", within: limit) { !$0.contains(text) }
    }

    /// Waits until several looks in a row see the same picture.
    @discardableResult
    public func settle(within limit: Duration = .seconds(30)) throws -> String {
        var last = ""
        var same = 0
        return try wait(for: "a picture that stays", within: limit) { picture in
            same = picture == last ? same + 1 : 0
            last = picture
            return same >= 4
        }
    }

    // MARK: The program and its end

    /// The process that has the terminal; nil when the shell has it.
    public var programPID: Int32? {
        guard
            let text = try? tmux("display-message", "-p", "#{pane_pid}"),
            let shell = Int32(text.filter(\.isNumber)),
            let stat = ProcessFile.text("/proc/\(shell)/stat"),
            let fields = stat.split(separator: ")").last?.split(separator: " "), fields.count > 5,
            let foreground = Int32(fields[5])
        else { return nil }
        return foreground == shell ? nil : foreground
    }

    public func signal(_ number: Int32) {
        if let pid = programPID { kill(pid, number) }
    }

    public func kill9() { signal(SIGKILL) }

    /// Waits until the shell has the terminal again: the program has ended or was stopped.
    public func waitForShell(within limit: Duration = .seconds(30)) throws {
        try wait(for: "the shell", within: limit) { _ in self.programPID == nil }
        // The prompt of before may still be on the screen while the shell sets the terminal right
        // and forgets what is typed: it is ready when the cursor stands behind a prompt, whatever
        // a killed program left in that row.
        try wait(for: "the prompt under the cursor", within: limit) { picture in
            guard let place = try? self.cursor() else { return false }
            let rows = picture.split(separator: "\n", omittingEmptySubsequences: false)
            return rows.indices.contains(place.row)
                && rows[place.row].filter { $0 != " " }.contains(Self.prompt.filter { $0 != " " })
        }
    }

    /// Waits for the end and gives the shell's `$?`: above 128 a signal.
    public func exitStatus(within limit: Duration = .seconds(30)) throws -> Int {
        try waitForShell(within: limit)
        let answer = try ask("echo $?")
        return Int(answer.filter(\.isNumber)) ?? -1
    }

    /// The modes of the terminal as `stty -g` tells them; ask before and after.
    public func lineModes() throws -> String { try ask("stty -g") }

    /// Lets the waiting shell run `line` and gives what it printed.
    public func ask(_ line: String) throws -> String {
        // A shell that has just told of a killed program may forget the first letters typed: a
        // line without its beginning prints nothing and is asked again.
        for _ in 1...3 {
            let answer = try askOnce(line)
            if !answer.isEmpty { return answer }
        }
        return ""
    }

    private func askOnce(_ line: String) throws -> String {
        try waitForShell()
        let name = "answer-\(ContinuousClock.now.hashValue)"
        // The status of the program before must survive the redirection.
        type(
            "\(line) > \(folder.file(name)).part; mv \(folder.file(name)).part \(folder.file(name))"
        )
        send("Enter")
        var answer = ""
        try wait(for: "the shell's answer") { _ in
            guard let text = try? self.folder.text(of: name) else { return false }
            answer = text
            return true
        }
        try waitForShell()
        return answer.trimmingNewline
    }

    // MARK: Inside

    private func clear() {
        command(["send-keys", "-R"])
        command(["clear-history"])
    }

    /// A command that has nothing to say; a dead server shows in the next wait.
    private func command(_ arguments: [String]) { _ = try? tmux(arguments) }

    private func tmux(_ arguments: String...) throws -> String { try tmux(arguments) }

    private func tmux(_ arguments: [String]) throws -> String {
        try Program.output(
            of: ["tmux", "-S", socket, "-u"] + arguments, surroundings: surroundings)
    }

    private static func quoted(_ word: String) -> String {
        "'"
            + word.split(separator: "'", omittingEmptySubsequences: false).joined(
                separator: "'\\''")
            + "'"
    }
}

extension String {
    var trimmingNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
