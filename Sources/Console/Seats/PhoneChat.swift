import Engine
import Terminal

/// A conversation as the customer sees it on a phone: their own words at the right, the shop's at
/// the left, no private notes.
struct PhoneChat {
    /// One line of it, with the column it begins at.
    struct Line {
        var x: Int
        var text: String
        var ink: Role
    }

    let desk: Desk
    let width: Int

    /// The last lines, at least so many where there are so many; older messages are not laid out.
    func lines(of talk: Conversation, last count: Int) -> [Line] {
        var blocks: [[Line]] = []
        var total = 0
        for message in talk.messages.reversed() where !message.isPrivate {
            let block = lines(of: message)
            blocks.append(block)
            total += block.count
            if total >= count { break }
        }
        return blocks.reversed().flatMap { $0 }
    }

    private func lines(of message: Message) -> [Line] {
        let room = max(8, width * 3 / 4)
        switch message.author {
        case .buyer:
            return wrapped(words(of: message), room).map { text in
                Line(x: max(0, width - 1 - desk.gate.width(of: text)), text: text, ink: .text)
            }
        case .agent: return said(by: nil, message, room, .agent)
        case .bot: return said(by: desk.say(SeatText.robot) + " ", message, room, .bot)
        case .bystander(let name): return said(by: name + " ", message, room, .dim)
        case .system: return said(by: nil, message, room, .system)
        }
    }

    private func said(
        by name: String?, _ message: Message, _ room: Int, _ ink: Role
    ) -> [Line] {
        let lead = desk.civil(message.at).clock + " " + (name ?? "")
        let x = desk.gate.width(of: lead)
        let ink = message.recalledAt == nil ? ink : .dim
        return wrapped(words(of: message), room).enumerated().map { place, text in
            place == 0
                ? Line(x: 0, text: lead + text, ink: ink) : Line(x: x, text: text, ink: ink)
        }
    }

    private func wrapped(_ text: String, _ room: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            desk.gate.wrap(String($0), width: max(4, room - 6))
        }
    }

    private func words(of message: Message) -> String {
        if message.recalledAt != nil { return desk.say(SeatText.recalled) }
        switch message.body {
        case .text(let text), .note(let text): return text
        case .card(let card): return desk.glyphs.card + " " + desk.say(desk.cardTitle(card))
        case .attachment(let item):
            return desk.glyphs.card + " " + desk.say(Words.attachment(item))
        }
    }
}

/// The customer's own orders in a few lines each, the newest first.
struct PhoneOrders {
    let desk: Desk
    let customer: CustomerID
    let width: Int

    var lines: [PaneLine] {
        guard let shop = desk.shop else { return [] }
        let orders = shop.orders(of: customer)
        guard !orders.isEmpty else { return [PaneLine(desk.say(SeatText.noOrders), ink: .dim)] }
        return orders.reversed().flatMap { order -> [PaneLine] in
            var lines = [
                PaneLine(
                    Lengths.tail(order.id.rawValue),
                    desk.say(shop.rules.name(of: order.shownStatus)), ink: .strong)
            ]
            for line in order.lines {
                lines += desk.fitted(
                    "\(desk.itemName(line)) ×\(line.quantity)",
                    (line.price * line.quantity).plain, width: width, rightInk: .money)
            }
            lines.append(
                PaneLine(desk.say(Words.paid), order.ledger.paid.plain, rightInk: .money))
            for parcel in order.parcels where !parcel.isVoid {
                lines.append(PaneLine(parcel.carrier, parcel.tracking, ink: .dim))
                if let scan = parcel.scans.last {
                    lines += desk.wrapped(scan.text, width: width, indent: 1, ink: .dim)
                }
            }
            for item in shop.afterSales(of: order.id) {
                lines.append(
                    PaneLine(
                        desk.say(item.kind.name), desk.say(item.state.name.name), ink: .accent))
            }
            return lines + [PaneLine("")]
        }
    }
}
