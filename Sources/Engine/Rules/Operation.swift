/// What can be done to an order, as a profile and the table of transitions name it.
public enum Operation: String, Hashable, Sendable, Codable, CaseIterable {
    case submit, pay
    case payDeposit = "pay-deposit"
    case payBalance = "pay-balance"
    case forfeitDeposit = "forfeit-deposit"
    case returnDeposit = "return-deposit"
    case cancel
    case closeUnpaid = "close-unpaid"
    case completeGroup = "complete-group"
    case failGroup = "fail-group"
    case ship
    case confirmReceipt = "confirm-receipt"
    case extendReceipt = "extend-receipt"
    case changeAddress = "change-address"
    case reprice
    case changeItem = "change-item"
    case changePayment = "change-payment"
    case merge
    case moveShipDate = "move-ship-date"
    case memo, nudge, urge
    case reportShortage = "report-shortage"
    case requestInvoice = "request-invoice"
    case issueInvoice = "issue-invoice"
    case refund
    case returnRefund = "return-refund"
    case exchange, repair, reship
    case priceProtection = "price-protection"
    case compensate
    case refusedParcel = "refused-parcel"
    case voidParcel = "void-parcel"
    case intercept
    case reportParcel = "report-parcel"
    case claim
    case review

    /// The states in which the engine can do it at all; a profile may narrow them.
    public var states: [Order.Status] {
        switch self {
        // The first of all: there is no order before it.
        case .submit: []
        case .pay, .closeUnpaid, .nudge, .reprice: [.waitPay]
        case .payDeposit: [.waitPay]
        case .payBalance, .forfeitDeposit, .returnDeposit: [.depositPaid]
        case .completeGroup, .failGroup: [.grouping]
        case .cancel: [.waitPay, .grouping, .waitShip]
        case .ship: [.waitShip, .partShipped]
        case .confirmReceipt: [.partShipped, .shipped]
        case .extendReceipt: [.shipped]
        case .changeAddress: [.waitPay, .depositPaid, .grouping, .waitShip]
        case .changeItem, .changePayment: [.waitPay, .waitShip]
        case .merge, .urge: [.waitShip]
        case .moveShipDate: [.depositPaid, .waitShip]
        case .reportShortage: [.depositPaid, .grouping, .waitShip, .partShipped]
        case .memo: Order.Status.allCases.filter { $0 != .signed }
        case .requestInvoice, .issueInvoice: [.waitShip, .partShipped, .shipped, .done]
        case .refund: [.depositPaid, .waitShip, .partShipped, .shipped, .done]
        case .returnRefund, .exchange, .repair, .reship: [.partShipped, .shipped, .done]
        case .priceProtection: [.waitShip, .partShipped, .shipped, .done]
        case .compensate: [.depositPaid, .waitShip, .partShipped, .shipped, .done]
        case .refusedParcel: [.partShipped, .shipped]
        case .voidParcel, .intercept, .reportParcel, .claim: [.partShipped, .shipped, .done]
        case .review: [.done]
        }
    }
}

extension AfterSale.Kind {
    /// The operation that opens a case of this kind.
    public var operation: Operation {
        switch self {
        case .refund: .refund
        case .returnRefund: .returnRefund
        case .exchange: .exchange
        case .repair: .repair
        case .reship: .reship
        case .priceProtection: .priceProtection
        case .compensation: .compensate
        case .refusedParcel: .refusedParcel
        }
    }
}

extension Rules {
    /// Where the operation may be done under these rules, in the engine's order of states.
    public func states(for operation: Operation) -> [Order.Status] {
        guard let permit = orders.permits.first(where: { $0.operation == operation }) else {
            return operation.states
        }
        return operation.states.filter { permit.states.contains($0) }
    }
}

extension Shop {
    /// Lets an operation through, or says in which states it would be.
    public func permit(_ operation: Operation, on order: Order) throws(Refusal) {
        let allowed = rules.states(for: operation)
        if allowed.isEmpty { throw .notOffered(operation) }
        guard allowed.contains(order.status) else {
            // Too late is a clearer word than a list of states.
            if order.isShipped, allowed.contains(.waitShip),
                allowed.allSatisfy({ $0 == .waitPay || $0 == .waitShip })
            {
                throw .alreadyShipped
            }
            throw .orderIs(order.status, needs: allowed)
        }
    }
}
