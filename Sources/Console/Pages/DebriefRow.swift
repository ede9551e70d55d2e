import Engine
import Grading

/// One line of a debrief: words, a figure at the right, and what Enter does on it.
struct DebriefRow {
    var left: String
    var right = ""
    var ink = Role.text
    var rightInk = Role.text
    var indent = 0
    /// Lines that belong together are chosen together: they have the same place in the list of
    /// things that can be chosen.
    var item: Int?
    var section: Section?

    /// Where a digit goes.
    enum Section: Hashable {
        case score, figures, typing, conversations, practice
    }

    /// What Enter does.
    enum Target: Hashable {
        /// Spreads something out or folds it up.
        case fold(Fold)
        /// Opens the transcript at an event.
        case moment(ConversationID, event: Int)
        /// Starts what is to be practised next.
        case practise
    }

    /// What can be spread out.
    enum Fold: Hashable {
        case part(Int)
        case figure(KPI.Kind)
        case conversation(ConversationID)
        case gained(ConversationID)
    }
}

/// A debrief laid out in lines for one width and language.
struct DebriefLines {
    private(set) var rows: [DebriefRow] = []
    /// What can be chosen, with the lines it takes.
    private(set) var items: [(target: DebriefRow.Target, rows: Range<Int>)] = []

    /// Adds lines that cannot be chosen.
    mutating func add(_ lines: [DebriefRow]) { rows += lines }

    /// Adds lines that are chosen together.
    mutating func add(_ lines: [DebriefRow], opening target: DebriefRow.Target) {
        guard !lines.isEmpty else { return }
        let first = rows.count
        for var line in lines {
            line.item = items.count
            rows.append(line)
        }
        items.append((target, first..<rows.count))
    }

    mutating func blank() { rows.append(DebriefRow(left: "")) }

    /// The line at which a section begins.
    func start(of section: DebriefRow.Section) -> Int? {
        rows.firstIndex { $0.section == section }
    }

    /// The first thing to choose at a line or below it.
    func item(atOrBelow row: Int) -> Int? {
        items.firstIndex { $0.rows.upperBound > row }
    }
}
