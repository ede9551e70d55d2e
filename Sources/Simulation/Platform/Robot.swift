public import Engine
import Language

/// The robot of the first line: it answers from the knowledge base until a person takes the
/// conversation, and hands over by its rules (智能客服、转人工).
///
/// ```yaml
/// robot:
///   hand-over-words: {zh: [人工, 投诉, 差评], en: [human, complaint]}
///   misses: 2
///   says-hand-over: {zh: [正在为您转人工，请稍候。], en: [Putting you through to a person.]}
///   says-missed: {zh: [没听明白，换个说法？], en: [I did not get that. Could you rephrase?]}
/// ```
public struct RobotHabits: Hashable, Sendable {
    /// Whoever writes one of these wants a person.
    public var handOverWords: Wordings
    /// After so many questions without an entry a person is called.
    public var misses: Int
    /// At or below this mood a person is called at once.
    public var handsOverAtMood: Int
    public var saysHandOver: Wordings
    public var saysMissed: Wordings

    public init(
        handOverWords: Wordings, misses: Int, handsOverAtMood: Int, saysHandOver: Wordings,
        saysMissed: Wordings
    ) {
        self.handOverWords = handOverWords
        self.misses = misses
        self.handsOverAtMood = handsOverAtMood
        self.saysHandOver = saysHandOver
        self.saysMissed = saysMissed
    }

    /// What the knowledge base says to a customer's words: how many entries, and the best.
    public typealias LookUp =
        @Sendable (_ words: String, _ shop: Shop) -> (found: Int, entry: KnowledgeEntry?)
}

/// How far the robot has come in one conversation.
struct RobotTalk: Sendable {
    var misses = 0
    var hasHandedOver = false
    /// Titles it has sent: the same answer twice is no answer.
    var sent: Set<String> = []
    /// The line it has just written is an entry of the base, not a phrase.
    var isAnswer = false
    var isAwake = false
}

extension Cast {
    /// The customer has spoken and no person is there yet: in a moment the robot answers.
    mutating func robotHears(_ id: ConversationID, at instant: Instant, in shop: Shop) {
        guard stage.plan.robot != nil, stage.lookUp != nil,
            let talk = shop.conversations[id], talk.channel.manner == .chat,
            talk.phase == .waiting, robots[id]?.hasHandedOver != true,
            robots[id]?.isAwake != true
        else { return }
        robots[id, default: RobotTalk()].isAwake = true
        wake(.robot(id), at: instant + .seconds(4))
    }

    /// One line of the robot's; a person who has taken the conversation meanwhile speaks alone.
    mutating func answer(byRobotIn id: ConversationID, in shop: Shop) -> [Engine.Act] {
        robots[id]?.isAwake = false
        guard let habits = stage.plan.robot, let lookUp = stage.lookUp,
            let talk = shop.conversations[id], talk.phase == .waiting, talk.buyerLeftAt == nil,
            let words = talk.linesSinceRobot, var robot = robots[id]
        else { return [] }
        defer { robots[id] = robot }
        robot.isAnswer = false
        let wanted = words.lowercased()
        let asksForPerson =
            buyerOf[id].map { buyers[$0].hasAskedForPerson } == true
            || habits.handOverWords[stage.tongue].contains { wanted.contains($0.lowercased()) }
        if asksForPerson || talk.mood <= habits.handsOverAtMood {
            robot.hasHandedOver = true
            return phrase(habits.saysHandOver, in: id, shop)
        }
        // Thanks are no question.
        let reading = stage.reader.read(
            words, in: Context(now: shop.now, offset: stage.plan.offset, speaker: .buyer))
        guard reading.isQuestion || !reading.topics.isEmpty || !reading.values.isEmpty else {
            return []
        }
        let (found, entry) = lookUp(words, shop)
        let search = Engine.Act(
            .bot,
            .searchKnowledge(
                conversation: id, query: String(words.prefix(200)), found: found,
                opened: entry?.title))
        if let entry, robot.sent.insert(entry.title).inserted {
            robot.isAnswer = true
            return [search, Engine.Act(.bot, .autoReply(conversation: id, text: entry.body))]
        }
        robot.misses += 1
        robot.hasHandedOver = robot.misses >= habits.misses
        return [search]
            + phrase(robot.hasHandedOver ? habits.saysHandOver : habits.saysMissed, in: id, shop)
    }

    private func phrase(
        _ wordings: Wordings, in id: ConversationID, _ shop: Shop
    ) -> [Engine.Act] {
        var dice = Dice(
            seed: stage.seed, purpose: "robot \(id) \(shop.conversations[id]?.messages.count ?? 0)")
        guard let text = dice.pick(wordings[stage.tongue]) else { return [] }
        return [Engine.Act(.bot, .autoReply(conversation: id, text: text))]
    }
}

extension Conversation {
    /// What the customer has written since anybody of the shop, robot or person, last did.
    fileprivate var linesSinceRobot: String? {
        var lines: [String] = []
        for message in messages.reversed() where !message.isPrivate {
            guard message.author == .buyer else { break }
            if case .text(let text) = message.body { lines.append(text) }
        }
        return lines.isEmpty ? nil : lines.reversed().joined(separator: "\n")
    }
}

extension Buyer {
    /// The robot's entry is read like any answer: where it is one, the matter goes on from there;
    /// where it is none, they ask for a person, once.
    mutating func hearRobot(
        _ id: MessageID, _ text: String, _ context: Context, at instant: Instant, in shop: Shop,
        on stage: Stage, _ out: inout [Command]
    ) {
        let reading = stage.reader.read(text, in: context)
        let fits = fire(message: id, at: instant, in: shop, on: stage, &out) { trigger in
            guard case .hears(let pattern) = trigger else { return false }
            return !pattern.asksForFault && pattern.matches(reading)
        }
        if fits {
            // Answered: they look in again later, and go when nothing more comes.
            lastAgentAt = instant
            planIdle(since: instant, from: instant)
            return
        }
        guard !hasAskedForPerson else { return }
        hasAskedForPerson = true
        say(
            stage.phrases(on: script.channel).wantsPerson, key: "person",
            at: instant + pace.thinks(&dice), on: stage)
    }
}
