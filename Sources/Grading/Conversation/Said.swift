import Engine
import Language

/// One value in an agent's words, with all that it takes to judge it.
struct Said {
    let finding: Finding<Value>
    let reading: Reading
    let quote: Evidence.Quote
    let talk: Conversation
    let shop: Shop
    /// The scenario wants every value of this sort to be known from somewhere.
    let isExact: Bool

    init(
        _ finding: Finding<Value>, in reading: Reading, quote: Evidence.Quote, talk: Conversation,
        shop: Shop, isExact: Bool
    ) {
        self.finding = finding
        self.reading = reading
        self.quote = quote
        self.talk = talk
        self.shop = shop
        self.isExact = isExact
    }

    var value: Value { finding.subject }
    var words: String { finding.range.words(in: quote.text).lowercased() }

    /// The sentence that the value stands in.
    var sentence: String {
        let range = reading.sentences.first { $0.overlaps(finding.range) }
        return (range?.words(in: quote.text) ?? quote.text).lowercased()
    }

    /// What stands before the value in its clause, a few words of it.
    var before: String {
        let start = finding.range.indices(in: quote.text).lowerBound
        let clause = quote.text[..<start].reversed().prefix { !Self.pauses.contains($0) }
        return String(clause.prefix(24).reversed()).lowercased()
    }

    /// What stands behind it.
    var after: String {
        let end = finding.range.indices(in: quote.text).upperBound
        return String(quote.text[end...].prefix { !Self.pauses.contains($0) }.prefix(24))
            .lowercased()
    }

    private static let pauses: Set<Character> = [
        ",", "，", ".", "。", "!", "！", "?", "？", ";", "；", "\n", "、", "~", "～",
    ]
}
