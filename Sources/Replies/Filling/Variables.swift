import Engine

/// The variables a reply may hold, and where each gets its value. `ShopVariable.all` lists them.
///
/// What belongs to an order is the conversation's, to an item its only line, to a track its only
/// parcel; where there are several, the answer given counts, and without one it is asked for.
struct Variables {
    let shop: Shop
    let conversation: Conversation
    /// The order named by whoever fills, or the one the talk is about.
    let order: OrderID?
    let agentName: String?
    let answers: [String: String]
    let calendar: ShopCalendar

    private var tongue: Tongue { calendar.tongue }

    static let names = ShopVariable.all.map(\.name)

    /// Whether no variable has this name.
    static func problem(with name: String) -> Bool { kind(of: name) == nil }

    /// What kind of value the variable of this name has; nil where there is none.
    static func kind(of name: String) -> ShopVariable.Kind? {
        if let known = ShopVariable.named(name) { return known.kind }
        return moment(name) == nil ? nil : .moment
    }

    /// A value, or what has to be known first.
    enum Found {
        case value(ShopValue)
        case missing
        /// Several: `name` is what the answer is given under.
        case several(name: String, title: Bilingual, [Ask.Choice])
    }

    func find(_ name: String) -> Found {
        switch name {
        case "customer.name": return text(shop.customers[conversation.customer]?.name)
        case "customer.account": return text(shop.customers[conversation.customer]?.account)
        case "customer.phone":
            return text(shop.customers[conversation.customer]?.address.map { masked($0.phone) })
        case "customer.region":
            return text(shop.customers[conversation.customer]?.address?.region)
        case "promise.due": return moment(promise?.due)
        case "promise.text": return text(promise?.text)
        case "shop.name": return text(shop.name)
        case "agent.name": return text(agentName)
        case _ where name.hasPrefix("order."): return withOrder { ofOrder(name, $0) }
        case _ where name.hasPrefix("item."): return withOrder { ofItem(name, $0) }
        case _ where name.hasPrefix("track."): return withOrder { ofTrack(name, $0) }
        case _:
            guard let moment = Variables.moment(name) else { return .missing }
            let instant = calendar.now + moment.shift
            return .value(moment.isTime ? .clock(instant) : .day(instant))
        }
    }

    func text(_ text: String?) -> Found {
        guard let text, !text.isEmpty else { return .missing }
        return .value(.text(text))
    }
    func moment(_ instant: Instant?) -> Found {
        instant.map { .value(.moment($0)) } ?? .missing
    }
    func money(_ money: Money?) -> Found { money.map { .value(.money($0)) } ?? .missing }
    private func masked(_ phone: String) -> String { ShopValue.masked(phone) }

    private var promise: Promise? {
        shop.openPromises(in: conversation.id).min {
            ($0.due, $0.id.rawValue) < ($1.due, $1.id.rawValue)
        }
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
        guard sign == "+" || sign == "-", let span = Span(written: rest) else { return nil }
        return Moment(isTime: isTime, shift: sign == "-" ? .zero - span : span)
    }
}
