public import Engine
public import Language

/// What must be so: how the order stands, which stage the talk is in, what a sum comes to.
///
/// ```yaml
/// when: {status: waitShip, amount: {order.due: "> 100"}, not: {tagged: 迟发}}
/// ```
public indirect enum Situation: Hashable, Sendable {
    case all([Situation])
    case any([Situation])
    case not(Situation)
    /// What the shop itself can tell, about the order in view.
    case shop(Condition)
    case stage([Conversation.Stage])
    case channel([Conversation.Channel])
    /// As the customer's own words show it.
    case mood([Mood])
    /// There is an order in view.
    case hasOrder
    /// The order in view has an open case, of one of these kinds where any are named.
    case openCase([AfterSale.Kind])
    case amount(Amount, Comparison, than: String)
    /// A parameter has one of these values.
    case parameter(String, isOneOf: [String])
    /// Something stands in the composer.
    case drafted

    /// A sum that can be compared.
    public enum Amount: Hashable, Sendable {
        case due, paid, refunded, compensated, postage
        case parameter(String)
    }

    public enum Comparison: String, Hashable, Sendable, CaseIterable {
        case less = "<"
        case atMost = "<="
        case equal = "="
        case atLeast = ">="
        case more = ">"
    }
}
