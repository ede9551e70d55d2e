/// Things kept by their name in the order in which they came, so that going through them is the
/// same on every machine (a plain dictionary's order differs from run to run).
///
/// A thing is changed where it lies: an order is a thousand bytes, and moving it out and in again
/// for each of its fields is what a busy shop would spend most of its time on.
///
/// The things lie in short rows. A shop that is kept, as a moment of a replay is, shares with the
/// one that goes on all rows in which nothing has changed since.
public struct Table<Key: Hashable & Sendable & Codable, Value: Hashable & Sendable & Codable>:
    Hashable, Sendable
{
    /// Where each stands in the two lists; its own order is never looked at.
    private var places: [Key: Int] = [:]
    private var names = Rows<Key>()
    /// Each is there; optional only so that one can be lent as the `Value?` that a reader sees.
    private var rows: [[Value?]] = []

    /// How many things lie in a row, as a power of two. The first change of a thing in a shop that
    /// is kept copies its row, and an order alone is a thousand bytes.
    private static var bits: Int { 1 }
    private static func row(of place: Int) -> Int { place >> bits }
    private static func seat(of place: Int) -> Int { place & (1 << bits - 1) }

    public init() {}

    /// The first of two with the same name stays.
    public init(_ values: [Value], by name: (Value) -> Key) {
        reserve(values.count)
        for value in values where places[name(value)] == nil { append(value, name(value)) }
    }

    public internal(set) subscript(key: Key) -> Value? {
        get { places[key].flatMap { rows[Self.row(of: $0)][Self.seat(of: $0)] } }
        _modify {
            if let place = places[key] {
                yield &rows[Self.row(of: place)][Self.seat(of: place)]
                if rows[Self.row(of: place)][Self.seat(of: place)] == nil { remove(at: place) }
            } else {
                var fresh: Value?
                yield &fresh
                if let fresh { append(fresh, key) }
            }
        }
    }

    mutating func reserve(_ count: Int) {
        places.reserveCapacity(count)
        names.reserveCapacity(count)
        rows.reserveCapacity(Self.row(of: count) + 1)
    }

    mutating func remove(_ key: Key) {
        if let place = places[key] { remove(at: place) }
    }

    private mutating func append(_ value: Value, _ key: Key) {
        places[key] = names.count
        if Self.seat(of: names.count) == 0 { rows.append([]) }
        rows[rows.count - 1].append(value)
        names.append(key)
    }

    /// Those behind it move up.
    private mutating func remove(at place: Int) {
        places[names[place]] = nil
        names.remove(at: place)
        for later in place..<names.count {
            places[names[later]] = later
            rows[Self.row(of: later)][Self.seat(of: later)] =
                rows[Self.row(of: later + 1)][Self.seat(of: later + 1)]
        }
        rows[rows.count - 1].removeLast()
        if rows[rows.count - 1].isEmpty { rows.removeLast() }
    }

    public var count: Int { names.count }
    public var isEmpty: Bool { names.isEmpty }
    /// In the order in which they came.
    public var keys: some RandomAccessCollection<Key> { names }
    /// In the order in which they came.
    public var values: some RandomAccessCollection<Value> {
        TableValues(rows: rows, count: names.count, bits: Self.bits)
    }
    /// The place of a key in that order.
    public func index(of key: Key) -> Int? { places[key] }

    public static func == (a: Self, b: Self) -> Bool {
        a.names == b.names && a.rows == b.rows
    }
    public func hash(into hasher: inout Hasher) { hasher.combine(names) }
}

/// A table's things in the order in which they came.
private struct TableValues<Value>: RandomAccessCollection {
    private let rows: [[Value?]]
    private let bits: Int
    let endIndex: Int

    init(rows: [[Value?]], count: Int, bits: Int) {
        self.rows = rows
        endIndex = count
        self.bits = bits
    }

    var startIndex: Int { 0 }
    subscript(place: Int) -> Value {
        guard let thing = rows[place >> bits][place & (1 << bits - 1)] else {
            preconditionFailure("a table holds a thing for every name")
        }
        return thing
    }
}

/// A list of names and things in turn.
extension Table: Codable {
    public init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        while !list.isAtEnd {
            let key = try list.decode(Key.self)
            self[key] = try list.decode(Value.self)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        for (name, value) in zip(names, values) {
            try list.encode(name)
            try list.encode(value)
        }
    }
}
