import Engine

/// What agents have sent, held against what the library has: which replies were used, and which
/// sentences were typed although no reply says them.
struct ReplyUsage {
    /// Numbers of the replies that none of the messages has.
    private(set) var unused: [Int] = []
    /// Sentences typed at least three times, the most frequent first.
    private(set) var typed: [(text: String, count: Int)] = []

    /// Fewer letters than this say too little to be a reply.
    private static let shortest = 6
    private static let often = 3

    init(_ snippets: [Snippet], sent: [String]) {
        let patterns = snippets.map { [Pattern($0.text.zh), Pattern($0.text.en)] }
        var counts: [UInt64: Int] = [:]
        for pattern in patterns.joined() {
            for head in pattern.heads { counts[head, default: 0] += 1 }
        }
        // A reply is looked up by what it has that the fewest others have.
        var places: [UInt64: [Int]] = [:]
        for (number, both) in patterns.enumerated() {
            for pattern in both {
                let rarest = pattern.heads.min { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) }
                guard let rarest else { continue }
                if places[rarest]?.last != number { places[rarest, default: []].append(number) }
            }
        }
        var used: Set<Int> = []
        var byHand: [String] = []
        for text in sent {
            let letters = LikeText.letters(text)
            var isReply = false
            var looked: Set<Int> = []
            for head in Pattern.heads(of: letters) {
                for number in places[head] ?? [] where looked.insert(number).inserted {
                    guard patterns[number].contains(where: { $0.stands(in: letters) }) else {
                        continue
                    }
                    used.insert(number)
                    isReply = true
                }
            }
            if !isReply { byHand.append(text) }
        }
        unused = snippets.indices.filter { number in
            // A reply that is only holes leaves no trace.
            !used.contains(number) && patterns[number].contains { !$0.heads.isEmpty }
        }
        typed = ReplyUsage.repeated(byHand)
    }

    /// A reply's words without its holes.
    private struct Pattern {
        let parts: [[UInt32]]

        init(_ text: String) {
            var parts: [String] = []
            var place = text.startIndex
            for hole in Holes(text) where hole.isVariable {
                parts.append(String(text[place..<hole.range.lowerBound]))
                place = hole.range.upperBound
            }
            parts.append(String(text[place...]))
            self.parts = parts.map { LikeText.letters($0.replacing("$|$", with: "")) }
                .filter { !$0.isEmpty }
        }

        /// Every three letters in a row; none where there are too few in all.
        var heads: [UInt64] {
            if parts.reduce(0, { $0 + $1.count }) < 4 { return [] }
            return parts.flatMap(Pattern.heads)
        }

        private static func head(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt64 {
            // 21 bits hold any character.
            UInt64(first) << 42 | UInt64(second) << 21 | UInt64(third)
        }

        static func heads(of letters: [UInt32]) -> [UInt64] {
            letters.count < 3
                ? []
                : letters.indices.dropLast(2).map {
                    head(letters[$0], letters[$0 + 1], letters[$0 + 2])
                }
        }

        /// Whether all its parts stand in the text, one after the other.
        func stands(in letters: [UInt32]) -> Bool {
            guard parts.reduce(0, { $0 + $1.count }) >= 4 else { return false }
            var from = 0
            for part in parts {
                guard let place = Pattern.place(of: part, in: letters, from: from) else {
                    return false
                }
                from = place + part.count
            }
            return true
        }

        private static func place(of part: [UInt32], in letters: [UInt32], from: Int) -> Int? {
            guard part.count <= letters.count else { return nil }
            var start = from
            while start + part.count <= letters.count {
                var same = 0
                while same < part.count, letters[start + same] == part[same] { same += 1 }
                if same == part.count { return start }
                start += 1
            }
            return nil
        }
    }

    /// Sentences that are the same but for numbers and signs, or nearly the same, together.
    private static func repeated(_ texts: [String]) -> [(text: String, count: Int)] {
        var numbers: [[UInt32]: Int] = [:]
        var groups: [(texts: [(text: String, count: Int)], count: Int)] = []
        for text in texts {
            for sentence in sentences(text) {
                // Orders, times and amounts differ from customer to customer.
                var key: [UInt32] = []
                for letter in LikeText.letters(sentence) {
                    let isDigit = (0x30...0x39).contains(letter)
                    if isDigit, key.last == 0x30 { continue }
                    key.append(isDigit ? 0x30 : letter)
                }
                guard key.count >= shortest else { continue }
                let group = numbers[key] ?? groups.count
                if group == groups.count { groups.append(([], 0)) }
                numbers[key] = group
                groups[group].count += 1
                if let known = groups[group].texts.firstIndex(where: { $0.text == sentence }) {
                    groups[group].texts[known].count += 1
                } else {
                    groups[group].texts.append((sentence, 1))
                }
            }
        }
        let likes = groups.map { LikeText($0.texts[0].text) }
        // The first of a row of likes has them all.
        var first = Array(groups.indices)
        for pair in LikeText.pairs(likes, least: 750) {
            first[pair.second] = first[pair.first]
            groups[first[pair.second]].count += groups[pair.second].count
            groups[first[pair.second]].texts += groups[pair.second].texts
        }
        let often = groups.indices.filter {
            first[$0] == $0 && groups[$0].count >= ReplyUsage.often
        }
        return often.map { number in
            let best = groups[number].texts.enumerated().max {
                ($0.element.count, -$0.offset) < ($1.element.count, -$1.offset)
            }
            return (best?.element.text ?? "", groups[number].count)
        }.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    }

    private static func sentences(_ text: String) -> [String] {
        var sentences: [String] = []
        var current = ""
        for character in text {
            if character.isNewline {
                sentences.append(current)
                current = ""
                continue
            }
            current.append(character)
            if "。！？!?；".contains(character) {
                sentences.append(current)
                current = ""
            }
        }
        sentences.append(current)
        return sentences.map(EntryTaker.trimmed).filter { !$0.isEmpty }
    }
}
