/// A case opened after an order was paid (售后单): money back, goods back, another piece, a repair,
/// a sum made good. It moves by its own states, each with somebody whose silence decides.
public struct AfterSale: Hashable, Sendable {
    public let id: AfterSaleID
    public let order: OrderID
    public internal(set) var kind: Kind
    public internal(set) var reason: Reason
    /// For which pieces; empty for a whole order that has not been shipped, and for what
    /// concerns no piece.
    public internal(set) var items: [Item]
    /// What the buyer is to get: asked, offered or agreed, whichever is newest.
    public internal(set) var amount: Money
    /// What is sent again, what is broken, or what the sum is for.
    public internal(set) var detail: String
    public let openedAt: Instant
    public internal(set) var state: State
    /// When the silence of the party that is to move decides; nil when nobody is to.
    public internal(set) var answerBy: Instant?
    /// How often it was asked for, edits included.
    public internal(set) var attempts: Int
    /// Where an exchange's difference or a refund is to go, where the buyer chose.
    public internal(set) var account: AccountID?
    public internal(set) var offer: Offer?
    public internal(set) var refusal: Refused?
    public internal(set) var evidence: [Evidence]
    /// Where the goods go back to, once the return is agreed.
    public internal(set) var returnTo: Address?
    /// The parcel with the goods coming back.
    public internal(set) var returnTracking: String?
    /// The parcel with what was sent in exchange, again, or repaired.
    public internal(set) var sentTracking: String?
    public internal(set) var freight: Freight
    public internal(set) var dispute: Dispute?
    /// Through which states it has come, with who moved it and when.
    public internal(set) var turns: [Turn]

