import Engine
import Language

/// One conversation told line by line: what was said, with its reading, and what was done, so
/// that every later judgement looks at the same facts.
struct Story {
    let id: ConversationID
    let customer: CustomerID
    let channel: Conversation.Channel
    /// In which time an answer is due on this channel.
    let answerWithin: Span
    let openedAt: Instant
    let rubric: Rubric
    /// The scenario it came from, where it came from one.
    let scenario: String?
    let moodAtStart: Int
    var lines: [Line] = []
    /// When the shift was judged.
    var overAt: Instant?
    var success: [GoalWatch]
    var record: [GoalWatch]

    /// One thing that happened in the conversation.
    struct Line {
        let sequence: Int
        let at: Instant
        let event: Event
        /// Set where something was said.
        var said: Utterance?
        var isByAgent: Bool
        /// Words or a card that were recalled, or what was promised in them. They earn nothing and
        /// answer nobody; what was wrong in them was read all the same.
        var isRecalled = false
        /// A check card of an order that the conversation was not about then.
        var showsOtherOrder = false

        var deed: DeedPattern? { isByAgent && !isRecalled ? event.deed : nil }
        /// Words or a card to the customer: what stops the waiting clock.
        var isAnswer: Bool {
            if isRecalled { return false }
            switch event {
            case .replySent, .cardSent: return true
            case _: return false
            }
        }
        /// A picture, a film or a paper from the customer.
        var isShown: Bool {
            if case .talkMoved(_, .shown) = event { true } else { false }
        }
        /// Words of the shop's that still stand.
        var isReply: Bool { said?.isBuyer == false && !isRecalled }
        var isBuyerLine: Bool { said.map(\.isBuyer) ?? isShown }
        var quote: Evidence.Quote? {
            said.map {
                Evidence.Quote(
                    message: $0.message, event: sequence, at: at, isBuyer: $0.isBuyer,
                    text: $0.text)
            }
        }
        var evidence: Evidence {
            Evidence(events: [sequence], quotes: quote.map { [$0] } ?? [])
        }
    }

    /// A message with its reading and, for the agent's, the truth of what it states.
    struct Utterance {
        let message: MessageID
        let isBuyer: Bool
        let text: String
        let reading: Reading
        var statements: [Statement] = []
    }

    /// A goal and when it came true.
    struct GoalWatch {
        let goal: Goal
        let wasSoAtStart: Bool
        /// The event at which it last became so; nil while it is not.
        var since: Int?
    }

    // MARK: Looking through it

    /// The agent's messages that still stand, oldest first: what can earn something.
    var replies: [Line] { lines.filter(\.isReply) }
    /// All that the agent has written, recalled or not: what can cost something.
    var spoken: [Line] { lines.filter { $0.said?.isBuyer == false } }
    var buyerLines: [Line] { lines.filter(\.isBuyerLine) }

    /// Acts that change or write down something: more than looking, talking and holding.
    var deeds: [Line] { lines.filter { $0.deed.map(\.kind.isSubstantial) ?? false } }

    func line(saying message: MessageID) -> Line? {
        lines.first { $0.said?.message == message }
    }

    func replies(with act: Language.Act) -> [Line] {
        replies.filter { $0.said?.reading.has(act) ?? false }
    }
}

extension DeedPattern.Kind {
    /// Changes or records something that the customer or a colleague can rely on.
    var isSubstantial: Bool {
        switch self {
        case .memo, .changeAddress, .reprice, .closeUnpaid, .urge, .changeItem, .extend, .refund,
            .reship, .compensate, .giveCoupon, .tag, .untag, .customerNote, .promise, .ticket,
            .transfer, .card, .note, .apply, .offer, .refuse, .agreeReturn, .agreeToSend,
            .acceptReturn, .rejectReturn, .evidence, .changePayment, .merge, .nudge, .invoice,
            .moveShipDate, .intercept, .claim, .voidParcel, .notice, .explainReview,
            .contactReviewer, .reportReview, .blacklist, .optOut, .campaign, .propose:
            true
        case .take, .hold, .resume, .close, .reply, .recall, .look: false
        }
    }
}

extension Evidence {
    init(_ lines: [Story.Line]) {
        self.init(events: lines.map(\.sequence), quotes: lines.compactMap(\.quote))
    }
}
