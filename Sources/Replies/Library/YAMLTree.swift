import Written
import Yams

/// What a YAML file says, with the line of everything: texts, lists and fields by name. All texts
/// are taken as they are written; whether `1` is a number is for the reader of a field to say.
indirect enum YAMLTree: Hashable, Sendable {
    case text(String, line: Int)
    case list([YAMLTree], line: Int)
    case fields([Field], line: Int)

    /// One named value of a mapping.
    struct Field: Hashable, Sendable {
        let name: String
        let line: Int
        let value: YAMLTree
    }

    var line: Int {
        switch self {
        case .text(_, let line), .list(_, let line), .fields(_, let line): line
        }
    }

    var text: String? {
        if case .text(let text, _) = self { text } else { nil }
    }

    var list: [YAMLTree]? {
        if case .list(let list, _) = self { list } else { nil }
    }

    var fields: [Field]? {
        if case .fields(let fields, _) = self { fields } else { nil }
    }

    /// The value of a field; nil where there is none of that name.
    subscript(name: String) -> YAMLTree? { fields?.first { $0.name == name }?.value }

    func text(_ name: String) -> String? { self[name]?.text }

    /// Reads a file: the plain shape quickly, everything else with Yams. Nil for an empty file.
    ///
    static func read(_ text: String) throws(WrittenYAML.Fault) -> YAMLTree? {
        if let plain = PlainYAML.read(text) { return plain }
        return try WrittenYAML.node(text).map(YAMLTree.init)
    }

    init(_ node: Node) {
        let line = node.mark?.line ?? 0
        switch node {
        case .scalar(let scalar):
            self = .text(scalar.string, line: line)
        case .sequence(let sequence):
            self = .list(sequence.map(YAMLTree.init), line: line)
        case .mapping(let mapping):
            let fields = mapping.compactMap { key, value in
                key.scalar.map {
                    Field(name: $0.string, line: $0.mark?.line ?? 0, value: YAMLTree(value))
                }
            }
            self = .fields(fields, line: line)
        case .alias:
            // Yams follows references while it composes; none is left standing.
            self = .text("", line: line)
        }
    }
}