    public init(
        id: AfterSaleID, order: OrderID, kind: Kind, reason: Reason, items: [Item] = [],
        amount: Money, detail: String, openedAt: Instant, state: State, answerBy: Instant?,
        account: AccountID? = nil, freight: Freight = Freight(), evidence: [Evidence] = []
    ) {
        self.id = id
        self.order = order
        self.kind = kind
        self.reason = reason
        self.items = items
        self.amount = amount
        self.detail = detail
        self.openedAt = openedAt
        self.state = state
        self.answerBy = answerBy
        self.attempts = 1
        self.account = account
        self.evidence = evidence
        self.freight = freight
        self.turns = []
    }

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// 仅退款
        case refund
        /// 退货退款
        case returnRefund
        /// 换货
        case exchange
        /// 维修
        case repair
        /// 补寄
        case reship
        /// 价保
        case priceProtection
        /// 小额打款
        case compensation
        /// 拒收退款
        case refusedParcel
    }

    /// Why; the platform offers this list and the true one must be chosen.
    public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
        case changedMind, wrongOrder, outOfStock, lateShipment, stuckInTransit, missingPart
        case damaged, quality, agreed, other
        case couponForgotten, wrongAddress, noTrack, notReceived, refused, emptyParcel
        case wrongItem, notAsDescribed, counterfeit, noReason, priceFell
    }

    /// Some pieces of a line, and what is to come instead of them.
    public struct Item: Hashable, Sendable, Codable {
        public let line: Int
        public let quantity: Int
        public let replacement: VariantID?

        public init(line: Int, quantity: Int, replacement: VariantID? = nil) {
            self.line = line
            self.quantity = quantity
            self.replacement = replacement
        }
    }

    /// The states of the trade, A1 to A9.
    public enum State: Hashable, Sendable, Codable {
        /// A1: the shop is to answer.
        case waitSeller
        /// A1n: the shop made an offer, the buyer is to answer.
        case waitBuyerReply
        /// A2: the shop refused; the buyer may edit, call the platform, or let it be.
        case refused
        /// A3: agreed, the goods are to come back.
        case waitReturn
        /// A4: on their way back or there; the shop is to look at them.
        case waitCheck
        /// A5: the shop says what came back is not right.
        case returnDisputed
        /// The warehouse is to send what was agreed.
        case waitConsign
        /// Sent; the buyer is to confirm.
        case waitBuyerConfirm
        /// D: the platform decides.
        case atPlatform
        /// A7. Money moves in the same instant in which it is agreed (A6); when it arrives is
        /// in the refund.
        case done(at: Instant)
        /// A8: the buyer took it back.
        case withdrawn(at: Instant)
        /// A9: closed by the buyer's silence or by a verdict for the shop.
        case closed(at: Instant)

        public var name: Name {
            switch self {
            case .waitSeller: .waitSeller
            case .waitBuyerReply: .waitBuyerReply
            case .refused: .refused
            case .waitReturn: .waitReturn
            case .waitCheck: .waitCheck
            case .returnDisputed: .returnDisputed
            case .waitConsign: .waitConsign
            case .waitBuyerConfirm: .waitBuyerConfirm
            case .atPlatform: .atPlatform
            case .done: .done
            case .withdrawn: .withdrawn
            case .closed: .closed
            }
        }

        /// The state without its instant, for tables and screens.
        public enum Name: String, Hashable, Sendable, Codable, CaseIterable {
            case waitSeller, waitBuyerReply, refused, waitReturn, waitCheck, returnDisputed
            case waitConsign, waitBuyerConfirm, atPlatform, done, withdrawn, closed
        }
    }

    public var isOpen: Bool {
        switch state {
        case .waitSeller, .waitBuyerReply, .refused, .waitReturn, .waitCheck, .returnDisputed,
            .waitConsign, .waitBuyerConfirm, .atPlatform:
            true
        case .done, .withdrawn, .closed: false
        }
    }

    /// Whose turn it is.
    public var isShopsTurn: Bool {
        switch state {
        case .waitSeller, .waitCheck, .waitConsign: true
        case .waitBuyerReply, .refused, .waitReturn, .returnDisputed, .waitBuyerConfirm,
            .atPlatform, .done, .withdrawn, .closed:
            false
        }
    }

    /// A state the case has come into.
    public struct Turn: Hashable, Sendable, Codable {
        public let at: Instant
        public let actor: Actor
        public let state: State.Name
    }

    /// What the shop proposes instead of refusing (协商).
    public struct Offer: Hashable, Sendable, Codable {
        public let kind: Kind
        public let amount: Money
        public let text: String

        public init(kind: Kind, amount: Money, text: String) {
            self.kind = kind
            self.amount = amount
            self.text = text
        }
    }

    public struct Refused: Hashable, Sendable, Codable {
        public let reason: RefusalReason
        public let text: String
        public let at: Instant
    }

    /// Why a shop may refuse; each needs proof.
    public enum RefusalReason: String, Hashable, Sendable, Codable, CaseIterable {
        case onItsWay, delivered, noDefect, specialGoods, wrongReturnNumber, resaleHarmed
        case wrongItemReturned, partsMissing, untrueReason, buyerAgreed
    }

    /// Who pays for the way back and again forth, and how much it was.
    public struct Freight: Hashable, Sendable, Codable {
        public internal(set) var payer: Payer
        /// Taken off the refund, where the buyer pays for a parcel the shop sent in vain.
        public internal(set) var deducted: Money
        /// Paid back to the buyer, by the shop or by the insurer.
        public internal(set) var reimbursed: Money

        public init(
            payer: Payer = .nobody, deducted: Money = .zero, reimbursed: Money = .zero
        ) {
            self.payer = payer
            self.deducted = deducted
            self.reimbursed = reimbursed
        }

        public enum Payer: String, Hashable, Sendable, Codable, CaseIterable {
            case nobody, buyer, seller, insurer
        }
    }

    /// The platform's part in a case, by its own codes 1–11.
    public struct Dispute: Hashable, Sendable, Codable {
        public internal(set) var status: Status
        public let calledAt: Instant
        public let claim: String
        /// Until when both may bring evidence.
        public internal(set) var evidenceUntil: Instant
        /// How much evidence the case held when the platform was called; what came after it was
        /// brought for the platform.
        public internal(set) var evidenceBefore = 0
        public internal(set) var verdict: Verdict?
        /// Where the case stood when the platform was called; it goes back there if dropped.
        public let from: State

        public enum Status: Int, Hashable, Sendable, Codable, CaseIterable {
            case none = 1
            case requested, inProgress, firstReview, reviewFailed, done, withdrawn
            case forBuyer, forSeller, evidenceOpen, appealOpen
        }
    }

    public struct Verdict: Hashable, Sendable, Codable {
        public let outcome: Outcome
        /// What the buyer gets.
        public let amount: Money
        /// Why; empty where the clock decided.
        public let text: String

        public init(outcome: Outcome, amount: Money, text: String) {
            self.outcome = outcome
            self.amount = amount
            self.text = text
        }

        public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
            /// The money back, the goods stay.
            case refund
            /// The goods back first.
            case returnRefund
            case forSeller
        }
    }

    /// What a buyer asks for, or asks for anew after a refusal.
    public struct Request: Hashable, Sendable, Codable {
        public var kind: Kind
        public var reason: Reason
        public var items: [Item]
        /// Nil: all that these pieces can bring.
        public var amount: Money?
        public var detail: String
        public var account: AccountID?
        public var evidence: [Evidence]

        public init(
            kind: Kind, reason: Reason, items: [Item], amount: Money? = nil, detail: String = "",
            account: AccountID? = nil, evidence: [Evidence] = []
        ) {
            self.kind = kind
            self.reason = reason
            self.items = items
            self.amount = amount
            self.detail = detail
            self.account = account
            self.evidence = evidence
        }
    }

    /// What can happen to a case.
    public enum Step: Hashable, Sendable, Codable {
        /// Asked again after a refusal, or changed before an answer.
        case edited(request: Request, amount: Money, answerBy: Instant)
        case offered(Offer, answerBy: Instant)
        case offerAccepted(answerBy: Instant?)
        case offerDeclined(answerBy: Instant)
        case refused(Refused, proof: [Evidence], until: Instant)
        case returnAgreed(to: Address, amount: Money, until: Instant, byTimer: Bool)
        /// A reshipment, a repair or an exchange without a return was agreed.
        case sendingAgreed
        case sentBack(tracking: String, carrier: String, until: Instant)
        /// What came back is right; an exchange or repair goes on to be sent.
        case returnAccepted(byTimer: Bool)
        case returnRejected(Refused, proof: [Evidence], until: Instant)
        /// The replacement or the repaired piece has left.
        case consigned(Parcel, until: Instant)
        case confirmed(byTimer: Bool)
        case platformCalled(claim: String, evidenceUntil: Instant)
        case evidenceGiven(Evidence)
        /// The time for evidence is over and both sides have brought some: the platform looks.
        case evidenceClosed
        case judged(Verdict, until: Instant?)
        case disputeDropped(until: Instant?)
        /// The buyer was silent too long.
        case lapsed
        case freightPaid(Freight)
        /// An exchange for something dearer or cheaper: paid by, or returned to, the buyer.
        case differenceSettled(Settlement)
        /// Nothing left to swap for: the exchange becomes a return for money.
        case becameRefund(amount: Money)
        case conductMarked(RedLine)
    }

    /// What no shop may do; it goes through, and it is on the record.
    public enum RedLine: String, Hashable, Sendable, Codable, CaseIterable {
        /// A reason was put down that is not the true one.
        case falseReason
        /// Something the law gives the buyer was refused.
        case rightRefused
    }
}

/// Something that proves: a photo, a weight, a chat.
public struct Evidence: Hashable, Sendable, Codable {
    public var kind: Kind
    /// What can be seen, 2 to 200 characters on most platforms.
    public var text: String
    public var by: Actor?
    public var at: Instant?

    public init(kind: Kind, text: String, by: Actor? = nil, at: Instant? = nil) {
        self.kind = kind
        self.text = text
        self.by = by
        self.at = at
    }

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case photo, video, weight, chat, page, tracking, inspection, authorisation, statement
    }
}

/// Money that changed hands because the goods did: a dearer or a cheaper one instead.
public struct Settlement: Hashable, Sendable, Codable {
    /// More to pay, where the new goods are dearer.
    public var paid: Payment?
    /// Back to the buyer, where they are cheaper.
    public var refund: Refund?

    public init(paid: Payment? = nil, refund: Refund? = nil) {
        self.paid = paid
        self.refund = refund
    }
}
