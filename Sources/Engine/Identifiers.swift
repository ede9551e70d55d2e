/// A name that stands for one thing in the shop; two kinds of names never mix.
public protocol Identifier: RawRepresentable, Hashable, Comparable, Sendable, Codable,
    ExpressibleByStringInterpolation, CustomStringConvertible
where RawValue == String {
    init(_ rawValue: String)
}

extension Identifier {
    public init(rawValue: String) { self.init(rawValue) }
    public init(stringLiteral value: String) { self.init(value) }
    public var description: String { rawValue }
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A person who buys. The pack gives it, e.g. `liqian`.
public struct CustomerID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A person who serves customers at the desk, e.g. `me`.
public struct AgentID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// One conversation with one customer on one channel, e.g. `c3`.
public struct ConversationID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// Something the shop sells, e.g. `dress`.
public struct ProductID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// One choice of a product (size, colour), with a price and a stock of its own, e.g. `dress-L`.
public struct VariantID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// An order number as the platform prints it, e.g. `2026031800018842`.
///
/// It is kept as the number it looks like, where it does: sixteen figures are one too many for a
/// string that needs no memory of its own, and a busy shop does little but find orders.
public struct OrderID: Identifier {
    /// 0 where it is not written in up to eighteen figures, the first of them not 0.
    private let number: UInt64
    private let name: Name?

    /// A name that is no number; rare, and no larger in an order than a number is.
    private final class Name: Sendable {
        let text: String
        init(_ text: String) { self.text = text }
    }

    public var rawValue: String { name?.text ?? String(number) }

    public init(_ rawValue: String) {
        let figures = Self.number(rawValue.utf8)
        number = figures ?? 0
        name = figures == nil ? Name(rawValue) : nil
    }

    private static func number(_ figures: String.UTF8View) -> UInt64? {
        guard (1...18).contains(figures.count), figures.first != UInt8(ascii: "0") else {
            return nil
        }
        var number: UInt64 = 0
        for figure in figures {
            guard case UInt8(ascii: "0")...UInt8(ascii: "9") = figure else { return nil }
            number = number * 10 + UInt64(figure - UInt8(ascii: "0"))
        }
        return number
    }

    public static func == (a: Self, b: Self) -> Bool {
        a.number == b.number && a.name?.text == b.name?.text
    }

    public func hash(into hasher: inout Hasher) {
        if let name { hasher.combine(name.text) } else { hasher.combine(number) }
    }
}

/// A coupon that the shop gives out, e.g. `off30`.
public struct CouponID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// An after-sale case, e.g. `r1`.
public struct AfterSaleID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// Something the agent said would be done by a time, e.g. `p2`.
public struct PromiseID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A request to another department, e.g. `t1`.
public struct TicketID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// The number of a message, counted through the whole shift.
public struct MessageID: Hashable, Comparable, Sendable, Codable {
    public let number: Int
    public init(_ number: Int) { self.number = number }
    public init(from decoder: any Decoder) throws {
        number = try decoder.singleValueContainer().decode(Int.self)
    }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
    public static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}

/// A means of payment in a customer's purse, e.g. `gift_card_81`.
public struct AccountID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// Several buyers who buy together (拼团), e.g. `g1`.
public struct GroupID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A price action of the shop or of the platform, e.g. `cross300`.
public struct PromotionID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// What a buyer wrote about a purchase, e.g. `v1`.
public struct ReviewID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A message sent to many customers at once, e.g. `m1`.
public struct CampaignID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// Orders that are late together for one cause, e.g. `batch1`.
public struct BatchID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}
