import Engine
import Language
import Yams

extension FieldReader {
    static let conditionFields = [
        "all", "any", "not", "status", "has", "paid-for", "paid", "address", "coupon-used", "memo",
        "recorded", "ticket", "promise-made", "promises-kept", "no-promise-broken",
        "no-promise-open", "after-sale", "compensated", "extended", "urged", "tagged", "revealed",
        "answered", "closed", "in-stock", "card-sent", "case", "verdict", "late", "noticed",
        "reviewed", "review-explained", "nudged", "evidence", "balance-open",
    ]

    /// Several keys beside each other must all hold.
    mutating func condition(_ node: Node, _ path: String) -> Condition? {
        guard node.mapping != nil else {
            fail(node, path, .unreadable(node.string ?? "", expected: .condition))
            return nil
        }
        guard let fields = fields(node, path, optional: Self.conditionFields) else { return nil }
        var parts: [Condition] = []
        var isWhole = true
        for name in Self.conditionFields {
            guard let value = fields[name] else { continue }
            if let part = condition(name, value, fields.path(name)) {
                parts.append(part)
            } else {
                isWhole = false
            }
        }
        if node.mapping?.isEmpty == true { fail(node, path, .empty) }
        guard isWhole, let first = parts.first else { return nil }
        return parts.count == 1 ? first : .all(parts)
    }

    private mutating func condition(_ name: String, _ node: Node, _ path: String) -> Condition? {
        switch name {
        case "all": return conditions(node, path).map(Condition.all)
        case "any": return conditions(node, path).map(Condition.any)
        case "not": return condition(node, path).map(Condition.not)
        case "status": return some(node, path, Condition.status)
        case "case": return some(node, path, Condition.caseState)
        case "verdict":
            if node.string == "any" { return .verdict(nil) }
            let outcome: AfterSale.Verdict.Outcome? = self.name(node, path)
            return outcome.map { .verdict($0) }
        case "evidence": return yesOrNo(node, path, .evidenceGiven)
        case "balance-open": return yesOrNo(node, path, .balanceOpen)
        case "late": return yesOrNo(node, path, .late)
        case "noticed": return yesOrNo(node, path, .noticed)
        case "reviewed": return reviewed(node, path)
        case "review-explained": return yesOrNo(node, path, .reviewExplained)
        case "nudged": return yesOrNo(node, path, .nudged)
        case "has": return variant(node, path).map(Condition.has)
        case "paid-for": return variant(node, path).map(Condition.paidFor)
        case "in-stock": return variant(node, path).map(Condition.inStock)
        case "coupon-used": return coupon(node, path).map(Condition.couponUsed)
        case "address":
            return anyText(node, path).map { either($0) { .address($0) } }
        case "tagged":
            if node.string == "any" { return .tagged(nil) }
            return anyText(node, path).map { either($0) { .tagged($0) } }
        case "memo": return memo(node, path)
        case "ticket": return ticket(node, path)
        case "after-sale": return afterSale(node, path)
        case "compensated":
            if let money = node.string.flatMap({ Money(text: $0) }) { return .compensated(money) }
            fail(node, path, .unreadable(node.string ?? "", expected: .money))
            return nil
        case "revealed":
            return known(node, path, .need, names.needs).map(Condition.revealed)
        case "card-sent":
            let kinds = ["order", "product", "coupon", "file"]
            if let word = node.string, kinds.contains(word) { return .cardSent(word) }
            let word = node.string ?? ""
            fail(
                node, path,
                .unknownName(word, nearest: Spelling.nearest(to: word, among: kinds)))
            return nil
        case "paid": return yesOrNo(node, path, .paid)
        case "recorded": return yesOrNo(node, path, .recorded)
        case "promise-made": return yesOrNo(node, path, .promiseMade)
        case "promises-kept": return yesOrNo(node, path, .promisesKept)
        case "no-promise-broken": return yesOrNo(node, path, .noPromiseBroken)
        case "no-promise-open": return yesOrNo(node, path, .noPromiseOpen)
        case "extended": return yesOrNo(node, path, .extended)
        case "urged": return yesOrNo(node, path, .urged)
        case "answered": return yesOrNo(node, path, .answered)
        case "closed": return yesOrNo(node, path, .closed)
        default: return nil
        }
    }

    private mutating func conditions(_ node: Node, _ path: String) -> [Condition]? {
        let items = items(node, path)
        if items.isEmpty, node.sequence != nil { fail(node, path, .empty) }
        let parts = items.compactMap { condition($0.node, $0.path) }
        return parts.isEmpty || parts.count < items.count ? nil : parts
    }

    private mutating func yesOrNo(
        _ node: Node, _ path: String, _ condition: Condition
    ) -> Condition? {
        if let value = node.bool { return value ? condition : .not(condition) }
        fail(node, path, .unreadable(node.string ?? "", expected: .yesOrNo))
        return nil
    }

    /// A text that differs between the languages: the condition holds with either.
    private func either(
        _ text: Engine.Bilingual, _ make: (String) -> Condition
    ) -> Condition {
        text.zh == text.en ? make(text.zh) : .any([make(text.zh), make(text.en)])
    }

    /// One name or a list of them.
    private mutating func some<Case: CaseIterable>(
        _ node: Node, _ path: String, _ make: ([Case]) -> Condition
    ) -> Condition? {
        var states: [Case] = []
        if node.sequence != nil {
            for item in items(node, path) {
                if let state: Case = name(item.node, item.path) { states.append(state) }
            }
        } else if let state: Case = name(node, path) {
            states.append(state)
        }
        return states.isEmpty ? nil : make(states)
    }

    /// `reviewed: 4`: with at least so many stars; `reviewed: true`: with any.
    private mutating func reviewed(_ node: Node, _ path: String) -> Condition? {
        if let stars = node.int, (1...5).contains(stars) { return .reviewed(atLeast: stars) }
        return yesOrNo(node, path, .reviewed(atLeast: 1))
    }

    /// `memo: red`, `memo: {flag: red, text: {zh, en}}`.
    private mutating func memo(_ node: Node, _ path: String) -> Condition? {
        if node.mapping == nil {
            let flag: Memo.Flag? = name(node, path)
            return flag.map { .memo(flag: $0, text: nil) }
        }
        guard let fields = fields(node, path, optional: ["flag", "text"]) else { return nil }
        let flag: Memo.Flag? = name(fields, "flag")
        if fields.has("flag"), flag == nil { return nil }
        guard let value = fields["text"] else { return .memo(flag: flag, text: nil) }
        return anyText(value, fields.path("text")).map {
            either($0) { .memo(flag: flag, text: $0) }
        }
    }

    /// `ticket: carrier`, `ticket: {department: carrier, answered: true}`.
    private mutating func ticket(_ node: Node, _ path: String) -> Condition? {
        if node.mapping == nil {
            let department: Department? = name(node, path)
            return department.map { .ticket($0, answered: false) }
        }
        guard
            let fields = fields(node, path, required: ["department"], optional: ["answered"]),
            let department: Department = name(fields, "department")
        else { return nil }
        return .ticket(department, answered: flag(fields, "answered") ?? false)
    }

    private mutating func afterSale(_ node: Node, _ path: String) -> Condition? {
        guard
            let fields = fields(node, path, required: ["kind"], optional: ["reason", "done"]),
            let kind: AfterSale.Kind = name(fields, "kind")
        else { return nil }
        let reason: AfterSale.Reason? = name(fields, "reason")
        if fields.has("reason"), reason == nil { return nil }
        return .afterSale(kind, reason: reason, done: flag(fields, "done") ?? false)
    }
}
