import Engine
import Simulation
import Yams

extension FieldReader {
    /// `happenings.yaml`: what others do once in the shift.
    /// - Parameter scenarios: those that `for` may name.
    mutating func happenings(
        _ root: Node, _ path: String = "", scenarios: [String]
    ) -> [Happening] {
        items(root, path).compactMap { happening($0.node, $0.path, scenarios) }
    }

    private mutating func happening(_ node: Node, _ path: String, _ scenarios: [String])
        -> Happening?
    {
        customer = nil
        defer { customer = nil }
        guard
            let fields = fields(
                node, path, required: ["by", "do"], optional: ["at", "after", "if", "for"]),
            let byNode = fields["by"], let actor = actor(byNode, fields.path("by")),
            let doNode = fields["do"]
        else { return nil }
        if case .buyer(let id) = actor { customer = id }
        guard let cause = cause(fields) else { return nil }
        var condition: Condition?
        if let value = fields["if"] {
            condition = self.condition(value, fields.path("if"))
            needsCustomer(value, fields.path("if"))
        }
        guard let command = command(doNode, fields.path("do"), by: actor) else { return nil }
        return Happening(
            cause: cause, condition: condition, customer: customer, actor: actor,
            command: command, scenarios: names(fields, of: scenarios))
    }

    private mutating func cause(_ fields: Fields) -> Happening.Cause? {
        guard fields.has("at") != fields.has("after") else {
            fail(fields.node, fields.path, .missingField("at / after"))
            return nil
        }
        if let node = fields["at"] {
            let words = node.string ?? ""
            if let time = ShopClock.shiftTime(words) { return .at(clock.opensAt + time) }
            fail(node, fields.path("at"), .unreadable(words, expected: .shiftTime))
            return nil
        }
        guard let node = fields["after"],
            let form = self.fields(
                node, fields.path("after"), optional: ["customer", "when", "deed", "wait"])
        else { return nil }
        if let value = form["customer"] {
            customer = self.customer(value, form.path("customer"))
        }
        let wait = span(form, "wait") ?? .zero
        guard form.has("when") != form.has("deed") else {
            fail(node, form.path, .missingField("when / deed"))
            return nil
        }
        if let value = form["deed"] {
            return deed(value, form.path("deed")).map { .deed($0, wait: wait) }
        }
        guard let value = form["when"] else { return nil }
        needsCustomer(value, form.path("when"))
        return condition(value, form.path("when")).map { .condition($0, wait: wait) }
    }

    /// A condition is seen from somebody's conversation.
    private mutating func needsCustomer(_ node: Node, _ path: String) {
        if customer == nil { fail(node, path, .missingField("customer")) }
    }

    /// One scenario or a list of them.
    private mutating func names(_ fields: Fields, of scenarios: [String]) -> [String] {
        guard let node = fields["for"] else { return [] }
        let path = fields.path("for")
        if node.sequence == nil {
            return known(node, path, .scenario, Set(scenarios)).map { [$0] } ?? []
        }
        return items(node, path).compactMap {
            known($0.node, $0.path, .scenario, Set(scenarios))
        }
    }

    /// `warehouse`, `buyer:xulan`, `department:supervisor`.
    private mutating func actor(_ node: Node, _ path: String) -> Actor? {
        let word = node.string ?? ""
        guard let actor = Actor(code: word) else {
            fail(
                node, path,
                .unknownName(word, nearest: Spelling.nearest(to: word, among: Self.actors)))
            return nil
        }
        if case .buyer(let id) = actor, !names.customers.contains(id.rawValue) {
            let nearest = Spelling.nearest(to: id.rawValue, among: names.customers.sorted())
            fail(node, path, .unknownID(id.rawValue, kind: .customer, nearest: nearest))
            return nil
        }
        if actor.isAgent {
            fail(node, path, .unknownName(word, nearest: nil))
            return nil
        }
        return actor
    }

    private static var actors: [String] { Actor.forms.filter { !$0.hasPrefix("agent") } }
}
