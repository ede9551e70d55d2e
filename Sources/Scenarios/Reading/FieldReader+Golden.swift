import Engine
import Language
import Yams

extension FieldReader {
    static let goldenDeeds = [
        "reply", "note", "take", "hold", "resume", "close", "transfer", "card", "look", "memo",
        "change-address", "reprice", "close-unpaid", "urge", "change-item", "extend",
        "agree-refund", "reship", "compensate", "give-coupon", "tag", "untag", "customer-note",
        "promise", "ticket", "do",
    ]

    mutating func goldenStep(_ node: Node, _ path: String) -> GoldenStep? {
        guard
            let fields = fields(
                node, path, optional: ["after", "at", "within", "if"] + Self.goldenDeeds)
        else { return nil }
        let written = Self.goldenDeeds.filter { fields.has($0) }
        guard written.count == 1, let name = written.first else {
            fail(node, path, .unreadable(written.joined(separator: ", "), expected: .goldenDeed))
            return nil
        }
        let event = goldenEvent(fields)
        let delay = delay(fields)
        let condition = fields["if"].flatMap { self.condition($0, fields.path("if")) }
        guard let event, let deed = goldenDeed(name, fields) else { return nil }
        return GoldenStep(
            waitsFor: event, delay: delay ?? .seconds(5),
            within: span(fields, "within") ?? .minutes(15), condition: condition,
            deed: deed)
    }

    private mutating func goldenEvent(_ fields: Fields) -> GoldenStep.Event? {
        guard let node = fields["after"] else { return .nothing }
        let path = fields.path("after")
        if node.mapping != nil { return condition(node, path).map(GoldenStep.Event.condition) }
        switch node.string {
        case "buyer": return .buyer
        case "promise-due": return .promiseDue
        case let word:
            let nearest = Spelling.nearest(to: word ?? "", among: ["buyer", "promise-due"])
            fail(node, path, .unknownName(word ?? "", nearest: nearest))
            return nil
        }
    }

    /// `+0:12` or `+12s`.
    private mutating func delay(_ fields: Fields) -> Span? {
        guard let node = fields["at"] else { return nil }
        let text = node.string ?? ""
        let rest = text.hasPrefix("+") ? text.dropFirst() : Substring(text)
        if let span = ShopClock.shiftTime(rest) ?? Span(written: rest) { return span }
        fail(node, fields.path("at"), .unreadable(text, expected: .delay))
        return nil
    }

    private mutating func goldenDeed(_ name: String, _ fields: Fields) -> GoldenStep.Deed? {
        guard let node = fields[name] else { return nil }
        let path = fields.path(name)
        switch name {
        case "reply": return bilingual(fields, name).map(GoldenStep.Deed.reply)
        case "note": return bilingual(fields, name).map(GoldenStep.Deed.note)
        case "hold": return bilingual(fields, name).map(GoldenStep.Deed.hold)
        case "untag": return bilingual(fields, name).map(GoldenStep.Deed.untag)
        case "customer-note": return bilingual(fields, name).map(GoldenStep.Deed.customerNote)
        case "take": return flag(fields, name) == nil ? nil : .take
        case "resume": return flag(fields, name) == nil ? nil : .resume
        case "close": return flag(fields, name) == nil ? nil : .close
        case "urge": return flag(fields, name) == nil ? nil : .urge
        case "agree-refund": return flag(fields, name) == nil ? nil : .agreeRefund
        case "extend": return whole(fields, name, 1...365).map(GoldenStep.Deed.extendReceipt)
        case "close-unpaid":
            let reason: Order.CloseReason? = self.name(fields, name)
            return reason.map(GoldenStep.Deed.closeUnpaid)
        case "give-coupon": return coupon(node, path).map(GoldenStep.Deed.giveCoupon)
        case "card": return card(node, path)
        case "look": return target(node, path).map(GoldenStep.Deed.look)
        case "do": return command(node, path, by: .agent("me")).map(GoldenStep.Deed.command)
        default: return goldenForm(name, node, path)
        }
    }

