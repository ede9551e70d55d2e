/// A list in short rows. One that is kept, as a moment of a replay is, shares with the one that
/// goes on all rows in which nothing has changed since; a plain array would be copied whole at the
/// first change.
struct Rows<Element> {
    private var rows: [[Element]] = []
    private(set) var count = 0

    /// How many things lie in a row, as a power of two.
    private static var bits: Int { 6 }
    private static func row(of place: Int) -> Int { place >> bits }
    private static func seat(of place: Int) -> Int { place & (1 << bits - 1) }

    init() {}

    mutating func reserveCapacity(_ count: Int) {
        rows.reserveCapacity(Self.row(of: count) + 1)
    }

    mutating func append(_ element: Element) {
        if Self.seat(of: count) == 0 { rows.append([]) }
        rows[rows.count - 1].append(element)
        count += 1
    }

    @discardableResult
    mutating func removeLast() -> Element {
        let last = rows[rows.count - 1].removeLast()
        if rows[rows.count - 1].isEmpty { rows.removeLast() }
        count -= 1
        return last
    }

    /// Those behind it move up.
    mutating func remove(at place: Int) {
        for later in place..<(count - 1) { self[later] = self[later + 1] }
        removeLast()
    }
}

extension Rows: RandomAccessCollection, MutableCollection {
    var startIndex: Int { 0 }
    var endIndex: Int { count }
    subscript(place: Int) -> Element {
        get { rows[Self.row(of: place)][Self.seat(of: place)] }
        _modify { yield &rows[Self.row(of: place)][Self.seat(of: place)] }
    }
}

extension Rows: Equatable where Element: Equatable {}
extension Rows: Hashable where Element: Hashable {}
extension Rows: Sendable where Element: Sendable {}
