/// Questions to the terminal about how it shows what terminals disagree about.
///
/// They are asked once, after the first picture, in one write that leaves nothing on the screen;
/// nobody waits for the answers. A terminal that never answers is taken for a modern one.
struct Probe: Sendable {
    private(set) var hasStarted = false
    private(set) var isAnswered = false
    private var columns: [Int] = []
    private var synchronizedOutput = false

    /// What is measured: a line, a dot and dots whose width is ambiguous; a heart that U+FE0F
    /// makes wide; a family joined from three people; a flag.
    static let glyphs = ["─", "●", "…", "❤️", "👨‍👩‍👧", "🇨🇳"]

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
        let clusters = columns[3...5]
        if clusters.allSatisfy({ $0 == 2 }) {
            found.emoji = .cluster
        } else {
            // A terminal that shows no flag and no family as one picture shows the first at least.
            found.emoji = columns[4] == 0 ? .name : .firstGlyph
        }
        return found
    }
}
