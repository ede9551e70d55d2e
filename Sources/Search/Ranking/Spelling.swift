/// Finds the entries with a name that typed letters spell.
struct Spelling {
    let index: SearchIndex
    let names: Parts.Units
    let speller: Speller
    /// For every unit whether a name may begin to be spelled there; most places fail this at once.
    private var isFirst = [Bool](repeating: false, count: 0x1_0000)

    init(index: SearchIndex, names: Parts.Units, speller: Speller) {
        self.index = index
        self.names = names
        self.speller = speller
        for unit in index.pairs.firsts {
            isFirst[Int(unit)] = speller.places(after: unit, from: 1) != 0
        }
        isFirst[Int(speller.letters[0])] = true
    }

    /// The entries in order of adding, each with its score.
    ///
    /// Only entries with a fitting pair of characters are held against the letters, so that a
    /// hundred thousand names are not spelled out for every key.
    func entries() -> [(entry: Int, score: Int)] {
        // One letter inside a name says nothing.
        if speller.letters.count == 1 { return begun() }
        var result: [(entry: Int, score: Int)] = []
        let isCandidate = candidates()
        isFirst.withUnsafeBufferPointer { isFirst in
            for entry in 0..<index.count where isCandidate[entry] {
                if let score = score(entry, isFirst) { result.append((entry, score)) }
            }
        }
        return result
    }

    private func begun() -> [(entry: Int, score: Int)] {
        var result: [(entry: Int, score: Int)] = []
        for entry in 0..<index.count {
            let title = index.title(of: entry)
            if !title.isEmpty, isFirst[Int(names[title.lowerBound])] {
                result.append((entry, score(0..<1, of: title.count)))
            }
        }
        return result
    }

    private func candidates() -> [Bool] {
        var isCandidate = [Bool](repeating: false, count: index.count)
        func take(_ list: [UInt32]) {
            for posting in list where posting & Posting.names != 0 {
                isCandidate[Posting.entry(posting)] = true
            }
        }
        for first in index.pairs.firsts where isFirst[Int(first)] {
            let places = speller.places(after: first, from: 1)
            let isAll = places & speller.last != 0
            for number in index.pairs.beginning(with: first) {
                let second = UInt16(truncatingIfNeeded: index.pairs.pairs[Int(number)])
                if isAll || speller.places(after: second, from: places) != 0 {
                    take(index.pairPostings.lists[Int(number)])
                }
            }
        }
        // Names like "iPhone 手机壳", of which the letters spell a word first.
        for end in 1...speller.letters.count {
            if let number = index.words.known(Parts.Units(rebasing: speller.letters[..<end])) {
                take(index.wordPostings.lists[number])
            }
        }
        return isCandidate
    }

    /// The best of the title and the other words, the title counting a little more.
    @inline(__always)
    private func score(_ entry: Int, _ isFirst: UnsafeBufferPointer<Bool>) -> Int? {
        let range = index.title(of: entry)
        var best = best(Parts.Units(rebasing: names[range]), isFirst)
        index.forWords(of: entry, names) { word in
            if let score = self.best(word, isFirst) { best = max(best ?? 0, score - 20) }
        }
        return best
    }

    @inline(__always)
    private func best(_ name: Parts.Units, _ isFirst: UnsafeBufferPointer<Bool>) -> Int? {
        var start = 0
        while start < name.count {
            if isFirst[Int(name[start])], let end = speller.end(in: name, from: start) {
                return score(start..<end, of: name.count)
            }
            start += 1
        }
        return nil
    }

    /// 900 for a whole name, less for a part of it; letters are never as sure as characters.
    private func score(_ range: Range<Int>, of count: Int) -> Int {
        500 + 300 * range.count / count + (range.lowerBound == 0 ? 100 : 0)
    }
}
