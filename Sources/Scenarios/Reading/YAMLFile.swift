import Foundation
import Written
package import Yams

/// One file of a pack as it lies on disk: its bytes, and its YAML with the place of every node.
package struct YAMLFile {
    var path: String
    var bytes: [UInt8]
    package var root: Node

    static let limits = WrittenYAML.Limits(nodes: 400_000)

    package init(path: String) throws(PackProblem) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw PackProblem(file: path, fact: .missingFile)
        }
        try self.init(path: path, bytes: [UInt8](data))
    }

    init(path: String, bytes: [UInt8]) throws(PackProblem) {
        self.path = path
        self.bytes = bytes
        guard bytes.count <= Self.limits.bytes else {
            throw PackProblem(file: path, fact: .tooMany(limit: Self.limits.bytes))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw PackProblem(file: path, fact: .notText)
        }
        let node: Node?
        do { node = try WrittenYAML.node(text, limits: Self.limits) } catch {
            throw Self.problem(path, error)
        }
        guard let node else { throw PackProblem(file: path, fact: .empty) }
        root = node
    }

    private static func problem(_ path: String, _ fault: WrittenYAML.Fault) -> PackProblem {
        var problem = PackProblem(
            file: path, line: fault.line, column: fault.column, fact: .notYAML(fault.words))
        switch fault.fact {
        case .tooLarge(let limit), .tooManyNodes(let limit): problem.fact = .tooMany(limit: limit)
        case .tooDeep(let limit): problem.fact = .tooDeep(limit: limit)
        case .twice(let names):
            problem.field = names.joined(separator: ", ")
            problem.fact = .writtenTwice
        case .tooManyReferences, .notYAML: break
        }
        return problem
    }
}
