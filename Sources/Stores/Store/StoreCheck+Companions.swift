import Engine

extension StoreCheck {
    /// What hangs on orders and customers: cases, reviews, tickets, groups, the road.
    func companions() throws(StoreFault) {
        for (index, group) in store.groups.enumerated() {
            let path = "groups[\(index)]"
            guard variants.contains(group.variant) else {
                throw Self.unknown(path + ".variant", group.variant.rawValue)
            }
            guard group.size >= 2 else {
                throw StoreFault(
                    path + ".size", zh: "成团人数至少是 2", en: "a group has at least 2 buyers")
            }
            try exist(group.members, path + ".members")
        }
        try names(store.afterSales, "afterSales") { $0.id.rawValue }
        for (index, item) in store.afterSales.enumerated() {
            try check(item, at: "afterSales[\(index)]")
        }
        try names(store.reviews, "reviews") { $0.id.rawValue }
        for (index, review) in store.reviews.enumerated() {
            try check(review, at: "reviews[\(index)]")
        }
        try names(store.tickets, "tickets") { $0.id.rawValue }
        for (index, ticket) in store.tickets.enumerated() {
            if let order = ticket.order, orders[order] == nil {
                throw Self.unknown("tickets[\(index)].order", order.rawValue)
            }
        }
        try names(store.campaigns, "campaigns") { $0.id.rawValue }
        for (index, campaign) in store.campaigns.enumerated() {
            for (place, id) in campaign.sentTo.enumerated() where !isKnown(id) {
                throw Self.unknown("campaigns[\(index)].sentTo[\(place)]", id.rawValue)
            }
            try exist(campaign.orders, "campaigns[\(index)].orders")
        }
        for (index, batch) in store.road.batches.values.enumerated() {
            try exist(batch.orders, "road.batches[\(index)].orders")
        }
    }

    private func check(_ item: AfterSale, at path: String) throws(StoreFault) {
        guard let order = orders[item.order].map({ store.orders[$0] }) else {
            throw Self.unknown(path + ".order", item.order.rawValue)
        }
        try notNegative(item.amount, path + ".amount")
        for (place, piece) in item.items.enumerated() {
            let path = path + ".items[\(place)]"
            guard order.lines.indices.contains(piece.line) else {
                throw StoreFault(
                    path + ".line", zh: "订单没有第 \(piece.line) 行（从 0 数起）",
                    en: "the order has no line \(piece.line), counted from 0")
            }
            guard (1...order.lines[piece.line].quantity).contains(piece.quantity) else {
                throw StoreFault(
                    path + ".quantity", zh: "\(piece.quantity) 件不对",
                    en: "\(piece.quantity) pieces cannot be")
            }
            if let replacement = piece.replacement, !variants.contains(replacement) {
                throw Self.unknown(path + ".replacement", replacement.rawValue)
            }
        }
    }

    private func check(_ review: Review, at path: String) throws(StoreFault) {
        guard let order = orders[review.order].map({ store.orders[$0] }) else {
            throw Self.unknown(path + ".order", review.order.rawValue)
        }
        guard order.lines.indices.contains(review.line) else {
            throw StoreFault(
                path + ".line", zh: "订单没有第 \(review.line) 行（从 0 数起）",
                en: "the order has no line \(review.line), counted from 0")
        }
        guard isKnown(review.customer) else {
            throw Self.unknown(path + ".customer", review.customer.rawValue)
        }
        let rating = review.rating
        let marks = [
            ("stars", rating.stars), ("described", rating.described), ("service", rating.service),
            ("logistics", rating.logistics),
        ]
        for (name, mark) in marks where !(1...5).contains(mark) {
            throw StoreFault(
                path + ".rating." + name, zh: "\(mark) 不在 1 到 5 之间",
                en: "\(mark) is not within 1 and 5")
        }
    }

    private func isKnown(_ customer: CustomerID) -> Bool {
        customers.contains(customer) || formerCustomers.contains(customer)
    }

    private func exist(_ ids: [OrderID], _ path: String) throws(StoreFault) {
        for (place, id) in ids.enumerated() where orders[id] == nil {
            throw Self.unknown("\(path)[\(place)]", id.rawValue)
        }
    }

    /// What came in is somewhere: in escrow, on an account, with the shop, or gone out again.
    func books() throws(StoreFault) {
        guard let books = store.books else { return }
        var resting = Money.zero
        for order in store.orders { resting += order.ledger.held }
        for customer in store.customers {
            for account in customer.accounts { resting += account.balance ?? .zero }
        }
        let came = books.opening + books.received + books.insured
        let went = resting + books.shop + books.commission + books.returned
        guard came == went else {
            throw StoreFault(
                "books", zh: "进来 \(came.plain) 元，各处加起来却是 \(went.plain) 元；不写 books 会重新算",
                en:
                    "\(came.plain) came in, \(went.plain) is accounted for; without books it is reckoned anew"
            )
        }
    }
}
