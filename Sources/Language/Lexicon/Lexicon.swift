public import Engine

/// The words the reader knows, as data a teacher can edit: two dated YAML files, one a language.
///
/// Words are grouped by what they mean: acts, topics, promises, faults, names. How to edit them
/// is written at the head of `Lexicons/zh.yaml`.
public struct Lexicon: Sendable {
    /// `zh 2026-03-01`, `en 2026-03-01`: which edition of each file was read.
    public private(set) var editions: [String] = []
    /// The topics these files name, sorted; what `about:` in a pack may say.
    public private(set) var topics: [String] = []
    /// Words for moving by word in the composer.
    public private(set) var words: [String] = []

    /// What a phrase stands for when it is found.
    enum Meaning: Hashable, Sendable {
        case act(Act, Mood)
        case notAct(Act)
        case topic(Topic)
        case fault(Int)
        case notFault(Int)
        case excuse(Int)
        /// Said by the buyer before, it makes the words true.
        case buyerReason(Int)
        case deed(PromiseFound.Deed, needsMarker: Bool)
        case promise(PromiseWord)
        case negation
        case notNegation
        /// In this sentence it is refused or warned of.
        case warning
        case question
        case quoting
    }

    /// In which sentences a phrase of an act counts; `letter` in those of a letter.
    enum Mood: Hashable, Sendable { case anywhere, question, statement, letter }

    /// The small words around a deed that make it a promise or unmake it.
    enum PromiseWord: String, Hashable, Sendable, CaseIterable {
        /// 会, 保证, will: binds.
        case markers
        /// 给您, 安排: binds together with a time.
        case towards
        /// 尽快, as soon as possible: binds to nothing.
        case vague
        /// 预计, 一般, usually: an estimate.
        case hedges
        /// 已经, has been: done, not promised.
        case done
        /// 如果, if: the time in this clause is not when it is due.
        case conditions
        /// 麻烦您, please: what follows is the customer's to do.
        case buyers
        /// 就行: the time in this clause is by when the customer has to have done something.
        case enough
        /// 可以吗, is that ok: a question that leaves the promise standing.
        case consent
    }

    struct Rule: Hashable, Sendable {
        var meaning: Meaning
        /// `zh.greet.2`
        var name: String
    }

    /// A fault of the lexicon with how it is to be found.
    struct FaultRule: Hashable, Sendable {
        var fault: Fault
        /// "不会保证" is innocent of 保证.
        var heedsNegation = false
        /// "您想确认一定能到吗?" asks, it does not claim.
        var heedsQuestion = false
        /// What the buyer said before may make it true.
        var heedsBuyer = false
    }

    private(set) var index = PhraseIndex()
    private(set) var rules: [Rule] = []
    /// Searched in the text with its marks and spaces taken out, where words are hidden.
    private(set) var hiddenIndex = PhraseIndex()
    private(set) var hiddenRules: [Rule] = []
    private(set) var names = PhraseIndex()
    private(set) var namedValues: [Value] = []
    private(set) var faults: [FaultRule] = []
    private var commonWords: Set<[UInt32]> = []
    /// What stands on the pages of the shop.
    private var published: [NormalText] = []
    /// What was learned from labelled messages, by language; empty where nothing was.
    public var learned: [MessageLanguage: Weights] = [:]
    /// Words that mean the same to the learned layer.
    public var concepts = Concepts()

    init() {}

    /// Reads `zh.yaml` and `en.yaml` in `folder`; every mistake of both at once.
    /// - Parameter learned: false leaves out what was learned, for learning it anew.
    public init(folder: String, learned: Bool = true) throws(LexiconProblems) {
        var texts: [(file: String, text: String)] = []
        var problems: [LexiconProblem] = []
        for file in ["zh.yaml", "en.yaml"] {
            let path = folder + "/" + file
            if let text = Self.contents(of: path) {
                texts.append((path, text))
            } else {
                problems.append(LexiconProblem(file: path, fact: .missingFile))
            }
        }
        guard problems.isEmpty else { throw LexiconProblems(problems: problems) }
        try self.init(texts: texts)
        readConcepts(in: folder, &problems)
        if learned { readWeights(in: folder, &problems) }
        guard problems.isEmpty else { throw LexiconProblems(problems: problems) }
    }

    /// Reads lexicons from text; `file` is only what a problem will name.
    public init(texts: [(file: String, text: String)]) throws(LexiconProblems) {
        var problems: [LexiconProblem] = []
        index.reserve(nodes: 40_000)
        for (file, text) in texts {
            var reader = LexiconReader(file: file)
            reader.read(text, into: &self)
            problems += reader.problems
        }
        guard problems.isEmpty else { throw LexiconProblems(problems: problems) }
        topics = Set(topics).sorted()
    }

