import Engine

/// The figures about orders, money, promises and tickets.
extension Counting {
    private func lines(_ fits: (Event) -> Bool) -> [(Story, Story.Line)] {
        stories.flatMap { story in
            story.lines.filter { fits($0.event) }.map { (story, $0) }
        }
    }

    /// Who asked before buying, and whether they paid; the shift's end stands for the day's.
    var conversion: KPI {
        var sheet = Sheet(.conversion)
        for story in stories {
            guard isInquiry(story) else {
                sheet.leaveOut(story.id, [], Reason.afterSaleTalk)
                continue
            }
            let paid = story.lines.first { if case .orderPaid = $0.event { true } else { false } }
            sheet.count(story.id, paid.map { [$0.sequence] } ?? [], isGood: paid != nil)
        }
        return sheet.rate
    }

    /// Opened before anything was paid: about goods, or about an unpaid order.
    private func isInquiry(_ story: Story) -> Bool {
        guard case .conversationOpened(_, _, _, let stage, let order, _) = story.lines.first?.event
        else { return false }
        if stage == .preSale { return true }
        guard stage == .order, let order, let found = shop.orders[order] else { return false }
        return found.paidAt.map { $0 >= story.openedAt } ?? true
    }

    var payRate: KPI {
        var sheet = Sheet(.payRate)
        for (story, line) in lines({ if case .orderPlaced = $0 { true } else { false } }) {
            guard case .orderPlaced(let order, _) = line.event else { continue }
            sheet.count(
                story.id, [line.sequence], isGood: shop.orders[order.id]?.paidAt != nil)
        }
        return sheet.rate
    }

    var salesPerBuyer: KPI {
        var sheet = Sheet(.salesPerBuyer)
        var buyers: Set<CustomerID> = []
        var sum = Money.zero
        for (story, line) in lines({ if case .orderPaid = $0 { true } else { false } }) {
            guard case .orderPaid(_, let amount, _, _, _) = line.event else { continue }
            buyers.insert(story.customer)
            sum += amount
            sheet.count(story.id, [line.sequence], isGood: true)
        }
        return sheet.money(sum, among: buyers.count)
    }

    /// What was looked for in the knowledge base and found there; the rest is missing, or goes by
    /// another name.
    var knowledgeFound: KPI {
        var sheet = Sheet(.knowledgeFound)
        for (story, line) in lines({ if case .knowledgeMoved = $0 { true } else { false } }) {
            guard case .knowledgeMoved(_, .searched(_, _, let opened)) = line.event else {
                continue
            }
            // What the robot looks for is its own business.
            guard line.isByAgent else { continue }
            sheet.count(story.id, [line.sequence], isGood: opened != nil)
        }
        return sheet.rate
    }

    /// What is not done when the shift ends, and whether the note for the next shift tells of it.
    var handedOver: KPI {
        var sheet = Sheet(.handedOver)
        guard shop.isOver else { return sheet.rate }
        for matter in shop.openMatters {
            let note = shop.handover.written ?? ""
            let opening = stories.first { $0.id == matter.conversation }?.lines.first?.sequence
            sheet.count(
                matter.conversation, opening.map { [$0] } ?? [],
                isGood: shop.tells(note, of: matter))
        }
        return sheet.rate
    }

    var refunds: KPI {
        var sheet = Sheet(.refunds)
        for (story, line) in lines({ if case .refunded = $0 { true } else { false } }) {
            guard case .refunded(_, _, _, let byTimer, _) = line.event else { continue }
            sheet.count(story.id, [line.sequence], isGood: !byTimer)
        }
        return sheet.number
    }

    private func refundShare(_ kind: KPI.Kind, _ counts: (AfterSale) -> Bool) -> KPI {
        var sheet = Sheet(kind)
        for story in stories {
            for order in shop.orders(of: story.customer) {
                guard order.paidAt != nil else {
                    sheet.leaveOut(story.id, [], Reason.notPaid)
                    continue
                }
                let isRefunded = shop.afterSales(of: order.id).contains {
                    $0.kind == .refund && $0.isDone && counts($0)
                }
                sheet.count(story.id, [], isGood: isRefunded)
            }
        }
        return sheet.rate
    }

    var refundRate: KPI { refundShare(.refundRate) { _ in true } }

    var shopFaultRefunds: KPI { refundShare(.shopFaultRefunds) { $0.reason.isShopsFault } }

    var promisesKept: KPI {
        var sheet = Sheet(.promisesKept)
        for story in stories {
            for promise in PromiseLedger(story: story, shop: shop).reports {
                let events = promise.evidence.events
                switch promise.outcome {
                case .kept: sheet.count(story.id, events, isGood: true)
                case .late, .broken: sheet.count(story.id, events, isGood: false)
                case .open: sheet.leaveOut(story.id, events, Reason.notDue)
                case .undated: sheet.leaveOut(story.id, events, Reason.undated)
                }
            }
        }
        return sheet.rate
    }

    var ticketsInTime: KPI {
        var sheet = Sheet(.ticketsInTime)
        for ticket in shop.tickets.values {
            if let answer = ticket.answer {
                sheet.count(ticket.conversation, [], isGood: answer.at <= ticket.due)
            } else if ticket.due <= shop.now {
                sheet.count(ticket.conversation, [], isGood: false)
            } else {
                sheet.leaveOut(ticket.conversation, [], Reason.notDue)
            }
        }
        return sheet.rate
    }
}

extension AfterSale.Reason {
    var isShopsFault: Bool {
        switch self {
        case .outOfStock, .lateShipment, .missingPart, .damaged, .quality, .noTrack, .emptyParcel,
            .wrongItem, .notAsDescribed, .counterfeit:
            true
        case .changedMind, .wrongOrder, .stuckInTransit, .agreed, .other, .couponForgotten,
            .wrongAddress, .notReceived, .refused, .noReason, .priceFell:
            false
        }
    }
}
