@testable import Search

/// The same search written as plainly as possible: no index, every entry read for every query. It
/// says what the fast one has to answer. It knows no typos.
struct NaiveSearch {
    let entries: [(title: String, words: [String], body: String)]
    private let pinyin = Pinyin()
    private var tokens: Set<[UInt16]> = []
    private var folding: Folding { pinyin.folding }

    init(_ entries: [(title: String, words: [String], body: String)]) {
        self.entries = entries
        for entry in entries {
            for text in [entry.title, entry.body] + entry.words {
                tokens.formUnion(tokens(folding.units(of: text)))
            }
        }
    }

    func search(_ text: String) -> [Hit] {
        let query = Query(text, folding)
        if query.phrase.isEmpty { return [] }
        let found = query.parts.map { part in entries.map { fields($0, part) } }
        let weights = zip(query.parts, found).map { part, fields in
            weight(part, fields.count { $0 != 0 })
        }
        let all = weights.reduce(0, +)
        func sum(_ entry: Int, _ mask: UInt32) -> Int {
            zip(found, weights).reduce(0) { $1.0[entry] & mask == 0 ? $0 : $0 + $1.1 }
        }
        let hits = entries.indices.compactMap { entry in
            hit(
                entry, query.phrase,
                (title: sum(entry, 1), names: sum(entry, 3), any: sum(entry, 7), all: all))
        }
        return hits.sorted {
            ($0.match, -$0.score, $0.number) < ($1.match, -$1.score, $1.number)
        }
    }

    private func hit(
        _ number: Int, _ phrase: [UInt16], _ sums: (title: Int, names: Int, any: Int, all: Int)
    ) -> Hit? {
        let title = folding.units(of: entries[number].title)
        let words = entries[number].words.map { folding.units(of: $0) }
        var ways: [(match: Match, score: Int)] = []
        let share = { (name: [UInt16]) in 400 * min(phrase.count, name.count) / max(1, name.count) }
        if sums.title == sums.all {
            if title == phrase {
                ways.append((.wholeTitle, 1_000))
            } else if title.starts(with: phrase) {
                ways.append((.titleStart, 600 + share(title)))
            } else if has(title, phrase) {
                ways.append((.titleInside, 600 + share(title)))
            } else {
                ways.append((.namesScattered, 500 + share(title)))
            }
        }
        if sums.names == sums.all {
            ways += words.filter { has($0, phrase) }.map { (.otherWord, 600 + share($0)) }
            if sums.title < sums.all { ways.append((.namesScattered, 500)) }
        } else {
            let body = folding.units(of: entries[number].body)
            if sums.any == sums.all, has(body, phrase) { ways.append((.bodyPhrase, 600)) }
            let score = 1_000 * (3 * sums.any + 2 * sums.names) / (5 * sums.all)
            let isEnough = score >= 20 || sums.any == sums.all
            if sums.any > 0, isEnough {
                let named = ([title] + words).filter { isNamed($0, phrase) }.map(\.count).max() ?? 0
                let lift = min(2 * named, phrase.count)
                ways.append((.overlap, score + (1_000 - score) * lift / (2 * phrase.count)))
            }
        }
        if let score = spelled(title, phrase) { ways.append((.pinyin, score)) }
        if phrase.count > 1 {
            ways += words.compactMap { spelled($0, phrase) }.map { (.pinyin, $0 - 20) }
        }
        return ways.min { ($0.match, -$0.score) < ($1.match, -$1.score) }
            .map { Hit(number: number, match: $0.match, score: $0.score) }
    }

    private func has(_ text: [UInt16], _ part: [UInt16]) -> Bool { place(text, part) != nil }

    private func place(_ text: [UInt16], _ part: [UInt16]) -> Int? {
        text.indices.first { text[$0...].starts(with: part) }
    }

