public import Engine

/// Answers everybody in turn with lines of its own and does nothing: what a score must not reward.
public struct TalkingAgent: ScriptedAgent {
    private let lines: [Bilingual]
    private var said: [ConversationID: Int] = [:]

    /// - Parameter lines: said one after the other; the last two by turns from then on.
    public init(_ lines: [Bilingual]) { self.lines = lines }

    /// An impeccable attitude, a problem never solved.
    public static var polite: TalkingAgent { TalkingAgent(Phrases.polite) }

    public mutating func nextAct(in shift: Shift) -> Instant? {
        Self.longestWaiting(in: shift.shop).map { max($0.heard + .seconds(15), shift.now) }
    }

    public mutating func act(in shift: Shift) -> [Command] {
        guard let (id, _) = Self.longestWaiting(in: shift.shop) else { return [] }
        let count = said[id, default: 0]
        said[id] = count + 1
        let last = lines.count - 1
        let place = count <= last ? count : max(0, last - (count - last) % 2)
        return [.reply(conversation: id, text: lines[place][shift.card.tongue])]
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

extension TalkingAgent {
    /// What the talkers say.
    enum Phrases {
        static let polite = [
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

        static let sorry = [
            Bilingual(zh: "真的非常抱歉！", en: "I'm so very sorry!"),
            Bilingual(zh: "对不起对不起，都是我们不好。", en: "Sorry, sorry, it's all our fault."),
            Bilingual(zh: "实在不好意思，让您受委屈了。", en: "I do apologise for what you've been through."),
            Bilingual(zh: "再次向您致歉，请您原谅。", en: "My apologies again. Please forgive us."),
        ]

        static let promises = [
            Bilingual(
                zh: "您放心，10分钟内一定给您办好！", en: "Don't worry, I'll have it sorted within 10 minutes!"),
            Bilingual(
                zh: "今天肯定给您解决，保证让您满意。", en: "It'll definitely be solved today, guaranteed."),
            Bilingual(
                zh: "我保证20分钟内回复您，绝对没问题。",
                en: "I promise to get back to you within 20 minutes, absolutely no problem."),
        ]

        static let canned = [
            Bilingual(
                zh: "亲，您好！本店商品支持七天无理由退换，付款后48小时内发货，默认发中通快递。有问题请联系客服，祝您购物愉快！",
                en:
                    "Hello! Our goods can be returned within seven days and ship within 48 hours of "
                    + "payment by ZTO. Contact us with any question. Happy shopping!")
        ]
    }
}
