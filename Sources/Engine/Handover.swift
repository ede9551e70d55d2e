/// What one shift leaves to the next: the note a shift begins with, and the one it ends by.
public struct Handover: Hashable, Sendable, Codable {
    /// From the shift before; nil where nothing was left.
    public var received: String?
    /// For the shift after; the last one written counts.
    public var written: String?
    /// Characters a note may have.
    public static let limit = 2000

    public init(received: String? = nil, written: String? = nil) {
        self.received = received
        self.written = written
    }
}

/// Something that is not done when a shift ends, and that the next must know of.
public struct OpenMatter: Hashable, Sendable {
    public var customer: CustomerID
    public var conversation: ConversationID?
    public var order: OrderID?
    public var kind: Kind

    public init(
        customer: CustomerID, conversation: ConversationID?, order: OrderID?, kind: Kind
    ) {
        self.customer = customer
        self.conversation = conversation
        self.order = order
        self.kind = kind
    }

    public enum Kind: Hashable, Sendable {
        /// The conversation goes on.
        case conversation(waits: Bool)
        case promise(text: String, due: Instant)
        case ticket(Department, summary: String)
        /// A case waits for the shop's answer.
        case afterSale(AfterSaleID)
    }
}

extension Shop {
    /// What is not done yet, by customer in the order in which they came: open conversations,
    /// promises to come, tickets without an answer, cases in which it is the shop's turn.
    public var openMatters: [OpenMatter] {
        let promised = Dictionary(grouping: promises.values.filter(\.isOpen), by: \.conversation)
        let asked = Dictionary(
            grouping: tickets.values.filter { $0.answer == nil && $0.kind == .request },
            by: \.conversation)
        var matters: [OpenMatter] = []
        var seen: Set<CustomerID> = []
        for talk in conversations.values {
            func add(_ order: OrderID?, _ kind: OpenMatter.Kind) {
                matters.append(
                    OpenMatter(
                        customer: talk.customer, conversation: talk.id, order: order, kind: kind))
            }
            if talk.isOpen, talk.buyerLeftAt == nil {
                add(talk.order, .conversation(waits: talk.awaitsReplySince != nil))
            }
            for promise in promised[talk.id] ?? [] {
                add(talk.order, .promise(text: promise.text, due: promise.due))
            }
            for ticket in asked[talk.id] ?? [] {
                add(ticket.order, .ticket(ticket.department, summary: ticket.summary))
            }
            guard seen.insert(talk.customer).inserted else { continue }
            for order in orders(of: talk.customer) {
                for item in afterSales(of: order.id) where item.isShopsTurn {
                    add(order.id, .afterSale(item.id))
                }
            }
        }
        for ticket in asked[nil] ?? [] {
            guard let order = ticket.order.flatMap({ orders[$0] }) else { continue }
            matters.append(
                OpenMatter(
                    customer: order.customer, conversation: nil, order: order.id,
                    kind: .ticket(ticket.department, summary: ticket.summary)))
        }
        return matters
    }

    /// Whether a note tells of a matter: it names the customer, or the order by its number or the
    /// last four digits.
    public func tells(_ note: String, of matter: OpenMatter) -> Bool {
        if let name = customers[matter.customer]?.name, note.contains(name) { return true }
        guard let order = matter.order?.rawValue else { return false }
        return note.contains(order) || order.count > 4 && note.contains(String(order.suffix(4)))
    }

    func writeHandover(_ text: String) throws(Refusal) -> [Event] {
        guard text.contains(where: { !$0.isWhitespace }) else { throw .nothingToSay }
        guard text != handover.written else { throw .sameAsBefore }
        guard text.count <= Handover.limit else {
            throw .tooLong(limit: Handover.limit, length: text.count)
        }
        return [.handoverWritten(text: text)]
    }
}
