import Engine

extension Cast {
    /// What will happen in the warehouse and on the road whatever the agent does.
    mutating func planWorld() {
        let plan = stage.plan
        for item in plan.unshipped {
            switch plan.warehouse.leaves[item.order] {
            case .never: break
            case .after(let span, _): wake(.ship(item.order), at: plan.opensAt + span)
            case nil:
                let usual = item.paidAt + plan.warehouse.after
                let late = plan.opensAt + plan.warehouse.after
                wake(.ship(item.order), at: usual > plan.opensAt ? usual : late)
            }
        }
        for scan in plan.coming {
            let text = scan.text[stage.tongue]
            wake(.scan(tracking: scan.tracking, code: scan.code, text: text), at: scan.at)
        }
        for restock in plan.restocks {
            wake(.restock(restock.variant, restock.quantity), at: restock.at)
        }
    }

    func greet(_ id: ConversationID, in shop: Shop) -> [Act] {
        guard let greeting = stage.plan.greeting, shop.conversations[id]?.isOpen == true else {
            return []
        }
        var dice = Dice(seed: stage.seed, purpose: "bot \(id)")
        guard let text = dice.pick(greeting[stage.tongue]) else { return [] }
        let filled = Blanks(shop: shop, conversation: id).fill(text)
        return [Act(.bot, .autoReply(conversation: id, text: filled))]
    }

    // MARK: Warehouse

    /// Ships what can be shipped; what cannot waits for goods or for the end of a case.
    mutating func ship(_ id: OrderID, in shop: Shop) -> [Act] {
        guard let order = shop.orders[id], order.status == .waitShip else { return [] }
        let isHeldUp = shop.afterSales(of: id).contains { $0.isOpen }
        guard !isHeldUp, order.lines.allSatisfy(\.isClaimed) else {
            if !blocked.contains(id) { blocked.append(id) }
            return []
        }
        blocked.removeAll { $0 == id }
        let carrier = stage.plan.warehouse.carrier[stage.tongue]
        return [
            Act(
                .warehouse,
                .ship(order: id, carrier: carrier, tracking: tracking("order \(id)")))
        ]
    }

    func shipPart(_ id: AfterSaleID, in shop: Shop) -> [Act] {
        guard let item = shop.afterSales[id], item.state == .waitConsign else { return [] }
        let carrier = stage.plan.warehouse.carrier[stage.tongue]
        return [
            Act(
                .warehouse,
                .shipPart(
                    afterSale: id, carrier: carrier,
                    tracking: tracking("part \(item.order) \(id)")))
        ]
    }

    private func tracking(_ purpose: String) -> String {
        var dice = Dice(seed: stage.seed, purpose: purpose)
        return stage.plan.warehouse.prefix + "\(dice.roll(1_000_000_000...9_999_999_999))"
    }

    /// The order was paid, urged, changed or set free: when does it leave now?
    mutating func replanShipping(of id: OrderID, at instant: Instant, isUrged: Bool) {
        let habits = stage.plan.warehouse
        switch habits.leaves[id] {
        case .never: break
        case .after(_, let urged): wake(.ship(id), at: instant + urged)
        case nil: wake(.ship(id), at: instant + (isUrged ? habits.urged : habits.after))
        }
    }

    mutating func planScans(of parcel: Parcel) {
        for step in stage.plan.carrier.scans {
            let text = step.text[stage.tongue]
            wake(
                .scan(tracking: parcel.tracking, code: step.code, text: text),
                at: parcel.shippedAt + step.after)
        }
    }

    // MARK: Departments

    func habits(for ticket: Ticket) -> DepartmentHabits? {
        let own = ticket.conversation.flatMap { buyerOf[$0] }.flatMap {
            buyers[$0].script.answers[ticket.department]
        }
        return own ?? playedAnswers(for: ticket) ?? stage.plan.departments[ticket.department]
    }

    /// The answer, and what it brings about on the road.
    func answer(_ id: TicketID, in shop: Shop) -> [Act] {
        guard let ticket = shop.tickets[id], ticket.answer == nil, let habits = habits(for: ticket)
        else { return [] }
        var dice = Dice(seed: stage.seed, purpose: "ticket \(id)")
        guard var text = dice.pick(habits.say[stage.tongue]) else { return [] }
        if let talk = ticket.conversation {
            text = Blanks(shop: shop, conversation: talk).fill(text)
        }
        var acts: [Act] = []
        let order = ticket.order ?? ticket.conversation.flatMap { shop.conversations[$0]?.order }
        if let scan = habits.scan, let parcel = order.flatMap({ shop.orders[$0]?.parcels.last }) {
            acts.append(
                Act(
                    .carrier,
                    .scan(
                        tracking: parcel.tracking, code: scan.code, text: scan.text[stage.tongue])))
        }
        acts.append(Act(.department(ticket.department), .answerTicket(ticket: id, text: text)))
        return acts
    }
}
