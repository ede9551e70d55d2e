/// How a customer moves through a conversation: states, each with its rules, and rules that hold
/// in every state.
public struct Chart: Hashable, Sendable {
    public var start: String
    /// In the order of the file.
    public var states: [State]
    public var also: [Rule]

    public init(start: String, states: [State], also: [Rule] = []) {
        self.start = start
        self.states = states
        self.also = also
    }

    public func state(_ name: String) -> State? { states.first { $0.name == name } }

    /// Every rule, states first, in the order of the file.
    public var rules: [Rule] { states.flatMap(\.rules) + also }

    /// One situation the customer can be in.
    public struct State: Hashable, Sendable {
        public var name: String
        public var rules: [Rule]

        public init(name: String, rules: [Rule]) {
            self.name = name
            self.rules = rules
        }
    }
}
