import Engine
import Language
import Simulation
import Yams

extension FieldReader {
    static let triggerFields = ["hears", "sees", "when", "after", "promise", "enter"]
    static let ruleFields =
        triggerFields + [
            "if", "once", "say", "mood", "because", "reveal", "met", "resolved", "do", "show",
            "others",
            "go", "done", "understood",
        ]

    /// A list of rules; each is called after the list and its place in it.
    mutating func rules(_ node: Node, _ path: String, called prefix: String) -> [Rule] {
        var rules: [Rule] = []
        for (number, item) in items(node, path).enumerated() {
            let id = "\(prefix).\(number + 1)"
            lines[id] = item.node.mark?.line ?? 0
            if let rule = rule(item.node, item.path, id: id) { rules.append(rule) }
        }
        return rules
    }

    private mutating func rule(_ node: Node, _ path: String, id: String) -> Rule? {
        guard let fields = fields(node, path, optional: Self.ruleFields) else { return nil }
        let written = Self.triggerFields.filter { fields.has($0) }
        if written.count != 1 { fail(node, path, .triggers(written.count)) }
        var condition: Condition?
        if let value = fields["if"] { condition = self.condition(value, fields.path("if")) }
        let effects = effects(fields)
        if effects == Effects() { fail(node, path, .noEffect) }
        guard let name = written.first, let trigger = trigger(name, fields) else { return nil }
        return Rule(
            id: id, trigger: trigger, condition: condition,
            isOnce: flag(fields, "once") ?? false, effects: effects)
    }

    private mutating func trigger(_ name: String, _ fields: Fields) -> Trigger? {
        guard let node = fields[name] else { return nil }
        let path = fields.path(name)
        switch name {
        case "hears": return pattern(node, path).map(Trigger.hears)
        case "sees": return deed(node, path).map(Trigger.sees)
        case "when": return condition(node, path).map(Trigger.when)
        case "after": return span(fields, name).map(Trigger.silence)
        case "promise":
            switch node.string {
            case "kept": return .promise(isKept: true)
            case "broken": return .promise(isKept: false)
            case let word:
                let nearest = Spelling.nearest(to: word ?? "", among: ["kept", "broken"])
                fail(node, path, .unknownName(word ?? "", nearest: nearest))
                return nil
            }
        case "enter": return flag(fields, name) == nil ? nil : .enter
        default: return nil
        }
    }

    mutating func pattern(_ node: Node, _ path: String) -> Pattern? {
        do throws(PatternProblems) {
            return try Pattern(yaml: node, topics: topics)
        } catch {
            for problem in error.problems { report(problem, node, path) }
            return nil
        }
    }

    private mutating func report(_ problem: PatternProblem, _ node: Node, _ path: String) {
        let fact: PackProblem.Fact =
            switch problem.fact {
            case .unknownField(let nearest): .unknownField(nearest: nearest)
            case .unknownName(let name, let nearest): .unknownName(name, nearest: nearest)
            case .unreadable(let text, let expected): .unreadable(text, expected: .init(expected))
            case .badPhrase(let text): .badPhrase(text)
            case .missing(let name): .missingField(name)
            case .empty: .empty
            }
        problems.append(
            PackProblem(
                file: file, line: problem.line > 0 ? problem.line : node.mark?.line ?? 0,
                column: problem.line > 0 ? problem.column : node.mark?.column ?? 0,
                field: problem.field == "pattern" ? path : path + "." + problem.field,
                fact: fact))
    }

    mutating func deed(_ node: Node, _ path: String) -> DeedPattern? {
        let text = node.string ?? ""
        if let deed = DeedPattern(text: text) { return deed }
        let word = String(text.prefix { $0 != " " })
        let nearest = Spelling.nearest(to: word, among: DeedPattern.Kind.allCases.map(\.rawValue))
        fail(node, path, .unknownName(word, nearest: nearest))
        return nil
    }

    private mutating func effects(_ fields: Fields) -> Effects {
        var effects = Effects()
        effects.say = wordings(fields, "say")
        effects.mood = whole(fields, "mood", -100...100) ?? 0
        effects.because = bilingual(fields, "because")
        effects.reveals = needs(fields, "reveal")
        effects.meets = needs(fields, "met")
        effects.isResolved = flag(fields, "resolved") ?? false
        effects.isDone = flag(fields, "done") ?? false
        effects.isUnderstood = flag(fields, "understood") ?? false
        if let node = fields["go"] {
            effects.go = known(node, fields.path("go"), .state, names.states)
        }
        for item in items(fields, "show") {
            if let shown = shown(item.node, item.path) { effects.shows.append(shown) }
        }
        for item in items(fields, "others") {
            guard let form = self.fields(item.node, item.path, required: ["name", "say"]),
                let node = form["name"], let name = anyText(node, form.path("name")),
                let say = wordings(form, "say")
            else { continue }
            effects.remarks.append(Remark(name: name, say: say))
        }
        if let node = fields["do"] { effects.acts = acts(node, fields.path("do")) }
        return effects
    }

