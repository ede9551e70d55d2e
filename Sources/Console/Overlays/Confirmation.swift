import Engine
import Terminal

/// A question before something that cannot be taken back. Enter, where a resting hand falls,
/// says no: yes has to be chosen.
struct Confirmation: Overlay {
    var question: Bilingual
    /// What yes does, in words.
    var yes: Bilingual
    var action: (Desk) -> Void
    private var choosesYes = false

    init(question: Bilingual, yes: Bilingual, action: @escaping (Desk) -> Void) {
        self.question = question
        self.yes = yes
        self.action = action
    }

    mutating func handle(_ input: Input, _ desk: Desk) -> OverlayOutcome {
        guard case .key(let key) = input else { return .stay }
        switch key.code {
        case .escape: return .close
        case .enter: return choosesYes ? .closeThen(action) : .close
        case .left, .right, .up, .down, .tab, .backTab:
            choosesYes.toggle()
            return .stay
        case .character("1"): return .closeThen(action)
        case .character("0"): return .close
        case .character, .backspace, .delete, .insert, .home, .end, .pageUp, .pageDown,
            .function:
            return .stay
        }
    }

    func keys(_ desk: Desk) -> [KeyHint] {
        [
            KeyHint("0", Words.no), KeyHint("1", yes), KeyHint("← →", Words.changes),
            KeyHint("Enter", Words.takesChosen), KeyHint("Esc", Words.no),
        ]
    }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let width = min(60, rect.width)
        let lines = desk.gate.wrap(desk.say(question), width: max(1, width - 4))
        let box = rect.centred(width: width, height: lines.count + 4)
        desk.drawSheet(in: box, title: desk.say(Words.question), into: &canvas)
        var inner = box.inset(left: 2, top: 1, right: 2, bottom: 1)
        for line in lines {
            let row = inner.takeTop(1)
            canvas.put(line, at: row.origin, limit: row.width, style: desk.style(.text))
        }
        _ = inner.takeTop(1)
        var row = inner.takeTop(1)
        for (label, chosen) in [
            ("0 " + desk.say(Words.no), !choosesYes), ("1 " + desk.say(yes), choosesYes),
        ] {
            let used = canvas.put(
                " \(label) ", at: row.origin, limit: row.width,
                style: desk.style(chosen ? .selected : .text))
            _ = row.takeLeft(used + 2)
        }
    }
}
