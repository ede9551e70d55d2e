public import Engine
import Grading
import Replaying
import Shifts
public import Terminal

/// Two lines of one shift beside each other: for each customer what came of it, and the
/// conversation from the moment on at which the lines part.
///
/// On a wide screen both stand side by side; on a narrow one Tab shows the other.
public struct ComparePage: Page {
    let host: any PageHost
    let comparison: Comparison
    /// The rows worth looking at, those that differ first.
    let rows: [Comparison.Row]
    private let transcripts = Transcripts()
    private let tongue: Tongue
    var cursor = 0
    var top = 0
    var showsRight = true

    /// The transcripts that have been looked at; telling one costs a walk over the whole shift.
    private final class Transcripts {
        // A class: drawing changes nothing on the page, but what was told is kept.
        var left: [Int: Chronicle] = [:]
        var right: [Int: Chronicle] = [:]
    }

    init(host: any PageHost, _ comparison: Comparison, tongue: Tongue) {
        self.host = host
        self.comparison = comparison
        self.tongue = tongue
        rows = comparison.rows.filter(\.differs) + comparison.rows.filter { !$0.differs }
    }

    public var title: Bilingual {
        let title = comparison.left.card.title
        return Bilingual(
            zh: ReplayWords.compare.zh + " · " + title.zh,
            en: ReplayWords.compare.en + " · " + title.en)
    }

    static let wide = 100

    func chronicle(of row: Int, isRight: Bool) -> Chronicle? {
        guard rows.indices.contains(row) else { return nil }
        let store = isRight ? \Transcripts.right : \Transcripts.left
        if let known = transcripts[keyPath: store][row] { return known }
        guard let figures = isRight ? rows[row].right : rows[row].left else { return nil }
        let side = isRight ? comparison.right : comparison.left
        let told = Chronicle(figures.conversation, of: side.debrief, tongue: tongue)
        transcripts[keyPath: store][row] = told
        return told
    }

    public mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        switch input {
        case .mouse(let mouse):
            if mouse.action == .wheelDown { top = desk.scrolled(top, by: 3) }
            if mouse.action == .wheelUp { top = desk.scrolled(top, by: -3) }
            return true
        case .key(let key):
            guard key.modifiers.isEmpty else { return false }
            return handle(key, desk)
        case .paste: return true
        case .resize, .focus, .resumed, .profile, .hangup, .unknown: return false
        }
    }

    private mutating func handle(_ key: Key, _ desk: Desk) -> Bool {
        switch key.code {
        case .down: top = desk.scrolled(top, by: 1)
        case .up: top = desk.scrolled(top, by: -1)
        case .pageDown: top = desk.scrolled(top, by: 10)
        case .pageUp: top = desk.scrolled(top, by: -10)
        case .home: top = 0
        case .end: top = desk.scrolled(top, by: .max)
        case .right, .left:
            guard !rows.isEmpty else { return true }
            cursor = (cursor + (key.code == .right ? 1 : rows.count - 1)) % rows.count
            top = 0
        case .tab, .backTab:
            showsRight.toggle()
            top = 0
        case .escape:
            if desk.replay != nil {
                desk.showShift()
            } else {
                desk.show(EarlierPage(host: host, menu: host.startMenu()))
            }
        case .character(let character):
            guard let digit = character.typedDigit, rows.indices.contains(digit - 1) else {
                return false
            }
            cursor = digit - 1
            top = 0
        case .enter, .backspace, .delete, .insert, .function: return false
        }
        return true
    }
}

extension Comparison.Side {
    /// As the pages that look at one shift take it.
    var debrief: Debrief {
        Debrief(
            id: card.id, pack: card.pack, title: card.title, report: report, records: records,
            shop: shop)
    }
}
