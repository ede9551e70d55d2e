/// What the person who leads a practice does to it, from outside the trade: lets time stand,
/// whispers, sends a rush of customers, sends a colleague away, takes a seat and gives it back.
///
/// ```swift
/// try shop.decide(.lead(.whisper(to: .agent, text: "先问她哪天要")), by: .instructor, at: now)
/// ```
public enum Lead: Hashable, Sendable, Codable {
    /// Time stands and whoever sits in a seat can do nothing until it goes on.
    case freeze
    case goOn
    /// A word to one seat, which the others do not see.
    case whisper(to: Seat, text: String)
    /// So many more customers come at once.
    case surge(customers: Int)
    /// A colleague is not there: nothing can be handed to them.
    case sendAway(colleague: String)
    case callBack(colleague: String)
    /// The leader acts in this seat; whoever sits in it looks on.
    case takeSeat(seat: Seat)
    case giveBack(seat: Seat)
}

/// A place at which a person acts in a shift: behind the desk, or in front of it as one customer.
public enum Seat: Hashable, Sendable {
    case agent
    case buyer(CustomerID)

    /// Whoever sits here sends commands as this actor.
    func isOf(_ actor: Actor) -> Bool {
        switch (self, actor) {
        case (.agent, .agent): true
        case (.buyer(let mine), .buyer(let customer)): mine == customer
        case (.agent, _), (.buyer, _): false
        }
    }
}

extension Seat: Coded {
    public static var forms: [String] { ["agent", "buyer:…"] }

    public init?(code: String) {
        let parts = code.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("agent", 1): self = .agent
        case ("buyer", 2): self = .buyer(CustomerID(parts[1]))
        case _: return nil
        }
    }

    public var code: String {
        switch self {
        case .agent: "agent"
        case .buyer(let id): "buyer:\(id)"
        }
    }
}

/// How things stand with the leader: whether time stands, who is away, which seats are taken.
public struct Leading: Hashable, Sendable, Codable {
    public internal(set) var isFrozen = false
    /// In the order in which they left.
    public internal(set) var away: [String] = []
    /// Seats in which the leader acts.
    public internal(set) var taken: [Seat] = []

    public init() {}
}
