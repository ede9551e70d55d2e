public import Engine
public import Language

/// Compares what an agent says with what the shop knows at that moment: orders, ledger, coupons,
/// tracks, product pages, knowledge base, and the facts of the scenario.
///
/// Afterwards for the grade, and at the desk for a draft that has not been sent yet.
public struct FactCheck: Sendable {
    let read: ReadMessage
    /// Values found in product pages and the knowledge base, with where they stand.
    var written: [Value: [Page]] = [:]
    /// The times among them: a page says 16:00 where an agent says 下午四点前.
    var times: [(window: TimeWindow, page: Page)] = []
    /// What was opened or shown in each conversation; tells whose pages an agent could speak from.
    var opened: [ConversationID: Set<Page.Kind>] = [:]
    /// Sums that were really paid out in the shift, by the customer they went to.
    var paidOut: [OrderID: Set<Money>] = [:]
    /// What was then bought in a conversation: the goods it was about, before there was an order.
    var bought: [ConversationID: Set<VariantID>] = [:]
    /// When money that went back is there, by the order it came from.
    var arrivals: [OrderID: [Instant]] = [:]
    /// Pieces on the shelf as the agent saw them, by the conversation they were looked up in.
    var seenStock: [ConversationID: Set<Int>] = [:]
    /// When receipt was to count as confirmed before anybody lengthened it.
    var confirmBy: [OrderID: Instant] = [:]
    /// By how much that was lengthened.
    var lengthened: [OrderID: [Span]] = [:]
    let offset: Int

    /// A page of the shop on which a value stands.
    struct Page: Hashable {
        var kind: Kind
        var title: String

        enum Kind: Hashable {
            case product(ProductID)
            case coupon(CouponID)
            case article(String)
            /// What a customer has sent, once it was opened.
            case attachment(MessageID)
        }
    }

    /// With no page read: only what `learn` is given counts as written somewhere.
    /// - Parameter offset: the shop's clock, in minutes east of UTC.
    public init(offset: Int, read: @escaping ReadMessage) {
        self.read = read
        self.offset = offset
    }

    /// With every page of a shop.
    public init(fixture: ShopFixture, read: @escaping ReadMessage) {
        self.init(offset: fixture.offset, read: read)
        for product in fixture.products { learn(product, at: fixture.opensAt) }
        for entry in fixture.knowledge { learn(entry, at: fixture.opensAt) }
    }

    /// Reads a product's page.
    public mutating func learn(_ product: Product, at now: Instant) {
        let context = Context(now: now, offset: offset, speaker: .buyer)
        for fact in product.facts {
            note(
                read(fact.value, context), .product(product.id), "\(product.title) · \(fact.name)")
        }
        for variant in product.variants {
            note(read(variant.name, context), .product(product.id), product.title)
        }
    }

    /// Reads an entry of the knowledge base.
    public mutating func learn(_ entry: KnowledgeEntry, at now: Instant) {
        let context = Context(now: now, offset: offset, speaker: .buyer)
        note(read(entry.body, context), .article(entry.title), entry.title)
    }

    private mutating func note(_ reading: Reading, _ kind: Page.Kind, _ title: String) {
        for value in reading.values.map(\.subject.inOneUnit) {
            let page = Page(kind: kind, title: title)
            if written[value]?.contains(page) != true { written[value, default: []].append(page) }
            if case .time(let window) = value { times.append((window, page)) }
        }
    }

    /// The agent opens or shows something in a conversation.
    public mutating func see(_ event: Event, in shop: Shop) {
        switch event {
        case .conversationOpened(let id, _, _, _, _, _):
            guard let customer = shop.conversations[id]?.customer else { return }
            for order in shop.orders(of: customer) { confirmBy[order.id] = order.autoConfirmAt }
        case .receiptExtended(let order, let until):
            if let due = confirmBy[order] { lengthened[order, default: []].append(until - due) }
            confirmBy[order] = until
        case .lookedUp(let id, _, .product(let product)):
            opened[id, default: []].insert(.product(product))
            let variants = shop.products[product]?.variants ?? []
            seenStock[id, default: []].formUnion(variants.map(\.stock))
        case .lookedUp(let id, _, .coupon(let coupon)),
            .cardSent(let id, _, _, .coupon(let coupon)):
            opened[id, default: []].insert(.coupon(coupon))
        case .lookedUp(let id, _, .knowledge(let title)):
            opened[id, default: []].insert(.article(title))
        case .cardSent(let id, _, _, .product(let variant)):
            if let product = shop.variant(variant)?.product {
                opened[id, default: []].insert(.product(product))
            }
        case .lookedUp(let id, _, .attachment(let message)):
            guard case .attachment(let attachment) = shop.message(message)?.body else { return }
            let context = Context(now: shop.now, offset: offset, speaker: .buyer)
            note(read(attachment.shows, context), .attachment(message), attachment.name)
            opened[id, default: []].insert(.attachment(message))
        case .refunded(_, let order, _, _, let refund):
            arrivals[order, default: []] += refund?.routes.map(\.arrives) ?? []
        case _: break
        }
    }

