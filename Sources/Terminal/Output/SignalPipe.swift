internal import CNcurses
internal import Glibc

/// What the operating system tells us while we wait for the terminal: the window changed, the
/// person wants the shell, we run again. A signal handler may do almost nothing, so it writes one
/// byte into this pipe.
struct SignalPipe: Sendable {
    private let readEnd: Int32
    private let writeEnd: Int32

    /// Begins to guard the terminal; nil when another display does.
    init?(terminal: TerminalLine, reset: [UInt8]) {
        var ends: [Int32] = [-1, -1]
        guard guard_pipe(&ends) else { return nil }
        readEnd = ends[0]
        writeEnd = ends[1]
        let isOurs = reset.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                characters.baseAddress.map {
                    guard_begin(terminal.input, terminal.output, ends[1], $0, characters.count)
                } ?? false
            }
        }
        guard isOurs else {
            Glibc.close(ends[0])
            Glibc.close(ends[1])
            return nil
        }
    }

    /// Changes what is written if the process is killed.
    func resetText(_ reset: [UInt8]) {
        reset.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                if let start = characters.baseAddress {
                    guard_reset_text(start, characters.count)
                }
            }
        }
    }

    /// Who had something to say.
    struct Ready {
        var terminal = false
        var signals = false
        var others = false
    }

    /// Sleeps until somebody has something to say or the time is over.
    func wait(on terminal: TerminalLine, others: [Int32], milliseconds: Int?) -> Ready {
        var all = ([terminal.input, readEnd] + others).map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        let timeout = milliseconds.map { Int32(clamping: $0) } ?? -1
        guard poll(&all, nfds_t(all.count), timeout) > 0 else {
            // Interrupted by a signal: its byte is in the pipe already.
            var one = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
            return Ready(signals: poll(&one, 1, 0) == 1)
        }
        return Ready(
            terminal: all[0].revents != 0, signals: all[1].revents != 0,
            others: all[2...].contains { $0.revents != 0 })
    }

    func read() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = Glibc.read(readEnd, &bytes, bytes.count)
        return count > 0 ? Array(bytes[..<count]) : []
    }

    /// Whether there is anything to put back: not while the shell has the terminal.
    func arm(_ armed: Bool) {
        guard_arm(armed)
    }

    /// Stops the process as Ctrl-Z does and returns when it is continued.
    func stop() {
        guard_stop()
    }

    func close() {
        guard_end()
        Glibc.close(readEnd)
        Glibc.close(writeEnd)
    }
}
