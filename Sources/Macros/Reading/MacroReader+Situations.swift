import Engine
import Language
import Replies
import Yams

extension MacroReader {
    static let situationFields = [
        "all", "any", "not", "status", "paid", "memo", "recorded", "ticket", "promise-made",
        "promise-open", "promise-broken", "after-sale", "case", "compensated", "extended", "urged",
        "nudged", "late", "noticed", "reviewed", "tagged", "answered", "closed", "in-stock",
        "card-sent", "balance-open", "has",
        "paid-for", "coupon-used", "address", "promises-kept", "review-explained", "evidence",
        "verdict", "stage", "channel", "mood", "has-order", "open-case", "amount",
        "parameter", "drafted",
    ]

    /// Several keys beside each other must all hold.
    mutating func situation(_ node: Node, _ place: String) -> Situation? {
        guard let entries = Entries(node), !entries.names.isEmpty else {
            fail(node, place, .wrongShape)
            return nil
        }
        checkFields(of: entries, Self.situationFields, place)
        var parts: [Situation] = []
        for (name, _) in entries.names {
            guard Self.situationFields.contains(name), let value = entries[name],
                let part = situation(name, value, place + "." + name)
            else { continue }
            parts.append(part)
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func situation(
        _ name: String, _ node: Node, _ place: String
    ) -> Situation? {
        switch name {
        case "all": .all(situations(node, place))
        case "any": .any(situations(node, place))
        case "not": situation(node, place).map { .not($0) }
        case "status": .shop(.status(some(node, place)))
        case "case": .shop(.caseState(some(node, place)))
        case "stage": .stage(some(node, place))
        case "channel": .channel(some(node, place))
        case "mood": .mood(some(node, place))
        case "open-case": openCase(node, place)
        case "has-order": flag(node, place, .hasOrder)
        case "drafted": flag(node, place, .drafted)
        case "paid": flag(node, place, .shop(.paid))
        case "recorded": flag(node, place, .shop(.recorded))
        case "promise-made": flag(node, place, .shop(.promiseMade))
        case "promise-open": flag(node, place, .shop(.not(.noPromiseOpen)))
        case "promise-broken": flag(node, place, .shop(.not(.noPromiseBroken)))
        case "extended": flag(node, place, .shop(.extended))
        case "urged": flag(node, place, .shop(.urged))
        case "nudged": flag(node, place, .shop(.nudged))
        case "late": flag(node, place, .shop(.late))
        case "noticed": flag(node, place, .shop(.noticed))
        case "answered": flag(node, place, .shop(.answered))
        case "closed": flag(node, place, .shop(.closed))
        case "balance-open": flag(node, place, .shop(.balanceOpen))
        case "reviewed": reviewed(node, place)
        case "tagged": tagged(node, place)
        case "memo": memo(node, place)
        case "ticket": ticket(node, place)
        case "after-sale": afterSale(node, place)
        case "compensated": money(node, place).map { .shop(.compensated($0)) }
        case "in-stock": node.words.map { .shop(.inStock(VariantID($0))) }
        case "card-sent": cardSent(node, place)
        case "has": node.words.map { .shop(.has(VariantID($0))) }
        case "paid-for": node.words.map { .shop(.paidFor(VariantID($0))) }
        case "coupon-used": node.words.map { .shop(.couponUsed(CouponID($0))) }
        case "address": node.words.map { .shop(.address($0)) }
        case "promises-kept": flag(node, place, .shop(.promisesKept))
        case "review-explained": flag(node, place, .shop(.reviewExplained))
        case "evidence": flag(node, place, .shop(.evidenceGiven))
        case "verdict": verdict(node, place)
        case "amount": amounts(node, place)
        case "parameter": values(node, place)
        case _: nil
        }
    }

    private mutating func situations(_ node: Node, _ place: String) -> [Situation] {
        guard let items = node.sequence, !items.isEmpty else {
            fail(node, place, .wrongShape)
            return []
        }
        return items.enumerated().compactMap { situation($0.element, place + "[\($0.offset + 1)]") }
    }

    private mutating func flag(
        _ node: Node, _ place: String, _ situation: Situation
    ) -> Situation? {
        yesOrNo(node, place).map { $0 ? situation : .not(situation) }
    }

    private mutating func money(_ node: Node, _ place: String) -> Money? {
        let text = node.words ?? ""
        if let money = Money(text: text) { return money }
        fail(node, place, .notMoney(text))
        return nil
    }

    /// `open-case: true`, or the kinds of it.
    private mutating func openCase(_ node: Node, _ place: String) -> Situation? {
        if node.words == "true" || node.words == "false" { return flag(node, place, .openCase([])) }
        return .openCase(some(node, place))
    }

    private mutating func reviewed(_ node: Node, _ place: String) -> Situation? {
        if let stars = node.words.flatMap({ Int($0) }), (1...5).contains(stars) {
            return .shop(.reviewed(atLeast: stars))
        }
        return flag(node, place, .shop(.reviewed(atLeast: 1)))
    }

    private mutating func tagged(_ node: Node, _ place: String) -> Situation? {
        if node.words == "any" { return .shop(.tagged(nil)) }
        return words(node, place).map { words in
            words.zh == words.en
                ? .shop(.tagged(words.zh))
                : .any([.shop(.tagged(words.zh)), .shop(.tagged(words.en))])
        }
    }

    /// `memo: red`, `memo: {flag: red, text: 加急}`.
    private mutating func memo(_ node: Node, _ place: String) -> Situation? {
        guard let entries = Entries(node) else {
            return flagName(node, place).map { .shop(.memo(flag: $0, text: nil)) }
        }
        checkFields(of: entries, ["flag", "text"], place)
        let flag = entries["flag"].flatMap { flagName($0, place + ".flag") }
        return .shop(.memo(flag: flag, text: entries.text("text")))
    }

    private mutating func flagName(_ node: Node, _ place: String) -> Memo.Flag? {
        let text = node.words ?? ""
        if let flag = Memo.Flag.allCases.first(where: { "\($0)" == text }) { return flag }
        let all = Memo.Flag.allCases.map { "\($0)" }
        fail(node, place, .unknownName(text, nearest: Spelling.nearest(to: text, among: all)))
        return nil
    }

    /// `ticket: carrier`, `ticket: {department: carrier, answered: true}`.
    private mutating func ticket(_ node: Node, _ place: String) -> Situation? {
        guard let entries = Entries(node) else {
            let department: Department? = name(node, place)
            return department.map { .shop(.ticket($0, answered: false)) }
        }
        checkFields(of: entries, ["department", "answered"], place)
        guard let value = entries["department"] else {
            fail(node, place, .missing("department"))
            return nil
        }
        let department: Department? = name(value, place + ".department")
        let answered = entries["answered"].flatMap { yesOrNo($0, place + ".answered") } ?? false
        return department.map { .shop(.ticket($0, answered: answered)) }
    }

    /// `after-sale: {kind: refund, reason: quality, done: true}`.
    private mutating func afterSale(_ node: Node, _ place: String) -> Situation? {
        guard let entries = Entries(node) else {
            let kind: AfterSale.Kind? = name(node, place)
            return kind.map { .shop(.afterSale($0, reason: nil, done: false)) }
        }
        checkFields(of: entries, ["kind", "reason", "done"], place)
        guard let value = entries["kind"] else {
            fail(node, place, .missing("kind"))
            return nil
        }
        let kind: AfterSale.Kind? = name(value, place + ".kind")
        let reason: AfterSale.Reason? = entries["reason"].flatMap { name($0, place + ".reason") }
        let done = entries["done"].flatMap { yesOrNo($0, place + ".done") } ?? false
        return kind.map { .shop(.afterSale($0, reason: reason, done: done)) }
    }

    private mutating func verdict(_ node: Node, _ place: String) -> Situation? {
        if node.words == "any" { return .shop(.verdict(nil)) }
        let outcome: AfterSale.Verdict.Outcome? = name(node, place)
        return outcome.map { .shop(.verdict($0)) }
    }

    private mutating func cardSent(_ node: Node, _ place: String) -> Situation? {
        let kinds = ["order", "product", "coupon"]
        let word = node.words ?? ""
        if kinds.contains(word) { return .shop(.cardSent(word)) }
        fail(node, place, .unknownName(word, nearest: Spelling.nearest(to: word, among: kinds)))
        return nil
    }

    /// `amount: {order.due: "> 100", amount: "<= {{order.paid}}"}`.
    private mutating func amounts(_ node: Node, _ place: String) -> Situation? {
        guard let entries = Entries(node) else {
            fail(node, place, .wrongShape)
            return nil
        }
        var parts: [Situation] = []
        for (name, line) in entries.names {
            guard let value = entries[name] else { continue }
            guard let amount = amount(name) else {
                let all = Situation.Amount.names + known
                fail(
                    line, place,
                    .unknownName(name, nearest: Spelling.nearest(to: name, among: all)))
                continue
            }
            let text = (value.words ?? "").trimmed
            let signs = Situation.Comparison.allCases.sorted {
                $0.rawValue.count > $1.rawValue.count
            }
            guard let sign = signs.first(where: { text.hasPrefix($0.rawValue) }) else {
                fail(value, place + "." + name, .wrongShape)
                continue
            }
            let bound = text.dropFirst(sign.rawValue.count).trimmed
            if TextHoles.names(in: bound).isEmpty {
                if Money(text: bound) == nil { fail(value, place + "." + name, .notMoney(bound)) }
            } else {
                check(Bilingual(zh: bound, en: bound), value, place + "." + name)
            }
            parts.append(.amount(amount, sign, than: bound))
        }
        if parts.isEmpty { return nil }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private func amount(_ name: String) -> Situation.Amount? {
        Situation.Amount(name: name) ?? (known.contains(name) ? .parameter(name) : nil)
    }

    /// `parameter: {what: 物流停滞}`, or a list of values.
    private mutating func values(_ node: Node, _ place: String) -> Situation? {
        guard let entries = Entries(node) else {
            fail(node, place, .wrongShape)
            return nil
        }
        var parts: [Situation] = []
        for (name, line) in entries.names {
            guard known.contains(name) else {
                fail(
                    line, place,
                    .unknownParameter(name, nearest: Spelling.nearest(to: name, among: known)))
                continue
            }
            parts.append(.parameter(name, isOneOf: texts(entries[name], place + "." + name)))
        }
        if parts.isEmpty { return nil }
        return parts.count == 1 ? parts[0] : .all(parts)
    }
}

extension Situation.Amount {
    static let names = [
        "order.due", "order.paid", "order.refunded", "order.compensated", "order.postage",
    ]

    /// One of the order's; parameters have names of their own.
    init?(name: String) {
        switch name {
        case "order.due": self = .due
        case "order.paid": self = .paid
        case "order.refunded": self = .refunded
        case "order.compensated": self = .compensated
        case "order.postage": self = .postage
        default: return nil
        }
    }

    var name: String {
        switch self {
        case .due: "order.due"
        case .paid: "order.paid"
        case .refunded: "order.refunded"
        case .compensated: "order.compensated"
        case .postage: "order.postage"
        case .parameter(let name): name
        }
    }
}
