import Engine

/// How a command is written as a step: its fields, which of them the occasion fills in, and which
/// one the short form gives (`tag: 迟发` is `tag: {name: 迟发}`).
struct ActForm {
    let name: String
    let fields: [Field]
    /// The field that a single value stands for.
    let short: String?

    struct Field {
        let name: String
        let kind: FieldKind
        /// What stands there when nothing is written; nil: it has to be.
        let standard: Standard?
    }

    /// Where a field's value comes from that nobody wrote.
    enum Standard {
        /// What is in view.
        case inView
        /// As it is now on the order in view.
        case asItIs
        case text(String)
        case none
    }

    func field(_ name: String) -> Field? { fields.first { $0.name == name } }

    /// The fields a person may write, for whoever wrote another.
    var names: [String] { fields.map(\.name) }

    static func named(_ name: String) -> ActForm? { table[name] }

    /// Commands that may stand in a macro, in the order of the table.
    static let names = all.map(\.name)

    private static let table = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    // MARK: The table

    private static let conversation = Field(
        name: "conversation", kind: .conversation, standard: .inView)
    private static let customer = Field(name: "customer", kind: .customer, standard: .inView)
    private static let order = Field(name: "order", kind: .order, standard: .inView)
    private static let afterSale = Field(name: "afterSale", kind: .afterSale, standard: .inView)
    private static let tracking = Field(name: "tracking", kind: .parcel, standard: .inView)
    private static let review = Field(name: "review", kind: .review, standard: .inView)

    private static func needed(_ name: String, _ kind: FieldKind = .text) -> Field {
        Field(name: name, kind: kind, standard: nil)
    }

    private static func maybe(
        _ name: String, _ kind: FieldKind = .text, _ standard: Standard = .none
    ) -> Field {
        Field(name: name, kind: kind, standard: standard)
    }

    private static func form(
        _ name: String, _ fields: [Field], short: String? = nil
    ) -> ActForm {
        ActForm(name: name, fields: fields, short: short)
    }

    private static let proof = maybe("proof", .list)

    private static let all: [ActForm] = talk + orders + money + cases + others

    private static let talk: [ActForm] = [
        form("take", [conversation]),
        form("hold", [conversation, maybe("note", .text, .text(""))], short: "note"),
        form("resume", [conversation]),
        form(
            "transfer", [conversation, needed("to"), maybe("note", .text, .text(""))], short: "to"),
        form("close", [conversation]),
        form("reply", [conversation, needed("text")], short: "text"),
        form("sendCard", [conversation, needed("card", .card)], short: "card"),
        form("note", [conversation, needed("text")], short: "text"),
        form("look", [conversation, needed("at", .lookup)], short: "at"),
        form(
            "searchKnowledge",
            [conversation, needed("query"), maybe("found", .text, .text("0")), maybe("opened")],
            short: "query"),
        form(
            "proposeEntry",
            [conversation, needed("title"), needed("body"), maybe("keywords", .list)]),
        form(
            "promise",
            [conversation, needed("text"), needed("deed", .deed), needed("due", .moment)]),
        form(
            "openTicket",
            [
                needed("department"), conversation,
                Field(name: "order", kind: .order, standard: .inView),
                needed("summary"), maybe("fields", .tree), maybe("kind"),
            ]),
        form("writeHandover", [needed("text")], short: "text"),
    ]

    private static let orders: [ActForm] = [
        form(
            "memo", [order, maybe("flag", .flag, .asItIs), maybe("text", .text, .asItIs)],
            short: "text"),
        form("changeAddress", [order, needed("address", .tree)], short: "address"),
        form("closeUnpaid", [order, needed("reason")], short: "reason"),
        form("urge", [order]),
        form("nudge", [order]),
        form("changeItem", [order, needed("line"), needed("to")]),
        form("changeItems", [order, needed("changes", .list), maybe("account")]),
        form("extendReceipt", [order, needed("days")], short: "days"),
        form("mergeOrders", [needed("orders", .list)], short: "orders"),
        form("moveShipDate", [order, needed("to", .moment), needed("reason")]),
        form("issueInvoice", [order, needed("invoice", .tree)], short: "invoice"),
        form("reverseInvoice", [order, needed("number")], short: "number"),
        form("cancelOrder", [order]),
        form("voidParcel", [tracking]),
        form("intercept", [tracking, maybe("to", .tree)]),
        form("claim", [tracking, needed("amount", .money), needed("reason")]),
        form("noticeBatch", [needed("batch"), needed("text"), needed("shipBy", .moment)]),
    ]

