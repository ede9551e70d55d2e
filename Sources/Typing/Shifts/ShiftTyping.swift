public import Engine

/// A shift's typing in figures: keys for each solved conversation, speed while composing, what
/// replies spared.
public struct ShiftTyping: Hashable, Sendable, Codable {
    /// Conversations in which something was pressed, by their ids.
    public let conversations: [Row]
    /// Of these, the ones that came out as they should.
    public let solved: Int
    public let keys: Int
    public let commits: Int
    public let characters: Int
    public let corrections: Int
    public let padded: Int
    public let replies: Int
    /// Keys pressed in solved conversations for each of them, rounded; nil where none was solved.
    public let keysPerSolved: Int?
    public let chinese: Pace
    public let english: Pace
    /// 字/分 and words a minute while composing; nil where too little was typed to say.
    public let charactersPerMinute: Int?
    public let wordsPerMinute: Int?
    /// What replies spared, by language.
    public let saved: [Saved]

    /// One conversation.
    public struct Row: Hashable, Sendable, Codable {
        public let conversation: ConversationID
        public let isSolved: Bool
        public let keys: Int
        public let characters: Int
        public let corrections: Int
        public let replies: Int
        public let saved: Int
    }

    /// Characters of one language nobody had to type, and the time they would have taken.
    public struct Saved: Hashable, Sendable, Codable {
        public let tongue: Tongue
        public let characters: Int
        /// The speed reckoned with, in the language's figure; nil where neither the shift nor a
        /// goal says one.
        public let figure: Int?
        /// Whether that is the person's own speed in this shift; else it is the goal.
        public let isMeasured: Bool
        public let milliseconds: Int64?
    }

    /// - Parameters:
    ///   - solved: the conversations that came out as they should, as grading says.
    ///   - goals: the speeds to reckon with where too little was typed to measure one.
    public init(
        _ tallies: [ConversationID: KeyTally], solved: Set<ConversationID>, goals: TypingGoals
    ) {
        let used = tallies.filter { $0.value.keys > 0 }.sorted { $0.key < $1.key }
        conversations = used.map { id, tally in
            Row(
                conversation: id, isSolved: solved.contains(id), keys: tally.keys,
                characters: tally.characters, corrections: tally.corrections,
                replies: tally.replies, saved: tally.savedChinese + tally.savedEnglish)
        }
        let good = conversations.filter(\.isSolved)
        self.solved = good.count
        let keysInSolved = good.reduce(0) { $0 + $1.keys }
        keysPerSolved = good.isEmpty ? nil : (keysInSolved + good.count / 2) / good.count
        func sum(_ part: (KeyTally) -> Int) -> Int { used.reduce(0) { $0 + part($1.value) } }
        keys = sum(\.keys)
        commits = sum(\.commits)
        characters = sum(\.characters)
        corrections = sum(\.corrections)
        padded = sum(\.padded)
        replies = sum(\.replies)
        let chinese = used.reduce(Pace.none) { $0 + $1.value.chinese }
        let english = used.reduce(Pace.none) { $0 + $1.value.english }
        self.chinese = chinese
        self.english = english
        charactersPerMinute = chinese.isEnough ? chinese.perMinute : nil
        wordsPerMinute = english.isEnough ? english.wordsPerMinute : nil
        saved = [
            Saved(.chinese, sum(\.savedChinese), chinese, goals),
            Saved(.english, sum(\.savedEnglish), english, goals),
        ].filter { $0.characters > 0 }
    }

    public func row(of conversation: ConversationID) -> Row? {
        conversations.first { $0.conversation == conversation }
    }

    /// All the time spared; nil where nothing was, or no speed is known for a part of it.
    public var savedMilliseconds: Int64? {
        guard !saved.isEmpty, saved.allSatisfy({ $0.milliseconds != nil }) else { return nil }
        return saved.reduce(0) { $0 + ($1.milliseconds ?? 0) }
    }
}

extension ShiftTyping.Saved {
    fileprivate init(_ tongue: Tongue, _ characters: Int, _ pace: Pace, _ goals: TypingGoals) {
        self.tongue = tongue
        self.characters = characters
        isMeasured = pace.isEnough
        figure = pace.isEnough ? pace.figure(in: tongue) : goals[tongue]
        milliseconds = figure.flatMap { figure in
            figure > 0
                ? Int64(characters) * 60_000 / Int64(figure * tongue.charactersInUnit) : nil
        }
    }
}

extension Pace {
    /// Whether there is enough of it to speak of a person's speed: a short sentence.
    var isEnough: Bool { milliseconds >= 10_000 && characters >= 20 }
}
