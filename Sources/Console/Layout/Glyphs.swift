import Terminal

/// The marks of the desk, in characters this terminal is known to draw one column wide.
///
/// Circles and rules are ambiguous: in some Chinese terminals they take two columns, and there
/// ASCII stands for them.
struct Glyphs {
    let overLimit = "!"
    let waiting: String
    let new: String
    let answered: String
    let onHold: String
    let ended: String
    let promise: String
    let rule: Character
    /// Of a sheet: its sides and, row by row, its corners.
    let side: String
    let corners: [(String, String)]
    let bar: String
    let flag: String
    let card: String
    let note: String
    let down: String
    let draft: String
    private let circles: Bool

    init(_ gate: TextGate) {
        let plain = gate.ambiguousIsWide
        waiting = plain ? "*" : "●"
        new = plain ? "o" : "○"
        answered = plain ? "." : "◦"
        onHold = plain ? "=" : "‖"
        ended = plain ? "x" : "✓"
        promise = plain ? "@" : "◷"
        rule = plain ? "-" : "─"
        side = plain ? "|" : "│"
        corners = plain ? [("+", "+"), ("+", "+")] : [("┌", "┐"), ("└", "┘")]
        bar = plain ? "|" : "▌"
        flag = plain ? "#" : "⚑"
        card = plain ? "#" : "▤"
        note = plain ? ":" : "┆"
        draft = plain ? "~" : "✎"
        down = plain ? "v" : "↓"
        circles = !plain
    }

    /// ① … ⑨, then 9+.
    func count(_ n: Int) -> String {
        guard n > 0 else { return "" }
        if n > 9 { return "9+" }
        guard circles, let scalar = Unicode.Scalar(0x245F + UInt32(n)) else { return "\(n)" }
        return String(scalar)
    }
}