    /// Whether a page has to do with this conversation: what the customer has bought or holds, and
    /// what was opened here. Where every figure must be known, another product's price is no ground
    /// for it.
    func isNear(_ kind: Page.Kind, _ talk: Conversation, _ shop: Shop) -> Bool {
        if opened[talk.id]?.contains(kind) == true { return true }
        switch kind {
        case .product(let id):
            // What was then bought here is what it was about from the first word.
            let bought = bought[talk.id] ?? []
            return bought.contains { shop.variant($0)?.product == id }
                || shop.orders(of: talk.customer).contains { order in
                    order.lines.contains { shop.variant($0.variant)?.product == id }
                }
        case .coupon(let id): return shop.customers[talk.customer]?.coupons.contains(id) ?? false
        case .article, .attachment: return false
        }
    }

    /// A price or sum that the shop knows of, or that two known ones make together: right, perhaps,
    /// but said without looking.
    private func isElsewhere(
        _ money: Money, _ value: Value, _ orders: [Order], _ talk: Conversation, _ shop: Shop
    ) -> Bool {
        if written[value] != nil { return true }
        if source(of: money, orders: orders, talk: talk, shop: shop, isExact: false) != nil {
            return true
        }
        var sums: Set<Money> = []
        for order in orders { sums.formUnion(order.sums(with: shop.afterSales(of: order.id))) }
        for product in shop.products.values where isNear(.product(product.id), talk, shop) {
            sums.formUnion(product.variants.map(\.price))
        }
        for coupon in shop.coupons.values where isNear(.coupon(coupon.id), talk, shop) {
            sums.formUnion([coupon.threshold, coupon.amount])
        }
        return sums.contains { sums.contains(money - $0) || sums.contains(money + $0) }
    }

    func page(
        of value: Value, _ talk: Conversation, _ shop: Shop, isExact: Bool
    ) -> Verdict? {
        var pages = written[value.inOneUnit] ?? []
        if case .time(let window) = value {
            pages = times.filter { window.agrees(with: $0.window, offset: offset) }.map(\.page)
        }
        let page = pages.first { !isExact || isNear($0.kind, talk, shop) }
        return page.map { Verdict(.isTrue, zh: $0.title, en: $0.title) }
    }

    /// A sum offered before it is paid is not an invention if it is then paid.
    mutating func foresee(_ records: [Recorded]) {
        for record in records {
            switch record.event {
            case .compensated(_, let order, let amount, _),
                .refundRequested(_, let order, _, let amount, _):
                paidOut[order, default: []].insert(amount)
            case .orderPlaced(let order, let talk?):
                bought[talk, default: []].formUnion(order.lines.map(\.variant))
            case _: break
            }
        }
    }

