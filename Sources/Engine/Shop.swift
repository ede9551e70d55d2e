/// The whole shop as one value: goods, orders, money, customers, conversations, promises.
///
/// `decide` says what a command leads to and changes nothing; `apply` folds one event in and
/// decides nothing. So a journal of events can be replayed without deciding again.
public struct Shop: Hashable, Sendable {
    public let name: String
    /// The person at the desk.
    public let agent: AgentID
    /// To whom a conversation can be handed over.
    public let colleagues: [String]
    public let rules: Rules
    /// What the shift before left, and what this one leaves.
    public internal(set) var handover: Handover
    public internal(set) var knowledge: [KnowledgeEntry]
    /// The shop's own pictures and papers, ready to be sent: a size chart, a packing photo.
    public let files: [Attachment]
    /// Minutes east of UTC of the shop's wall clock.
    public let offset: Int

    public internal(set) var now: Instant
    public internal(set) var isOver = false
    /// What the leader of a practice has done to it.
    public internal(set) var leading = Leading()
    public internal(set) var products: Table<ProductID, Product>
    public internal(set) var coupons: Table<CouponID, Coupon>
    public internal(set) var customers: Table<CustomerID, Customer>
    public internal(set) var orders: Table<OrderID, Order>
    public internal(set) var afterSales: Table<AfterSaleID, AfterSale> = Table()
    public internal(set) var conversations: Table<ConversationID, Conversation> = Table()
    public internal(set) var promises: Table<PromiseID, Promise> = Table()
    public internal(set) var tickets: Table<TicketID, Ticket> = Table()
    public internal(set) var promotions: Table<PromotionID, Promotion>
    public internal(set) var groups: Table<GroupID, Group>
    public internal(set) var reviews: Table<ReviewID, Review> = Table()
    public internal(set) var campaigns: Table<CampaignID, Campaign> = Table()
    /// Customers' files put together, oldest first; parting one takes it off the list.
    public internal(set) var merges: [CustomerMerge] = []
    public internal(set) var road: Road
    public internal(set) var books = Books()

    var messageCount = 0
    var orderCount = 0
    var invoiceCount = 0
    var timers = Timers()
    var productOfVariant: [VariantID: ProductID] = [:]
    var ordersOfCustomer: [CustomerID: [OrderID]] = [:]
    /// Where each message stands, in the order of their numbers from 1.
    var placeOfMessage: [ConversationID] = []
    var talksOfCustomer: [CustomerID: [ConversationID]] = [:]
    var ticketsOfTalk: [ConversationID: [TicketID]] = [:]
    var promisesOfTalk: [ConversationID: [PromiseID]] = [:]
    /// Merged orders travel under one number.
    var ordersOfTracking: [String: [OrderID]] = [:]
    /// Parcels of after-sales: goods coming back, replacements going out.
    var afterSaleOfTracking: [String: AfterSaleID] = [:]
    /// Orders of which something may go wrong on the road; see `Shop.troubles(at:)`.
    var underWay: Set<OrderID> = []
    var afterSalesOfOrder: [OrderID: [AfterSaleID]] = [:]
    var reviewsOfOrder: [OrderID: [ReviewID]] = [:]
    /// By which campaign a customer was reached last; what they do next counts to it.
    var campaignOfCustomer: [CustomerID: CampaignID] = [:]
    /// Paid orders with a line for which the shelf was empty, oldest first.
    var ordersWithoutStock: [VariantID: [OrderID]] = [:]
    /// Promises whose deed has not been done, in the order in which they were made.
    var unmetPromises: [PromiseID] = []

    /// How many events have been applied.
    public internal(set) var eventCount = 0

    /// Opens the shop with what is on the shelves and in the files before the shift.
    public init(_ fixture: ShopFixture) {
        name = fixture.name
        agent = fixture.agent
        colleagues = fixture.colleagues
        rules = fixture.rules
        knowledge = fixture.knowledge
        files = fixture.files
        handover = Handover(received: fixture.handover)
        offset = fixture.offset
        now = fixture.opensAt
        products = Table(fixture.products, by: \.id)
        coupons = Table(fixture.coupons, by: \.id)
        customers = Table(fixture.customers, by: \.id)
        promotions = Table(fixture.promotions, by: \.id)
        groups = Table()
        road = fixture.road
        orders = Table()
        merges = fixture.merges
        invoiceCount = fixture.invoiceCount
        for product in fixture.products {
            for variant in product.variants { productOfVariant[variant.id] = product.id }
        }
        orders.reserve(fixture.orders.count)
        for order in fixture.orders { admit(order) }
        for customer in fixture.customers {
            for tag in customer.tags { watch(tag, of: customer.id) }
            if let block = customer.block { timers.set(.block(customer.id), at: block.until) }
        }
        for group in fixture.groups { admit(group) }
        for item in fixture.afterSales { admit(item) }
        for review in fixture.reviews { admit(review) }
        for ticket in fixture.tickets { admit(ticket) }
        for campaign in fixture.campaigns { admit(campaign) }
        books = fixture.books ?? openingBooks()
    }

    /// What is on accounts, in escrow and with the shop when it opens.
    private func openingBooks() -> Books {
        var books = Books()
        for order in orders.values {
            books.opening += order.ledger.held + order.ledger.released
            books.shop += order.ledger.released - order.ledger.compensated
            books.returned += order.ledger.compensated
        }
        for customer in customers.values {
            for account in customer.accounts { books.opening += account.balance ?? .zero }
        }
        return books
    }

