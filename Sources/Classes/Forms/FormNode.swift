import Engine
import Yams

/// A piece of a form a person wrote in YAML: a text, a list or named parts, with its line.
struct FormNode {
    enum Shape {
        case text(String)
        case list([FormNode])
        /// In the order of the file.
        case parts([(name: String, line: Int, value: FormNode)])
    }

    let shape: Shape
    let line: Int

    /// Larger forms are a mistake, and so are deeper ones: the parser descends by recursion.
    private static let byteLimit = 1_000_000
    private static let depthLimit = 60

    init(_ bytes: [UInt8], file: String) throws(FormFaults) {
        func fail(_ line: Int, _ fact: FormFault.Fact) -> FormFaults {
            FormFaults([FormFault(file: file, line: line, fact: fact)])
        }
        guard bytes.count <= Self.byteLimit else { throw fail(0, .tooLarge) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw fail(0, .notText) }
        if let line = Self.tooDeepLine(bytes) { throw fail(line, .tooDeep) }
        let node: Node?
        do { node = try Yams.compose(yaml: text) } catch {
            let (line, words) = Self.place(of: error)
            throw fail(line, .notYAML(words))
        }
        guard let node, node != "" else { throw fail(0, .nothing) }
        var budget = 20_000
        guard let read = FormNode(node, &budget) else { throw fail(0, .tooLarge) }
        self = read
    }

    /// Nil where aliases blow the form up beyond the budget.
    private init?(_ node: Node, _ budget: inout Int) {
        budget -= 1
        guard budget > 0 else { return nil }
        line = node.mark?.line ?? 0
        switch node {
        case .scalar(let scalar): shape = .text(scalar.string)
        case .alias: shape = .text("")
        case .sequence(let sequence):
            var items: [FormNode] = []
            for item in sequence {
                guard let read = FormNode(item, &budget) else { return nil }
                items.append(read)
            }
            shape = .list(items)
        case .mapping(let mapping):
            var parts: [(name: String, line: Int, value: FormNode)] = []
            for (key, value) in mapping {
                guard let read = FormNode(value, &budget) else { return nil }
                parts.append((key.string ?? "?", key.mark?.line ?? 0, read))
            }
            shape = .parts(parts)
        }
    }

    var text: String? {
        switch shape {
        case .text(let text): text
        case .list, .parts: nil
        }
    }

    private static func place(of error: any Error) -> (line: Int, words: String) {
        guard let error = error as? YamlError else { return (0, "\(error)") }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return (mark.line, problem)
        case .duplicatedKeysInMapping(let names, let context):
            return (context.mark.line, "\(names.sorted().joined(separator: ", ")) ×2")
        case .reader(let problem, _, _, _), .representer(let problem), .writer(let problem),
            .emitter(let problem):
            return (0, problem)
        case .no, .memory, .dataCouldNotBeDecoded: return (0, "")
        }
    }

    private static func tooDeepLine(_ bytes: [UInt8]) -> Int? {
        var depth = 0
        var dashes = 0
        var line = 1
        var isMargin = true
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            case UInt8(ascii: "\n"):
                line += 1
                dashes = 0
                isMargin = true
                continue
            case UInt8(ascii: "-"), UInt8(ascii: "?"): if isMargin { dashes += 1 }
            case UInt8(ascii: " "): break
            case _: isMargin = false
            }
            if depth > depthLimit || dashes > depthLimit { return line }
        }
        return nil
    }
}
