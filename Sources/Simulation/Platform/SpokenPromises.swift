public import Engine
public import Language

/// The platform's ear: promises with a date in what the agent has just written, and the answers
/// that keep them. Each becomes an entry without the agent doing anything more; an undated “as soon
/// as possible” promises nothing.
///
/// A shift listens with it after every reply, and so does a dry run, so that both hear the same.
public struct SpokenPromises {
    private let shop: Shop
    private let reads: (String, Context) -> Reading

    /// - Parameter shop: after the reply.
    public init(in shop: Shop, reads: @escaping (String, Context) -> Reading) {
        self.shop = shop
        self.reads = reads
    }

    /// The same of what has been recorded. Most of it is not said, and the shop is not even held
    /// for that.
    public static func acts(
        after records: [Recorded], by speaker: Actor, in shop: Shop,
        reads: @escaping (String, Context) -> Reading
    ) -> [Engine.Act] {
        let said = records.map(\.event).filter {
            if case .replySent = $0 { true } else { false }
        }
        return said.isEmpty
            ? [] : SpokenPromises(in: shop, reads: reads).acts(after: said, by: speaker)
    }

    /// What the agent is taken at their word for, in the order in which it was said.
    /// - Parameter speaker: who spoke and so has promised; that an answer was given, the platform says.
    public func acts(after events: [Event], by speaker: Actor) -> [Engine.Act] {
        var acts: [Engine.Act] = []
        for event in events {
            guard case .replySent(let id, let message, _, let text) = event,
                let talk = shop.conversations[id]
            else { continue }
            let context = Context(now: shop.now, offset: shop.offset, answering: talk)
            let reading = reads(text, context)
            acts += shop.openPromises(in: id).filter(shop.awaitsAnswer)
                .filter { reading.keepsWord(given: $0.madeAt, at: shop.now) }
                .map { Engine.Act(.platform, .hearAnswer(promise: $0.id)) }
            let dated = reading.promises.filter { $0.due.map { $0 > shop.now } ?? false }
            for found in dated {
                guard let due = found.due, let deed = deed(of: found, in: talk),
                    !isKnown(deed, due, in: id), isNearest(found, among: dated, in: talk),
                    !(found.deed == .pay && isPaid(reading, in: talk))
                else { continue }
                acts.append(
                    Engine.Act(
                        speaker,
                        .promise(
                            conversation: id, text: found.range.words(in: text), deed: deed,
                            due: due, message: message)))
            }
        }
        return acts
    }

    /// "催一下，半小时内告诉您" is one undertaking in two verbs, and of "催了发货，周五要用，今天18点前
    /// 发出" it is the nearest time that was meant.
    private func isNearest(
        _ found: PromiseFound, among all: [PromiseFound], in talk: Conversation
    ) -> Bool {
        let wanted = deed(of: found, in: talk)
        let rivals = all.filter { deed(of: $0, in: talk) == wanted }
        let nearest = rivals.compactMap(\.due).min()
        return rivals.first { $0.due == nearest } == found
    }

    /// What has to happen for the words to come true; nil where no deed of the shop's can show
    /// it (that a parcel arrives is the carrier's to do, and promising it is a fault).
    private func deed(of found: PromiseFound, in talk: Conversation) -> Promise.Deed? {
        let order = order(in: talk)
        switch found.deed {
        case .arrive: return nil
        case .ship:
            // Once the order has left, what is still to be sent is something more for it.
            if let order, order.paidAt != nil {
                return order.isShipped ? .another(order.id) : .ship(order.id)
            }
            return .shipOncePaid
        case .reship: if let order { return .another(order.id) }
        case .pay: if let order, order.paidAt != nil { return .refund(order.id) }
        case .visit:
            // "Next week" is any day of it; an hour of a day is that day.
            if let from = found.from, let due = found.due,
                case .visit(let day) = shop.visit(by: due), min(from, day) > shop.now
            {
                return .visit(from: min(from, day))
            }
        case .reply, .chase, .handle: break
        }
        let waiting = shop.tickets(of: talk.id).last { $0.answer == nil }
        return .report(ticket: waiting?.id)
    }

    /// The order that is spoken of: the one shown, or the only one there is.
    private func order(in talk: Conversation) -> Order? {
        if let shown = talk.order { return shop.orders[shown] }
        let all = shop.orders(of: talk.customer)
        return all.count == 1 ? all[0] : nil
    }

    /// "Refunded just now, it is with you in ten minutes": the shop has done its part, and when the
    /// money arrives is the bank's to do. A sum that has not gone back yet is still promised.
    private func isPaid(_ reading: Reading, in talk: Conversation) -> Bool {
        let paid = shop.orders(of: talk.customer).flatMap { shop.afterSales(of: $0.id) }
            .compactMap { item -> Money? in
                guard case .done(let at) = item.state, at >= talk.openedAt else { return nil }
                return item.amount
            }
        let named = reading.values.compactMap { finding -> Money? in
            guard case .amount(let money) = finding.subject else { return nil }
            return money
        }
        return !paid.isEmpty && named.allSatisfy(paid.contains)
    }

    /// The same promise said twice, or entered and then said, is one promise. Naming a later time
    /// for it does not put the first one off; an earlier time is a new one.
    private func isKnown(_ deed: Promise.Deed, _ due: Instant, in id: ConversationID) -> Bool {
        shop.openPromises(in: id).contains { promise in
            isSame(promise, deed) && promise.due <= due + .minutes(10)
        }
    }

    /// What was to leave once paid for, and has been paid for, is promised already.
    private func isSame(_ promise: Promise, _ deed: Promise.Deed) -> Bool {
        if promise.deed == .shipOncePaid, case .ship(let order) = deed {
            return shop.isPaid(order, since: promise)
        }
        return promise.deed == deed
    }
}
