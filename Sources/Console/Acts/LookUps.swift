import Engine
import Replies

/// Looking things up before speaking. Each look is noted in the journal: an answer given before
/// looking is a guess.
extension Desk {
    func look(at what: Lookup) {
        guard let selected, onlyLooks == nil else { return }
        submit(.look(conversation: selected, at: what))
    }

    /// Notes once that the order and the customer's file stood on the screen when the agent
    /// spoke.
    func noteWhatIsShown() {
        // A demonstration looks when its model looks, and no sooner.
        guard let talk, demo?.state != .playing else { return }
        isRecordable = false
        defer { isRecordable = true }
        var shown: [Lookup] = []
        if let order, arrangement.rect(of: .order) != nil { shown.append(.order(order.id)) }
        if arrangement.rect(of: .customer) != nil { shown.append(.customer(talk.customer)) }
        for what in shown where places.looked.insert(Looked(talk: talk.id, what: what)).inserted {
            submit(.look(conversation: talk.id, at: what))
        }
    }

    func showAddress() {
        guard let order else { return }
        if places.unveiled == order.id {
            places.unveiled = nil
            return
        }
        look(at: .address(order.id))
        places.unveiled = order.id
        announce(.done, Words.addressShown)
    }

    func showTrack() {
        guard let order else { return }
        guard !order.parcels.isEmpty else { return announce(.hint, Words.notShippedYet) }
        if places.tracked.remove(order.id) != nil { return }
        look(at: .track(order.id))
        places.tracked.insert(order.id)
    }

    /// Goods, coupons and the knowledge base, found by typing; what is found is shown and kept
    /// on the shelf.
    func openLookUp() {
        guard shop != nil else { return }
        overlays.append(LookUpSheet(self))
    }

    /// Looks through the shop; what was proposed since the last time is found too.
    func search(_ query: String, limit: Int) -> [ShopIndex.Found] {
        guard let shop else { return [] }
        if shopIndex == nil { shopIndex = ShopIndex(shop) }
        shopIndex?.follow(shop)
        return shopIndex?.search(query, limit: limit) ?? []
    }

    /// Notes what was looked for and whether it was there: what nobody finds is missing.
    func noteSearch(_ query: String, found: Int, opened: String?) {
        let query = query.trimmed
        guard query.count > 1, onlyLooks == nil else { return }
        submit(
            .searchKnowledge(conversation: selected, query: query, found: found, opened: opened))
    }

    /// An entry the knowledge base does not have yet.
    func proposeEntry(title: String = "") {
        let talk = selected
        overlays.append(
            ActionForm(
                Words.proposeTitle,
                fields: [
                    .text(
                        "title", Words.entryTitle, initial: title, limit: 60,
                        hint: Words.entryTitleHint, words: words),
                    .text("body", Words.entryBody, rows: 4, limit: 500, words: words),
                    .text(
                        "words", Words.entryWords, limit: 100, isRequired: false,
                        hint: Words.entryWordsHint),
                ], verb: Words.propose, on: self,
                command: { values in
                    .proposeEntry(
                        conversation: talk, title: values.text("title"),
                        body: values.text("body"),
                        keywords: values.text("words").split(whereSeparator: {
                            $0.isWhitespace || ",，、;；".contains($0)
                        }).map(String.init))
                }, done: { Words.proposed($0.text("title")) }))
    }

    /// Opens the first thing the customer sent that has not been seen, else the last.
    func openAttachment() {
        guard let talk else { return }
        let all = talk.attachments
        guard let next = all.first(where: { !talk.opened.contains($0) }) ?? all.last else {
            return
        }
        show(lookup: .attachment(next))
    }

    func show(lookup what: Lookup) {
        look(at: what)
        if let selected {
            places.shelf[selected, default: []].removeAll { $0 == what }
            places.shelf[selected, default: []].insert(what, at: 0)
        }
        guard arrangement.rect(of: .shelf) == nil else { return }
        overlays.append(TextSheet(title: title(of: what), lines: lines(of: what)))
    }

    /// What was looked up, in one line.
    func title(of what: Lookup) -> String {
        switch what {
        case .knowledge(let title): title
        case .product(let id): shop?.products[id]?.title ?? id.rawValue
        case .coupon(let id): shop?.coupons[id]?.name ?? id.rawValue
        case .order(let id), .track(let id), .address(let id): id.rawValue
        case .attachment(let id): shop?.message(id).map { text(of: $0) } ?? ""
        case .customer(let id): shop?.customers[id]?.name ?? id.rawValue
        }
    }

    /// What was found, as paragraphs.
    func lines(of what: Lookup) -> [String] {
        switch what {
        case .knowledge(let title):
            return knowledge.filter { $0.title == title }.map(\.body)
        case .product(let id):
            guard let product = shop?.products[id] else { return [] }
            return product.facts.map { "\($0.name)  \($0.value)" }
                + product.variants.map {
                    "\($0.name)  \($0.price.plain)  " + say(Words.stock($0.stock))
                }
        case .coupon(let id):
            return shop?.coupons[id].map { [couponTerms($0)] } ?? []
        case .attachment(let id):
            guard case .attachment(let attachment) = shop?.message(id)?.body else { return [] }
            return [attachment.shows]
        case .order, .track, .address, .customer:
            return []
        }
    }
}

/// A thing that was on the screen in a conversation when the agent spoke.
struct Looked: Hashable {
    var talk: ConversationID
    var what: Lookup
}
