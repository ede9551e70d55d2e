import Engine
import Terminal

/// One text to write, with a hint below it: the moment to go to, a teacher's note.
struct LineSheet: Overlay {
    private let title: Bilingual
    private let hint: Bilingual
    private var composer: Composer
    private let rows: Int
    private let verb: Bilingual
    /// Why it could not be done; in full, where there is only one row below.
    private var complaint: Bilingual?
    /// Nil closes the sheet; a sentence says why it stays.
    private let action: (Desk, String) -> Bilingual?

    init(
        _ title: Bilingual, hint: Bilingual, verb: Bilingual, text: String = "", rows: Int = 1,
        words: WordFinder,
        action: @escaping (Desk, String) -> Bilingual?
    ) {
        self.title = title
        self.hint = hint
        self.rows = rows
        self.verb = verb
        self.action = action
        composer = Composer(draft: Draft(text: text, caret: text.count), words: words)
    }

    mutating func handle(_ input: Input, _ desk: Desk) -> OverlayOutcome {
        switch input {
        case .paste(let text): composer.paste(text)
        case .key(let key):
            if key == Key(.escape) { return .close }
            if key == Key(.enter) {
                complaint = action(desk, composer.text)
                guard let complaint else { return .close }
                desk.announce(.refused, complaint)
                return .stay
            }
            _ = composer.handle(key)
        case .mouse, .resize, .focus, .resumed, .profile, .hangup, .unknown: break
        }
        return .stay
    }

    func keys(_ desk: Desk) -> [KeyHint] {
        [
            KeyHint("Enter", verb), KeyHint("Ctrl-U", Words.clears),
            KeyHint("Esc", Words.dropsIt),
        ]
    }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let width = min(66, rect.width)
        let lines = desk.gate.wrap(desk.say(complaint ?? hint), width: max(1, width - 4))
        let box = rect.centred(width: width, height: min(rect.height, rows + lines.count + 3))
        desk.drawSheet(in: box, title: desk.say(title), into: &canvas)
        var inner = box.inset(left: 2, top: 1, right: 2, bottom: 1)
        var shown = composer
        let field = inner.takeTop(rows)
        shown.fit(Size(columns: field.width, rows: field.height), gate: desk.gate)
        shown.draw(on: &canvas, in: field, style: desk.style(.input), hasCaret: true)
        for line in lines {
            let row = inner.takeTop(1)
            canvas.put(
                line, at: row.origin, limit: row.width,
                style: desk.style(complaint == nil ? .dim : .danger))
        }
    }
}
