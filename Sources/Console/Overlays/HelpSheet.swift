import Engine
import Terminal

/// What can be done here, with keys, and what the marks mean. F1 again shows every key there is;
/// typing leaves only the lines that have what was typed.
struct HelpSheet: Overlay {
    /// Where help was asked for; nil on a page without panes.
    let focus: Focus?
    private var showsAll = false
    private var top = 0
    private var typed = ""

    init(focus: Focus?) { self.focus = focus }

    mutating func handle(_ input: Input, _ desk: Desk) -> OverlayOutcome {
        switch input {
        case .mouse(let mouse):
            if mouse.action == .wheelUp { move(by: -3, desk) }
            if mouse.action == .wheelDown { move(by: 3, desk) }
        case .key(let key): return press(key, desk)
        case .paste(let text): find(typed + desk.gate.cleaned(text))
        case .resize, .focus, .resumed, .profile, .hangup, .unknown: break
        }
        return .stay
    }

    private mutating func press(_ key: Key, _ desk: Desk) -> OverlayOutcome {
        if let letter = key.typed {
            switch letter {
            // Where one is used to it: a slash begins to look for something.
            case "/" where typed.isEmpty: break
            case " " where typed.isEmpty: move(by: 10, desk)
            case _: find(typed + String(letter))
            }
            return .stay
        }
        switch key.code {
        case .function(1):
            if showsAll { return .close }
            showsAll = true
            top = 0
        case .down: move(by: 1, desk)
        case .up: move(by: -1, desk)
        case .pageDown: move(by: 10, desk)
        case .pageUp: move(by: -10, desk)
        case .home: top = 0
        case .end: move(by: .max / 2, desk)
        case .backspace: find(String(typed.dropLast()))
        case .escape:
            if typed.isEmpty { return .close }
            find("")
        case .enter: return .close
        case .character where key == Key(.character("u"), .control): find("")
        case .character, .tab, .backTab, .delete, .insert, .left, .right, .function: break
        }
        return .stay
    }

    private mutating func find(_ text: String) {
        typed = text
        top = 0
    }

    /// No further than to where the last line stands at the bottom.
    private mutating func move(by step: Int, _ desk: Desk) {
        let room = inside(box(desk.sheetArea)).height
        let most = max(0, lines(desk, width: inside(box(desk.sheetArea)).width).count - room)
        top = min(max(0, top + step), most)
    }

    func keys(_ desk: Desk) -> [KeyHint] {
        [
            KeyHint("F1", showsAll ? Words.closes : Words.allKeys), .scroll,
            KeyHint("Home End", Words.scrolls),
        ]
            + [KeyHint(desk.say(Words.letters), Words.helpFind), .close]
    }

    private func box(_ rect: Rect) -> Rect {
        rect.centred(width: min(78, rect.width), height: rect.height)
    }

