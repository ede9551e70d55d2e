import Engine
import Language

/// What a message says, as the gym shows it: each finding with its words and its rule.
struct ReadingSummary: Encodable {
    var acts: [Item]
    var values: [Item]
    var faults: [Item]
    var promises: [Item]

    struct Item: Encodable {
        var what: String
        var words: String
        var rule: String
        var due: Instant?
    }

    init(_ reading: Reading, of text: String) {
        acts = reading.acts.map {
            Item(what: $0.subject.rawValue, words: $0.range.words(in: text), rule: $0.rule)
        }
        values = reading.values.map {
            Item(what: $0.subject.sort.rawValue, words: $0.range.words(in: text), rule: $0.rule)
        }
        faults = reading.faults.map {
            Item(what: $0.subject.kind.rawValue, words: $0.range.words(in: text), rule: $0.rule)
        }
        promises = reading.promises.map {
            Item(
                what: $0.deed.rawValue, words: $0.range.words(in: text), rule: $0.rule, due: $0.due)
        }
    }
}
