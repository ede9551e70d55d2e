public import Engine

/// What serving costs, as a shop writes it down; training values until it does.
public struct Costs: Hashable, Sendable {
    /// The day the figures were written down.
    public var dated: String
    /// An hour's pay.
    public var wage: Money
    /// An hour of the seat: software, computer, room.
    public var seat: Money
    /// What a ticket costs another department.
    public var ticket: Money

    public init(dated: String, wage: Money, seat: Money, ticket: Money) {
        self.dated = dated
        self.wage = wage
        self.seat = seat
        self.ticket = ticket
    }

    /// What a shift cost, part by part.
    public func account(of shift: ServedShift) -> CostAccount {
        let minutes = Int(shift.lasted.milliseconds / 60_000)
        return CostAccount(
            wage: wage.share(minutes, of: 60), seat: seat.share(minutes, of: 60),
            tickets: ticket * shift.tickets, compensation: shift.compensated,
            contacts: shift.talks.count)
    }
}

/// The cost of one or several shifts.
public struct CostAccount: Hashable, Sendable {
    public var wage: Money
    public var seat: Money
    public var tickets: Money
    /// Paid to customers on top.
    public var compensation: Money
    public var contacts: Int

    public static let nothing = CostAccount(
        wage: .zero, seat: .zero, tickets: .zero, compensation: .zero, contacts: 0)

    public var total: Money { wage + seat + tickets + compensation }

    /// What one contact cost; nil where there was none.
    public var perContact: Money? { contacts > 0 ? total.share(1, of: contacts) : nil }

    public static func + (a: CostAccount, b: CostAccount) -> CostAccount {
        CostAccount(
            wage: a.wage + b.wage, seat: a.seat + b.seat, tickets: a.tickets + b.tickets,
            compensation: a.compensation + b.compensation, contacts: a.contacts + b.contacts)
    }
}
