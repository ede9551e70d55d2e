/// Things kept by their name in the order in which they came, so that going through them is the
/// same on every machine (a plain dictionary's order differs from run to run).
///
/// A thing is changed where it lies: an order is a thousand bytes, and moving it out and in again
/// for each of its fields is what a busy shop would spend most of its time on.
///
/// Each thing lies in a box, the boxes in short rows. A shop that is kept, as a moment of a replay
/// is, shares with the one that goes on all rows in which nothing has changed since, and in those
/// that have, all boxes but the changed one's.
public struct Table<Key: Hashable & Sendable & Codable, Value: Hashable & Sendable & Codable>:
    Hashable, Sendable
{
    /// Where each stands in the two lists; its own order is never looked at.
    private var places: [Key: Int] = [:]
    private var names = Rows<Key>()
    private var boxes = Rows<Box<Value>>()

    public init() {}

    /// The first of two with the same name stays.
    public init(_ values: [Value], by name: (Value) -> Key) {
        reserve(values.count)
        for value in values where places[name(value)] == nil { append(value, name(value)) }
    }

    public internal(set) subscript(key: Key) -> Value? {
        // Not lent by a coroutine: the optimiser looks through a plain getter and fetches no more
        // than the field that is asked for, several times as fast (0031).
        @inline(__always) get { places[key].flatMap { boxes[$0].thing } }
        _modify {
            if let place = places[key] {
                if !isKnownUniquelyReferenced(&boxes[place]) {
                    boxes[place] = Box(boxes[place].thing)
                }
                yield &boxes[place].thing
                // A pattern: `== nil` would copy the thing to compare it.
                if case .none = boxes[place].thing { remove(at: place) }
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
        boxes.reserveCapacity(count)
    }

    mutating func remove(_ key: Key) {
        if let place = places[key] { remove(at: place) }
    }

    private mutating func append(_ value: Value, _ key: Key) {
        places[key] = names.count
        boxes.append(Box(value))
        names.append(key)
    }

    /// Those behind it move up.
    private mutating func remove(at place: Int) {
        places[names[place]] = nil
        names.remove(at: place)
        boxes.remove(at: place)
        for later in place..<names.count { places[names[later]] = later }
    }

    public var count: Int { names.count }
    public var isEmpty: Bool { names.isEmpty }
    /// In the order in which they came.
    public var keys: some RandomAccessCollection<Key> { names }
    /// In the order in which they came.
    public var values: some RandomAccessCollection<Value> { TableValues(boxes: boxes) }
    /// The place of a key in that order.
    public func index(of key: Key) -> Int? { places[key] }

    public static func == (a: Self, b: Self) -> Bool {
        a.names == b.names && a.boxes == b.boxes
    }
    public func hash(into hasher: inout Hasher) { hasher.combine(names) }
}

/// What holds one thing of a table; several tables may hold the same box.
private final class Box<Value: Equatable & Sendable>: Equatable, @unchecked Sendable {
    // A class, to be shared; unchecked, because a thing is changed only by a table that is the only
    // one to hold its box.

    /// There always; optional only so that it can be changed as the `Value?` that a reader sees.
    var thing: Value?

    init(_ thing: Value?) { self.thing = thing }

    static func == (a: Box, b: Box) -> Bool { a === b || a.thing == b.thing }
}

/// A table's things in the order in which they came.
private struct TableValues<Value: Equatable & Sendable>: RandomAccessCollection {
    let boxes: Rows<Box<Value>>

    var startIndex: Int { 0 }
    var endIndex: Int { boxes.count }
    subscript(place: Int) -> Value {
        guard let thing = boxes[place].thing else {
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
