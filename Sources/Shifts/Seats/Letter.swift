public import Engine

/// What somebody at a seat asks of the one process that decides: a line of the room's mailbox.
///
/// A seat numbers its letters 1, 2, 3 …; a letter that is sent again keeps its number and is done
/// once.
public struct Letter: Hashable, Sendable {
    public var chair: Chair
    public var number: Int
    /// The round in which it was written.
    public var round: Int
    /// It carries the token of the chair it says it comes from.
    public var isGenuine: Bool
    /// Nil where it cannot be read.
    public var wish: Wish?

    public init(chair: Chair, number: Int, round: Int, isGenuine: Bool, wish: Wish?) {
        self.chair = chair
        self.number = number
        self.round = round
        self.isGenuine = isGenuine
        self.wish = wish
    }

    /// What is asked for.
    public enum Wish: Hashable, Sendable, Codable {
        /// To be decided by the shop like anybody's command.
        indirect case act(Command)
        /// The round ends, the players change sides, and the case begins anew.
        case swap
    }
}

/// What became of a letter.
public enum LetterAnswer: Hashable, Sendable, Codable {
    /// Done; with the entry of the journal that it led to, where it led to one.
    case done(entry: Int?)
    /// The shop does not allow it; nothing has changed.
    indirect case refused(Refusal)
    /// The room does not: a wrong token, another round. Nothing has changed.
    case declined(Bilingual)
}

/// The last letter of a chair that was done, kept in the same breath as its entry: a host that is
/// killed between the two leaves both or neither.
public struct LetterMark: Hashable, Sendable, Codable {
    public var number: Int
    public var entry: Int

    public init(number: Int, entry: Int) {
        self.number = number
        self.entry = entry
    }
}

/// The mailbox as the one who decides sees it.
public protocol RoomMail: AnyObject {
    /// Letters without an answer, in the order in which they came.
    func waiting() throws(StoreFailure) -> [Letter]
    func answer(_ letter: Letter, _ answer: LetterAnswer) throws(StoreFailure)
    /// The round that is being played.
    func currentRound() throws(StoreFailure) -> Int
    /// Begins a round and answers the letter that asked for it, both or neither.
    func begin(round: Int, answering letter: Letter) throws(StoreFailure)
}

/// Keeps entries together with the mark of the letter that each came from.
public protocol LetterStore: EntryStore, AnyObject {
    /// Whose letter the next entry of a person is; it is kept with that entry and then forgotten.
    var carrying: (chair: Chair, number: Int)? { get set }
    func lastMark(of chair: Chair) throws(StoreFailure) -> LetterMark?
}
