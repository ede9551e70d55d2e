import Engine
import Yams

extension PatternReader {
    /// The keys that together say what a value must be.
    struct Comparison {
        var sort: Value.Sort?
        var exactly: Node?
        var low: Node?
        var high: Node?
        var unit: String?

        var isWritten: Bool {
            sort != nil || exactly != nil || low != nil || high != nil || unit != nil
        }
    }

    mutating func value(_ comparison: Comparison, _ node: Node) -> Pattern.ValueTest? {
        guard let sort = comparison.sort else {
            if problems.isEmpty { fail(node, "is", .missing("value")) }
            return nil
        }
        var test = Pattern.ValueTest(sort: sort, unit: comparison.unit)
        let low = comparison.exactly ?? comparison.low
        let high = comparison.exactly ?? comparison.high
        guard low != nil || high != nil else { return test }
        switch sort {
        case .amount:
            test.expected = .amount(range(comparison, .zero, Money(fen: .max)) { $0.amount($1) })
        case .percent, .discount, .quantity, .number:
            test.expected = .number(range(comparison, .min, .max) { $0.whole($1) })
        case .duration:
            let widest = Span(milliseconds: .max)
            test.expected = .span(range(comparison, .zero, widest) { $0.span($1) })
        case .time: test.expected = moment(low ?? high)
        case .order, .tracking, .phone, .size, .place, .carrier:
            test.expected = (low ?? high)?.string.map(Pattern.Expected.text)
        }
        return test
    }

    /// `is` makes a range of one; a bound left out is open.
    private mutating func range<Bound: Comparable>(
        _ comparison: Comparison, _ least: Bound, _ most: Bound,
        _ read: (inout Self, Node?) -> Bound?
    ) -> ClosedRange<Bound> {
        if let exactly = comparison.exactly {
            return read(&self, exactly).map { $0...$0 } ?? least...most
        }
        let low = read(&self, comparison.low) ?? least
        let high = read(&self, comparison.high) ?? most
        return min(low, high)...max(low, high)
    }

    private mutating func amount(_ node: Node?) -> Money? {
        guard let node else { return nil }
        if let money = node.string.flatMap(Money.init(text:)) { return money }
        fail(node, "is", .unreadable(node.string ?? "", expected: .amount))
        return nil
    }

    private mutating func whole(_ node: Node?) -> Int? {
        guard let node else { return nil }
        if let number = node.string.flatMap({ Int($0) }) { return number }
        fail(node, "is", .unreadable(node.string ?? "", expected: .wholeNumber))
        return nil
    }

    /// `30s`, `10m`, `24h`, `3d`.
    private mutating func span(_ node: Node?) -> Span? {
        guard let node else { return nil }
        let text = node.string ?? ""
        if let number = Int(text.dropLast()), let unit = text.last, number < 100_000 {
            switch unit {
            case "s": return .seconds(number)
            case "m": return .minutes(number)
            case "h": return .hours(number)
            case "d": return .days(number)
            default: break
            }
        }
        fail(node, "is", .unreadable(text, expected: .span))
        return nil
    }

    private mutating func moment(_ node: Node?) -> Pattern.Expected? {
        guard let node else { return nil }
        let text = node.string ?? ""
        let parts = text.split(separator: " ")
        var moment = Pattern.Moment(day: nil)
        var isGood = (1...2).contains(parts.count)
        for part in parts {
            let clock = part.split(separator: ":").compactMap { Int($0) }
            let date = part.split(separator: "-").compactMap { Int($0) }
            if part.contains(":"), clock.count >= 2, clock[0] < 25, clock[1] < 60 {
                moment.minuteOfDay = clock[0] * 60 + clock[1]
            } else if !part.contains(":"), (1...3).contains(date.count) {
                moment.day = date[date.count - 1]
                if date.count > 1 { moment.month = date[date.count - 2] }
                if date.count > 2 { moment.year = date[0] }
            } else {
                isGood = false
            }
        }
        if isGood { return .moment(moment) }
        fail(node, "is", .unreadable(text, expected: .moment))
        return nil
    }
}
