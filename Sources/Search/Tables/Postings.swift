/// Where a part stands, in one number: the entry, and in which of its fields.
struct Posting {
    static let title: UInt32 = 1
    static let words: UInt32 = 2
    static let body: UInt32 = 4
    /// Title or words.
    static let names: UInt32 = 3

    @inline(__always)
    static func entry(_ posting: UInt32) -> Int { Int(posting >> 3) }

    @inline(__always)
    static func fields(_ posting: UInt32) -> Int { Int(posting & 7) }
}

/// For every part the entries that have it, in order of adding.
struct Postings: Sendable {
    private(set) var lists: [[UInt32]] = []

    mutating func note(_ part: Int, entry: Int, field: UInt32) {
        if part == lists.count { lists.append([]) }
        let posting = UInt32(entry) << 3 | field
        let last = lists[part].count - 1
        if last >= 0, lists[part][last] >> 3 == UInt32(entry) {
            lists[part][last] |= field
        } else {
            lists[part].append(posting)
        }
    }
}
