import Engine
import Language

/// The moods read in messages looked at lately: a message's words do not change.
struct MoodCache {
    private var moods: [MessageID: Mood?] = [:]
    private static let limit = 2000

    /// From the latest message of the customer that shows any; nil when the words are even.
    mutating func visible(in talk: Conversation) -> Mood? {
        for message in talk.messages.suffix(12).reversed() {
            guard message.author == .buyer, case .text(let text) = message.body else { continue }
            if let mood = mood(of: message.id, text) { return mood }
        }
        return nil
    }

    private mutating func mood(of id: MessageID, _ text: String) -> Mood? {
        if let known = moods[id] { return known }
        if moods.count >= MoodCache.limit { moods.removeAll(keepingCapacity: true) }
        let mood = Mood.read(text)
        moods.updateValue(mood, forKey: id)
        return mood
    }
}
