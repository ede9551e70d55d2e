/// A display without a terminal, for tests: it plays back inputs and keeps every picture.
public struct ScriptedDisplay: ~Copyable, Display {
    public private(set) var size: Size
    public var profile: TerminalProfile
    /// Every picture shown, the oldest first.
    public private(set) var frames: [Canvas] = []
    public private(set) var bells = 0
    public private(set) var copied: [String] = []
    public private(set) var title = ""
    public private(set) var suspensions = 0
    private var script: [[Input]]
    private var position = 0

    /// Each element of `script` is one drain: what one `wait` gives back. After the last one the
    /// terminal hangs up.
    public init(
        size: Size, profile: TerminalProfile = TerminalProfile(), script: [[Input]] = []
    ) {
        self.size = size
        self.profile = profile
        self.script = script
    }

    /// Adds one drain to the end of the script.
    public mutating func enqueue(_ inputs: [Input]) {
        script.append(inputs)
    }

    public mutating func present(_ canvas: Canvas) {
        frames.append(canvas)
    }

    public mutating func wait(timeoutMilliseconds: Int?) -> [Input] {
        guard position < script.count else { return [.hangup] }
        let inputs = script[position]
        position += 1
        for input in inputs {
            switch input {
            case .resize(let size): self.size = size
            case .profile(let profile): self.profile = profile
            case .key, .paste, .mouse, .focus, .resumed, .hangup, .unknown: break
            }
        }
        return inputs
    }

    public mutating func bell() {
        bells += 1
    }

    public mutating func copy(_ text: String) {
        copied.append(text)
    }

    public mutating func setTitle(_ title: String) {
        self.title = title
    }

    public mutating func suspend() {
        suspensions += 1
    }
}
