import Engine
import Language

// Times and lengths of time: orders, tracks, cases, rules, and what follows from them.

extension FactCheck {
    /// 今天, 今晚: always true of something, so nothing that a page could bear out.
    func isToday(_ window: TimeWindow, _ now: Instant) -> Bool {
        window.isLoose
            && CivilTime(window.start, offset: offset).date == CivilTime(now, offset: offset).date
    }

    func verdict(on window: TimeWindow, _ said: Said, orders: [Order]) -> Verdict? {
        let (talk, shop) = (said.talk, said.shop)
        let today = CivilTime(shop.now, offset: offset).date
        let day = CivilTime(window.start, offset: offset).date
        switch window.grain {
        case .minute, .hour, .partOfDay: break
        // "Today" is always true of something; it says nothing that could be checked.
        case .day: if day == today { return nil }
        case .week, .month: return nil
        }
        let known = moments(of: orders, talk, shop)
        // 7:45 in the evening, as it is read once the morning is over, may be the morning's.
        let isOpen = window.grain == .minute && !window.isDeadline
        let isSo = known.contains {
            window.names($0) || isOpen && window.names($0 + .hours(12))
        }
        if isSo || isOpen && Self.namesNoDay(said.words) && isClock(window, ofOne: known, shop.now)
        {
            return Verdict(.isTrue, zh: "订单与物流的时间", en: "times of the order and its track")
        }
        return nil
    }

    private func moments(of orders: [Order], _ talk: Conversation, _ shop: Shop) -> [Instant] {
        var moments = orders.flatMap { $0.moments + (arrivals[$0.id] ?? []) }
        moments += shop.coupons.values.map(\.validUntil) + shop.promises(in: talk.id).map(\.due)
        for ticket in shop.tickets(of: talk.id) {
            moments += [ticket.openedAt, ticket.due]
            if let answer = ticket.answer { moments.append(answer.at) }
        }
        for order in orders {
            for item in shop.afterSales(of: order.id) {
                moments.append(item.openedAt)
                moments += item.turns.map(\.at)
                moments += [item.answerBy, item.dispute?.evidenceUntil].compactMap { $0 }
            }
            // The right ends with the day: midnight is the first moment that is too late.
            for line in order.lines.indices {
                guard let end = shop.noReasonEnd(of: order, line: line) else { continue }
                moments.append(end - .seconds(1))
            }
        }
        return moments
    }

    /// "22:40", with no word of which day, as the clock stood at one of these in the last days or
    /// will stand in the next.
    private func isClock(
        _ window: TimeWindow, ofOne moments: [Instant], _ now: Instant
    ) -> Bool {
        let minute = minuteOfDay(window.start)
        return moments.contains {
            $0 > now - .days(3) && $0 < now + .days(3) && minuteOfDay($0) == minute
        }
    }

    private func minuteOfDay(_ instant: Instant) -> Int64 {
        (instant.milliseconds / 60_000 + Int64(offset)) % 1440
    }

    private static func namesNoDay(_ words: String) -> Bool {
        var rest = words
        for word in ["左右", "o'clock", "a.m.", "p.m.", "am", "pm", "at", "by"] {
            while let range = rest.firstRange(of: word) { rest.removeSubrange(range) }
        }
        return rest.allSatisfy { $0.isWholeNumber || ":：点分半一刻整时钟 ".contains($0) }
    }

    // MARK: Lengths of time

