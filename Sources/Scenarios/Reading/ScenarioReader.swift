import Engine
import Language
import Simulation
import Yams

/// What a scenario's file adds to its pack besides the scenario.
struct ScenarioBaggage {
    var shop: ShopFile
    var knowledge = Both<[KnowledgeEntry]> { _ in [] }
    var happenings: [Happening] = []
    /// The most rows that a group of names and numbers has.
    var rows = 0
}

extension FieldReader {
    mutating func scenario(
        _ written: Node, manners: Manners, rules: Rules, choice: Variation.Choice,
        _ baggage: inout ScenarioBaggage
    ) -> Scenario? {
        let groups = variations(written)
        baggage.rows = max(baggage.rows, groups.map(\.rows.count).max() ?? 0)
        let called = written.mapping?["id"]?.string ?? ""
        let root = Variation(groups, choice, scenario: called).fill(written, &self)
        guard
            let fields = fields(
                root, "",
                required: [
                    "id", "level", "chapter", "title", "goal", "persona", "customer", "channel",
                    "stage", "opens", "start", "states",
                ],
                optional: [
                    "note", "mood", "patience", "order", "needs", "also", "misunderstood",
                    "answers", "rubric", "golden", "vary", "shop", "knowledge", "happenings",
                    "teaches", "tasks", "near-misses",
                ]),
            let id = text(fields, "id")
        else { return nil }
        if let node = fields["shop"] { shop(node, "shop", rules: rules, into: &baggage.shop) }
        if let node = fields["knowledge"] {
            let articles = knowledge(node, "knowledge")
            baggage.knowledge.zh += articles.zh
            baggage.knowledge.en += articles.en
        }
        if let node = fields["happenings"] {
            for var happening in happenings(node, "happenings", scenarios: [id]) {
                happening.scenarios = [id]
                baggage.happenings.append(happening)
            }
        }
        if let node = fields["customer"], let name = node.string, names.customers.contains(name) {
            customer = CustomerID(name)
        }
        let title = bilingual(fields, "title") ?? Engine.Bilingual(zh: id, en: id)
        let needs = needs(fields)
        let chart = chart(fields, id: id)
        let rubric = rubric(fields["rubric"], "rubric", id: id, title: title)
        let golden = items(fields, "golden").compactMap { goldenStep($0.node, $0.path) }
        let nearMisses = items(fields, "near-misses").compactMap {
            nearMiss($0.node, $0.path, golden: golden)
        }
        let lesson = lesson(fields)
        let answers = departments(fields, "answers")
        let goal = bilingual(fields, "goal")
        let opens = wordings(fields, "opens")
        let persona = persona(fields, manners)
        let level = whole(fields, "level", 1...5)
        let chapter = whole(fields, "chapter", 1...7)
        let channel: Conversation.Channel? = name(fields, "channel")
        let stage: Conversation.Stage? = name(fields, "stage")
        guard let customerNode = fields["customer"],
            let customer = customer(customerNode, "customer")
        else { return nil }
        let order = orderOf(customer.rawValue, fields)
        let note = bilingual(fields, "note")
        let misunderstood = wordings(fields, "misunderstood")
        guard let goal, let opens, let persona, let level, let chapter, let channel, let stage,
            let chart, let address = baggage.shop.addresses[customer.rawValue]
        else { return nil }
        return Scenario(
            id: id, level: level, chapter: chapter, title: title, goal: goal, note: note,
            needs: needs,
            script: BuyerScript(
                id: id, persona: persona, customer: customer, channel: channel, stage: stage,
                order: order, address: address, opens: opens, chart: chart,
                misunderstood: misunderstood, answers: answers),
            rubric: rubric, golden: golden, nearMisses: nearMisses, lesson: lesson,
            source: Scenario.Source(file: file, lines: lines))
    }

