extension SearchIndex {
    /// What to light up in a text that was found: the query as typed wherever it stands, or else
    /// its parts, or else the characters whose pinyin was typed.
    ///
    /// The ranges are in order and do not touch each other. The text need not be in the index.
    public func highlights(of query: String, in text: String) -> [Range<String.Index>] {
        let query = Query(query, folding)
        let placed = PlacedText(text, folding)
        guard !query.phrase.isEmpty, !placed.units.isEmpty else { return [] }
        var isLit = [Bool](repeating: false, count: placed.units.count)
        placed.units.withUnsafeBufferPointer { units in
            lightPhrase(query, units, &isLit)
            if !isLit.contains(true) { lightParts(query, units, &isLit) }
            if !isLit.contains(true), let letters = pinyin.letters(of: query.phrase) {
                lightPinyin(letters, units, &isLit)
            }
        }
        var ranges: [Range<String.Index>] = []
        var start: Int?
        for place in 0...isLit.count {
            if place < isLit.count, isLit[place] {
                start = start ?? place
            } else if let from = start {
                ranges.append(placed.range(from..<place))
                start = nil
            }
        }
        return ranges
    }

    private func lightPhrase(_ query: Query, _ units: Parts.Units, _ isLit: inout [Bool]) {
        query.phrase.withUnsafeBufferPointer { phrase in
            var start = 0
            while let place = Parts.place(of: phrase, in: units, from: start) {
                for index in place..<place + phrase.count { isLit[index] = true }
                start = place + phrase.count
            }
        }
    }

    private func lightParts(_ query: Query, _ units: Parts.Units, _ isLit: inout [Bool]) {
        var pairs: Set<UInt32> = []
        var characters: Set<UInt16> = []
        var words: [[UInt16]] = []
        for part in query.parts {
            switch part {
            // 怎么 alone is not what was asked about.
            case .pair(let pair): if Weight.fillings(in: pair) < 2 { pairs.insert(pair) }
            case .character(let unit): characters.insert(unit)
            case .word(let word): words.append(word)
            }
        }
        folding.kinds.withUnsafeBufferPointer { kinds in
            Parts.walk(units, kinds) { pair, place in
                if pairs.contains(pair) {
                    isLit[place] = true
                    isLit[place + 1] = true
                } else if characters.contains(units[place]) {
                    isLit[place] = true
                }
            } word: { range in
                let lit = lit(Parts.Units(rebasing: units[range]), words)
                for index in range.prefix(lit) { isLit[index] = true }
            }
        }
    }

    /// How much of a word of the text is lit: what was typed of it, or all of it after a typo.
    private func lit(_ word: Parts.Units, _ typed: [[UInt16]]) -> Int {
        var lit = 0
        for candidate in typed {
            candidate.withUnsafeBufferPointer { candidate in
                if word.starts(with: candidate) {
                    lit = max(lit, candidate.count)
                } else if lit == 0, !candidate.contains(where: { !isLetter($0) }),
                    Typo.isSlip(candidate, of: word)
                {
                    lit = word.count
                }
            }
        }
        return lit
    }

    private func isLetter(_ unit: UInt16) -> Bool { folding.kinds[Int(unit)] == .letter }

    private func lightPinyin(
        _ letters: Pinyin.Letters, _ units: Parts.Units, _ isLit: inout [Bool]
    ) {
        pinyin.withSpeller(of: letters) { speller in
            var start = 0
            while start < units.count {
                if let end = speller.end(in: units, from: start) {
                    for index in start..<end { isLit[index] = true }
                    start = end
                } else {
                    start += 1
                }
            }
        }
    }
}
