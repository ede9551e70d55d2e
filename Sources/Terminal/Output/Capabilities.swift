internal import CNcurses

/// What ncurses's database knows about the terminal in front of us, as far as we need it.
struct Capabilities: Sendable {
    /// The full-screen picture and back again.
    let enter: String
    let leave: String
    let showCursor: String
    let hideCursor: String
    let bell: String
    let depth: ColourDepth
    /// The `TERM` that is not in the database; another entry stands in for it.
    let unknownTerm: String?
    /// Whether it takes titles, the clipboard and questions, as all but bare consoles do.
    let isModern: Bool

    /// Terminals nobody has an entry for are almost always of xterm's kind.
    static let substitute = "xterm-256color"

    init(term: String?, colourTerm: String?, terminal: Int32) throws(DisplayFailure) {
        let name = term ?? ""
        if name == "dumb" { throw .cannotMoveCursor(term: name) }
        if !name.isEmpty, terminfo_open(name, terminal) {
            unknownTerm = nil
        } else if terminfo_open(Self.substitute, terminal) {
            unknownTerm = name
        } else {
            throw .noTerminalDatabase(term: name)
        }
        defer { terminfo_close() }
        guard terminfo_move(0, 0) != nil else { throw .cannotMoveCursor(term: name) }
        enter = Self.text("smcup")
        leave = Self.text("rmcup")
        showCursor = Self.text("cnorm", orElse: "\u{1B}[?25h")
        hideCursor = Self.text("civis", orElse: "\u{1B}[?25l")
        bell = Self.text("bel", orElse: "\u{07}")
        let colours = Int(terminfo_number("colors"))
        if colours >= 256 || !(colourTerm ?? "").isEmpty {
            depth = .full
        } else {
            depth = colours >= 8 ? .sixteen : .none
        }
        isModern = !name.hasPrefix("linux") && !name.hasPrefix("vt")
    }

    private static func text(_ capability: String, orElse substitute: String = "") -> String {
        guard let bytes = terminfo_text(capability) else { return substitute }
        return withoutDelays(String(cString: bytes))
    }

    /// Entries of real old terminals ask for pauses (`$<50>`), which are noise today.
    private static func withoutDelays(_ text: String) -> String {
        var kept = ""
        var rest = Substring(text)
        while let start = rest.firstRange(of: "$<") {
            kept += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            guard let end = rest.firstIndex(of: ">") else { break }
            rest = rest[rest.index(after: end)...]
        }
        return kept + rest
    }
}

/// Why a display could not be opened.
public enum DisplayFailure: Error, Hashable, Sendable {
    /// Input or output is a file, a pipe or nothing.
    case notATerminal
    /// Neither this terminal nor `xterm-256color` is in ncurses's database.
    case noTerminalDatabase(term: String)
    /// The terminal (`dumb`) can only print lines.
    case cannotMoveCursor(term: String)
    /// Another display of this program already has the terminal.
    case alreadyOpen
}
