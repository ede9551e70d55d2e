public import Engine
public import Shifts

/// What a desk at a seat asks of the room around it: which side it is on, who is there, what is
/// half written, and what came of the rounds.
///
/// A class behind it: desk, pages and the program hold the same one.
public protocol SeatHost: AnyObject {
    /// The room's name.
    var room: String { get }
    var round: Int { get }
    var role: SeatRole { get }
    /// What the buyer is told of the customer they play, and the leader with them; nil for the
    /// agent and for whoever looks on.
    var card: RoleCard? { get }
    /// The customer whom a person plays.
    var customer: CustomerID { get }
    /// The sides that nobody plays at this moment.
    var missing: [SeatRole] { get }
    /// Why nothing goes on, where the mailbox or the journal fails.
    var trouble: Bilingual? { get }
    /// Begins the next round with the sides changed.
    func swap() throws(StorageTrouble)
    /// Keeps what is written at this seat.
    func keep(_ draft: Draft) throws(StorageTrouble)
    func keptDraft() -> Draft
    /// Every round so far, oldest first.
    func scores() -> [RoundScore]
}

extension SeatHost {
    /// The engine's name for this seat; nil for the leader and whoever looks on.
    var seat: Seat? {
        switch role {
        case .agent: .agent
        case .buyer: .buyer(customer)
        case .leader, .watch: nil
        }
    }
}
