import Engine
import Terminal

/// The keys that were pressed last, each with the name of what it does, for those who look on.
///
/// Typed text is never told here: what is told are commands, and the few keys that steer a sheet
/// over the desk.
struct KeyCast {
    /// One telling.
    struct Item: Hashable {
        var keys: String
        var title: Bilingual
        /// How many times in a row.
        var times: Int
        /// The desk's wall milliseconds at which it was pressed.
        var at: Int64
    }

    private(set) var items: [Item] = []

    /// As many stand beside each other at most.
    static let most = 4
    /// After so long it is gone.
    static let lasts: Int64 = 7000

    /// Tells one more; the same once more is counted.
    mutating func tell(_ keys: String, _ title: Bilingual, at wall: Int64) {
        if let last = items.last, last.keys == keys, last.title == title {
            items[items.count - 1].times += 1
            items[items.count - 1].at = wall
            return
        }
        items.append(Item(keys: keys, title: title, times: 1, at: wall))
        if items.count > Self.most { items.removeFirst() }
    }

    /// Lets what is old go; whether anything went.
    mutating func fade(at wall: Int64) -> Bool {
        let before = items.count
        items.removeAll { $0.at + Self.lasts <= wall }
        return items.count != before
    }

    /// Milliseconds until the next one goes; nil with none.
    func nextFading(at wall: Int64) -> Int? {
        items.map { Int(max(1, $0.at + Self.lasts - wall)) }.min()
    }
}

extension Desk {
    /// Tells a command that was carried out by a key, the palette or a demonstration.
    func cast(_ command: DeskCommand) {
        guard presenting != nil else { return }
        let pressed = castKeys ?? keyName(of: command.id)
        presenting?.cast.tell(pressed, command.title, at: wall)
    }

    /// Tells a key that steers what lies over the desk; letters are text and are not told.
    func castOverSheet(_ key: Key) {
        guard presenting != nil, let title = PresentingWords.sheetKey(key) else { return }
        presenting?.cast.tell(key.name, title, at: wall)
    }

    /// The newest at the left, on a ground of its own; the older ones quieter beside it.
    func drawCast(in row: Rect, into canvas: inout Canvas) {
        guard let items = presenting?.cast.items, !row.isEmpty else { return }
        var x = row.x + 1
        for (place, item) in items.reversed().enumerated() {
            let times = item.times > 1 ? " ×\(item.times)" : ""
            let keys = item.keys.isEmpty ? "" : " \(item.keys) "
            let words = (keys.isEmpty ? "" : " ") + say(item.title) + times
            guard x + gate.width(of: keys + words) < row.right else { break }
            x += canvas.put(
                keys, at: Point(x: x, y: row.y), style: style(place == 0 ? .badge : .key))
            x += canvas.put(
                words, at: Point(x: x, y: row.y), style: style(place == 0 ? .strong : .dim))
            x += 3
        }
    }
}
