public import Engine

/// Who plays what in a shift that several people share: part of the shift's card, so that whoever
/// serves it again leaves the same customer alone.
public struct Seating: Hashable, Sendable, Codable {
    /// The room's name.
    public var room: String
    /// Counted from 1; in every second one the two players have changed sides.
    public var round: Int
    /// The scenario whose customer a person plays.
    public var scenario: String
    public var customer: CustomerID

    public init(room: String, round: Int, scenario: String, customer: CustomerID) {
        self.room = room
        self.round = round
        self.scenario = scenario
        self.customer = customer
    }
}

/// A place in a room, with a token of its own. Whoever has the token keeps the place through all
/// rounds, on whichever side they play.
public enum Chair: String, Hashable, Sendable, Codable, CaseIterable {
    case one, two, leader

    /// On which side this chair stands in a round.
    public func role(in round: Int) -> SeatRole {
        switch self {
        case .one: round % 2 == 1 ? .agent : .buyer
        case .two: round % 2 == 1 ? .buyer : .agent
        case .leader: .leader
        }
    }
}

/// What somebody in a room does.
public enum SeatRole: String, Hashable, Sendable, Codable, CaseIterable {
    case agent, buyer, leader
    /// Looks on, without a token.
    case watch

    /// The chair that has this side in a round; nil for somebody who looks on.
    public func chair(in round: Int) -> Chair? {
        Chair.allCases.first { $0.role(in: round) == self }
    }

    public var name: Bilingual {
        switch self {
        case .agent: Bilingual(zh: "客服", en: "agent")
        case .buyer: Bilingual(zh: "顾客", en: "buyer")
        case .leader: Bilingual(zh: "带班", en: "leader")
        case .watch: Bilingual(zh: "旁观", en: "onlooker")
        }
    }
}
