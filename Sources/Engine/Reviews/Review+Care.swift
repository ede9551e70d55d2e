extension Review {
    /// One step of the desk's way through a bad review, and whether it has been taken.
    public struct CareStep: Hashable, Sendable, Codable {
        public let kind: Kind
        public let isDone: Bool

        public var name: Bilingual { kind.name }

        /// In the order in which they are taken.
        public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            /// Whoever answers before looking guesses at the cause.
            case read
            /// One message in the platform's chat, with no conditions.
            case contact
            /// What was wrong is put right.
            case remedy
            case explain
            /// Those who can mend the cause hear of it.
            case ticket
            case tag
        }
    }
}

extension Shop {
    /// The desk's way through a medium or bad review, step by step; empty for a good one. A review
    /// that its buyer changed was not good before.
    public func reviewCare(of id: ReviewID) -> [Review.CareStep] {
        guard let review = reviews[id], review.rating.grade != .good || review.editedAt != nil
        else { return [] }
        return Review.CareStep.Kind.allCases.map { kind in
            Review.CareStep(kind: kind, isDone: isDone(kind, for: review))
        }
    }

    private func isDone(_ step: Review.CareStep.Kind, for review: Review) -> Bool {
        switch step {
        case .read: review.readAt != nil
        case .contact: !review.contactedAt.isEmpty
        case .remedy:
            afterSales(of: review.order).contains { item in
                if case .done(let at) = item.state { at >= review.at } else { false }
            }
        case .explain: review.explanation != nil
        case .ticket:
            tickets.values.contains { $0.order == review.order && $0.openedAt >= review.at }
        case .tag: customers[review.customer]?.tags.contains { $0.at >= review.at } ?? false
        }
    }
}
