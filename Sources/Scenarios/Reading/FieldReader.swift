import Engine
import Language
import Simulation
package import Yams

/// Reads the fields of one file and keeps every mistake it meets, so that all of them can be
/// shown at once. What it returns after a mistake is never used.
package struct FieldReader {
    let file: String
    package var problems: [PackProblem] = []
    /// What the shop's files have named, for references to it.
    var names = KnownNames()
    /// Turns `-2d 3:15` into an instant.
    var clock = ShopClock(opensAt: Instant(milliseconds: 0), offset: CivilTime.chinaOffset)
    /// Topics that `about:` may name; empty accepts any.
    var topics: [String] = []
    /// Whose newest order, case or review is meant where nobody is named.
    var customer: CustomerID?
    /// Line of each rule and state, by its name.
    var lines: [String: Int] = [:]

    package init(file: String) { self.file = file }

    /// The fields of one mapping.
    package struct Fields {
        let node: Node
        package let path: String
        package let map: [String: Node]

        package subscript(name: String) -> Node? { map[name] }
        package func has(_ name: String) -> Bool { map[name] != nil }
        package func path(_ name: String) -> String { path.isEmpty ? name : path + "." + name }
    }

    package mutating func fail(_ node: Node, _ field: String, _ fact: PackProblem.Fact) {
        problems.append(
            PackProblem(
                file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0,
                field: field, fact: fact))
    }

    /// Checks that `node` is a mapping with none but `known` fields and all of `required`.
    package mutating func fields(
        _ node: Node, _ path: String, required: [String] = [], optional: [String] = []
    ) -> Fields? {
        guard let mapping = node.mapping else {
            fail(node, path, .unreadable(node.string ?? "", expected: .mapping))
            return nil
        }
        let known = required + optional
        var map: [String: Node] = [:]
        for (key, value) in mapping {
            let name = key.string ?? "?"
            if known.contains(name) {
                map[name] = value
            } else {
                let field = path.isEmpty ? name : path + "." + name
                fail(key, field, .unknownField(nearest: Spelling.nearest(to: name, among: known)))
            }
        }
        var isWhole = true
        for name in required where map[name] == nil {
            fail(node, path, .missingField(name))
            isWhole = false
        }
        return isWhole ? Fields(node: node, path: path, map: map) : nil
    }

    /// The items of a list with their paths; nothing where the field is absent.
    package mutating func items(_ fields: Fields, _ name: String) -> [(node: Node, path: String)] {
        guard let node = fields[name] else { return [] }
        return items(node, fields.path(name))
    }

    mutating func items(_ node: Node, _ path: String) -> [(node: Node, path: String)] {
        guard let sequence = node.sequence else {
            fail(node, path, .unreadable(node.string ?? "", expected: .list))
            return []
        }
        return sequence.enumerated().map { ($0.element, "\(path)[\($0.offset + 1)]") }
    }

    /// The named parts of a mapping that has free names, in the order of the file.
    mutating func parts(_ fields: Fields, _ name: String) -> [(name: String, key: Node, node: Node)]
    {
        guard let node = fields[name] else { return [] }
        guard let mapping = node.mapping else {
            fail(node, fields.path(name), .unreadable(node.string ?? "", expected: .mapping))
            return []
        }
        return mapping.map { ($0.key.string ?? "?", $0.key, $0.value) }
    }
}

/// Everything in the shop's files that another file can refer to.
struct KnownNames {
    var products: Set<String> = []
    var variants: Set<String> = []
    var coupons: Set<String> = []
    var customers: Set<String> = []
    var promotions: Set<String> = []
    /// Accounts in customers' purses.
    var accounts: Set<String> = []
    /// Titles by id.
    var knowledge: [String: Engine.Bilingual] = [:]
    /// The shop's pictures and papers, by their names in either language.
    var files: [String: Engine.Bilingual] = [:]
    /// The pack's name of an order, the platform's number and whose it is.
    var orders: [String: (id: OrderID, customer: String)] = [:]
    /// Names of things that are written but could not be read; they have been complained of once,
    /// so who refers to them is left in peace.
    var unread: Set<String> = []
    var needs: Set<String> = []
    var states: Set<String> = []
}
