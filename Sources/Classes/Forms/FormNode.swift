import Engine
import Written
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

    /// Larger forms are a mistake, and so are deeper ones.
    private static let limits = WrittenYAML.Limits(bytes: 1_000_000, nodes: 20_000, depth: 60)

    init(_ bytes: [UInt8], file: String) throws(FormFaults) {
        func fail(_ line: Int, _ fact: FormFault.Fact) -> FormFaults {
            FormFaults([FormFault(file: file, line: line, fact: fact)])
        }
        guard bytes.count <= Self.limits.bytes else { throw fail(0, .tooLarge) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw fail(0, .notText) }
        let node: Node?
        do { node = try WrittenYAML.node(text, limits: Self.limits) } catch {
            switch error.fact {
            case .tooLarge, .tooManyNodes, .tooManyReferences: throw fail(error.line, .tooLarge)
            case .tooDeep: throw fail(error.line, .tooDeep)
            case .twice, .notYAML: throw fail(error.line, .notYAML(error.words))
            }
        }
        guard let node, node != "" else { throw fail(0, .nothing) }
        self.init(node)
    }

    private init(_ node: Node) {
        line = node.mark?.line ?? 0
        switch node {
        case .scalar(let scalar): shape = .text(scalar.string)
        case .alias: shape = .text("")
        case .sequence(let sequence):
            shape = .list(sequence.map { FormNode($0) })
        case .mapping(let mapping):
            shape = .parts(
                mapping.map { key, value in
                    (key.string ?? "?", key.mark?.line ?? 0, FormNode(value))
                })
        }
    }

    var text: String? {
        switch shape {
        case .text(let text): text
        case .list, .parts: nil
        }
    }
}
