/// A moment on the shop's clock, in milliseconds since 1970-01-01 00:00 UTC.
///
/// The engine never asks what time it is: every command arrives with its `Instant`, so a shift
/// can run at any speed and be replayed to the byte.
public struct Instant: Hashable, Comparable, Sendable, Codable {
    public var milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public init(from decoder: any Decoder) throws {
        milliseconds = try Self.bounded(decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    /// What comes from outside lies within ten thousand years of 1970, so that adding a span to it
    /// cannot overflow.
    static func bounded(_ decoder: any Decoder) throws -> Int64 {
        let container = try decoder.singleValueContainer()
        let number = try container.decode(Int64.self)
        guard number.magnitude <= 315_360_000_000_000 else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "more than ten thousand years")
        }
        return number
    }

    public static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }
    public static func + (a: Self, b: Span) -> Self {
        Self(milliseconds: a.milliseconds + b.milliseconds)
    }
    public static func - (a: Self, b: Span) -> Self {
        Self(milliseconds: a.milliseconds - b.milliseconds)
    }
    public static func - (a: Self, b: Self) -> Span {
        Span(milliseconds: a.milliseconds - b.milliseconds)
    }
}

/// A length of time in milliseconds; what a timer waits and a customer's patience is measured in.
public struct Span: Hashable, Comparable, Sendable, Codable {
    public var milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public init(from decoder: any Decoder) throws {
        milliseconds = try Instant.bounded(decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    public static let zero = Self(milliseconds: 0)
    public static func seconds(_ n: Int) -> Self { Self(milliseconds: Int64(n) * 1000) }
    public static func minutes(_ n: Int) -> Self { .seconds(n * 60) }
    public static func hours(_ n: Int) -> Self { .minutes(n * 60) }
    public static func days(_ n: Int) -> Self { .hours(n * 24) }

    /// Whole seconds, rounded towards zero.
    public var seconds: Int { Int(milliseconds / 1000) }

    public static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }
    public static func + (a: Self, b: Self) -> Self {
        Self(milliseconds: a.milliseconds + b.milliseconds)
    }
    public static func - (a: Self, b: Self) -> Self {
        Self(milliseconds: a.milliseconds - b.milliseconds)
    }
    public static func * (a: Self, n: Int) -> Self { Self(milliseconds: a.milliseconds * Int64(n)) }
}
