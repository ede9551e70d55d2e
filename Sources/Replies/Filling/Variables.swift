import Engine

/// The variables a reply may hold, and where each gets its value.
///
/// | name | value |
/// | --- | --- |
/// | `customer.name` | as in the customer file |
/// | `order.id` `order.items` `order.status` `order.due` `order.paid` | of the conversation's order |
/// | `order.region` `order.shipBy` | the district it goes to; when it must have left |
/// | `order.carrier` `order.tracking` `order.scan` | of its newest parcel |
/// | `promise.due` | of the promise due next in this conversation |
/// | `shop.name` `agent.name` | |
/// | `date` `time` and `date+1d`, `time+2h`, `time+30m` | from the moment of filling |
struct Variables {
    let shop: Shop
    let conversation: Conversation
    let order: Order?
    let agentName: String?
    let tongue: Tongue
    let now: Instant

    static let names = [
        "customer.name", "order.id", "order.items", "order.status", "order.due", "order.paid",
        "order.region", "order.shipBy", "order.carrier", "order.tracking", "order.scan",
        "promise.due", "shop.name", "agent.name", "date", "time",
    ]

    /// Whether no variable has this name.
    static func problem(with name: String) -> Bool {
        !names.contains(name) && moment(name) == nil
    }

    /// The value, or nil where this customer or order has none.
    func value(of name: String) -> String? {
        switch name {
        case "customer.name": shop.customers[conversation.customer]?.name
        case "order.id": order?.id.rawValue
        case "order.items": order.map(items)
        case "order.status": order?.status.name[tongue]
        case "order.due": order?.due.plain
        case "order.paid": order.flatMap { $0.paidAt == nil ? nil : $0.ledger.paid.plain }
        case "order.region": order?.address.region
        case "order.shipBy": order?.shipBy.map(shown)
        case "order.carrier": order?.parcels.last?.carrier
        case "order.tracking": order?.parcels.last?.tracking
        case "order.scan": order?.parcels.last?.scans.last?.text
        case "promise.due":
            shop.openPromises(in: conversation.id).map(\.due).min().map(shown)
        case "shop.name": shop.name
        case "agent.name": agentName
        default: Variables.moment(name).map(shown)
        }
    }

    private func items(_ order: Order) -> String {
        let names = order.lines.map { line in
            let title = shop.product(of: line.variant)?.title ?? line.variant.rawValue
            let variant = shop.variant(line.variant)?.name ?? ""
            return [title, variant, "×\(line.quantity)"].filter { !$0.isEmpty }
                .joined(separator: " ")
        }
        return names.joined(separator: tongue == .chinese ? "、" : ", ")
    }

    // MARK: Moments

    /// `date`, `time`, and either of them with a shift: `date+1d`, `time+30m`.
    struct Moment: Hashable {
        let isTime: Bool
        let shift: Span
    }

    static func moment(_ name: String) -> Moment? {
        let isTime = name.hasPrefix("time")
        guard isTime || name.hasPrefix("date") else { return nil }
        var rest = name.dropFirst(4)
        if rest.isEmpty { return Moment(isTime: isTime, shift: .zero) }
        let sign = rest.removeFirst()
        guard sign == "+" || sign == "-", let unit = rest.popLast(), let amount = Int(rest),
            (0...9999).contains(amount)
        else { return nil }
        let span: Span
        switch unit {
        case "m": span = .minutes(amount)
        case "h": span = .hours(amount)
        case "d": span = .days(amount)
        default: return nil
        }
        return Moment(isTime: isTime, shift: sign == "-" ? .zero - span : span)
    }

    private func shown(_ moment: Moment) -> String {
        let civil = CivilTime(now + moment.shift, offset: shop.offset)
        return moment.isTime ? civil.clock : day(civil)
    }

    /// A time as it is said to a customer: `今天17:00`, `3月19日 12:00`, `17:00 today`.
    private func shown(_ instant: Instant) -> String {
        let civil = CivilTime(instant, offset: shop.offset)
        let today = CivilTime(now, offset: shop.offset)
        let tomorrow = CivilTime(now + .days(1), offset: shop.offset)
        switch tongue {
        case .chinese:
            if civil.date == today.date { return "今天\(civil.clock)" }
            if civil.date == tomorrow.date { return "明天\(civil.clock)" }
            return "\(day(civil)) \(civil.clock)"
        case .english:
            if civil.date == today.date { return "\(civil.clock) today" }
            if civil.date == tomorrow.date { return "\(civil.clock) tomorrow" }
            return "\(civil.clock) on \(day(civil))"
        }
    }

    private func day(_ civil: CivilTime) -> String {
        switch tongue {
        case .chinese: "\(civil.month)月\(civil.day)日"
        case .english: "\(civil.day) \(Variables.months[civil.month - 1])"
        }
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    /// A date in the notation of `strftime`, the part of it that espanso's files use.
    func shown(format: String, shift: Span) -> String {
        let civil = CivilTime(now + shift, offset: shop.offset)
        var result = ""
        var isMark = false
        for character in format {
            guard isMark else {
                if character == "%" { isMark = true } else { result.append(character) }
                continue
            }
            isMark = false
            switch character {
            case "Y": result += "\(civil.year)"
            case "y": result += padded(civil.year % 100)
            case "m": result += padded(civil.month)
            case "d": result += padded(civil.day)
            case "e": result += "\(civil.day)"
            case "H": result += padded(civil.hour)
            case "I": result += padded((civil.hour + 11) % 12 + 1)
            case "M": result += padded(civil.minute)
            case "S": result += padded(civil.second)
            case "p": result += civil.hour < 12 ? "AM" : "PM"
            case "F": result += civil.date
            case "R": result += civil.clock
            case "T": result += "\(civil.clock):\(padded(civil.second))"
            case "B": result += Variables.months[civil.month - 1]
            case "b": result += Variables.months[civil.month - 1].prefix(3)
            case "u": result += "\(civil.weekday)"
            case "%": result += "%"
            default: result += "%\(character)"
            }
        }
        return result
    }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
