import Engine

extension StoreCheck {
    mutating func check(_ order: Order, at index: Int) throws(StoreFault) {
        func path(_ field: String) -> String { "orders[\(index)].\(field)" }
        guard customers.contains(order.customer) else {
            throw Self.unknown(path("customer"), order.customer.rawValue)
        }
        guard !order.lines.isEmpty else {
            throw StoreFault(path("lines"), zh: "订单里一件商品也没有", en: "the order has no lines")
        }
        for (place, line) in order.lines.enumerated() {
            try check(line, at: path("lines[\(place)]"))
        }
        try checkCuts(of: order, at: index)
        try notNegative(order.postage, path("postage"))
        try notNegative(order.due, path("cuts"))
        try checkMoney(of: order, at: index)
        try checkState(of: order, at: index)
        for (place, parcel) in order.parcels.enumerated() {
            try check(parcel, of: order, at: path("parcels[\(place)]"))
        }
        if let merge = order.merge, orders[merge] == nil {
            throw Self.unknown(path("merge"), merge.rawValue)
        }
    }

    private func check(_ line: Order.Line, at path: @autoclosure () -> String) throws(StoreFault) {
        guard variants.contains(line.variant) else {
            throw Self.unknown(path() + ".variant", line.variant.rawValue)
        }
        guard line.quantity >= 1 else {
            throw StoreFault(
                path() + ".quantity", zh: "件数至少是 1，不能是 \(line.quantity)",
                en: "the quantity is at least 1, not \(line.quantity)")
        }
        try notNegative(line.price, path() + ".price")
        try notNegative(line.refunded, path() + ".refunded")
        let counts = [
            ("shipped", line.shipped), ("cancelled", line.cancelled), ("returned", line.returned),
        ]
        for (name, count) in counts where !(0...line.quantity).contains(count) {
            throw StoreFault(
                path() + "." + name, zh: "\(count) 件不在 0 到 \(line.quantity) 之间",
                en: "\(count) pieces are not within 0 and \(line.quantity)")
        }
        guard line.shipped + line.cancelled <= line.quantity else {
            throw StoreFault(
                path() + ".shipped", zh: "发出和取消的加起来比买的还多",
                en: "more was shipped and cancelled than bought")
        }
    }

    private func checkCuts(of order: Order, at index: Int) throws(StoreFault) {
        let path = "orders[\(index)].cuts"
        for (place, cut) in order.cuts.enumerated() {
            try notNegative(cut.amount, "\(path)[\(place)].amount")
            guard cut.shares.count == order.lines.count else {
                throw StoreFault(
                    "\(path)[\(place)].shares",
                    zh: "要给 \(order.lines.count) 行各写一份，却写了 \(cut.shares.count) 份",
                    en:
                        "there must be a share for each of \(order.lines.count) lines, not \(cut.shares.count)"
                )
            }
            for (line, share) in cut.shares.enumerated() {
                try notNegative(share, "\(path)[\(place)].shares[\(line)]")
            }
            let sum = cut.shares.reduce(Money.zero, +)
            guard sum == cut.amount else {
                throw StoreFault(
                    "\(path)[\(place)].shares",
                    zh: "各行分摊加起来是 \(sum.plain) 元，优惠却是 \(cut.amount.plain) 元",
                    en: "the shares come to \(sum.plain), the amount is \(cut.amount.plain)")
            }
        }
        guard order.isReckonable else {
            throw StoreFault(
                "orders[\(index)].lines", zh: "金额或行数太大，算不了",
                en: "the amounts or the number of lines are too large to reckon with")
        }
        for line in order.lines.indices {
            let path = "orders[\(index)].lines[\(line)]"
            let net = order.net(of: line)
            guard net >= .zero else {
                throw StoreFault(
                    path, zh: "优惠比这一行的货款还多",
                    en: "more is taken off the line than it costs")
            }
            guard order.lines[line].refunded <= net else {
                throw StoreFault(
                    path + ".refunded", zh: "退的比这一行付的 \(net.plain) 元还多",
                    en: "more went back than the \(net.plain) that were paid for the line")
            }
        }
    }

