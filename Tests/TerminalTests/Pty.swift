import Foundation
import Glibc

/// A program running on a terminal of its own, and everything it says: its screen as bytes, and
/// its report line by line.
///
/// A class, because the terminal and the process behind it are one thing that ends in `deinit`.
final class Pty {
    let process: pid_t
    private let master: Int32
    private let report: Int32
    private let folder: URL
    private(set) var output: [UInt8] = []
    private(set) var lines: [String] = []
    private var partial: [UInt8] = []
    /// The lines before this one were already asked about.
    private var seen = 0
    let modesBefore: Modes

    /// What a shell would want back unchanged.
    struct Modes: Equatable {
        var flags: [UInt32]
        var characters: [UInt8]
    }

    struct Failure: Error {
        var what: String
    }

    /// Runs the probe; with `shell`, under a shell with jobs that says `fg` when it stops.
    init(
        environment: [String: String] = [:], columns: Int = 80, rows: Int = 24, shell: Bool = false,
        tick: Int? = nil
    ) throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("terminal-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("report").path
        guard mkfifo(path, 0o600) == 0 else { throw Failure(what: "mkfifo \(errno)") }
        report = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var locked: Int32 = 0
        var number: Int32 = 0
        // TIOCSPTLCK and TIOCGPTN, which Glibc's module leaves out.
        guard master >= 0, ioctl(master, 0x4004_5431, &locked) == 0,
            ioctl(master, 0x8004_5430, &number) == 0
        else { throw Failure(what: "no terminal: \(errno)") }
        let terminal = "/dev/pts/\(number)"
        Pty.resize(master, columns: columns, rows: rows)
        modesBefore = Pty.modes(of: master)

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        // A session of its own (POSIX_SPAWN_SETSID), and no signal blocked as in our threads.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | 0x80)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        var variables = [
            "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
            "SWIFT_BACKTRACE": "enable=no",
        ]
        variables.merge(environment) { $1 }
        let probe = Pty.probe
        let words =
            shell
            ? ["/bin/bash", "-mc", "\"$0\" \"$1\"; fg > /dev/null", probe, path]
            : [probe, path] + (tick.map { ["\($0)"] } ?? [])
        let arguments = words.map { strdup($0) } + [nil]
        let settings = variables.map { strdup("\($0)=\($1)") } + [nil]
        defer { for word in arguments + settings { free(word) } }
        var child: pid_t = 0
        let failure = posix_spawn(&child, words[0], &actions, &attributes, arguments, settings)
        guard failure == 0 else { throw Failure(what: "\(words[0]): error \(failure)") }
        process = child
    }

    deinit {
        kill(process, SIGKILL)
        var status: Int32 = 0
        if !isReaped { waitpid(process, &status, 0) }
        if !isHungUp { close(master) }
        close(report)
        // Nothing depends on the folder any more; a leftover is the system's to clear.
        try? FileManager.default.removeItem(at: folder)
    }

    /// The probe lies beside the tests.
    private static var probe: String {
        var path = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &path, path.count - 1)
        let own = String(
            decoding: path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let beside = URL(fileURLWithPath: own).deletingLastPathComponent()
            .appendingPathComponent("terminal-probe").path
        if FileManager.default.isExecutableFile(atPath: beside) { return beside }
        // Under `swift test` the running program is the toolchain's; the bundle is its argument.
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? own
        return URL(fileURLWithPath: bundle).deletingLastPathComponent()
            .appendingPathComponent("terminal-probe").path
    }

    // MARK: Doing

    func send(_ text: String) {
        send(Array(text.utf8))
    }

    func send(_ bytes: [UInt8]) {
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { return }
            done += max(0, count)
        }
    }

    /// Closes the window: what the program has of it is dead from now on.
    func hangUp() {
        close(master)
        isHungUp = true
    }

    private var isHungUp = false

    func resize(columns: Int, rows: Int) {
        Pty.resize(master, columns: columns, rows: rows)
    }

    private static func resize(_ master: Int32, columns: Int, rows: Int) {
        var window = winsize(
            ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &window)
    }

    var modes: Modes { Pty.modes(of: master) }

    private static func modes(of master: Int32) -> Modes {
        var modes = termios()
        tcgetattr(master, &modes)
        let characters = withUnsafeBytes(of: modes.c_cc) { Array($0) }
        return Modes(
            flags: [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag],
            characters: characters)
    }

    // MARK: Waiting

    /// Waits until the report has a line of which this is true, among those not yet asked about,
    /// and gives back everything up to it.
    @discardableResult
    func wait(for line: String) throws -> [String] {
        try wait { $0 == line }
    }

    @discardableResult
    func wait(until matches: (String) -> Bool) throws -> [String] {
        while true {
            if let index = lines[seen...].firstIndex(where: matches) {
                defer { seen = index + 1 }
                return Array(lines[seen...index])
            }
            guard try listen() else {
                throw Failure(what: "ended after \(lines.suffix(5)), \(tail)")
            }
        }
    }

    /// Waits until the screen's bytes contain these, behind `start`.
    func wait(forOutput text: String, after start: Int = 0) throws {
        let wanted = Data(text.utf8)
        while Data(output[start...]).range(of: wanted) == nil {
            guard try listen() else { throw Failure(what: "ended; the screen says \(tail)") }
        }
    }

    private(set) var isReaped = false

    /// Waits for the end and answers with the status `waitpid` gives.
    func end() throws -> Int32 {
        while try listen() {}
        var status: Int32 = 0
        waitpid(process, &status, 0)
        isReaped = true
        return status
    }

    var tail: String { String(decoding: output.suffix(300), as: UTF8.self).debugDescription }

    /// Takes in what there is; false when the program has closed everything.
    private func listen() throws -> Bool {
        var both = [
            pollfd(fd: isHungUp ? -1 : master, events: Int16(POLLIN), revents: 0),
            pollfd(fd: report, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&both, 2, 5_000) > 0 else {
            throw Failure(what: "silence after \(lines.suffix(5)), \(tail)")
        }
        var chunk = [UInt8](repeating: 0, count: 65_536)
        var isOpen = false
        if both[0].revents & Int16(POLLIN) != 0 {
            let count = read(master, &chunk, chunk.count)
            if count > 0 {
                output += chunk[..<count]
                isOpen = true
            }
        }
        if both[1].revents & Int16(POLLIN) != 0 {
            let count = read(report, &chunk, chunk.count)
            if count > 0 {
                partial += chunk[..<count]
                isOpen = true
            }
            while let end = partial.firstIndex(of: 0x0A) {
                lines.append(String(decoding: partial[..<end], as: UTF8.self))
                partial.removeSubrange(...end)
            }
        }
        return isOpen || (isHungUp ? both[1] : both[0]).revents & Int16(POLLHUP) == 0
    }
}
