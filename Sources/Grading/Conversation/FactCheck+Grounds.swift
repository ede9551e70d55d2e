public import Engine
import Language

// What a value in an agent's words may stand on.

extension FactCheck {
    /// Every sum that stands on what is before the agent: the customer's orders and cases, their
    /// coupons, the goods and pages opened here.
    public func sums(near talk: Conversation, in shop: Shop) -> Set<Money> {
        var sums: Set<Money> = [shop.rules.postage, shop.rules.freePostageFrom]
        for order in shop.orders(of: talk.customer) {
            sums.formUnion(order.sums(with: shop.afterSales(of: order.id)))
        }
        for coupon in shop.coupons.values where isNear(.coupon(coupon.id), talk, shop) {
            sums.formUnion([coupon.amount, coupon.threshold])
        }
        for product in shop.products.values where isNear(.product(product.id), talk, shop) {
            sums.formUnion(product.variants.map(\.price))
        }
        for (value, pages) in written {
            guard case .amount(let money) = value,
                pages.contains(where: { isNear($0.kind, talk, shop) })
            else { continue }
            sums.insert(money)
        }
        sums.remove(.zero)
        return sums
    }

    /// The times on the customer's orders, tracks, promises and on the pages opened here.
    public func moments(near talk: Conversation, in shop: Shop) -> [Instant] {
        shop.orders(of: talk.customer).flatMap { $0.moments + (arrivals[$0.id] ?? []) }
            + shop.promises(in: talk.id).map(\.due)
            + times.filter { isNear($0.page.kind, talk, shop) }.flatMap {
                [$0.window.start, $0.window.end]
            }
    }
}

extension FactCheck {
    /// A size is right where the goods that are talked about come in it: what was opened or shown
    /// here, what the customer has ordered, what they then bought in this conversation. That other
    /// goods come in it bears nothing out, but is no mistake.
    func verdict(
        onSize size: String, _ value: Value, talk: Conversation, shop: Shop, isExact: Bool
    ) -> Verdict? {
        if let page = page(of: value, talk, shop, isExact: isExact) { return page }
        let bought = Set(
            (self.bought[talk.id] ?? []).compactMap { shop.variant($0)?.product })
        let page = written[value]?.first { page in
            if case .product(let id) = page.kind { bought.contains(id) } else { false }
        }
        if let page { return Verdict(.isTrue, zh: page.title, en: page.title) }
        if written[value] != nil || comesIn(size, shop) {
            var verdict = Verdict(.unknown, source: Sentence.sizeNotLookedUp)
            verdict.isElsewhere = true
            return verdict
        }
        // Where nothing comes in sizes, a large one is no size.
        let hasSizes = written.keys.contains { $0.sort == .size }
        return hasSizes
            ? Verdict(.isFalse, zh: "店里没有这个尺码", en: "the shop has no such size") : nil
    }

    /// Some goods of the shop name the size, whether or not their page has been read.
    private func comesIn(_ size: String, _ shop: Shop) -> Bool {
        func names(_ text: String) -> Bool {
            text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.contains { $0 == size }
        }
        return shop.products.values.contains { product in
            product.variants.contains { names($0.name) }
                || product.facts.contains { names($0.value) }
        }
    }
}

extension Evidence.Quote {
    /// 一个, 两片, 一分钱: a count in words is a way of speaking, not a figure.
    func hasDigits(in range: TextRange) -> Bool {
        range.words(in: text).contains {
            $0.isWholeNumber && ($0.isASCII || $0.unicodeScalars.first!.value > 0xFF00)
        }
    }

    /// The clause in which the words stand ends with a question mark.
    func asks(after range: TextRange) -> Bool {
        let rest = text.utf8.dropFirst(range.end)
        let ends: Set<Character> = ["?", "？", ",", "，", ".", "。", "!", "！", ";", "；", "\n"]
        guard let end = String(Substring(rest)).first(where: { ends.contains($0) }) else {
            return false
        }
        return end == "?" || end == "？"
    }
}

extension TimeWindow {
    /// Words such as 今天 or 晚上, which name no moment that could be wrong by an hour.
    var isLoose: Bool {
        switch grain {
        case .day, .partOfDay: true
        case .minute, .hour, .week, .month: false
        }
    }
}

extension TimeWindow {
    /// Whether these words can mean that moment.
    func names(_ moment: Instant) -> Bool {
        if isDeadline {
            let gap = end - moment
            return gap > .minutes(-1) && gap < (grain == .day ? .days(1) : .minutes(1))
        }
        // A minute has no length in the calendar, but what happens in it does.
        return start <= moment && moment < (grain == .minute ? start + .minutes(1) : end)
    }

    /// Whether a page that names `other` bears these words out: "截单16:00" was written without a
    /// day, so the hour counts, and a day where a day was written.
    func agrees(with other: TimeWindow, offset: Int) -> Bool {
        func minutes(_ instant: Instant) -> Int64 {
            (instant.milliseconds + Int64(offset) * 60_000) / 60_000
        }
        func hour(_ instant: Instant) -> Int64 { minutes(instant) % 1440 }
        func day(_ instant: Instant) -> Int64 { minutes(instant) / 1440 }
        switch (grain, other.grain) {
        case (.minute, .minute), (.minute, .hour), (.hour, .minute), (.hour, .hour):
            let hours = [hour(other.start), hour(other.end)]
            return hours.contains(hour(isDeadline ? end : start))
        case (.day, .day):
            return day(start) == day(other.start)
                || isDeadline && day(end - .seconds(1)) == day(other.end - .seconds(1))
        case _: return start == other.start && end == other.end
        }
    }
}

extension Rules {
    /// Limits that an agent may name to a customer.
    func spans(isExact: Bool) -> [Span] {
        ([payWithin, shipWithin, autoConfirmAfter, answerRefundWithin] as [Span])
            + money.arrivals.map(\.within) + (isExact ? [] : extensionDays.map { .days($0) })
    }
}

extension Order {
    /// Every sum an agent could truly name about it.
    func sums(with cases: [AfterSale]) -> Set<Money> {
        var sums: Set<Money> = [goods, due, discount, postage, reduction, ledger.paid]
        sums.formUnion([ledger.held, ledger.released, ledger.refunded, ledger.compensated])
        for line in lines { sums.formUnion([line.price, line.price * line.quantity]) }
        for item in cases { sums.insert(item.amount) }
        for cut in cuts { sums.insert(cut.amount) }
        for index in lines.indices { sums.formUnion(steps(of: index)) }
        for payment in payments { sums.insert(payment.amount) }
        sums.remove(.zero)
        return sums
    }

    /// How a line comes to what was paid for it: what each cut takes off it and what is left then,
    /// of the line and of one piece, rounded either way.
    private func steps(of index: Int) -> Set<Money> {
        let line = lines[index]
        var left = line.price * line.quantity
        var steps: Set<Money> = []
        for cut in cuts where cut.shares.indices.contains(index) {
            left = left - cut.shares[index]
            for sum in [cut.shares[index], left] {
                let piece = sum.fen / line.quantity
                steps.formUnion([sum, Money(fen: piece), Money(fen: piece + 1)])
            }
        }
        return steps
    }

    var moments: [Instant] {
        var moments = [placedAt]
        moments += [paidAt, payBy, shipBy, autoConfirmAt, closedAt].compactMap { $0 }
        for parcel in parcels {
            moments.append(parcel.shippedAt)
            moments += parcel.scans.map(\.at)
        }
        return moments
    }
}
