import Engine
import Terminal

/// Going from customer to customer and from pane to pane.
extension Desk {
    /// Turns to a conversation; draft, place in the transcript and chosen order are where they
    /// were left.
    func select(_ id: ConversationID?) {
        guard id != selected else { return }
        keepDraft()
        queue.select(id)
        places.unveiled = nil
        places.top[.order] = 0
        places.cursor[.order] = 0
        places.top[.customer] = 0
        places.top[.shelf] = 0
        places.replyFilter = ""
        places.cursor[.replies] = 0
    }

    /// Turns to the row so many below (or above) the selected one, round the end.
    func selectRow(by step: Int) {
        guard queue.count > 0 else { return announce(.hint, Words.queueIsEmpty) }
        guard let selected, let row = queue.row(of: selected) else { return select(queue[0]) }
        let next = (row + step) % queue.count
        select(queue[next < 0 ? next + queue.count : next])
    }

    /// Turns to the row at the queue's own cursor, without going round.
    func selectRow(at row: Int) {
        guard queue.count > 0 else { return }
        select(queue[min(max(0, row), queue.count - 1)])
    }

    /// Gives the keyboard to a pane. With a small screen that pane is also the one shown.
    func turn(to focus: Focus) {
        self.focus = focus
        if focus == .replies { libraryRevision = followLibrary() }
        if zoomed != nil { zoomed = focus == .composer ? .chat : focus }
    }

    /// One step back towards the composer; nothing there.
    func stepBack() {
        if outgoing != nil, focus == .composer { return holdBackOutgoing() }
        if focus == .replies, !places.replyFilter.isEmpty {
            places.replyFilter = ""
            places.cursor[.replies] = 0
            return
        }
        if focus != .composer { return turn(to: .composer) }
        if zoomed != nil {
            zoomed = nil
            return
        }
        if let selected { writesNote.remove(selected) }
    }

    /// The order the panel shows: the chosen one, else the one the talk is about, else the
    /// customer's latest.
    var order: Order? {
        guard let shop, let talk else { return nil }
        if let chosen = places.order[talk.id], let order = shop.orders[chosen] { return order }
        if let id = talk.order, let order = shop.orders[id] { return order }
        return shop.orders(of: talk.customer).last
    }

    /// Shows this order of the customer in the panel.
    func showOrder(_ id: OrderID) {
        guard let talk, let found = shop?.orders[id], found.customer == talk.customer else {
            return
        }
        places.order[talk.id] = id
        places.top[.order] = 0
    }

    /// Shows the next of the customer's orders.
    func turnOrder(by step: Int) {
        guard let shop, let talk, let order else { return }
        let all = shop.orders(of: talk.customer)
        guard let place = all.firstIndex(where: { $0.id == order.id }), all.count > 1 else {
            return announce(.hint, Words.onlyOneOrder)
        }
        places.order[talk.id] = all[(place + step + all.count) % all.count].id
        places.top[.order] = 0
    }
}

extension Desk {
    /// The first in the queue to whom nobody of the shop has said a word.
    var firstUnmet: ConversationID? {
        (0..<queue.count).lazy.compactMap { self.queue[$0] }.first { id in
            guard let talk = self.shop?.conversations[id], talk.isOpen else { return false }
            return talk.firstReplyAt == nil
        }
    }
}
