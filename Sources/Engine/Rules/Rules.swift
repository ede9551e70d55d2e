/// The platform's and the shop's own numbers. They come from a dated profile file and are never
/// written into code; where a store brings no profile, `Rules.plain` stands in, and says so.
public struct Rules: Hashable, Sendable {
    /// An unpaid order closes after this.
    public var payWithin: Span
    /// A paid order must leave within this.
    public var shipWithin: Span
    /// Receipt counts as confirmed this long after shipping.
    public var autoConfirmAfter: Span
    /// By how many days the shop may lengthen the time to confirm, each once per order.
    public var extensionDays: [Int]
    public var extensionsPerOrder: Int
    /// A merchant who has not answered an unshipped refund after this has agreed to it.
    public var answerRefundWithin: Span
    /// What an agent may pay on top without asking: the smaller of the sum and the share of
    /// what was paid.
    public var compensationLimit: Money
    public var compensationPercent: Int
    /// A sent message may be taken back within this.
    public var recallWithin: Span
    /// UTF-8 bytes.
    public var memoBytes: Int
    /// Characters in one message.
    public var messageCharacters: Int
    /// By when a department answers a ticket.
    public var ticketWithin: Span
    /// What the shop charges for sending an order.
    public var postage: Money
    /// Goods from this sum on go free of postage.
    public var freePostageFrom: Money

    public var source: RuleSource
    public var orders: OrderRules
    public var money: MoneyRules
    public var afterSales: AfterSaleRules
    public var logistics: LogisticsRules
    public var reviews: ReviewRules
    public var customers: CustomerRules
    public var tickets: TicketRules
    public var speech: SpeechRules
    public var channels: ChannelRules

    public init(
        payWithin: Span, shipWithin: Span, autoConfirmAfter: Span, extensionDays: [Int],
        extensionsPerOrder: Int, answerRefundWithin: Span, compensationLimit: Money,
        compensationPercent: Int, recallWithin: Span, memoBytes: Int, messageCharacters: Int,
        ticketWithin: Span, postage: Money, freePostageFrom: Money,
        source: RuleSource = RuleSource(), orders: OrderRules = OrderRules(),
        money: MoneyRules = MoneyRules(), afterSales: AfterSaleRules = AfterSaleRules(),
        logistics: LogisticsRules = LogisticsRules(), reviews: ReviewRules = ReviewRules(),
        customers: CustomerRules = CustomerRules(), tickets: TicketRules = TicketRules(),
        speech: SpeechRules = SpeechRules(), channels: ChannelRules = ChannelRules()
    ) {
        self.payWithin = payWithin
        self.shipWithin = shipWithin
        self.autoConfirmAfter = autoConfirmAfter
        self.extensionDays = extensionDays
        self.extensionsPerOrder = extensionsPerOrder
        self.answerRefundWithin = answerRefundWithin
        self.compensationLimit = compensationLimit
        self.compensationPercent = compensationPercent
        self.recallWithin = recallWithin
        self.memoBytes = memoBytes
        self.messageCharacters = messageCharacters
        self.ticketWithin = ticketWithin
        self.postage = postage
        self.freePostageFrom = freePostageFrom
        self.source = source
        self.orders = orders
        self.money = money
        self.afterSales = afterSales
        self.logistics = logistics
        self.reviews = reviews
        self.customers = customers
        self.tickets = tickets
        self.speech = speech
        self.channels = channels
    }

    /// A shop without a platform: what a store gets that names no profile.
    public static let plain = Rules(
        payWithin: .hours(24), shipWithin: .hours(48), autoConfirmAfter: .days(10),
        extensionDays: [3, 5, 7, 10], extensionsPerOrder: 1, answerRefundWithin: .hours(48),
        compensationLimit: .yuan(20), compensationPercent: 10, recallWithin: .minutes(2),
        memoBytes: 1000, messageCharacters: 2000, ticketWithin: .hours(4), postage: .yuan(8),
        freePostageFrom: .yuan(99))
}

extension Rules {
    /// How the platform calls a state: by its own word where it has one, else by the trade's.
    public func name(of status: Order.Status) -> Bilingual {
        orders.names.first { $0.status == status }?.name ?? status.name
    }
}

/// Whose rules these are, from when, and which of them nobody has confirmed.
public struct RuleSource: Hashable, Sendable, Codable {
    /// `taobao`, `jd`, …; empty where no profile was read.
    public var profile: String
    /// `2026-03-01`.
    public var dated: String
    /// Names of values that serve for training and are not confirmed, sorted:
    /// `afterSales.answerReturn`.
    public var training: [String]

    public init(profile: String = "", dated: String = "", training: [String] = []) {
        self.profile = profile
        self.dated = dated
        self.training = training
    }

    public func isTraining(_ name: String) -> Bool { training.contains(name) }
}
