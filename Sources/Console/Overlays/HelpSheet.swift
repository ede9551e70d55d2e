import Engine
import Terminal

/// What can be done here, with keys, and what the marks mean. F1 again shows every key there is.
struct HelpSheet: Overlay {
    /// Where help was asked for; nil on a page without panes.
    let focus: Focus?
    private var showsAll = false
    private var top = 0

    init(focus: Focus?) { self.focus = focus }

    mutating func handle(_ input: Input, _ desk: Desk) -> OverlayOutcome {
        switch input {
        case .mouse(let mouse):
            if mouse.action == .wheelUp { top = max(0, top - 3) }
            if mouse.action == .wheelDown { top += 3 }
            return .stay
        case .key(let key):
            switch key.code {
            case .function(1):
                if showsAll { return .close }
                showsAll = true
                top = 0
            case .down: top += 1
            case .up: top = max(0, top - 1)
            case .pageDown, .character(" "): top += 10
            case .pageUp: top = max(0, top - 10)
            case .home: top = 0
            case .escape, .enter: return .close
            case .character, .tab, .backTab, .backspace, .delete, .insert, .left, .right, .end,
                .function:
                break
            }
            return .stay
        case .paste, .resize, .focus, .resumed, .profile, .hangup, .unknown: return .stay
        }
    }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let box = rect.centred(width: min(78, rect.width), height: rect.height)
        desk.drawSheet(
            in: box, title: desk.say(showsAll ? Words.allKeys : Words.keysHere), into: &canvas)
        var inner = box.inset(left: 1, top: 1, right: 1, bottom: 1)
        let hint = inner.takeBottom(1)
        canvas.put(
            desk.say(showsAll ? Words.helpEndAll : Words.helpEnd), at: hint.origin,
            limit: hint.width, style: desk.style(.dim), overflow: .ellipsis)
        desk.drawLines(
            showsAll ? allLines(desk) : linesHere(desk, width: inner.width), from: top, in: inner,
            into: &canvas)
    }

    private func linesHere(_ desk: Desk, width: Int) -> [PaneLine] {
        var lines: [PaneLine] = []
        let here = DeskCommand.all.filter { command in
            if command.group == .replay { return desk.replay != nil }
            guard let contexts = command.contexts else { return command.group != .view }
            return focus.map { contexts.contains($0) } ?? false
        }
        let own = here.filter { $0.contexts != nil }
        let rest = here.filter { $0.contexts == nil }
        for command in own + rest where !desk.keyName(of: command, in: focus).isEmpty {
            lines.append(line(command, desk))
        }
        return legend(desk) + [PaneLine("")] + lines
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
