public import Engine
public import Scenarios
import Simulation

/// One thing said to a class while a shift is shown.
public struct DemoCaption: Hashable, Sendable {
    public var text: Engine.Bilingual
    /// A teaching point: the show waits where the teacher wants it to.
    public var stops: Bool

    public init(_ text: Engine.Bilingual, stops: Bool = false) {
        self.text = text
        self.stops = stops
    }
}

/// A pack's model run as something to be shown: what the model does next, what is said about it,
/// and whether it still fits after somebody else has had a hand in.
///
/// ```swift
/// var script = DemoScript(pack, tongue: .chinese)
/// script.captions(in: shift)   // what is to be said now, each once
/// script.nextAct(in: shift)    // when the model will do something
/// script.act(in: shift)        // what it does
/// script.heard(command, in: shift)  // the teacher did this; the model need not
/// ```
///
/// It is the golden run's own agent: played through at its own instants it sends the same
/// commands and comes to the same score.
public struct DemoScript {
    public let opens: DemoCaption?
    public let closes: DemoCaption?
    private var agent: ModelAgent
    private let tongue: Engine.Tongue
    private var points: [(customer: CustomerID, moment: Demo.Moment, caption: DemoCaption)]
    /// Conversations in which somebody else has done something.
    private var touched: Set<ConversationID> = []
    /// Conversations that the script does not fit any more, and who has not been told so yet.
    private var strayed: Set<ConversationID> = []
    private var untold: [ConversationID] = []

    /// - Parameter tongue: the customers' language.
    public init(_ pack: Pack, tongue: Engine.Tongue) {
        self.tongue = tongue
        agent = ModelAgent(pack, tongue: tongue)
        opens = pack.demo?.opens.map { DemoCaption($0) }
        closes = pack.demo?.closes.map { DemoCaption($0) }
        points = (pack.demo?.points ?? []).compactMap { point in
            guard let scenario = pack.scenario(point.scenario) else { return nil }
            return (
                scenario.script.customer, point.moment,
                DemoCaption(point.text, stops: point.stops)
            )
        }
    }

    // MARK: What is said

    /// What is to be said as things stand, each once: of customers who have come, and of what has
    /// come about.
    public mutating func captions(in shift: Shift) -> [DemoCaption] {
        take { customer, moment in
            guard let talk = shift.shop.conversations(of: customer).last else { return false }
            switch moment {
            case .arrives: return true
            case .step: return false
            case .when(let condition): return shift.shop.holds(condition, in: talk.id)
            }
        }
    }

    /// What is to be said before the step whose turn it is.
    public mutating func captionsBeforeAct(in shift: Shift) -> [DemoCaption] {
        guard let turn = agent.turn(in: shift), turn.at <= shift.now,
            let talk = shift.shop.conversations[turn.conversation]
        else { return [] }
        return take { customer, moment in
            guard customer == talk.customer, case .step(let number) = moment else { return false }
            return number == turn.step + 1
        }
    }

    private mutating func take(
        where isDue: (CustomerID, Demo.Moment) -> Bool
    ) -> [DemoCaption] {
        var due: [DemoCaption] = []
        points.removeAll { point in
            guard isDue(point.customer, point.moment) else { return false }
            due.append(point.caption)
            return true
        }
        return due
    }

    // MARK: What is done

    /// When the model will next do something; nil when it waits for others.
    public mutating func nextAct(in shift: Shift) -> Instant? { agent.nextAct(in: shift) }

    /// What it does now; may be nothing. Where what a step is about is not there because somebody
    /// else had a hand in, the conversation has strayed.
    public mutating func act(in shift: Shift) -> [Command] {
        let turn = agent.turn(in: shift)
        let before = agent.skipped.count
        let commands = agent.act(in: shift)
        if let id = turn?.conversation, agent.skipped.count > before, touched.contains(id) {
            stray(id)
        }
        return commands
    }

    // MARK: What somebody else does

    /// Somebody at the desk has done this. The first step left that does the same kind of thing
    /// counts as done; a reply for which none is left makes the conversation stray.
    public mutating func heard(_ command: Command, in shift: Shift) {
        guard let id = command.conversation(in: shift.shop),
            let talk = shift.shop.conversations[id], agent.hasSteps(in: talk)
        else { return }
        touched.insert(id)
        if agent.passOver(stepLike: command, in: talk, shift.shop, tongue) { return }
        if case .reply = command { stray(id) }
    }

    /// The shop did not allow a step of this conversation.
    public mutating func wasRefused(in id: ConversationID) { stray(id) }

    private mutating func stray(_ id: ConversationID) {
        guard strayed.insert(id).inserted else { return }
        untold.append(id)
        agent.leave(id)
    }

    /// The conversations that have strayed since this was last asked: they are left to the person
    /// at the desk.
    public mutating func newlyStrayed() -> [ConversationID] {
        defer { untold = [] }
        return untold
    }
}

extension Command {
    /// What it is, without what it is about: `reply`, `memo`.
    public var kind: Substring { "\(self)".prefix { $0 != "(" } }

    /// The conversation it is sent in, or the open one of the customer it is about.
    public func conversation(in shop: Shop) -> ConversationID? {
        func open(_ customer: CustomerID?) -> ConversationID? {
            customer.flatMap { shop.conversations(of: $0).last { $0.isOpen }?.id }
        }
        switch self {
        case .take(let id), .hold(let id, _), .resume(let id), .transfer(let id, _, _),
            .close(let id), .reply(let id, _), .sendCard(let id, _), .note(let id, _),
            .look(let id, _), .promise(let id, _, _, _, _):
            return id
        case .openTicket(_, let id, _, _, _, _): return id
        case .tag(let id, _, _), .untag(let id, _), .customerNote(let id, _),
            .giveCoupon(let id, _), .giveConsent(let id, _), .optOut(let id, _):
            return open(id)
        case _: return open(order(in: shop).flatMap { shop.orders[$0]?.customer })
        }
    }
}
