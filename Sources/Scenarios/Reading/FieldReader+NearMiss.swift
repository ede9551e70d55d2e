import Engine
import Yams

extension FieldReader {
    /// A run that is to fail: its own steps, or the golden ones with changes.
    mutating func nearMiss(
        _ node: Node, _ path: String, golden: [GoldenStep]
    ) -> Scenario.NearMiss? {
        guard
            let fields = fields(
                node, path, required: ["title", "fails"], optional: ["changes", "steps"]),
            let title = bilingual(fields, "title"), let fails = text(fields, "fails")
        else { return nil }
        guard fields.has("changes") != fields.has("steps") else {
            fail(node, path, .missingField("changes / steps"))
            return nil
        }
        var steps: [GoldenStep]
        if fields.has("steps") {
            steps = items(fields, "steps").compactMap { goldenStep($0.node, $0.path) }
        } else {
            var changed = golden.map(Optional.init)
            for item in items(fields, "changes") { change(&changed, item.node, item.path) }
            steps = changed.compactMap(\.self)
        }
        return Scenario.NearMiss(
            title: title, fails: fails, steps: steps, line: node.mark?.line ?? 0)
    }

    /// `{step: 2, drop: true}` or `{step: 3, reply: {…}}`. What is done instead is done when the
    /// golden step was, unless it says otherwise.
    private mutating func change(_ steps: inout [GoldenStep?], _ node: Node, _ path: String) {
        guard let mapping = node.mapping else {
            fail(node, path, .unreadable("", expected: .mapping))
            return
        }
        let number = mapping["step"].flatMap { $0.string.flatMap { Int($0) } } ?? 0
        guard steps.indices.contains(number - 1) else {
            fail(node, path + ".step", .outOfRange("\(number)", from: 1, to: steps.count))
            return
        }
        if mapping["drop"]?.bool == true {
            steps[number - 1] = nil
            return
        }
        let rest = mapping.filter { $0.key.string != "step" }.map { ($0.key, $0.value) }
        let own = Node.mapping(Node.Mapping(rest, mapping.tag, mapping.style, mapping.mark))
        guard var step = goldenStep(own, path) else { return }
        if mapping["after"] == nil, let golden = steps[number - 1] {
            step.waitsFor = golden.waitsFor
            step.within = golden.within
            step.condition = step.condition ?? golden.condition
        }
        if mapping["at"] == nil, let golden = steps[number - 1] { step.delay = golden.delay }
        steps[number - 1] = step
    }
}
