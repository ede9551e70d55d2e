import Engine
import Shifts

/// What the customer can do in the shop at this moment, besides speaking: only what the shop
/// would allow is offered.
struct BuyerActs {
    let card: RoleCard

    func list(_ desk: Desk) -> [SeatAct] {
        guard let shop = desk.shop else { return [] }
        var acts: [SeatAct] = []
        func add(_ title: Bilingual, _ command: Command, _ asks: Bilingual?) {
            guard wouldAllow(command, shop) else { return }
            acts.append(
                SeatAct(title: title, question: asks) { desk in
                    desk.submit(command, saying: title)
                })
        }
        let orders = shop.orders(of: card.customer)
        if let talk = desk.playedTalk, talk.isOpen { addPurchases(talk, orders, desk, add) }
        for order in orders.reversed().prefix(2) {
            addOrderActs(order, shop, add)
        }
        addReviews(orders, shop, desk, &acts)
        if let talk = desk.playedTalk {
            if talk.rating == nil { acts.append(stars(talk.id)) }
            add(
                SeatText.leave, .leave(conversation: talk.id), SeatText.sure(SeatText.leave))
        }
        return Array(acts.prefix(9))
    }

    /// Asked as the leader would: while time stands the list stays as it is.
    private func wouldAllow(_ command: Command, _ shop: Shop) -> Bool {
        (try? shop.decide(command, by: .instructor, at: shop.now)) != nil
    }

    private func addPurchases(
        _ talk: Conversation, _ orders: [Order], _ desk: Desk,
        _ add: (Bilingual, Command, Bilingual?) -> Void
    ) {
        // One thing at a time: whoever has not paid yet pays first.
        guard !orders.contains(where: { $0.status == .waitPay && $0.placedAt >= talk.openedAt })
        else { return }
        for purchase in card.purchases {
            let what = purchase.lines.map {
                "\(desk.itemName($0.variant)) ×\($0.quantity)"
            }.joined(separator: ", ")
            add(
                SeatText.buy(what),
                .placeOrder(
                    conversation: talk.id, lines: purchase.lines, coupon: purchase.coupon,
                    address: card.address), nil)
        }
    }

    private func addOrderActs(
        _ order: Order, _ shop: Shop, _ add: (Bilingual, Command, Bilingual?) -> Void
    ) {
        let pay = SeatText.pay("¥" + order.due.plain)
        add(pay, .pay(order: order.id, method: .mobile), SeatText.sure(pay))
        add(
            SeatText.confirm, .confirmReceipt(order: order.id, lines: nil),
            SeatText.sure(SeatText.confirm))
        for item in shop.afterSales(of: order.id) where item.isOpen {
            add(SeatText.accept, .answerOffer(afterSale: item.id, accepts: true), nil)
            add(SeatText.decline, .answerOffer(afterSale: item.id, accepts: false), nil)
            add(SeatText.withdraw, .withdraw(afterSale: item.id), nil)
        }
        for reason in card.reasons.isEmpty ? [.changedMind, .quality] : card.reasons {
            let title = SeatText.refund(reason.name)
            add(title, .requestRefund(order: order.id, reason: reason), SeatText.sure(title))
        }
        add(SeatText.cancel, .cancelOrder(order: order.id), SeatText.sure(SeatText.cancel))
    }

    /// Where nothing is written yet, the key says so.
    private func addReviews(
        _ orders: [Order], _ shop: Shop, _ desk: Desk, _ acts: inout [SeatAct]
    ) {
        guard let order = orders.last else { return }
        for (title, stars) in [(SeatText.goodReview, 5), (SeatText.badReview, 1)] {
            func review(_ text: String) -> Command {
                .review(order: order.id, line: 0, rating: Review.Rating(stars: stars), text: text)
            }
            guard wouldAllow(review("…"), shop) else { continue }
            acts.append(
                SeatAct(title: title, question: nil) { desk in
                    let text = desk.seatText.text
                    guard text.contains(where: { !$0.isWhitespace }) else {
                        return desk.announce(.hint, SeatText.writeReview)
                    }
                    if desk.submit(review(text), saying: title) { desk.writeAtSeat("") }
                })
        }
    }

    private func stars(_ talk: ConversationID) -> SeatAct {
        SeatAct(title: SeatText.stars, question: nil) { desk in
            let items = (1...5).reversed().map { number in
                Picker.Item(id: "\(number)", label: desk.stars(number), detail: "\(number)")
            }
            desk.overlays.append(
                PickerSheet(SeatText.stars, items: items, empty: SeatText.nothingToDo) {
                    desk, item in
                    desk.submit(
                        .rate(conversation: talk, stars: Int(item.id) ?? 5),
                        saying: SeatText.stars)
                })
        }
    }
}
