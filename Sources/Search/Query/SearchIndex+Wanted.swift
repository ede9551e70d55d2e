/// A part of a query as the index knows it: which lists of entries have it, and what it weighs.
struct Wanted {
    /// Numbers of lists; several where a word is the beginning of many, or a character of many
    /// pairs.
    let lists: [Int]
    let isWord: Bool
    let isTypo: Bool
    /// With several lists a first guess, since an entry may be in more than one of them.
    let weight: Int
    /// How much of the rarity is its weight, in quarters.
    var share = 4
}

extension SearchIndex {
    /// More parts are not looked for: the rarest count.
    private static let mostWanted = 64
    /// Nor more parts with several lists, the costly ones: a, b, c, d and so on to the end.
    private static let mostMerged = 8
    /// A beginning that more words have stands for the first of them.
    private static let mostWords = 20_000

    /// The parts of the query that say most, rarest first; those the index has never seen too,
    /// since what is missing counts against a hit.
    func wanted(_ query: Query) -> [Wanted] {
        let all = query.parts.map { wanted($0) }
        let rarest = all.indices.sorted { (all[$1].weight, $0) < (all[$0].weight, $1) }
        var merged = 0
        return rarest.prefix(SearchIndex.mostWanted).map { all[$0] }.filter { wanted in
            if wanted.lists.count > 1 { merged += 1 }
            return wanted.lists.count <= 1 || merged <= SearchIndex.mostMerged
        }
    }

    private func wanted(_ part: Query.Part) -> Wanted {
        switch part {
        case .pair(let pair):
            let lists = pairs.known(pair).map { [$0] } ?? []
            let found = entries(lists, pairPostings)
            let weight = Weight.pair(pair, found: found, of: count)
            return Wanted(lists: lists, isWord: false, isTypo: false, weight: weight)
        case .character(let unit):
            let lists = pairs.beginning(with: unit).map { Int($0) }
            let rarity = Weight.rarity(entries(lists, pairPostings), of: count)
            return Wanted(lists: lists, isWord: false, isTypo: false, weight: rarity)
        case .word(let word):
            let (lists, isTypo) = words(for: word)
            let rarity = Weight.rarity(entries(lists, wordPostings), of: count)
            let share = Weight.share(of: word)
            return Wanted(
                lists: lists, isWord: true, isTypo: isTypo, weight: rarity * share / 4,
                share: share)
        }
    }

    private func entries(_ lists: [Int], _ postings: Postings) -> Int {
        lists.reduce(0) { $0 + postings.lists[$1].count }
    }

    /// The words a typed one may stand for: those it begins, or else those it misspells.
    private func words(for typed: [UInt16]) -> (lists: [Int], isTypo: Bool) {
        typed.withUnsafeBufferPointer { typed in
            let isNumber = typed.allSatisfy { folding.kinds[Int($0)] == .digit }
            // 7 is 7, and not 70 or 7000, as long as there is a 7.
            if isNumber, typed.count < 3, let number = words.known(typed) {
                return ([number], false)
            }
            let begun = words.beginning(with: typed, limit: SearchIndex.mostWords)
            let isPlain = !typed.contains { folding.kinds[Int($0)] == .digit }
            if !begun.isEmpty || typed.count < Typo.shortest || !isPlain { return (begun, false) }
            let near = words.plain.lazy.map { Int($0) }.filter { number in
                words.withWord(number) { Typo.isSlip(typed, of: $0) }
            }
            return (Array(near.prefix(SearchIndex.mostWords)), true)
        }
    }
}