    /// What the course says of it; nil where it says nothing.
    private mutating func lesson(_ fields: Fields) -> Scenario.Lesson? {
        let tasks = items(fields, "tasks").compactMap { bilingual($0.node, $0.path) }
        guard let node = fields["teaches"],
            let form = self.fields(
                node, "teaches", required: ["knowledge", "skill", "attitude"]),
            let knowledge = bilingual(form, "knowledge"), let skill = bilingual(form, "skill"),
            let attitude = bilingual(form, "attitude")
        else { return nil }
        return Scenario.Lesson(
            knowledge: knowledge, skill: skill, attitude: attitude, tasks: tasks)
    }

    private mutating func needs(_ fields: Fields) -> [Scenario.Need] {
        names.needs = []
        var needs: [Scenario.Need] = []
        for item in items(fields, "needs") {
            guard let need = self.fields(item.node, item.path, required: ["id", "title"]),
                let id = newID(need, \.needs), let title = bilingual(need, "title")
            else { continue }
            needs.append(Scenario.Need(id: id, title: title))
        }
        return needs
    }

    private mutating func persona(_ fields: Fields, _ manners: Manners) -> Persona? {
        guard let node = fields["persona"] else { return nil }
        guard let kind = node.string.flatMap({ Persona.Kind(rawValue: $0) }),
            var persona = manners.personas[kind]
        else {
            let word = node.string ?? ""
            let letters = Persona.Kind.allCases.map(\.rawValue)
            let nearest = letters.contains(word.uppercased()) ? word.uppercased() : nil
            fail(node, "persona", .unknownName(word, nearest: nearest))
            return nil
        }
        if let mood = whole(fields, "mood", 0...100) { persona.mood = mood }
        if let patience = span(fields, "patience") { persona.patience = patience }
        return persona
    }

    private mutating func orderOf(_ customer: String, _ fields: Fields) -> OrderID? {
        guard let node = fields["order"],
            let name = known(node, "order", .order, Set(names.orders.keys)),
            let order = names.orders[name]
        else { return nil }
        if order.customer != customer { fail(node, "order", .belongsToAnother(order.customer)) }
        return order.id
    }

    // MARK: The state chart

    private mutating func chart(_ fields: Fields, id: String) -> Chart? {
        let parts = parts(fields, "states")
        if parts.isEmpty, let node = fields["states"], node.mapping != nil {
            fail(node, "states", .empty)
        }
        names.states = Set(parts.map(\.name))
        var states: [Chart.State] = []
        for part in parts {
            lines[part.name] = part.key.mark?.line ?? 0
            let rules = rules(part.node, "states.\(part.name)", called: "\(id).\(part.name)")
            states.append(Chart.State(name: part.name, rules: rules))
        }
        var also: [Rule] = []
        if let node = fields["also"] { also = rules(node, "also", called: "\(id).also") }
        guard let startNode = fields["start"],
            let start = known(startNode, "start", .state, names.states)
        else { return nil }
        return Chart(start: start, states: states, also: also)
    }

    // MARK: Departments

    /// How departments answer: by their names.
    mutating func departments(_ fields: Fields, _ name: String) -> [Department: DepartmentHabits] {
        var habits: [Department: DepartmentHabits] = [:]
        for part in parts(fields, name) {
            let path = fields.path(name) + "." + part.name
            guard let department: Department = self.name(part.key, path),
                let form = self.fields(
                    part.node, path, required: ["after", "say"], optional: ["scan"]),
                let after = span(form, "after"), let say = wordings(form, "say")
            else { continue }
            var step: CarrierHabits.Step?
            if let node = form["scan"],
                let scan = self.fields(node, form.path("scan"), required: ["code", "text"]),
                let code: Scan.Code = self.name(scan, "code"), let text = bilingual(scan, "text")
            {
                step = CarrierHabits.Step(after: .zero, code: code, text: text)
            }
            habits[department] = DepartmentHabits(after: after, say: say, scan: step)
        }
        return habits
    }
}
