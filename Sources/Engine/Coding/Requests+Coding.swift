/// Requests and small values as people write them: what is seldom said may be left out.
extension Command.Purchase {
    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: FieldName.self)
        self.init(
            customer: try form.needed("customer"), lines: try form.needed("lines"),
            coupons: try form.value("coupons", or: []), address: try form.needed("address"),
            conversation: try form.optional("conversation"), group: try form.optional("group"),
            isInsured: try form.value("isInsured", or: false), note: try form.optional("note"))
    }
}

extension Command.LineRequest {
    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: FieldName.self)
        self.init(
            variant: try form.needed("variant"), quantity: try form.value("quantity", or: 1))
    }
}

extension Command.InvoiceRequest {
    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: FieldName.self)
        self.init(
            kind: try form.value("kind", or: .ordinary), title: try form.needed("title"),
            taxNumber: try form.optional("taxNumber"), email: try form.value("email", or: ""))
    }
}

extension AfterSale.Request {
    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: FieldName.self)
        self.init(
            kind: try form.needed("kind"), reason: try form.needed("reason"),
            items: try form.value("items", or: []), amount: try form.optional("amount"),
            detail: try form.value("detail", or: ""), account: try form.optional("account"),
            evidence: try form.value("evidence", or: []))
    }
}

extension AfterSale.Item {
    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: FieldName.self)
        self.init(
            line: try form.needed("line"), quantity: try form.value("quantity", or: 1),
            replacement: try form.optional("replacement"))
    }
}

extension AfterSale.Offer {
    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: FieldName.self)
        self.init(
            kind: try form.needed("kind"), amount: try form.value("amount", or: .zero),
            text: try form.value("text", or: ""))
    }
}

extension AfterSale.Verdict {
    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: FieldName.self)
        self.init(
            outcome: try form.needed("outcome"), amount: try form.value("amount", or: .zero),
            text: try form.value("text", or: ""))
    }
}

extension AfterSale.Freight {
    public init(from decoder: any Decoder) throws {
        self.init()
        let form = try decoder.container(keyedBy: FieldName.self)
        try form.read("payer", &payer)
        try form.read("deducted", &deducted)
        try form.read("reimbursed", &reimbursed)
    }
}

extension Parcel.Piece {
    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: FieldName.self)
        self.init(line: try form.needed("line"), quantity: try form.value("quantity", or: 1))
    }
}

extension Review.Rating {
    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: FieldName.self)
        self.init(
            stars: try form.needed("stars"), described: try form.optional("described"),
            service: try form.optional("service"), logistics: try form.optional("logistics"))
    }
}

extension Presale {
    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: FieldName.self)
        self.init(
            deposit: try form.needed("deposit"), counts: try form.optional("counts"),
            balanceFrom: try form.needed("balanceFrom"),
            balanceUntil: try form.needed("balanceUntil"), shipBy: try form.needed("shipBy"),
            depositPaidAt: try form.optional("depositPaidAt"),
            isSellerFault: try form.value("isSellerFault", or: false))
    }
}

extension Promotion {
    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: FieldName.self)
        self.init(
            id: try form.needed("id"), name: try form.needed("name"),
            kind: try form.needed("kind"), products: try form.value("products", or: []),
            threshold: try form.value("threshold", or: .zero), amount: try form.needed("amount"),
            repeats: try form.value("repeats", or: false), from: try form.needed("from"),
            until: try form.needed("until"))
    }
}

extension Group {
    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: FieldName.self)
        self.init(
            id: try form.needed("id"), variant: try form.needed("variant"),
            size: try form.needed("size"), deadline: try form.needed("deadline"),
            members: try form.value("members", or: []), state: try form.value("state", or: .open))
    }
}

extension Account {
    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: FieldName.self)
        self.init(
            id: try form.needed("id"), method: try form.needed("method"),
            label: try form.value("label", or: ""), balance: try form.optional("balance"))
    }
}

extension Payment {
    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: FieldName.self)
        self.init(
            method: try form.needed("method"), account: try form.optional("account"),
            amount: try form.needed("amount"), refunded: try form.value("refunded", or: .zero),
            at: try form.needed("at"))
    }
}

extension Ledger {
    public init(from decoder: any Decoder) throws {
        self.init()
        let form = try decoder.container(keyedBy: FieldName.self)
        try form.read("paid", &paid)
        try form.read("held", &held)
        try form.read("released", &released)
        try form.read("refunded", &refunded)
        try form.read("compensated", &compensated)
        try form.read("moved", &moved)
    }
}

extension Customer.Consent {
    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: FieldName.self)
        self.init(
            state: try form.value("state", or: .unasked), at: try form.optional("at"),
            source: try form.value("source", or: ""))
    }
}

extension Customer.History {
    public init(from decoder: any Decoder) throws {
        self.init()
        let form = try decoder.container(keyedBy: FieldName.self)
        try form.read("orders", &orders)
        try form.read("spent", &spent)
        lastBought = try form.optional("lastBought")
        try form.read("refunds", &refunds)
        try form.read("conversations", &conversations)
    }
}

extension Road {
    private enum CodingKeys: String, CodingKey { case stops, overloads, batches }

    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            stops: try form.value(.stops, or: []), overloads: try form.value(.overloads, or: []),
            batches: try form.value(.batches, or: []))
    }

    public func encode(to encoder: any Encoder) throws {
        var form = encoder.container(keyedBy: CodingKeys.self)
        try form.put(stops, .stops, unless: [])
        try form.put(overloads, .overloads, unless: [])
        try form.put(Array(batches.values), .batches, unless: [])
    }
}
