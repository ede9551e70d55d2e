import Engine

/// The forms for a customer's file: tags, notes, coupons.
extension Desk {
    func openTag() {
        guard let customer else { return }
        let ends = [nil, 7, 30, 90]
        let names = ends.map { $0.map { Words.days($0) } ?? Words.forEver }
        overlays.append(
            ActionForm(
                Words.with(Words.tagTitle, customer.name),
                fields: [
                    .text("name", Words.tag, limit: 20, hint: Words.tagHint),
                    .choice("ends", Words.ends, names),
                ], verb: Words.add, on: self,
                command: { [now] values in
                    let name = values.text("name")
                    guard !name.isEmpty else { return nil }
                    let days = ends[values.choice("ends")]
                    return .tag(
                        customer: customer.id, name: name, expires: days.map { now + .days($0) })
                }, done: { Words.tagged($0.text("name")) }))
    }

    func openUntag() {
        guard let customer else { return }
        guard !customer.tags.isEmpty else { return announce(.hint, Words.noTags) }
        let items = customer.tags.map { Picker.Item(id: $0.name, label: "#" + $0.name) }
        overlays.append(
            PickerSheet(
                Words.with(Words.untagTitle, customer.name), items: items, empty: Words.noTags
            ) { desk, item in
                desk.submit(
                    .untag(customer: customer.id, name: item.id), saying: Words.untagged(item.id))
            })
    }

    func openCustomerNote() {
        guard let customer else { return }
        overlays.append(
            ActionForm(
                Words.with(Words.customerNoteTitle, customer.name),
                fields: [
                    .text("text", Words.noteText, rows: 3, limit: 200, hint: Words.noteTextHint)
                ], verb: Words.save, on: self,
                command: { .customerNote(customer: customer.id, text: $0.text("text")) },
                done: { _ in Words.customerNoted }))
    }

    func openGiveCoupon() {
        guard let customer, let shop else { return }
        let coupons = Array(shop.coupons.values)
        guard !coupons.isEmpty else { return announce(.hint, Words.noCoupons) }
        let names = coupons.map { Bilingual(zh: $0.name, en: $0.name) }
        overlays.append(
            ActionForm(
                Words.with(Words.giveCouponTitle, customer.name),
                fields: [.choice("coupon", Words.coupon, names)], verb: Words.give,
                movesMoney: true, on: self,
                command: {
                    .giveCoupon(customer: customer.id, coupon: coupons[$0.choice("coupon")].id)
                },
                done: { _ in Words.couponGiven }))
    }
}
