public import Engine

/// The sentences of one language to practise with, and what is to be reached: `Drills/zh.yaml`.
public struct DrillSheet: Hashable, Sendable {
    public var tongue: Tongue
    /// What the post asks for, in the language's own figure: 字/分 or words a minute.
    public var goal: Int
    /// Sentences in a round.
    public var length: Int
    /// In the order of a conversation: greeting first, closing last.
    public var stages: [Stage]

    /// A part of a conversation, with the sentences said in it.
    public struct Stage: Hashable, Sendable {
        /// `greeting`
        public var id: String
        public var title: Bilingual
        public var sentences: [DrillSentence]

        public init(id: String, title: Bilingual, sentences: [DrillSentence]) {
            self.id = id
            self.title = title
            self.sentences = sentences
        }
    }

    public init(tongue: Tongue, goal: Int, length: Int, stages: [Stage]) {
        self.tongue = tongue
        self.goal = goal
        self.length = length
        self.stages = stages
    }

    public var sentences: [DrillSentence] { stages.flatMap(\.sentences) }

    public func stage(_ id: String) -> Stage? { stages.first { $0.id == id } }
}

/// One sentence as an agent really sends it.
public struct DrillSentence: Hashable, Sendable, Codable {
    public var text: String
    /// The id of its stage.
    public var stage: String
    public var grade: Grade

    public init(_ text: String, stage: String, grade: Grade) {
        self.text = text
        self.stage = stage
        self.grade = grade
    }

    /// How hard it is to type.
    public enum Grade: Int, Hashable, Sendable, Codable, CaseIterable {
        /// Short, everyday words.
        case easy = 1
        /// A whole thought, a number here and there.
        case middle = 2
        /// Long, with amounts, dates, order numbers or model names.
        case hard = 3
    }
}
