/// A box on its way, with the scans the carrier reported.
public struct Parcel: Hashable, Sendable {
    public let carrier: String
    public let tracking: String
    public let shippedAt: Instant
    public internal(set) var scans: [Scan]
    /// What is in it when it is not simply the order, e.g. a spoon sent after.
    public let contents: String?
    /// Which pieces of which lines are in it; nil for all that were left.
    public let pieces: [Piece]?
    /// In grams, as the warehouse weighed it: proof when a part is said to be missing.
    public let weight: Int?
    /// On its way from the buyer back to the shop.
    public let isReturn: Bool
    /// The label was never used and has been taken back (作废).
    public internal(set) var isVoid: Bool
    /// The carrier's first scan did not come in time (虚假发货 risk).
    public internal(set) var isScanOverdue: Bool
    /// The buyer asked for another address or the shop for the parcel back (拦截).
    public internal(set) var intercept: Intercept?
    /// What the buyer says is wrong with it.
    public internal(set) var reports: [Report]
    /// What the carrier owes for it.
    public internal(set) var claim: Claim?

    public init(
        carrier: String, tracking: String, shippedAt: Instant, scans: [Scan] = [],
        contents: String? = nil, pieces: [Piece]? = nil, weight: Int? = nil,
        isReturn: Bool = false
    ) {
        self.carrier = carrier
        self.tracking = tracking
        self.shippedAt = shippedAt
        self.scans = scans
        self.contents = contents
        self.pieces = pieces
        self.weight = weight
        self.isReturn = isReturn
        self.isVoid = false
        self.isScanOverdue = false
        self.reports = []
    }

    /// The carrier has it: there is a scan beyond the label.
    public var wasCollected: Bool {
        scans.contains { !$0.code.isLabelOnly }
    }
    /// When it was signed for; nil while it has not been.
    public var signedAt: Instant? { scans.first { $0.code.parent == .signed }?.at }
    /// Where it stands, by its newest scan; nil before the first.
    public var state: Scan.Code? { scans.last?.code.parent }
    /// Nothing more will happen on the road: signed for, or back at the shop.
    public var isOver: Bool { signedAt != nil || isBack }
    /// Refused or called back, and on its way to the sender or there already.
    public var isHeadingBack: Bool { state == .refused || state == .returning || isBack }
    /// A cancelled label counts under the same state, but brings nothing back.
    var isBack: Bool { state == .returnedSigned && scans.last?.code != .labelCancelled }
    /// When anything was last heard of it.
    public var lastHeardAt: Instant { scans.last?.at ?? shippedAt }

    /// So many pieces of one line.
    public struct Piece: Hashable, Sendable, Codable {
        public let line: Int
        public let quantity: Int
        public init(line: Int, quantity: Int) {
            self.line = line
            self.quantity = quantity
        }
    }

    /// A parcel is to go elsewhere, or back; the carrier tries and guarantees nothing.
    public struct Intercept: Hashable, Sendable, Codable {
        public let askedAt: Instant
        /// Nil: back to the shop.
        public let to: Address?
        /// What the carrier charges, told to the buyer first.
        public let fee: Money
        public internal(set) var succeeded: Bool?

        public init(askedAt: Instant, to: Address?, fee: Money, succeeded: Bool? = nil) {
            self.askedAt = askedAt
            self.to = to
            self.fee = fee
            self.succeeded = succeeded
        }
    }

    /// What the buyer says is wrong.
    public struct Report: Hashable, Sendable, Codable {
        public let at: Instant
        public let fault: Fault
        public let text: String
        public let photos: Int

        public init(at: Instant, fault: Fault, text: String, photos: Int = 0) {
            self.at = at
            self.fault = fault
            self.text = text
            self.photos = photos
        }
    }

    public enum Fault: String, Hashable, Sendable, Codable, CaseIterable {
        /// The carrier says signed, the buyer has nothing.
        case notReceived
        /// Left in a locker or at a station unasked.
        case leftUnasked
        case damaged, wrongItem, missingPart, empty
    }

    /// Money asked of the carrier for a parcel lost or broken.
    public struct Claim: Hashable, Sendable, Codable {
        public let askedAt: Instant
        public let amount: Money
        public let reason: String
        /// By when the carrier must answer.
        public let answerBy: Instant
        public internal(set) var paid: Money?
        public internal(set) var answeredAt: Instant?

        public init(
            askedAt: Instant, amount: Money, reason: String, answerBy: Instant,
            paid: Money? = nil, answeredAt: Instant? = nil
        ) {
            self.askedAt = askedAt
            self.amount = amount
            self.reason = reason
            self.answerBy = answerBy
            self.paid = paid
            self.answeredAt = answeredAt
        }
    }

    /// What can happen to a parcel apart from shipping and scans.
    public enum Step: Hashable, Sendable, Codable {
        case voided
        case interceptAsked(Intercept)
        case interceptAnswered(succeeded: Bool)
        case reported(Report)
        case claimed(Claim)
        case claimAnswered(paid: Money)
    }
}
