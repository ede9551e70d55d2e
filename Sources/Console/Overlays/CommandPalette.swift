import Engine
import Terminal

/// Finds any command by a few letters of its name in either language, shows its key, and says of
/// a disabled one why.
struct CommandPalette: Overlay {
    private var query = ""
    private var cursor = 0

    mutating func handle(_ input: Input, _ desk: Desk) -> OverlayOutcome {
        switch input {
        case .paste(let text): query += desk.gate.cleaned(text)
        case .key(let key):
            if let outcome = press(key, desk) { return outcome }
        case .mouse, .resize, .focus, .resumed, .profile, .hangup, .unknown: break
        }
        return .stay
    }

    private mutating func press(_ key: Key, _ desk: Desk) -> OverlayOutcome? {
        if let character = key.typed {
            query.append(character)
            cursor = 0
            return nil
        }
        let found = CommandPalette.matches(query, desk.keymaps.library.filter { $0.kind == .macro })
        switch (key.code, key.modifiers) {
        case (.escape, _): return .close
        case (.enter, _):
            guard found.indices.contains(cursor) else { return .close }
            let command = found[cursor]
            return .closeThen { command.run(on: $0) }
        case (.up, _), (.character("p"), .control): cursor = max(0, cursor - 1)
        case (.down, _), (.character("n"), .control):
            cursor = min(max(0, found.count - 1), cursor + 1)
        case (.pageDown, _): cursor = min(max(0, found.count - 1), cursor + 10)
        case (.pageUp, _): cursor = max(0, cursor - 10)
        case (.backspace, _): if !query.isEmpty { query.removeLast() }
        case (.character("u"), .control): query = ""
        default: break
        }
        return nil
    }

    /// Commands whose name or title has all the letters in order; the closest first. The bare
    /// keys of lists are left out: they mean nothing away from their list.
    /// - Parameter library: replies and macros that can be chosen like commands, behind them.
    static func matches(_ query: String, _ library: [LibraryEntry] = []) -> [DeskCommand] {
        let commands =
            DeskCommand.all.filter { $0.group != .list && $0.id != "palette" }
            + library.map(\.command)
        let typed = query.lowercased().trimmed
        let wanted = typed.filter { !$0.isWhitespace }
        guard !wanted.isEmpty else { return commands }
        var scored: [(score: Int, place: Int, command: DeskCommand)] = []
        for (place, command) in commands.enumerated() {
            let scores = [command.title.zh, command.title.en, command.id].compactMap {
                score(wanted, in: $0.lowercased())
            }
            if let best = scores.min() {
                scored.append((best, place, command))
            } else if command.help.zh.lowercased().contains(typed)
                || command.help.en.lowercased().contains(typed)
            {
                // What it does may be asked for by a word that is not in its name.
                scored.append((1000, place, command))
            }
        }
        return scored.sorted { ($0.score, $0.place) < ($1.score, $1.place) }.map(\.command)
    }

    /// How far apart the letters stand; nil when one is missing.
    private static func score(_ wanted: String, in text: String) -> Int? {
        if let place = text.firstRange(of: wanted)?.lowerBound {
            return text.distance(from: text.startIndex, to: place)
        }
        var rest = Substring(text)
        var score = 100
        for character in wanted {
            guard let place = rest.firstIndex(of: character) else { return nil }
            score += rest.distance(from: rest.startIndex, to: place)
            rest = rest[rest.index(after: place)...]
        }
        return score
    }

    func keys(_ desk: Desk) -> [KeyHint] {
        [KeyHint("Enter", Words.runs), .mark, KeyHint("Ctrl-U", Words.clears), .close]
    }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let box = rect.centred(width: min(66, rect.width), height: min(18, rect.height))
        desk.drawSheet(in: box, title: desk.say(Words.palette), into: &canvas)
        var inner = box.inset(left: 1, top: 1, right: 1, bottom: 1)
        let line = inner.takeTop(1)
        let used = canvas.put(
            "› " + query, at: line.origin, limit: line.width - 1, style: desk.style(.input))
        canvas.caret = Point(x: line.x + used, y: line.y)
        if query.isEmpty {
            canvas.put(
                desk.say(Words.paletteHint), at: Point(x: line.x + used + 1, y: line.y),
                limit: line.width - used - 1, style: desk.style(.placeholder), overflow: .ellipsis)
        }
        let found = CommandPalette.matches(query, desk.keymaps.library.filter { $0.kind == .macro })
        guard !found.isEmpty else {
            canvas.put(
                desk.say(Words.noCommand), at: inner.origin, limit: inner.width,
                style: desk.style(.dim), overflow: .ellipsis)
            return
        }
        let first = max(0, min(cursor - inner.height / 2, found.count - inner.height))
        for (row, command) in found.dropFirst(first).prefix(inner.height).enumerated() {
            draw(command, isChosen: first + row == cursor, desk, in: inner.row(row), into: &canvas)
        }
    }

    private func draw(
        _ command: DeskCommand, isChosen: Bool, _ desk: Desk, in row: Rect,
        into canvas: inout Canvas
    ) {
        let ground: Role = isChosen ? .selected : .text
        canvas.fill(row, style: desk.style(ground))
        let key = desk.keyName(of: command, in: desk.focus)
        let keyWidth = desk.gate.width(of: key)
        canvas.put(
            key, at: Point(x: row.right - keyWidth, y: row.y), style: desk.style(.key, on: ground))
        let room = row.width - keyWidth - 1
        let availability = command.availability(on: desk)
        let title = command.title[desk.tongue]
        switch availability {
        case .now:
            let used = canvas.put(
                title, at: row.origin, limit: room, style: desk.style(.strong, on: ground))
            canvas.put(
                "  " + command.help[desk.tongue], at: Point(x: row.x + used, y: row.y),
                limit: room - used, style: desk.style(.dim, on: ground), overflow: .ellipsis)
        case .not(let reason):
            canvas.put(
                title + "  " + desk.say(reason), at: row.origin, limit: room,
                style: desk.style(.disabled, on: ground), overflow: .ellipsis)
        }
    }
}
