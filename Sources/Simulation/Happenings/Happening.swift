public import Engine

/// Something that somebody other than the agent does once in a shift, whatever the customers say:
/// the warehouse reports a batch late, the platform judges, a balance is paid.
///
/// ```yaml
/// - after: {customer: xulan, when: {status: deposit-paid}, wait: 20s}
///   by: buyer:xulan
///   do: {payFrom: {order: $order, parts: [{account: xulan-card}]}}
/// ```
public struct Happening: Hashable, Sendable {
    public var cause: Cause
    /// What must be so when its time has come, seen from `customer`; otherwise it does not happen.
    public var condition: Condition?
    /// From whose conversation conditions are seen.
    public var customer: CustomerID?
    public var actor: Actor
    public var command: CommandForm
    /// Only where one of these scenarios' customers comes; empty for always.
    public var scenarios: [String]

    public init(
        cause: Cause, condition: Condition? = nil, customer: CustomerID? = nil, actor: Actor,
        command: CommandForm, scenarios: [String] = []
    ) {
        self.cause = cause
        self.condition = condition
        self.customer = customer
        self.actor = actor
        self.command = command
        self.scenarios = scenarios
    }

    /// What brings it about.
    public enum Cause: Hashable, Sendable {
        case at(Instant)
        /// So long after something has become true.
        case condition(Condition, wait: Span)
        /// So long after the agent has done something; to the customer's matter, where one is named.
        case deed(DeedPattern, wait: Span)
    }
}
