public import Foundation
import Stores

/// Entries as JSON: keys sorted, so that the same entry is always the same bytes.
public struct EntryCoding {
    public init() {}

    public func encode(_ value: some Encodable) throws -> Data {
        Data(try JSONWriter.bytes(of: value))
    }

    /// A field that only another version knows is passed over.
    public func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        try JSONReader.read(type, from: Array(data), isStrict: false)
    }
}
