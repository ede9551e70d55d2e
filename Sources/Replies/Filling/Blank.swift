/// A `$|$` in the middle of a sentence, such as 还差$|$元: without a word there the sentence says
/// nothing, so it is asked for like a field and never sent empty.
///
/// A mark behind a whole sentence or on a line of its own is only where the caret goes.
public struct Blank {
    /// What stands around it, as the question: `还差__元`.
    public let words: String

    /// - Parameters:
    ///   - before: the text in front of the mark.
    ///   - behind: the pattern behind it.
    /// - Returns: nil where the mark only says where the caret goes.
    public init?(before: String, behind: Substring) {
        let left = String(before.reversed().prefix { !$0.isNewline }.reversed())
        let right = behind.prefix { !$0.isNewline }
        let opens = left.allSatisfy(\.isWhitespace)
        let closes = right.allSatisfy(\.isWhitespace)
        switch (opens, closes) {
        case (true, true): return nil
        // At the very beginning something may be put in front of the whole text.
        case (true, false): guard !before.allSatisfy(\.isWhitespace) else { return nil }
        case (false, true):
            guard let last = left.last(where: { !$0.isWhitespace }), !Blank.ends.contains(last),
                !last.isSmiley
            else { return nil }
        case (false, false): break
        }
        words = Blank.tail(of: left) + "__" + Blank.head(of: right)
    }

    /// Behind these a sentence is whole.
    private static let ends: Set<Character> = [
        "。", "！", "？", "…", ".", "!", "?", "~", "～", ")", "）", "”", "\"", "]", "】", "』", "」",
    ]

    /// Between these stand the parts of a sentence.
    private static let parts = ends.union(["，", ",", "；", ";", "、", "“", "{", "}", "$"])

    /// The last few words of the part before.
    private static func tail(of text: String) -> String {
        let part = text.reversed().prefix { !parts.contains($0) }
        return String(shortened(part, most: 12).reversed())
    }

    /// The first few words of the part behind.
    private static func head(of text: Substring) -> String {
        String(shortened(text.prefix { !parts.contains($0) }, most: 8))
    }

    /// So many columns at most, and no word of letters cut in two.
    private static func shortened(
        _ text: some Collection<Character>, most: Int
    ) -> [Character] {
        var kept: [Character] = []
        var columns = 0
        for character in text {
            columns += character.isASCII ? 1 : 2
            guard columns <= most else {
                if character.isASCII, let blank = kept.lastIndex(of: " ") {
                    kept.removeSubrange(blank...)
                }
                break
            }
            kept.append(character)
        }
        return kept
    }
}

extension Character {
    /// A face or a flower behind a sentence ends it like a full stop.
    fileprivate var isSmiley: Bool {
        unicodeScalars.contains {
            $0.properties.isEmojiPresentation || $0.properties.isVariationSelector
        } || isSymbol
    }
}
