import Engine
import Macros
import Terminal

/// The macros that fit, found as one types; below the list stand the steps of the marked one.
/// Enter shows what it would do, F4 opens it as text; opened for changing, all are listed.
struct MacroList: Overlay {
    private let edits: Bool
    private let finder: MacroFinder
    private let marked: Int
    private var typed: Composer
    private var found: [Macro]
    private var place = 0

    init(_ desk: Desk, edits: Bool = false) {
        self.edits = edits
        desk.libraryRevision = desk.followLibrary()
        finder = MacroFinder(edits ? desk.macrosToEdit() : desk.macrosOffered())
        marked = desk.places.chosen.count
        typed = Composer(words: desk.words)
        found = finder.search("")
    }

    private var chosen: Macro? { found.indices.contains(place) ? found[place] : nil }

    mutating func handle(_ input: Input, _ desk: Desk) -> OverlayOutcome {
        switch input {
        case .key(let key): press(key)
        case .paste(let text): retype { $0.paste(text) }
        case .mouse(let mouse): point(mouse)
        case .resize, .focus, .resumed, .profile, .hangup, .unknown: .stay
        }
    }

    private mutating func press(_ key: Key) -> OverlayOutcome {
        switch (key.code, key.modifiers) {
        case (.escape, _): return .close
        case (.enter, _):
            guard let chosen else { return .stay }
            return .closeThen { [edits] in edits ? $0.edit(chosen) : $0.rehearse(chosen) }
        case (.function(4), []):
            guard let chosen else { return .stay }
            return .closeThen { $0.edit(chosen) }
        case (.up, []), (.character("p"), .control), (.backTab, _): return move(by: -1)
        case (.down, []), (.character("n"), .control), (.tab, _): return move(by: 1)
        case (.pageUp, _): return move(by: -10)
        case (.pageDown, _): return move(by: 10)
        case (.character, _), (.backspace, _), (.delete, _), (.insert, _), (.left, _), (.right, _),
            (.up, _), (.down, _), (.home, _), (.end, _), (.function, _):
            return retype { _ = $0.handle(key) }
        }
    }

    private mutating func point(_ mouse: Mouse) -> OverlayOutcome {
        switch mouse.action {
        case .wheelUp: move(by: -3)
        case .wheelDown: move(by: 3)
        case .press, .release, .drag: .stay
        }
    }

    private mutating func move(by step: Int) -> OverlayOutcome {
        place = min(max(0, place + step), max(0, found.count - 1))
        return .stay
    }

    private mutating func retype(_ change: (inout Composer) -> Void) -> OverlayOutcome {
        let before = typed.text
        change(&typed)
        guard typed.text != before else { return .stay }
        found = finder.search(typed.text)
        place = 0
        return .stay
    }

    func keys(_ desk: Desk) -> [KeyHint] {
        guard !edits else { return [KeyHint("Enter", Words.opens), .mark, .close] }
        return [
            KeyHint("Enter", Words.showsTrial), KeyHint("F4", Words.edits), .mark, .close,
        ]
    }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let box = rect.centred(width: min(76, rect.width), height: min(20, rect.height))
        let title =
            edits
            ? Words.macroListEdit : marked > 0 ? Words.macroListFor(marked) : Words.macroList
        desk.drawSheet(in: box, title: desk.say(title), into: &canvas)
        var rest = box.inset(left: 1, top: 1, right: 1, bottom: 1)
        let line = rest.takeTop(1)
        canvas.put("> ", at: line.origin, style: desk.style(.accent))
        typed.draw(on: &canvas, in: line.inset(left: 2), style: desk.style(.input))
        guard let chosen else {
            let none = finder.macros.isEmpty ? Words.noMacros : Words.noMacroFound
            return desk.drawLines(
                desk.wrapped(desk.say(none), width: rest.width, ink: .dim), from: 0, in: rest,
                into: &canvas)
        }
        let preview = rest.takeBottom(max(1, rest.height / 2)).inset(top: 1)
        drawList(desk, in: rest, into: &canvas)
        let steps = chosen.outline(in: desk.tongue).split(separator: "\n").map {
            PaneLine(String($0), ink: .note)
        }
        desk.drawLines(steps, from: 0, in: preview, into: &canvas)
    }

    private func drawList(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let first = max(0, min(place - rect.height / 2, found.count - rect.height))
        for (row, macro) in found.dropFirst(first).prefix(rect.height).enumerated() {
            let line = rect.row(row)
            let ground: Role = first + row == place ? .selected : .text
            canvas.fill(line, style: desk.style(ground))
            let isFresh = macro.name == desk.recorded?.name
            let right = isFresh ? desk.say(Words.justRecorded) : macro.name
            let width = desk.gate.width(of: right)
            canvas.put(
                right, at: Point(x: line.right - width, y: line.y),
                style: desk.style(.dim, on: ground))
            let folder = macro.folder.map { desk.say($0) + " " } ?? ""
            let used = canvas.put(
                macro.label[desk.tongue], at: line.origin, limit: line.width - width - 1,
                style: desk.style(.text, on: ground), overflow: .ellipsis)
            canvas.put(
                "  " + folder, at: Point(x: line.x + used, y: line.y),
                limit: max(0, line.width - width - 1 - used), style: desk.style(.dim, on: ground),
                overflow: .ellipsis)
        }
    }
}

extension MacroList: ChoosingSheet {
    var heading: Bilingual { marked > 0 ? Words.macroListFor(marked) : Words.macroList }
    var wanted: String { typed.text }
    var markedRow: Int { place }
    func listed(_ desk: Desk) -> [String] {
        found.map { $0.label[desk.tongue] + desk.say(LinearWords.comma) + $0.name }
    }
}
