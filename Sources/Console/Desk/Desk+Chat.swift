import Engine
import Macros

/// What is done with messages that are there already.
extension Desk {
    /// Takes back the last act that can be taken back.
    func undoLastAct() {
        if outgoing != nil { return holdBackOutgoing() }
        guard let last = lastAct else { return }
        switch last {
        case .act(let reverse):
            lastAct = nil
            guard submit(reverse.command) else { return }
            // Undoing is not itself to be undone by the same key: it would never end.
            lastAct = nil
            announce(.done, Words.undone(reverse.title))
        case .macro(let run): takeBack([run])
        case .macros(let runs): chooseWhatToTakeBack(runs)
        }
    }

    /// The message that is marked, if it still exists.
    var marked: Message? {
        guard let talk, let place = places.marked[talk.id], talk.messages.indices.contains(place)
        else { return nil }
        return talk.messages[place]
    }

    func recallMessage() {
        guard let talk else { return }
        let last = talk.messages.last { message in
            if case .agent = message.author { return message.recalledAt == nil }
            return false
        }
        guard let message = marked ?? last else { return announce(.hint, Words.nothingToRecall) }
        submit(.recall(message: message.id), saying: Words.recalled)
    }

    /// Copies what the focus points at: the marked message in the chat, a snippet in the replies,
    /// else the order number, else the customer's account.
    func copyWhatIsMeant() {
        if focus == .chat, let marked { return copy(text(of: marked), Words.copiedMessage) }
        if focus == .replies, let reply = chosenReply {
            return copy(reply.text, Words.copiedReply)
        }
        if focus == .customer, let customer { return copy(customer.account, Words.copiedAccount) }
        if let order { return copy(order.id.rawValue, Words.copiedOrder(order.id.rawValue)) }
        if let customer { copy(customer.account, Words.copiedAccount) }
    }

    func copy(_ text: String, _ said: Bilingual) {
        host.copy(text)
        announce(.done, said)
    }

    /// A message's words, for copying.
    func text(of message: Message) -> String {
        switch message.body {
        case .text(let text), .note(let text): text
        case .card(let card): say(cardTitle(card))
        case .attachment(let attachment): say(Words.attachment(attachment))
        }
    }

    /// What a card is called in one line.
    func cardTitle(_ card: Card) -> Bilingual {
        switch card {
        case .order(let id): return Words.orderCard(id.rawValue)
        case .product(let id):
            let product = shop?.product(of: id)?.title ?? id.rawValue
            let variant = shop?.variant(id)?.name ?? ""
            return Words.productCard(product, variant)
        case .file(let name): return Words.fileCard(name)
        case .coupon(let id): return Words.couponCard(shop?.coupons[id]?.name ?? id.rawValue)
        }
    }
}
