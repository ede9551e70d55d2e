extension Shop {
    func placeOrder(
        _ conversation: ConversationID, _ requests: [Command.LineRequest], _ coupon: CouponID?,
        _ address: Address, at instant: Instant
    ) throws(Refusal) -> [Event] {
        let talk = try openTalk(conversation)
        let order = try basket(requests, coupon, address, for: talk.customer, at: instant)
        return [.orderPlaced(order: order, conversation: conversation)]
    }

    func pay(_ id: OrderID, _ method: PaymentMethod, by actor: Actor, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        let order = try order(id, of: actor)
        try require(order, .waitPay)
        for line in order.lines { try checkStock(line.variant, line.quantity) }
        return [
            .orderPaid(
                order: id, amount: order.due, method: method,
                shipBy: instant + rules.shipWithin)
        ]
    }

    func cancelOrder(_ id: OrderID, by actor: Actor) throws(Refusal) -> [Event] {
        try require(try order(id, of: actor), .waitPay)
        return [.orderCancelled(order: id)]
    }

    func confirmReceipt(_ id: OrderID, by actor: Actor) throws(Refusal) -> [Event] {
        try require(try order(id, of: actor), .shipped)
        if let open = openAfterSale(of: id) { throw .afterSaleOpen(open.id) }
        return [.receiptConfirmed(order: id, byTimer: false)]
    }

    /// The order a buyer would get: prices of now, the coupon's discount, postage by the rules.
    private func basket(
        _ requests: [Command.LineRequest], _ coupon: CouponID?, _ address: Address,
        for customer: CustomerID, at instant: Instant
    ) throws(Refusal) -> Order {
        guard !requests.isEmpty else { throw .badQuantity(0) }
        try checkAddress(address)
        var lines: [Order.Line] = []
        for request in requests {
            guard (1...999).contains(request.quantity) else { throw .badQuantity(request.quantity) }
            guard let variant = variant(request.variant) else {
                throw .noSuchVariant(request.variant)
            }
            try checkStock(variant.id, request.quantity)
            lines.append(
                Order.Line(
                    variant: variant.id, quantity: request.quantity, price: variant.price))
        }
        let goods = lines.reduce(Money.zero) { $0 + $1.price * $1.quantity }
        let discount = try coupon.map { (id) throws(Refusal) in
            try self.discount(of: id, on: goods, for: customer, at: instant)
        }
        let free = goods - (discount ?? .zero) >= rules.freePostageFrom
        return Order(
            id: nextOrder(at: instant), customer: customer, placedAt: instant, lines: lines,
            address: address, postage: free ? .zero : rules.postage, coupon: coupon,
            discount: discount ?? .zero, payBy: instant + rules.payWithin)
    }

    private func discount(
        of id: CouponID, on goods: Money, for customer: CustomerID, at instant: Instant
    ) throws(Refusal) -> Money {
        guard let coupon = coupons[id] else { throw .noSuchCoupon(id) }
        guard customers[customer]?.coupons.contains(id) == true else { throw .couponNotOwned }
        guard coupon.validUntil > instant else { throw .couponExpired }
        guard goods >= coupon.threshold else {
            throw .couponNotReached(threshold: coupon.threshold, goods: goods)
        }
        return min(coupon.amount, goods)
    }

    /// The platform's order numbers: the date, then a count that never repeats in a shift.
    private func nextOrder(at instant: Instant) -> OrderID {
        let date = CivilTime(instant, offset: offset)
        let day = date.year * 10_000 + date.month * 100 + date.day
        return OrderID("\(day)" + "\(70_000_000 + (orderCount + 1) * 137)")
    }

    func checkStock(_ id: VariantID, _ quantity: Int) throws(Refusal) {
        guard let variant = variant(id) else { throw .noSuchVariant(id) }
        guard variant.stock >= quantity else { throw .outOfStock(id, left: variant.stock) }
    }

    func checkAddress(_ address: Address) throws(Refusal) {
        for part in [address.name, address.phone, address.region, address.street]
        where !part.contains(where: { !$0.isWhitespace }) {
            throw .addressIncomplete
        }
    }

    func order(_ id: OrderID, of actor: Actor) throws(Refusal) -> Order {
        if case .buyer(let customer) = actor { return try order(id, of: customer) }
        guard let found = orders[id] else { throw .noSuchOrder(id) }
        return found
    }

    func require(_ order: Order, _ states: Order.Status...) throws(Refusal) {
        guard states.contains(order.status) else {
            throw .orderIs(order.status, needs: states)
        }
    }

    func openAfterSale(of order: OrderID) -> AfterSale? {
        afterSales(of: order).first(where: \.isOpen)
    }
}
