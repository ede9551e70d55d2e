import Engine
import Terminal

/// The marked row of a long list on a page: moved by keys and wheel, kept in the middle of what is
/// seen.
struct RowCursor {
    private(set) var row = 0

    /// - Returns: false for an input that does not move it.
    mutating func handle(_ input: Input, count: Int) -> Bool {
        let step: Int
        switch input {
        case .mouse(let mouse):
            switch mouse.action {
            case .wheelUp: step = -3
            case .wheelDown: step = 3
            case .press, .release, .drag: return false
            }
        case .key(let key):
            switch key.code {
            case .down: step = 1
            case .up: step = -1
            case .pageDown: step = 10
            case .pageUp: step = -10
            case .home: step = -count
            case .end: step = count
            case .character, .enter, .tab, .backTab, .backspace, .delete, .escape, .insert, .left,
                .right, .function:
                return false
            }
        case .paste, .resize, .focus, .resumed, .profile, .hangup, .unknown: return false
        }
        row = min(max(0, row + step), max(0, count - 1))
        return true
    }

    mutating func move(to row: Int) { self.row = max(0, row) }

    /// The rows that are seen in so many lines.
    func window(count: Int, height: Int) -> Range<Int> {
        let first = max(0, min(row - height / 2, count - height))
        return first..<min(count, first + max(0, height))
    }
}

extension Desk {
    /// Leaves the page for a customer's conversation, with this order open; says so where there is
    /// none.
    func leavePage(for customer: CustomerID?, talk: ConversationID? = nil, order: OrderID?) {
        let last = customer.flatMap { shop?.conversations(of: $0).last?.id }
        guard let talk = talk ?? last else { return announce(.hint, Words.noTalkForDue) }
        page = nil
        select(talk)
        if let order { showOrder(order) }
    }

    /// The ground of a row in a long list, and the mark of the one with the cursor.
    func drawRow(isMarked: Bool, in rect: Rect, into canvas: inout Canvas) -> Role {
        let ground: Role = isMarked ? .selected : .text
        canvas.fill(rect, style: style(ground))
        canvas.put(
            isMarked ? glyphs.bar : " ", at: rect.origin, limit: 1,
            style: style(.accent, on: ground))
        return ground
    }
}
