public import Engine

/// What one message says: everything found in it, each with its place and its rule.
public struct Reading: Hashable, Sendable {
    public var acts: [Finding<Act>]
    public var values: [Finding<Value>]
    public var topics: [Finding<Topic>]
    public var faults: [Finding<Fault>]
    public var promises: [PromiseFound]
    /// Sentence by sentence, in order; `{act: probe, about: fit}` must hold within one of them.
    public var sentences: [TextRange]
    public var language: MessageLanguage
    /// The message as a whole asks something.
    public var isQuestion: Bool
    /// Sorry, thanks and "will report" and nothing a customer could use: no value, no option,
    /// no answer, no date.
    public var isEmptyPoliteness: Bool
    /// Where something is denied: 不, 没, "not".
    var denials: [TextRange] = []
    /// The message brought to one form (width, case, spaces); what patterns are matched against.
    public var normal: NormalText
    /// What it was read in: patterns compare dates on the shop's clock.
    public var context: Context

    public init(
        acts: [Finding<Act>] = [], values: [Finding<Value>] = [], topics: [Finding<Topic>] = [],
        faults: [Finding<Fault>] = [], promises: [PromiseFound] = [],
        sentences: [TextRange] = [], language: MessageLanguage = .other, isQuestion: Bool = false,
        isEmptyPoliteness: Bool = false, normal: NormalText, context: Context
    ) {
        self.acts = acts
        self.values = values
        self.topics = topics
        self.faults = faults
        self.promises = promises
        self.sentences = sentences
        self.language = language
        self.isQuestion = isQuestion
        self.isEmptyPoliteness = isEmptyPoliteness
        self.normal = normal
        self.context = context
    }

    /// Whether it is what somebody waits for who was promised an answer.
    ///
    /// Within a `Promise.breath` it has to tell, offer or have done something and not put the
    /// customer off once more; later it is enough that it says more than kind words and "one
    /// moment".
    public func keepsWord(given: Instant, at instant: Instant) -> Bool {
        let acts = Set(acts.map(\.subject))
        guard instant - given >= Promise.breath else {
            return !acts.isDisjoint(with: Self.answering) && acts.isDisjoint(with: Self.puttingOff)
        }
        guard acts.subtracting([.promise]).isSubset(of: Self.empty) else { return true }
        if acts.contains(.promise) {
            return promises.isEmpty || promises.contains { !Self.talk.contains($0.deed) }
        }
        // What the reading makes nothing of is given the benefit of the doubt where it is about
        // something.
        return acts.isEmpty && !(values.isEmpty && topics.isEmpty)
    }

    private static let answering: Set<Act> = [
        .inform, .explain, .instruct, .recommend, .offer, .agree, .refuse, .reportDone,
    ]
    private static let puttingOff: Set<Act> = [.promise, .askWait, .willReport, .handOver]
    /// Said as often as one likes, they answer nothing.
    private static let empty: Set<Act> = [
        .greet, .thank, .empathise, .apologise, .askWait, .willReport,
    ]
    /// Undertakings that are no answer themselves: to answer, to look after it.
    private static let talk: Set<PromiseFound.Deed> = [.reply, .chase, .handle]

    /// The values as phrases see them.
    var valueSpans: [PhraseIndex.ValueSpan] {
        values.map { .init(sort: $0.subject.sort, range: normal.scalars(in: $0.range)) }
    }

    /// Whether words are denied: a denial stands shortly before them, in the same clause, and
    /// denies no other value: 不是7天，是15天 says fifteen.
    public func denies(_ words: TextRange) -> Bool {
        let place = normal.scalars(in: words)
        guard normal.clauseOf.indices.contains(place.lowerBound) else { return false }
        let reach = Scalars.isHan(normal.scalars[place.lowerBound]) ? 6 : 24
        return denials.contains { denial in
            let range = normal.scalars(in: denial)
            return range.upperBound <= place.lowerBound
                && place.lowerBound - range.upperBound <= reach
                && normal.clauseOf[range.lowerBound] == normal.clauseOf[place.lowerBound]
                && !values.contains { value in
                    value.range.start >= denial.end && value.range.end <= words.start
                }
        }
    }

