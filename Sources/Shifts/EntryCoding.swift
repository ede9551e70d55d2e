import Stores

/// Entries as JSON: keys sorted, so that the same entry is always the same bytes.
public struct EntryCoding {
    public init() {}

    public func encode(_ value: some Encodable) throws -> [UInt8] {
        try JSONWriter.bytes(of: value)
    }

    /// A field that only another version knows is passed over.
    public func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        try JSONReader.read(type, from: bytes, isStrict: false)
    }
}
