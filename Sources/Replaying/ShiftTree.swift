/// Shifts as a tree of branches: which was taken over from which, in the order of a list.
///
/// ```text
/// 早班
/// ├ 从 14:05 分出
/// │ └ 从 14:20 分出
/// └ 从 14:31 分出
/// ```
///
/// A file may say anything of where it comes from: a parent that is not on the shelf makes a root,
/// and a ring of files is cut where it closes.
public struct ShiftTree: Hashable, Sendable {
    /// One line of the list.
    public struct Row: Hashable, Sendable {
        /// The place of the shift in what the tree was made from.
        public var index: Int
        public var depth: Int
        /// The lines before its name, one for each level above the last: whether the level goes on
        /// below; the last says whether more of the same parent follow.
        public var goesOn: [Bool]

        /// `│ └ `, or in ASCII where such glyphs are two columns wide.
        public func lead(isPlain: Bool) -> String {
            guard let last = goesOn.last else { return "" }
            let stems = goesOn.dropLast().map { $0 ? (isPlain ? "| " : "│ ") : "  " }
            return stems.joined() + (last ? (isPlain ? "+ " : "├ ") : (isPlain ? "` " : "└ "))
        }
    }

    public private(set) var rows: [Row] = []

    /// - Parameter shifts: name and parent's name, in the order in which roots are to be listed;
    ///   branches of one parent are listed the other way about: the oldest first in a list that
    ///   begins with the newest.
    public init(_ shifts: [(id: String, parent: String?)]) {
        let places = Dictionary(
            shifts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var children: [Int: [Int]] = [:]
        var roots: [Int] = []
        for (index, shift) in shifts.enumerated() {
            if let parent = shift.parent.flatMap({ places[$0] }), parent != index {
                children[parent, default: []].insert(index, at: 0)
            } else {
                roots.append(index)
            }
        }
        var seen: Set<Int> = []
        for root in roots { add(root, depth: 0, goesOn: [], children, &seen) }
        // What is left stands in rings: each is cut at its first shift of the list.
        for index in shifts.indices where !seen.contains(index) {
            add(index, depth: 0, goesOn: [], children, &seen)
        }
    }

    private mutating func add(
        _ index: Int, depth: Int, goesOn: [Bool], _ children: [Int: [Int]], _ seen: inout Set<Int>
    ) {
        guard seen.insert(index).inserted else { return }
        rows.append(Row(index: index, depth: depth, goesOn: goesOn))
        let below = (children[index] ?? []).filter { !seen.contains($0) }
        for (place, child) in below.enumerated() {
            add(
                child, depth: depth + 1, goesOn: goesOn + [place < below.count - 1], children,
                &seen)
        }
    }
}
