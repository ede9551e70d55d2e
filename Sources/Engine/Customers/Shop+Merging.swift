extension Shop {
    /// Puts two files of one person together; the first goes into the second.
    func mergeCustomers(_ from: CustomerID, _ into: CustomerID, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        guard from != into else { throw .sameCustomer }
        let merge = CustomerMerge(
            from: try anyCustomer(from), into: try anyCustomer(into),
            orders: ordersOfCustomer[from] ?? [], conversations: talksOfCustomer[from] ?? [],
            at: instant)
        return [.customerMoved(customer: into, step: .merged(merge))]
    }

    /// Parts two files again: it was not one person after all. The newest goes first, so that
    /// each comes back as it was.
    func partCustomers(_ from: CustomerID) throws(Refusal) -> [Event] {
        guard let place = merges.lastIndex(where: { $0.from.id == from }) else {
            throw .notMerged
        }
        let merge = merges[place]
        let later = merges[(place + 1)...].last {
            $0.into == merge.into || $0.from.id == merge.into
        }
        if let later { throw .partFirst(later.from.id) }
        return [.customerMoved(customer: merge.into, step: .parted(merge))]
    }

    /// Under which file this person is kept now: their own, or the one it went into.
    func file(of id: CustomerID) -> CustomerID {
        merges.reduce(id) { $1.from.id == $0 ? $1.into : $0 }
    }

    /// The files that went into this one, however long the way, and its own.
    func names(of id: CustomerID) -> [CustomerID] {
        merges.reversed().reduce(into: [id]) { names, merge in
            if names.contains(merge.into) { names.append(merge.from.id) }
        }
    }

    // MARK: Applying

    mutating func join(_ merge: CustomerMerge) {
        customers[merge.into] = merge.joined
        customers.remove(merge.from.id)
        merges.append(merge)
        hand(merge.orders, merge.conversations, to: merge.into)
        for order in merge.orders { rename(in: order) { merge.newName(of: $0) } }
        ordersOfCustomer[merge.into] = woven(
            ordersOfCustomer[merge.into] ?? [], merge.orders, in: orders, by: \.placedAt)
        ordersOfCustomer[merge.from.id] = nil
        talksOfCustomer[merge.into] = woven(
            talksOfCustomer[merge.into] ?? [], merge.conversations, in: conversations,
            by: \.openedAt)
        talksOfCustomer[merge.from.id] = nil
        refreshCampaign(of: merge.into)
        campaignOfCustomer[merge.from.id] = nil
        watch(fileOf: merge.into)
    }

    mutating func part(_ merge: CustomerMerge, at instant: Instant) {
        guard let now = customers[merge.into] else { return }
        let (into, from) = merge.parted(now, at: instant)
        customers[into.id] = into
        customers[from.id] = from
        merges.removeAll { $0 == merge }
        hand(merge.orders, merge.conversations, to: from.id)
        for order in merge.orders { rename(in: order) { merge.oldName(of: $0) } }
        let orders = Set(merge.orders)
        ordersOfCustomer[into.id]?.removeAll { orders.contains($0) }
        ordersOfCustomer[from.id] = merge.orders
        let talks = Set(merge.conversations)
        talksOfCustomer[into.id]?.removeAll { talks.contains($0) }
        talksOfCustomer[from.id] = merge.conversations
        refreshCampaign(of: into.id)
        refreshCampaign(of: from.id)
        watch(fileOf: into.id)
        watch(fileOf: from.id)
    }

    private mutating func hand(
        _ orders: [OrderID], _ talks: [ConversationID], to customer: CustomerID
    ) {
        for order in orders {
            self.orders[order]?.customer = customer
            for review in reviewsOfOrder[order] ?? [] { reviews[review]?.customer = customer }
        }
        for talk in talks { conversations[talk]?.customer = customer }
    }

    /// Accounts whose name was taken in the other purse have another one there; the orders paid
    /// with them must find them, or a refund would miss its way.
    private mutating func rename(in id: OrderID, _ name: (AccountID) -> AccountID) {
        for place in orders[id]?.payments.indices ?? 0..<0 {
            if let account = orders[id]?.payments[place].account {
                orders[id]?.payments[place].account = name(account)
            }
        }
        for item in afterSalesOfOrder[id] ?? [] {
            if let account = afterSales[item]?.account { afterSales[item]?.account = name(account) }
        }
    }

    /// What ends by itself in a file ends under its new name too.
    private mutating func watch(fileOf id: CustomerID) {
        for tag in customers[id]?.tags ?? [] { watch(tag, of: id) }
        if let block = customers[id]?.block { timers.set(.block(id), at: block.until) }
    }

    /// Two lists in one, by time; in each the order stays as it was.
    private func woven<Key: Hashable, Value>(
        _ a: [Key], _ b: [Key], in table: Table<Key, Value>, by time: KeyPath<Value, Instant>
    ) -> [Key] {
        var woven: [Key] = []
        var rest = b[...]
        for key in a {
            while let other = rest.first, let at = table[key]?[keyPath: time],
                let before = table[other]?[keyPath: time], before < at
            {
                woven.append(other)
                rest.removeFirst()
            }
            woven.append(key)
        }
        return woven + rest
    }
}
