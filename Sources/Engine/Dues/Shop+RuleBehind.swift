extension Shop {
    /// Which field of the profile set this time: `afterSales.answerReturn`. Nil where a person did,
    /// as with a promise, or the goods themselves, as with a presale's balance.
    ///
    /// Whether the value is confirmed or serves for training only: `rules.source.isTraining`.
    public func rule(behind due: Due.Kind, of order: OrderID? = nil) -> String? {
        switch due {
        case .promise, .balance, .tagEnd, .blacklistEnd: nil
        case .ticket(let id): tickets[id].map { rule(behind: $0.department) }
        case .answer(let id): afterSales[id].flatMap(rule)
        case .evidence: "afterSales.evidenceWithin"
        case .payment: "payWithin"
        case .group: "orders.groupWithin"
        case .shipment: "shipWithin"
        case .firstScan: "logistics.firstScanWithin"
        case .explanation: "reviews.explainWithin"
        }
    }

    private func rule(behind department: Department) -> String {
        !rules.tickets.departments.contains { $0.department == department }
            ? "ticketWithin" : "tickets.departments"
    }

    private func rule(behind item: AfterSale) -> String? {
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
}
