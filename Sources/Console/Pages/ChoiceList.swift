import Terminal

/// A list to choose from by digit, arrows and Enter, or a click: the start page and its lists.
///
/// Digits work with an input method on, also in its full-width form.
struct ChoiceList {
    /// One thing to choose.
    struct Row {
        var title: String
        var detail = ""
        /// Stands flush right: a score, a value.
        var right = ""
        var ink = Role.strong
    }

    /// What an input meant.
    enum Answer: Equatable {
        case moved
        case chose(Int)
    }

    var cursor = 0

    /// - Returns: nil when the input is not for a list.
    mutating func answer(_ input: Input, count: Int) -> Answer? {
        let last = max(0, count - 1)
        cursor = min(cursor, last)
        switch input {
        case .mouse(let mouse):
            switch mouse.action {
            case .wheelUp: cursor = max(0, cursor - 1)
            case .wheelDown: cursor = min(last, cursor + 1)
            case .press, .release, .drag: return nil
            }
            return .moved
        case .key(let key):
            guard key.modifiers.isEmpty else { return nil }
            switch key.code {
            case .up: cursor = cursor == 0 ? last : cursor - 1
            case .down: cursor = cursor == last ? 0 : cursor + 1
            case .pageUp: cursor = max(0, cursor - 8)
            case .pageDown: cursor = min(last, cursor + 8)
            case .home: cursor = 0
            case .end: cursor = last
            case .enter: return count > 0 ? .chose(cursor) : .moved
            case .character(let character):
                guard let digit = character.typedDigit, digit > 0, digit <= count else {
                    return nil
                }
                cursor = digit - 1
                return .chose(cursor)
            case .tab, .backTab, .backspace, .delete, .escape, .insert, .left, .right, .function:
                return nil
            }
            return .moved
        case .paste, .resize, .focus, .resumed, .profile, .hangup, .unknown:
            return nil
        }
    }

    /// Chooses the row under a click.
    mutating func click(at point: Point, in rect: Rect, count: Int) -> Answer? {
        guard rect.contains(point), count > 0 else { return nil }
        let high = rowHeight(in: rect, count: count)
        let index = first(in: rect, count: count) + (point.y - rect.y) / high
        guard index < count else { return nil }
        cursor = index
        return .chose(index)
    }

    mutating func move(to index: Int) { cursor = max(0, index) }

    func draw(_ rows: [Row], _ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        guard !rect.isEmpty else { return }
        let high = rowHeight(in: rect, count: rows.count)
        let first = first(in: rect, count: rows.count)
        let lead = rows.count > 9 ? 5 : 4
        let column = rows.map { desk.gate.width(of: $0.title) }.max() ?? 0
        let titleWidth = min(column, rect.width / 2)
        for (place, row) in rows.enumerated().dropFirst(first).prefix(rect.height / high) {
            let line = Rect(
                x: rect.x, y: rect.y + (place - first) * high, width: rect.width, height: 1)
            let isChosen = place == cursor
            let ground: Role = isChosen ? .selected : .text
            canvas.fill(line, style: desk.style(ground))
            if isChosen {
                canvas.put(desk.glyphs.bar, at: line.origin, style: desk.style(.focus, on: ground))
            }
            if place < 9 {
                canvas.put(
                    "\(place + 1)", at: Point(x: line.x + 2, y: line.y),
                    style: desk.style(.key, on: ground))
            }
            let wide = desk.gate.width(of: row.right)
            if wide > 0 {
                canvas.put(
                    row.right, at: Point(x: line.right - wide - 1, y: line.y),
                    style: desk.style(row.ink == .strong ? .text : row.ink, on: ground))
            }
            let room = line.width - lead - (wide > 0 ? wide + 2 : 1)
            canvas.put(
                row.title, at: Point(x: line.x + lead, y: line.y), limit: room,
                style: desk.style(row.ink, on: ground), overflow: .ellipsis)
            if high == 2 {
                canvas.put(
                    row.detail, at: Point(x: line.x + lead, y: line.y + 1),
                    limit: rect.width - lead - 1, style: desk.style(.dim), overflow: .ellipsis)
            } else if room > titleWidth + 10 {
                canvas.put(
                    row.detail, at: Point(x: line.x + lead + titleWidth + 2, y: line.y),
                    limit: room - titleWidth - 2, style: desk.style(.dim, on: ground),
                    overflow: .ellipsis)
            }
        }
    }

    private func rowHeight(in rect: Rect, count: Int) -> Int {
        rect.height >= count * 2 ? 2 : 1
    }

    private func first(in rect: Rect, count: Int) -> Int {
        let visible = max(1, rect.height / rowHeight(in: rect, count: count))
        return max(0, min(cursor - visible / 2, count - visible))
    }
}

extension Character {
    /// The digit this types, also in an input method's full-width form.
    var typedDigit: Int? {
        guard let scalar = unicodeScalars.first, unicodeScalars.count == 1 else { return nil }
        switch scalar.value {
        case 0x30...0x39: return Int(scalar.value) - 0x30
        case 0xFF10...0xFF19: return Int(scalar.value) - 0xFF10
        default: return nil
        }
    }
}
