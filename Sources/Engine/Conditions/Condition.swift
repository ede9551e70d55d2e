/// Something that is true of the shop, or is not, seen from one conversation: what a buyer wants
/// to be the case, and what a scenario counts as success. It looks at what *is*, never at what
/// was said.
///
/// "The order" below is the conversation's order; where it has none, the customer's newest one.
public indirect enum Condition: Hashable, Sendable, Codable {
    case all([Condition])
    case any([Condition])
    case not(Condition)

    /// The order stands in one of these states.
    case status([Order.Status])
    /// The customer has an order that is not closed and holds this variant.
    case has(VariantID)
    /// The customer has an order that is not closed, is paid, and holds this variant.
    case paidFor(VariantID)
    /// The order has been paid.
    case paid
    /// The order's address, with name and phone, contains this text.
    case address(String)
    case couponUsed(CouponID)
    /// The order's memo has this flag, where one is given, and contains this text, where one is.
    case memo(flag: Memo.Flag?, text: String?)
    /// Something is written where the next agent will read it: the order's memo, a private
    /// note in the conversation, or a note in the customer's file made since it opened.
    case recorded
    case ticket(Department, answered: Bool)
    /// At least one promise was made in the conversation and every one was kept in time.
    case promisesKept
    case promiseMade
    case noPromiseBroken
    /// Nothing promised is still open.
    case noPromiseOpen
    /// The order has an after-sale case of this kind, for this reason where one is given, and
    /// done where that is asked.
    case afterSale(AfterSale.Kind, reason: AfterSale.Reason?, done: Bool)
    /// Paid on top, in all, at least this.
    case compensated(Money)
    /// The newest case about the order stands in one of these states.
    case caseState([AfterSale.State.Name])
    /// The platform has judged a case about the order: so, where it is said how.
    case verdict(AfterSale.Verdict.Outcome?)
    /// The shop has brought evidence since the platform was called.
    case evidenceGiven
    /// The balance of a presale can be paid now.
    case balanceOpen
    /// The order is one of a batch that the warehouse has reported late.
    case late
    /// Everybody of that batch has been told its date.
    case noticed
    /// The buyer has reviewed the order, with at least so many stars.
    case reviewed(atLeast: Int)
    /// The shop has answered a review of the order in public.
    case reviewExplained
    /// The desk has asked for the payment.
    case nudged
    case extended
    case urged
    /// The customer has this tag; any tag put on by hand where none is named.
    case tagged(String?)
    /// This hidden need has come to light.
    case revealed(String)
    /// The buyer's last message has a human answer.
    case answered
    case closed
    /// This variant has at least one piece free.
    case inStock(VariantID)
    /// Product or coupon cards sent in the conversation, at least one.
    case cardSent(String)
}

extension Shop {
    public func holds(_ condition: Condition, in id: ConversationID) -> Bool {
        guard let talk = conversations[id] else { return false }
        let order = talk.order.flatMap { orders[$0] } ?? orders(of: talk.customer).last
        return holds(condition, talk, order)
    }

    /// The same about another order of the customer than the conversation's own.
    public func holds(
        _ condition: Condition, in id: ConversationID, about order: OrderID
    ) -> Bool {
        conversations[id].map { holds(condition, $0, orders[order]) } ?? false
    }

