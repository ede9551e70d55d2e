import Engine
import Terminal

/// What every page has around it: the name above, the keys below, the block in the middle.
struct PageFrame {
    typealias Hint = KeyHint

    let title: Bilingual
    let hints: [Hint]
    /// What goes without saying in the last line and stands in help only.
    var more: [Hint] = []

    /// Draws header and footer; answers the block between them.
    func draw(_ desk: Desk, into canvas: inout Canvas) -> Rect {
        var rest = canvas.bounds
        guard rest.height >= 4 else { return rest }
        let header = rest.takeTop(1)
        let footer = rest.takeBottom(1)
        canvas.fill(header, style: desk.style(.header))
        let name = " " + desk.say(Words.product) + "  "
        let used = canvas.put(
            name, at: header.origin, limit: header.width, style: desk.style(.strong, on: .header))
        canvas.put(
            desk.say(title), at: Point(x: used, y: header.y), limit: header.width - used - 1,
            style: desk.style(.header), overflow: .ellipsis)
        desk.drawKeyLine(hints + everywhere(desk), in: footer, on: .text, into: &canvas)
        desk.pageKeys = hints.filter { !$0.isGathered } + more
        return rest
    }

    /// The block in which a page stands: not wider than the eye follows, a little air above.
    static func column(_ desk: Desk, width: Int = 100) -> Rect {
        let size = desk.size
        let whole = Rect(size: size).inset(columns: 0, rows: size.rows >= 4 ? 1 : 0)
        let wide = min(width, whole.width)
        let air = size.rows >= 22 ? 1 : 0
        let deep = size.rows >= 36 ? 2 : air
        return Rect(
            x: whole.x + (whole.width - wide) / 2, y: whole.y + deep, width: wide,
            height: whole.height - deep)
    }

    private func everywhere(_ desk: Desk) -> [Hint] {
        ["help", "switch-language", "palette"].compactMap { id in
            guard let command = DeskCommand.named(id) else { return nil }
            let key = desk.keyName(of: command)
            return key.isEmpty ? nil : Hint(key, command.title)
        }
    }
}

extension Desk {
    /// A heading with some words of explanation below it; answers the rows it took.
    func drawHeading(
        _ heading: Bilingual, _ detail: Bilingual?, in rect: Rect, into canvas: inout Canvas
    ) -> Int {
        var y = rect.y
        canvas.put(
            say(heading), at: Point(x: rect.x + 1, y: y), limit: rect.width - 2,
            style: style(.title), overflow: .ellipsis)
        y += 1
        if let detail, rect.height > 10 {
            for line in gate.wrap(say(detail), width: max(1, rect.width - 2)) {
                canvas.put(
                    line, at: Point(x: rect.x + 1, y: y), limit: rect.width - 2,
                    style: style(.dim))
                y += 1
            }
        }
        if rect.height > 10 { y += 1 }
        return y - rect.y
    }

    /// How many rows `drawHeading` takes here.
    func headingHeight(_ detail: Bilingual?, in rect: Rect) -> Int {
        guard rect.height > 10 else { return 1 }
        let lines = detail.map { gate.wrap(say($0), width: max(1, rect.width - 2)).count } ?? 0
        return 2 + lines
    }

    /// `★★★` for how hard a scenario is.
    func stars(_ level: Int) -> String {
        String(repeating: gate.ambiguousIsWide ? "*" : "★", count: max(0, min(5, level)))
    }

    /// Day and time on the person's wall: `3月18日 14:02`, `18 Mar 14:02`.
    func wallDate(_ instant: Instant, offset: Int) -> String {
        let time = CivilTime(instant, offset: offset)
        switch tongue {
        case .chinese: return "\(time.month)月\(time.day)日 \(time.clock)"
        case .english:
            let months = [
                "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                "Dec",
            ]
            return "\(time.day) \(months[max(0, min(11, time.month - 1))]) \(time.clock)"
        }
    }
}
