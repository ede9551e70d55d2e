public import Engine

/// An impeccable attitude, a problem never solved: greets, apologises, says it will report, and
/// does nothing. What the score must not reward.
public struct PoliteAgent: ScriptedAgent {
    private var said: [ConversationID: Int] = [:]

    public init() {}

    private static let phrases = [
        Bilingual(
            zh: "您好，欢迎光临，很高兴为您服务，请问有什么可以帮您？",
            en: "Hello and welcome! I'm happy to help. What can I do for you?"),
        Bilingual(
            zh: "非常理解您的心情，给您带来不便真的很抱歉。",
            en: "I completely understand how you feel, and I'm so sorry for the inconvenience."),
        Bilingual(
            zh: "您的问题我已经记录下来了，会尽快向上级反馈的。",
            en: "I've noted your problem and will pass it on as soon as possible."),
        Bilingual(
            zh: "实在抱歉，请您再耐心等待一下，我们一定会重视的。",
            en: "I do apologise. Please bear with us; we take this very seriously."),
        Bilingual(
            zh: "感谢您的理解与支持，祝您生活愉快！",
            en: "Thank you for your understanding and support. Have a lovely day!"),
    ]

    public mutating func nextAct(in shift: Shift) -> Instant? {
        Self.longestWaiting(in: shift.shop).map { max($0.heard + .seconds(15), shift.now) }
    }

    public mutating func act(in shift: Shift) -> [Command] {
        guard let (id, _) = Self.longestWaiting(in: shift.shop) else { return [] }
        let count = said[id, default: 0]
        said[id] = count + 1
        let phrase = Self.phrases[min(count, 3 + count % 2)]
        return [.reply(conversation: id, text: phrase[shift.card.tongue])]
    }

    /// Who has waited longest, and when they last spoke.
    static func longestWaiting(in shop: Shop) -> (id: ConversationID, heard: Instant)? {
        var found: (id: ConversationID, since: Instant, heard: Instant)?
        for talk in shop.conversations.values where talk.isOpen {
            guard let since = talk.waitingSince,
                let heard = talk.messages.last(where: { $0.author == .buyer })?.at
            else { continue }
            if let found, found.since <= since { continue }
            found = (talk.id, since, heard)
        }
        return found.map { ($0.id, $0.heard) }
    }
}
