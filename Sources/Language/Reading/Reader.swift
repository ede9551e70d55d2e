public import Engine

/// Reads messages: text and context in, `Reading` out. Keeps nothing between two calls.
///
/// ```swift
/// let reader = Reader(lexicon: lexicon)
/// reader.read("您好，很抱歉让您久等了", in: Context(now: now)).has(.apologise)   // true
/// ```
public struct Reader: Sendable {
    public let lexicon: Lexicon

    public init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// The same reader on a platform that forbids more, in a shop that has published these pages.
    public func heeding(_ rules: SpeechRules, pages: [String] = []) -> Reader {
        guard !rules.forbidden.isEmpty || !pages.isEmpty else { return self }
        var lexicon = lexicon
        lexicon.forbid(rules)
        lexicon.publish(pages)
        return Reader(lexicon: lexicon)
    }

    public func read(_ text: String, in context: Context) -> Reading {
        let normal = NormalText(text)
        var reading = Reading(normal: normal, context: context)
        guard !normal.isEmpty else { return reading }
        let (draft, found) = listed(text, &reading)
        if context.speaker == .agent {
            learned(draft, found, &reading)
        }
        reading.isEmptyPoliteness = Self.isEmpty(reading)
        return reading
    }

    /// What the lexicon and the value readers find.
    func listed(
        _ text: String, _ reading: inout Reading
    ) -> (draft: Draft, values: [ValueReader.Found]) {
        let normal = reading.normal
        let context = reading.context
        let named = lexicon.names.hits(in: normal).map {
            ValueReader.Found(
                value: lexicon.namedValues[$0.phrase], range: $0.range, rule: "values.name")
        }
        var values = ValueReader(
            text: normal, source: Array(text.utf8.prefix(NormalText.scalarLimit * 4)),
            context: context, named: named)
        let found = values.read()
        let draft = Draft(lexicon: lexicon, normal: normal, context: context, values: found)
        reading.values = found.map {
            Finding($0.value, at: normal.source($0.range), rule: $0.rule)
        }
        reading.sentences = draft.sentences.map { normal.source($0) }
        reading.language = draft.language
        reading.isQuestion = draft.questions.contains(true)
        reading.topics = draft.topics()
        reading.denials = draft.denials
        if context.speaker == .agent {
            reading.faults = draft.faults()
            reading.promises = draft.promises()
        }
        reading.acts = draft.acts(promises: reading.promises)
        return (draft, found)
    }

    /// What `text` is about, without the rest of the reading.
    public func topics(in text: String) -> [Finding<Topic>] {
        let normal = NormalText(text)
        let context = Context(now: Instant(milliseconds: 0))
        return Draft(lexicon: lexicon, normal: normal, context: context, values: []).topics()
    }

    /// Sorry, thanks and "will report" are empty when nothing stands beside them that a customer
    /// could use: "很抱歉给您带来不便，会尽快给您反馈".
    private static func isEmpty(_ reading: Reading) -> Bool {
        var isPolite = reading.promises.contains { !$0.isDated }
        for finding in reading.acts {
            switch finding.subject {
            case .apologise, .empathise, .willReport: isPolite = true
            case .greet, .thank, .own, .close, .askMore, .promise, .inviteReview: break
            case .probe, .askIdentity, .askOrderNumber, .askReason, .askPhoto, .askChoice,
                .confirmOrder, .inform, .explain, .instruct, .recommend, .offer, .upsell, .nudge,
                .agree, .refuse, .reportDone, .askWait, .handOver, .blame, .pressure, .warn:
                return false
            }
        }
        return isPolite && !reading.promises.contains(where: \.isDated)
    }
}
