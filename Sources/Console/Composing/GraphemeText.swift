import Terminal

/// A text as the characters a reader counts, which it always stays: nothing put in can tear an
/// emoji or leave half an accent, and nothing gets in without passing the gate.
struct GraphemeText: Hashable, Sendable {
    private(set) var characters: [Character] = []

    var count: Int { characters.count }

    /// One change: what stood there and what stands there now. It can be turned round.
    struct Splice: Hashable, Sendable {
        var place: Int
        var removed: [Character]
        var inserted: [Character]

        var reversed: Splice { Splice(place: place, removed: inserted, inserted: removed) }
    }

    /// Puts raw text in place of a stretch and answers what changed and where the caret belongs.
    ///
    /// Neighbours that would merge with the new text (a flag's second half, an accent typed after
    /// its letter) are part of the change.
    mutating func replace(
        _ range: Range<Int>, with raw: String
    ) -> (splice: Splice, caret: Int) {
        var low = range.lowerBound
        var high = range.upperBound
        var piece: String
        if low > 0, characters[low - 1] != "\n", let first = raw.unicodeScalars.first,
            !first.isPlain
        {
            low -= 1
            piece = TextGate().cleaned(String(characters[low]) + raw, keepingNewlines: true)
        } else {
            piece = TextGate().cleaned(raw, keepingNewlines: true)
            if low > 0, joins(characters[low - 1], piece.first ?? next(high)) {
                low -= 1
                piece = String(characters[low]) + piece
            }
        }
        let ahead = piece.unicodeScalars.count
        if let last = piece.last, let right = next(high), joins(last, right) {
            repeat {
                piece.append(characters[high])
                high += 1
            } while next(high)?.isFlagPart ?? false
        }
        let inserted = Array(piece)
        let splice = Splice(
            place: low, removed: Array(characters[low..<high]), inserted: inserted)
        apply(splice)
        return (splice, low + GraphemeText.characters(of: inserted, holding: ahead))
    }

    mutating func apply(_ splice: Splice) {
        characters.replaceSubrange(
            splice.place..<splice.place + splice.removed.count, with: splice.inserted)
    }

    func text(_ range: Range<Int>) -> String {
        String(characters[range])
    }

    private func next(_ place: Int) -> Character? {
        place < characters.count ? characters[place] : nil
    }

    /// Whether two neighbours might become one character.
    private func joins(_ left: Character, _ right: Character?) -> Bool {
        guard let right, left != "\n", right != "\n" else { return false }
        return !(left.isPlain && right.isPlain)
    }

    /// How many whole characters are needed to hold this many code points.
    private static func characters(of list: [Character], holding scalars: Int) -> Int {
        if scalars == 0 { return 0 }
        var held = 0
        for (index, character) in list.enumerated() {
            held += character.unicodeScalars.count
            if held >= scalars { return index + 1 }
        }
        return list.count
    }
}

extension Unicode.Scalar {
    /// Never merges with a neighbour of the same kind: Latin and Chinese as they are typed.
    fileprivate var isPlain: Bool {
        switch value {
        case 0x20..<0x7F, 0x3000...0x3029, 0x4E00...0x9FFF, 0xFF01...0xFF60: true
        default: false
        }
    }
}

extension Character {
    fileprivate var isPlain: Bool {
        let scalars = unicodeScalars
        guard let first = scalars.first, first.isPlain else { return false }
        return scalars.index(after: scalars.startIndex) == scalars.endIndex
    }

    /// A flag or half of one: flags pair up from the left, so a change moves all that follow.
    fileprivate var isFlagPart: Bool {
        guard let first = unicodeScalars.first else { return false }
        return first.value >= 0x1F1E6 && first.value <= 0x1F1FF
    }
}