    /// The whole store as it stands, in the form it is opened with; conversations and promises
    /// belong to a shift and are not part of it.
    public var store: ShopFixture {
        var fixture = ShopFixture(
            name: name, agent: agent, colleagues: colleagues, rules: rules, offset: offset,
            opensAt: now, products: Array(products.values), coupons: Array(coupons.values),
            customers: Array(customers.values), orders: Array(orders.values),
            knowledge: knowledge.map { entry in
                // Whoever opens this store has it from before.
                var entry = entry
                entry.proposedBy = nil
                return entry
            })
        fixture.handover = handover.written
        fixture.files = files
        fixture.promotions = Array(promotions.values)
        fixture.groups = Array(groups.values)
        fixture.afterSales = Array(afterSales.values)
        fixture.reviews = Array(reviews.values)
        fixture.tickets = tickets.values.map { ticket in
            // Conversations are numbered anew in the next shift.
            var ticket = ticket
            ticket.conversation = nil
            return ticket
        }
        fixture.campaigns = Array(campaigns.values)
        fixture.merges = merges
        fixture.road = road
        fixture.books = books
        fixture.invoiceCount = invoiceCount
        return fixture
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

    /// In the order in which they were opened.
    public func tickets(of talk: ConversationID) -> [Ticket] {
        (ticketsOfTalk[talk] ?? []).compactMap { tickets[$0] }
    }

    /// In the order in which they were made, kept and broken ones included.
    public func promises(in talk: ConversationID) -> [Promise] {
        (promisesOfTalk[talk] ?? []).compactMap { promises[$0] }
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
        promises(in: conversation).filter(\.isOpen)
    }

    /// The next instant at which a timer has something to do; nil when none is set.
    public var nextTimer: Instant? { timers.next }

    public func reviews(of order: OrderID) -> [Review] {
        (reviewsOfOrder[order] ?? []).compactMap { reviews[$0] }
    }

    /// The orders that travel under this number, and the parcel.
    public func parcel(_ tracking: String) -> (orders: [OrderID], parcel: Parcel)? {
        guard let found = ordersOfTracking[tracking], let first = found.first,
            let parcel = orders[first]?.parcels.last(where: { $0.tracking == tracking })
        else { return nil }
        return (found, parcel)
    }

    // MARK: Entering what the pack brings

    mutating func admit(_ order: Order) {
        orders[order.id] = order
        ordersOfCustomer[order.customer, default: []].append(order.id)
        for parcel in order.parcels { note(parcel.tracking, of: order.id) }
        for line in order.lines where line.isMissingPieces {
            if ordersWithoutStock[line.variant]?.last == order.id { continue }
            ordersWithoutStock[line.variant, default: []].append(order.id)
        }
        watch(order)
        watchRoad(of: order.id)
    }

    mutating func admit(_ group: Group) {
        groups[group.id] = group
        if group.state == .open { timers.set(.group(group.id), at: group.deadline) }
    }

    mutating func admit(_ item: AfterSale) {
        afterSales[item.id] = item
        afterSalesOfOrder[item.order, default: []].append(item.id)
        if item.isOpen, orders[item.order]?.pausedAt == nil {
            orders[item.order]?.pausedAt = item.openedAt
        }
        for tracking in [item.returnTracking, item.sentTracking].compactMap({ $0 }) {
            afterSaleOfTracking[tracking] = item.id
        }
        if let due = item.answerBy, item.isOpen { timers.set(.afterSale(item.id), at: due) }
        watchRoad(of: item.order)
    }

    mutating func admit(_ review: Review) {
        reviews[review.id] = review
        reviewsOfOrder[review.order, default: []].append(review.id)
    }

    mutating func admit(_ ticket: Ticket) {
        tickets[ticket.id] = ticket
        if let talk = ticket.conversation { ticketsOfTalk[talk, default: []].append(ticket.id) }
        if ticket.answer == nil { timers.set(.ticket(ticket.id), at: ticket.due) }
    }

    /// Sets the timers that an order in its present state needs.
    mutating func watch(_ order: Order) {
        if order.status == .waitPay, let due = order.payBy {
            timers.set(.payment(order.id), at: due)
        }
        if order.status == .depositPaid, let presale = order.presale {
            timers.set(.balance(order.id), at: presale.balanceUntil)
        }
        let unsent = order.lines.filter { $0.status == .waitShip || $0.status == .partShipped }
        for due in Set(unsent.compactMap(\.shipBy)).sorted() {
            timers.set(.shipment(order.id), at: due)
        }
        for due in Set(order.lines.compactMap(\.confirmBy)).sorted() {
            timers.set(.receipt(order.id), at: due)
        }
    }

    mutating func watch(_ tag: Tag, of customer: CustomerID) {
        if let expires = tag.expires {
            timers.set(.tag(customer: customer, name: tag.name), at: expires)
        }
    }
}

/// What a shop is opened with; a pack is read into this, and a store is loaded and dumped as this.
public struct ShopFixture: Hashable, Sendable {
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
    /// The note of the shift before, where one was left.
    public var handover: String?
    public var files: [Attachment] = []
    public var promotions: [Promotion] = []
    public var groups: [Group] = []
    public var afterSales: [AfterSale] = []
    public var reviews: [Review] = []
    public var tickets: [Ticket] = []
    public var campaigns: [Campaign] = []
    public var merges: [CustomerMerge] = []
    public var road = Road()
    /// Nil: reckoned from accounts and orders.
    public var books: Books?
    public var invoiceCount = 0

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