    private func isNamed(_ name: [UInt16], _ phrase: [UInt16]) -> Bool {
        guard name.count > 1, let place = place(phrase, name) else { return false }
        let end = place + name.count
        let before = place > 0 && isWord(phrase[place - 1]) && isWord(phrase[place])
        let after = end < phrase.count && isWord(phrase[end]) && isWord(phrase[end - 1])
        return !before && !after
    }

    private func isWord(_ unit: UInt16) -> Bool {
        folding.kinds[Int(unit)] == .letter || folding.kinds[Int(unit)] == .digit
    }

    private func weight(_ part: Query.Part, _ found: Int) -> Int {
        let rarity = Weight.rarity(found, of: entries.count)
        switch part {
        case .pair(let pair): return Weight.pair(pair, found: found, of: entries.count)
        case .character: return rarity
        case .word(let word): return rarity * Weight.share(of: word) / 4
        }
    }

    // MARK: Parts

    private func fields(
        _ entry: (title: String, words: [String], body: String), _ part: Query.Part
    ) -> UInt32 {
        let title = isThere(part, entry.title, isName: true)
        let words = entry.words.contains { isThere(part, $0, isName: true) }
        let body = isThere(part, entry.body, isName: false)
        return (title ? 1 : 0) | (words ? 2 : 0) | (body ? 4 : 0)
    }

    private func isThere(_ part: Query.Part, _ text: String, isName: Bool) -> Bool {
        let units = folding.units(of: text)
        switch part {
        case .pair(let pair):
            let wanted = [UInt16(pair >> 16), UInt16(truncatingIfNeeded: pair)]
            if has(units, wanted) { return true }
            return isName && has(units, [wanted[0], Folding.gap, wanted[1]])
        case .character(let unit): return units.contains(unit)
        case .word(let word):
            let isNumber = word.count < 3 && word.allSatisfy { folding.kinds[Int($0)] == .digit }
            let isExact = isNumber && tokens.contains(word)
            return tokens(units).contains { isExact ? $0 == word : $0.starts(with: word) }
        }
    }

    private func tokens(_ units: [UInt16]) -> [[UInt16]] {
        let whole = units.split { !isWord($0) }.map { Array($0) }
        let numbers = whole.map { $0.drop { folding.kinds[Int($0)] == .letter } }
        return whole + numbers.filter { !$0.isEmpty }.map { Array($0) }
    }

    // MARK: Pinyin

    private func spelled(_ name: [UInt16], _ phrase: [UInt16]) -> Int? {
        let letters = phrase.filter { $0 != Folding.gap }
        guard letters.contains(where: { (0x61...0x7A).contains($0) }) else { return nil }
        for start in name.indices where name[start] != Folding.gap {
            let ends = ends(name, start, letters[...])
            if let end = ends.min(), letters.count > 1 || start == 0 {
                return 500 + 300 * (end - start) / name.count + (start == 0 ? 100 : 0)
            }
        }
        return nil
    }

    /// All places where the name can end if it spells the letters from `start` on.
    private func ends(_ name: [UInt16], _ start: Int, _ letters: ArraySlice<UInt16>) -> [Int] {
        if letters.isEmpty { return [start] }
        if start == name.count { return [] }
        if name[start] == Folding.gap { return ends(name, start + 1, letters) }
        var takes: Set<Int> = name[start] == letters.first ? [1] : []
        for syllable in syllables(name[start]) {
            for count in 1...syllable.count where letters.starts(with: syllable.prefix(count)) {
                let isInitial = count == 1 || (count == 2 && syllable[1] == 0x68)
                if isInitial || count == syllable.count || count == letters.count {
                    takes.insert(count)
                }
            }
        }
        return takes.flatMap { ends(name, start + 1, letters.dropFirst($0)) }
    }

    private func syllables(_ unit: UInt16) -> [[UInt16]] {
        guard unit >= Pinyin.first, unit <= Pinyin.last else { return [] }
        let place = Int(unit - Pinyin.first)
        return (pinyin.starts[place]..<pinyin.starts[place + 1]).map {
            pinyin.readings[Int($0)].letters.map { UInt16($0) }
        }
    }
}
