extension Shop {
    /// What the platform does when the party whose turn it is has said nothing in its time: as a
    /// rule it goes against the silent one.
    func silenceDecides(_ item: AfterSale, at due: Instant) -> [Event] {
        switch item.state {
        case .waitSeller: return sellerSilent(item, at: due)
        case .waitBuyerReply, .refused, .waitReturn, .returnDisputed:
            return [moved(item, .lapsed)]
        case .waitCheck:
            let events = try? acceptance(of: item, byTimer: true, at: due)
            return events ?? [moved(item, .lapsed)]
        case .waitConsign: return notSent(item, at: due)
        case .waitBuyerConfirm: return [moved(item, .confirmed(byTimer: true))]
        case .atPlatform: return evidenceRanOut(item, at: due)
        case .done, .withdrawn, .closed: return []
        }
    }

    /// Silence of the shop agrees to what was asked. Only a deposit is not won by waiting: it
    /// binds unless somebody says otherwise.
    private func sellerSilent(_ item: AfterSale, at due: Instant) -> [Event] {
        guard let order = orders[item.order] else { return [] }
        if item.kind.needsReturn {
            return [
                moved(
                    item,
                    .returnAgreed(
                        to: returnAddress, amount: payable(item, in: order),
                        until: due + rules.afterSales.sendBackWithin, byTimer: true))
            ]
        }
        if item.kind == .reship { return [moved(item, .sendingAgreed)] }
        if item.kind == .refund, order.status == .depositPaid, !isDepositDue(item, in: order) {
            return [moved(item, .lapsed)]
        }
        let amount = payable(item, in: order)
        let goods: Refund.Goods? = item.kind == .refusedParcel ? .returned : nil
        guard amount > .zero,
            let events = try? payout(item, amount, goods, byTimer: true, at: due)
        else { return [moved(item, .lapsed)] }
        return events
    }

    /// What was agreed was never sent: the money instead. What had been set aside for it goes
    /// back onto the shelf.
    private func notSent(_ item: AfterSale, at due: Instant) -> [Event] {
        guard let order = orders[item.order] else { return [] }
        let refund = asRefund(item, in: order)
        let goods: Refund.Goods = item.kind == .exchange ? .returned : .kept
        guard let paid = try? payout(refund, refund.amount, goods, byTimer: true, at: due) else {
            return [moved(item, .lapsed)]
        }
        return [moved(item, .becameRefund(amount: refund.amount))] + paid
    }

    /// Where goods go back to when the clock or an accepted offer agrees and nobody has written
    /// an address: the rules' own, or the shop by its name alone.
    public var returnAddress: Address {
        rules.afterSales.returnAddress
            ?? Address(name: name, phone: "", region: "", street: "")
    }
}
