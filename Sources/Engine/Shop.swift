/// The whole shop as one value: goods, orders, money, customers, conversations, promises.
///
/// `decide` says what a command leads to and changes nothing; `apply` folds one event in and
/// decides nothing. So a journal of events can be replayed without deciding again.
public struct Shop: Hashable, Sendable, Codable {
    public let name: String
    /// The person at the desk.
    public let agent: AgentID
    /// To whom a conversation can be handed over.
    public let colleagues: [String]
    public let rules: Rules
    public let knowledge: [KnowledgeEntry]
    /// Minutes east of UTC of the shop's wall clock.
    public let offset: Int

    public internal(set) var now: Instant
    public internal(set) var isOver = false
    public internal(set) var products: Table<ProductID, Product>
    public internal(set) var coupons: Table<CouponID, Coupon>
    public internal(set) var customers: Table<CustomerID, Customer>
    public internal(set) var orders: Table<OrderID, Order>
    public internal(set) var afterSales: Table<AfterSaleID, AfterSale> = Table()
    public internal(set) var conversations: Table<ConversationID, Conversation> = Table()
    public internal(set) var promises: Table<PromiseID, Promise> = Table()
    public internal(set) var tickets: Table<TicketID, Ticket> = Table()

    var messageCount = 0
    var orderCount = 0
    var timers = Timers()
    var productOfVariant: [VariantID: ProductID] = [:]
    var ordersOfCustomer: [CustomerID: [OrderID]] = [:]
    /// Where each message stands, in the order of their numbers from 1.
    var placeOfMessage: [ConversationID] = []
    var talksOfCustomer: [CustomerID: [ConversationID]] = [:]
    var orderOfTracking: [String: OrderID] = [:]
    var afterSalesOfOrder: [OrderID: [AfterSaleID]] = [:]

    /// How many events have been applied.
    public internal(set) var eventCount = 0

    /// Opens the shop with what is on the shelves and in the files before the shift.
    public init(_ fixture: ShopFixture) {
        name = fixture.name
        agent = fixture.agent
        colleagues = fixture.colleagues
        rules = fixture.rules
        knowledge = fixture.knowledge
        offset = fixture.offset
        now = fixture.opensAt
        products = Table(fixture.products, by: \.id)
        coupons = Table(fixture.coupons, by: \.id)
        customers = Table(fixture.customers, by: \.id)
        orders = Table()
        for product in fixture.products {
            for variant in product.variants { productOfVariant[variant.id] = product.id }
        }
        for order in fixture.orders { admit(order) }
        for customer in fixture.customers {
            for tag in customer.tags { watch(tag, of: customer.id) }
        }
    }

    // MARK: Looking things up

    public func variant(_ id: VariantID) -> Variant? {
        guard let product = productOfVariant[id] else { return nil }
        return products[product]?.variants.first { $0.id == id }
    }

    public func product(of variant: VariantID) -> Product? {
        productOfVariant[variant].flatMap { products[$0] }
    }

    /// Oldest first.
    public func orders(of customer: CustomerID) -> [Order] {
        (ordersOfCustomer[customer] ?? []).compactMap { orders[$0] }
    }

    /// Oldest first, closed ones included.
    public func conversations(of customer: CustomerID) -> [Conversation] {
        (talksOfCustomer[customer] ?? []).compactMap { conversations[$0] }
    }

    public func message(_ id: MessageID) -> Message? {
        guard let place = conversation(of: id), let talk = conversations[place] else { return nil }
        // Messages are numbered upwards, so the newest are found first.
        return talk.messages.last { $0.id == id }
    }

    public func conversation(of message: MessageID) -> ConversationID? {
        placeOfMessage.indices.contains(message.number - 1)
            ? placeOfMessage[message.number - 1] : nil
    }

    /// Open after-sale cases and finished ones of one order, oldest first.
    public func afterSales(of order: OrderID) -> [AfterSale] {
        (afterSalesOfOrder[order] ?? []).compactMap { afterSales[$0] }
    }

    public func openPromises(in conversation: ConversationID) -> [Promise] {
        promises.values.filter { $0.conversation == conversation && $0.isOpen }
    }

    /// The next instant at which a timer has something to do; nil when none is set.
    public var nextTimer: Instant? { timers.next }

    // MARK: Entering what the pack brings

    mutating func admit(_ order: Order) {
        orders[order.id] = order
        ordersOfCustomer[order.customer, default: []].append(order.id)
        for parcel in order.parcels { orderOfTracking[parcel.tracking] = order.id }
        watch(order)
    }

    /// Sets the timers that an order in its present state needs.
    mutating func watch(_ order: Order) {
        switch order.status {
        case .waitPay:
            if let due = order.payBy { timers.set(.payment(order.id), at: due) }
        case .waitShip:
            if let due = order.shipBy { timers.set(.shipment(order.id), at: due) }
        case .shipped:
            if let due = order.autoConfirmAt { timers.set(.receipt(order.id), at: due) }
        case .done, .closedUnpaid, .closedRefunded: break
        }
    }

    mutating func watch(_ tag: Tag, of customer: CustomerID) {
        if let expires = tag.expires {
            timers.set(.tag(customer: customer, name: tag.name), at: expires)
        }
    }
}

/// What a shop is opened with; a pack is read into this.
public struct ShopFixture: Hashable, Sendable, Codable {
    public var name: String
    public var agent: AgentID
    public var colleagues: [String]
    public var rules: Rules
    public var offset: Int
    public var opensAt: Instant
    public var products: [Product]
    public var coupons: [Coupon]
    public var customers: [Customer]
    public var orders: [Order]
    public var knowledge: [KnowledgeEntry]

    public init(
        name: String, agent: AgentID = "me", colleagues: [String] = [], rules: Rules,
        offset: Int = CivilTime.chinaOffset, opensAt: Instant, products: [Product] = [],
        coupons: [Coupon] = [], customers: [Customer] = [], orders: [Order] = [],
        knowledge: [KnowledgeEntry] = []
    ) {
        self.name = name
        self.agent = agent
        self.colleagues = colleagues
        self.rules = rules
        self.offset = offset
        self.opensAt = opensAt
        self.products = products
        self.coupons = coupons
        self.customers = customers
        self.orders = orders
        self.knowledge = knowledge
    }
}
