import Foundation
package import Yams

/// One file of a pack as it lies on disk: its bytes, and its YAML with the place of every node.
package struct YAMLFile {
    var path: String
    var bytes: [UInt8]
    package var root: Node

    /// Larger files are a mistake; hostile ones are turned away before they cost anything.
    static let byteLimit = 16_000_000
    static let nodeLimit = 400_000
    static let depthLimit = 200

    package init(path: String) throws(PackProblem) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw PackProblem(file: path, fact: .missingFile)
        }
        try self.init(path: path, bytes: [UInt8](data))
    }

    init(path: String, bytes: [UInt8]) throws(PackProblem) {
        self.path = path
        self.bytes = bytes
        guard bytes.count <= Self.byteLimit else {
            throw PackProblem(file: path, fact: .tooMany(limit: Self.byteLimit))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw PackProblem(file: path, fact: .notText)
        }
        if let line = Self.tooDeepLine(bytes) {
            throw PackProblem(file: path, line: line, fact: .tooDeep(limit: Self.depthLimit))
        }
        let node: Node?
        do { node = try Yams.compose(yaml: text) } catch {
            throw Self.problem(path, error)
        }
        guard let node else { throw PackProblem(file: path, fact: .empty) }
        var budget = Self.nodeLimit
        Self.count(node, &budget)
        guard budget > 0 else {
            throw PackProblem(file: path, fact: .tooMany(limit: Self.nodeLimit))
        }
        root = node
    }

    private static func problem(_ path: String, _ error: any Error) -> PackProblem {
        guard let error = error as? YamlError else {
            return PackProblem(file: path, fact: .notYAML("\(error)"))
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return PackProblem(
                file: path, line: mark.line, column: mark.column, fact: .notYAML(problem))
        case .duplicatedKeysInMapping(let names, let context):
            return PackProblem(
                file: path, line: context.mark.line, column: context.mark.column,
                field: names.sorted().joined(separator: ", "), fact: .writtenTwice)
        case .reader(let problem, _, _, _), .representer(let problem), .writer(let problem),
            .emitter(let problem):
            return PackProblem(file: path, fact: .notYAML(problem))
        case .no, .memory, .dataCouldNotBeDecoded:
            return PackProblem(file: path, fact: .notText)
        }
    }

    /// The parser descends by recursion; what nests deeper than any person writes never gets
    /// there. Brackets inside quotes are counted too: nobody quotes so many open ones.
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
            default: isMargin = false
            }
            if depth > depthLimit || dashes > depthLimit { return line }
        }
        return nil
    }

    /// Aliases may blow a small file up to any size; counting stops when the budget is spent.
    private static func count(_ node: Node, _ budget: inout Int) {
        budget -= 1
        guard budget > 0 else { return }
        switch node {
        case .scalar, .alias: break
        case .sequence(let items): for item in items where budget > 0 { count(item, &budget) }
        case .mapping(let pairs):
            for (key, value) in pairs where budget > 0 {
                count(key, &budget)
                count(value, &budget)
            }
        }
    }
}
