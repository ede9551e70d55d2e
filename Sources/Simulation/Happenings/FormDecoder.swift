import Engine

/// Reads a value of the engine out of a form without references, as the gym reads it out of JSON:
/// a scalar is whatever the field wants it to be.
struct FormDecoder: Decoder {
    let tree: FormTree
    let codingPath: [any CodingKey]
    let log: FieldLog
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .fields(let fields) = tree else { throw fault(.fields) }
        return KeyedDecodingContainer(
            FormFields<Key>(fields: fields, codingPath: codingPath, log: log))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .list(let items) = tree else { throw fault(.list) }
        return FormItems(items: items, codingPath: codingPath, log: log)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        FormScalar(form: self)
    }

    /// A value of any type, with the names that would have done where it is one of a few.
    func read<Value: Decodable>(_ type: Value.Type) throws -> Value {
        do { return try Value(from: self) } catch let error as DecodingError {
            if case .text(let text) = tree, let known = FormDecoder.names(of: type) {
                throw CommandFault(codingPath, .unknownName(text, known: known))
            }
            throw CommandFault(error, reading: text)
        }
    }

    var text: String { if case .text(let text) = tree { text } else { "" } }

    func fault(_ wanted: CommandFault.Wanted) -> CommandFault {
        CommandFault(codingPath, .unreadable(text, wanted))
    }

    /// Everything that may be written for a type that is one of a few; nil for any other.
    private static func names(of type: any Decodable.Type) -> [String]? {
        if let type = type as? any (CaseIterable & RawRepresentable).Type { return all(type) }
        if let type = type as? any Coded.Type { return type.forms }
        return nil
    }

    private static func all<Name: CaseIterable & RawRepresentable>(_ type: Name.Type) -> [String] {
        type.allCases.map { "\($0.rawValue)" }
    }
}

/// Which fields were asked for, so that those nobody asked for can be told. A class: the decoders
/// of one command share it.
final class FieldLog {
    private(set) var asked: [[String]: [String]] = [:]

    func ask(_ name: String, in path: [any CodingKey]) {
        let place = path.map(\.stringValue)
        if asked[place]?.contains(name) != true { asked[place, default: []].append(name) }
    }
}

/// A place in a list.
private struct ItemKey: CodingKey {
    let intValue: Int?
    var stringValue: String { "\(intValue ?? 0)" }
    init(_ number: Int) { intValue = number }
    init?(intValue: Int) { self.intValue = intValue }
    init?(stringValue: String) { nil }
}

/// The fields of one mapping.
private struct FormFields<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let fields: [FormTree.Field]
    let codingPath: [any CodingKey]
    let log: FieldLog

    var allKeys: [Key] {
        let keys = fields.compactMap { Key(stringValue: $0.name) }
        for key in keys { log.ask(key.stringValue, in: codingPath) }
        return keys
    }

    private func find(_ key: Key) -> FormTree? {
        log.ask(key.stringValue, in: codingPath)
        return fields.first { $0.name == key.stringValue }?.value
    }

    private func form(_ key: Key) throws -> FormDecoder {
        guard let tree = find(key) else {
            throw CommandFault(codingPath, .missing(key.stringValue))
        }
        return FormDecoder(tree: tree, codingPath: codingPath + [key], log: log)
    }

    func contains(_ key: Key) -> Bool { find(key) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { (find(key) ?? .nothing) == .nothing }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try form(key).read(type) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try form(key).read(type) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try form(key).read(type) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try form(key).read(type) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try form(key).read(type) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try form(key).read(type) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try form(key).read(type) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try form(key).read(type) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try form(key).read(type) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try form(key).read(type) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try form(key).read(type) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try form(key).read(type) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try form(key).read(type) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try form(key).read(type) }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try form(key).read(type)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { try form(key).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try form(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        FormDecoder(tree: .fields(fields), codingPath: codingPath, log: log)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { try form(key) }
}

/// The items of one list.
private struct FormItems: UnkeyedDecodingContainer {
    let items: [FormTree]
    let codingPath: [any CodingKey]
    let log: FieldLog
    var currentIndex = 0

    init(items: [FormTree], codingPath: [any CodingKey], log: FieldLog) {
        self.items = items
        self.codingPath = codingPath
        self.log = log
    }

    var count: Int? { items.count }
    var isAtEnd: Bool { currentIndex >= items.count }

    private mutating func next() throws -> FormDecoder {
        guard !isAtEnd else { throw CommandFault(codingPath, .unreadable("", .list)) }
        defer { currentIndex += 1 }
        return FormDecoder(
            tree: items[currentIndex], codingPath: codingPath + [ItemKey(currentIndex)], log: log)
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, items[currentIndex] == .nothing else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try next().read(type)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> { try next().container(keyedBy: type) }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { try next() }
}

/// One name, number, or yes or no.
private struct FormScalar: SingleValueDecodingContainer {
    let form: FormDecoder
    var codingPath: [any CodingKey] { form.codingPath }

    func decodeNil() -> Bool { form.tree == .nothing }

    func decode(_ type: String.Type) throws -> String {
        guard case .text(let text) = form.tree else { throw form.fault(.text) }
        return text
    }

    func decode(_ type: Bool.Type) throws -> Bool {
        guard let value = Bool(form.text) else { throw form.fault(.yesOrNo) }
        return value
    }

    func decode(_ type: Double.Type) throws -> Double { try number() }
    func decode(_ type: Float.Type) throws -> Float { try number() }
    func decode(_ type: Int.Type) throws -> Int { try number() }
    func decode(_ type: Int8.Type) throws -> Int8 { try number() }
    func decode(_ type: Int16.Type) throws -> Int16 { try number() }
    func decode(_ type: Int32.Type) throws -> Int32 { try number() }
    func decode(_ type: Int64.Type) throws -> Int64 { try number() }
    func decode(_ type: UInt.Type) throws -> UInt { try number() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try number() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try number() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try number() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try number() }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: form) }

    private func number<Number: LosslessStringConvertible>() throws -> Number {
        guard let number = Number(form.text) else { throw form.fault(.wholeNumber) }
        return number
    }
}
