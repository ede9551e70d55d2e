/// How an entry fits what was typed, best first; hits are sorted by it before anything else.
///
/// A name is the title or one of the other words people use for the same thing.
public enum Match: Int, Sendable, Comparable, CaseIterable {
    /// The title is what was typed: 发货时间 for 发货时间.
    case wholeTitle
    /// The title begins with it: 发货 for 发货时间.
    case titleStart
    /// The title has it somewhere: 时间 for 发货时间.
    case titleInside
    /// One of the other words has it.
    case otherWord
    /// The letters are the pinyin of a name: `fhsj` for 发货时间.
    case pinyin
    /// All parts of it stand in the title and the other words, but not as typed: in another order,
    /// or with one typo.
    case namesScattered
    /// The body has it as typed.
    case bodyPhrase
    /// Some of its parts stand somewhere: what a whole sentence usually gives.
    case overlap

    public static func < (one: Match, other: Match) -> Bool { one.rawValue < other.rawValue }
}

/// One entry that was found.
public struct Hit: Sendable, Equatable {
    /// The entry's number: 0 for the first one added.
    public let number: Int
    public let match: Match
    /// How much of the query was found, 0 to 1,000, comparable from query to query: parts weigh by
    /// their rarity, a part only the body has counts three fifths, and a title or word that says
    /// much more than was typed counts less than one that says just this.
    public let score: Int

    public init(number: Int, match: Match, score: Int) {
        self.number = number
        self.match = match
        self.score = score
    }
}