    func weights(for language: MessageLanguage) -> Weights? {
        learned[language].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A fault of a kind found by its wording as a whole: no listed words stand behind it, so it
    /// is never severe.
    func likely(_ kind: Fault.Kind) -> Fault {
        var fault =
            faults.first { $0.fault.kind == kind }?.fault
            ?? Fault(
                kind: kind, severity: .medium, why: Bilingual(zh: "这样说不妥", en: "Not put well"),
                better: Bilingual(zh: "换一种说法。", en: "Put it another way."))
        fault.severity = min(fault.severity, .medium)
        return fault
    }

    mutating func add(_ phrase: Phrase, meaning: Meaning, name: String, isHidden: Bool = false) {
        if isHidden {
            _ = hiddenIndex.add(phrase)
            hiddenRules.append(Rule(meaning: meaning, name: name))
        } else {
            _ = index.add(phrase)
            rules.append(Rule(meaning: meaning, name: name))
        }
    }

    mutating func add(_ phrase: Phrase, naming value: Value) {
        _ = names.add(phrase)
        namedValues.append(value)
    }

    mutating func add(_ fault: FaultRule) -> Int {
        faults.append(fault)
        return faults.count - 1
    }

    mutating func note(edition: String) { editions.append(edition) }
    mutating func note(topic: String) { topics.append(topic) }
    mutating func note(words more: [String]) {
        words += more
        for word in more { commonWords.insert(word.unicodeScalars.map(\.value)) }
    }

    /// Whether any word of `text` is one of the common words of the files.
    func knowsWord(in text: NormalText) -> Bool {
        text.scalars.split { !Scalars.isLatin($0) }.contains { commonWords.contains(Array($0)) }
    }

    /// Adds a pack's own topic, or more phrases to a known one.
    public mutating func add(topic: String, phrases: [String]) throws(LexiconProblems) {
        var problems: [LexiconProblem] = []
        for (index, text) in phrases.enumerated() {
            do throws(Phrase.Problem) {
                let phrase = try Phrase(text)
                add(phrase, meaning: .topic(Topic(topic)), name: "pack.\(topic).\(index + 1)")
            } catch {
                problems.append(
                    LexiconProblem(
                        file: "", field: topic, fact: .badPhrase(text, why: error.reason)))
            }
        }
        guard problems.isEmpty else { throw LexiconProblems(problems: problems) }
        if !topics.contains(topic) { topics = (topics + [topic]).sorted() }
    }

    /// Adds the pages of a shop: what stands on them word for word is no secret.
    mutating func publish(_ pages: [String]) { published += pages.map { NormalText($0) } }

    /// Whether these words stand on a page, and not only as a part of a longer number or word.
    func isPublished(_ words: ArraySlice<UInt32>) -> Bool {
        guard let first = words.first, let last = words.last else { return false }
        return published.contains { page in
            let scalars = page.scalars
            return scalars.indices.dropLast(words.count - 1).contains { start in
                let end = start + words.count
                return scalars[start..<end].elementsEqual(words)
                    && !(start > 0 && Scalars.isAlphanumeric(scalars[start - 1])
                        && Scalars.isAlphanumeric(first))
                    && !(end < scalars.count && Scalars.isAlphanumeric(scalars[end])
                        && Scalars.isAlphanumeric(last))
            }
        }
    }

    /// Adds what a platform forbids its shops to say. Denied, asked, or in a sentence that
    /// refuses, the words are innocent.
    public mutating func forbid(_ rules: SpeechRules) {
        for (number, word) in rules.forbidden.enumerated() {
            let fault = Fault(
                kind: .platformRule, severity: word.severity.asFault,
                why: Bilingual(
                    zh: "平台不许：\(word.title.zh)", en: "Not allowed here: \(word.title.en)"),
                better: Bilingual(
                    zh: "换成平台内能办的办法说。", en: "Say what can be done on the platform instead."))
            let index = add(FaultRule(fault: fault, heedsNegation: true, heedsQuestion: true))
            for text in word.words {
                let phrase = Phrase(literally: text)
                guard !phrase.parts[0].words[0].scalars.isEmpty else { continue }
                add(phrase, meaning: .fault(index), name: "profile.forbidden.\(number + 1)")
            }
        }
    }
}

extension SpeechRules.Severity {
    fileprivate var asFault: Fault.Severity {
        switch self {
        case .light: .light
        case .medium: .medium
        case .severe: .severe
        }
    }
}
