extension Order: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, customer, placedAt, lines, address, postage, cuts, presale, group, merge
        case isInsured, note, invoiceAsked, payments, paidAt, ledger, postageRefunded, parcels
        case invoices, memo, payBy, extensions, urgedAt, nudgedAt, closeReason, closedAt, pausedAt
        case turns
        // Of the short form.
        case status, coupon, discount, reduction, payment, shipBy, autoConfirmAt, refunded
    }

    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try form.decode(OrderID.self, forKey: .id),
            customer: try form.decode(CustomerID.self, forKey: .customer),
            placedAt: try form.decode(Instant.self, forKey: .placedAt),
            lines: try form.decode([Line].self, forKey: .lines),
            address: try form.decode(Address.self, forKey: .address),
            postage: try form.value(.postage, or: .zero), cuts: try form.value(.cuts, or: []),
            payBy: try form.decodeIfPresent(Instant.self, forKey: .payBy),
            presale: try form.decodeIfPresent(Presale.self, forKey: .presale),
            group: try form.decodeIfPresent(GroupID.self, forKey: .group),
            isInsured: try form.value(.isInsured, or: false),
            note: try form.decodeIfPresent(String.self, forKey: .note))
        merge = try form.decodeIfPresent(OrderID.self, forKey: .merge)
        invoiceAsked = try form.decodeIfPresent(
            Command.InvoiceRequest.self, forKey: .invoiceAsked)
        payments = try form.value(.payments, or: [])
        paidAt = try form.decodeIfPresent(Instant.self, forKey: .paidAt)
        ledger = try form.value(.ledger, or: Ledger())
        postageRefunded = try form.value(.postageRefunded, or: .zero)
        parcels = try form.value(.parcels, or: [])
        invoices = try form.value(.invoices, or: [])
        memo = try form.decodeIfPresent(Memo.self, forKey: .memo)
        extensions = try form.value(.extensions, or: 0)
        urgedAt = try form.value(.urgedAt, or: [])
        nudgedAt = try form.value(.nudgedAt, or: [])
        closeReason = try form.decodeIfPresent(CloseReason.self, forKey: .closeReason)
        closedAt = try form.decodeIfPresent(Instant.self, forKey: .closedAt)
        pausedAt = try form.decodeIfPresent(Instant.self, forKey: .pausedAt)
        turns = try form.value(.turns, or: [])
        if form.contains(.status) { try readShortForm(form) }
    }

    /// An order of which only the state is said, as people write them by hand, as other programs
    /// export them, and as they were written before lines had states of their own.
    private mutating func readShortForm(_ form: KeyedDecodingContainer<CodingKeys>) throws {
        let coupon = try form.decodeIfPresent(CouponID.self, forKey: .coupon)
        let discount = try form.value(.discount, or: Money.zero)
        let reduced = try form.value(.reduction, or: Money.zero)
        let back = try form.value(.refunded, or: Money.zero)
        let claims = try form.value(.lines, or: [Claim]())
        let short = ShortForm(
            status: try form.decode(Status.self, forKey: .status),
            method: try form.value(.payment, or: .mobile),
            shipBy: try form.decodeIfPresent(Instant.self, forKey: .shipBy),
            confirmBy: try form.decodeIfPresent(Instant.self, forKey: .autoConfirmAt),
            hasLedger: form.contains(.ledger), claims: claims.map(\.isClaimed))
        // Whoever loads a store looks at such an order and refuses it.
        guard isReckonable else { return }
        if discount != .zero {
            cuts.append(
                Cut(
                    kind: .coupon, name: coupon?.rawValue ?? "", amount: discount,
                    shares: Money.apportion(discount, over: lines.map(\.gross))))
        }
        if reduced != .zero { setReduction(reduced) }
        settle(short)
        if !short.hasLedger { self = refunded(back) }
    }

    /// Whether a line of the form says that its pieces are set aside.
    private struct Claim: Decodable { var isClaimed: Bool? }

    public func encode(to encoder: any Encoder) throws {
        var form = encoder.container(keyedBy: CodingKeys.self)
        try form.encode(id, forKey: .id)
        try form.encode(customer, forKey: .customer)
        try form.encode(placedAt, forKey: .placedAt)
        try form.encode(lines, forKey: .lines)
        try form.encode(address, forKey: .address)
        try form.put(postage, .postage, unless: .zero)
        try form.put(cuts, .cuts, unless: [])
        try form.encodeIfPresent(presale, forKey: .presale)
        try form.encodeIfPresent(group, forKey: .group)
        try form.encodeIfPresent(merge, forKey: .merge)
        try form.put(isInsured, .isInsured, unless: false)
        try form.encodeIfPresent(note, forKey: .note)
        try form.encodeIfPresent(invoiceAsked, forKey: .invoiceAsked)
        try form.put(payments, .payments, unless: [])
        try form.encodeIfPresent(paidAt, forKey: .paidAt)
        try form.put(ledger, .ledger, unless: Ledger())
        try form.put(postageRefunded, .postageRefunded, unless: .zero)
        try form.put(parcels, .parcels, unless: [])
        try form.put(invoices, .invoices, unless: [])
        try form.encodeIfPresent(memo, forKey: .memo)
        try form.encodeIfPresent(payBy, forKey: .payBy)
        try form.put(extensions, .extensions, unless: 0)
        try form.put(urgedAt, .urgedAt, unless: [])
        try form.put(nudgedAt, .nudgedAt, unless: [])
        try form.encodeIfPresent(closeReason, forKey: .closeReason)
        try form.encodeIfPresent(closedAt, forKey: .closedAt)
        try form.encodeIfPresent(pausedAt, forKey: .pausedAt)
        try form.put(turns, .turns, unless: [])
    }
}

