import Engine
import Replies

/// The forms for a conversation: hold, transfer, promise, ticket, cards.
extension Desk {
    func openHold() {
        guard let talk else { return }
        openTalkForm(
            Words.holdTitle, verb: Words.holdVerb,
            fields: [
                .text(
                    "note", Words.awaited, limit: 60, isRequired: false, hint: Words.awaitedHint)
            ], done: Words.held
        ) { .hold(conversation: talk.id, note: $0.text("note")) }
    }

    func openTransfer() {
        guard let talk, let shop else { return }
        let people = shop.colleagues
        let choices = people.map { Bilingual(zh: $0, en: $0) }
        guard !people.isEmpty else { return announce(.hint, Words.nobodyToTransferTo) }
        openTalkForm(
            Words.transferTitle, verb: Words.transferVerb,
            fields: [
                .choice("to", Words.to, choices),
                .text("note", Words.story, rows: 3, limit: 300, hint: Words.storyHint),
            ], done: Words.transferred
        ) { .transfer(conversation: talk.id, to: people[$0.choice("to")], note: $0.text("note")) }
    }

    /// What can be promised here: an answer, an answer once a ticket is answered, for an order that
    /// it leaves or that the money goes back, and to ask another day how it went.
    func openPromise() {
        guard let talk, let shop else { return }
        var deeds: [(Promise.Deed, Bilingual)] = [(.report(ticket: nil), Words.deedReport)]
        for ticket in shop.tickets(of: talk.id) where ticket.answer == nil {
            deeds.append(
                (.report(ticket: ticket.id), Words.deedReportAfter(ticket.department.name)))
        }
        if let order {
            if order.status == .waitShip { deeds.append((.ship(order.id), Words.deedShip)) }
            if order.ledger.held > .zero { deeds.append((.refund(order.id), Words.deedRefund)) }
        }
        let choices = deeds
        let visit = choices.count
        openTalkForm(
            Words.promiseTitle, verb: Words.promiseVerb,
            fields: [
                .text("text", Words.promiseWhat, limit: 100, hint: Words.promiseHint),
                .choice("deed", Words.promiseKeptBy, choices.map(\.1) + [Words.deedVisit]),
                .time("due", Words.due, hint: Words.dueHint),
            ], done: Words.promised
        ) { values in
            guard let due = values.time("due") else { return nil }
            let chosen = values.choice("deed")
            return .promise(
                conversation: talk.id, text: values.text("text"),
                deed: chosen == visit
                    ? shop.visit(by: due) ?? .report(ticket: nil) : choices[chosen].0,
                due: due, message: nil)
        }
    }

    /// What a department must know is asked for here, with what the order in view tells already;
    /// what the chosen one does not need may stay empty, and the form says what is still missing.
    func openTicket() {
        openTicketForm(
            Words.ticketTitle, kind: .request, hint: Words.matterHint,
            asks: shop?.rules.tickets.departments.flatMap(\.fields) ?? [])
    }

    /// A problem seen often enough to be summed up for those who can mend it (问题整理).
    func openSummary() {
        openTicketForm(
            Words.summaryTitle, kind: .summary, hint: Words.summaryHint,
            asks: shop?.rules.tickets.summaryFields ?? [])
    }

    private func openTicketForm(
        _ title: Bilingual, kind: Ticket.Kind, hint: Bilingual, asks names: [String]
    ) {
        guard let talk else { return }
        let departments = Department.allCases
        let order = order?.id
        let variables = shop.map {
            ShopVariables(in: $0, talk, order: order, tongue: tongue, now: now)
        }
        func known(_ name: String) -> String {
            let filled = Self.filled.first { $0.field.zh == name || $0.field.en == name }
            return filled.flatMap { variables?.value(of: $0.variable) } ?? ""
        }
        var asked: [String] = []
        for name in names where !asked.contains(name) { asked.append(name) }
        openTalkForm(
            title, verb: Words.ticketVerb,
            fields: [
                .choice("to", Words.department, departments.map(\.name)),
                .text("summary", Words.matter, rows: 3, limit: 300, hint: hint),
            ]
                + asked.map {
                    .text(
                        "field " + $0, same($0), initial: known($0), limit: 100,
                        isRequired: false)
                },
            done: Words.ticketOpened
        ) { [asked] values in
            let fields = asked.map { Ticket.Field(name: $0, value: values.text("field " + $0)) }
                .filter { !$0.value.isEmpty }
            return .openTicket(
                department: departments[values.choice("to")], conversation: talk.id,
                order: order, summary: values.text("summary"),
                fields: fields.isEmpty ? nil : fields, kind: kind == .request ? nil : kind)
        }
    }

    /// What a field of a ticket is filled with, as a text's `{{…}}` would be. A profile that calls
    /// its fields otherwise has them filled in by hand.
    private static let filled: [(field: Bilingual, variable: String)] = [
        (Words.fieldOrder, "order.id"), (Words.fieldItem, "order.items"),
        (Words.fieldTracking, "track.number"),
    ]

    /// Cards for this customer: the order check, goods, coupons.
    func openCards() {
        guard let talk, let shop else { return }
        var cards: [(Card, Picker.Item)] = []
        for order in shop.orders(of: talk.customer).reversed() {
            add(.order(order.id), order.status.name[tongue], to: &cards)
        }
        for product in shop.products.values {
            for variant in product.variants {
                add(.product(variant.id), variant.price.plain, to: &cards)
            }
        }
        for coupon in shop.coupons.values {
            add(.coupon(coupon.id), couponTerms(coupon), to: &cards)
        }
        for file in shop.files { add(.file(file.name), file.shows, to: &cards) }
        let found = cards
        overlays.append(
            PickerSheet(
                Words.cardsTitle(name(of: talk.id)), items: found.map(\.1), empty: Words.noCards
            ) { desk, item in
                guard let place = Int(item.id) else { return }
                let done = desk.submit(
                    .sendCard(conversation: talk.id, card: found[place].0), saying: Words.cardSent)
                if done { desk.places.anchors[talk.id] = .end }
            })
    }

    private func add(
        _ card: Card, _ detail: String, to cards: inout [(Card, Picker.Item)]
    ) {
        let title = cardTitle(card)
        cards.append(
            (
                card,
                Picker.Item(
                    id: "\(cards.count)", label: say(title), detail: detail,
                    also: title[tongue.other])
            ))
    }

    private func openTalkForm(
        _ title: Bilingual, verb: Bilingual, fields: [FormField], done: Bilingual,
        command: @escaping (FormValues) -> Command?
    ) {
        guard let talk else { return }
        overlays.append(
            ActionForm(
                Words.with(title, name(of: talk.id)), fields: fields, verb: verb, on: self,
                command: command, done: { _ in done }))
    }
}
