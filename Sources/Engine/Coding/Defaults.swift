/// What a form leaves out stands for the usual: that keeps a store of a hundred thousand orders
/// small, and lets forms written before a field existed be read.
extension KeyedDecodingContainer {
    func value<Value: Decodable>(_ key: Key, or usual: Value) throws -> Value {
        try decodeIfPresent(Value.self, forKey: key) ?? usual
    }

    /// A list that is left out is empty. The compiler's own decoding takes this one, too, because
    /// it is nearer to the type than the library's.
    func decode<Element: Decodable>(_ type: [Element].Type, forKey key: Key) throws -> [Element] {
        try decodeIfPresent([Element].self, forKey: key) ?? []
    }
}

extension KeyedEncodingContainer {
    mutating func put<Value: Encodable & Equatable>(
        _ value: Value, _ key: Key, unless usual: Value
    ) throws {
        if value != usual { try encode(value, forKey: key) }
    }
}

/// The name of a field, for types that are written by the compiler and read with what is usual.
struct FieldName: CodingKey, ExpressibleByStringLiteral {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringLiteral value: String) { stringValue = value }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension KeyedDecodingContainer<FieldName> {
    /// Leaves `field` as it is where the form says nothing of it.
    func read<Value: Decodable>(_ name: FieldName, _ field: inout Value) throws {
        if let value = try decodeIfPresent(Value.self, forKey: name) { field = value }
    }

    func needed<Value: Decodable>(_ name: FieldName) throws -> Value {
        try decode(Value.self, forKey: name)
    }

    func optional<Value: Decodable>(_ name: FieldName) throws -> Value? {
        try decodeIfPresent(Value.self, forKey: name)
    }
}
