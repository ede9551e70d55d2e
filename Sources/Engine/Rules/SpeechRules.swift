/// What a platform forbids an agent to say, and what spoils a conversation however well the rest
/// of it went.
///
/// Which words they are differs by platform and by year, so they come from the profile; how they
/// are found in a sentence is the business of room Language.
public struct SpeechRules: Hashable, Sendable, Codable {
    public var forbidden: [ForbiddenWord] = []
    public var redLines: [RedLine] = []
    /// The platform hears which reply is the promised answer (`hearAnswer`). Where nobody listens,
    /// as in shifts served before it did, any reply is once a `Promise.breath` has passed.
    public var answersAreHeard = false

    public init() {}

    /// Wordings that break the same rule, with why they do.
    public struct ForbiddenWord: Hashable, Sendable, Codable {
        /// In either language, as they are said: `包过`, `guaranteed cure`.
        public var words: [String]
        public var severity: Severity
        public var title: Bilingual
        /// The law or the platform's rule; empty where it is only good custom.
        public var source: String
        public init(words: [String], severity: Severity, title: Bilingual, source: String = "") {
            self.words = words
            self.severity = severity
            self.title = title
            self.source = source
        }
    }

    /// How much a forbidden word weighs: light costs a little, severe is a red line.
    public enum Severity: String, Hashable, Sendable, Codable, CaseIterable {
        case light, medium, severe
    }

    /// A deed after which the grade can be `cap` at most.
    public struct RedLine: Hashable, Sendable, Codable {
        public var kind: Kind
        public var title: Bilingual
        /// Points out of a hundred.
        public var cap: Int
        public var source: String
        public init(kind: Kind, title: Bilingual, cap: Int, source: String = "") {
            self.kind = kind
            self.title = title
            self.cap = cap
            self.source = source
        }

        /// What was done.
        public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            /// Contact or payment led away from the platform (站外交易).
            case offPlatform
            /// A name, phone or address read out, or given to another account.
            case privacyLeak
            case insult
            /// Money or presents for praise, or for taking back a bad review.
            case paidReview
            /// "Shipped" without a parcel (虚假发货).
            case fakeShipping
            /// A refund reason put down that is not the true one.
            case falseReason
            /// Something the law gives the buyer was refused.
            case rightRefused
            /// A cure claimed for something that is not a medicine.
            case medicalClaim
        }
    }
}
