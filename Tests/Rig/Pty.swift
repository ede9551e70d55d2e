import Glibc

/// How many columns and rows a terminal has.
public struct TerminalSize: Hashable, Sendable, CustomStringConvertible {
    public var columns: Int
    public var rows: Int

    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }

    public static let classic = TerminalSize(columns: 80, rows: 24)
    public static let wide = TerminalSize(columns: 120, rows: 36)

    public var description: String { "\(columns)×\(rows)" }
}

/// A program in a pseudo-terminal of its own: the keys it gets and the bytes it writes, nothing
/// between. Rows 1–11 of the bench are measured through it.
///
/// A class: it owns a process and a descriptor, which end with it.
public final class Pty {
    public let pid: Int32
    /// The keyboard-and-screen end.
    private let master: Int32
    /// Plays the terminal: keeps the picture and answers what the program asks.
    public private(set) var screen: VirtualScreen
    /// Every byte the program has written so far, in count.
    public private(set) var bytesRead = 0
    private var ended: Exit?

    public init(
        _ command: [String], size: TerminalSize = .classic, surroundings: Surroundings,
        folder: String? = nil
    ) throws {
        var (mine, theirs): (Int32, Int32) = (-1, -1)
        guard openpty(&mine, &theirs, nil, nil, nil) == 0 else {
            throw RigFailure.systemCall("openpty", errno)
        }
        defer { close(theirs) }
        for descriptor in [mine, theirs] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        master = mine
        var buffer = [CChar](repeating: 0, count: 128)
        let code = ttyname_r(theirs, &buffer, buffer.count)
        guard code == 0 else { throw RigFailure.systemCall("ttyname_r", code) }
        let name = String(
            decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        screen = VirtualScreen(size: size)
        Self.setSize(size, on: master)
        _ = fcntl(master, F_SETFL, fcntl(master, F_GETFL) | O_NONBLOCK)
        pid = try Spawn.start(
            command, environment: surroundings.block, folder: folder,
            wiring: [
                .open(name, flags: O_RDWR, as: 0), .connect(0, to: 1), .connect(0, to: 2),
            ], newSession: true)
    }

    deinit {
        if ended == nil {
            kill(pid, SIGKILL)
            _ = Spawn.reap(pid)
        }
        close(master)
    }

    // MARK: Keys in

    /// Hands `bytes` over in as few writes as the kernel allows, reading on meanwhile so that
    /// neither side waits for the other.
    public func write(_ bytes: some Collection<UInt8>) throws {
        var rest = Array(bytes)
        while !rest.isEmpty {
            let count = Glibc.write(master, rest, rest.count)
            if count > 0 {
                rest.removeFirst(count)
            } else if count < 0 && errno != EAGAIN && errno != EINTR {
                throw RigFailure.systemCall("write", errno)
            } else {
                var poller = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
                _ = poll(&poller, 1, 1_000)
                if poller.revents & Int16(POLLIN) != 0 { _ = try take() }
            }
        }
    }

    public func type(_ text: String) throws { try write(text.utf8) }

    public func resize(to size: TerminalSize) {
        screen.resize(to: size)
        Self.setSize(size, on: master)
    }

    // MARK: Bytes out

    /// Whatever arrives first within `limit`; empty when nothing does.
    public func read(within limit: Duration) throws -> [UInt8] {
        guard awaitOutput(within: limit) else { return [] }
        return try take()
    }

    /// Waits until there is something to read, and reads nothing: the moment of the first byte.
    /// The limit counts in whole milliseconds.
    public func awaitOutput(within limit: Duration) -> Bool {
        var poller = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        let (seconds, attoseconds) = max(limit, .zero).components
        // Rounded up: a wait of half a millisecond must not become a busy loop.
        let milliseconds =
            seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return poll(&poller, 1, Int32(milliseconds)) > 0 && poller.revents & Int16(POLLIN) != 0
    }

    /// What a program wrote until it fell quiet.
    public struct Burst {
        public var bytes: [UInt8] = []
        /// From before the keys were written to the first byte; nil when none came.
        public var first: Duration?
        /// From before the keys were written to the last byte.
        public var last: Duration?
    }

    /// Reads until nothing has come for `quiet`, even if nothing came at all.
    public func settle(quiet: Duration, within limit: Duration = .seconds(10)) throws {
        let end = ContinuousClock.now + limit
        while ContinuousClock.now < end, try !read(within: quiet).isEmpty {}
    }

    /// Types `keys`, waits for an answer, then reads until nothing has come for `quiet`, or
    /// `limit` has passed. The clock starts before the keys are written: on a busy machine the
    /// program may have answered by the time the writing returns.
    public func burst(
        typing keys: String, quiet: Duration, within limit: Duration
    ) throws -> Burst {
        let clock = ContinuousClock()
        let start = clock.now
        try type(keys)
        var burst = Burst()
        while clock.now - start < limit {
            let patience = burst.first == nil ? limit - (clock.now - start) : quiet
            guard awaitOutput(within: patience) else { break }
            let arrived = clock.now - start
            let bytes = try take()
            if bytes.isEmpty { break }
            burst.first = burst.first ?? arrived
            burst.last = arrived
            burst.bytes += bytes
        }
        return burst
    }

    /// Reads on until `condition` holds of the picture.
    public func wait(
        for what: String, within limit: Duration = .seconds(20),
        until condition: (VirtualScreen) -> Bool
    ) throws {
        let clock = ContinuousClock()
        let end = clock.now + limit
        while !condition(screen) {
            let left = end - clock.now
            let bytes = left > .zero ? try read(within: left) : []
            if bytes.isEmpty && !condition(screen) {
                throw RigFailure.neverCame(what: what, within: limit, screen: screen.text)
            }
        }
    }

    /// Reads on until `text` is on the screen.
    public func wait(for text: String, within limit: Duration = .seconds(20)) throws {
        try wait(for: "“\(text)”", within: limit) { $0.text.contains(text) }
    }

    // MARK: The end

    public func signal(_ number: Int32) { kill(pid, number) }

    /// How the program ended, if it has.
    public func exit() -> Exit? {
        if ended == nil {
            var status: Int32 = 0
            if waitpid(pid, &status, WNOHANG) == pid { ended = Exit(waitStatus: status) }
        }
        return ended
    }

    /// Reads on until the program has ended.
    public func waitForExit(within limit: Duration = .seconds(20)) throws -> Exit {
        let clock = ContinuousClock()
        let end = clock.now + limit
        while clock.now < end {
            if let exit = exit() { return exit }
            // A closed terminal reads as ready at once; then only the process is waited for.
            if try read(within: .milliseconds(20)).isEmpty { usleep(1_000) }
        }
        throw RigFailure.neverCame(
            what: "the end of process \(pid)", within: limit, screen: screen.text)
    }

    /// The modes of the line, for comparing before and after.
    public var lineModes: [UInt32] {
        var modes = termios()
        tcgetattr(master, &modes)
        return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
    }

    // MARK: Inside

    private func take() throws -> [UInt8] {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(master, &chunk, chunk.count)
        // EIO: the program has closed its side; the same as nothing more.
        guard count > 0 else { return [] }
        chunk.removeLast(chunk.count - count)
        bytesRead += count
        let answers = screen.feed(chunk)
        if !answers.isEmpty { try write(answers) }
        return chunk
    }

    private static func setSize(_ size: TerminalSize, on descriptor: Int32) {
        var window = winsize(
            ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &window)
    }
}
