import Engine

// What comes after an order was placed and paid: a late batch it is in, what its buyer wrote.
extension OrderPane {
    /// The warehouse has said that this order is late together with others.
    static func late(_ order: Order, _ shop: Shop, _ desk: Desk, _ width: Int) -> [PaneLine] {
        shop.road.batches.values.filter { $0.orders.contains(order.id) }.flatMap { batch in
            let date = desk.moment(batch.notice?.shipBy ?? batch.shipBy)
            let isTold = batch.notice != nil
            return [
                PaneLine(
                    desk.say(isTold ? Words.lateTold : Words.lateUntold), date,
                    ink: isTold ? .text : .warning, rightInk: isTold ? .text : .warning)
            ]
                + desk.wrapped("  " + batch.reason, width: width, ink: .dim)
        }
    }

    static func reviews(_ order: Order, _ shop: Shop, _ desk: Desk, _ width: Int) -> [PaneLine] {
        shop.reviews(of: order.id).flatMap { review in
            let isAnswered = review.explanation != nil
            return [
                PaneLine(
                    "\(review.rating.stars)★ " + desk.say(review.rating.grade.name),
                    desk.say(isAnswered ? Words.reviewAnswered : Words.reviewOpen),
                    ink: review.rating.grade == .bad ? .warning : .text,
                    rightInk: isAnswered ? .text : .dim)
            ]
                + desk.wrapped("  " + review.text, width: width, ink: .dim)
        }
    }
}
