import Engine

/// One message being read: all phrases found in it, sorted by what they mean.
struct Draft {
    typealias Mark = (range: Range<Int>, rule: String)

    let lexicon: Lexicon
    let normal: NormalText
    let context: Context
    let values: [ValueReader.Found]
    private(set) var sentences: [Range<Int>] = []
    /// For each sentence, whether it asks.
    private(set) var questions: [Bool] = []
    private(set) var language = MessageLanguage.other

    private(set) var actMarks: [(act: Act, mood: Lexicon.Mood, mark: Mark)] = []
    private(set) var notActs: [(act: Act, range: Range<Int>)] = []
    private(set) var topicMarks: [(topic: Topic, mark: Mark)] = []
    private(set) var faultMarks: [(fault: Int, mark: Mark)] = []
    private(set) var notFaults: [(fault: Int, range: Range<Int>)] = []
    /// Faults that the message, said by the buyer, shows to be none.
    private(set) var reasons: Set<Int> = []
    private(set) var excuses: [(fault: Int, range: Range<Int>)] = []
    private(set) var deeds: [(deed: PromiseFound.Deed, needsMarker: Bool, mark: Mark)] = []
    private(set) var promiseWords: [(word: Lexicon.PromiseWord, range: Range<Int>)] = []
    private(set) var negations: [Range<Int>] = []
    private var notNegations: [Range<Int>] = []
    private(set) var warnings: [Range<Int>] = []
    private(set) var quotings: [Range<Int>] = []

    init(
        lexicon: Lexicon, normal: NormalText, context: Context, values: [ValueReader.Found]
    ) {
        self.lexicon = lexicon
        self.normal = normal
        self.context = context
        self.values = values
        cutSentences()
        var asks: [Range<Int>] = []
        var englishHits = 0
        let spans = values.compactMap { found -> PhraseIndex.ValueSpan? in
            // A masked number is shown, not leaked; phrases that ask for a phone mean a bare one.
            if case .phone(_, isMasked: true) = found.value { return nil }
            return PhraseIndex.ValueSpan(sort: found.value.sort, range: found.range)
        }
        for hit in lexicon.index.hits(in: normal, values: spans) {
            let rule = lexicon.rules[hit.phrase]
            if rule.name.hasPrefix("en.") { englishHits += 1 }
            if case .question = rule.meaning { asks.append(hit.range) }
            sort(rule, hit.range)
        }
        if context.speaker == .agent { readHidden() }
        questions = sentences.map { sentence in
            asks.contains { sentence.contains($0.lowerBound) }
                || normal.scalars[sentence].suffix(3).contains(0x3F)
        }
        language = language(englishHits: englishHits)
    }

    private mutating func readHidden() {
        let tight = normal.tightened()
        guard !tight.isEmpty else { return }
        for hit in lexicon.hiddenIndex.hits(in: tight) {
            guard tight.sameSentence(hit.range.lowerBound, hit.range.upperBound - 1) else {
                continue
            }
            let range = normal.scalars(in: tight.source(hit.range))
            sort(lexicon.hiddenRules[hit.phrase], range)
        }
    }

    private mutating func sort(_ rule: Lexicon.Rule, _ range: Range<Int>) {
        let mark = (range: range, rule: rule.name)
        switch rule.meaning {
        case .act(let act, let mood): actMarks.append((act, mood, mark))
        case .notAct(let act): notActs.append((act, range))
        case .topic(let topic): topicMarks.append((topic, mark))
        case .fault(let fault): faultMarks.append((fault, mark))
        case .notFault(let fault): notFaults.append((fault, range))
        case .excuse(let fault): excuses.append((fault, range))
        case .buyerReason(let fault): reasons.insert(fault)
        case .deed(let deed, let needsMarker): deeds.append((deed, needsMarker, mark))
        case .promise(let word): promiseWords.append((word, range))
        case .negation: negations.append(range)
        case .notNegation: notNegations.append(range)
        case .warning: warnings.append(range)
        case .quoting: quotings.append(range)
        case .question: break
        }
    }

    private mutating func cutSentences() {
        var start = 0
        for index in 0..<normal.count
        where index + 1 == normal.count || !normal.sameSentence(index, index + 1) {
            sentences.append(start..<index + 1)
            start = index + 1
        }
    }

    private func language(englishHits: Int) -> MessageLanguage {
        var han = 0
        var latin = 0
        var other = 0
        for scalar in normal.scalars {
            if Scalars.isHan(scalar) {
                han += 1
            } else if Scalars.isLatin(scalar) {
                latin += 1
            } else if scalar >= 0x250, !Scalars.isPause(scalar), scalar < 0x2000 || scalar > 0x303F
            {
                other += 1
            }
        }
        if han > 0, han * 4 >= latin, han >= other { return .chinese }
        if latin > 0, latin > other {
            // A handful of words may be a name or a code; a whole sentence without one English
            // word we know is some third language.
            let isKnown = englishHits > 0 || latin <= 12 || lexicon.knowsWord(in: normal)
            return isKnown ? .english : .other
        }
        return han > other ? .chinese : .other
    }

    // MARK: Where things stand

    func sentence(of index: Int) -> Int {
        var low = 0
        var high = sentences.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if sentences[middle].lowerBound <= index { low = middle } else { high = middle }
        }
        return low
    }

    func isQuestion(at index: Int) -> Bool { questions[sentence(of: index)] }

    /// How many scalars a small word may stand before the word it bears on.
    func reach(_ index: Int) -> Int { Scalars.isHan(normal.scalars[index]) ? 6 : 24 }

    /// "不会保证": a negation ends shortly before, in the same clause.
    func isNegated(_ range: Range<Int>) -> Bool {
        negations.contains { negation in
            negation.upperBound <= range.lowerBound
                && !notNegations.contains { $0.overlaps(negation) }
                && range.lowerBound - negation.upperBound <= reach(range.lowerBound)
                && normal.clauseOf[negation.lowerBound] == normal.clauseOf[range.lowerBound]
        }
    }

    /// Where something is denied, in the message as it was written.
    var denials: [TextRange] {
        negations.filter { negation in !notNegations.contains { $0.overlaps(negation) } }
            .map { normal.source($0) }
    }

    func topics() -> [Finding<Topic>] {
        topicMarks.map { Finding($0.topic, at: normal.source($0.mark.range), rule: $0.mark.rule) }
    }
}