    func verdict(onSpan span: ClosedRange<Span>, _ said: Said) -> Verdict? {
        func isOne(of spans: [Span]) -> Bool {
            spans.contains { span.lowerBound == $0 || span.upperBound == $0 }
        }
        let rules = said.shop.rules
        if isOne(
            of: rules.spans(isExact: said.isExact) + rules.afterSales.spans(named: said.sentence))
        {
            return Verdict(.isTrue, zh: "店铺规则里的时限", en: "a limit of the shop's rules")
        }
        let orders = said.shop.orders(of: said.talk.customer)
        if isOne(of: orders.flatMap { lengthened[$0.id] ?? [] }) {
            return Verdict(.isTrue, zh: "延长收货的天数", en: "the days by which receipt was lengthened")
        }
        let cases = orders.flatMap { said.shop.afterSales(of: $0.id) }
        let isOfCase = cases.contains { item in
            guard let due = item.answerBy else { return false }
            let starts = [item.openedAt, item.turns.last?.at].compactMap { $0 }
            return starts.contains { isOne(of: [(due - $0).rounded(to: .minutes(1))]) }
        }
        if isOfCase {
            return Verdict(.isTrue, zh: "售后单的时限", en: "the time that the case runs")
        }
        var dues = orders.flatMap { [$0.payBy, $0.shipBy, $0.autoConfirmAt].compactMap { $0 } }
        dues += cases.compactMap(\.answerBy)
        if dues.contains(where: { isLeft(span, until: $0, said) }) {
            return Verdict(.isTrue, zh: "离到期的时间", en: "the time left until it is due")
        }
        return nil
    }

    /// "Three days left" of two and a half: said in the unit of the words, begun or full.
    private func isLeft(_ span: ClosedRange<Span>, until due: Instant, _ said: Said) -> Bool {
        let left = (due - said.shop.now).milliseconds
        guard left > 0, span.lowerBound == span.upperBound else { return false }
        let day = ["天", "日", "day"].contains { said.words.contains($0) }
        let hour = ["时", "钟头", "hour", "hr"].contains { said.words.contains($0) }
        let unit = (day ? Span.days(1) : hour ? .hours(1) : .minutes(1)).milliseconds
        let count = span.lowerBound.milliseconds / unit
        return span.lowerBound.milliseconds % unit == 0
            && (count == left / unit || count == (left + unit - 1) / unit)
    }

    /// "Within 7 days, by 27 March": the date follows from a length that is right and from now.
    func isWorkedOut(_ said: Said) -> Bool {
        guard case .time(let window) = said.value else { return false }
        let last = window.isDeadline && !window.isLoose ? window.end : window.start
        let named = window.isDeadline && window.isLoose ? window.end - .seconds(1) : last
        return said.reading.values.contains { other in
            guard case .duration(let span) = other.subject, span.lowerBound == span.upperBound,
                verdict(
                    onSpan: span,
                    Said(
                        other, in: said.reading, quote: said.quote, talk: said.talk,
                        shop: said.shop, isExact: said.isExact))?.truth == .isTrue
            else { return false }
            let moment = said.shop.now + span.lowerBound
            return window.isLoose
                ? CivilTime(named, offset: offset).date == CivilTime(moment, offset: offset).date
                : window.grain == .minute && (named - moment).magnitude <= .minutes(1)
        }
    }
}

extension Span {
    fileprivate func rounded(to unit: Span) -> Span {
        let half = unit.milliseconds / 2
        return Span(milliseconds: (milliseconds + half) / unit.milliseconds * unit.milliseconds)
    }

    fileprivate var magnitude: Span { milliseconds < 0 ? Span(milliseconds: -milliseconds) : self }
}

extension AfterSaleRules {
    /// Limits of returns, of the platform's judging and of price protection, each only where the
    /// sentence speaks of it: seven days in which to return are no seven days in which to ship.
    fileprivate func spans(named sentence: String) -> [Span] {
        func speaks(of words: [String]) -> Bool { words.contains { sentence.contains($0) } }
        var spans: [Span] = []
        let isReturn = speaks(of: [
            "退货", "能退", "可退", "可以退", "想退", "无理由", "寄回", "寄出", "签收", "收到货", "换货", "能换", "可以换",
            "return", "exchange", "swap", "receiving", "received", "receipt", "without a reason",
        ])
        if isReturn || speaks(of: ["send"]) && speaks(of: ["back"]) {
            spans += [.days(noReasonDays), sendBackWithin, windowAfterDone]
        }
        if speaks(of: ["质检", "检查", "验货", "inspect", "check"]) { spans.append(checkWithin) }
        if speaks(of: ["平台", "举证", "凭证", "platform", "evidence", "proof"]) {
            spans += [platformWithin, evidenceWithin]
        }
        if speaks(of: ["价保", "保价", "降价", "差价", "price"]) { spans.append(priceProtection) }
        return spans
    }
}
