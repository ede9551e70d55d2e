/// The way from the whole text to a value in it: `orders[17].lines[0].variant`.
enum JSONPath {
    /// The node that a reading was at; the last one that exists where the way leads further.
    static func node(_ keys: [any CodingKey], on tape: JSONTape) -> Int {
        var node = 0
        for key in keys {
            guard let next = child(key.stringValue, key.intValue, of: node, on: tape) else { break }
            node = next
        }
        return node
    }

    static func node(_ path: String, on tape: JSONTape) -> Int {
        var node = 0
        for part in path.split(whereSeparator: { ".[]".contains($0) }) {
            guard let next = child(String(part), Int(part), of: node, on: tape) else { break }
            node = next
        }
        return node
    }

    private static func child(
        _ name: String, _ index: Int?, of node: Int, on tape: JSONTape
    ) -> Int? {
        switch tape.kind(of: node) {
        case .object: return tape.find(name, in: node)
        case .array:
            guard var index else { return nil }
            var child = node + 1
            while child < tape.nodes[node].end {
                if index == 0 { return child }
                index -= 1
                child = tape.after(child)
            }
            return nil
        case .text, .number, .truth, .null: return nil
        }
    }

    /// The keys and places on the way to a value or a key.
    static func keys(to node: Int, on tape: JSONTape) -> [JSONKey] {
        var keys: [JSONKey] = []
        var at = 0
        while at != node, tape.isBracket(at) {
            let isObject = tape.kind(of: at) == .object
            var child = at + 1
            var index = 0
            while child < tape.nodes[at].end {
                let value = isObject ? child + 1 : child
                if node < tape.after(value) { break }
                child = tape.after(value)
                index += 1
            }
            guard child < tape.nodes[at].end else { break }
            keys.append(isObject ? JSONKey(tape.text(of: child)) : JSONKey(index))
            if child == node { break }
            at = isObject ? child + 1 : child
        }
        return keys
    }

    static func path(to node: Int, on tape: JSONTape) -> String {
        keys(to: node, on: tape).reduce("") { path, key in
            if let index = key.intValue { return path + "[\(index)]" }
            return path.isEmpty ? key.stringValue : path + "." + key.stringValue
        }
    }
}

/// A step of a path: a field's name or a place in a list.
struct JSONKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(_ name: String) {
        stringValue = name
        intValue = nil
    }
    init(_ index: Int) {
        stringValue = "\(index)"
        intValue = index
    }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { self.init(intValue) }
}
