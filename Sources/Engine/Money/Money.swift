/// An amount of renminbi in whole fen (1 yuan = 100 fen). Never a fraction, never a float.
public struct Money: Hashable, Comparable, Sendable, Codable {
    public var fen: Int

    public init(fen: Int) { self.fen = fen }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        fen = try container.decode(Int.self)
        guard fen.magnitude <= Self.greatest.fen.magnitude else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "more than \(Self.greatest.plain)")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(fen)
    }

    public static let zero = Self(fen: 0)
    /// No amount that comes from outside is larger: thousands of them still add up in an integer.
    public static let greatest = Self.yuan(10_000_000_000)
    public static func yuan(_ n: Int) -> Self { Self(fen: n * 100) }

    public static func < (a: Self, b: Self) -> Bool { a.fen < b.fen }
    public static func + (a: Self, b: Self) -> Self { Self(fen: a.fen + b.fen) }
    public static func - (a: Self, b: Self) -> Self { Self(fen: a.fen - b.fen) }
    public static func * (a: Self, n: Int) -> Self { Self(fen: a.fen * n) }
    public static func += (a: inout Self, b: Self) { a.fen += b.fen }
    public static func -= (a: inout Self, b: Self) { a.fen -= b.fen }
    public static prefix func - (a: Self) -> Self { Self(fen: -a.fen) }

    /// `298.00`, `-0.05`: always two decimals, no sign of currency.
    public var plain: String {
        let magnitude = fen.magnitude
        return "\(fen < 0 ? "-" : "")\(magnitude / 100).\(two(Int(magnitude % 100)))"
    }

    /// Reads `298`, `298.0`, `298.00`; nil for a third decimal, a sign, or anything else.
    public init?(text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let head = parts.first, !head.isEmpty, parts.count <= 2, head.count <= 12,
            head.allSatisfy({ $0.isASCII && $0.isNumber }), let yuan = Int(head)
        else { return nil }
        var fen = yuan * 100
        if parts.count == 2 {
            let tail = parts[1]
            guard (1...2).contains(tail.count), tail.allSatisfy({ $0.isASCII && $0.isNumber }),
                let value = Int(tail)
            else { return nil }
            fen += tail.count == 1 ? value * 10 : value
        }
        self.init(fen: fen)
    }
}
