import Engine
import Terminal

/// How one message is laid out: time, author, then the words behind a hanging indent.
///
/// The authors differ by indent, name and weight as well as by colour: the buyer stands at the
/// left, the shop's people two columns in, the robot too but named so, a private note behind a
/// dotted bar with the word that says who sees it.
struct MessageLayout {
    let desk: Desk
    let width: Int

    /// As wide as the customer's name, within limits: a name is cut only where it is a long one.
    private func nameWidth(_ customer: String) -> Int {
        guard width >= 30 else { return 0 }
        let wanted = desk.gate.width(of: customer) + 1
        return width >= 50 ? min(max(10, wanted), 16) : min(max(8, wanted), 12)
    }
    private var timeWidth: Int { width >= 24 ? 6 : 0 }

    func lines(of message: Message, after before: Message?, customer: String) -> [ChatLine] {
        var lines: [ChatLine] = []
        let day = desk.civil(message.at).date
        if before.map({ desk.civil($0.at).date }) != day { lines.append(separator(day)) }
        let isSame = before.map { sameSpeaker($0, message) } ?? false
        // Before a class what each says stands apart.
        if desk.isPresenting, before != nil, !isSame { lines.append(ChatLine(pieces: [])) }
        let (name, ink) = author(of: message, customer: customer)
        let (paragraphs, bodyInk) = body(of: message, ink)
        let nameWidth = nameWidth(customer)
        let lead = timeWidth + nameWidth
        let indent = message.author == .buyer ? 0 : min(2, width / 12)
        let x = lead + indent
        let clock = desk.civil(message.at).clock
        var isFirst = true
        for paragraph in paragraphs {
            for text in desk.gate.wrap(paragraph, width: max(4, width - x)) {
                var pieces: [ChatLine.Piece] = []
                if isFirst, timeWidth > 0 {
                    if !isSame || before.map({ desk.civil($0.at).clock }) != clock {
                        pieces.append(.init(x: 0, text: clock, ink: .time))
                    }
                    if nameWidth > 0, !isSame {
                        let cut = desk.gate.cut(name, toWidth: nameWidth - 1)
                        pieces.append(.init(x: timeWidth, text: cut, ink: ink))
                    }
                }
                if message.isPrivate, x > 0 {
                    pieces.append(.init(x: x - 1, text: desk.glyphs.note, ink: .note))
                }
                pieces.append(.init(x: x, text: text, ink: bodyInk))
                lines.append(ChatLine(pieces: pieces, isFirst: isFirst))
                isFirst = false
            }
        }
        return lines
    }

    /// `── 3月18日 ──`, before the first message of a day.
    private func separator(_ day: String) -> ChatLine {
        let rule = String(repeating: String(desk.glyphs.rule), count: 2)
        return ChatLine(pieces: [.init(x: 0, text: "\(rule) \(day) \(rule)", ink: .dim)])
    }

    private func sameSpeaker(_ before: Message, _ message: Message) -> Bool {
        before.author == message.author && before.isPrivate == message.isPrivate
            && desk.civil(before.at).date == desk.civil(message.at).date
    }

    private func author(of message: Message, customer: String) -> (String, Role) {
        if message.isPrivate { return (desk.say(Words.noteAuthor), .note) }
        switch message.author {
        case .buyer: return (customer, .buyer)
        case .bystander(let name): return (name, .dim)
        case .agent(let id):
            return (id == desk.shop?.agent ? desk.say(Words.me) : id.rawValue, .agent)
        case .bot: return (desk.say(Words.bot), .bot)
        case .system: return (desk.say(Words.system), .system)
        }
    }

    private func body(of message: Message, _ ink: Role) -> ([String], Role) {
        if message.recalledAt != nil {
            return ([desk.say(Words.recalledMessage(desk.text(of: message)))], .dim)
        }
        switch message.body {
        case .note(let text): return ([text], .note)
        case .card(let card): return (cardLines(card), .card)
        case .attachment(let attachment):
            let title = desk.glyphs.card + " " + desk.say(Words.attachment(attachment))
            let isOpen = desk.talk?.opened.contains(message.id) == true
            let key = DeskCommand.named("open-attachment").map { desk.keyName(of: $0) } ?? ""
            return (
                [title, "  " + (isOpen ? attachment.shows : desk.say(Words.notOpened(key)))], .card
            )
        case .text(let text):
            switch message.author {
            case .buyer, .bystander: return ([text], desk.isPresenting ? .strong : .text)
            case .agent: return ([text], .agent)
            case .bot: return ([text], .bot)
            case .system: return ([text], .system)
            }
        }
    }

    /// A card as the customer sees it, in a few lines.
    private func cardLines(_ card: Card) -> [String] {
        var lines = [desk.glyphs.card + " " + desk.say(desk.cardTitle(card))]
        switch card {
        case .order(let id):
            guard let order = desk.shop?.orders[id] else { break }
            for line in order.lines {
                lines.append("  " + desk.itemName(line) + " ×\(line.quantity)")
            }
            lines.append(
                "  " + desk.say(order.isPaid ? Words.paid : Words.toPay) + " ¥" + order.due.plain)
            lines.append("  " + desk.masked(order.address))
        case .product(let id):
            guard let variant = desk.shop?.variant(id) else { break }
            lines.append("  ¥" + variant.price.plain)
        case .file(let name):
            if let file = desk.shop?.files.first(where: { $0.name == name }) {
                lines.append("  " + file.shows)
            }
        case .coupon(let id):
            guard let coupon = desk.shop?.coupons[id] else { break }
            lines.append("  " + desk.couponTerms(coupon))
        }
        return lines
    }
}
