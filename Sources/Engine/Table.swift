import OrderedCollections

/// Things kept by their name in the order in which they came, so that going through them is the
/// same on every machine (a plain dictionary's order differs from run to run).
public struct Table<Key: Hashable & Sendable & Codable, Value: Hashable & Sendable & Codable>:
    Hashable, Sendable, Codable
{
    private var storage: OrderedDictionary<Key, Value> = [:]

    public init() {}

    /// The first of two with the same name stays.
    public init(_ values: [Value], by name: (Value) -> Key) {
        for value in values where storage[name(value)] == nil { storage[name(value)] = value }
    }

    public internal(set) subscript(key: Key) -> Value? {
        get { storage[key] }
        _modify { yield &storage[key] }
    }

    mutating func reserve(_ count: Int) { storage.reserveCapacity(count) }
    mutating func remove(_ key: Key) { storage.removeValue(forKey: key) }

    public var count: Int { storage.count }
    public var isEmpty: Bool { storage.isEmpty }
    /// In the order in which they came.
    public var keys: some RandomAccessCollection<Key> { storage.keys }
    /// In the order in which they came.
    public var values: some RandomAccessCollection<Value> { storage.values }
    /// The place of a key in that order.
    public func index(of key: Key) -> Int? { storage.index(forKey: key) }
}
