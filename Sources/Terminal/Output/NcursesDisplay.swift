internal import CNcurses

/// The real terminal: full screen from `init` to `deinit`, and put back as it was whatever happens
/// in between, a crash included.
///
/// ncurses tells what kind of terminal it is and how to enter and leave its full screen; the
/// bytes of the pictures are ours (decision 0004), and so is the reading of keys (0003).
public struct NcursesDisplay: ~Copyable, Display {
    public private(set) var size: Size
    public private(set) var profile: TerminalProfile
    /// What the last `wait` heard, byte by byte, for showing what a key sends.
    public private(set) var heard: [Heard] = []

    private let session: TerminalSession
    private var writer: FrameWriter
    private var decoder = InputDecoder()
    private var probe: Probe?
    private var hasTitle = false
    private var isOver = false
    private var watched: [Int32] = []
    /// When the terminal last said something, in milliseconds.
    private var heardAt = 0

    /// Opens the terminal on standard input and output.
    ///
    /// - Parameters:
    ///   - monochrome: no colours, as `NO_COLOR` asks.
    ///   - mouse: whether clicks and the wheel come to us; if not, the terminal keeps them for
    ///     selecting text.
    ///   - probing: whether the terminal is asked what it can do after the first picture.
    public init(
        monochrome: Bool = false, mouse: Bool = true, probing: Bool = true
    ) throws(DisplayFailure) {
        let session = try TerminalSession(mouse: mouse)
        self.session = session
        size = session.line.size ?? Size(columns: 80, rows: 24)
        let depth = monochrome ? .none : session.capabilities.depth
        profile = TerminalProfile(
            isMonochrome: depth == .none, unknownTerm: session.capabilities.unknownTerm)
        writer = FrameWriter(depth: depth)
        probe = probing && session.capabilities.isModern ? Probe() : nil
        session.begin()
    }

    deinit {
        if let probe, probe.hasStarted { session.line.discardInput(withinMilliseconds: 100) }
        session.end(withTitle: hasTitle)
        session.signals.close()
    }

    // MARK: Showing

    public mutating func present(_ canvas: Canvas) {
        var bytes = writer.frame(for: canvas)
        if !bytes.isEmpty {
            // A short frame goes out in one write and is seen whole anyway.
            if bytes.count > 512 {
                let isAtomic = profile.synchronizedOutput
                let before = isAtomic ? "\u{1B}[?2026h" : session.capabilities.hideCursor
                let after = isAtomic ? "\u{1B}[?2026l" : session.capabilities.showCursor
                bytes = Array(before.utf8) + bytes + Array(after.utf8)
            }
            session.line.write(bytes)
        }
        startProbe()
    }

    public mutating func bell() {
        session.line.write(Array(session.capabilities.bell.utf8))
    }

    public mutating func copy(_ text: String) {
        guard session.capabilities.isModern else { return }
        session.line.write(Array("\u{1B}]52;c;\(Base64.encoded(text.utf8))\u{07}".utf8))
    }

    public mutating func setTitle(_ title: String) {
        guard session.capabilities.isModern else { return }
        if !hasTitle {
            session.line.write(Array("\u{1B}[22;2t".utf8))  // the terminal keeps the old one for us
            hasTitle = true
            session.guardTitle()
        }
        session.line.write(Array("\u{1B}]2;\(TextGate().cleaned(title))\u{07}".utf8))
    }

    public mutating func suspend() {
        session.end(withTitle: hasTitle)
        session.signals.stop()
        takeBack()
    }

    private mutating func takeBack() {
        session.begin()
        writer.forget()
        size = session.line.size ?? size
        resumed = true
    }

    private var resumed = false

    // MARK: Listening

    /// Comes back early, with nothing heard, whenever this descriptor can be read: a changed
    /// file, news from another thread. Whoever watches it also reads it, or there is no sleep.
    public mutating func watch(_ descriptor: Int32) {
        watched.append(descriptor)
    }

    public mutating func wait(timeoutMilliseconds: Int?) -> [Input] {
        heard.removeAll()
        if isOver { return [.hangup] }
        let deadline = timeoutMilliseconds.map { Clock.milliseconds + max(0, $0) }
        var inputs: [Input] = []
        while true {
            if resumed {
                resumed = false
                inputs += [.resumed, .resize(size)]
            }
            let left = inputs.isEmpty ? deadline.map { max(0, $0 - Clock.milliseconds) } : 0
            let patience = inputs.isEmpty ? patienceLeft : nil
            let timeout = [left, patience].compactMap { $0 }.min()
            let ready = session.signals.wait(
                on: session.line, others: watched, milliseconds: timeout)
            if ready.signals { hearSignals(into: &inputs) }
            if ready.terminal {
                hearTerminal(into: &inputs)
            } else if !ready.signals {
                // Before going back for others: a lone Esc must not wait for a quiet moment.
                if patienceLeft == 0 { hear(decoder.settle(), into: &inputs) }
                if !inputs.isEmpty || ready.others { return inputs }
                if inputs.isEmpty, let deadline, Clock.milliseconds >= deadline { return [] }
            }
            if isOver { return inputs + [.hangup] }
            if !inputs.isEmpty, resumed == false { return inputs }
        }
    }

    /// How long the decoder still waits for the rest of what it has begun to read, however often
    /// `wait` comes and goes meanwhile.
    private var patienceLeft: Int? {
        decoder.patience.map { max(0, $0 - (Clock.milliseconds - heardAt)) }
    }

    private mutating func hearTerminal(into inputs: inout [Input]) {
        heardAt = Clock.milliseconds
        switch session.line.read() {
        case .bytes(let bytes): hear(decoder.feed(bytes), into: &inputs)
        case .nothing: break
        case .end: isOver = true
        }
    }

    private mutating func hear(_ news: [Heard], into inputs: inout [Input]) {
        heard += news
        for item in news {
            switch item.meaning {
            case .input(let input): inputs.append(input)
            case .report(let report): answer(report, into: &inputs)
            }
        }
    }

    private mutating func hearSignals(into inputs: inout [Input]) {
        for word in session.signals.read() {
            switch Int(word) {
            case GUARD_RESIZED:
                guard let now = session.line.size, now != size else { continue }
                size = now
                writer.forget()
                inputs.removeAll { if case .resize = $0 { true } else { false } }
                inputs.append(.resize(now))
            case GUARD_STOP_ASKED:
                suspend()
            case GUARD_CONTINUED:
                // Also after a plain SIGSTOP, when the shell has changed the terminal's modes.
                if !resumed { takeBack() }
            default:
                break
            }
        }
    }

    // MARK: What can this terminal do?

    private mutating func startProbe() {
        guard var question = probe, !question.hasStarted else { return }
        question.start()
        probe = question
        decoder.expectCursors(Probe.glyphs.count)
        let bytes = writer.measurement(of: Probe.glyphs, question: Probe.modeQuestion)
        session.line.write(bytes + Array(Probe.lastQuestion.utf8))
    }

    private mutating func answer(_ report: Heard.Report, into inputs: inout [Input]) {
        guard var question = probe else { return }
        question.hear(report)
        probe = question
        guard question.isAnswered else { return }
        probe = nil
        decoder.expectCursors(0)
        let found = question.profile(over: profile)
        guard found != profile else { return }
        let redraws = found.gate != profile.gate
        profile = found
        if redraws {
            writer.forget()
            inputs.append(.profile(found))
        }
    }
}
