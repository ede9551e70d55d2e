import Engine
import Terminal

/// A list with headings and words between the things to choose, longer than the screen may be:
/// digits, arrows, Enter, wheel and click.
struct CourseList {
    /// One line.
    enum Row {
        /// With a figure at the right end of its rule.
        case heading(String, String = "")
        case text(String, Role = .text)
        case blank
        case item(Item)
    }

    /// Something to be chosen.
    struct Item {
        /// A mark before the title: read, filled in, stars.
        var mark = ""
        var markInk = Role.accent
        var title: String
        /// Stands behind the title where there is room.
        var detail = ""
        /// Flush right.
        var right = ""
        /// Has a digit of its own; the others are chosen by arrows and Enter.
        var isNumbered = true
    }

    /// Which of the things to choose is marked.
    private(set) var cursor = 0

    mutating func move(to place: Int) { cursor = max(0, place) }

    /// What an input means; nil when it is not for a list.
    mutating func answer(_ input: Input, _ rows: [Row], in rect: Rect) -> ChoiceList.Answer? {
        let count = Self.items(rows).count
        cursor = min(cursor, max(0, count - 1))
        if case .mouse(let mouse) = input, mouse.action == .press(.left) {
            guard rect.contains(mouse.at) else { return nil }
            let row = first(rows, rect) + mouse.at.y - rect.y
            guard let place = Self.items(rows).firstIndex(of: row) else { return nil }
            cursor = place
            return .chose(place)
        }
        if case .key(let key) = input, key.modifiers.isEmpty, let digit = key.typed?.typedDigit {
            guard digit > 0, let place = Self.numbered(rows).dropFirst(digit - 1).first else {
                return nil
            }
            cursor = place
            return .chose(place)
        }
        // Arrows, Enter and wheel mean what they mean in every list.
        var plain = ChoiceList()
        plain.cursor = cursor
        let answer = plain.answer(input, count: count)
        if answer != nil { cursor = min(plain.cursor, max(0, count - 1)) }
        return answer
    }

    func draw(_ rows: [Row], _ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        guard !rect.isEmpty else { return }
        let items = Self.items(rows)
        let numbered = Self.numbered(rows)
        let first = first(rows, rect)
        let titles = rows.compactMap { row in
            if case .item(let item) = row { desk.gate.width(of: item.title) } else { nil }
        }
        let titleWidth = min(titles.max() ?? 0, rect.width / 2)
        let marks = rows.compactMap { row in
            if case .item(let item) = row { desk.gate.width(of: item.mark) } else { nil }
        }
        let markWidth = marks.max() ?? 0
        for (place, row) in rows.enumerated().dropFirst(first).prefix(rect.height) {
            let line = rect.row(place - first)
            switch row {
            case .heading(let text, let right):
                draw(heading: text, right, desk, in: line, into: &canvas)
            case .text(let text, let ink):
                canvas.put(
                    text, at: Point(x: line.x + 2, y: line.y), limit: line.width - 3,
                    style: desk.style(ink), overflow: .ellipsis)
            case .blank: break
            case .item(let item):
                let index = items.firstIndex(of: place) ?? 0
                draw(
                    item, isChosen: index == cursor,
                    Columns(
                        digit: numbered.firstIndex(of: index).map { $0 + 1 }, mark: markWidth,
                        title: titleWidth), desk, in: line, into: &canvas)
            }
        }
        let below = rows.count - first - rect.height
        if below > 0 {
            let mark = "\(desk.glyphs.down)\(below) "
            canvas.put(
                mark,
                at: Point(x: rect.right - desk.gate.width(of: mark), y: rect.bottom - 1),
                style: desk.style(.dim))
        }
    }

    /// Where the parts of an item stand, and its digit.
    private struct Columns {
        let digit: Int?
        let mark: Int
        let title: Int
    }

    private func draw(
        heading text: String, _ right: String, _ desk: Desk, in line: Rect,
        into canvas: inout Canvas
    ) {
        desk.drawRule(" " + text, in: line, hasFocus: false, into: &canvas)
        guard !right.isEmpty else { return }
        let shown = " " + right + " "
        canvas.put(
            shown, at: Point(x: line.right - desk.gate.width(of: shown) - 1, y: line.y),
            style: desk.style(.text))
    }

    private func draw(
        _ item: Item, isChosen: Bool, _ columns: Columns, _ desk: Desk, in line: Rect,
        into canvas: inout Canvas
    ) {
        let ground: Role = isChosen ? .selected : .text
        canvas.fill(line, style: desk.style(ground))
        if isChosen {
            canvas.put(desk.glyphs.bar, at: line.origin, style: desk.style(.focus, on: ground))
        }
        if let digit = columns.digit, digit <= 9 {
            canvas.put(
                "\(digit)", at: Point(x: line.x + 2, y: line.y),
                style: desk.style(.key, on: ground))
        }
        var x = line.x + 4
        canvas.put(
            item.mark, at: Point(x: x, y: line.y), limit: columns.mark,
            style: desk.style(item.markInk, on: ground))
        x += columns.mark > 0 ? columns.mark + 1 : 0
        let wide = desk.gate.width(of: item.right)
        let end = line.right - (wide > 0 ? wide + 2 : 1)
        canvas.put(
            item.right, at: Point(x: line.right - wide - 1, y: line.y),
            style: desk.style(.text, on: ground))
        canvas.put(
            item.title, at: Point(x: x, y: line.y), limit: end - x,
            style: desk.style(.strong, on: ground), overflow: .ellipsis)
        let behind = x + max(columns.title, min(desk.gate.width(of: item.title), end - x)) + 2
        guard end - behind > 10 else { return }
        canvas.put(
            item.detail, at: Point(x: behind, y: line.y), limit: end - behind,
            style: desk.style(.dim, on: ground), overflow: .ellipsis)
    }

    /// The rows that can be chosen.
    static func items(_ rows: [Row]) -> [Int] {
        rows.indices.filter { if case .item = rows[$0] { true } else { false } }
    }

    /// The places, among what can be chosen, of what has a digit.
    static func numbered(_ rows: [Row]) -> [Int] {
        let items = rows.compactMap { if case .item(let item) = $0 { item } else { nil } }
        return items.indices.filter { items[$0].isNumbered }
    }

    /// The first row that is seen: the marked one always is, and what stands above the first one
    /// where both fit.
    private func first(_ rows: [Row], _ rect: Rect) -> Int {
        let items = Self.items(rows)
        guard rows.count > rect.height, items.indices.contains(cursor) else { return 0 }
        let row = items[cursor]
        if row < rect.height - 1 { return 0 }
        return max(0, min(row - rect.height / 2, rows.count - rect.height))
    }
}
