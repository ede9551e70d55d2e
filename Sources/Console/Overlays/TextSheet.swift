import Engine
import Terminal

/// A text to read and close: an entry of the knowledge base, the facts of a product.
struct TextSheet: Overlay {
    let title: String
    let lines: [String]
    /// The command that opened it: its keys close it again.
    let opener: String?
    private var top = 0

    init(title: String, lines: [String], opener: String? = nil) {
        self.title = title
        self.lines = lines
        self.opener = opener
    }

    mutating func handle(_ input: Input, _ desk: Desk) -> OverlayOutcome {
        guard case .key(let key) = input else { return .stay }
        if let opener, desk.keymap.command(for: key, in: desk.place) == opener { return .close }
        switch key.code {
        case .down: top = desk.scrolled(top, by: 1)
        case .up: top = desk.scrolled(top, by: -1)
        case .pageDown: top = desk.scrolled(top, by: 10)
        case .pageUp: top = desk.scrolled(top, by: -10)
        case .escape, .enter: return .close
        case .character, .tab, .backTab, .backspace, .delete, .insert, .left, .right, .home, .end,
            .function:
            break
        }
        return .stay
    }

    func keys(_ desk: Desk) -> [KeyHint] { [.scroll, .pages, .close] }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let width = min(66, rect.width)
        let text = lines.flatMap { desk.wrapped($0, width: max(1, width - 4)) }
        let box = rect.centred(width: width, height: min(rect.height, text.count + 2))
        desk.drawSheet(in: box, title: title, into: &canvas)
        let inner = box.inset(left: 2, top: 1, right: 2, bottom: 1)
        desk.drawScrolled(text, from: top, in: inner, into: &canvas)
    }
}