    private static let money: [ActForm] = [
        form(
            "reprice",
            [
                order, maybe("reduction", .money, .asItIs), maybe("postage", .money, .asItIs),
            ], short: "reduction"),
        form("changePayment", [order, needed("to")], short: "to"),
        form("protectPrice", [order, needed("line")], short: "line"),
        form(
            "compensate",
            [order, needed("amount", .money), maybe("reason", .text, .text("agreed"))],
            short: "amount"),
        form("giveCoupon", [customer, needed("coupon")], short: "coupon"),
    ]

    private static let cases: [ActForm] = [
        form("apply", [order, needed("request", .tree)], short: "request"),
        form("agreeRefund", [afterSale, maybe("amount", .money)], short: "amount"),
        form("agreeReturn", [afterSale, needed("to", .tree)], short: "to"),
        form("agreeToSend", [afterSale]),
        form("refuse", [afterSale, needed("reason"), needed("text"), proof]),
        form("negotiate", [afterSale, needed("offer", .tree)], short: "offer"),
        form("acceptReturn", [afterSale]),
        form("rejectReturn", [afterSale, needed("reason"), needed("text"), proof]),
        form("giveEvidence", [afterSale, needed("evidence", .tree)], short: "evidence"),
        form("reship", [order, needed("contents"), needed("reason")]),
    ]

    private static let others: [ActForm] = [
        form("tag", [customer, needed("name"), maybe("expires", .moment)], short: "name"),
        form("untag", [customer, needed("name")], short: "name"),
        form("customerNote", [customer, needed("text")], short: "text"),
        form(
            "tagMany", [needed("customers", .list), needed("name"), maybe("expires", .moment)]),
        form("giveConsent", [customer, needed("source")], short: "source"),
        form("optOut", [customer, needed("source")], short: "source"),
        form("blacklist", [customer, needed("reason"), proof, needed("until", .moment)]),
        form("unblacklist", [customer]),
        form(
            "sendCampaign",
            [
                needed("kind"), needed("name"), needed("text"), maybe("questions", .list),
                needed("customers", .list),
            ]),
        form("mergeCustomers", [needed("from"), needed("into")]),
        form("partCustomers", [needed("from")], short: "from"),
        form("explainReview", [review, needed("text")], short: "text"),
        form("contactReviewer", [review, needed("text")], short: "text"),
        form("reportReview", [review, needed("abuse"), proof], short: "abuse"),
    ]
}

/// How what is written in a field becomes what the command takes.
enum FieldKind {
    /// As it is written: words, names, whole numbers.
    case text
    /// `5.00`: yuan.
    case money
    /// `18:00`, `+2h`, `明天 18:00`.
    case moment
    /// `red`.
    case flag
    /// A list; empty where nothing is written.
    case list
    /// Fields of its own: an address, an offer.
    case tree
    /// `order`, `product:dress-L`, `coupon:off30`.
    case card
    /// `order`, `track`, `address`, `customer`: of what is in view.
    case lookup
    /// `report`, `ship`, `refund`: of what is in view.
    case deed
    case conversation, customer, order, afterSale, parcel, review

    /// What a field within a field is: a sum where it is called so.
    static func inner(_ name: String) -> FieldKind {
        switch name {
        case "amount", "postage", "reduction": .money
        case "due", "until", "expires", "shipBy": .moment
        case "flag": .flag
        default: .text
        }
    }
}