    private func checkMoney(of order: Order, at index: Int) throws(StoreFault) {
        func path(_ field: String) -> String { "orders[\(index)].\(field)" }
        let ledger = order.ledger
        let amounts = [
            ("paid", ledger.paid), ("held", ledger.held), ("released", ledger.released),
            ("refunded", ledger.refunded), ("compensated", ledger.compensated),
            ("moved", ledger.moved),
        ]
        for (name, amount) in amounts { try notNegative(amount, path("ledger." + name)) }
        guard ledger.isBalanced else {
            let sum = ledger.held + ledger.released + ledger.refunded
            throw StoreFault(
                path("ledger"),
                zh: "付了 \(ledger.paid.plain) 元，托管、放款、退款加起来却是 \(sum.plain) 元",
                en:
                    "\(ledger.paid.plain) was paid, but held, released and refunded come to \(sum.plain)"
            )
        }
        var (paid, refunded) = (Money.zero, Money.zero)
        for (place, payment) in order.payments.enumerated() {
            try notNegative(payment.amount, path("payments[\(place)].amount"))
            try notNegative(payment.refunded, path("payments[\(place)].refunded"))
            try notNegative(payment.left, path("payments[\(place)].refunded"))
            paid += payment.amount
            refunded += payment.refunded
        }
        guard paid == ledger.paid else {
            throw StoreFault(
                path("payments"), zh: "各笔付款加起来是 \(paid.plain) 元，账上却付了 \(ledger.paid.plain) 元",
                en: "the payments come to \(paid.plain), the ledger says \(ledger.paid.plain)")
        }
        guard refunded == ledger.refunded else {
            throw StoreFault(
                path("payments"),
                zh: "各笔退款加起来是 \(refunded.plain) 元，账上却退了 \(ledger.refunded.plain) 元",
                en:
                    "the payments gave back \(refunded.plain), the ledger says \(ledger.refunded.plain)"
            )
        }
        try notNegative(order.postageRefunded, path("postageRefunded"))
        try notNegative(order.postage - order.postageRefunded, path("postageRefunded"))
        for (place, invoice) in order.invoices.enumerated() {
            try notNegative(invoice.amount, path("invoices[\(place)].amount"))
        }
    }

    /// What the state says about the money must be so.
    private func checkState(of order: Order, at index: Int) throws(StoreFault) {
        func path(_ field: String) -> String { "orders[\(index)].\(field)" }
        let status = order.status
        switch status {
        case .waitPay: break
        case .depositPaid, .depositForfeit:
            guard order.presale != nil else {
                throw StoreFault(
                    path("presale"), zh: "付了定金的订单要写 presale",
                    en: "an order with a deposit has a presale")
            }
        case .grouping:
            guard let group = order.group, groups.contains(group) else {
                throw Self.unknown(path("group"), order.group?.rawValue ?? "group")
            }
        case .waitShip, .partShipped, .shipped, .signed, .done:
            guard order.ledger.paid > .zero || order.due == .zero else {
                throw StoreFault(
                    path("ledger"), zh: "订单已付款，却没有写付了多少",
                    en: "the order was paid for, but no money was paid")
            }
        case .closedUnpaid, .closedRefunded: break
        }
        if status.isClosed, order.ledger.held != .zero {
            throw StoreFault(
                path("ledger.held"), zh: "订单已关闭，托管里不能还有钱",
                en: "the order is closed and cannot hold money")
        }
    }

    private mutating func check(
        _ parcel: Parcel, of order: Order, at path: @autoclosure () -> String
    ) throws(StoreFault) {
        guard !parcel.tracking.isEmpty else {
            throw StoreFault(path() + ".tracking", zh: "运单号不能是空的", en: "the number is empty")
        }
        if let other = carriers.updateValue(parcel.carrier, forKey: parcel.tracking),
            other != parcel.carrier
        {
            throw StoreFault(
                path() + ".tracking",
                zh: "运单号 \(parcel.tracking) 一处写 \(other)，一处写 \(parcel.carrier)",
                en: "the number \(parcel.tracking) is \(other)'s and \(parcel.carrier)'s")
        }
        for (place, piece) in (parcel.pieces ?? []).enumerated() {
            guard order.lines.indices.contains(piece.line) else {
                throw StoreFault(
                    path() + ".pieces[\(place)].line", zh: "订单没有第 \(piece.line) 行（从 0 数起）",
                    en: "the order has no line \(piece.line), counted from 0")
            }
            guard (1...order.lines[piece.line].quantity).contains(piece.quantity) else {
                throw StoreFault(
                    path() + ".pieces[\(place)].quantity", zh: "\(piece.quantity) 件不对",
                    en: "\(piece.quantity) pieces cannot be")
            }
        }
        try notNegative(parcel.weight ?? 0, path() + ".weight")
    }
}
