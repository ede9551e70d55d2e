/// A recording of a screen in the format asciicast v2: a line of JSON about the recording, then a
/// line for each moment something was written to the screen.
///
/// ```swift
/// var cast = Asciicast(size: desk.size, title: "第一班", at: 1_774_000_000)
/// cast.take(desk.draw(), at: 0)
/// cast.take(desk.draw(), at: 1200)
/// cast.drain()   // lines for a file that asciinema plays
/// ```
///
/// What is kept are the bytes our own frames are made of, so it shows just what a terminal shows.
public struct Asciicast {
    /// What was not drained yet, in lines.
    private var text: String
    /// Pictures that changed something.
    public private(set) var count = 0
    private var frames: FrameWriter
    private var size: Size
    /// The longest time between two pictures; longer ones are cut to it.
    private let idle: Int?
    /// Milliseconds that were cut away so far.
    private var cut = 0
    private var last = 0

    /// - Parameters:
    ///   - at: when it was recorded, in seconds since 1970; nil leaves that out.
    ///   - idle: the longest time without change, in milliseconds; nil keeps every wait.
    ///   - monochrome: without colours.
    public init(
        size: Size, title: String, at timestamp: Int64? = nil, idle: Int? = nil,
        monochrome: Bool = false
    ) {
        self.size = size
        self.idle = idle
        frames = FrameWriter(depth: monochrome ? .none : .full)
        let when = timestamp.map { ",\"timestamp\":\($0)" } ?? ""
        text =
            "{\"version\":2,\"width\":\(size.columns),\"height\":\(size.rows)\(when)"
            + ",\"title\":\(Self.quoted(title)),\"env\":{\"TERM\":\"xterm-256color\"}}\n"
    }

    /// Takes the next picture; one that looks like the last adds nothing.
    /// - Parameter milliseconds: since the beginning; never less than the last.
    public mutating func take(_ canvas: Canvas, at milliseconds: Int) {
        let now = max(milliseconds, last)
        if canvas.size != size {
            size = canvas.size
            add("r", "\(size.columns)x\(size.rows)", at: now)
            frames.forget()
        }
        let bytes = frames.frame(for: canvas)
        guard !bytes.isEmpty else { return }
        add("o", String(decoding: bytes, as: UTF8.self), at: now)
        count += 1
    }

    /// The lines since the last time, the first time with the head.
    public mutating func drain() -> String {
        defer { text = "" }
        return text
    }

    /// Lets the last picture stand for so long.
    public mutating func rest(until milliseconds: Int) {
        add("o", "", at: max(milliseconds, last))
    }

    private mutating func add(_ kind: String, _ data: String, at now: Int) {
        if let idle, now - last > idle { cut += now - last - idle }
        last = now
        let shown = now - cut
        let thousandths = String(shown % 1000 + 1000).dropFirst()
        text += "[\(shown / 1000).\(thousandths),\"\(kind)\",\(Self.quoted(data))]\n"
    }

    /// A string as JSON writes it; escape bytes become `\u001b`.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    let digits = String(scalar.value, radix: 16)
                    quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }
}