    public func has(_ act: Act) -> Bool { acts.contains { $0.subject == act } }
    public func has(_ topic: Topic) -> Bool { topics.contains { $0.subject == topic } }
    public func has(_ fault: Fault.Kind) -> Bool { faults.contains { $0.subject.kind == fault } }
}

/// The language a message is mostly written in.
public enum MessageLanguage: String, CaseIterable, Hashable, Sendable, Codable {
    case chinese, english, other
}

/// An undertaking found in the words: what will be done and, if said, by when.
///
/// "明天中午12点前给您回复" is dated; "尽快给您处理" is a promise without a date, which the trade
/// counts as not made.
public struct PromiseFound: Hashable, Sendable, Codable {
    /// The words of the undertaking, time included.
    public var range: TextRange
    /// What will be done: ship, reply, refund, call …
    public var deed: Deed
    public var due: Instant?
    /// Not before: where the words name a stretch of time and not a latest moment.
    public var from: Instant?
    public var rule: String

    public var isDated: Bool { due != nil }

    public init(
        range: TextRange, deed: Deed, due: Instant?, from: Instant? = nil, rule: String
    ) {
        self.range = range
        self.deed = deed
        self.due = due
        self.from = from
        self.rule = rule
    }

    /// The kinds of thing a shop undertakes.
    public enum Deed: String, CaseIterable, Hashable, Sendable, Codable {
        /// 发货
        case ship
        /// 补发, 换货
        case reship
        /// 退款, 补差价, 赔付
        case pay
        /// 回复, 联系, 回电
        case reply
        /// 回访: to ask how it went.
        case visit
        /// 送达: that it arrives.
        case arrive
        /// 催件, 核实, 联系快递
        case chase
        /// 处理, 解决 and everything else
        case handle
    }
}

/// What a message is about: 尺码, 价格, 物流 … An open set: the lexicon names the usual ones and a
/// scenario pack may add its own.
public struct Topic: Hashable, Sendable, Codable, ExpressibleByStringLiteral {
    public var name: String

    public init(_ name: String) { self.name = name }
    public init(stringLiteral value: String) { name = value }

    public init(from decoder: any Decoder) throws {
        name = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}

/// What has to be known to read a message: when, where, who speaks, and what was said before.
public struct Context: Hashable, Sendable {
    public var now: Instant
    /// The shop's clock, in minutes east of UTC.
    public var offset: Int
    public var speaker: Speaker
    /// Words the agent repeats from here are a quotation, not a fault of the agent's own.
    public var lastBuyerMessage: String?
    /// All that the buyer has written in this conversation: what they gave away themselves, and why
    /// they want what they want. The last message where nothing else is given.
    public var buyerWords: String?
    /// Others read along: numbers that belong to one customer are nobody else's business.
    public var isPublic = false
    /// A letter: whom it is addressed to greets them.
    public var isLetter = false

    /// Faults and promises are looked for in an agent's messages only.
    public enum Speaker: String, Hashable, Sendable, Codable { case agent, buyer }

    public init(
        now: Instant, offset: Int = CivilTime.chinaOffset, speaker: Speaker = .agent,
        lastBuyerMessage: String? = nil, buyerWords: String? = nil
    ) {
        self.now = now
        self.offset = offset
        self.speaker = speaker
        self.lastBuyerMessage = lastBuyerMessage
        self.buyerWords = buyerWords ?? lastBuyerMessage
    }

    /// For a message of the agent's in a conversation; nil where there is none.
    public init(now: Instant, offset: Int, answering talk: Conversation?) {
        self.init(
            now: now, offset: offset, lastBuyerMessage: talk?.lastBuyerText,
            buyerWords: talk?.buyerText)
        isPublic = talk?.channel.isPublic ?? false
        isLetter = talk?.channel.manner == .letter
    }
}
