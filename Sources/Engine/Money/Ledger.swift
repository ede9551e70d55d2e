/// The money of one order in escrow: `paid = held + released + refunded`, always.
public struct Ledger: Hashable, Sendable, Codable {
    public internal(set) var paid: Money = .zero
    /// Kept by the platform until the buyer has the goods.
    public internal(set) var held: Money = .zero
    /// Passed on to the shop, commission included.
    public internal(set) var released: Money = .zero
    /// Gone back to the buyer.
    public internal(set) var refunded: Money = .zero
    /// Paid by the shop on top (小额打款); the buyer's, but not part of what was paid.
    public internal(set) var compensated: Money = .zero
    /// What of it only changed its way: paid again from another account, after it had gone back
    /// to the first (换支付方式). It is in `paid` and in `refunded`.
    public internal(set) var moved: Money = .zero

    /// What the buyer paid, counted once however often it was moved.
    public var cameIn: Money { paid - moved }
    /// What the buyer has back for good.
    public var wentBack: Money { refunded - moved }

    public init() {}
    public init(paid: Money, held: Money, released: Money, refunded: Money, compensated: Money) {
        self.paid = paid
        self.held = held
        self.released = released
        self.refunded = refunded
        self.compensated = compensated
    }
    public var isBalanced: Bool { paid == held + released + refunded }
}

/// How the buyer pays.
public enum PaymentMethod: String, Hashable, Sendable, Codable, CaseIterable {
    case card, eWallet, onlineBank, escrow, mobile
    /// A prepaid card of the shop or platform (礼品卡, E卡).
    case giftCard
    /// A platform's present of money (红包), with a balance.
    case redPacket

    /// Money on it is the platform's own and has a balance that cannot be overdrawn.
    public var hasBalance: Bool {
        switch self {
        case .giftCard, .redPacket: true
        case .card, .eWallet, .onlineBank, .escrow, .mobile: false
        }
    }
}

/// A means of payment in a customer's purse.
public struct Account: Hashable, Sendable, Codable {
    public let id: AccountID
    public let method: PaymentMethod
    /// What is printed on it, e.g. the last four digits.
    public var label: String
    /// What is on it; nil where only the customer's bank knows (a card, a wallet).
    public internal(set) var balance: Money?

    public init(id: AccountID, method: PaymentMethod, label: String = "", balance: Money? = nil) {
        self.id = id
        self.method = method
        self.label = label
        self.balance = balance
    }
}

/// One part of what was paid, by one route, and how much went back by it.
public struct Payment: Hashable, Sendable, Codable {
    public let method: PaymentMethod
    /// The account in the purse; nil where the customer named only the method.
    public internal(set) var account: AccountID?
    public internal(set) var amount: Money
    public internal(set) var refunded: Money
    public let at: Instant

    public init(
        method: PaymentMethod, account: AccountID? = nil, amount: Money, refunded: Money = .zero,
        at: Instant
    ) {
        self.method = method
        self.account = account
        self.amount = amount
        self.refunded = refunded
        self.at = at
    }

    public var left: Money { amount - refunded }
}

/// Money on its way back to a buyer: how much by which route, and when it is there.
public struct Refund: Hashable, Sendable, Codable {
    /// For which lines, how many pieces and how much; empty for postage or a deposit alone.
    public var shares: [Share]
    /// The part that is postage.
    public var postage: Money
    public var routes: [Route]

    public init(shares: [Share], postage: Money = .zero, routes: [Route]) {
        self.shares = shares
        self.postage = postage
        self.routes = routes
    }

    public var amount: Money { routes.reduce(.zero) { $0 + $1.amount } }

    public struct Share: Hashable, Sendable, Codable {
        public let line: Int
        /// Pieces that this settles; zero where only money goes back for goods that stay.
        public let quantity: Int
        public let amount: Money
        public let goods: Goods

        public init(line: Int, quantity: Int, amount: Money, goods: Goods) {
            self.line = line
            self.quantity = quantity
            self.amount = amount
            self.goods = goods
        }
    }

    /// Where the goods are whose money goes back.
    public enum Goods: String, Hashable, Sendable, Codable, CaseIterable {
        /// They never left the shelf.
        case unsent
        /// They came back.
        case returned
        /// The buyer keeps them, or the carrier lost them.
        case kept
    }

    public struct Route: Hashable, Sendable, Codable {
        /// The payment it goes back along, by its place in `Order.payments`.
        public let payment: Int
        /// Into which account instead, where the platform allows another (a gift card).
        public let into: AccountID?
        public let amount: Money
        /// When the buyer has it: a wallet at once, a card after working days.
        public let arrives: Instant

        public init(payment: Int, into: AccountID? = nil, amount: Money, arrives: Instant) {
            self.payment = payment
            self.into = into
            self.amount = amount
            self.arrives = arrives
        }
    }
}

/// All the shop's money in one place, so that no fen can appear or vanish.
///
/// Money comes in from outside (cards, wallets, insurers, carriers) or from balances inside (gift
/// cards, red packets), rests in escrow, and ends with the shop, with the platform as commission,
/// or goes back.
public struct Books: Hashable, Sendable, Codable {
    /// What stood on accounts with a balance, in escrow and with the shop at the opening.
    public internal(set) var opening: Money = .zero
    /// Paid in through cards, wallets and banks.
    public internal(set) var received: Money = .zero
    /// Paid out to them: refunds, compensation, freight.
    public internal(set) var returned: Money = .zero
    /// The shop's account with the platform; below zero the deposit (保证金) is used up.
    public internal(set) var shop: Money = .zero
    /// The platform's part.
    public internal(set) var commission: Money = .zero
    /// Paid in by insurers and by carriers who owned up to a loss.
    public internal(set) var insured: Money = .zero

    public init() {}
}