    /// What a message states that can be compared with something, each with what was found.
    public func statements(
        in reading: Reading, quote: Evidence.Quote, talk: Conversation, rubric: Rubric, shop: Shop
    ) -> [Statement] {
        var statements: [Statement] = []
        var covered: [TextRange] = []
        for fact in rubric.facts {
            guard let ranges = fact.pattern.evidence(in: reading), !ranges.isEmpty else { continue }
            // To deny what is false is right.
            if !fact.isTrue, reading.denies(ranges[0]) { continue }
            covered += ranges
            statements.append(
                Statement(
                    quote: quote, words: words(ranges, of: quote.text),
                    truth: fact.isTrue ? .isTrue : .isFalse, source: fact.title))
        }
        for finding in reading.values {
            if covered.contains(where: { $0.overlaps(finding.range) }) { continue }
            // Said once and right, it is right the second time.
            let isRepeated = reading.values.contains { other in
                other.subject == finding.subject
                    && covered.contains { $0.overlaps(other.range) }
            }
            if isRepeated { continue }
            if isPromised(finding, in: reading) || isClock(finding.subject, quote.at) { continue }
            let isExact = rubric.exact.contains(finding.subject.sort)
            let said = Said(
                finding, in: reading, quote: quote, talk: talk, shop: shop, isExact: isExact)
            if saysNothing(said) || isTakenBack(said) { continue }
            var found = verdict(on: said)
            // L, because the customer asked whether M or L: her own word, and a size of the shop's.
            if case .size = finding.subject, found?.isElsewhere == true,
                isOwn(finding, of: talk, in: reading, quote, shop)
            {
                continue
            }
            if found?.truth ?? .unknown == .unknown, isExact, found?.isElsewhere != true,
                quote.hasDigits(in: finding.range),
                !isOwn(finding, of: talk, in: reading, quote, shop)
            {
                found = Verdict(.isFalse, source: Sentence.notInTheSystem)
            }
            // 308 less 40 is 268: a working that the message shows states nothing new.
            if found?.truth != .isTrue, let money = finding.subject.money,
                follows(money, reading, talk, shop) || isOfBasket(money, said)
            {
                continue
            }
            if found?.truth != .isTrue, isWorkedOut(said) { continue }
            guard let verdict = found else { continue }
            statements.append(
                Statement(
                    quote: quote, words: finding.range.words(in: quote.text),
                    truth: verdict.truth, source: verdict.source))
        }
        statements += StatusClaims.statements(in: reading, quote: quote, talk: talk, shop: shop)
        return statements
    }

    /// The buyer said it first, or it is only asked, or it is the moment that looking it up takes.
    func isOwn(
        _ finding: Finding<Value>, of talk: Conversation, in reading: Reading,
        _ quote: Evidence.Quote, _ shop: Shop
    ) -> Bool {
        if quote.asks(after: finding.range) { return true }
        // "Today" and "this evening" are true of something at any time.
        if case .time(let window) = finding.subject, window.isLoose,
            window.start - .hours(24) < quote.at, quote.at < window.end + .hours(24)
        {
            return true
        }
        let sentence = reading.sentences.first { $0.overlaps(finding.range) }
        let isTime = finding.subject.sort == .time || finding.subject.sort == .duration
        if isTime, let sentence,
            reading.acts.contains(where: {
                ($0.subject == .askWait || $0.subject == .promise) && $0.range.overlaps(sentence)
            })
        {
            return true
        }
        let answered = shop.tickets(of: talk.id).compactMap(\.answer?.text)
        let context = Context(now: quote.at, offset: offset, speaker: .buyer)
        if answered.contains(where: { text in
            read(text, context).values.contains { $0.subject.names(finding.subject) }
        }) {
            return true
        }
        return talk.messages.contains { (message: Message) -> Bool in
            guard message.author == .buyer, case .text(let text) = message.body else {
                return false
            }
            let context = Context(now: message.at, offset: offset, speaker: .buyer)
            return read(text, context).values.contains { $0.subject.names(finding.subject) }
        }
    }

    private func follows(
        _ sum: Money, _ reading: Reading, _ talk: Conversation, _ shop: Shop
    ) -> Bool {
        Arithmetic(known: sums(near: talk, in: shop), of: reading).makes(sum)
    }

    /// The time inside a promise is judged when it comes, not when it is said.
    private func isPromised(_ finding: Finding<Value>, in reading: Reading) -> Bool {
        switch finding.subject.sort {
        case .time, .duration: reading.promises.contains { $0.range.overlaps(finding.range) }
        case .amount, .percent, .discount, .order, .tracking, .phone, .size, .quantity, .place,
            .carrier, .number:
            false
        }
    }

    /// The time it is, as everybody's clock shows it, states nothing.
    private func isClock(_ value: Value, _ now: Instant) -> Bool {
        guard case .time(let window) = value, window.grain == .minute, !window.isDeadline else {
            return false
        }
        return window.start > now - .minutes(3) && window.start < now + .minutes(2)
    }

    private func words(_ ranges: [TextRange], of text: String) -> String {
        var parts: [String] = []
        for range in ranges.sorted() {
            let part = range.words(in: text)
            if !parts.contains(part) { parts.append(part) }
        }
        return parts.joined(separator: " … ")
    }

