import Engine

/// The forms for a customer's file beyond tags and notes, and for many customers at once.
extension Desk {
    func openOptOut() {
        openFileForm(
            Words.optOutTitle, verb: Words.save,
            fields: [.text("source", Words.saidWhere, limit: 60, hint: Words.saidWhereHint)],
            done: Words.optedOut
        ) { .optOut(customer: $0, source: $1.text("source")) }
    }

    func openConsent() {
        openFileForm(
            Words.consentTitle, verb: Words.save,
            fields: [.text("source", Words.saidWhere, limit: 60, hint: Words.saidWhereHint)],
            done: Words.consented
        ) { .giveConsent(customer: $0, source: $1.text("source")) }
    }

    func openBlacklist() {
        let kinds = Evidence.Kind.allCases
        openFileForm(
            Words.blacklistTitle, verb: Words.save,
            fields: [
                .text("reason", Words.reason, limit: 100, hint: Words.blacklistHint),
                .choice("kind", Words.proof, kinds.map(\.name)),
                .text("proof", Words.proofText, limit: 200, hint: Words.proofHint),
                .choice("days", Words.ends, [30, 90, 180].map { Words.days($0) }),
            ], done: Words.blacklisted
        ) { [now] id, values in
            let seen = values.text("proof")
            return .blacklist(
                customer: id, reason: values.text("reason"),
                proof: seen.isEmpty
                    ? [] : [Evidence(kind: kinds[values.choice("kind")], text: seen)],
                until: now + .days([30, 90, 180][values.choice("days")]))
        }
    }

    func openUnblacklist() {
        guard let block = customer?.block else { return }
        openFileForm(
            Words.unblacklistTitle, verb: Words.remove,
            fields: [.fixed("reason", Words.reason, same(block.reason))],
            done: Words.unblacklisted
        ) { id, _ in .unblacklist(customer: id) }
    }

    func openMergeCustomers() {
        guard let customer, let shop else { return }
        let others = shop.customers.values.filter { $0.id != customer.id }
        let items = others.map {
            Picker.Item(
                id: $0.id.rawValue, label: $0.name, detail: $0.account, also: $0.account)
        }
        overlays.append(
            PickerSheet(
                Words.with(Words.mergeCustomersTitle, customer.name), items: items,
                empty: Words.nobodyElse
            ) { desk, item in desk.confirmMerge(CustomerID(item.id), into: customer) })
    }

    private func confirmMerge(_ from: CustomerID, into customer: Customer) {
        guard let other = shop?.customers[from] else { return }
        overlays.append(
            ActionForm(
                Words.with(Words.mergeCustomersTitle, customer.name),
                fields: [
                    .fixed("from", Words.mergedFrom, same("\(other.name) \(other.account)")),
                    .fixed("into", Words.mergedInto, same("\(customer.name) \(customer.account)")),
                ], verb: Words.mergeVerb, on: self,
                command: { _ in .mergeCustomers(from: from, into: customer.id) },
                done: { _ in Words.customersMerged }))
    }

    func openPartCustomers() {
        guard let customer, let shop else { return }
        let merges = shop.merges.filter { $0.into == customer.id }
        overlays.append(
            ActionForm(
                Words.with(Words.partCustomersTitle, customer.name),
                fields: [
                    .choice(
                        "from", Words.mergedFrom,
                        merges.map { same("\($0.from.name) \($0.from.account)") },
                        chosen: merges.count - 1)
                ], verb: Words.partVerb, on: self,
                command: { .partCustomers(from: merges[$0.choice("from")].from.id) },
                done: { _ in Words.customersParted }))
    }

    // MARK: Many at once

    func openTagMany() {
        let audiences = audiences
        overlays.append(
            ActionForm(
                Words.tagManyTitle,
                fields: [
                    .choice("who", Words.audience, audiences.map(counted)),
                    .text("name", Words.tag, limit: 20, hint: Words.tagHint),
                    .choice("ends", Words.ends, [7, 30, 90].map { Words.days($0) }),
                ], verb: Words.add, on: self,
                command: { [self] values in
                    guard let shop, !values.text("name").isEmpty else { return nil }
                    return .tagMany(
                        customers: shop.customers(in: audiences[values.choice("who")], at: now),
                        name: values.text("name"),
                        expires: now + .days([7, 30, 90][values.choice("ends")]))
                }, done: { Words.taggedMany($0.text("name")) }))
    }

    func openCampaign() {
        let audiences = audiences
        let kinds = Campaign.Kind.allCases
        overlays.append(
            ActionForm(
                Words.campaignTitle,
                fields: [
                    .choice("kind", Words.caseKind, kinds.map(\.name)),
                    .choice("who", Words.audience, audiences.map(counted)),
                    .text("name", Words.campaignName, limit: 40),
                    .text("text", Words.message, rows: 3, limit: 300, hint: Words.campaignHint),
                    .text(
                        "question", Words.surveyQuestion, limit: 100, isRequired: false,
                        hint: Words.questionHint),
                ], verb: Words.tellVerb, on: self,
                command: { [self] values in
                    guard let shop else { return nil }
                    let question = values.text("question")
                    return .sendCampaign(
                        kind: kinds[values.choice("kind")], name: values.text("name"),
                        text: values.text("text"), questions: question.isEmpty ? [] : [question],
                        customers: shop.customers(in: audiences[values.choice("who")], at: now))
                }, done: { _ in Words.campaignSent }))
    }

    /// The audiences of this shop that have anybody in them.
    private var audiences: [Audience] {
        guard let shop else { return [] }
        var all: [Audience] = [.all, .consented]
        all += Lifecycle.allCases.map { .lifecycle($0) }
        all += Customer.Level.allCases.map { .level($0) }
        var tags: [String] = []
        for customer in shop.customers.values {
            for tag in customer.tags where !tags.contains(tag.name) { tags.append(tag.name) }
        }
        all += tags.map { .tag($0) }
        all += shop.products.keys.map { .bought($0) }
        let peopled = all.filter { !shop.customers(in: $0, at: now).isEmpty }
        return peopled.isEmpty ? [.all] : peopled
    }

    private func counted(_ audience: Audience) -> Bilingual {
        let count = shop?.customers(in: audience, at: now).count ?? 0
        return Bilingual(
            zh: "\(audience.name.zh)（\(count) 人）", en: "\(audience.name.en) (\(count))")
    }

    private func openFileForm(
        _ title: Bilingual, verb: Bilingual, fields: [FormField], done: Bilingual,
        command: @escaping (CustomerID, FormValues) -> Command?
    ) {
        guard let customer else { return }
        overlays.append(
            ActionForm(
                Words.with(title, customer.name), fields: fields, verb: verb, on: self,
                command: { command(customer.id, $0) }, done: { _ in done }))
    }
}
