import Engine
import Yams

// Values that a platform cannot mean are mistakes of the hand: a closing time of nought, a limit
// of a million. They are held against bounds as they are read.

extension FieldReader {
    mutating func span(_ fields: Fields, _ name: String, _ range: ClosedRange<Span>) -> Span? {
        guard let value = span(fields, name), let node = fields[name] else { return nil }
        if range.contains(value) { return value }
        fail(
            node, fields.path(name),
            .outside(
                node.string ?? "", from: ShopClock.written(range.lowerBound),
                to: ShopClock.written(range.upperBound)))
        return nil
    }

    mutating func money(_ fields: Fields, _ name: String, most: Money) -> Money? {
        guard let value = money(fields, name), let node = fields[name] else { return nil }
        if value <= most { return value }
        fail(
            node, fields.path(name),
            .outside(node.string ?? "", from: Money.zero.plain, to: most.plain))
        return nil
    }

    mutating func choices<Case: CaseIterable & Hashable>(
        _ fields: Fields, _ name: String
    ) -> [Case]? {
        list(fields, name) { $0.name($1, $2) }
    }

    mutating func wholes(
        _ fields: Fields, _ name: String, _ range: ClosedRange<Int>
    ) -> [Int]? {
        let items: [Int]? = list(fields, name) { reader, node, path in
            let word = node.string ?? ""
            guard let number = Int(word) else {
                reader.fail(node, path, .unreadable(word, expected: .wholeNumber))
                return nil
            }
            if range.contains(number) { return number }
            reader.fail(
                node, path, .outOfRange(word, from: range.lowerBound, to: range.upperBound))
            return nil
        }
        return items.flatMap { rising($0, fields, name) }
    }

    mutating func spans(_ fields: Fields, _ name: String, count: Int) -> [Span]? {
        let items: [Span]? = list(fields, name) { reader, node, path in
            let word = node.string ?? ""
            if let span = Span(written: word) { return span }
            reader.fail(node, path, .unreadable(word, expected: .span))
            return nil
        }
        guard let items, let node = fields[name] else { return nil }
        guard items.count == count else {
            fail(node, fields.path(name), .needsCount(count))
            return nil
        }
        return rising(items, fields, name)
    }

    /// A list each of whose items can be read and stands there once; nil otherwise.
    private mutating func list<Item: Hashable>(
        _ fields: Fields, _ name: String, _ read: (inout FieldReader, Node, String) -> Item?
    ) -> [Item]? {
        guard let node = fields[name], node.sequence != nil else {
            _ = items(fields, name)
            return nil
        }
        var result: [Item] = []
        var isWhole = true
        for item in items(fields, name) {
            guard let value = read(&self, item.node, item.path) else {
                isWhole = false
                continue
            }
            if result.contains(value) {
                fail(item.node, item.path, .listedTwice(item.node.string ?? ""))
                isWhole = false
            }
            result.append(value)
        }
        return isWhole ? result : nil
    }

    private mutating func rising<Item: Comparable>(
        _ items: [Item], _ fields: Fields, _ name: String
    ) -> [Item]? {
        guard let node = fields[name] else { return nil }
        if items.isEmpty {
            fail(node, fields.path(name), .empty)
            return nil
        }
        if zip(items, items.dropFirst()).allSatisfy({ $0 < $1 }) { return items }
        fail(node, fields.path(name), .notRising)
        return nil
    }

    /// `2026-03-01`, a day that there is.
    mutating func day(_ fields: Fields, _ name: String) -> String? {
        guard let words = text(fields, name), let node = fields[name] else { return nil }
        let shape = /[0-9]{4}-[0-9]{2}-[0-9]{2}/
        if words.wholeMatch(of: shape) != nil,
            let noon = ShopClock.date(words + " 12:00", offset: 0),
            CivilTime(noon, offset: 0).date == words
        {
            return words
        }
        fail(node, fields.path(name), .unreadable(words, expected: .day))
        return nil
    }
}

extension ShopClock {
    /// As a person would write it: `48h`, `10d`, `1h30m`. Reading it gives the same span.
    static func written(_ span: Span) -> String {
        let day = 86_400
        let total = span.seconds
        if total >= 3 * day, total % day == 0 { return "\(total / day)d" }
        var rest = total
        var text = ""
        for (size, unit) in [(3600, "h"), (60, "m"), (1, "s")] where rest >= size {
            text += "\(rest / size)\(unit)"
            rest %= size
        }
        return text.isEmpty ? "0s" : text
    }
}
