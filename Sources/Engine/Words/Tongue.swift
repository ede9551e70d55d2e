/// One of the two languages in which everything a person reads exists.
public enum Tongue: String, Sendable, Codable, CaseIterable {
    case chinese = "zh"
    case english = "en"

    /// The other one, for the switch.
    public var other: Tongue { self == .chinese ? .english : .chinese }
}

/// A text in both languages, written natively in each.
public struct Bilingual: Hashable, Sendable, Codable {
    public var zh: String
    public var en: String

    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    public subscript(tongue: Tongue) -> String {
        switch tongue {
        case .chinese: zh
        case .english: en
        }
    }
}
