import Engine
public import Foundation

/// Entries as JSON: keys sorted, so that the same entry is always the same bytes.
public struct EntryCoding {
    private let encoder: JSONEncoder
    private let decoder = JSONDecoder()

    public init() {
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    public func encode(_ value: some Encodable) throws -> Data { try encoder.encode(value) }

    public func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        try decoder.decode(type, from: data)
    }
}
