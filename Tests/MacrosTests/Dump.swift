import Engine
import Foundation

@testable import Macros

/// The shop's dump as bytes, without what `Undo.history` names: what an undo has to bring back.
enum Dump {
    static func of(_ shop: Shop) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let whole = try JSONSerialization.jsonObject(with: encoder.encode(shop))
        return try JSONSerialization.data(withJSONObject: restored(whole), options: [.sortedKeys])
    }

    private static func restored(_ value: Any) -> Any {
        if let fields = value as? [String: Any] {
            return fields.filter { !Undo.history.contains($0.key) }.mapValues(restored)
        }
        if let items = value as? [Any] { return items.map(restored) }
        return value
    }
}
