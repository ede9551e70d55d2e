/// The fields of an object.
struct JSONFields<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let object: JSONDecoding

    init(of object: JSONDecoding) { self.object = object }

    private var tape: JSONTape { object.tape }
    var codingPath: [any CodingKey] { object.codingPath }

    var allKeys: [Key] {
        if object.notes.remembersFields, let list = Key.self as? any CaseIterable.Type {
            rememberAll(list)
        }
        var keys: [Key] = []
        var node = object.node + 1
        while node < tape.nodes[object.node].end {
            if let key = Key(stringValue: tape.text(of: node)) { keys.append(key) }
            node = tape.after(node + 1)
        }
        return keys
    }

    private func rememberAll<List: CaseIterable>(_ list: List.Type) {
        for case let key as Key in list.allCases {
            object.notes.remember(key.stringValue, of: object.node)
        }
    }

    private func find(_ key: Key) -> Int? {
        if object.notes.remembersFields {
            object.notes.remember(key.stringValue, of: object.node)
        }
        if let node = tape.find(key.stringValue, in: object.node) { return node }
        // A choice with one value and no name for it, `buy(Purchase)`, is written by the compiler
        // as {"buy":{"_0":{…}}}; people write {"buy":{…}}.
        return key.stringValue == "_0" ? object.node : nil
    }

    func contains(_ key: Key) -> Bool { find(key) != nil }

    private func field(_ key: Key) throws -> JSONDecoding {
        guard let node = find(key) else {
            throw DecodingError.keyNotFound(
                key, DecodingError.Context(codingPath: codingPath, debugDescription: ""))
        }
        return JSONDecoding(object.notes, node)
    }

    /// Nil for a field that is left out, and for one that says `null`.
    private func fieldIfPresent(_ key: Key) -> JSONDecoding? {
        guard let node = find(key) else { return nil }
        let field = JSONDecoding(object.notes, node)
        return field.decodeNil() ? nil : field
    }

    func decodeNil(forKey key: Key) throws -> Bool { try field(key).decodeNil() }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try field(key).truth() }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try field(key).text() }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
        try field(key).fraction()
    }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float {
        Float(try field(key).fraction())
    }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try field(key).whole(type) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try field(key).whole(type) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try field(key).whole(type) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try field(key).whole(type) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try field(key).whole(type) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try field(key).whole(type) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try field(key).whole(type) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 {
        try field(key).whole(type)
    }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 {
        try field(key).whole(type)
    }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 {
        try field(key).whole(type)
    }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try field(key).value(type)
    }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        try fieldIfPresent(key)?.truth()
    }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        try fieldIfPresent(key)?.text()
    }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        try fieldIfPresent(key)?.whole(type)
    }
    func decodeIfPresent<Value: Decodable>(
        _ type: Value.Type, forKey key: Key
    ) throws -> Value? {
        try fieldIfPresent(key)?.value(type)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try field(key).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try field(key).unkeyedContainer()
    }
    func superDecoder() throws -> any Decoder { object }
    func superDecoder(forKey key: Key) throws -> any Decoder { try field(key) }
}

/// The items of a list, one after the other.
struct JSONItems: UnkeyedDecodingContainer {
    private let list: JSONDecoding
    private var node: Int
    private(set) var currentIndex = 0

    init(of list: JSONDecoding) {
        self.list = list
        node = list.node + 1
    }

    var codingPath: [any CodingKey] { list.codingPath }
    var isAtEnd: Bool { node >= list.tape.nodes[list.node].end }

    var count: Int? {
        var count = 0
        var node = list.node + 1
        while node < list.tape.nodes[list.node].end {
            count += 1
            node = list.tape.after(node)
        }
        return count
    }

    /// The item at hand, read; a failed reading stays where it is, so that another form can be
    /// tried.
    private mutating func next<Value>(_ read: (JSONDecoding) throws -> Value) throws -> Value {
        guard !isAtEnd else {
            list.notes.note(.missing(field: "[\(currentIndex)]"), at: list.node)
            throw DecodingError.valueNotFound(
                Any.self, DecodingError.Context(codingPath: codingPath, debugDescription: ""))
        }
        let value = try read(JSONDecoding(list.notes, node))
        node = list.tape.after(node)
        currentIndex += 1
        return value
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, JSONDecoding(list.notes, node).decodeNil() else { return false }
        node = list.tape.after(node)
        currentIndex += 1
        return true
    }
    mutating func decode(_ type: Bool.Type) throws -> Bool { try next { try $0.truth() } }
    mutating func decode(_ type: String.Type) throws -> String { try next { try $0.text() } }
    mutating func decode(_ type: Double.Type) throws -> Double { try next { try $0.fraction() } }
    mutating func decode(_ type: Float.Type) throws -> Float {
        Float(try next { try $0.fraction() })
    }
    mutating func decode(_ type: Int.Type) throws -> Int { try next { try $0.whole(type) } }
    mutating func decode(_ type: Int8.Type) throws -> Int8 { try next { try $0.whole(type) } }
    mutating func decode(_ type: Int16.Type) throws -> Int16 { try next { try $0.whole(type) } }
    mutating func decode(_ type: Int32.Type) throws -> Int32 { try next { try $0.whole(type) } }
    mutating func decode(_ type: Int64.Type) throws -> Int64 { try next { try $0.whole(type) } }
    mutating func decode(_ type: UInt.Type) throws -> UInt { try next { try $0.whole(type) } }
    mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try next { try $0.whole(type) } }
    mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try next { try $0.whole(type) } }
    mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try next { try $0.whole(type) } }
    mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try next { try $0.whole(type) } }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try next { try $0.value(type) }
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try next { try $0.container(keyedBy: type) }
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next { try $0.unkeyedContainer() }
    }
    mutating func superDecoder() throws -> any Decoder { try next { $0 } }
}
