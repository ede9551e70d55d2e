public import Language

extension WordFinder {
    /// Words as the lexicon cuts them: 明天|下午|给|您|回复.
    public init(_ breaks: WordBreaks) {
        self.init { text in
            var places: [Int] = []
            var place = 0
            var index = text.startIndex
            for boundary in breaks.boundaries(in: text) {
                place += text.distance(from: index, to: boundary)
                index = boundary
                places.append(place)
            }
            return places
        }
    }
}
