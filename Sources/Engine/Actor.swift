/// Who sends a command. Everybody who can change the shop is one of these, and all of them come
/// through `Shop.decide`.
public enum Actor: Hashable, Sendable {
    /// The person (or program) at the desk.
    case agent(AgentID)
    /// A customer, simulated or played by a person.
    case buyer(CustomerID)
    /// The first-line robot that greets and hands over.
    case bot
    /// The people who pack and ship.
    case warehouse
    /// The delivery company.
    case carrier
    /// Another department that answers a ticket.
    case department(Department)
    /// The platform's own rules and timers.
    case platform
    /// The teacher, who may do what the others may.
    case instructor
}

/// A department that tickets go to.
public enum Department: String, Hashable, Sendable, Codable, CaseIterable {
    case warehouse, carrier, finance, product, legal, supervisor
}
