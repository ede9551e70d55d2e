/// How a platform handles orders: names, what may be done when, deposits and groups.
public struct OrderRules: Hashable, Sendable, Codable {
    /// The platform's own names for the states, where they differ from the trade's.
    public var names: [StatusName] = []
    /// What may be done in which state. An operation that is not listed may be done wherever the
    /// engine can do it; one listed with no state may not be done at all.
    public var permits: [Permit] = []
    /// A deposit must be paid within this.
    public var depositWithin: Span = .minutes(30)
    /// At most this share of the price binds as a deposit, in percent.
    public var depositPercent = 20
    /// A shop that fails owes the deposit twice.
    public var depositDouble = true
    /// A group must be full within this.
    public var groupWithin: Span = .hours(24)
    /// From when the time to confirm receipt runs.
    public var confirmFrom: ConfirmFrom = .shipment
    /// For goods sent by post, and for goods that are no goods.
    public var autoConfirmPost: Span = .days(30)
    public var autoConfirmVirtual: Span = .days(3)
    /// More payment nudges than this are counted against the desk.
    public var nudgeLimit = 2
    /// A paid order that was not shipped can be cancelled at once, without asking for a refund.
    public var cancelsPaid = false

    public init() {}

    public struct StatusName: Hashable, Sendable, Codable {
        public var status: Order.Status
        public var name: Bilingual
        public init(status: Order.Status, name: Bilingual) {
            self.status = status
            self.name = name
        }
    }

    public struct Permit: Hashable, Sendable, Codable {
        public var operation: Operation
        public var states: [Order.Status]
        public init(operation: Operation, states: [Order.Status]) {
            self.operation = operation
            self.states = states
        }
    }

    public enum ConfirmFrom: String, Hashable, Sendable, Codable, CaseIterable {
        case shipment, signature
    }
}

/// Discounts, routes of money, limits of compensation.
public struct MoneyRules: Hashable, Sendable, Codable {
    /// In which order reductions are taken.
    public var cutOrder: [Cut.Kind] = [.item, .shop, .coupon, .crossShop, .redPacket]
    /// What a threshold is held against: the goods as they stand after earlier reductions, or at
    /// their list price.
    public var thresholdBase: ThresholdBase = .current
    public var methods: [PaymentMethod] = PaymentMethod.allCases
    /// One order may be paid by several means.
    public var mixesPayments = true
    /// Along which routes money goes back first; a route never gets more than came by it.
    public var refundRoutes: [PaymentMethod] = [
        .card, .eWallet, .onlineBank, .escrow, .mobile, .giftCard, .redPacket,
    ]
    /// The buyer may have it on a gift card instead.
    public var refundsToGiftCard = false
    /// When money that goes back is there.
    public var arrivals: [Arrival] = [
        Arrival(method: .card, within: .days(5)), Arrival(method: .onlineBank, within: .days(3)),
    ]
    /// Of what is released to the shop, in hundredths of a percent.
    public var commission = 0
    /// Postage to some regions, by how the address's region begins.
    public var remotePostage: [RegionPostage] = []
    /// What a supervisor may pay on top; the manager above has no limit.
    public var supervisorLimit: Money = .yuan(200)

    public init() {}

    public enum ThresholdBase: String, Hashable, Sendable, Codable, CaseIterable {
        case current, list
    }

    public struct Arrival: Hashable, Sendable, Codable {
        public var method: PaymentMethod
        public var within: Span
        public init(method: PaymentMethod, within: Span) {
            self.method = method
            self.within = within
        }
    }

    public struct RegionPostage: Hashable, Sendable, Codable {
        public var region: String
        public var postage: Money
        public init(region: String, postage: Money) {
            self.region = region
            self.postage = postage
        }
    }

    public func arrival(by method: PaymentMethod) -> Span {
        arrivals.first { $0.method == method }?.within ?? .zero
    }
}

/// Timers, windows and liability of after-sales.
public struct AfterSaleRules: Hashable, Sendable, Codable {
    /// The shop's time to answer, by what is asked.
    public var answerShipped: Span = .hours(48)
    public var answerReturn: Span = .hours(48)
    /// The buyer's time to answer an offer.
    public var answerOffer: Span = .hours(48)
    public var sendBackWithin: Span = .days(7)
    public var checkWithin: Span = .days(10)
    public var consignWithin: Span = .hours(48)
    public var confirmReplacement: Span = .days(10)
    /// After a refusal the buyer may go to the platform within this.
    public var platformWithin: Span = .days(7)
    public var evidenceWithin: Span = .hours(48)
    /// How long after the order was done a case may be opened.
    public var windowAfterDone: Span = .days(15)
    /// The right to return without a reason, from the day after signature.
    public var noReasonDays = 7
    /// How often one line may be asked for, edits included.
    public var attempts = 5
    public var priceProtection: Span = .days(7)
    public var evidenceTextLeast = 2
    public var evidenceTextMost = 200
    public var refundOnlyMayBeLowered = false
    /// The desk may not refuse these outright; it negotiates.
    public var mayNotRefuse: [Ground] = [.unshipped, .noReason]
    /// What this platform offers.
    public var kinds: [AfterSale.Kind] = AfterSale.Kind.allCases
    /// The shop pays the return freight for these reasons, the buyer for the others.
    public var sellerLiable: [AfterSale.Reason] = [
        .outOfStock, .lateShipment, .stuckInTransit, .missingPart, .damaged, .quality, .noTrack,
        .notReceived, .emptyParcel, .wrongItem, .notAsDescribed, .counterfeit,
    ]
    /// What a return costs, and what an insurer pays for it.
    public var returnFreight: Money = .yuan(10)
    public var insuredFreight: Money = .yuan(10)
    /// What is taken off when a buyer refuses a parcel without cause.
    public var refusedFreight: Money = .yuan(8)
    /// Where goods go back to when nobody at the desk has said where.
    public var returnAddress: Address?

    public init() {}

    /// What may not be refused.
    public enum Ground: String, Hashable, Sendable, Codable, CaseIterable {
        /// Nothing has been shipped.
        case unshipped
        /// Within the seven days, intact and not excluded.
        case noReason
    }

    /// Who pays when goods go back for this reason.
    public func payer(for reason: AfterSale.Reason) -> AfterSale.Freight.Payer {
        sellerLiable.contains(reason) ? .seller : .buyer
    }
}
