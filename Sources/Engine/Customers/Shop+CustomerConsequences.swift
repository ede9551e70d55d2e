extension Shop {
    /// What an event means for the customer's level and tags: the level rises by what was bought
    /// and kept, rules hang on their tags. The shop is the one before the event, so the event
    /// itself is counted in. Only events that can change a count are looked at, and those cost
    /// one walk over this customer's orders.
    func customerConsequences(of event: Event, at instant: Instant) -> [Event] {
        guard let change = change(by: event) else { return [] }
        guard let customer = customers[change.customer] else { return [] }
        let ruled = rules.customers.tagRules.filter { rule in
            change.measures.contains(rule.when)
                && !customer.tags.contains { $0.name == rule.name }
        }
        let mayRise = change.measures.contains(.orders) && isBelowTheTop(customer)
        // What somebody has bought in all is counted only where it can still lead to something.
        guard mayRise || !ruled.isEmpty else { return [] }
        let dealings = dealings(
            of: customer.id, finishing: change.finishing, returning: change.returning)
        var events: [Event] = []
        if mayRise, let level = level(for: dealings), level.rawValue > customer.level.rawValue {
            events.append(
                .customerMoved(
                    customer: customer.id,
                    step: .levelChanged(from: customer.level, to: level)))
        }
        for rule in ruled {
            let count = count(rule.when, dealings, change)
            guard count >= rule.atLeast else { continue }
            let tag = Tag(
                name: rule.name, source: .rule, at: instant,
                expires: rule.expiresAfter.map { instant + $0 })
            events.append(.tagged(customer: customer.id, tag: tag))
        }
        return events
    }

    private func isBelowTheTop(_ customer: Customer) -> Bool {
        rules.customers.levels.last.map { $0.level.rawValue > customer.level.rawValue } ?? false
    }

    /// The highest level that either the sum or the count reaches.
    private func level(for dealings: Dealings) -> Customer.Level? {
        rules.customers.levels.last {
            dealings.done > 0 && (dealings.doneSpent >= $0.spent || dealings.done >= $0.orders)
        }?.level
    }

    /// Which counts of whom an event changes.
    private struct Change {
        let customer: CustomerID
        let measures: [CustomerRules.Measure]
        /// The order that it finishes, sends back, places, or asks an invoice for.
        var finishing: OrderID?
        var returning: OrderID?
        var isNightOrder = false
        var invoiced: OrderID?
        var badReview: ReviewID?
    }

    private func change(by event: Event) -> Change? {
        switch event {
        case .receiptConfirmed(let id, _, let lines):
            guard let order = orders[id], order.isDone(confirming: lines) else { return nil }
            return Change(
                customer: order.customer, measures: [.orders, .spent], finishing: id)
        case .refunded(let item, let id, _, _, _):
            guard afterSales[item]?.kind == .returnRefund, let order = orders[id] else {
                return nil
            }
            return Change(customer: order.customer, measures: [.returnRate], returning: id)
        case .orderPlaced(let order, _):
            guard isNight(order.placedAt) else { return nil }
            return Change(customer: order.customer, measures: [.nightOrders], isNightOrder: true)
        case .orderMoved(let id, .invoiceRequested), .orderMoved(let id, .invoiceIssued):
            guard let order = orders[id] else { return nil }
            return Change(customer: order.customer, measures: [.invoices], invoiced: id)
        case .reviewed(let id, let order, let step):
            guard step.isBad, let customer = orders[order]?.customer else { return nil }
            return Change(customer: customer, measures: [.badReviews], badReview: id)
        case _: return nil
        }
    }

    private func isNight(_ instant: Instant) -> Bool {
        CivilTime(instant, offset: offset).hour < 6
    }

    private func count(
        _ measure: CustomerRules.Measure, _ dealings: Dealings, _ change: Change
    ) -> Int {
        let orders = ordersOfCustomer[change.customer] ?? []
        switch measure {
        case .orders: return dealings.done
        case .spent: return dealings.doneSpent.fen / 100
        case .returnRate: return dealings.returnRate ?? 0
        case .nightOrders:
            return orders.reduce(change.isNightOrder ? 1 : 0) { count, id in
                self.orders[id].map { isNight($0.placedAt) } == true ? count + 1 : count
            }
        case .invoices:
            return orders.reduce(0) { count, id in
                guard let order = self.orders[id] else { return count }
                let isAsked = order.invoiceAsked != nil || !order.invoices.isEmpty
                return isAsked || id == change.invoiced ? count + 1 : count
            }
        case .badReviews:
            var bad: Set<ReviewID> = change.badReview.map { [$0] } ?? []
            for id in orders {
                for review in reviews(of: id) where review.rating.grade == .bad {
                    bad.insert(review.id)
                }
            }
            return bad.count
        }
    }
}

extension Dealings {
    /// Of a hundred orders, how many went back; nil where nothing was bought.
    var returnRate: Int? { bought == 0 ? nil : min(100, returned * 100 / bought) }
}

extension Review.Step {
    /// It makes a review a bad one.
    fileprivate var isBad: Bool {
        switch self {
        case .written(let review): review.rating.grade == .bad
        case .edited(let rating, _): rating.grade == .bad
        case .followedUp, .explained, .contacted, .reported, .judged: false
        }
    }
}
