/// What was typed, taken apart as the texts are.
struct Query {
    /// The whole of it, folded.
    let phrase: [UInt16]
    /// Each part once, in the order typed.
    let parts: [Part]

    enum Part: Equatable {
        case pair(UInt32)
        /// One character between pauses, which may stand in any pair.
        case character(UInt16)
        case word([UInt16])
    }

    /// A longer query is cut: a pasted page must not hold up the next key.
    static let longest = 256
    /// Reading stops here even if nothing but emoji came.
    static let mostRead = 2_048

    init(_ text: String, _ folding: Folding) {
        let phrase = Array(folding.units(of: text, limit: Query.mostRead).prefix(Query.longest))
        var pairs: [(place: Int, part: Part)] = []
        phrase.withUnsafeBufferPointer { units in
            folding.kinds.withUnsafeBufferPointer { kinds in
                Parts.walk(units, kinds) { pair, place in
                    if pair & 0xFFFF != 0 {
                        pairs.append((place, .pair(pair)))
                    } else if place == 0 || units[place - 1] == Folding.gap {
                        pairs.append((place, .character(units[place])))
                    }
                } word: { range in
                    let word = units[range].prefix(Parts.longestWord)
                    pairs.append((range.lowerBound, .word(Array(word))))
                }
            }
        }
        self.phrase = phrase
        parts = pairs.map(\.part).reduce(into: []) { parts, part in
            if !parts.contains(part) { parts.append(part) }
        }
    }
}
