extension Shop {
    /// Which field of the profile set this time: `afterSales.answerReturn`. Nil where a person did,
    /// as with a promise, or the goods themselves, as with a presale's balance.
    ///
    /// Whether the value is confirmed or serves for training only: `rules.source.isTraining`.
    public func rule(behind due: Due) -> String? {
        switch due.kind {
        case .promise, .balance, .tagEnd, .blacklistEnd: nil
        case .ticket(let id): tickets[id].map { rule(behind: $0.department) }
        case .answer(let id): afterSales[id].flatMap(rule)
        case .evidence: "afterSales.evidenceWithin"
        case .payment, .shipment: due.order.flatMap { orders[$0] }.flatMap(rule)
        case .group: "orders.groupWithin"
        case .firstScan: "logistics.firstScanWithin"
        case .explanation: "reviews.explainWithin"
        }
    }

    /// The same for the time that stands beside an order's state.
    public func rule(behind order: Order) -> String? {
        switch order.status {
        case .depositPaid: return nil
        case .grouping: return "orders.groupWithin"
        case _: break
        }
        if order.payBy != nil { return order.presale == nil ? "payWithin" : "orders.depositWithin" }
        if order.shipBy != nil { return order.presale == nil ? "shipWithin" : nil }
        guard let due = order.autoConfirmAt else { return nil }
        let line = order.lines.first { $0.confirmBy == due }
        switch line.flatMap({ product(of: $0.variant) })?.delivery ?? .express {
        case .express: return "autoConfirmAfter"
        case .post: return "orders.autoConfirmPost"
        case .virtual: return "orders.autoConfirmVirtual"
        }
    }

    /// The same for a case: the time of whoever is to move.
    public func rule(behind item: AfterSale) -> String? {
        switch item.state {
        case .waitSeller:
            if item.kind.needsReturn { return "afterSales.answerReturn" }
            let isShipped = orders[item.order]?.isShipped ?? false
            return isShipped ? "afterSales.answerShipped" : "answerRefundWithin"
        case .waitBuyerReply: return "afterSales.answerOffer"
        case .refused, .returnDisputed: return "afterSales.platformWithin"
        case .waitReturn: return "afterSales.sendBackWithin"
        case .waitCheck: return "afterSales.checkWithin"
        case .waitConsign: return "afterSales.consignWithin"
        case .waitBuyerConfirm: return "afterSales.confirmReplacement"
        case .atPlatform: return "afterSales.evidenceWithin"
        case .done, .withdrawn, .closed: return nil
        }
    }

    private func rule(behind department: Department) -> String {
        let own = rules.tickets.departments.first { $0.department == department }
        guard own?.within != nil else { return "ticketWithin" }
        return "tickets.departments.\(department.rawValue).within"
    }
}
