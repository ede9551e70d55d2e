// What buyers say in public and what the shop may do about it. There is no command to delete or
// hide a review, to pay for one, or to make a refund depend on one: the law forbids it (电子商务法
// 17、39 条, 反不正当竞争法, 消费者权益保护法实施条例 9 条), so the desk cannot do it here either.

extension Shop {
    /// One word about one line of a finished order, from the one who bought it.
    func review(
        _ id: OrderID, _ line: Int, _ rating: Review.Rating, _ text: String, by actor: Actor,
        at instant: Instant
    ) throws(Refusal) -> [Event] {
        let order = try order(id, of: actor)
        if rules.states(for: .review).isEmpty { throw .notOffered(.review) }
        guard order.lines.indices.contains(line) else { throw .noSuchLine(order: id, line: line) }
        guard order.lines[line].status == .done else {
            throw .orderIs(order.lines[line].status, needs: [.done])
        }
        if reviews(of: id).contains(where: { $0.line == line }) { throw .alreadyReviewed }
        if let since = order.lines[line].doneAt ?? order.closedAt {
            try checkWindow(since, rules.reviews.writeWithin, at: instant)
        }
        try check(rating)
        try checkLength(text)
        let review = Review(
            id: nextReview, order: id, line: line, customer: order.customer, at: instant,
            rating: rating, text: text)
        return [.reviewed(review: review.id, order: id, step: .written(review))]
    }

    /// The buyer thinks better of it, once and of his own will.
    func editReview(
        _ id: ReviewID, _ rating: Review.Rating, _ text: String, by actor: Actor,
        at instant: Instant
    ) throws(Refusal) -> [Event] {
        let review = try review(id, of: actor)
        if review.editedAt != nil { throw .alreadyEdited }
        guard review.rating.grade != .good else { throw .notABadReview }
        try checkWindow(review.at, rules.reviews.editWithin, at: instant)
        try check(rating)
        try checkLength(text)
        if rating == review.rating, text == review.text { throw .sameAsBefore }
        return [
            .reviewed(
                review: id, order: review.order, step: .edited(rating: rating, text: text))
        ]
    }

    /// A second word after some use (追评).
    func followUp(_ id: ReviewID, _ text: String, by actor: Actor, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        let review = try review(id, of: actor)
        if review.followUp != nil { throw .alreadyFollowedUp }
        try checkWindow(review.at, rules.reviews.followUpWithin, at: instant)
        try checkLength(text)
        return [.reviewed(review: id, order: review.order, step: .followedUp(text: text))]
    }

    /// The shop's one public answer (解释): thanks, the fact, what was done; nobody's data.
    func explainReview(_ id: ReviewID, _ text: String, at instant: Instant) throws(Refusal)
        -> [Event]
    {
        let review = try anyReview(id)
        if review.explanation != nil { throw .alreadyExplained }
        if review.followUp != nil { throw .afterFollowUp }
        try checkWindow(review.at, rules.reviews.explainWithin, at: instant)
        guard text.contains(where: { !$0.isWhitespace }) else { throw .nothingToSay }
        let limit = rules.reviews.explainCharacters
        guard text.count <= limit else { throw .tooLong(limit: limit, length: text.count) }
        if tellsPrivateData(text, of: review) { throw .tellsPrivateData }
        return [.reviewed(review: id, order: review.order, step: .explained(text: text))]
    }

    /// Writes to the reviewer in the platform's chat: once is care, more is pressure.
    func contactReviewer(_ id: ReviewID, _ text: String) throws(Refusal) -> [Event] {
        let review = try anyReview(id)
        guard review.rating.grade != .good else { throw .notABadReview }
        let limit = rules.reviews.contacts
        guard review.contactedAt.count < limit else { throw .contactedAlready(limit: limit) }
        try checkLength(text)
        if tellsPrivateData(text, of: review) { throw .tellsPrivateData }
        return [.reviewed(review: id, order: review.order, step: .contacted(text: text))]
    }

    /// Says with proof that a review is abuse; the platform decides.
    func reportReview(_ id: ReviewID, _ abuse: Review.Abuse, _ proof: [Evidence])
        throws(Refusal) -> [Event]
    {
        let review = try anyReview(id)
        if review.report != nil { throw .alreadyReported }
        guard !proof.isEmpty else { throw .evidenceMissing }
        let least = rules.afterSales.evidenceTextLeast
        let most = rules.afterSales.evidenceTextMost
        for item in proof where item.text.count < least || item.text.count > most {
            throw .badEvidence(least: least, most: most)
        }
        return [
            .reviewed(
                review: id, order: review.order, step: .reported(abuse: abuse, proof: proof))
        ]
    }

    /// The platform takes a reported review away, or lets it stand.
    func judgeReport(_ id: ReviewID, _ isUpheld: Bool) throws(Refusal) -> [Event] {
        let review = try anyReview(id)
        guard let report = review.report else { throw .notReported }
        if report.isUpheld != nil { throw .alreadyJudged }
        return [.reviewed(review: id, order: review.order, step: .judged(isUpheld: isUpheld))]
    }

    // MARK: Checking

    private func anyReview(_ id: ReviewID) throws(Refusal) -> Review {
        guard let review = reviews[id] else { throw .noSuchReview(id) }
        return review
    }

    private func review(_ id: ReviewID, of actor: Actor) throws(Refusal) -> Review {
        let review = try anyReview(id)
        _ = try order(review.order, of: actor)
        return review
    }

    private func check(_ rating: Review.Rating) throws(Refusal) {
        for stars in [rating.stars, rating.described, rating.service, rating.logistics]
        where !(1...5).contains(stars) {
            throw .badStars(stars)
        }
        switch rules.reviews.scale {
        case .stars: break
        case .grades: if ![1, 3, 5].contains(rating.stars) { throw .badGrade(rating.stars) }
        }
    }

    private func checkWindow(_ since: Instant, _ span: Span, at instant: Instant) throws(Refusal) {
        guard instant <= since + span else { throw .reviewTimeOver(since: since + span) }
    }

    private var nextReview: ReviewID {
        var count = reviews.count + 1
        // A store may bring reviews under any names.
        while reviews[ReviewID("v\(count)")] != nil { count += 1 }
        return ReviewID("v\(count)")
    }

    // MARK: Applying

    mutating func apply(_ step: Review.Step, to id: ReviewID, at instant: Instant) {
        switch step {
        case .written(let review):
            admit(review)
        case .edited(let rating, let text):
            reviews[id]?.rating = rating
            reviews[id]?.text = text
            reviews[id]?.editedAt = instant
        case .followedUp(let text):
            reviews[id]?.followUp = Review.Said(at: instant, text: text)
        case .explained(let text):
            reviews[id]?.explanation = Review.Said(at: instant, text: text)
        case .contacted:
            reviews[id]?.contactedAt.append(instant)
        case .reported(let abuse, let proof):
            reviews[id]?.report = Review.Report(at: instant, abuse: abuse, proof: proof)
        case .judged(let isUpheld):
            reviews[id]?.report?.isUpheld = isUpheld
        }
    }

    /// Somebody at the desk has looked at an order: its reviews are read with open eyes.
    mutating func noteReading(of what: Lookup, at instant: Instant) {
        switch what {
        case .order(let id):
            for review in reviewsOfOrder[id] ?? [] where reviews[review]?.readAt == nil {
                reviews[review]?.readAt = instant
            }
        case .track, .address, .product, .coupon, .customer, .knowledge, .attachment: break
        }
    }
}
