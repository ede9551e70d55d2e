/// One sentence being typed: the text as it stands and when it came.
///
/// Through an input method a program sees no keys, only what is committed: a word at once, or half
/// a sentence. How long the first commit was being composed nobody can see, so its characters are
/// not counted for speed, and the time runs from its arrival to the last change. Each later commit
/// was composed between its neighbour and itself, and counts in full. Typed letter by letter this
/// is the usual measure: the time between the first key and the last, and all characters but one.
public struct Attempt: Hashable, Sendable, Codable {
    /// Commits nearer to each other than this are one: a word that reached the program in two
    /// reads. No hand is as quick.
    public static let together: Int64 = 20

    public private(set) var text = ""
    /// Characters of the first commit.
    public private(set) var first = 0
    /// Characters that were taken back after they had been committed.
    public private(set) var corrections = 0
    /// How often something was committed; letter by letter, the number of letters.
    public private(set) var commits = 0
    /// When the first commit was complete, and when the text last changed.
    private var begunAt: Int64?
    private var lastAt: Int64 = 0
    private var lastCommitAt: Int64?
    private var isFirst = false

    public init() {}

    public var isBegun: Bool { begunAt != nil }

    /// From the first commit to the last change.
    public var milliseconds: Int64 { begunAt.map { lastAt - $0 } ?? 0 }

    /// Notes a change of the text.
    ///
    /// - Parameters:
    ///   - added: characters that came.
    ///   - removed: characters that went.
    ///   - instant: milliseconds on a clock that stands while the drill is paused.
    public mutating func change(to text: String, added: Int, removed: Int, at instant: Int64) {
        guard added > 0 || removed > 0 else { return }
        self.text = text
        corrections += removed
        if removed > 0 { isFirst = false }
        if added > 0 {
            let joins = lastCommitAt.map { instant - $0 < Self.together } ?? false
            if begunAt == nil {
                isFirst = true
            } else if isFirst, !joins {
                isFirst = false
            }
            if isFirst {
                first += added
                begunAt = instant
            }
            if !joins { commits += 1 }
            lastCommitAt = instant
        }
        lastAt = instant
    }
}
