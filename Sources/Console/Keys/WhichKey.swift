import Engine
import Terminal

/// What can follow on the keys pressed so far, over the lower part of the desk: at once, with
/// the commands' names, for as long as the series lasts.
struct WhichKey {
    private static let columnWidth = 38

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let place = desk.page == nil ? desk.place : nil
        let next = desk.keymap.continuations(of: desk.begunKeys, in: place)
        let columns = max(1, rect.width / WhichKey.columnWidth)
        let rows = min((next.count + columns - 1) / columns, max(1, rect.height - 2))
        let height = min(rect.height, rows + 2)
        let box = Rect(x: rect.x, y: rect.bottom - height, width: rect.width, height: height)
        canvas.fill(box, style: desk.style(.text))
        let title = " " + KeySeries(desk.begunKeys).name + " …  " + desk.say(Words.escGivesUp)
        desk.drawRule(title, in: box.row(0), hasFocus: true, into: &canvas)
        guard height > 2 else { return }
        canvas.fill(box.row(height - 1), with: desk.glyphs.rule, style: desk.style(.focus))
        let width = box.width / columns
        let keyWidth = next.map { desk.gate.width(of: $0.key.name) }.max() ?? 0
        for (index, item) in next.prefix(rows * columns).enumerated() {
            let cell = Rect(
                x: box.x + index / rows * width + 1, y: box.y + 1 + index % rows,
                width: width - 2, height: 1)
            draw(item, keyWidth, desk, in: cell, into: &canvas)
        }
        if next.count > rows * columns {
            let more = " +\(next.count - rows * columns) "
            canvas.put(
                more, at: Point(x: box.right - more.count - 1, y: box.bottom - 1),
                style: desk.style(.dim))
        }
    }

    private func draw(
        _ item: Keymap<KeyPlace>.Continuation, _ keyWidth: Int, _ desk: Desk, in cell: Rect,
        into canvas: inout Canvas
    ) {
        canvas.put(item.key.name, at: cell.origin, limit: cell.width, style: desk.style(.key))
        let commands = item.commands.compactMap { desk.command(named: $0) }
        let isNow = item.isLonger || commands.first?.availability(on: desk) == .now
        let names = commands.map { desk.say($0.title) }
        let text =
            item.isLonger ? "+ " + names.joined(separator: " · ") : names.first ?? ""
        canvas.put(
            text, at: Point(x: cell.x + keyWidth + 2, y: cell.y),
            limit: max(0, cell.width - keyWidth - 2), style: desk.style(isNow ? .text : .disabled),
            overflow: .ellipsis)
    }
}