    /// `{photo: {zh: 外箱.jpg, en: box.jpg}, shows: {zh: …, en: …}}`; `film` and `paper` likewise.
    mutating func shown(_ node: Node, _ path: String) -> Shown? {
        let kinds = Attachment.Kind.allCases.map(\.rawValue)
        guard let form = fields(node, path, required: ["shows"], optional: kinds) else {
            return nil
        }
        let written = Attachment.Kind.allCases.filter { form.has($0.rawValue) }
        guard written.count == 1, let named = form[written[0].rawValue] else {
            fail(node, path, .missingField(written.first?.rawValue ?? "photo"))
            return nil
        }
        guard let name = anyText(named, form.path(written[0].rawValue)),
            let shows = bilingual(form, "shows")
        else { return nil }
        return Shown(kind: written[0], name: name, shows: shows)
    }

    /// One need or a list of them.
    private mutating func needs(_ fields: Fields, _ name: String) -> [String] {
        guard let node = fields[name] else { return [] }
        let path = fields.path(name)
        if node.sequence == nil {
            return known(node, path, .need, names.needs).map { [$0] } ?? []
        }
        return items(node, path).compactMap { known($0.node, $0.path, .need, names.needs) }
    }

    // MARK: What a buyer does

    private mutating func acts(_ node: Node, _ path: String) -> [BuyerAct] {
        if node.sequence != nil {
            return items(node, path).compactMap { act($0.node, $0.path) }
        }
        return act(node, path).map { [$0] } ?? []
    }

    private static let actNames = [
        "place-order", "pay", "cancel", "confirm", "request-refund", "withdraw", "rate", "leave",
    ]

    private mutating func act(_ node: Node, _ path: String) -> BuyerAct? {
        if let word = node.string {
            switch word {
            case "pay": return .pay
            case "cancel": return .cancel
            case "confirm": return .confirm
            case "withdraw": return .withdraw
            case "leave": return .leave
            default:
                let nearest = Spelling.nearest(to: word, among: Self.actNames)
                fail(node, path, .unknownName(word, nearest: nearest))
                return nil
            }
        }
        // Whatever else a buyer may send is written like the gym's commands.
        if let name = node.mapping?.first?.key.string, !Self.actNames.contains(name),
            Command.names.contains(name), let customer
        {
            return command(node, path, by: .buyer(customer)).map(BuyerAct.command)
        }
        guard let fields = fields(node, path, optional: Self.actNames + Command.names) else {
            return nil
        }
        if let value = fields["place-order"] { return order(value, fields.path("place-order")) }
        if let value = fields["request-refund"] {
            let reason: AfterSale.Reason? = name(value, fields.path("request-refund"))
            return reason.map(BuyerAct.requestRefund)
        }
        if fields.has("rate") { return whole(fields, "rate", 1...5).map(BuyerAct.rate) }
        for (word, act) in [
            ("pay", BuyerAct.pay), ("cancel", .cancel), ("confirm", .confirm),
            ("withdraw", .withdraw), ("leave", .leave),
        ] where fields.has(word) {
            return flag(fields, word) == nil ? nil : act
        }
        fail(node, path, .unreadable("", expected: .buyerAct))
        return nil
    }

    /// `{variant, quantity, coupon}` or `{lines: [{variant, quantity}], coupon}`.
    private mutating func order(_ node: Node, _ path: String) -> BuyerAct? {
        guard
            let fields = fields(
                node, path, optional: ["variant", "quantity", "lines", "coupon"])
        else { return nil }
        var lines: [Command.LineRequest] = []
        if fields.has("variant"), let line = line(fields) { lines.append(line) }
        for item in items(fields, "lines") {
            if let line = self.fields(
                item.node, item.path, required: ["variant"], optional: ["quantity"]
            ).flatMap({ self.line($0) }) {
                lines.append(line)
            }
        }
        if !fields.has("variant"), !fields.has("lines") {
            fail(node, path, .missingField("variant"))
        }
        var coupon: CouponID?
        if let value = fields["coupon"] { coupon = self.coupon(value, fields.path("coupon")) }
        return lines.isEmpty ? nil : .placeOrder(lines: lines, coupon: coupon)
    }

    private mutating func line(_ fields: Fields) -> Command.LineRequest? {
        guard let node = fields["variant"], let variant = variant(node, fields.path("variant"))
        else { return nil }
        return Command.LineRequest(
            variant: variant, quantity: whole(fields, "quantity", 1...999) ?? 1)
    }
}

extension PackProblem.Expected {
    init(_ expected: PatternProblem.Expected) {
        switch expected {
        case .text: self = .text
        case .list: self = .list
        case .yesOrNo: self = .yesOrNo
        case .amount: self = .money
        case .wholeNumber: self = .wholeNumber
        case .span: self = .span
        case .moment: self = .moment
        case .pattern: self = .pattern
        }
    }
}
