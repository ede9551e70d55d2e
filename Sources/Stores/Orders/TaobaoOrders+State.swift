import Engine

extension TaobaoOrders {
    /// The state, whatever its commas and blanks, and the words that say it.
    static func state(
        in row: CSVRow, at column: Int
    ) throws(CellFault) -> (ImportedOrder.State, String) {
        let words = row.text(at: column)
        guard !words.isEmpty else { throw row.fault(.empty, at: column) }
        if let state = byWords[bare(words)] { return (state, words) }
        let nearest = Spelling.nearest(to: words, among: states.map(\.words))
        throw row.fault(.unknownWord(nearest: nearest), at: column)
    }

    private static let byWords = Dictionary(
        states.map { (bare($0.words), $0.state) }, uniquingKeysWith: { first, _ in first })

    private static func bare(_ words: String) -> String {
        CellText.plain(words).uppercased().filter { $0.isLetter || $0.isNumber || $0 == "_" }
    }
}
