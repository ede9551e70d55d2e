import Engine
import Language

/// The moods read in messages looked at lately: a message's words do not change.
struct MoodCache {
    private var moods: [MessageID: Mood?] = [:]
    private static let limit = 2000

    /// From the latest message of the customer that shows any; nil when the words are even.
    mutating func visible(in talk: Conversation) -> Mood? {
        Mood.shown(in: talk) { mood(of: $0.id, $1) }
    }

    private mutating func mood(of id: MessageID, _ text: String) -> Mood? {
        if let known = moods[id] { return known }
        if moods.count >= MoodCache.limit { moods.removeAll(keepingCapacity: true) }
        let mood = Mood.read(text)
        moods.updateValue(mood, forKey: id)
        return mood
    }
}
