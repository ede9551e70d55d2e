import Engine
import Language

extension Gym {
    /// The whole shop, or one thing of it by its name.
    func state(_ request: GymRequest) throws -> GymAnswer {
        let shift = try loaded()
        let answer = GymAnswer(after: shift)
        guard let subject = request.of else { return answer.with("shop", shift.shop) }
        if subject.isAlone { return answer.with(subject.rawValue, alone(subject, in: shift.shop)) }
        if subject == .dues || subject == .troubles {
            return answer.with(subject.rawValue, waiting(subject, in: shift.shop))
        }
        guard let name = request.name else { throw GymFault.missing("name") }
        guard let value = find(subject, name, in: shift.shop) else {
            throw GymFault.unknown(subject.rawValue, name)
        }
        return answer.with(subject.field, value)
    }

    private func find(
        _ subject: GymRequest.Subject, _ name: String, in shop: Shop
    ) -> (any Encodable)? {
        switch subject {
        case .conversation: shop.conversations[ConversationID(name)]
        case .order: shop.orders[OrderID(name)]
        case .customer: shop.customers[CustomerID(name)]
        case .product: shop.products[ProductID(name)]
        case .promise: shop.promises[PromiseID(name)]
        case .ticket: shop.tickets[TicketID(name)]
        case .afterSale: shop.afterSales[AfterSaleID(name)]
        case .review: shop.reviews[ReviewID(name)]
        case .campaign: shop.campaigns[CampaignID(name)]
        case .group: shop.groups[GroupID(name)]
        case .coupon: shop.coupons[CouponID(name)]
        case .promotion: shop.promotions[PromotionID(name)]
        case .parcel: shop.parcel(name).map { FoundParcel(orders: $0.orders, parcel: $0.parcel) }
        case .orders:
            shop.customers[CustomerID(name)].map { shop.orders(of: $0.id) }
        case .purse: shop.customers[CustomerID(name)]?.accounts
        case .cases: shop.orders[OrderID(name)].map { shop.afterSales(of: $0.id) }
        case .road, .books, .rules, .dues, .troubles: nil
        }
    }

    private func alone(_ subject: GymRequest.Subject, in shop: Shop) -> any Encodable {
        switch subject {
        case .road: shop.road
        case .books: shop.books
        case _: shop.rules
        }
    }

    private func waiting(_ subject: GymRequest.Subject, in shop: Shop) -> any Encodable {
        subject == .dues
            ? shop.dues(at: shop.now).map(DueSummary.init) : shop.troubles(at: shop.now)
    }

    /// A parcel and the orders that travel in it.
    private struct FoundParcel: Encodable {
        var orders: [OrderID]
        var parcel: Parcel
    }

    /// What a basket comes to now, step by step.
    func quote(_ request: GymRequest) throws -> GymAnswer {
        let shift = try loaded()
        guard let customer = request.customer else { throw GymFault.missing("customer") }
        guard let lines = request.lines else { throw GymFault.missing("lines") }
        guard shift.shop.customers[customer] != nil else { throw Refusal.noSuchCustomer(customer) }
        let quote = try shift.shop.quote(
            lines, coupons: request.coupons ?? [], for: customer, to: request.region ?? "",
            at: shift.now)
        var answer = GymAnswer()
        answer.now = shift.now
        return answer.with("quote", QuoteSummary(quote))
    }

    /// The quote with its sums.
    private struct QuoteSummary: Encodable {
        var lines: [Line]
        var cuts: [Cut]
        var goods: Money
        var postage: Money
        var payable: Money
        /// What is to be paid first: of goods sold ahead the deposit.
        var dueNow: Money

        struct Line: Encodable {
            var variant: VariantID
            var quantity: Int
            var price: Money
            var gross: Money
            /// After its shares of everything that is taken off.
            var net: Money
        }

        init(_ quote: Quote) {
            lines = quote.lines.enumerated().map { index, line in
                Line(
                    variant: line.variant, quantity: line.quantity, price: line.price,
                    gross: line.gross,
                    net: quote.cuts.reduce(line.gross) { $0 - $1.shares[index] })
            }
            cuts = quote.cuts
            goods = quote.goods
            postage = quote.postage
            payable = quote.payable
            dueNow = quote.dueNow
        }
    }

    func events(_ request: GymRequest) throws -> GymAnswer {
        let shift = try loaded()
        let after = max(0, request.after ?? 0)
        let limit = max(0, request.limit ?? 1000)
        var answer = GymAnswer()
        answer.now = shift.now
        answer.events = Array(shift.records.dropFirst(after).prefix(limit))
        return answer
    }

    func read(_ request: GymRequest) throws -> GymAnswer {
        guard let text = request.text else { throw GymFault.missing("text") }
        let talk = request.conversation.flatMap { shift?.shop.conversations[$0] }
        let reading = try world.read(
            text,
            in: Context(
                now: shift?.now ?? Instant(milliseconds: 0),
                offset: shift?.shop.offset ?? CivilTime.chinaOffset, answering: talk))
        var answer = GymAnswer()
        answer.now = shift?.now
        return answer.with("reading", ReadingSummary(reading, of: text))
    }
}
