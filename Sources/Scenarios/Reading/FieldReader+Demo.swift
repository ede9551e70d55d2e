import Engine
import Simulation
import Yams

extension FieldReader {
    /// `demo.yaml`: the captions of the model run.
    mutating func demo(_ root: Node, scenarios: [Scenario]) -> Demo? {
        guard
            let fields = fields(root, "", optional: ["opens", "closes", "scenarios", "points"])
        else { return nil }
        var shown: [String] = []
        for item in items(fields, "scenarios") {
            if let scenario = scenario(item.node, item.path, among: scenarios) {
                shown.append(scenario.id)
            }
        }
        let points = items(fields, "points").compactMap {
            point($0.node, $0.path, among: scenarios)
        }
        return Demo(
            opens: caption(fields, "opens"), closes: caption(fields, "closes"), scenarios: shown,
            points: points)
    }

    private mutating func point(
        _ node: Node, _ path: String, among scenarios: [Scenario]
    ) -> Demo.Point? {
        let moments = ["at", "step", "when"]
        guard
            let fields = fields(
                node, path, required: ["scenario", "say"], optional: ["stop"] + moments),
            let name = fields["scenario"]
        else { return nil }
        let written = moments.filter { fields.has($0) }
        guard written.count == 1, let kind = written.first else {
            fail(node, path, .unreadable(written.joined(separator: ", "), expected: .demoMoment))
            return nil
        }
        let text = caption(fields, "say")
        let stops = flag(fields, "stop") ?? false
        guard let scenario = scenario(name, fields.path("scenario"), among: scenarios),
            let moment = moment(kind, fields, of: scenario), let text
        else { return nil }
        return Demo.Point(scenario: scenario.id, moment: moment, text: text, stops: stops)
    }

    private mutating func moment(
        _ kind: String, _ fields: Fields, of scenario: Scenario
    ) -> Demo.Moment? {
        guard let node = fields[kind] else { return nil }
        switch kind {
        case "step":
            return whole(fields, kind, 1...max(1, scenario.golden.count)).map(Demo.Moment.step)
        case "when":
            names.needs = Set(scenario.needs.map(\.id))
            customer = scenario.script.customer
            return condition(node, fields.path(kind)).map(Demo.Moment.when)
        default:
            if node.string == "arrives" { return .arrives }
            fail(
                node, fields.path(kind),
                .unknownName(node.string ?? "", nearest: "arrives"))
            return nil
        }
    }

    /// A text that fits on the screen in both languages.
    private mutating func caption(_ fields: Fields, _ name: String) -> Engine.Bilingual? {
        guard let node = fields[name], let text = bilingual(fields, name) else { return nil }
        for tongue in Engine.Tongue.allCases {
            let limit = Demo.limit(in: tongue)
            guard text[tongue].count > limit else { continue }
            fail(
                node, fields.path(name),
                .tooLong(text[tongue].count, language: tongue.rawValue, limit: limit))
            return nil
        }
        return text
    }

    private mutating func scenario(
        _ node: Node, _ path: String, among scenarios: [Scenario]
    ) -> Scenario? {
        let name = node.string ?? ""
        if let found = scenarios.first(where: { $0.id == name }) { return found }
        let nearest = Spelling.nearest(to: name, among: scenarios.map(\.id))
        fail(node, path, .unknownID(name, kind: .scenario, nearest: nearest))
        return nil
    }
}
