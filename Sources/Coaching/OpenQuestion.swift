public import Engine
import Grading
import Language

/// Something the customer asked that no reply has touched yet.
public struct OpenQuestion: Hashable, Sendable {
    public var message: MessageID
    public var text: String
    public var askedAt: Instant
    /// What it is about; a reply about the same answers it.
    var topics: Set<Topic>
}

/// Which of a customer's questions still stand open: followed message by message, so that a
/// conversation is read once however long it grows.
struct OpenQuestions: Sendable {
    private(set) var questions: [OpenQuestion] = []
    private var seen = 0
    private var recalled = 0

    /// Reads what has been added to the conversation since the last time.
    mutating func follow(_ talk: Conversation, offset: Int, read: ReadMessage) {
        // A recalled answer answers nothing: what it had answered stands open again.
        let gone = talk.messages.count { $0.recalledAt != nil }
        if talk.messages.count < seen || gone != recalled { self = OpenQuestions() }
        recalled = gone
        for message in talk.messages.dropFirst(seen) {
            if message.recalledAt != nil { continue }
            switch (message.author, message.body) {
            case (_, .note), (.bot, _), (.system, _), (.bystander, _): break
            case (.buyer, .text(let text)): hear(text, message, offset, read)
            case (.agent, .text(let text)): answer(text, message, offset, read)
            // A card shows what was asked about; which question that was, only the last can tell.
            case (.agent, .card): if !questions.isEmpty { questions.removeLast() }
            case (.buyer, .card), (_, .attachment): break
            }
        }
        seen = talk.messages.count
    }

    private mutating func hear(
        _ text: String, _ message: Message, _ offset: Int, _ read: ReadMessage
    ) {
        let reading = read(text, Context(now: message.at, offset: offset, speaker: .buyer))
        let topics = Set(reading.topics.map(\.subject))
        // "Are you there?" asks for nothing that a reply could be about.
        guard reading.isQuestion, !(topics.isEmpty && reading.has(.greet)), text.count > 4 else {
            return
        }
        questions.append(
            OpenQuestion(message: message.id, text: text, askedAt: message.at, topics: topics))
    }

    /// A reply that holds something answers the questions it is about; one that shares no topic
    /// with any answers the last.
    private mutating func answer(
        _ text: String, _ message: Message, _ offset: Int, _ read: ReadMessage
    ) {
        guard !questions.isEmpty else { return }
        let reading = read(text, Context(now: message.at, offset: offset))
        guard reading.isUseful else { return }
        let topics = Set(reading.topics.map(\.subject))
        let rest = questions.filter { !$0.topics.isEmpty && $0.topics.isDisjoint(with: topics) }
        if rest.count < questions.count {
            questions = rest
        } else {
            questions.removeLast()
        }
    }
}
