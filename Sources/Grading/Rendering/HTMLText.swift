public import Engine

/// Builds HTML out of text that is never trusted: whatever is not markup of our own goes through
/// `escape`.
public struct HTMLText {
    public private(set) var source = ""

    public init() {}

    public mutating func raw(_ markup: String) { source += markup }

    public mutating func text(_ text: String) { source += Self.escape(text) }

    /// The same thing in both languages; the page shows the chosen one.
    public mutating func both(_ text: Engine.Bilingual) { source += Self.both(text) }

    public static func both(_ text: Engine.Bilingual) -> String {
        if text.zh == text.en { return escape(text.zh) }
        return
            "<span lang=\"zh\">\(escape(text.zh))</span><span lang=\"en\">\(escape(text.en))</span>"
    }

    static func both(zh: String, en: String) -> String {
        both(Engine.Bilingual(zh: zh, en: en))
    }

    public static func escape(_ text: String) -> String {
        var result = ""
        for scalar in text.replacingControls(with: " ").unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
