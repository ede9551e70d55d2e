internal import Glibc

/// A terminal taken over from the shell: what it can do, the line to it, and the guard that puts
/// it back should the process be killed.
struct TerminalSession: Sendable {
    let capabilities: Capabilities
    let line: TerminalLine
    let signals: SignalPipe
    private let modes: Modes

    /// Looks at standard input and output. Nothing is changed on the terminal before `begin`.
    init(mouse: Bool) throws(DisplayFailure) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1,
            let line = TerminalLine(input: STDIN_FILENO, output: STDOUT_FILENO)
        else { throw .notATerminal }
        Self.adoptUTF8()
        capabilities = try Capabilities(
            term: Self.environment("TERM"), colourTerm: Self.environment("COLORTERM"),
            terminal: STDOUT_FILENO)
        modes = Modes(capabilities: capabilities, mouse: mouse)
        guard let pipe = SignalPipe(terminal: line, reset: modes.leaving(withTitle: false)) else {
            throw .alreadyOpen
        }
        self.line = line
        signals = pipe
    }

    /// Full screen, every key to us.
    func begin() {
        line.makeRaw()
        signals.arm(true)
        line.write(modes.entering)
    }

    /// The shell's screen and modes again.
    func end(withTitle: Bool) {
        signals.arm(false)
        line.write(modes.leaving(withTitle: withTitle))
        line.restore()
    }

    /// From now on the window's old title is put back too.
    func guardTitle() {
        signals.resetText(modes.leaving(withTitle: true))
    }

    private static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// What we write is UTF-8 in any case; the C library is told the same.
    private static func adoptUTF8() {
        setlocale(LC_ALL, "")
        let codeset = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
        if codeset != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
    }
}
