extension SearchIndex {
    /// How a title that has all parts of the query has them.
    func titleMatch(
        _ phrase: Parts.Units, _ entry: Int, _ names: Parts.Units
    ) -> (match: Match, score: Int) {
        let title = Parts.Units(rebasing: names[title(of: entry)])
        let share = 400 * min(phrase.count, title.count) / max(title.count, 1)
        switch Parts.place(of: phrase, in: title) {
        case 0 where phrase.count == title.count: return (.wholeTitle, 1_000)
        case 0: return (.titleStart, 600 + share)
        case .some: return (.titleInside, 600 + share)
        case nil: return (.namesScattered, 500 + share)
        }
    }

    /// The score of the best of the other words that have the phrase, or nil.
    func wordScore(_ phrase: Parts.Units, _ entry: Int, _ names: Parts.Units) -> Int? {
        var best: Int?
        forWords(of: entry, names) { word in
            if Parts.place(of: phrase, in: word) != nil {
                best = max(best ?? 0, 600 + 400 * phrase.count / word.count)
            }
        }
        return best
    }

    /// How long the longest name is that the query has whole: four for 请问多久发货呢 and an
    /// entry also called 多久发货. A name of one character says nothing.
    func nameCount(in phrase: Parts.Units, _ entry: Int, _ names: Parts.Units) -> Int {
        let title = Parts.Units(rebasing: names[title(of: entry)])
        var count = has(title, phrase) ? title.count : 0
        forWords(of: entry, names) { word in
            if word.count > count, has(word, phrase) { count = word.count }
        }
        return count
    }

    private func has(_ name: Parts.Units, _ phrase: Parts.Units) -> Bool {
        guard name.count > 1, let place = Parts.place(of: name, in: phrase) else { return false }
        // Letters must be whole words: an entry called "art" is not meant by "part".
        let end = place + name.count
        let isOpen = { (left: UInt16, right: UInt16) in
            Parts.isWordUnit(folding.kinds[Int(left)])
                && Parts.isWordUnit(folding.kinds[Int(right)])
        }
        if place > 0, isOpen(phrase[place - 1], name[0]) { return false }
        if end < phrase.count, isOpen(name[name.count - 1], phrase[end]) { return false }
        return true
    }

    @inline(__always)
    func forWords(of entry: Int, _ names: Parts.Units, _ body: (Parts.Units) -> Void) {
        let range = otherWords(of: entry)
        var start = range.lowerBound + 1
        while start <= range.upperBound {
            var end = start
            while end < range.upperBound, names[end] != 0 { end += 1 }
            if end > start { body(Parts.Units(rebasing: names[start..<end])) }
            start = end + 1
        }
    }
}
