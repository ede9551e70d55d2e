public import Engine
import Language

/// Reads a journal and judges the shift.
///
/// ```swift
/// let grader = ShiftGrader(fixture: fixture, read: reader.read) { talk in rubrics[talk.customer] }
/// let report = grader.report(on: shift.records)
/// report.conversations[0].total       // 92
/// ```
public struct ShiftGrader {
    private let fixture: ShopFixture
    private let facts: FactCheck
    private let counting: CountingRules
    private let read: ReadMessage
    private let moodTitle: (String) -> Engine.Bilingual?
    private let rubric: (Conversation) -> Rubric?

    /// - Parameters:
    ///   - fixture: the shop as it was before the first event.
    ///   - facts: what stands on the shop's pages, where they have been read before.
    ///   - read: reads one message.
    ///   - moodTitle: what a rule that moves a customer's mood is called.
    ///   - rubric: the scenario behind a conversation; nil grades it as an everyday one.
    public init(
        fixture: ShopFixture, facts: FactCheck? = nil, counting: CountingRules,
        read: @escaping ReadMessage,
        moodTitle: @escaping (String) -> Engine.Bilingual? = { _ in nil },
        rubric: @escaping (Conversation) -> Rubric?
    ) {
        self.fixture = fixture
        self.facts = facts ?? FactCheck(fixture: fixture, read: read)
        self.counting = counting
        self.read = read
        self.moodTitle = moodTitle
        self.rubric = rubric
    }

    /// The debrief of what has happened so far; the shift need not be over.
    public func report(on records: [Recorded]) -> ShiftReport {
        var teller = StoryTeller(
            fixture: fixture, facts: facts, read: read, rubric: rubric)
        teller.tell(records)
        let shop = teller.shop
        let stories = teller.stories.map { story in
            var story = story
            story.overAt = shop.now
            return story
        }
        let grades = stories.map {
            ConversationGrader(story: $0, shop: shop, counting: counting, moodTitle: moodTitle)
                .grade()
        }
        let kpis = Counting(stories: stories, shop: shop, rules: counting).all
        return ShiftReport(
            shop: fixture.name, agent: fixture.agent, startedAt: fixture.opensAt,
            endedAt: shop.now, offset: fixture.offset, counting: counting, conversations: grades,
            kpis: kpis,
            score: ShiftScore(
                grades: grades, kpis: kpis, tickets: Array(shop.tickets.values),
                proposed: shop.knowledge.filter { $0.proposedBy != nil }),
            nextStep: NextStep(grades))
    }
}
