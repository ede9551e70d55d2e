/// One line of a lexicon: words with a few marks for what may vary, compiled for searching.
///
/// `(帮|给)[您|你]查…<time>` reads: 帮 or 给, perhaps 您 or 你, 查, a few more characters, a time.
///
/// | mark | stands for |
/// | --- | --- |
/// | `(a\|b)` | one of these |
/// | `[a\|b]`, `(a\|b)?`, `您?` | this or nothing |
/// | `…` | up to ten characters, up to forty where the phrase is English, within one sentence |
/// | `^` first, `$` last | the start or the end of a clause |
/// | `<name>` | a group of the lexicon, or a value: amount, time, duration, size, number … |
/// | `word*` | a Latin word with any ending |
///
/// Latin words match whole words only: `no` is not found in `now`.
struct Phrase: Hashable, Sendable {
    /// Parts in order; between two of them at most `gap` scalars.
    var parts: [Part]
    var startsClause = false
    var endsClause = false

    /// What may stand at one place: any of some words, or of some sorts of value.
    struct Part: Hashable, Sendable {
        var words: [Literal]
        var values: [Value.Sort] = []
        /// How many scalars may stand between the part before and this one.
        var gap = 0
        /// Nothing may stand here, too.
        var isOptional = false
    }

    /// One way to spell a part.
    struct Literal: Hashable, Sendable {
        var scalars: [UInt32]
        var isPrefix = false
    }

    static let hanGap = 10
    static let latinGap = 40
    /// Up to here groups side by side are multiplied out to whole words; beyond, they are found
    /// one after the other.
    static let joinLimit = 40
    /// More spellings than this in one group is a mistake of the writer's.
    static let spellingLimit = 2000

    /// Why a phrase cannot be read.
    enum Problem: Error, Hashable, Sendable {
        case empty
        case unclosed(Character)
        case unexpected(Character)
        case unknownGroup(String)
        case tooManySpellings(Int)
        case gapInsideGroup
        case valueInsideWords
    }

    init(_ text: String, groups: [String: String] = [:]) throws(Problem) {
        var reader = PhraseReader(text: text, groups: groups)
        self = try reader.phrase()
    }

    /// The words as they stand, with no marks in them: `+v` is a plus and a v.
    init(literally text: String) {
        parts = [Part(words: [Literal(scalars: NormalText(text).scalars)])]
    }

    init(parts: [Part]) { self.parts = parts }
}
