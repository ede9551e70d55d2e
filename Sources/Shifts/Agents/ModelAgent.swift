public import Engine
public import Scenarios
import Simulation

/// Serves each customer by written steps: a scenario's golden path, or a transcript from a file.
public struct ModelAgent: ScriptedAgent {
    /// Where one conversation stands in its steps.
    private struct Place {
        var step = 0
        /// When the step before was done, or the conversation came.
        var since: Instant
        /// When the condition that the next step waits for was first seen to hold.
        var metAt: Instant?
    }

    /// Steps by customer: a scenario is one customer's.
    private let steps: [CustomerID: [GoldenStep]]
    private let tongue: Engine.Tongue
    private var places: [ConversationID: Place] = [:]
    /// Who does the steps: the model itself, or one of those that lack something.
    private let trial: TrialAgent
    private var replies: [ConversationID: Int] = [:]
    /// The conversations that have not ended, in the order in which they came: in a long shift
    /// nearly all have.
    private var open: [ConversationID] = []
    /// How many have come in all.
    private var came = 0
    /// Steps that somebody else has done instead, and conversations left to somebody else.
    private var doneByOthers: [ConversationID: Set<Int>] = [:]
    private var left: Set<ConversationID> = []
    /// Steps that could not be done because what they are about was not there.
    public private(set) var skipped: [GoldenStep.Deed] = []

    public init(
        steps: [CustomerID: [GoldenStep]], tongue: Engine.Tongue, as trial: TrialAgent = .golden
    ) {
        self.steps = steps
        self.tongue = tongue
        self.trial = trial
    }

    /// The pack's model runs.
    public init(_ pack: Pack, tongue: Engine.Tongue, as trial: TrialAgent = .golden) {
        self.init(
            pack,
            steps: Dictionary(
                pack.scenarios.map { ($0.id, trial.steps($0.golden) ?? []) },
                uniquingKeysWith: { first, _ in first }),
            tongue: tongue, as: trial)
    }

    /// Steps by scenario, for that scenario's customer.
    public init(
        _ pack: Pack, steps: [String: [GoldenStep]], tongue: Engine.Tongue,
        as trial: TrialAgent = .golden
    ) {
        self.init(
            steps: Dictionary(
                pack.scenarios.map { ($0.script.customer, steps[$0.id] ?? []) },
                uniquingKeysWith: { first, _ in first }), tongue: tongue, as: trial)
    }

    public mutating func nextAct(in shift: Shift) -> Instant? {
        ready(in: shift)?.at
    }

    public mutating func act(in shift: Shift) -> [Command] {
        guard let (id, at) = ready(in: shift), at <= shift.now,
            let talk = shift.shop.conversations[id], let step = step(of: talk)
        else { return [] }
        places[id] = Place(step: number(of: talk) + 1, since: shift.now)
        if let condition = step.condition, !shift.shop.holds(condition, in: id) { return [] }
        guard let command = step.deed.command(in: shift.shop, talk, tongue) else {
            skipped.append(step.deed)
            return []
        }
        guard case .reply(_, let text) = command else { return [command] }
        let number = replies[id, default: 0]
        replies[id] = number + 1
        return [
            .reply(
                conversation: id, text: trial.wording(text, number: number, shift.shop, tongue))
        ]
    }

    /// The conversation whose next step comes first, and when.
    private mutating func ready(in shift: Shift) -> (id: ConversationID, at: Instant)? {
        let all = shift.shop.conversations
        for talk in all.values.dropFirst(came) {
            places[talk.id] = Place(since: talk.openedAt)
            open.append(talk.id)
        }
        came = all.keys.count
        open.removeAll { all[$0]?.isOpen != true }
        var first: (id: ConversationID, at: Instant)?
        for talk in open.compactMap({ all[$0] }) {
            guard let step = step(of: talk) else { continue }
            if case .condition(let condition) = step.waitsFor, places[talk.id]?.metAt == nil,
                shift.shop.holds(condition, in: talk.id)
            {
                places[talk.id]?.metAt = shift.now
            }
            guard let place = places[talk.id] else { continue }
            let at = time(of: step, at: place, talk, shift)
            if let first, first.at <= at { continue }
            first = (talk.id, at)
        }
        return first
    }

    private func step(of talk: Conversation) -> GoldenStep? {
        guard !left.contains(talk.id) else { return nil }
        let steps = steps[talk.customer] ?? []
        let index = number(of: talk)
        return steps.indices.contains(index) ? steps[index] : nil
    }

    /// The place of the step whose turn it is in this conversation.
    private func number(of talk: Conversation) -> Int {
        var number = places[talk.id]?.step ?? 0
        guard let done = doneByOthers[talk.id] else { return number }
        while done.contains(number) { number += 1 }
        return number
    }

    private func time(
        of step: GoldenStep, at place: Place, _ talk: Conversation, _ shift: Shift
    ) -> Instant {
        let since = place.since
        let latest = max(shift.now, since + step.within)
        switch step.waitsFor {
        case .nothing: return max(shift.now, since + step.delay)
        case .buyer:
            guard let heard = talk.heardSinceReply else { return latest }
            return max(shift.now, heard + step.delay)
        case .condition:
            guard let met = place.metAt else { return latest }
            return max(shift.now, met + step.delay)
        case .promiseDue:
            let due = shift.shop.openPromises(in: talk.id).map(\.due).min()
            guard let due else { return max(shift.now, since + step.delay) }
            return max(shift.now, due - .minutes(1))
        }
    }
}

// MARK: Together with somebody else

extension ModelAgent {
    /// The step whose turn it is: in which conversation, its place, and when.
    mutating func turn(
        in shift: Shift
    ) -> (conversation: ConversationID, step: Int, at: Instant)? {
        guard let (id, at) = ready(in: shift), let talk = shift.shop.conversations[id] else {
            return nil
        }
        return (id, number(of: talk), at)
    }

    /// Whether anything is still to be done there.
    func hasSteps(in talk: Conversation) -> Bool { step(of: talk) != nil }

    /// Somebody else has done this: the first step left that does the same kind of thing counts as
    /// done. False where there is none.
    mutating func passOver(
        stepLike command: Command, in talk: Conversation, _ shop: Shop, _ tongue: Engine.Tongue
    ) -> Bool {
        let steps = steps[talk.customer] ?? []
        let done = doneByOthers[talk.id] ?? []
        for index in steps.indices.dropFirst(number(of: talk)) where !done.contains(index) {
            guard steps[index].deed.command(in: shop, talk, tongue)?.kind == command.kind else {
                continue
            }
            let isItsTurn = index == number(of: talk)
            doneByOthers[talk.id, default: []].insert(index)
            // The next step waits from now on, and for what it waits for itself.
            if isItsTurn { places[talk.id] = Place(step: number(of: talk), since: shop.now) }
            return true
        }
        return false
    }

    /// Does nothing more in this conversation.
    mutating func leave(_ id: ConversationID) { left.insert(id) }
}

extension Conversation {
    /// When the buyer last spoke after the agent's last words; nil when it is the buyer's turn.
    public var heardSinceReply: Instant? {
        for message in messages.reversed() where !message.isPrivate && message.recalledAt == nil {
            switch message.author {
            case .buyer: return message.at
            case .agent: return nil
            case .bot, .system, .bystander: continue
            }
        }
        return nil
    }
}
