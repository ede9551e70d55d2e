/// A customer and the shop talking about one matter, from the first message to the close.
public struct Conversation: Hashable, Sendable, Codable {
    public let id: ConversationID
    /// Changes only when two files of one person are put together or parted.
    public internal(set) var customer: CustomerID
    public let channel: Channel
    public let openedAt: Instant
    /// Where in the purchase the customer stands; follows what happens to the order.
    public internal(set) var stage: Stage
    /// The order the talk is about, when there is one.
    public internal(set) var order: OrderID?
    public internal(set) var phase: Phase
    public internal(set) var messages: [Message]
    /// Set at the first buyer message that no person has answered, never moved by later ones,
    /// cleared only by a human reply: the platforms' waiting clock.
    public internal(set) var waitingSince: Instant?
    /// Buyer messages since the agent last replied.
    public internal(set) var unread: Int
    /// When a person of the shop first answered.
    public internal(set) var firstReplyAt: Instant?
    /// How the customer feels, 0…100. The desk must not show it as a number: an agent sees a
    /// mood only where the words show it.
    public internal(set) var mood: Int
    /// Stars given at the end, 1…5.
    public internal(set) var rating: Int?
    /// Names of hidden needs that have come to light, in the order in which they did.
    public internal(set) var revealedNeeds: [String]
    /// The customer has gone, content or not; nothing more is expected.
    public internal(set) var buyerLeftAt: Instant?
    /// Pictures, films and papers that the agent has opened, in that order.
    public internal(set) var opened: [MessageID]

    public var isOpen: Bool {
        switch phase {
        case .waiting, .taken, .onHold: true
        case .transferred, .closed: false
        }
    }

    /// The platform's channel on which the customer writes.
    public enum Channel: String, Hashable, Sendable, Codable, CaseIterable {
        case taobao, jd, pdd, wechatShop, web, email, form, group, post, phone, video
    }

    /// The three desks of the trade: 售前, 售中, 售后.
    public enum Stage: String, Hashable, Sendable, Codable, CaseIterable {
        case preSale, order, afterSale
    }

    /// Since when somebody is there waiting for an answer: the waiting clock, until the customer
    /// has gone.
    public var awaitsReplySince: Instant? { buyerLeftAt == nil ? waitingSince : nil }

    /// Who has the conversation in hand.
    public enum Phase: Hashable, Sendable, Codable {
        /// Nobody has taken it.
        case waiting
        case taken(by: AgentID)
        /// Put aside while something outside is awaited; the customer's clock goes on.
        case onHold(by: AgentID, since: Instant, note: String)
        case transferred(to: String, at: Instant)
        case closed(at: Instant)
    }
}

/// One line of the chat.
public struct Message: Hashable, Sendable, Codable {
    public let id: MessageID
    public let at: Instant
    public let author: Author
    public let body: Body
    public internal(set) var recalledAt: Instant?

    public enum Author: Hashable, Sendable {
        case buyer
        /// Somebody who reads along in a group or under a post, by the name shown there.
        case bystander(String)
        case agent(AgentID)
        case bot, system
    }

    public enum Body: Hashable, Sendable {
        case text(String)
        case card(Card)
        /// What the customer sends besides words.
        case attachment(Attachment)
        /// Seen by the shop's people only.
        case note(String)
    }

    /// Written by a person of the shop or by its robot.
    public var isFromShop: Bool {
        switch author {
        case .agent, .bot: true
        case .buyer, .bystander, .system: false
        }
    }

    public var isPrivate: Bool {
        switch body {
        case .note: true
        case .text, .card, .attachment: false
        }
    }
}

/// A thing shown in the chat instead of words.
public enum Card: Hashable, Sendable {
    /// The order check card (核对订单): the customer confirms what, where to, how much.
    case order(OrderID)
    case product(VariantID)
    case coupon(CouponID)
    /// One of the shop's own pictures or papers, by its name.
    case file(String)
}

extension Conversation {
    /// What can happen in a conversation besides two people writing.
    public enum Step: Hashable, Sendable, Codable {
        /// The customer has sent a picture, a film or a paper.
        case shown(message: MessageID, attachment: Attachment)
        /// Somebody who reads along has said something.
        case joined(message: MessageID, name: String, text: String)

        public var message: MessageID {
            switch self {
            case .shown(let message, _), .joined(let message, _, _): message
            }
        }
    }
}

extension Conversation {
    /// The customer's pictures, films and papers, in the order in which they came.
    public var attachments: [MessageID] {
        messages.compactMap { message in
            if case .attachment = message.body { message.id } else { nil }
        }
    }

    /// All that the buyer has written here, a line each; nil when they have said nothing yet.
    public var buyerText: String? {
        let lines = messages.compactMap { message -> String? in
            guard message.author == .buyer, case .text(let text) = message.body else { return nil }
            return text
        }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    /// What the buyer said last, whole: lines sent one after the other are one message cut up.
    /// Nil when they have said nothing yet.
    public var lastBuyerText: String? {
        var lines: [String] = []
        for message in messages.reversed() where !message.isPrivate {
            if message.author == .buyer {
                if case .text(let text) = message.body { lines.append(text) }
            } else if case .agent = message.author, message.recalledAt == nil, !lines.isEmpty {
                break
            }
        }
        return lines.isEmpty ? nil : lines.reversed().joined(separator: "\n")
    }
}
