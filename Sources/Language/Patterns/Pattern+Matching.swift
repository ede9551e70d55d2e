import Engine

extension Pattern {
    /// Whether the message fits.
    public func matches(_ reading: Reading) -> Bool { evidence(in: reading) != nil }

    /// The words that make the message fit, or nil when it does not. `not` has no words to show.
    public func evidence(in reading: Reading) -> [TextRange]? {
        switch self {
        case .test(let test): return test.evidence(in: reading)
        case .not(let inner): return inner.evidence(in: reading) == nil ? [] : nil
        case .any(let choices):
            for choice in choices { if let found = choice.evidence(in: reading) { return found } }
            return nil
        case .all(let parts):
            var found: [TextRange] = []
            for part in parts {
                guard let more = part.evidence(in: reading) else { return nil }
                found += more
            }
            return found
        }
    }
}

extension Pattern.Test {
    func evidence(in reading: Reading) -> [TextRange]? {
        if let isQuestion, isQuestion != reading.isQuestion { return nil }
        if let isEmptyPoliteness, isEmptyPoliteness != reading.isEmptyPoliteness { return nil }
        if let language, language != reading.language { return nil }
        let wanted = candidates(in: reading)
        guard let first = wanted.first else { return [] }
        if wanted.contains(where: \.isEmpty) { return nil }
        if wanted.count == 1 { return [first[0]] }
        for sentence in reading.sentences {
            let here = wanted.compactMap { ranges in ranges.first { sentence.overlaps($0) } }
            if here.count == wanted.count { return here }
        }
        return nil
    }

    /// For each condition, where in the message it holds.
    private func candidates(in reading: Reading) -> [[TextRange]] {
        var wanted: [[TextRange]] = []
        if let act { wanted.append(reading.acts.filter { $0.subject == act }.map(\.range)) }
        if let topic { wanted.append(reading.topics.filter { $0.subject == topic }.map(\.range)) }
        if let value {
            wanted.append(
                reading.values
                    .filter { value.accepts($0.subject, offset: reading.context.offset) }
                    .map(\.range))
        }
        if let says {
            wanted.append(
                says.index.hits(in: reading.normal, values: reading.valueSpans)
                    .map { reading.normal.source($0.range) })
        }
        if let fault {
            wanted.append(reading.faults.filter { fault.accepts($0) }.map(\.range))
        }
        if let promise {
            wanted.append(reading.promises.filter { promise.accepts($0) }.map(\.range))
        }
        return wanted
    }
}

extension Pattern.FaultTest {
    /// Whoever asks for a fault of any kind means one that is beyond doubt: for what may be a
    /// mistake of the reading nobody turns a deaf ear to the rest of the message.
    func accepts(_ finding: Finding<Fault>) -> Bool {
        switch self {
        case .any: !finding.isGuess
        case .kind(let kind): finding.subject.kind == kind
        }
    }
}

extension Pattern.PromiseTest {
    /// Whoever asks how it went is heard from again.
    func accepts(_ promise: PromiseFound) -> Bool {
        (deed == nil || deed == promise.deed || deed == .reply && promise.deed == .visit)
            && (isDated == nil || isDated == promise.isDated)
    }
}

extension Pattern.ValueTest {
    func accepts(_ value: Value, offset: Int) -> Bool {
        guard value.sort == sort else { return false }
        if let unit, case .quantity(_, let written) = value, written != unit { return false }
        guard let expected else { return true }
        switch (value, expected) {
        case (.amount(let money), .amount(let range)): return range.contains(money)
        case (.percent(let n), .number(let range)), (.discount(let n), .number(let range)),
            (.quantity(let n, _), .number(let range)), (.number(let n), .number(let range)):
            return range.contains(n)
        case (.duration(let spans), .span(let range)): return range.overlaps(spans)
        case (.time(let window), .moment(let moment)):
            return moment.falls(in: window, offset: offset)
        case (.orderNumber(let text), .text(let wanted)),
            (.trackingNumber(let text), .text(let wanted)),
            (.phone(let text, _), .text(let wanted)),
            (.size(let text), .text(let wanted)), (.place(let text), .text(let wanted)),
            (.carrier(let text), .text(let wanted)):
            return text.lowercased() == wanted.lowercased()
        case (_, .amount), (_, .number), (_, .span), (_, .text), (_, .moment): return false
        }
    }
}

extension Pattern.Moment {
    /// True when the words mean this very day, or a stretch of days that ends with it.
    func falls(in window: TimeWindow, offset: Int) -> Bool {
        // A deadline "by the 20th" names the 20th, whatever "now" it is counted from.
        // A minute has no length; everything longer ends just before its end.
        let named =
            window.end > window.start ? window.end - Span(milliseconds: 1) : window.start
        let first = CivilTime(window.isDeadline ? named : window.start, offset: offset)
        let last = CivilTime(named, offset: offset)
        if let minuteOfDay {
            // "18点" starts at the minute; "18点前" ends there.
            let mark = CivilTime(window.isDeadline ? window.end : window.start, offset: offset)
            guard window.grain == .minute || window.grain == .hour,
                mark.hour * 60 + mark.minute == minuteOfDay
            else { return false }
        }
        if let year, !(first.year...last.year).contains(year) { return false }
        if let month, !(first.month == month || last.month == month) { return false }
        guard let day else { return true }
        if first.month == last.month { return (first.day...last.day).contains(day) }
        if month == first.month { return day >= first.day }
        if month == last.month { return day <= last.day }
        return day >= first.day || day <= last.day
    }
}
