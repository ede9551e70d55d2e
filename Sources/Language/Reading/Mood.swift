public import Engine

/// What a customer's own words show of their mood. Nothing is guessed from anything else, and
/// there is no number: an agent sees what a reader of the chat would see.
public enum Mood: String, Hashable, Sendable, CaseIterable {
    case angry, hurried, disappointed, content

    public static func read(_ text: String) -> Mood? {
        let low = text.prefix(400).lowercased()
        for (mood, words) in signs where words.contains(where: { low.contains($0) }) {
            return mood
        }
        return low.contains("！！") || low.contains("!!") ? .hurried : nil
    }

    /// From the latest message of the customer that shows any; nil when the words are even.
    /// - Parameter read: the mood of one message; a place that asks often keeps what it has read.
    public static func shown(
        in talk: Conversation, read: (Message, String) -> Mood? = { Mood.read($1) }
    ) -> Mood? {
        for message in talk.messages.suffix(12).reversed() {
            guard message.author == .buyer, case .text(let text) = message.body else { continue }
            if let mood = read(message, text) { return mood }
        }
        return nil
    }

    private static let signs: [(Mood, [String])] = [
        (
            .angry,
            [
                "投诉", "差评", "骗", "气死", "垃圾", "举报", "什么态度", "搞什么", "太过分", "生气",
                "complain", "scam", "ridiculous", "furious", "unacceptable", "terrible", "angry",
            ]
        ),
        (
            .disappointed,
            ["失望", "算了", "不想要了", "disappoint", "never mind", "forget it", "let down"]
        ),
        (
            .hurried,
            [
                "着急", "很急", "急用", "急！", "快点", "赶紧", "怎么还", "还不", "等不及", "催",
                "urgent", "hurry", "asap", "as soon as", "still not", "still hasn", "when will",
            ]
        ),
        (
            .content,
            [
                "谢谢", "太好了", "好的好的", "辛苦", "满意", "thank", "great", "perfect",
                "wonderful",
            ]
        ),
    ]
}
