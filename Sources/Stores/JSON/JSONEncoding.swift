/// A place on the sheet where one value is to be written.
struct JSONEncoding: Encoder {
    let sheet: UnsafeMutablePointer<JSONSheet>

    init(_ sheet: UnsafeMutablePointer<JSONSheet>) { self.sheet = sheet }

    /// Nothing of ours asks where it is while it is written.
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(JSONFieldsWriter<Key>(sheet, sheet.pointee.begin(object: true)))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        JSONItemsWriter(sheet, sheet.pointee.begin(object: false))
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    /// Writes a value and closes what it opened.
    func write(_ value: some Encodable) throws {
        let (depth, start) = (sheet.pointee.depth, sheet.pointee.bytes.count)
        try value.encode(to: self)
        sheet.pointee.close(downTo: depth, since: start)
    }
}

extension JSONEncoding: SingleValueEncodingContainer {
    func encodeNil() { sheet.pointee.writeNull() }
    func encode(_ value: Bool) { sheet.pointee.write(value) }
    func encode(_ value: String) { sheet.pointee.write(value) }
    func encode(_ value: Double) { sheet.pointee.write(value) }
    func encode(_ value: Float) { sheet.pointee.write(Double(value)) }
    func encode(_ value: Int) { sheet.pointee.write(value) }
    func encode(_ value: Int8) { sheet.pointee.write(value) }
    func encode(_ value: Int16) { sheet.pointee.write(value) }
    func encode(_ value: Int32) { sheet.pointee.write(value) }
    func encode(_ value: Int64) { sheet.pointee.write(value) }
    func encode(_ value: UInt) { sheet.pointee.write(value) }
    func encode(_ value: UInt8) { sheet.pointee.write(value) }
    func encode(_ value: UInt16) { sheet.pointee.write(value) }
    func encode(_ value: UInt32) { sheet.pointee.write(value) }
    func encode(_ value: UInt64) { sheet.pointee.write(value) }
    func encode(_ value: some Encodable) throws { try write(value) }
}

/// An object that is being written.
struct JSONFieldsWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
    private let sheet: UnsafeMutablePointer<JSONSheet>
    private let depth: Int

    init(_ sheet: UnsafeMutablePointer<JSONSheet>, _ depth: Int) {
        self.sheet = sheet
        self.depth = depth
    }

    var codingPath: [any CodingKey] { [] }

    private func field(_ key: Key) -> JSONEncoding {
        sheet.pointee.field(key.stringValue, at: depth)
        return JSONEncoding(sheet)
    }

    func encodeNil(forKey key: Key) { field(key).encodeNil() }
    func encode(_ value: Bool, forKey key: Key) { field(key).encode(value) }
    func encode(_ value: String, forKey key: Key) { field(key).encode(value) }
    func encode(_ value: Double, forKey key: Key) { field(key).encode(value) }
    func encode(_ value: Float, forKey key: Key) { field(key).encode(value) }
    func encode(_ value: Int, forKey key: Key) { field(key).encode(value) }
    func encode(_ value: Int8, forKey key: Key) { field(key).encode(value) }
    func encode(_ value: Int16, forKey key: Key) { field(key).encode(value) }
    func encode(_ value: Int32, forKey key: Key) { field(key).encode(value) }
    func encode(_ value: Int64, forKey key: Key) { field(key).encode(value) }
    func encode(_ value: UInt, forKey key: Key) { field(key).encode(value) }
    func encode(_ value: UInt8, forKey key: Key) { field(key).encode(value) }
    func encode(_ value: UInt16, forKey key: Key) { field(key).encode(value) }
    func encode(_ value: UInt32, forKey key: Key) { field(key).encode(value) }
    func encode(_ value: UInt64, forKey key: Key) { field(key).encode(value) }
    func encode(_ value: some Encodable, forKey key: Key) throws { try field(key).write(value) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        field(key).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        field(key).unkeyedContainer()
    }
    func superEncoder() -> any Encoder {
        sheet.pointee.field("super", at: depth)
        return JSONEncoding(sheet)
    }
    func superEncoder(forKey key: Key) -> any Encoder { field(key) }
}

/// A list that is being written.
struct JSONItemsWriter: UnkeyedEncodingContainer {
    private let sheet: UnsafeMutablePointer<JSONSheet>
    private let depth: Int
    private(set) var count = 0

    init(_ sheet: UnsafeMutablePointer<JSONSheet>, _ depth: Int) {
        self.sheet = sheet
        self.depth = depth
    }

    var codingPath: [any CodingKey] { [] }

    private mutating func item() -> JSONEncoding {
        sheet.pointee.item(at: depth)
        count += 1
        return JSONEncoding(sheet)
    }

    mutating func encodeNil() { item().encodeNil() }
    mutating func encode(_ value: Bool) { item().encode(value) }
    mutating func encode(_ value: String) { item().encode(value) }
    mutating func encode(_ value: Double) { item().encode(value) }
    mutating func encode(_ value: Float) { item().encode(value) }
    mutating func encode(_ value: Int) { item().encode(value) }
    mutating func encode(_ value: Int8) { item().encode(value) }
    mutating func encode(_ value: Int16) { item().encode(value) }
    mutating func encode(_ value: Int32) { item().encode(value) }
    mutating func encode(_ value: Int64) { item().encode(value) }
    mutating func encode(_ value: UInt) { item().encode(value) }
    mutating func encode(_ value: UInt8) { item().encode(value) }
    mutating func encode(_ value: UInt16) { item().encode(value) }
    mutating func encode(_ value: UInt32) { item().encode(value) }
    mutating func encode(_ value: UInt64) { item().encode(value) }
    mutating func encode(_ value: some Encodable) throws { try item().write(value) }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
        item().container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        item().unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder { item() }
}
