/// Two files of one person put together (合并客户), with what is needed to part them again.
public struct CustomerMerge: Hashable, Sendable {
    /// The file that went into the other one, as it was.
    public let from: Customer
    public let into: CustomerID
    /// What the other file held before, to part them without guessing.
    public let before: Customer
    /// Orders that changed hands.
    public let orders: [OrderID]
    /// Conversations that changed hands.
    public let conversations: [ConversationID]
    public let at: Instant

    public init(
        from: Customer, into: Customer, orders: [OrderID],
        conversations: [ConversationID] = [], at: Instant
    ) {
        self.from = from
        self.into = into.id
        self.before = into
        self.orders = orders
        self.conversations = conversations
        self.at = at
    }

    /// The one file, as it is at the moment of putting together.
    var joined: Customer {
        var file = before
        file.level = Customer.Level(rawValue: max(before.level.rawValue, from.level.rawValue))!
        file.tags += from.tags.filter(isNew)
        file.notes += from.notes
        file.coupons += from.coupons.filter { !before.coupons.contains($0) }
        file.accounts += from.accounts.map { $0.named(newName(of: $0.id)) }
        file.history = before.history.joined(with: from.history)
        file.consent = before.consent.joined(with: from.consent)
        file.block = later(before.block, from.block)
        file.marketedAt += from.marketedAt
        file.address = before.address ?? from.address
        return file
    }

    /// The two files as they come apart: both as they were, and what has happened since to the
    /// joined file stays with the one that kept its name. Money stays where it lies: the accounts
    /// of the file that comes back hold what is on them now.
    func parted(_ now: Customer, at instant: Instant) -> (into: Customer, from: Customer) {
        let joined = joined
        var into = now
        var from = from
        // What still is as it was put together goes back to what it was before.
        if now.level == joined.level { into.level = before.level }
        if now.consent == joined.consent { into.consent = before.consent }
        if now.block == joined.block { into.block = before.block }
        if now.address == joined.address { into.address = before.address }
        into.history = before.history
        into.tags = now.tags.without(from.tags.filter(isNew))
        into.notes = now.notes.without(from.notes)
        into.marketedAt = now.marketedAt.without(from.marketedAt)
        into.coupons = now.coupons.without(from.coupons.filter { !before.coupons.contains($0) })
        // A coupon used up since does not come back.
        from.coupons.removeAll { !before.coupons.contains($0) && !now.coupons.contains($0) }
        let theirs = from.accounts.map { newName(of: $0.id) }
        into.accounts = now.accounts.filter { !theirs.contains($0.id) }
        from.accounts = from.accounts.map { account in
            now.account(newName(of: account.id))?.named(account.id) ?? account
        }
        // A no that was said meanwhile may have been either's: it holds for both.
        if now.consent.state == .refused, now.consent != joined.consent {
            from.consent = now.consent
        }
        // What ran out meanwhile does not come back.
        into.dropExpired(at: instant)
        from.dropExpired(at: instant)
        return (into, from)
    }

    private func isNew(_ tag: Tag) -> Bool { !before.tags.contains { $0.name == tag.name } }

    private func later(_ a: Customer.Block?, _ b: Customer.Block?) -> Customer.Block? {
        guard let a, let b else { return a ?? b }
        return a.until >= b.until ? a : b
    }

    /// What an account of the file that goes is called in the other one's purse: its own name, or
    /// where the other has one of that name, `gift@b1`.
    func newName(of id: AccountID) -> AccountID {
        guard before.account(id) != nil else { return id }
        var name = AccountID("\(id)@\(self.from.id)")
        while before.account(name) != nil || from.account(name) != nil {
            name = AccountID("\(name)'")
        }
        return name
    }

    func oldName(of name: AccountID) -> AccountID {
        // Only names that the other purse had were changed.
        before.accounts.first { newName(of: $0.id) == name }?.id ?? name
    }
}

extension Customer {
    fileprivate mutating func dropExpired(at instant: Instant) {
        tags.removeAll { tag in tag.expires.map { $0 <= instant } ?? false }
        if !isBlacklisted(at: instant) { block = nil }
    }
}

extension Customer.History {
    func joined(with other: Self) -> Self {
        var sum = self
        sum.orders += other.orders
        sum.spent += other.spent
        sum.refunds += other.refunds
        sum.conversations += other.conversations
        if let last = other.lastBought { sum.lastBought = max(last, lastBought ?? last) }
        return sum
    }
}

extension Customer.Consent {
    /// A no outweighs a yes, and a yes silence: it is one person.
    func joined(with other: Self) -> Self {
        for state in [State.refused, .given] {
            if self.state == state { return self }
            if other.state == state { return other }
        }
        return self
    }
}

extension Account {
    fileprivate func named(_ id: AccountID) -> Account {
        Account(id: id, method: method, label: label, balance: balance)
    }
}

extension Array where Element: Equatable {
    /// Without these, each taken away once.
    fileprivate func without(_ others: [Element]) -> [Element] {
        var rest = self
        // From the end: what was added stands behind what was there.
        for other in others.reversed() {
            if let place = rest.lastIndex(of: other) { rest.remove(at: place) }
        }
        return rest
    }
}
