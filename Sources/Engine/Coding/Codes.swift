/// A small choice written as one word, with the name it concerns behind a colon: `agent:me`,
/// `order:2026031870000137`, `report`. Journals and the gym use these forms, so they stay.
public protocol Coded: Codable {
    init?(code: String)
    var code: String { get }
    /// Every form there is, a name as `…`: what may be written, for somebody who wrote another.
    static var forms: [String] { get }
}

extension Coded {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Self(code: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "‘\(text)’ is no \(Self.self)")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}

/// `order:12` → (`order`, `12`); `report` → (`report`, nil).
private func split(_ code: String) -> (kind: String, name: String?) {
    guard let colon = code.firstIndex(of: ":") else { return (code, nil) }
    return (String(code[..<colon]), String(code[code.index(after: colon)...]))
}

extension Actor: Coded {
    public static var forms: [String] {
        ["agent:…", "buyer:…", "bot", "warehouse", "carrier", "platform", "instructor"]
            + Department.allCases.map { "department:\($0.rawValue)" }
    }

    public init?(code: String) {
        switch split(code) {
        case ("agent", let name?): self = .agent(AgentID(name))
        case ("buyer", let name?): self = .buyer(CustomerID(name))
        case ("bot", nil): self = .bot
        case ("warehouse", nil): self = .warehouse
        case ("carrier", nil): self = .carrier
        case ("department", let name?):
            guard let department = Department(rawValue: name) else { return nil }
            self = .department(department)
        case ("platform", nil): self = .platform
        case ("instructor", nil): self = .instructor
        case _: return nil
        }
    }

    public var code: String {
        switch self {
        case .agent(let id): "agent:\(id)"
        case .buyer(let id): "buyer:\(id)"
        case .bot: "bot"
        case .warehouse: "warehouse"
        case .carrier: "carrier"
        case .department(let department): "department:\(department.rawValue)"
        case .platform: "platform"
        case .instructor: "instructor"
        }
    }
}

extension Card: Coded {
    public static var forms: [String] {
        ["order:…", "product:…", "coupon:…", "file:…"]
    }

    public init?(code: String) {
        guard case (let kind, let name?) = split(code) else { return nil }
        switch kind {
        case "order": self = .order(OrderID(name))
        case "product": self = .product(VariantID(name))
        case "coupon": self = .coupon(CouponID(name))
        case "file": self = .file(name)
        case _: return nil
        }
    }

    public var code: String {
        switch self {
        case .order(let id): "order:\(id)"
        case .product(let id): "product:\(id)"
        case .coupon(let id): "coupon:\(id)"
        case .file(let name): "file:\(name)"
        }
    }
}

extension Lookup: Coded {
    public static var forms: [String] {
        [
            "order:…", "track:…", "address:…", "product:…", "coupon:…", "customer:…", "knowledge:…",
            "attachment:…",
        ]
    }

    public init?(code: String) {
        guard case (let kind, let name?) = split(code) else { return nil }
        switch kind {
        case "order": self = .order(OrderID(name))
        case "track": self = .track(OrderID(name))
        case "address": self = .address(OrderID(name))
        case "product": self = .product(ProductID(name))
        case "coupon": self = .coupon(CouponID(name))
        case "customer": self = .customer(CustomerID(name))
        case "knowledge": self = .knowledge(name)
        case "attachment":
            guard let number = Int(name) else { return nil }
            self = .attachment(MessageID(number))
        case _: return nil
        }
    }

    public var code: String {
        switch self {
        case .order(let id): "order:\(id)"
        case .track(let id): "track:\(id)"
        case .address(let id): "address:\(id)"
        case .product(let id): "product:\(id)"
        case .coupon(let id): "coupon:\(id)"
        case .customer(let id): "customer:\(id)"
        case .knowledge(let title): "knowledge:\(title)"
        case .attachment(let message): "attachment:\(message.number)"
        }
    }
}

extension Promise.Deed: Coded {
    public static var forms: [String] {
        [
            "report", "report:…", "visit:…", "ship:…", "ship-once-paid", "refund:…", "scan:…",
            "another:…", "reship:…", "settle:…",
        ]
    }

    public init?(code: String) {
        switch split(code) {
        case ("report", let ticket): self = .report(ticket: ticket.map(TicketID.init(_:)))
        case ("visit", let from?):
            guard let from = Int64(from) else { return nil }
            self = .visit(from: Instant(milliseconds: from))
        case ("ship", let order?): self = .ship(OrderID(order))
        case ("ship-once-paid", nil): self = .shipOncePaid
        case ("refund", let order?): self = .refund(OrderID(order))
        case ("scan", let order?): self = .scan(OrderID(order))
        case ("another", let order?): self = .another(OrderID(order))
        case ("reship", let afterSale?): self = .reship(AfterSaleID(afterSale))
        case ("settle", let afterSale?): self = .settle(AfterSaleID(afterSale))
        case _: return nil
        }
    }

    public var code: String {
        switch self {
        case .report(let ticket): "report" + (ticket.map { ":\($0)" } ?? "")
        case .visit(let from): "visit:\(from.milliseconds)"
        case .ship(let order): "ship:\(order)"
        case .shipOncePaid: "ship-once-paid"
        case .refund(let order): "refund:\(order)"
        case .scan(let order): "scan:\(order)"
        case .another(let order): "another:\(order)"
        case .reship(let afterSale): "reship:\(afterSale)"
        case .settle(let afterSale): "settle:\(afterSale)"
        }
    }
}

extension Message.Author: Coded {
    public static var forms: [String] {
        ["buyer", "bystander:…", "agent:…", "bot", "system"]
    }

    public init?(code: String) {
        switch split(code) {
        case ("buyer", nil): self = .buyer
        case ("bystander", let name?): self = .bystander(name)
        case ("agent", let name?): self = .agent(AgentID(name))
        case ("bot", nil): self = .bot
        case ("system", nil): self = .system
        case _: return nil
        }
    }

    public var code: String {
        switch self {
        case .buyer: "buyer"
        case .bystander(let name): "bystander:\(name)"
        case .agent(let id): "agent:\(id)"
        case .bot: "bot"
        case .system: "system"
        }
    }
}

extension Message.Body: Coded {
    public static var forms: [String] {
        ["text:…", "note:…", "card:…", "attachment:…"]
    }

    public init?(code: String) {
        switch split(code) {
        case ("text", let text?): self = .text(text)
        case ("note", let text?): self = .note(text)
        case ("card", let card?):
            guard let card = Card(code: card) else { return nil }
            self = .card(card)
        case ("attachment", let code?):
            guard let attachment = Attachment(code: code) else { return nil }
            self = .attachment(attachment)
        case _: return nil
        }
    }

    public var code: String {
        switch self {
        case .text(let text): "text:" + text
        case .note(let text): "note:" + text
        case .card(let card): "card:" + card.code
        case .attachment(let attachment): "attachment:" + attachment.code
        }
    }
}

extension Tag.Source: Coded {
    public static var forms: [String] {
        ["rule", "imported", "manual:…", "batch:…"]
    }

    public init?(code: String) {
        switch split(code) {
        case ("rule", nil): self = .rule
        case ("imported", nil): self = .imported
        case ("manual", let name?): self = .manual(AgentID(name))
        case ("batch", let name?): self = .batch(AgentID(name))
        case _: return nil
        }
    }

    public var code: String {
        switch self {
        case .rule: "rule"
        case .imported: "imported"
        case .manual(let id): "manual:\(id)"
        case .batch(let id): "batch:\(id)"
        }
    }
}
