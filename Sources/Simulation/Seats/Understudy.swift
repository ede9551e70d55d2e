public import Engine
public import Language

/// The customer of a case as the pack would have played them, beside the person who plays them.
///
/// It hears all that happens in the person's conversation, says nothing, and notes what it would
/// have felt and told. So a person's play is measured by the very chart on their role card.
///
/// ```swift
/// let notes = Understudy.notes(of: script, plan: plan, seed: 7, tongue: .chinese, reader: reader,
///                              fixture: fixture, records: shift.records)
/// ```
public struct Understudy {
    /// What the customer of the card would have felt or told.
    public struct Note: Hashable, Sendable {
        /// The event that led to it, by its number.
        public var event: Int
        public var what: What

        /// A feeling, or a need that would have been told.
        public enum What: Hashable, Sendable {
            case feels(Int, MoodCause)
            case tells(need: String)
        }
    }

    private let customer: CustomerID
    private var cast: Cast
    private var shop: Shop
    private var notes: [Note] = []
    /// The last thing that the shop did, and where each message stands.
    private var lastEvent = 0
    private var eventOf: [MessageID: Int] = [:]

    /// - Parameter records: the whole shift, oldest first.
    public static func notes(
        of script: BuyerScript, plan: CastPlan, seed: UInt64, tongue: Engine.Tongue,
        reader: Readings, fixture: ShopFixture, records: [Recorded]
    ) -> [Note] {
        var plan = plan
        plan.scripts = [script]
        plan.arrivals = [Arrival(script: 0, at: plan.opensAt)]
        plan.happenings = []
        var cast = Cast(plan: plan, seed: seed, tongue: tongue, reader: reader)
        for index in cast.buyers.indices { cast.buyers[index].readsAtOnce = true }
        var understudy = Understudy(
            customer: script.customer, cast: cast, shop: Shop(fixture))
        // Ready to come; it comes when the person does.
        understudy.act(by: plan.opensAt)
        for record in records { understudy.hear(record) }
        return understudy.notes
    }

    private init(customer: CustomerID, cast: Cast, shop: Shop) {
        self.customer = customer
        self.cast = cast
        self.shop = shop
    }

    private mutating func hear(_ record: Recorded) {
        act(by: record.at)
        shop.apply(record)
        switch record.event {
        case .replySent(_, let message, _, _), .cardSent(_, let message, _, _):
            eventOf[message] = record.sequence
            lastEvent = record.sequence
        case .buyerSpoke, .moodShifted, .needRevealed: break
        case _: lastEvent = record.sequence
        }
        cast.observe(record, in: shop)
        act(by: record.at)
    }

    /// It waits for an answer to something that it would have asked and the person has not.
    private func isIdleWait(_ cause: MoodCause) -> Bool {
        cause.rule == MoodRule.waitBeyondPatience.rawValue
            && shop.conversations(of: customer).last?.awaitsReplySince == nil
    }

    /// Lets it do what is due; of that only what it feels and tells is of use.
    private mutating func act(by instant: Instant) {
        while let next = cast.nextAct, next <= instant {
            shop.advance(to: next)
            for act in cast.act(at: next, in: shop) where act.actor == .buyer(customer) {
                switch act.command {
                case .feel(_, _, let cause) where isIdleWait(cause): break
                case .feel(_, let shift, let cause):
                    let event = cause.message.flatMap { eventOf[$0] } ?? lastEvent
                    notes.append(Note(event: event, what: .feels(shift, cause)))
                case .reveal(_, let need):
                    notes.append(Note(event: lastEvent, what: .tells(need: need)))
                case _: break
                }
            }
        }
    }
}
