import Engine
import Grading
import Simulation
import Yams

extension FieldReader {
    static let ruleNames = [
        "payWithin", "shipWithin", "autoConfirmAfter", "extensionDays", "extensionsPerOrder",
        "answerRefundWithin", "compensationLimit", "compensationPercent", "recallWithin",
        "memoBytes", "messageCharacters", "ticketWithin", "postage", "freePostageFrom",
    ]

    mutating func profile(_ root: Node) -> Profile? {
        guard
            let fields = fields(
                root, "",
                required: [
                    "name", "title", "dated", "rules", "mood", "stars", "leaves", "personas",
                ], optional: ["kpi"]),
            let rulesNode = fields["rules"],
            let plain = fieldsOfRules(rulesNode, "rules")
        else { return nil }
        let rules = rules(plain.fields)
        let manners = manners(fields)
        let counting = counting(fields, dated: text(fields, "dated") ?? "")
        guard let name = text(fields, "name"), let title = bilingual(fields, "title"),
            let dated = text(fields, "dated"), let rules, let manners
        else { return nil }
        return Profile(
            name: name, title: title, dated: dated, rules: rules, manners: manners,
            counting: counting, trainingValues: plain.training.sorted(), sources: plain.sources)
    }

    /// The numbers of the rules, whether written plainly or as `{value, training, source}`.
    private mutating func fieldsOfRules(
        _ node: Node, _ path: String
    ) -> (fields: Fields, training: [String], sources: [String: String])? {
        guard let fields = fields(node, path, required: Self.ruleNames) else { return nil }
        var map: [String: Node] = [:]
        var training: [String] = []
        var sources: [String: String] = [:]
        for name in Self.ruleNames {
            guard let value = fields[name] else { continue }
            if value.mapping == nil {
                map[name] = value
                continue
            }
            guard
                let form = self.fields(
                    value, fields.path(name), required: ["value"],
                    optional: ["training", "source"])
            else { continue }
            map[name] = form["value"]
            if flag(form, "training") == true { training.append(name) }
            if let source = text(form, "source") { sources[name] = source }
        }
        return (Fields(node: node, path: path, map: map), training, sources)
    }

    private mutating func rules(_ fields: Fields) -> Rules? {
        var days: [Int] = []
        for item in items(fields, "extensionDays") {
            if let number = item.node.string.flatMap({ Int($0) }), (1...365).contains(number) {
                days.append(number)
            } else {
                let word = item.node.string ?? ""
                fail(item.node, item.path, .unreadable(word, expected: .wholeNumber))
            }
        }
        let payWithin = span(fields, "payWithin")
        let shipWithin = span(fields, "shipWithin")
        let confirm = span(fields, "autoConfirmAfter")
        let extensions = whole(fields, "extensionsPerOrder", 0...100)
        let answer = span(fields, "answerRefundWithin")
        let limit = money(fields, "compensationLimit")
        let percent = whole(fields, "compensationPercent", 0...100)
        let recall = span(fields, "recallWithin")
        let memo = whole(fields, "memoBytes", 1...1_000_000)
        let message = whole(fields, "messageCharacters", 1...1_000_000)
        let ticket = span(fields, "ticketWithin")
        let postage = money(fields, "postage")
        let free = money(fields, "freePostageFrom")
        guard let payWithin, let shipWithin, let confirm, let extensions, let answer, let limit,
            let percent, let recall, let memo, let message, let ticket, let postage, let free
        else { return nil }
        return Rules(
            payWithin: payWithin, shipWithin: shipWithin, autoConfirmAfter: confirm,
            extensionDays: days, extensionsPerOrder: extensions, answerRefundWithin: answer,
            compensationLimit: limit, compensationPercent: percent, recallWithin: recall,
            memoBytes: memo, messageCharacters: message, ticketWithin: ticket, postage: postage,
            freePostageFrom: free)
    }

    // MARK: Moods

    private mutating func manners(_ fields: Fields) -> Manners? {
        guard let moodNode = fields["mood"],
            let moods = self.fields(
                moodNode, "mood", required: MoodRule.allCases.map(\.rawValue)),
            let starsNode = fields["stars"],
            let stars = self.fields(starsNode, "stars", required: ["5", "4", "3", "2"]),
            let leavesNode = fields["leaves"],
            let leaves = self.fields(leavesNode, "leaves", required: ["mood", "silence"]),
            let personasNode = fields["personas"],
            let people = self.fields(
                personasNode, "personas", required: Persona.Kind.allCases.map(\.rawValue))
        else { return nil }
        var shifts: [MoodRule: MoodShift] = [:]
        for rule in MoodRule.allCases { shifts[rule] = shift(moods, rule.rawValue) }
        let thresholds = ["5", "4", "3", "2"].compactMap { whole(stars, $0, 0...100) }
        var personas: [Persona.Kind: Persona] = [:]
        for kind in Persona.Kind.allCases { personas[kind] = persona(people, kind) }
        guard let mood = whole(leaves, "mood", 0...100), let silence = span(leaves, "silence"),
            thresholds.count == 4
        else { return nil }
        return Manners(
            shifts: shifts, starsFrom: thresholds, leavesAtMood: mood, leavesAfterSilence: silence,
            personas: personas)
    }

    private mutating func shift(_ moods: Fields, _ name: String) -> MoodShift? {
        guard let node = moods[name],
            let fields = fields(
                node, moods.path(name), required: ["value", "title"],
                optional: ["within", "over", "below"]),
            let value = whole(fields, "value", -100...100), let title = bilingual(fields, "title")
        else { return nil }
        return MoodShift(
            value: value, span: span(fields, "within") ?? span(fields, "over"),
            below: whole(fields, "below", 0...100), title: title)
    }

    private mutating func persona(_ people: Fields, _ kind: Persona.Kind) -> Persona? {
        guard let node = people[kind.rawValue],
            let fields = fields(
                node, people.path(kind.rawValue), required: ["mood", "patience"],
                optional: ["rates"]),
            let mood = whole(fields, "mood", 0...100), let patience = span(fields, "patience")
        else { return nil }
        return Persona(
            kind: kind, mood: mood, patience: patience,
            ratesUnasked: whole(fields, "rates", 0...100) ?? 50)
    }

    // MARK: Figures

    private mutating func counting(_ fields: Fields, dated: String) -> CountingRules {
        var rules = CountingRules(platform: text(fields, "name") ?? "", asOf: dated)
        guard let node = fields["kpi"],
            let form = self.fields(
                node, "kpi",
                optional: [
                    "platform", "fromHour", "toHour", "roundWithin", "firstReplyWithin",
                    "waitAtMost", "satisfiedFrom", "returnWithin",
                ])
        else { return rules }
        if let name = text(form, "platform") { rules.platform = name }
        if let hour = whole(form, "fromHour", 0...24) { rules.fromHour = hour }
        if let hour = whole(form, "toHour", 0...24) { rules.toHour = hour }
        if let span = span(form, "roundWithin") { rules.roundWithin = span }
        if let span = span(form, "firstReplyWithin") { rules.firstReplyWithin = span }
        if let span = span(form, "waitAtMost") { rules.waitAtMost = span }
        if let stars = whole(form, "satisfiedFrom", 1...5) { rules.satisfiedFrom = stars }
        if let span = span(form, "returnWithin") { rules.returnWithin = span }
        return rules
    }
}
