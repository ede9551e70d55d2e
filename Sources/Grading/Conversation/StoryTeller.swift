import Engine
public import Language

/// Reads one message; the real one is the `Reader` of the Language room.
public typealias ReadMessage = @Sendable (String, Context) -> Reading

/// Goes through a journal once and tells every conversation in it as a `Story`.
struct StoryTeller {
    private let read: ReadMessage
    private let rubric: (Conversation) -> Rubric?
    private var check: FactCheck
    private(set) var shop: Shop
    private(set) var stories: [Story] = []
    private var placeOfStory: [ConversationID: Int] = [:]

    init(
        fixture: ShopFixture, facts: FactCheck, read: @escaping ReadMessage,
        rubric: @escaping (Conversation) -> Rubric?
    ) {
        self.read = read
        self.rubric = rubric
        shop = Shop(fixture)
        check = facts
    }

    mutating func tell(_ records: [Recorded]) {
        check.foresee(records)
        for record in records { tell(record) }
    }

    private mutating func tell(_ record: Recorded) {
        // What the agent says is compared with the shop as it stood before the words.
        let said = utterance(in: record)
        shop.apply(record)
        check.see(record.event, in: shop)
        guard let id = record.event.conversation(in: shop) else { return }
        if case .conversationOpened = record.event { open(id, at: record.sequence) }
        guard let place = placeOfStory[id] else { return }
        stories[place].lines.append(
            Story.Line(
                sequence: record.sequence, at: record.at, event: record.event, said: said,
                isByAgent: record.actor.isAgent || record.actor == .instructor,
                showsOtherOrder: shop.showsOtherOrder(record.event)))
        if case .messageRecalled(_, let message) = record.event { takeBack(message, place) }
        watch(place, at: record.sequence)
    }

    private mutating func takeBack(_ message: MessageID, _ place: Int) {
        for index in stories[place].lines.indices {
            switch stories[place].lines[index].event {
            case .replySent(_, message, _, _), .cardSent(_, message, _, _):
                stories[place].lines[index].isRecalled = true
            case .promiseMade(let promise) where promise.message == message:
                stories[place].lines[index].isRecalled = true
            case _: break
            }
        }
    }

    private mutating func open(_ id: ConversationID, at sequence: Int) {
        guard let talk = shop.conversations[id], placeOfStory[id] == nil else { return }
        let found = rubric(talk)
        let used = found ?? .general
        placeOfStory[id] = stories.count
        stories.append(
            Story(
                id: id, customer: talk.customer, channel: talk.channel,
                answerWithin: shop.rules.channels[talk.channel].answerWithin,
                openedAt: talk.openedAt,
                rubric: used,
                scenario: found?.id, moodAtStart: talk.mood,
                success: used.success.map { start($0, id, sequence) },
                record: used.record.map { start($0, id, sequence) }))
    }

    private func start(_ goal: Goal, _ id: ConversationID, _ sequence: Int) -> Story.GoalWatch {
        let isSo = shop.holds(goal.condition, in: id)
        return Story.GoalWatch(goal: goal, wasSoAtStart: isSo, since: isSo ? sequence : nil)
    }

    private mutating func watch(_ place: Int, at sequence: Int) {
        let id = stories[place].id
        for index in stories[place].success.indices {
            let isSo = shop.holds(stories[place].success[index].goal.condition, in: id)
            stories[place].success[index].note(isSo, at: sequence)
        }
        for index in stories[place].record.indices {
            let isSo = shop.holds(stories[place].record[index].goal.condition, in: id)
            stories[place].record[index].note(isSo, at: sequence)
        }
    }

    private mutating func utterance(in record: Recorded) -> Story.Utterance? {
        switch record.event {
        case .buyerSpoke(_, let message, let text):
            let context = Context(now: record.at, offset: shop.offset, speaker: .buyer)
            return Story.Utterance(
                message: message, isBuyer: true, text: text, reading: read(text, context))
        case .replySent(let id, let message, _, let text):
            let context = Context(
                now: record.at, offset: shop.offset, answering: shop.conversations[id])
            let reading = read(text, context)
            var said = Story.Utterance(
                message: message, isBuyer: false, text: text, reading: reading)
            guard let talk = shop.conversations[id] else { return said }
            let quote = Evidence.Quote(
                message: message, event: record.sequence, at: record.at, isBuyer: false,
                text: text)
            let used = placeOfStory[id].map { stories[$0].rubric } ?? .general
            said.statements = check.statements(
                in: reading, quote: quote, talk: talk, rubric: used, shop: shop)
            return said
        case _: return nil
        }
    }
}

extension Story.GoalWatch {
    mutating func note(_ isSo: Bool, at sequence: Int) {
        if !isSo { since = nil } else if since == nil { since = sequence }
    }
}

extension Rubric {
    /// For a conversation that no scenario describes: answered, closed, and something written.
    static let general = Rubric(
        id: "", title: Engine.Bilingual(zh: "日常接待", en: "Everyday conversation"),
        success: [
            Goal(
                title: Engine.Bilingual(zh: "会话已了结", en: "The conversation was brought to an end"),
                condition: .closed)
        ],
        record: [
            Goal(
                title: Engine.Bilingual(zh: "留下了记录", en: "Something was written down"),
                condition: .recorded)
        ])
}
