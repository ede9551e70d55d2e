public import Engine
public import Grading
import Language

/// Follows a shift beside the agent and knows, at any moment, what a draft would do.
public struct Coach: Sendable {
    private let offset: Int
    private let read: ReadMessage
    private var check: FactCheck
    private var questions: [ConversationID: OpenQuestions] = [:]
    private var learned: Set<ProductID> = []
    private var articles: Set<String> = []
    /// Records followed so far.
    private var followed = 0

    /// - Parameter offset: the shop's clock, in minutes east of UTC.
    public init(offset: Int, read: @escaping ReadMessage) {
        self.offset = offset
        self.read = read
        check = FactCheck(offset: offset, read: read)
    }

    /// Takes note of what the agent has opened since the last time.
    public mutating func follow(_ records: [Recorded], in shop: Shop) {
        for record in records.dropFirst(followed) {
            check.see(record.event, in: shop)
            switch record.event {
            case .lookedUp(_, _, .product(let id)): learn(id, in: shop)
            case .cardSent(_, _, _, .product(let variant)):
                if let id = shop.variant(variant)?.product { learn(id, in: shop) }
            case .lookedUp(_, _, .knowledge(let title)):
                guard articles.insert(title).inserted,
                    let entry = shop.knowledge.first(where: { $0.title == title }),
                    // What one has put forward oneself is no ground to stand on.
                    entry.proposedBy == nil
                else { break }
                check.learn(entry, at: shop.now)
            case _: break
            }
        }
        followed = records.count
    }

    private mutating func learn(_ id: ProductID, in shop: Shop) {
        guard learned.insert(id).inserted, let product = shop.products[id] else { return }
        check.learn(product, at: shop.now)
    }

    /// What the customer has asked and not been told yet, oldest first.
    public mutating func openQuestions(in talk: Conversation) -> [OpenQuestion] {
        questions[talk.id, default: OpenQuestions()].follow(talk, offset: offset, read: read)
        return questions[talk.id]?.questions ?? []
    }

    /// What there is to know about a draft, the worst first.
    public mutating func advice(
        on draft: String, for talk: Conversation, in shop: Shop
    ) -> [Advice] {
        for order in shop.orders(of: talk.customer) {
            for line in order.lines {
                if let id = shop.variant(line.variant)?.product { learn(id, in: shop) }
            }
        }
        let reading = read(draft, Context(now: shop.now, offset: offset, answering: talk))
        var advice = reading.faults.map {
            Advice(
                words: $0.range.words(in: draft),
                fact: .fault(why: $0.subject.why, better: $0.subject.better))
        }
        for promise in reading.promises {
            advice.append(
                Advice(
                    words: promise.range.words(in: draft),
                    fact: promise.due.map { .promise(promise.deed, due: $0) } ?? .undated))
        }
        let foreign = Foreign.advice(on: draft, talk, shop)
        advice += foreign + ReadOut.advice(on: draft, talk, shop)
        let quote = Evidence.Quote(
            message: MessageID(0), event: 0, at: shop.now, isBuyer: false, text: draft)
        for statement in check.statements(
            in: reading, quote: quote, talk: talk, rubric: Self.everything, shop: shop)
        where !foreign.contains(where: { $0.words == statement.words }) {
            guard let fact = fact(statement, reading, draft, talk, shop) else { continue }
            advice.append(Advice(words: statement.words, fact: fact))
        }
        if reading.isUseful {
            let topics = Set(reading.topics.map(\.subject))
            for question in openQuestions(in: talk)
            where !question.topics.isEmpty && question.topics.isDisjoint(with: topics) {
                advice.append(Advice(words: question.text, fact: .leavesOpen))
            }
        }
        return advice.enumerated().sorted {
            ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset)
        }.map(\.element)
    }

    private func fact(
        _ statement: Statement, _ reading: Reading, _ draft: String, _ talk: Conversation,
        _ shop: Shop
    ) -> Advice.Fact? {
        // What is only unknown the customer may have said, or another desk answered.
        guard statement.truth == .isFalse else { return nil }
        let value = reading.values.first { $0.range.words(in: draft) == statement.words }?.subject
        let known = value.flatMap { Known.values(like: $0, of: talk, in: shop, offset: offset) }
        // Where an order number, a parcel or a status is meant there is right and wrong; a sum or
        // a time may be right for reasons that the shop does not hold.
        switch value {
        case .amount:
            return .unfounded(known ?? statement.source)
        case .time(let window):
            // A day that is over has come from somewhere; the hour of a known moment is right
            // whatever day the words that follow name.
            if window.grain != .minute, window.end <= shop.now { return nil }
            let hour = clock(window.isDeadline ? window.end : window.start)
            let isKnown = check.moments(near: talk, in: shop).contains { clock($0) == hour }
            return isKnown ? nil : .unfounded(known ?? statement.source)
        case .percent, .discount, .duration, .quantity, .number, .size:
            return .unfounded(known ?? statement.source)
        case .orderNumber, .trackingNumber, .phone, .place, .carrier, nil:
            return .wrong(known ?? statement.source)
        }
    }

    private func clock(_ instant: Instant) -> String { CivilTime(instant, offset: offset).clock }

    /// Compares every sum and time with what is known, as no scenario does for all of them.
    private static let everything: Rubric = {
        var rubric = Rubric(id: "", title: Bilingual(zh: "草稿", en: "Draft"))
        rubric.exact = [.amount, .percent, .discount, .size, .time]
        return rubric
    }()
}
