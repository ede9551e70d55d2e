import Engine
import Written
public import Yams

extension Pattern {
    /// Reads `{act: probe, about: fit}` and the like; all mistakes at once.
    ///
    /// `topics` are the names `about` may use; empty accepts any.
    public init(yaml node: Node, topics: [String] = []) throws(PatternProblems) {
        var reader = PatternReader(topics: topics)
        let pattern = reader.pattern(node, field: "pattern")
        guard reader.problems.isEmpty, let pattern else {
            throw PatternProblems(problems: reader.problems)
        }
        self = pattern
    }

    /// The same from text: `Pattern("{value: amount, is: 2.00}")`.
    public init(_ text: String, topics: [String] = []) throws(PatternProblems) {
        var node: Node?
        do { node = try WrittenYAML.node(text) } catch {
            // Not YAML at all: there is no field to name.
            node = nil
        }
        guard let node else {
            throw PatternProblems(problems: [
                PatternProblem(
                    line: 1, column: 1, field: "pattern",
                    fact: .unreadable(text, expected: .pattern))
            ])
        }
        try self.init(yaml: node, topics: topics)
    }
}

/// Turns YAML into patterns and keeps every mistake it meets.
struct PatternReader {
    var topics: [String]
    var problems: [PatternProblem] = []

    static let fields = [
        "act", "about", "value", "is", "atLeast", "atMost", "unit", "says", "fault", "promise",
        "dated", "question", "emptyPoliteness", "language", "all", "any", "not",
    ]

    init(topics: [String]) { self.topics = topics }

    mutating func fail(_ node: Node, _ field: String, _ fact: PatternProblem.Fact) {
        problems.append(
            PatternProblem(
                line: node.mark?.line ?? 0, column: node.mark?.column ?? 0, field: field,
                fact: fact))
    }

    /// Text is `says`, a list is `any`, a mapping its keys.
    mutating func pattern(_ node: Node, field: String) -> Pattern? {
        switch node {
        case .scalar:
            var test = Pattern.Test()
            test.says = wording(node, field: field)
            return test.says == nil ? nil : .test(test)
        case .sequence(let items):
            if items.isEmpty { fail(node, field, .empty) }
            return .any(items.compactMap { pattern($0, field: field) })
        case .mapping(let mapping): return self.mapping(mapping, node)
        case .alias:
            fail(node, field, .unreadable("*", expected: .pattern))
            return nil
        }
    }

    private mutating func mapping(_ mapping: Node.Mapping, _ node: Node) -> Pattern? {
        var test = Pattern.Test()
        var comparison = Comparison()
        var parts: [Pattern] = []
        for (key, value) in mapping {
            let field = key.string ?? "?"
            switch field {
            case "act": test.act = name(value, field)
            case "about": test.topic = topic(value)
            case "value": comparison.sort = name(value, field)
            case "is": comparison.exactly = value
            case "atLeast": comparison.low = value
            case "atMost": comparison.high = value
            case "unit": comparison.unit = value.string
            case "says": test.says = wording(value, field: field)
            case "fault":
                if value.string == "any" {
                    test.fault = .any
                } else {
                    test.fault = name(value, field).map(Pattern.FaultTest.kind)
                }
            case "promise":
                var promise = test.promise ?? Pattern.PromiseTest()
                if value.string != "any" { promise.deed = name(value, field) }
                test.promise = promise
            case "dated":
                var promise = test.promise ?? Pattern.PromiseTest()
                promise.isDated = bool(value, field)
                test.promise = promise
            case "question": test.isQuestion = bool(value, field)
            case "emptyPoliteness": test.isEmptyPoliteness = bool(value, field)
            case "language": test.language = name(value, field)
            case "all": parts.append(.all(list(value, field)))
            case "any": parts.append(.any(list(value, field)))
            case "not": if let inner = pattern(value, field: field) { parts.append(.not(inner)) }
            default:
                fail(
                    key, field,
                    .unknownField(nearest: Spelling.nearest(to: field, among: Self.fields)))
            }
        }
        if comparison.isWritten { test.value = self.value(comparison, node) }
        if test != Pattern.Test() { parts.insert(.test(test), at: 0) }
        if parts.isEmpty {
            if problems.isEmpty { fail(node, "pattern", .empty) }
            return nil
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func list(_ node: Node, _ field: String) -> [Pattern] {
        guard case .sequence(let items) = node else {
            fail(node, field, .unreadable(node.string ?? "", expected: .list))
            return []
        }
        if items.isEmpty { fail(node, field, .empty) }
        return items.compactMap { pattern($0, field: field) }
    }

    private mutating func name<Name: RawRepresentable & CaseIterable>(
        _ node: Node, _ field: String
    ) -> Name? where Name.RawValue == String {
        let word = node.string ?? ""
        if let found = Name(rawValue: word) { return found }
        let nearest = Spelling.nearest(to: word, among: Name.allCases.map(\.rawValue))
        fail(node, field, .unknownName(word, nearest: nearest))
        return nil
    }

    private mutating func topic(_ node: Node) -> Topic? {
        guard let word = node.string, !word.isEmpty else {
            fail(node, "about", .unreadable("", expected: .text))
            return nil
        }
        if !topics.isEmpty, !topics.contains(word) {
            let nearest = Spelling.nearest(to: word, among: topics)
            fail(node, "about", .unknownName(word, nearest: nearest))
            return nil
        }
        return Topic(word)
    }

    private mutating func bool(_ node: Node, _ field: String) -> Bool? {
        if let value = node.bool { return value }
        fail(node, field, .unreadable(node.string ?? "", expected: .yesOrNo))
        return nil
    }

    private mutating func wording(_ node: Node, field: String) -> Pattern.Wording? {
        let nodes: [Node]
        switch node {
        case .scalar: nodes = [node]
        case .sequence(let items): nodes = Array(items)
        case .mapping, .alias:
            fail(node, field, .unreadable("", expected: .text))
            return nil
        }
        if nodes.isEmpty { fail(node, field, .empty) }
        var index = PhraseIndex()
        var phrases: [String] = []
        for item in nodes {
            guard let text = item.string, !text.isEmpty else {
                fail(item, field, .unreadable("", expected: .text))
                continue
            }
            phrases.append(text)
            for choice in Self.choices(text) {
                do throws(Phrase.Problem) { _ = index.add(try Phrase(choice)) } catch {
                    fail(item, field, .badPhrase(text))
                }
            }
        }
        return phrases.isEmpty ? nil : Pattern.Wording(phrases: phrases, index: index)
    }

    /// `loose|relaxed` is two phrases; a `|` inside brackets belongs to its group.
    static func choices(_ text: String) -> [String] {
        var result = [""]
        var depth = 0
        for character in text {
            if "([".contains(character) { depth += 1 }
            if ")]".contains(character) { depth -= 1 }
            if character == "|", depth == 0 {
                result.append("")
            } else {
                result[result.count - 1].append(character)
            }
        }
        return result
    }
}
