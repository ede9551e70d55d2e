public import Engine
public import Grading

/// What a round was worth on both sides: the agent by the rubric, the buyer by their card.
public struct RoundScore: Hashable, Sendable {
    public var round: Int
    /// Which chair sat on which side.
    public var agentChair: Chair
    public var buyerChair: Chair
    /// Nil where the two never met.
    public var agent: ConversationGrade?
    public var buyer: BuyerScore?
    public var isOver: Bool

    public init(
        round: Int, agent: ConversationGrade?, buyer: BuyerScore?, isOver: Bool
    ) {
        self.round = round
        agentChair = SeatRole.agent.chair(in: round) ?? .one
        buyerChair = SeatRole.buyer.chair(in: round) ?? .two
        self.agent = agent
        self.buyer = buyer
        self.isOver = isOver
    }

    /// The points of a chair in this round.
    public func points(of chair: Chair) -> Int? {
        chair == agentChair ? agent?.total : chair == buyerChair ? buyer?.total : nil
    }
}

extension Chair {
    /// What the player of this chair is called.
    public var name: Bilingual {
        switch self {
        case .one: Bilingual(zh: "甲", en: "A")
        case .two: Bilingual(zh: "乙", en: "B")
        case .leader: Bilingual(zh: "带班", en: "leader")
        }
    }
}
