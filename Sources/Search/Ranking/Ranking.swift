/// Puts the entries in order for one query.
struct Ranking {
    let index: SearchIndex
    let names: Parts.Units
    let phrase: Parts.Units
    let tally: Tally

    private var ranks: [UInt16] = []
    /// Entries with all parts of the query, but not in their names: the body may have it as typed.
    private var open: [Int32] = []

    /// Less of a query than this is chance: one everyday pair of a whole sentence.
    private static let leastScore = 20
    /// What stands in the body as typed; no more than a body's share of ``Hit/score``.
    private static let bodyScore = 600
    /// What stands in several names together; in the title alone it is 500 to 900.
    private static let scatteredScore = 500
    /// More bodies are not read for one query, about two milliseconds' worth.
    private static let mostBodies = 10_000
    /// So many of the best by parts are looked at once more for a name the query has in it.
    private static let looked = 50

    init(
        index: SearchIndex, names: Parts.Units, phrase: Parts.Units, tally: Tally
    ) {
        self.index = index
        self.names = names
        self.phrase = phrase
        self.tally = tally
    }

    mutating func rankByParts() {
        ranks = Array(repeating: Rank.none, count: index.count)
        let all = tally.all
        for (entry, sum) in tally.sums.enumerated() where sum != 0 {
            if Tally.found(sum) == all {
                rankWhole(entry, sum)
            } else {
                let score = overlap(sum)
                if score >= Ranking.leastScore { put(entry, .overlap, score) }
            }
        }
    }

    /// Body three fifths, names five.
    private func overlap(_ sum: UInt64) -> Int {
        let found = 3 * Tally.found(sum) + 2 * Tally.named(sum)
        return sure(1_000 * found / (5 * tally.all))
    }

    /// A part found by forgiving a typo counts three quarters.
    private func sure(_ score: Int) -> Int {
        tally.forgiven == 0 ? score : score - score * tally.forgiven / (4 * tally.all)
    }

    private mutating func put(_ entry: Int, _ match: Match, _ score: Int) {
        let rank = Rank.rank(match, score)
        ranks[entry] = max(ranks[entry], rank)
    }

    private mutating func rankWhole(_ entry: Int, _ sum: UInt64) {
        guard Tally.named(sum) == tally.all else {
            put(entry, .overlap, overlap(sum))
            open.append(Int32(entry))
            return
        }
        if Tally.titled(sum) == tally.all {
            let (match, score) = index.titleMatch(phrase, entry, names)
            put(entry, match, sure(score))
            if match != .namesScattered { return }
        } else {
            put(entry, .namesScattered, sure(Ranking.scatteredScore))
        }
        if let score = index.wordScore(phrase, entry, names) { put(entry, .otherWord, sure(score)) }
    }

    mutating func rank(_ spelled: [(entry: Int, score: Int)]) {
        for (entry, score) in spelled { put(entry, .pinyin, score) }
    }

    /// Reads bodies only until there are enough hits: all that have the phrase are equals, so
    /// the first are read first. Those not reached stay an overlap.
    mutating func rankByBodies(limit: Int) {
        let least = Rank.rank(.bodyPhrase, Ranking.bodyScore)
        if open.isEmpty { return }
        var left = limit - ranks.count { $0 > least }
        var unread = Ranking.mostBodies
        for entry in open where ranks[Int(entry)] < Rank.least(of: .bodyPhrase) {
            if left <= 0 || unread == 0 { return }
            unread -= 1
            let isThere = index.bodies[Int(entry)].withUnsafeBufferPointer {
                Parts.place(of: phrase, in: $0) != nil
            }
            if isThere {
                put(Int(entry), .bodyPhrase, sure(Ranking.bodyScore))
                left -= 1
            }
        }
    }

    mutating func hits(limit: Int) -> [Hit] {
        var best = Rank.best(ranks, limit: max(limit, Ranking.looked))
        for entry in best.prefix(Ranking.looked) where Rank.match(ranks[entry]) == .overlap {
            // An entry the query calls by its name is forgiven some of what is missing: up to half
            // where the name is half of the query or more.
            let named = index.nameCount(in: phrase, entry, names)
            let score = Rank.score(ranks[entry])
            let share = min(2 * named, phrase.count)
            put(entry, .overlap, score + (1_000 - score) * share / (2 * phrase.count))
        }
        Rank.sort(&best, by: ranks)
        return best.prefix(limit).map { entry in
            let rank = ranks[entry]
            return Hit(
                number: entry, match: Rank.match(rank),
                score: Rank.score(rank))
        }
    }
}
