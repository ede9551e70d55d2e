import Engine

/// Reads our values from JSON: several times faster than Foundation's, with the line, the column
/// and the field of whatever is wrong, and with a field that nobody knows as a fault of its own.
///
///     let store = try JSONReader.read(ShopFixture.self, from: bytes)
public enum JSONReader {
    /// - Parameter isStrict: a field that nobody knows is a fault; else it is passed over, as in
    ///   journals that other versions wrote.
    /// - Throws: `JSONFault`: the first thing that is wrong; what `Value` itself threw otherwise.
    public static func read<Value: Decodable>(
        _ type: Value.Type, from bytes: [UInt8], isStrict: Bool = true
    ) throws -> Value {
        try bytes.withUnsafeBufferPointer { bytes in
            let tape = try JSONTape(bytes)
            let notes = JSONNotes(tape)
            let value: Value
            do {
                value = try Value(from: JSONDecoding(notes, 0))
            } catch let error as DecodingError {
                throw notes.fault(error)
            }
            if isStrict, notes.hasUnusedKey {
                // Read once more, now remembering which fields are asked for, to say what may
                // have been meant.
                let asking = JSONNotes(tape, remembersFields: true)
                _ = try? Value(from: JSONDecoding(asking, 0))
                if let fault = asking.unusedKey() { throw fault }
            }
            return value
        }
    }

    /// The place of a field by its path, for a fault that was found after the reading.
    public static func place(of path: String, in bytes: [UInt8]) -> TextPlace? {
        bytes.withUnsafeBufferPointer { bytes in
            guard let tape = try? JSONTape(bytes) else { return nil }
            return TextPlace(of: tape.nodes[JSONPath.node(path, on: tape)].start, in: bytes)
        }
    }
}

/// What a reading knows beside the text itself: what might have stood where something else stands.
final class JSONNotes {
    let tape: JSONTape
    private var facts: [Int: JSONFault.Fact] = [:]
    private var fields: [Int: [String]] = [:]
    let remembersFields: Bool

    init(_ tape: JSONTape, remembersFields: Bool = false) {
        self.tape = tape
        self.remembersFields = remembersFields
    }

    func remember(_ field: String, of object: Int) {
        fields[object, default: []].append(field)
    }

    /// Why the value at a node cannot be read; who knows more says it again.
    func note(_ fact: JSONFault.Fact, at node: Int) { facts[node] = fact }

    func knows(_ node: Int) -> Bool { facts[node] != nil }

    func forget(_ node: Int) { if !facts.isEmpty { facts[node] = nil } }

    /// Where a fault has been noted, it says more than the error that it led to.
    func fault(_ error: DecodingError) -> JSONFault {
        switch error {
        case .keyNotFound(let key, let context):
            let node = JSONPath.node(context.codingPath, on: tape)
            return fault(.missing(field: key.stringValue), at: node)
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .dataCorrupted(let context):
            let node = JSONPath.node(context.codingPath, on: tape)
            if let known = facts[node] { return fault(known, at: node) }
            // A choice with values of its own is an object with its name as the only field.
            if tape.kind(of: node) == .object {
                return fault(.noSuchName(names(in: node)), at: node)
            }
            return fault(.unreadable(short(tape.raw(node))), at: node)
        @unknown default:
            return fault(.unreadable(""), at: 0)
        }
    }

    private func names(in object: Int) -> [String] {
        var names: [String] = []
        var node = object + 1
        while node < tape.nodes[object].end {
            names.append(tape.text(of: node))
            node = tape.after(node + 1)
        }
        return names
    }

    private func short(_ text: Substring) -> String {
        text.count > 60 ? text.prefix(60) + "…" : String(text)
    }

    private func fault(_ fact: JSONFault.Fact, at node: Int) -> JSONFault {
        JSONFault(
            fact, path: JSONPath.path(to: node, on: tape),
            place: TextPlace(of: tape.nodes[node].start, in: tape.bytes))
    }

    /// The first field that nobody asked for: misspelt, or written twice. The tape holds an
    /// object's keys and their values one after the other, so that one walk finds it.
    func unusedKey() -> JSONFault? {
        firstUnused(in: 0).map { unused($0.key, in: $0.object) }
    }

    var hasUnusedKey: Bool { firstUnused(in: 0) != nil }

    private func firstUnused(in node: Int) -> (key: Int, object: Int)? {
        guard tape.isBracket(node) else { return nil }
        let isObject = tape.kind(of: node) == .object
        var child = node + 1
        while child < tape.nodes[node].end {
            if isObject {
                if !tape.nodes[child].isUsed { return (child, node) }
                child += 1
            }
            if let found = firstUnused(in: child) { return found }
            child = tape.after(child)
        }
        return nil
    }

    private func unused(_ key: Int, in object: Int) -> JSONFault {
        let name = tape.text(of: key)
        var other = object + 1
        while other < key {
            if tape.text(of: other) == name { return fault(.repeatedField, at: key) }
            other = tape.after(other + 1)
        }
        let nearest = Spelling.nearest(to: name, among: fields[object] ?? [])
        return fault(.unknownField(nearest: nearest), at: key)
    }
}