    struct Verdict {
        var truth: Statement.Truth
        /// The shop has it, on a page that was not opened here.
        var isElsewhere = false
        var source: Engine.Bilingual
        init(_ truth: Statement.Truth, zh: String, en: String) {
            self.truth = truth
            source = Engine.Bilingual(zh: zh, en: en)
        }
        init(_ truth: Statement.Truth, source: Engine.Bilingual) {
            self.truth = truth
            self.source = source
        }
    }

    /// Nil for values that nothing in the shop could confirm or deny.
    private func verdict(on said: Said) -> Verdict? {
        let (value, talk, shop, isExact) = (said.value, said.talk, said.shop, said.isExact)
        let orders = shop.orders(of: talk.customer)
        switch value {
        case .amount(let money):
            if let source = source(
                of: money, orders: orders, talk: talk, shop: shop, isExact: isExact)
            {
                return source
            }
            if let page = page(of: value, talk, shop, isExact: isExact) { return page }
            if isExact, isElsewhere(money, value, orders, talk, shop) {
                var verdict = Verdict(.unknown, source: Sentence.notLookedUp)
                verdict.isElsewhere = true
                return verdict
            }
            return Verdict(
                .unknown, zh: "订单、账目、券和知识库里都没有这个数",
                en: "no order, ledger, coupon or article holds this sum")
        case .orderNumber(let text), .trackingNumber(let text):
            return verdict(onNumber: text, value, of: talk, orders: orders, shop: shop)
        case .size(let size):
            return verdict(onSize: size, value, talk: talk, shop: shop, isExact: isExact)
        case .time(let window):
            return verdict(on: window, said, orders: orders)
                ?? (isToday(window, shop.now)
                    ? nil : page(of: value, talk, shop, isExact: isExact))
        case .place, .carrier:
            let known = orders.flatMap { placesAndCarriers(of: $0, at: shop.now) }
            return known.contains(value)
                ? Verdict(.isTrue, zh: "物流与收货地", en: "the track and the address") : nil
        case .duration(let span):
            return verdict(onSpan: span, said) ?? page(of: value, talk, shop, isExact: isExact)
        case .number(let number):
            return verdict(onNumber: number, said)
        case .quantity(let count, _):
            return verdict(onCount: count, said) ?? page(of: value, talk, shop, isExact: isExact)
        case .percent, .discount:
            return page(of: value, talk, shop, isExact: isExact)
        case .phone: return nil
        }
    }

    private func verdict(
        onNumber text: String, _ value: Value, of talk: Conversation, orders: [Order], shop: Shop
    ) -> Verdict {
        let wanted = text.uppercased()
        let own = orders.contains { order in
            order.id.rawValue == text
                || order.parcels.contains { $0.tracking.uppercased() == wanted }
        }
        if own {
            return Verdict(.isTrue, zh: "这位顾客的订单", en: "this customer's order")
        }
        let isBuyers = shop.conversations.values.contains { other in
            other.customer == talk.customer
                && other.messages.contains { message in
                    guard message.author == .buyer, case .text(let said) = message.body else {
                        return false
                    }
                    return said.uppercased().contains(wanted)
                }
        }
        if isBuyers {
            return Verdict(.isTrue, zh: "顾客自己报的", en: "the customer's own number")
        }
        if shop.orders[OrderID(text)] != nil {
            return Verdict(.isFalse, source: Sentence.anothersOrder)
        }
        // The shop's own telephone looks like the number of a parcel.
        let home = shop.returnAddress
        if !home.phone.isEmpty, text == home.phone.filter(\.isNumber) {
            return Verdict(.isTrue, zh: "店里的退货电话", en: "the shop's telephone for returns")
        }
        if let page = page(of: value, talk, shop, isExact: false) { return page }
        if case .trackingNumber = value {
            return Verdict(.isFalse, source: Sentence.noSuchParcel)
        }
        return Verdict(.isFalse, zh: "没有这个订单号", en: "there is no such order")
    }

    /// Places and carriers that the customer's own orders show.
    private func placesAndCarriers(of order: Order, at now: Instant) -> [Value] {
        let context = Context(now: now, offset: offset, speaker: .buyer)
        var texts = [order.address.region]
        for parcel in order.parcels {
            texts.append(parcel.carrier)
            texts += parcel.scans.map(\.text)
        }
        return texts.flatMap { read($0, context).values.map(\.subject) }
    }
}
