import Yams

/// The entries of one YAML mapping by name, in the order of the file, with their lines.
struct Entries {
    private let nodes: [String: Node]
    let names: [(name: String, line: Int)]

    init?(_ node: Node) {
        guard case .mapping(let mapping) = node else { return nil }
        var nodes: [String: Node] = [:]
        var names: [(name: String, line: Int)] = []
        for (key, value) in mapping {
            guard case .scalar(let name) = key else { continue }
            nodes[name.string] = value
            names.append((name.string, key.line))
        }
        self.nodes = nodes
        self.names = names
    }

    subscript(name: String) -> Node? { nodes[name] }

    func text(_ name: String) -> String? { nodes[name]?.words }

    /// `{zh: …, en: …}` and nothing else.
    var isWords: Bool { Set(nodes.keys) == ["zh", "en"] }
}

extension Node {
    /// The scalar as written; nil for a list or a mapping.
    var words: String? { if case .scalar(let scalar) = self { scalar.string } else { nil } }

    var line: Int { mark?.line ?? 0 }

    /// Nothing behind the colon.
    var isNothing: Bool {
        guard case .scalar(let scalar) = self, scalar.style != .doubleQuoted,
            scalar.style != .singleQuoted
        else { return false }
        return ["", "null", "~"].contains(scalar.string)
    }
}
