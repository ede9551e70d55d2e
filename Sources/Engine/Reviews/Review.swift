/// What a buyer says in public about one line of a finished order (评价).
///
/// The shop cannot delete or hide it and may not pay for it: the law forbids that, so no command
/// does it. The shop can solve the problem, explain itself once in public, and report abuse with
/// proof.
public struct Review: Hashable, Sendable, Codable {
    public let id: ReviewID
    public let order: OrderID
    public let line: Int
    public internal(set) var customer: CustomerID
    public let at: Instant
    public internal(set) var rating: Rating
    public internal(set) var text: String
    /// The buyer's own later change; where the platform lets it be changed once.
    public internal(set) var editedAt: Instant?
    /// A second word after some use (追评).
    public internal(set) var followUp: Said?
    /// The shop's public answer (解释).
    public internal(set) var explanation: Said?
    /// When the shop wrote to the buyer about it: once is care, twice is pressure.
    public internal(set) var contactedAt: [Instant]
    public internal(set) var report: Report?
    /// When the desk first looked at the order after it was written.
    public internal(set) var readAt: Instant?

    public init(
        id: ReviewID, order: OrderID, line: Int, customer: CustomerID, at: Instant,
        rating: Rating, text: String
    ) {
        self.id = id
        self.order = order
        self.line = line
        self.customer = customer
        self.at = at
        self.rating = rating
        self.text = text
        self.contactedAt = []
    }

    /// One to five stars; where a platform has good, medium and bad, 5, 3 and 1. Beside it the
    /// three marks that make the shop's DSR.
    public struct Rating: Hashable, Sendable, Codable {
        public var stars: Int
        public var described: Int
        public var service: Int
        public var logistics: Int

        public init(stars: Int, described: Int? = nil, service: Int? = nil, logistics: Int? = nil) {
            self.stars = stars
            self.described = described ?? stars
            self.service = service ?? stars
            self.logistics = logistics ?? stars
        }

        public var grade: Grade { stars >= 4 ? .good : stars == 3 ? .medium : .bad }
    }

    /// 好评, 中评, 差评.
    public enum Grade: String, Hashable, Sendable, Codable, CaseIterable { case good, medium, bad }

    public struct Said: Hashable, Sendable, Codable {
        public let at: Instant
        public let text: String
        public init(at: Instant, text: String) {
            self.at = at
            self.text = text
        }
    }

    /// The shop says that a review is abuse; the platform decides.
    public struct Report: Hashable, Sendable, Codable {
        public let at: Instant
        public let abuse: Abuse
        public let proof: [Evidence]
        public internal(set) var isUpheld: Bool?
    }

    public enum Abuse: String, Hashable, Sendable, Codable, CaseIterable {
        case extortion, competitor, spam
    }

    public var isHidden: Bool { report?.isUpheld == true }

    public enum Step: Hashable, Sendable, Codable {
        case written(Review)
        case edited(rating: Rating, text: String)
        case followedUp(text: String)
        case explained(text: String)
        case contacted(text: String)
        case reported(abuse: Abuse, proof: [Evidence])
        case judged(isUpheld: Bool)
    }
}
