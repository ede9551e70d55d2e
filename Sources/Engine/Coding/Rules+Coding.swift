extension Rules: Codable {
    private enum CodingKeys: String, CodingKey {
        case payWithin, shipWithin, autoConfirmAfter, extensionDays, extensionsPerOrder
        case answerRefundWithin, compensationLimit, compensationPercent, recallWithin, memoBytes
        case messageCharacters, ticketWithin, postage, freePostageFrom
        case source, orders, money, afterSales, logistics, reviews, customers, tickets, speech,
            channels
    }

    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: CodingKeys.self)
        let plain = Rules.plain
        self.init(
            payWithin: try form.value(.payWithin, or: plain.payWithin),
            shipWithin: try form.value(.shipWithin, or: plain.shipWithin),
            autoConfirmAfter: try form.value(.autoConfirmAfter, or: plain.autoConfirmAfter),
            extensionDays: try form.value(.extensionDays, or: plain.extensionDays),
            extensionsPerOrder: try form.value(.extensionsPerOrder, or: plain.extensionsPerOrder),
            answerRefundWithin: try form.value(.answerRefundWithin, or: plain.answerRefundWithin),
            compensationLimit: try form.value(.compensationLimit, or: plain.compensationLimit),
            compensationPercent: try form.value(
                .compensationPercent, or: plain.compensationPercent),
            recallWithin: try form.value(.recallWithin, or: plain.recallWithin),
            memoBytes: try form.value(.memoBytes, or: plain.memoBytes),
            messageCharacters: try form.value(.messageCharacters, or: plain.messageCharacters),
            ticketWithin: try form.value(.ticketWithin, or: plain.ticketWithin),
            postage: try form.value(.postage, or: plain.postage),
            freePostageFrom: try form.value(.freePostageFrom, or: plain.freePostageFrom),
            source: try form.value(.source, or: plain.source),
            orders: try form.value(.orders, or: plain.orders),
            money: try form.value(.money, or: plain.money),
            afterSales: try form.value(.afterSales, or: plain.afterSales),
            logistics: try form.value(.logistics, or: plain.logistics),
            reviews: try form.value(.reviews, or: plain.reviews),
            customers: try form.value(.customers, or: plain.customers),
            tickets: try form.value(.tickets, or: plain.tickets),
            speech: try form.value(.speech, or: plain.speech),
            channels: try form.value(.channels, or: plain.channels))
    }

    /// Written whole, so that a store says under which rules it was kept.
    public func encode(to encoder: any Encoder) throws {
        var form = encoder.container(keyedBy: CodingKeys.self)
        try form.encode(payWithin, forKey: .payWithin)
        try form.encode(shipWithin, forKey: .shipWithin)
        try form.encode(autoConfirmAfter, forKey: .autoConfirmAfter)
        try form.encode(extensionDays, forKey: .extensionDays)
        try form.encode(extensionsPerOrder, forKey: .extensionsPerOrder)
        try form.encode(answerRefundWithin, forKey: .answerRefundWithin)
        try form.encode(compensationLimit, forKey: .compensationLimit)
        try form.encode(compensationPercent, forKey: .compensationPercent)
        try form.encode(recallWithin, forKey: .recallWithin)
        try form.encode(memoBytes, forKey: .memoBytes)
        try form.encode(messageCharacters, forKey: .messageCharacters)
        try form.encode(ticketWithin, forKey: .ticketWithin)
        try form.encode(postage, forKey: .postage)
        try form.encode(freePostageFrom, forKey: .freePostageFrom)
        try form.encode(source, forKey: .source)
        try form.encode(orders, forKey: .orders)
        try form.encode(money, forKey: .money)
        try form.encode(afterSales, forKey: .afterSales)
        try form.encode(logistics, forKey: .logistics)
        try form.encode(reviews, forKey: .reviews)
        try form.encode(customers, forKey: .customers)
        try form.encode(tickets, forKey: .tickets)
        try form.encode(speech, forKey: .speech)
        try form.encode(channels, forKey: .channels)
    }
}
