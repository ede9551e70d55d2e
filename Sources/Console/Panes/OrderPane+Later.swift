import Engine

// What comes after an order was placed and paid: it is urged, a batch is late, its buyer writes.
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

    /// How often the warehouse was urged to ship it, and when last.
    static func urged(_ order: Order, _ desk: Desk) -> [PaneLine] {
        guard let last = order.urgedAt.last, !order.isShipped else { return [] }
        let count = order.urgedAt.count
        return [
            PaneLine(
                desk.say(Words.warehouseUrged) + (count > 1 ? " ×\(count)" : ""),
                desk.moment(last), ink: .dim, rightInk: .text)
        ]
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
