public import Engine

/// How a crowd of customers spreads over a shift: quiet in the morning, a peak at lunch, a surge
/// when a promotion opens.
///
/// ```yaml
/// curve:                      # parts of the shift, and how many of all come in each
///   - {until: 20, share: 5}   # percent of the shift; the first fifth is quiet
///   - {until: 35, share: 60}  # the surge
///   - {until: 90, share: 35}
/// ```
public struct ArrivalCurve: Hashable, Sendable {
    /// In the order of their ends.
    public var parts: [Part]

    public struct Part: Hashable, Sendable {
        /// Percent of the shift.
        public var until: Int
        /// Compared with the other parts' shares.
        public var share: Int

        public init(until: Int, share: Int) {
            self.until = until
            self.share = share
        }
    }

    public init(parts: [Part]) { self.parts = parts }

    /// As many at any time; nobody in the last tenth, so that the last can still be served.
    public static let even = ArrivalCurve(parts: [Part(until: 90, share: 1)])

    /// When one of them comes, counted from opening.
    public func pick(in length: Span, _ dice: inout Dice) -> Span {
        let whole = parts.reduce(0) { $0 + $1.share }
        guard whole > 0 else { return .zero }
        var lot = dice.roll(1...whole)
        var from = 0
        for part in parts {
            if lot <= part.share {
                let percent = Int64(dice.roll(from * 1000...max(from, part.until) * 1000))
                return Span(milliseconds: length.milliseconds / 100_000 * percent)
            }
            lot -= part.share
            from = part.until
        }
        return .zero
    }

    /// The share of all customers that comes in each of `count` equal stretches of the shift; one
    /// in all, as `pick` throws them.
    public func shares(in count: Int) -> [Double] {
        let whole = Double(parts.reduce(0) { $0 + $1.share })
        guard whole > 0, count > 0 else { return Array(repeating: 0, count: max(0, count)) }
        /// The share of those who have come by a percentage of the shift.
        func come(by percent: Double) -> Double {
            var sum = 0.0
            var from = 0.0
            for part in parts {
                let until = Double(part.until)
                guard percent > from, until > from else { break }
                sum += Double(part.share) * (min(percent, until) - from) / (until - from)
                from = until
            }
            return sum / whole
        }
        return (0..<count).map {
            come(by: Double($0 + 1) * 100 / Double(count))
                - come(by: Double($0) * 100 / Double(count))
        }
    }
}
