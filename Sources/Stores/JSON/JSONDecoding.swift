import Engine

/// One value on the tape, on its way into a type of ours. Small enough to be handed around without
/// a place of its own in memory.
struct JSONDecoding: Decoder {
    let notes: JSONNotes
    let node: Int

    init(_ notes: JSONNotes, _ node: Int) {
        self.notes = notes
        self.node = node
    }

    var tape: JSONTape { notes.tape }
    /// Worked out only when something is wrong.
    var codingPath: [any CodingKey] { JSONPath.keys(to: node, on: tape) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard tape.kind(of: node) == .object else { throw wrong(.object, type) }
        return KeyedDecodingContainer(JSONFields<Key>(of: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard tape.kind(of: node) == .array else { throw wrong(.array, [Any].self) }
        return JSONItems(of: self)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

    func wrong(_ wanted: JSONFault.Kind, _ type: Any.Type) -> DecodingError {
        notes.note(.wrongKind(wanted: wanted), at: node)
        return DecodingError.typeMismatch(
            type, DecodingError.Context(codingPath: codingPath, debugDescription: ""))
    }

    private func fault(_ fact: JSONFault.Fact) -> DecodingError {
        notes.note(fact, at: node)
        return DecodingError.dataCorrupted(
            DecodingError.Context(codingPath: codingPath, debugDescription: ""))
    }

    // MARK: Values

    func text() throws -> String {
        guard tape.kind(of: node) == .text else { throw wrong(.text, String.self) }
        // Some types try one kind and then another.
        notes.forget(node)
        return tape.text(of: node)
    }

    func truth() throws -> Bool {
        guard tape.kind(of: node) == .truth else { throw wrong(.truth, Bool.self) }
        return tape.bytes[tape.nodes[node].start] == UInt8(ascii: "t")
    }

    func whole<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        guard tape.kind(of: node) == .number else { throw wrong(.number, type) }
        if let whole = tape.whole(node), let number = Number(exactly: whole) { return number }
        let text = String(tape.raw(node))
        // What an Int64 cannot hold a UInt64 may.
        if let number = Number(text) { return number }
        let isFraction = text.contains { ".eE".contains($0) }
        throw fault(isFraction ? .notWhole(text) : .outOfRange(text))
    }

    func fraction() throws -> Double {
        guard tape.kind(of: node) == .number else { throw wrong(.number, Double.self) }
        guard let number = Double(tape.raw(node)), number.isFinite else {
            throw fault(.outOfRange(String(tape.raw(node))))
        }
        return number
    }

    func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
        do {
            return try Value(from: self)
        } catch let error as DecodingError {
            noteChoices(type)
            throw error
        }
    }

    /// A word that is none of a list: the list is said. A number that a type does not take is out
    /// of range.
    private func noteChoices<Value>(_ type: Value.Type) {
        if tape.kind(of: node) == .number, !notes.knows(node) {
            notes.note(.outOfRange(String(tape.raw(node))), at: node)
        }
        guard !tape.isBracket(node), let words = Self.choices(of: type) else { return }
        let text = tape.kind(of: node) == .text ? tape.text(of: node) : String(tape.raw(node))
        let nearest = Spelling.nearest(to: text, among: words)
        notes.note(.noChoice(text, among: words, nearest: nearest), at: node)
    }

    private static func choices(of type: Any.Type) -> [String]? {
        if let type = type as? any Coded.Type { return type.forms }
        guard let type = type as? any CaseIterable.Type else { return nil }
        let words = words(type)
        return words.isEmpty ? nil : words
    }

    private static func words<List: CaseIterable>(_ type: List.Type) -> [String] {
        type.allCases.compactMap { choice in
            (choice as? any RawRepresentable).map { "\($0.rawValue)" }
        }
    }
}

extension JSONDecoding: SingleValueDecodingContainer {
    func decodeNil() -> Bool { tape.kind(of: node) == .null }
    func decode(_ type: Bool.Type) throws -> Bool { try truth() }
    func decode(_ type: String.Type) throws -> String { try text() }
    func decode(_ type: Double.Type) throws -> Double { try fraction() }
    func decode(_ type: Float.Type) throws -> Float { Float(try fraction()) }
    func decode(_ type: Int.Type) throws -> Int { try whole(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try whole(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try whole(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try whole(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try whole(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try whole(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try whole(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try whole(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try whole(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try whole(type) }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try value(type) }
}
