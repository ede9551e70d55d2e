import Engine
import Simulation
import Yams

/// Commands in the gym's form: `{payFrom: {order: $order, parts: [{account: xulan-card}]}}`.
///
/// A value that begins with `$` is looked up: `$coat` is a thing the pack has named, `$order` the
/// customer's newest order, `$at(D+1 18:00)` a moment, `$in(30m)` one counted from the sending,
/// `$yuan(30.00)` an amount.
extension FieldReader {
    /// - Parameter actor: who is to send it; a command that is not their part is a mistake.
    mutating func command(_ node: Node, _ path: String, by actor: Actor?) -> CommandForm? {
        guard let mapping = node.mapping, mapping.count == 1, let pair = mapping.first,
            let name = pair.key.string
        else {
            fail(node, path, .unreadable(node.string ?? "", expected: .command))
            return nil
        }
        guard Command.names.contains(name) else {
            let nearest = Spelling.nearest(to: name, among: Command.names)
            fail(pair.key, path + "." + name, .unknownName(name, nearest: nearest))
            return nil
        }
        let before = problems.count
        let fields = tree(pair.value, path + "." + name, of: "")
        guard problems.count == before else { return nil }
        do throws(CommandFaults) {
            let form = try CommandForm(name, fields)
            if let actor, form.sample?.mayBeSent(by: actor) == false {
                fail(pair.key, path + "." + name, .notTheirPart(name, of: actor.code))
                return nil
            }
            return form
        } catch {
            for fault in error.all { report(fault, node, path) }
            return nil
        }
    }

    /// - Parameter field: the name of the field it stands for, or of the list it is in.
    private mutating func tree(_ node: Node, _ path: String, of field: String) -> FormTree {
        switch node {
        case .scalar:
            if node.null != nil, node.string == "" || node.string == "null" { return .nothing }
            return scalar(node, path, of: field)
        case .sequence:
            return .list(items(node, path).map { tree($0.node, $0.path, of: field) })
        case .mapping(let pairs):
            let keys = Set(pairs.compactMap(\.key.string))
            if keys == ["zh", "en"] {
                return bilingual(node, path).map { .words($0) } ?? .nothing
            }
            return .fields(
                pairs.map { pair in
                    let name = pair.key.string ?? "?"
                    return FormTree.Field(name, tree(pair.value, path + "." + name, of: name))
                })
        case .alias: return .nothing
        }
    }

    private mutating func scalar(_ node: Node, _ path: String, of field: String) -> FormTree {
        let text = node.string ?? node.scalar?.string ?? ""
        // `$order`, and `order:$order` where a card or a promise names what it is about.
        guard let dollar = text.firstIndex(of: "$"),
            dollar == text.startIndex || text[text.index(before: dollar)] == ":"
        else { return .text(plain(text, node, path, of: field)) }
        let prefix = String(text[..<dollar])
        return reference(String(text[text.index(after: dollar)...]), prefix, node, path)
    }

    private mutating func reference(
        _ text: String, _ prefix: String, _ node: Node, _ path: String
    ) -> FormTree {
        let open = text.firstIndex(of: "(")
        let word = String(text[..<(open ?? text.endIndex)])
        var argument: String?
        if let open {
            guard text.hasSuffix(")") else {
                fail(node, path, .unreadable("$" + text, expected: .reference))
                return .nothing
            }
            argument = String(text[text.index(after: open)...].dropLast())
        }
        switch (word, argument) {
        case ("at", let moment?):
            if let at = clock.moment(moment) { return .text("\(at.milliseconds)") }
            fail(node, path, .unreadable(moment, expected: .moment))
            return .nothing
        case ("in", let span?):
            if let span = Span(written: span) { return .later(span) }
            fail(node, path, .unreadable(span, expected: .span))
            return .nothing
        case ("yuan", let amount?):
            if let money = Money(text: amount) { return .text("\(money.fen)") }
            fail(node, path, .unreadable(amount, expected: .money))
            return .nothing
        case _: break
        }
        if let kind = Reference.Kind(rawValue: word) {
            guard let customer = owner(argument, node, path) else { return .nothing }
            return .named(prefix: prefix, Reference(kind, of: customer))
        }
        if argument == nil, let name = packName(word) { return .text(prefix + name) }
        let all = packNames + Reference.Kind.allCases.map(\.rawValue) + ["at", "in", "yuan"]
        fail(
            node, path,
            .unknownName(
                "$" + word, nearest: Spelling.nearest(to: word, among: all).map { "$" + $0 }))
        return .nothing
    }

    /// Whose thing is meant: the one named between the brackets, or the file's own customer.
    private mutating func owner(_ name: String?, _ node: Node, _ path: String) -> CustomerID? {
        guard let name else {
            if customer == nil { fail(node, path, .missingField("customer")) }
            return customer
        }
        if names.customers.contains(name) { return CustomerID(name) }
        let nearest = Spelling.nearest(to: name, among: names.customers.sorted())
        fail(node, path, .unknownID(name, kind: .customer, nearest: nearest))
        return nil
    }

    /// What the shop calls a thing that the pack has named.
    private func packName(_ name: String) -> String? {
        if let order = names.orders[name] { return order.id.rawValue }
        return packNames.contains(name) ? name : nil
    }

    private var packNames: [String] {
        let groups = [
            names.customers, names.variants, names.products, names.coupons, names.promotions,
            names.accounts,
        ]
        return names.orders.keys.sorted() + groups.flatMap { $0.sorted() }
    }

    /// Names written without a `$` where the field says what they are.
    private mutating func plain(
        _ text: String, _ node: Node, _ path: String, of field: String
    ) -> String {
        switch field {
        case "customer", "customers": _ = known(node, path, .customer, names.customers)
        case "variant", "replacement": _ = known(node, path, .variant, names.variants)
        case "coupon", "coupons": _ = known(node, path, .coupon, names.coupons)
        case "account": _ = known(node, path, .account, names.accounts)
        case "order", "orders":
            let name = known(node, path, .order, Set(names.orders.keys))
            return name.flatMap { names.orders[$0]?.id.rawValue } ?? text
        default: break
        }
        return text
    }

    // MARK: Faults

    private mutating func report(_ fault: CommandFault, _ root: Node, _ path: String) {
        var node = root
        var field = path
        for place in fault.path {
            switch place {
            case .field(let name):
                field += "." + name
                let pair = node.mapping?.first { $0.key.string == name }
                if let pair { node = pair.value }
            case .item(let number):
                field += "[\(number + 1)]"
                if let items = node.sequence, items.indices.contains(number) {
                    node = items[number]
                }
            }
        }
        switch fault.fact {
        case .missing(let name): fail(node, field, .missingField(name))
        case .unknownField(let name, let known):
            fail(node, field, .unknownField(nearest: Spelling.nearest(to: name, among: known)))
        case .unknownName(let name, let known):
            fail(node, field, .unknownName(name, nearest: Spelling.nearest(to: name, among: known)))
        case .unreadable(let text, let wanted):
            let expected: PackProblem.Expected =
                switch wanted {
                case .text: .text
                case .wholeNumber: .wholeNumber
                case .yesOrNo: .yesOrNo
                case .list: .list
                case .fields: .mapping
                }
            fail(node, field, .unreadable(text, expected: expected))
        }
    }
}
