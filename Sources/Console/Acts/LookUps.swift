import Engine

/// Looking things up before speaking. Each look is noted in the journal: an answer given before
/// looking is a guess.
extension Desk {
    func look(at what: Lookup) {
        guard let selected else { return }
        submit(.look(conversation: selected, at: what))
    }

    /// Notes once that the order and the customer's file stood on the screen when the agent
    /// spoke.
    func noteWhatIsShown() {
        guard let talk else { return }
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
        guard let shop else { return }
        var found: [(Lookup, Picker.Item)] = []
        func add(_ what: Lookup, _ label: String, _ detail: Bilingual, also: String = "") {
            found.append(
                (
                    what,
                    Picker.Item(
                        id: "\(found.count)", label: label, detail: say(detail), also: also)
                ))
        }
        for entry in knowledge {
            add(
                .knowledge(entry.title), entry.title, Words.knowledge,
                also: entry.keywords.joined(separator: " ") + " " + entry.body)
        }
        for product in shop.products.values {
            add(
                .product(product.id), product.title, Words.goods,
                also: product.facts.map { $0.name + " " + $0.value }.joined(separator: " "))
        }
        for coupon in shop.coupons.values { add(.coupon(coupon.id), coupon.name, Words.coupon) }
        let all = found
        overlays.append(
            PickerSheet(Words.lookUpTitle, items: all.map(\.1), empty: Words.nothingFound) {
                desk, item in
                guard let place = Int(item.id) else { return }
                desk.show(lookup: all[place].0)
            })
    }

    private func show(lookup what: Lookup) {
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
