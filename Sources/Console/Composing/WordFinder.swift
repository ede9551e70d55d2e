/// Knows where words end, so that Alt-B, Alt-F and Alt-D step over 发货时间 in two steps.
///
/// The desk hands in a finder that knows Chinese words; `plain` knows only scripts and takes each
/// Han character for a word.
public struct WordFinder: Sendable {
    /// The places between words of a text, as counts of characters, ascending; the ends of the
    /// text itself may be left out.
    public let boundaries: @Sendable (String) -> [Int]

    public init(boundaries: @escaping @Sendable (String) -> [Int]) {
        self.boundaries = boundaries
    }

    /// A word is a run of letters and digits, or one Han character.
    public static let plain = WordFinder { text in
        var places: [Int] = []
        var before: Script?
        for (place, character) in text.enumerated() {
            let script = Script(character)
            if let before, before != script || script == .han { places.append(place) }
            before = script
        }
        return places
    }

    private enum Script {
        case blank, han, letters, marks

        init(_ character: Character) {
            if character.isWhitespace {
                self = .blank
            } else if character.isHan {
                self = .han
            } else if character.isLetter || character.isNumber {
                self = .letters
            } else {
                self = .marks
            }
        }
    }
}

extension Character {
    /// A Chinese character: not punctuation, not kana.
    var isHan: Bool { unicodeScalars.first.map(\.properties.isIdeographic) ?? false }
}
