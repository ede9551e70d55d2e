extension SearchIndex {
    /// The entries that fit, best first: by ``Match``, then score, then order of adding.
    ///
    /// - Parameters:
    ///   - query: what was typed so far; only its first 256 characters count.
    ///   - limit: how many hits at most.
    public func search(_ query: String, limit: Int) -> [Hit] {
        let query = Query(query, folding)
        guard limit > 0, count > 0, !query.phrase.isEmpty else { return [] }
        var tally = Tally(count: count)
        for wanted in wanted(query) {
            tally.add(wanted, wanted.isWord ? wordPostings : pairPostings)
        }
        return names.withUnsafeBufferPointer { names in
            query.phrase.withUnsafeBufferPointer { phrase in
                var ranking = Ranking(
                    index: self, names: names, phrase: phrase, tally: tally)
                ranking.rankByParts()
                if let letters = pinyin.letters(of: query.phrase) {
                    ranking.rank(
                        pinyin.withSpeller(of: letters) {
                            Spelling(index: self, names: names, speller: $0).entries()
                        })
                }
                ranking.rankByBodies(limit: limit)
                return ranking.hits(limit: limit)
            }
        }
    }
}
