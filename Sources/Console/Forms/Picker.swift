public import Terminal

/// A list over the desk from which one thing is chosen by typing a part of its name: customers to
/// go to, commands, themes, tags.
///
/// ```swift
/// switch picker.handle(input) {
/// case .stay: break
/// case .moved: preview = lines(for: picker.chosen)
/// case .cancelled: close()
/// case .picked(let item): close(); open(item.id)
/// }
/// ```
public struct Picker: Sendable {
    /// One line to choose.
    public struct Item: Hashable, Sendable {
        public let id: String
        public let label: String
        /// Quiet text at the right: a key, a count.
        public let detail: String
        /// Words that find it besides its label, such as its name in the other language.
        public let also: String
        /// Why it cannot be picked now; nil when it can.
        public let obstacle: String?

        public init(
            id: String, label: String, detail: String = "", also: String = "",
            obstacle: String? = nil
        ) {
            self.id = id
            self.label = label
            self.detail = detail
            self.also = also
            self.obstacle = obstacle
        }
    }

    /// What an input did.
    public enum Outcome: Hashable, Sendable {
        case stay
        /// Another item is marked now.
        case moved
        case cancelled
        case picked(Item)
    }

    public let items: [Item]
    /// What is typed may be picked as a new item of its own, as with tags.
    public let takesNew: Bool
    public private(set) var filter: Composer
    /// Numbers of the items that match, best first.
    public private(set) var matches: [Int]
    public private(set) var place = 0
    private let keys: [ItemKey]

    public init(items: [Item], takesNew: Bool = false) {
        self.items = items
        self.takesNew = takesNew
        filter = Composer()
        keys = items.map(ItemKey.init)
        matches = Array(items.indices)
    }

    /// The marked item; with `takesNew` what was typed when nothing matches.
    public var chosen: Item? {
        if matches.indices.contains(place) { return items[matches[place]] }
        let typed = filter.text.trimmed
        return takesNew && !typed.isEmpty ? Item(id: typed, label: typed) : nil
    }

    public mutating func handle(_ input: Input) -> Outcome {
        switch input {
        case .key(let key): press(key)
        case .paste(let text): refilter { $0.paste(text) }
        case .mouse(let mouse): point(mouse)
        case .resize, .focus, .resumed, .profile, .hangup, .unknown: .stay
        }
    }

    private mutating func press(_ key: Key) -> Outcome {
        switch (key.code, key.modifiers) {
        case (.escape, _): return .cancelled
        case (.enter, _):
            guard let chosen, chosen.obstacle == nil else { return .stay }
            return .picked(chosen)
        case (.up, []), (.character("p"), .control), (.backTab, _): return move(by: -1)
        case (.down, []), (.character("n"), .control), (.tab, _): return move(by: 1)
        case (.pageUp, _): return move(by: -10)
        case (.pageDown, _): return move(by: 10)
        case (.character, _), (.backspace, _), (.delete, _), (.insert, _), (.left, _), (.right, _),
            (.up, _), (.down, _), (.home, _), (.end, _), (.function, _):
            return refilter { _ = $0.handle(key) }
        }
    }

    private mutating func point(_ mouse: Mouse) -> Outcome {
        switch mouse.action {
        case .wheelUp: move(by: -3)
        case .wheelDown: move(by: 3)
        case .press, .release, .drag: .stay
        }
    }

    private mutating func move(by step: Int) -> Outcome {
        let next = min(max(0, place + step), max(0, matches.count - 1))
        guard next != place else { return .stay }
        place = next
        return .moved
    }

    private mutating func refilter(_ change: (inout Composer) -> Void) -> Outcome {
        let before = filter.text
        change(&filter)
        let typed = filter.text
        guard typed != before else { return .stay }
        let wanted = ItemKey.folded(typed.trimmed)
        if wanted.isEmpty {
            matches = Array(items.indices)
        } else {
            // Equal ranks keep the order of the list.
            matches = keys.indices.compactMap { number in
                keys[number].rank(of: wanted).map { (number, $0) }
            }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
        }
        place = 0
        return .moved
    }
}