    private func holds(_ condition: Condition, _ talk: Conversation, _ order: Order?) -> Bool {
        switch condition {
        case .all(let parts): return parts.allSatisfy { holds($0, talk, order) }
        case .any(let parts): return parts.contains { holds($0, talk, order) }
        case .not(let part): return !holds(part, talk, order)
        case .status(let states):
            return order.map { states.contains($0.status) || states.contains($0.shownStatus) }
                ?? false
        case .has(let variant):
            return orders(of: talk.customer).contains { $0.isAlive && $0.holds(variant) }
        case .paidFor(let variant):
            return orders(of: talk.customer).contains {
                $0.isAlive && $0.paidAt != nil && $0.holds(variant)
            }
        case .paid: return order?.paidAt != nil
        case .address(let text):
            guard let address = order?.address else { return false }
            let whole = [address.name, address.phone, address.region, address.street]
                .joined(separator: " ")
            return whole.folded.contains(text.folded)
        case .couponUsed(let coupon):
            return orders(of: talk.customer).contains { $0.isAlive && $0.coupon == coupon }
        case .memo(let flag, let text):
            guard let memo = order?.memo else { return false }
            if let flag, memo.flag != flag { return false }
            return text.map { memo.text.folded.contains($0.folded) } ?? true
        case .recorded: return isRecorded(talk, order)
        case .ticket(let department, let answered):
            return tickets(of: talk.id).contains {
                $0.department == department && (!answered || $0.answer != nil)
            }
        case .promisesKept:
            // One whose time has not come is no promise broken.
            let made = promises(in: talk.id)
            return made.contains(where: \.isKept) && !made.contains(where: \.wasBroken)
        case .promiseMade: return promises(in: talk.id).contains { !$0.isWithdrawn }
        case .noPromiseBroken:
            return !promises(in: talk.id).contains(where: \.wasBroken)
        case .noPromiseOpen: return openPromises(in: talk.id).isEmpty
        case .afterSale(let kind, let reason, let done):
            guard let order else { return false }
            return afterSales(of: order.id).contains { item in
                item.kind == kind && (reason == nil || item.reason == reason)
                    && (!done || item.isDone)
            }
        case .compensated(let amount): return order.map { $0.ledger.compensated >= amount } ?? false
        case .caseState(let states):
            guard let order, let item = afterSales(of: order.id).last else { return false }
            return states.contains(item.state.name)
        case .verdict(let outcome):
            guard let order else { return false }
            return afterSales(of: order.id).contains { item in
                guard let verdict = item.dispute?.verdict else { return false }
                return outcome == nil || verdict.outcome == outcome
            }
        case .evidenceGiven:
            guard let order else { return false }
            return afterSales(of: order.id).contains { item in
                guard let dispute = item.dispute else { return false }
                return item.evidence.dropFirst(dispute.evidenceBefore).contains {
                    $0.by?.isAgent == true
                }
            }
        case .balanceOpen:
            guard let order, order.status == .depositPaid, let presale = order.presale else {
                return false
            }
            return presale.balanceFrom <= now && now < presale.balanceUntil
        case .late: return order.map { !batches(with: $0.id).isEmpty } ?? false
        case .noticed:
            return order.map { batches(with: $0.id).contains { $0.notice != nil } } ?? false
        case .reviewed(let least):
            return order.map { reviews(of: $0.id).contains { $0.rating.stars >= least } } ?? false
        case .reviewExplained:
            return order.map { reviews(of: $0.id).contains { $0.explanation != nil } } ?? false
        case .nudged: return order.map { !$0.nudgedAt.isEmpty } ?? false
        case .extended: return order.map { $0.extensions > 0 } ?? false
        case .urged: return order.map { !$0.urgedAt.isEmpty } ?? false
        case .tagged(let name):
            let tags = customers[talk.customer]?.tags ?? []
            if let name { return tags.contains { $0.name == name } }
            return tags.contains { if case .manual = $0.source { true } else { false } }
        case .revealed(let need): return talk.revealedNeeds.contains(need)
        case .answered: return talk.waitingSince == nil
        case .closed: return !talk.isOpen
        case .inStock(let id): return (variant(id)?.stock ?? 0) > 0
        case .cardSent(let kind):
            return talk.messages.contains { message in
                guard case .card(let card) = message.body, message.recalledAt == nil else {
                    return false
                }
                return card.kindName == kind
            }
        }
    }

    private func batches(with order: OrderID) -> [Road.Batch] {
        road.batches.values.filter { $0.orders.contains(order) }
    }

    private func isRecorded(_ talk: Conversation, _ order: Order?) -> Bool {
        if let memo = order?.memo, !memo.text.isEmpty { return true }
        if talk.messages.contains(where: \.isPrivate) { return true }
        return customers[talk.customer]?.notes.contains { $0.at >= talk.openedAt } ?? false
    }
}

extension Order {
    /// Neither closed nor refunded.
    public var isAlive: Bool {
        !status.isClosed
    }

    public func holds(_ variant: VariantID) -> Bool { lines.contains { $0.variant == variant } }
}

extension AfterSale {
    public var isDone: Bool { if case .done = state { true } else { false } }
}

extension Promise {
    public var isKept: Bool { if case .kept = state { true } else { false } }
    public var isWithdrawn: Bool { if case .withdrawn = state { true } else { false } }
    /// Its time passed before the deed was done, whether or not it was done later.
    public var wasBroken: Bool {
        switch state {
        case .open, .kept, .withdrawn: false
        case .broken, .late: true
        }
    }
}

extension Card {
    /// `order`, `product`, `coupon` or `file`.
    public var kindName: String {
        switch self {
        case .order: "order"
        case .product: "product"
        case .coupon: "coupon"
        case .file: "file"
        }
    }
}

extension String {
    /// Without spaces and in small letters, for comparing what two people typed.
    var folded: String { lowercased().filter { !$0.isWhitespace } }
}