extension Order.Line: Codable {
    private enum CodingKeys: String, CodingKey {
        case variant, quantity, price, isClaimed, status, shipped, cancelled, returned, refunded
        case shipBy, confirmBy, doneAt, isShort, isOverdue
    }

    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            variant: try form.decode(VariantID.self, forKey: .variant),
            quantity: try form.value(.quantity, or: 1),
            price: try form.decode(Money.self, forKey: .price),
            isClaimed: try form.value(.isClaimed, or: false),
            status: try form.value(.status, or: .waitPay))
        shipped = try form.value(.shipped, or: 0)
        cancelled = try form.value(.cancelled, or: 0)
        returned = try form.value(.returned, or: 0)
        refunded = try form.value(.refunded, or: .zero)
        shipBy = try form.decodeIfPresent(Instant.self, forKey: .shipBy)
        confirmBy = try form.decodeIfPresent(Instant.self, forKey: .confirmBy)
        doneAt = try form.decodeIfPresent(Instant.self, forKey: .doneAt)
        isShort = try form.value(.isShort, or: false)
        isOverdue = try form.value(.isOverdue, or: false)
    }

    public func encode(to encoder: any Encoder) throws {
        var form = encoder.container(keyedBy: CodingKeys.self)
        try form.encode(variant, forKey: .variant)
        try form.put(quantity, .quantity, unless: 1)
        try form.encode(price, forKey: .price)
        try form.put(isClaimed, .isClaimed, unless: false)
        try form.put(status, .status, unless: .waitPay)
        try form.put(shipped, .shipped, unless: 0)
        try form.put(cancelled, .cancelled, unless: 0)
        try form.put(returned, .returned, unless: 0)
        try form.put(refunded, .refunded, unless: .zero)
        try form.encodeIfPresent(shipBy, forKey: .shipBy)
        try form.encodeIfPresent(confirmBy, forKey: .confirmBy)
        try form.encodeIfPresent(doneAt, forKey: .doneAt)
        try form.put(isShort, .isShort, unless: false)
        try form.put(isOverdue, .isOverdue, unless: false)
    }
}

extension Parcel: Codable {
    private enum CodingKeys: String, CodingKey {
        case carrier, tracking, shippedAt, scans, contents, pieces, weight, isReturn, isVoid
        case isScanOverdue, intercept, reports, claim
    }

    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            carrier: try form.decode(String.self, forKey: .carrier),
            tracking: try form.decode(String.self, forKey: .tracking),
            shippedAt: try form.decode(Instant.self, forKey: .shippedAt),
            scans: try form.value(.scans, or: []),
            contents: try form.decodeIfPresent(String.self, forKey: .contents),
            pieces: try form.decodeIfPresent([Piece].self, forKey: .pieces),
            weight: try form.decodeIfPresent(Int.self, forKey: .weight),
            isReturn: try form.value(.isReturn, or: false))
        isVoid = try form.value(.isVoid, or: false)
        isScanOverdue = try form.value(.isScanOverdue, or: false)
        intercept = try form.decodeIfPresent(Intercept.self, forKey: .intercept)
        reports = try form.value(.reports, or: [])
        claim = try form.decodeIfPresent(Claim.self, forKey: .claim)
    }

    public func encode(to encoder: any Encoder) throws {
        var form = encoder.container(keyedBy: CodingKeys.self)
        try form.encode(carrier, forKey: .carrier)
        try form.encode(tracking, forKey: .tracking)
        try form.encode(shippedAt, forKey: .shippedAt)
        try form.put(scans, .scans, unless: [])
        try form.encodeIfPresent(contents, forKey: .contents)
        try form.encodeIfPresent(pieces, forKey: .pieces)
        try form.encodeIfPresent(weight, forKey: .weight)
        try form.put(isReturn, .isReturn, unless: false)
        try form.put(isVoid, .isVoid, unless: false)
        try form.put(isScanOverdue, .isScanOverdue, unless: false)
        try form.encodeIfPresent(intercept, forKey: .intercept)
        try form.put(reports, .reports, unless: [])
        try form.encodeIfPresent(claim, forKey: .claim)
    }
}
