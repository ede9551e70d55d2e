import Engine
import Shifts

/// The conditions that several commands share, each with its sentence.
extension DeskCommand {
    @Sendable static func withShift(_ desk: Desk) -> Availability {
        guard let shift = desk.shift else { return .not(because: Words.noShift) }
        guard shift.isOver, desk.replay == nil else { return .now }
        // Where the debrief is being read, nobody has to be sent to it.
        return .not(because: desk.page == nil ? Words.shiftOver : Words.shiftIsOver)
    }

    /// Somebody is selected, whether or not they are still there.
    @Sendable static func withTalk(_ desk: Desk) -> Availability {
        guard desk.shift != nil else { return .not(because: Words.noShift) }
        return desk.talk == nil ? .not(because: Words.nobodySelected) : .now
    }

    /// Somebody is selected and the conversation has not ended.
    @Sendable static func withOpenTalk(_ desk: Desk) -> Availability {
        guard case .now = withTalk(desk), let talk = desk.talk else { return withTalk(desk) }
        if let onlyLooks = desk.onlyLooks { return .not(because: onlyLooks) }
        return talk.isOpen ? .now : .not(because: Words.talkHasEnded)
    }

    /// The customer has sent a picture, a film or a paper.
    @Sendable static func withAttachment(_ desk: Desk) -> Availability {
        guard case .now = withTalk(desk) else { return withTalk(desk) }
        return desk.talk?.attachments.isEmpty == false ? .now : .not(because: Words.nothingToOpen)
    }

    /// The selected customer has an order that the panel shows.
    @Sendable static func withOrder(_ desk: Desk) -> Availability {
        guard case .now = withTalk(desk) else { return withTalk(desk) }
        return desk.order == nil ? .not(because: Words.customerHasNoOrder) : .now
    }

    /// The order shown is in one of these states.
    static func withOrder(
        in states: Order.Status...
    ) -> @Sendable (Desk) -> Availability {
        { desk in
            guard case .now = withOrder(desk), let order = desk.order else {
                return withOrder(desk)
            }
            if let onlyLooks = desk.onlyLooks { return .not(because: onlyLooks) }
            guard !states.contains(order.status) else { return .now }
            let refusal = Refusal.orderIs(order.status, needs: states)
            return .not(
                because: Bilingual(
                    zh: refusal.sentence(in: .chinese), en: refusal.sentence(in: .english)))
        }
    }
}
