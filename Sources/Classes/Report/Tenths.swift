/// A score with one digit after the point, as it is shown and as it is compared: 83.5 is 835.
public struct Tenths: Hashable, Comparable, Sendable, Codable {
    public var count: Int

    public init(count: Int) { self.count = count }

    /// `sum` shared among `parts`, rounded half up; nil where there are none.
    public init?(_ sum: Int, among parts: Int) {
        guard parts > 0 else { return nil }
        count = (sum * 20 + parts) / (parts * 2)
    }

    /// The mean of whole scores; nil of none.
    public init?(mean scores: [Int]) { self.init(scores.reduce(0, +), among: scores.count) }

    public static func < (a: Self, b: Self) -> Bool { a.count < b.count }

    public init(from decoder: any Decoder) throws {
        count = Int((try Double(from: decoder) * 10).rounded())
    }

    public func encode(to encoder: any Encoder) throws {
        try (Double(count) / 10).encode(to: encoder)
    }
}

extension Tenths: CustomStringConvertible {
    public var description: String { "\(count / 10).\(abs(count % 10))" }
}

/// Which place each has among the others: equal scores share the better place, and as many places
/// are skipped after them (1 2 2 4), as in sports.
public enum Places {
    /// - Parameter scores: the best first.
    public static func of<Score: Equatable>(_ scores: [Score]) -> [Int] {
        var places: [Int] = []
        for index in scores.indices {
            let isShared = index > 0 && scores[index] == scores[index - 1]
            places.append(isShared ? places[index - 1] : index + 1)
        }
        return places
    }
}
