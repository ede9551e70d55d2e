import Engine
import Terminal

/// A list to choose one thing from by typing a part of its name.
struct PickerSheet: Overlay {
    private let title: Bilingual
    private let empty: Bilingual
    private var picker: Picker
    private let action: (Desk, Picker.Item) -> Void
    var showsThrough = false
    /// Told of each item the cursor comes to, for a preview; with nil when nothing was chosen.
    var moved: (Desk, Picker.Item?) -> Void = { _, _ in }

    init(
        _ title: Bilingual, items: [Picker.Item], empty: Bilingual,
        action: @escaping (Desk, Picker.Item) -> Void
    ) {
        self.title = title
        self.empty = empty
        self.action = action
        picker = Picker(items: items)
    }

    mutating func handle(_ input: Input, _ desk: Desk) -> OverlayOutcome {
        switch picker.handle(input) {
        case .stay: return .stay
        case .moved:
            moved(desk, picker.chosen)
            return .stay
        case .cancelled:
            moved(desk, nil)
            return .close
        case .picked(let item):
            let action = action
            return .closeThen { action($0, item) }
        }
    }

    /// Whether something was typed.
    var isFiltered: Bool { !picker.filter.isEmpty }

    /// How far down from the marked row the one with this name stands; nil where there is none.
    func steps(to label: String) -> Int? {
        let row = picker.matches.firstIndex { picker.items[$0].label == label }
        return row.map { $0 - picker.place }
    }

    /// Why the marked thing cannot be done, in full: beside it there is only room for its
    /// beginning. As many rows as the longest reason takes, so that the list stands still.
    private func reason(_ desk: Desk, width: Int) -> [String] {
        let rows = picker.items.map {
            $0.obstacle.map { desk.gate.wrap($0, width: width).count } ?? 0
        }
        guard let most = rows.max(), most > 0 else { return [] }
        let lines = picker.chosen?.obstacle.map { desk.gate.wrap($0, width: width) } ?? []
        return lines + Array(repeating: "", count: max(0, most - lines.count))
    }

    func keys(_ desk: Desk) -> [KeyHint] {
        [
            KeyHint("Enter", Words.picks), .mark, KeyHint(desk.say(Words.letters), Words.helpFind),
            .close,
        ]
    }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let box = rect.centred(width: min(66, rect.width), height: min(18, rect.height))
        desk.drawSheet(in: box, title: desk.say(title), into: &canvas)
        let inner = box.inset(left: 1, top: 1, right: 1, bottom: 1)
        picker.draw(
            in: inner, on: &canvas, theme: desk.theme,
            preview: reason(desk, width: max(1, inner.width)),
            empty: desk.say(empty))
    }
}

extension PickerSheet: ChoosingSheet {
    var heading: Bilingual { title }
    var wanted: String { picker.filter.text }
    var markedRow: Int { picker.place }
    func listed(_ desk: Desk) -> [String] {
        picker.matches.map { number in
            let item = picker.items[number]
            return [item.label, item.obstacle ?? item.detail].filter { !$0.isEmpty }
                .joined(separator: desk.say(LinearWords.comma))
        }
    }
}