/// An item's texts in the form in which they are searched.
private struct ItemKey: Hashable, Sendable {
    let label: [Character]
    let rest: [Character]

    init(_ item: Picker.Item) {
        label = ItemKey.folded(item.label)
        rest = ItemKey.folded(item.also + " " + item.id)
    }

    static func folded(_ text: String) -> [Character] { Array(text.lowercased()) }

    /// How well what was typed fits, the smaller the better; nil when it does not.
    func rank(of wanted: [Character]) -> Int? {
        if label.starts(with: wanted) { return 0 }
        if let place = ItemKey.find(wanted, in: label) {
            return label[place - 1].isLetter && label[place - 1].isASCII ? 2 : 1
        }
        if rest.starts(with: wanted) || ItemKey.find(wanted, in: rest) != nil { return 3 }
        if ItemKey.holds(wanted, in: label) { return 4 }
        return wanted.count > 1 && ItemKey.holds(wanted, in: rest) ? 5 : nil
    }

    /// A place after the first where the word stands.
    private static func find(_ word: [Character], in text: [Character]) -> Int? {
        guard text.count > word.count else { return nil }
        for place in 1...(text.count - word.count)
        where text[place..<place + word.count].elementsEqual(word) {
            return place
        }
        return nil
    }

    /// Whether the characters stand in the text in this order, with others between.
    private static func holds(_ word: [Character], in text: [Character]) -> Bool {
        var place = word.startIndex
        for character in text where place < word.endIndex && character == word[place] {
            place += 1
        }
        return place == word.endIndex
    }
}

extension Picker {
    /// Draws the filter line, the list and, below it, the preview of the marked item.
    public func draw(
        in rect: Rect, on canvas: inout Canvas, theme: Theme, preview: [String] = [],
        empty: String = "", ground: Role = .text
    ) {
        canvas.withClip(rect) { canvas in
            canvas.fill(rect, style: theme[ground])
            var rest = rect
            let line = rest.takeTop(1)
            canvas.put("> ", at: line.origin, style: theme[.accent, on: ground])
            filter.draw(on: &canvas, in: line.inset(left: 2), style: theme[.input])
            if !preview.isEmpty {
                let foot = rest.takeBottom(min(preview.count, rest.height / 2))
                for (row, text) in preview.prefix(foot.height).enumerated() {
                    canvas.put(
                        text, at: foot.row(row).origin, limit: foot.width,
                        style: theme[.dim, on: ground], overflow: .ellipsis)
                }
            }
            guard !matches.isEmpty else {
                canvas.put(
                    empty, at: rest.origin, limit: rest.width,
                    style: theme[.placeholder, on: ground], overflow: .ellipsis)
                return
            }
            drawList(in: rest, on: &canvas, theme: theme, ground: ground)
        }
    }

    private func drawList(in rect: Rect, on canvas: inout Canvas, theme: Theme, ground: Role) {
        guard rect.height > 0 else { return }
        // The marked line stands in the middle as soon as the list is longer than the room.
        let first = min(max(0, place - rect.height / 2), max(0, matches.count - rect.height))
        for row in 0..<min(rect.height, matches.count - first) {
            let item = items[matches[first + row]]
            let isMarked = first + row == place
            let surface = isMarked ? Role.selected : ground
            let line = rect.row(row)
            canvas.fill(line, style: theme[surface])
            if isMarked {
                canvas.put(
                    canvas.gate.ambiguousIsWide ? ">" : "▌", at: line.origin,
                    style: theme[.focus, on: surface])
            }
            let detail = item.obstacle ?? item.detail
            let room = min(canvas.gate.width(of: detail), line.width / 2)
            let used = canvas.put(
                item.label, at: Point(x: line.x + 1, y: line.y),
                limit: line.width - 2 - (room > 0 ? room + 1 : 0),
                style: theme[item.obstacle == nil ? .text : .disabled, on: surface],
                overflow: .ellipsis)
            guard room > 0, used < line.width - room - 2 else { continue }
            canvas.put(
                detail, at: Point(x: line.right - room - 1, y: line.y), limit: room,
                style: theme[item.obstacle == nil ? .key : .dim, on: surface],
                overflow: .ellipsis)
        }
    }
}
