public import Engine

/// Why the mood of a customer moved whom a person plays.
public enum PlayedMood: String, Hashable, Sendable, CaseIterable {
    /// By the person's own key.
    case better = "played-better"
    case worse = "played-worse"
    /// By what the person said: thanks, or anger.
    case thanked = "played-thanks"
    case angry = "played-anger"

    public var title: Bilingual {
        switch self {
        case .better: Bilingual(zh: "顾客（真人）心情好了些", en: "the buyer (a person) felt better")
        case .worse: Bilingual(zh: "顾客（真人）心情差了些", en: "the buyer (a person) felt worse")
        case .thanked: Bilingual(zh: "顾客（真人）道了谢", en: "the buyer (a person) gave thanks")
        case .angry: Bilingual(zh: "顾客（真人）发了火", en: "the buyer (a person) got angry")
        }
    }

    /// By how much it moves the mood.
    public var shift: Int {
        switch self {
        case .better: 5
        case .worse: -5
        case .thanked: 3
        case .angry: -5
        }
    }

    /// What a line of the person shows by itself; nil where the words are even.
    public static func read(_ text: String) -> PlayedMood? {
        switch Mood.read(text) {
        case .angry, .disappointed: .angry
        case .content: .thanked
        case .hurried, nil: nil
        }
    }
}
