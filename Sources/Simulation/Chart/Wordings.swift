public import Engine

/// Several ways to say one thing, in both languages. A line break inside one parts it into
/// messages sent one after the other, as people on a phone do.
public struct Wordings: Hashable, Sendable, Codable {
    public var zh: [String]
    public var en: [String]

    public init(zh: [String], en: [String]) {
        self.zh = zh
        self.en = en
    }

    public init(_ text: Engine.Bilingual) { self.init(zh: [text.zh], en: [text.en]) }

    public subscript(tongue: Engine.Tongue) -> [String] {
        switch tongue {
        case .chinese: zh
        case .english: en
        }
    }
}