    private func inside(_ box: Rect) -> Rect { box.inset(left: 1, top: 1, right: 1, bottom: 1) }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let box = box(rect)
        let name = desk.say(showsAll ? Words.allKeys : Words.keysHere)
        desk.drawSheet(in: box, title: typed.isEmpty ? name : name + " /" + typed, into: &canvas)
        let inner = inside(box)
        if !typed.isEmpty {
            let x = box.x + 1 + desk.gate.width(of: name + " /" + typed)
            canvas.caret = Point(x: min(x, box.right - 1), y: box.y)
        }
        desk.drawLines(lines(desk, width: inner.width), from: top, in: inner, into: &canvas)
    }

    private func lines(_ desk: Desk, width: Int) -> [PaneLine] {
        let all = showsAll ? allLines(desk) : linesHere(desk, width: width)
        guard !typed.isEmpty else { return all }
        let wanted = typed.lowercased()
        let found = all.filter { $0.ink != .title && $0.left.lowercased().contains(wanted) }
        guard found.isEmpty else { return found }
        return desk.wrapped(desk.say(Words.helpNothing(typed)), width: width, ink: .dim)
    }

    private func linesHere(_ desk: Desk, width: Int) -> [PaneLine] {
        if desk.page != nil { return pageLines(desk) }
        if desk.replay != nil { return replayLines(desk) }
        let here = DeskCommand.all.filter { command in
            guard command.group != .replay else { return false }
            guard let contexts = command.contexts else { return command.group != .view }
            return focus.map { contexts.contains($0) } ?? false
        }
        let own = here.filter { $0.contexts != nil }
        let rest = here.filter { $0.contexts == nil }
        return legend(desk) + [PaneLine("")]
            + (own + rest).filter { !desk.keyName(of: $0, in: focus).isEmpty }.map {
                line($0, desk)
            }
    }

    /// What the page itself says it can do, then what can be done on every page.
    private func pageLines(_ desk: Desk) -> [PaneLine] {
        desk.pageKeys.map { row($0.key, desk.say($0.title), desk) }
            + everywhere(desk) { desk.isOffered($0) }
    }

    /// The replay's own keys, then what else can be done while one only looks.
    private func replayLines(_ desk: Desk) -> [PaneLine] {
        DeskCommand.all.filter { $0.group == .replay && !desk.keyName(of: $0.id).isEmpty }.map {
            line($0, desk)
        } + everywhere(desk) { $0.group == .view || $0.group == .queue }
    }

    private func everywhere(_ desk: Desk, _ isHere: (DeskCommand) -> Bool) -> [PaneLine] {
        let commands = DeskCommand.all.filter { command in
            command.contexts == nil && isHere(command) && command.availability(on: desk) == .now
                && !desk.keyName(of: command, in: focus).isEmpty
        }
        guard !commands.isEmpty else { return [] }
        return [PaneLine(""), PaneLine(desk.say(Words.keysEverywhere), ink: .title)]
            + commands.map { line($0, desk) }
    }

    private func allLines(_ desk: Desk) -> [PaneLine] {
        var lines: [PaneLine] = []
        for group in DeskCommand.Group.allCases {
            let commands = DeskCommand.all.filter { $0.group == group }
            guard !commands.isEmpty else { continue }
            if !lines.isEmpty { lines.append(PaneLine("")) }
            lines.append(PaneLine(desk.say(Words.group(group)), ink: .title))
            lines += commands.map { line($0, desk) }
            guard group == .replies else { continue }
            // Those of the library that have keys; all of them are in the list of replies.
            lines += desk.keymaps.library.map(\.command).filter {
                !desk.keymap.keys(for: $0.id).isEmpty
            }.map { line($0, desk) }
        }
        lines += [PaneLine(""), PaneLine(desk.say(Words.editingKeys), ink: .title)]
        for edit in Composer.Edit.allCases {
            lines.append(
                row(edit.defaultKeys.joined(separator: " "), edit.help[desk.tongue], desk))
        }
        return lines
    }

    private func line(_ command: DeskCommand, _ desk: Desk) -> PaneLine {
        let keys = desk.keymap.keys(for: command.id).map(\.name).joined(separator: " ")
        return row(
            keys, command.title[desk.tongue] + "  " + command.help[desk.tongue], desk)
    }

    private func row(_ keys: String, _ text: String, _ desk: Desk) -> PaneLine {
        let width = desk.gate.width(of: keys)
        let space = String(repeating: " ", count: max(1, 18 - width))
        return PaneLine(keys + space + text)
    }

    /// The marks of a row in the queue.
    private func legend(_ desk: Desk) -> [PaneLine] {
        let glyphs = desk.glyphs
        let marks: [(String, Bilingual)] = [
            (glyphs.overLimit, Words.legendOverLimit), (glyphs.waiting, Words.legendWaiting),
            (glyphs.new, Words.legendNew), (glyphs.answered, Words.legendAnswered),
            (glyphs.onHold, Words.legendOnHold), (glyphs.ended, Words.legendEnded),
            (glyphs.count(3), Words.legendUnread), (glyphs.draft, Words.legendDraft),
            (glyphs.promise, Words.legendPromise),
        ]
        let text = marks.map { $0.0 + " " + desk.say($0.1) }.joined(separator: "  ")
        return desk.wrapped(text, width: 74, ink: .dim)
    }
}
