/// Questions to the terminal about how it shows what terminals disagree about.
///
/// They are asked once, after the first picture, in one write that leaves nothing on the screen;
/// nobody waits for the answers. A terminal that never answers is taken for a modern one.
struct Probe: Sendable {
    private(set) var hasStarted = false
    private(set) var isAnswered = false
    private var columns: [Int] = []
    private var synchronizedOutput = false

    /// What is measured: a line, a dot and dots whose width is ambiguous, then one emoji of each
    /// kind.
    static let glyphs = ["─", "●", "…"] + kinds.map(\.glyph)

    private static let kinds: [(glyph: String, kind: TextGate.Emoji)] = [
        ("😀", .pictures), ("❤️", .selected), ("👍🏽", .tones), ("👨‍👩‍👧", .joined), ("🇨🇳", .flags),
        ("🫨", .recent),
    ]

    private static let synchronizedMode = 2026

    /// Asks whether a frame can be shown at once.
    static let modeQuestion = "\u{1B}[?\(synchronizedMode)$p"
    /// Asks what kind of terminal it is. Every terminal answers, so this ends the probe.
    static let lastQuestion = "\u{1B}[c"

    mutating func start() {
        hasStarted = true
    }

    mutating func hear(_ report: Heard.Report) {
        switch report {
        case .cursor(let point): columns.append(point.x)
        case .mode(Self.synchronizedMode, let state): synchronizedOutput = state == 1 || state == 2
        case .attributes: isAnswered = true
        case .mode, .other: break
        }
    }

    /// What the answers say about the terminal.
    func profile(over assumed: TerminalProfile) -> TerminalProfile {
        var found = assumed
        found.synchronizedOutput = synchronizedOutput
        guard columns.count == Self.glyphs.count else { return found }
        found.ambiguousIsWide = columns[0...2].contains(2)
        found.emoji = []
        for (kind, width) in zip(Self.kinds, columns[3...]) where width == 2 {
            found.emoji.insert(kind.kind)
        }
        // Without the simple ones the others are not to be trusted either.
        if !found.emoji.contains(.pictures) { found.emoji = .name }
        return found
    }
}
