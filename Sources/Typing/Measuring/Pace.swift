public import Engine

/// How fast something was typed: so many characters in so much time.
///
/// Two are added by adding both, so the figure of a round is that of all its typing, not a mean of
/// means. Whole numbers, the same on every machine.
public struct Pace: Hashable, Sendable, Codable {
    public var characters: Int
    public var milliseconds: Int64

    public init(characters: Int, milliseconds: Int64) {
        self.characters = characters
        self.milliseconds = milliseconds
    }

    /// Nothing measured yet.
    public static let none = Pace(characters: 0, milliseconds: 0)

    public static func + (a: Self, b: Self) -> Self {
        Self(
            characters: a.characters + b.characters,
            milliseconds: a.milliseconds + b.milliseconds)
    }

    /// What is too short to say anything: less than a second, or no character.
    public var isMeasured: Bool { milliseconds >= 1000 && characters > 0 }

    /// Characters a minute, rounded; nil where nothing was measured.
    public var perMinute: Int? {
        guard isMeasured else { return nil }
        return Int((Int64(characters) * 60_000 + milliseconds / 2) / milliseconds)
    }

    /// Words a minute: five characters are a word, blanks and marks included.
    public var wordsPerMinute: Int? {
        guard isMeasured else { return nil }
        return Int((Int64(characters) * 12_000 + milliseconds / 2) / milliseconds)
    }

    /// The figure a language is measured in: 字/分 for Chinese, words a minute for English.
    public func figure(in tongue: Tongue) -> Int? {
        switch tongue {
        case .chinese: perMinute
        case .english: wordsPerMinute
        }
    }
}

extension Tongue {
    /// How many characters count as one in this language's figure.
    public var charactersInUnit: Int {
        switch self {
        case .chinese: 1
        case .english: 5
        }
    }

    /// What the figure is called.
    public var paceUnit: Bilingual {
        switch self {
        case .chinese: Bilingual(zh: "字/分", en: "cpm")
        case .english: Bilingual(zh: "词/分", en: "wpm")
        }
    }
}
