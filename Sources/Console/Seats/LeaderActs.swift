import Engine
import Shifts

/// What the leader can do to the round: hold it up, inject trouble, take a seat, swap the sides.
struct LeaderActs {
    let card: RoleCard

    func list(_ desk: Desk) -> [SeatAct] {
        guard let shop = desk.shop, let seat = desk.seat else { return [] }
        let leading = shop.leading
        let buyer = Seat.buyer(card.customer)
        let hasAgent = leading.taken.contains(.agent)
        let hasBuyer = leading.taken.contains(buyer)
        return [
            lead(
                leading.isFrozen ? SeatText.goOn : SeatText.freeze,
                leading.isFrozen ? .goOn : .freeze,
                saying: leading.isFrozen ? SeatText.goesOn : SeatText.timeStopped),
            SeatAct(title: SeatText.lateParcel, question: nil, run: makeParcelLate),
            SeatAct(title: SeatText.plantReview, question: nil, run: writeBadReview),
            lead(SeatText.surge, .surge(customers: 3)),
            absence(shop),
            lead(
                hasAgent ? SeatText.giveAgent : SeatText.takeAgent,
                hasAgent ? .giveBack(seat: .agent) : .takeSeat(seat: .agent)),
            lead(
                hasBuyer ? SeatText.giveBuyer : SeatText.takeBuyer,
                hasBuyer ? .giveBack(seat: buyer) : .takeSeat(seat: buyer)),
            SeatAct(title: SeatText.endRound, question: SeatText.endQuestion) {
                $0.submit(.endShift)
            },
            SeatAct(title: SeatText.swap, question: SeatText.swapQuestion) { desk in
                desk.swapSides(seat)
            },
        ]
    }

    /// - Parameter done: what is said afterwards, where the title names what is still to be done.
    private func lead(
        _ title: Bilingual, _ lead: Lead, saying done: Bilingual? = nil
    ) -> SeatAct {
        SeatAct(title: title, question: nil) { $0.submit(.lead(lead), saying: done ?? title) }
    }

    /// Colleagues leave and come back one after the other; with several, a list is asked.
    private func absence(_ shop: Shop) -> SeatAct {
        let moves = shop.colleagues.map { name -> (Bilingual, Lead) in
            shop.leading.away.contains(name)
                ? (SeatText.back(name), .callBack(colleague: name))
                : (SeatText.away(name), .sendAway(colleague: name))
        }
        if moves.count == 1, let (title, move) = moves.first { return lead(title, move) }
        return SeatAct(title: SeatText.colleagues, question: nil) { desk in
            let items = moves.enumerated().map { place, move in
                Picker.Item(id: "\(place)", label: desk.say(move.0))
            }
            desk.overlays.append(
                PickerSheet(SeatText.colleagues, items: items, empty: SeatText.noColleagues) {
                    desk, item in
                    guard let place = Int(item.id), moves.indices.contains(place) else { return }
                    desk.submit(.lead(moves[place].1), saying: moves[place].0)
                })
        }
    }

    /// What is under way is held up; what still waits to be sent is late with its batch.
    private func makeParcelLate(_ desk: Desk) {
        guard let shop = desk.shop else { return }
        let own = desk.seatText.text.trimmed
        let orders = shop.orders(of: card.customer).reversed()
        for order in orders {
            if order.status == .shipped, let parcel = order.parcels.last(where: { !$0.isVoid }) {
                let text = own.isEmpty ? SeatText.parcelText[shop.tongue(desk)] : own
                guard
                    desk.submit(
                        .scan(tracking: parcel.tracking, code: .noUpdate, text: text),
                        saying: SeatText.lateParcel)
                else { return }
                return desk.writeAtSeat("")
            }
            if order.status == .waitShip {
                let reason = own.isEmpty ? SeatText.batchReason[shop.tongue(desk)] : own
                guard
                    desk.submit(
                        .delayBatch(
                            batch: BatchID("leader-\(shop.eventCount)"), orders: [order.id],
                            reason: reason, shipBy: (order.shipBy ?? shop.now) + .days(2)),
                        saying: SeatText.lateParcel)
                else { return }
                return desk.writeAtSeat("")
            }
        }
        desk.announce(.hint, SeatText.noParcel)
    }

    private func writeBadReview(_ desk: Desk) {
        guard let shop = desk.shop else { return }
        let own = desk.seatText.text.trimmed
        let text = own.isEmpty ? SeatText.reviewText[shop.tongue(desk)] : own
        for order in shop.orders(of: card.customer).reversed() where order.status == .done {
            for line in order.lines.indices {
                let command = Command.review(
                    order: order.id, line: line, rating: Review.Rating(stars: 1), text: text)
                guard (try? shop.decide(command, by: .instructor, at: shop.now)) != nil else {
                    continue
                }
                if desk.submit(command, saying: SeatText.plantReview) { desk.writeAtSeat("") }
                return
            }
        }
        desk.announce(.hint, SeatText.noReview)
    }
}

extension Shop {
    /// The language in which the shop's people write: that of the shift, not of the desk.
    fileprivate func tongue(_ desk: Desk) -> Tongue { desk.shift?.card.tongue ?? desk.tongue }
}
