import Engine

/// Something that waits, as the gym shows it.
struct DueSummary: Encodable {
    var at: Instant
    /// `answer`, `promise`, `shipment`, …
    var kind: String
    /// The name of the thing itself, where it has one: a case, a ticket, a parcel.
    var name: String?
    /// `desk`, `buyer`, `warehouse`, `department:finance`, …
    var turn: String
    var customer: CustomerID?
    var order: OrderID?
    var conversation: ConversationID?
    var overdue: Bool

    init(_ due: Due) {
        at = due.at
        (kind, name) = Self.words(of: due.kind)
        turn =
            switch due.turn {
            case .desk: "desk"
            case .buyer: "buyer"
            case .warehouse: "warehouse"
            case .carrier: "carrier"
            case .department(let department): "department:\(department.rawValue)"
            case .nobody: "nobody"
            }
        customer = due.customer
        order = due.order
        conversation = due.conversation
        overdue = due.isOverdue
    }

    private static func words(of kind: Due.Kind) -> (kind: String, name: String?) {
        switch kind {
        case .promise(let id): ("promise", id.rawValue)
        case .ticket(let id): ("ticket", id.rawValue)
        case .answer(let id): ("answer", id.rawValue)
        case .evidence(let id): ("evidence", id.rawValue)
        case .payment: ("payment", nil)
        case .balance: ("balance", nil)
        case .group(let id): ("group", id.rawValue)
        case .shipment: ("shipment", nil)
        case .firstScan(let tracking): ("firstScan", tracking)
        case .explanation(let id): ("explanation", id.rawValue)
        case .tagEnd(let name): ("tagEnd", name)
        case .blacklistEnd: ("blacklistEnd", nil)
        }
    }
}