    /// The deeds that need several fields.
    private mutating func goldenForm(_ name: String, _ node: Node, _ path: String)
        -> GoldenStep.Deed?
    {
        switch name {
        case "transfer":
            guard let form = fields(node, path, required: ["to", "note"]),
                let to = bilingual(form, "to"), let note = bilingual(form, "note")
            else { return nil }
            return .transfer(to: to, note: note)
        case "memo":
            guard let form = fields(node, path, required: ["flag", "text"]),
                let flag: Memo.Flag = self.name(form, "flag"), let text = bilingual(form, "text")
            else { return nil }
            return .memo(flag, text)
        case "change-address":
            guard
                let form = fields(node, path, optional: ["name", "phone", "region", "street"])
            else { return nil }
            return .changeAddress(
                GoldenStep.AddressChange(
                    name: form["name"].flatMap { anyText($0, form.path("name")) },
                    phone: text(form, "phone"),
                    region: form["region"].flatMap { anyText($0, form.path("region")) },
                    street: form["street"].flatMap { anyText($0, form.path("street")) }))
        case "reprice":
            guard let form = fields(node, path, required: ["reduction"], optional: ["postage"]),
                let reduction = money(form, "reduction")
            else { return nil }
            return .reprice(reduction: reduction, postage: money(form, "postage"))
        case "change-item":
            guard let form = fields(node, path, required: ["to"], optional: ["line"]),
                let value = form["to"], let variant = variant(value, form.path("to"))
            else { return nil }
            return .changeItem(line: (whole(form, "line", 1...100) ?? 1) - 1, to: variant)
        case "reship":
            guard let form = fields(node, path, required: ["contents", "reason"]),
                let contents = bilingual(form, "contents"),
                let reason: AfterSale.Reason = self.name(form, "reason")
            else { return nil }
            return .reship(contents: contents, reason: reason)
        case "compensate":
            guard let form = fields(node, path, required: ["amount", "reason"]),
                let amount = money(form, "amount"),
                let reason: AfterSale.Reason = self.name(form, "reason")
            else { return nil }
            return .compensate(amount, reason)
        case "tag":
            guard let form = fields(node, path, required: ["name"], optional: ["expires"]),
                let tag = bilingual(form, "name")
            else { return nil }
            return .tag(tag, expires: moment(form, "expires"))
        case "promise": return promise(node, path)
        case "ticket":
            guard
                let form = fields(
                    node, path, required: ["department", "summary"], optional: ["fields"]),
                let department: Department = self.name(form, "department"),
                let summary = bilingual(form, "summary")
            else { return nil }
            let filled = items(form, "fields").compactMap { item -> GoldenStep.TicketField? in
                guard let pair = fields(item.node, item.path, required: ["name", "value"]),
                    let nameNode = pair["name"], let valueNode = pair["value"],
                    let name = anyText(nameNode, pair.path("name")),
                    let value = anyText(valueNode, pair.path("value"))
                else { return nil }
                return GoldenStep.TicketField(name: name, value: value)
            }
            return .ticket(department, summary: summary, fields: filled)
        default: return nil
        }
    }

    private mutating func promise(_ node: Node, _ path: String) -> GoldenStep.Deed? {
        guard let form = fields(node, path, required: ["text", "deed", "due"]),
            let text = bilingual(form, "text"),
            let deed: GoldenStep.Undertaking = name(form, "deed"), let value = form["due"]
        else { return nil }
        let words = value.string ?? ""
        guard words.hasPrefix("+"), let due = Span(written: words.dropFirst()) else {
            fail(value, form.path("due"), .unreadable(words, expected: .delay))
            return nil
        }
        return .promise(text, deed, within: due)
    }

    /// `order`, `product dress-L`, `coupon off30`.
    private mutating func card(_ node: Node, _ path: String) -> GoldenStep.Deed? {
        let words = (node.string ?? "").split(separator: " ").map(String.init)
        switch (words.first, words.count) {
        case ("order", 1): return .orderCard
        case ("product", 2):
            return known(.init(words[1]), at: node, path, .variant, names.variants)
                .map { .productCard(VariantID($0)) }
        case ("coupon", 2):
            return known(.init(words[1]), at: node, path, .coupon, names.coupons)
                .map { .couponCard(CouponID($0)) }
        case ("file", 2...):
            let name = words.dropFirst().joined(separator: " ")
            return known(.init(name), at: node, path, .file, Set(names.files.keys))
                .flatMap { names.files[$0] }.map(GoldenStep.Deed.fileCard)
        default:
            let nearest = Spelling.nearest(
                to: words.first ?? "", among: ["order", "product", "coupon", "file"])
            fail(node, path, .unknownName(node.string ?? "", nearest: nearest))
            return nil
        }
    }

    private mutating func target(_ node: Node, _ path: String) -> GoldenStep.Target? {
        let words = (node.string ?? "").split(separator: " ", maxSplits: 1).map(String.init)
        switch (words.first, words.count) {
        case ("order", 1): return .order
        case ("track", 1): return .track
        case ("address", 1): return .address
        case ("customer", 1): return .customer
        case ("attachment", 1): return .attachment
        case ("product", 2):
            return known(words[1], at: node, path, .product, names.products)
                .map { .product(ProductID($0)) }
        case ("coupon", 2):
            return known(words[1], at: node, path, .coupon, names.coupons)
                .map { .coupon(CouponID($0)) }
        case ("knowledge", 2):
            return known(words[1], at: node, path, .knowledge, Set(names.knowledge.keys))
                .flatMap { names.knowledge[$0] }.map { .knowledge($0) }
        default:
            let all = [
                "order", "track", "address", "customer", "product", "coupon", "knowledge",
                "attachment",
            ]
            let nearest = Spelling.nearest(to: words.first ?? "", among: all)
            fail(node, path, .unknownName(node.string ?? "", nearest: nearest))
            return nil
        }
    }

    private mutating func known(
        _ word: String, at node: Node, _ path: String, _ kind: PackProblem.Kind, _ all: Set<String>
    ) -> String? {
        if all.contains(word) { return word }
        let nearest = Spelling.nearest(to: word, among: all.sorted())
        fail(node, path, .unknownID(word, kind: kind, nearest: nearest))
        return nil
    }
}
