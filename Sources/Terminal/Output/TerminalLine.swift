internal import Glibc

/// The line to the terminal: two descriptors, the modes the shell had, and nothing clever.
struct TerminalLine: Sendable {
    let input: Int32
    let output: Int32
    /// The modes to give back.
    let shell: termios

    /// What a read brought.
    enum Reading {
        case bytes([UInt8])
        case nothing
        /// The terminal is gone.
        case end
    }

    init?(input: Int32, output: Int32) {
        var modes = termios()
        guard tcgetattr(input, &modes) == 0 else { return nil }
        self.input = input
        self.output = output
        shell = modes
    }

    /// Every byte at once and unchanged, none shown; keys such as Ctrl-C come as keys.
    func makeRaw() {
        var raw = shell
        cfmakeraw(&raw)
        raw.c_cflag |= tcflag_t(CREAD)
        _ = tcsetattr(input, TCSADRAIN, &raw)
    }

    func restore() {
        var modes = shell
        _ = tcsetattr(input, TCSADRAIN, &modes)
    }

    /// The window's size; nil where the terminal does not tell.
    var size: Size? {
        var window = winsize()
        guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
        else { return nil }
        return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }

    /// Everything that can be had without waiting, up to a megabyte.
    func read() -> Reading {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while bytes.count < 1 << 20 {
            let count = Glibc.read(input, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN { break }
            if count <= 0 { return bytes.isEmpty ? .end : .bytes(bytes) }
            bytes += chunk[..<count]
            var more = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
            guard poll(&more, 1, 0) == 1, more.revents & Int16(POLLIN) != 0 else { break }
        }
        return bytes.isEmpty ? .nothing : .bytes(bytes)
    }

    /// Throws away answers that are still on their way, which the shell would take for typing.
    func discardInput(withinMilliseconds limit: Int) {
        var arrived = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        guard poll(&arrived, 1, Int32(clamping: limit)) == 1 else { return }
        _ = tcflush(input, TCIFLUSH)
    }

    /// Writes all of it, waiting where the terminal is slow. A terminal that is gone is noticed
    /// when reading.
    func write(_ bytes: [UInt8]) {
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes {
                Glibc.write(output, $0.baseAddress, $0.count)
            }
            if count > 0 {
                done += count
            } else if count < 0, errno == EAGAIN {
                var room = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
                _ = poll(&room, 1, 1_000)
            } else if count < 0, errno != EINTR {
                return
            }
        }
    }
}

/// Time that only ever goes forward.
enum Clock {
    static var milliseconds: Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
    }
}
