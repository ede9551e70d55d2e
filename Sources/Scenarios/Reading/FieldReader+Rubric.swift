import Engine
import Grading
import Language
import Yams

extension FieldReader {
    /// What counts as good service; the fields are those of room Grading.
    mutating func rubric(_ node: Node?, _ path: String, id: String, title: Engine.Bilingual)
        -> Rubric
    {
        var rubric = Rubric(id: id, title: title)
        guard let node,
            let fields = fields(
                node, path,
                optional: [
                    "success", "process", "record", "facts", "exact", "limits", "red-lines",
                ])
        else { return rubric }
        rubric.success = items(fields, "success").compactMap { goal($0.node, $0.path) }
        rubric.record = items(fields, "record").compactMap { goal($0.node, $0.path) }
        rubric.process = items(fields, "process").compactMap { step($0.node, $0.path) }
        rubric.facts = items(fields, "facts").compactMap { fact($0.node, $0.path) }
        for item in items(fields, "exact") {
            let word = item.node.string ?? ""
            if let sort = Value.Sort(rawValue: word) {
                rubric.exact.insert(sort)
            } else {
                let names = Value.Sort.allCases.map(\.rawValue)
                fail(
                    item.node, item.path,
                    .unknownName(word, nearest: Spelling.nearest(to: word, among: names)))
            }
        }
        rubric.limits = items(fields, "limits").compactMap { limit($0.node, $0.path) }
        rubric.redLines = items(fields, "red-lines").compactMap { redLine($0.node, $0.path) }
        return rubric
    }

    private mutating func goal(_ node: Node, _ path: String) -> Goal? {
        guard let fields = fields(node, path, required: ["title", "is"]),
            let title = bilingual(fields, "title"), let value = fields["is"],
            let condition = condition(value, fields.path("is"))
        else { return nil }
        return Goal(title: title, condition: condition)
    }

    private static let meansFields = ["do", "says", "any"]

    private mutating func step(_ node: Node, _ path: String) -> Step? {
        guard
            let fields = fields(
                node, path, required: ["title"], optional: Self.meansFields + ["before"]),
            let title = bilingual(fields, "title"), let means = means(fields)
        else { return nil }
        var before: Means?
        if let value = fields["before"] { before = self.means(value, fields.path("before")) }
        return Step(title: title, means: means, before: before)
    }

    private mutating func means(_ node: Node, _ path: String) -> Means? {
        fields(node, path, optional: Self.meansFields).flatMap { means($0) }
    }

    /// `do: DEED`, `says: PATTERN` or `any: [{do: …}, {says: …}]`.
    private mutating func means(_ fields: Fields) -> Means? {
        if let node = fields["do"] { return deed(node, fields.path("do")).map(Means.deed) }
        if let node = fields["says"] { return pattern(node, fields.path("says")).map(Means.says) }
        if fields.has("any") {
            let choices = items(fields, "any").compactMap { means($0.node, $0.path) }
            return choices.isEmpty ? nil : .any(choices)
        }
        fail(fields.node, fields.path, .missingField("do / says / any"))
        return nil
    }

    /// `true: PATTERN` or `false: PATTERN`.
    private mutating func fact(_ node: Node, _ path: String) -> Fact? {
        guard
            let fields = fields(node, path, required: ["title"], optional: ["true", "false"]),
            let title = bilingual(fields, "title")
        else { return nil }
        let isTrue = fields.has("true")
        guard let value = fields["true"] ?? fields["false"] else {
            fail(node, path, .missingField("true / false"))
            return nil
        }
        return pattern(value, fields.path("\(isTrue)")).map {
            Fact(title: title, pattern: $0, isTrue: isTrue)
        }
    }

    private mutating func limit(_ node: Node, _ path: String) -> Limit? {
        guard
            let fields = fields(
                node, path, required: ["title", "at-most"],
                optional: Self.meansFields + ["costs"]),
            let title = bilingual(fields, "title"), let means = means(fields),
            let most = whole(fields, "at-most", 0...1000)
        else { return nil }
        var limit = Limit(title: title, means: means, atMost: most)
        if let costs = whole(fields, "costs", 0...15) { limit.costs = costs }
        return limit
    }

    private mutating func redLine(_ node: Node, _ path: String) -> RedLine? {
        guard
            let fields = fields(
                node, path, required: ["title"], optional: Self.meansFields + ["cap"]),
            let title = bilingual(fields, "title"), let means = means(fields)
        else { return nil }
        var line = RedLine(title: title, means: means)
        if let cap = whole(fields, "cap", 0...100) { line.cap = cap }
        return line
    }
}
