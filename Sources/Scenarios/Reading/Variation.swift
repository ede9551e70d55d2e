import Engine
import Foundation
import Yams

/// The names and numbers of one run of a scenario: `vary:` has groups of rows, and the seed picks
/// one row of each. `$(price)` anywhere in the file stands for what the row says of `price`.
///
/// The rows are written whole by the author, so that sums, dates and sizes of one run agree with
/// one another without the program computing anything.
struct Variation {
    private var values: [String: Node] = [:]

    /// Which row of a group is taken.
    enum Choice {
        case seed(UInt64)
        /// The same place in each group, the last one where a group is shorter: to try every row.
        case row(Int)
    }

    init(_ groups: [Group], _ choice: Choice, scenario: String) {
        for group in groups {
            let row: Int
            switch choice {
            case .seed(let seed):
                var dice = Dice(seed: seed, purpose: "vary \(scenario) \(group.name)")
                row = dice.roll(0...group.rows.count - 1)
            case .row(let number): row = min(number, group.rows.count - 1)
            }
            values.merge(group.rows[row]) { first, _ in first }
        }
    }

    /// Rows that give the same names other values.
    struct Group {
        var name: String
        /// Never empty.
        var rows: [[String: Node]]
    }

    /// The file with everything filled in; what is not known is complained of through `reader`.
    func fill(
        _ node: Node, _ reader: inout FieldReader, _ path: String = "",
        tongue: Engine.Tongue? = nil
    ) -> Node {
        switch node {
        case .alias: return node
        case .scalar(let scalar): return fill(scalar, node, &reader, path, tongue)
        case .sequence(let sequence):
            let items = sequence.map { fill($0, &reader, path, tongue: tongue) }
            return .sequence(
                Node.Sequence(items, sequence.tag, sequence.style, sequence.mark))
        case .mapping(let mapping):
            let pairs = mapping.map { key, value -> (Node, Node) in
                let name = key.string ?? ""
                // The rows are what is filled in, and are not filled themselves.
                if path.isEmpty, name == "vary" { return (key, value) }
                let inner = path.isEmpty ? name : path + "." + name
                let language: Engine.Tongue? =
                    name == "zh" ? .chinese : name == "en" ? .english : tongue
                return (key, fill(value, &reader, inner, tongue: language))
            }
            return .mapping(Node.Mapping(pairs, mapping.tag, mapping.style, mapping.mark))
        }
    }

    private func fill(
        _ scalar: Node.Scalar, _ node: Node, _ reader: inout FieldReader, _ path: String,
        _ tongue: Engine.Tongue?
    ) -> Node {
        guard scalar.string.contains("$(") else { return node }
        var rest = Substring(scalar.string)
        var result = ""
        while let start = rest.range(of: "$(") {
            result += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            guard let end = rest.firstIndex(of: ")") else {
                reader.fail(node, path, .badPhrase(scalar.string))
                return node
            }
            let name = String(rest[..<end])
            rest = rest[rest.index(after: end)...]
            guard let value = values[name] else {
                reader.fail(
                    node, path,
                    .unknownName(
                        "$(\(name))",
                        nearest: Spelling.nearest(to: name, among: values.keys.sorted())))
                return node
            }
            // All there is: a text in both languages may stand here too.
            if result.isEmpty, rest.isEmpty, tongue == nil { return value }
            guard let text = Self.text(value, tongue) else {
                reader.fail(node, path, .unreadable("$(\(name))", expected: .text))
                return node
            }
            result += text
        }
        result += rest
        return .scalar(Node.Scalar(result, scalar.tag, scalar.style, scalar.mark))
    }

    private static func text(_ value: Node, _ tongue: Engine.Tongue?) -> String? {
        if case .mapping(let mapping) = value {
            guard let tongue else { return nil }
            return mapping[tongue == .chinese ? "zh" : "en"]?.string
        }
        return value.string
    }
}

extension FieldReader {
    /// The groups of `vary:`; each needs a row.
    mutating func variations(_ root: Node) -> [Variation.Group] {
        /// Which group gives a name.
        var givers: [String: String] = [:]
        guard let node = root.mapping?["vary"] else { return [] }
        guard let mapping = node.mapping else {
            fail(node, "vary", .unreadable(node.string ?? "", expected: .mapping))
            return []
        }
        var groups: [Variation.Group] = []
        for (key, value) in mapping {
            let name = key.string ?? "?"
            let path = "vary." + name
            var rows: [[String: Node]] = []
            for item in items(value, path) {
                guard let row = item.node.mapping else {
                    fail(item.node, item.path, .unreadable("", expected: .mapping))
                    continue
                }
                for (key, value) in row {
                    let field = key.string ?? "?"
                    if givers[field, default: name] != name {
                        fail(key, item.path, .sameIDTwice(field))
                    }
                    givers[field] = name
                    if value.string?.contains("$(") == true {
                        fail(value, item.path + "." + field, .badPhrase(value.string ?? ""))
                    }
                }
                rows.append(
                    Dictionary(
                        row.map { ($0.key.string ?? "?", $0.value) },
                        uniquingKeysWith: { first, _ in first }))
            }
            if rows.isEmpty {
                fail(value, path, .empty)
            } else {
                groups.append(Variation.Group(name: name, rows: rows))
            }
        }
        return groups
    }
}
