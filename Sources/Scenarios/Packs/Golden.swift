public import Engine
public import Simulation

/// One step of a good agent: what to wait for, how long to take, what to do.
public struct GoldenStep: Hashable, Sendable {
    public var waitsFor: Event
    /// After the step before, or after what was waited for.
    public var delay: Span
    /// The longest wait; then the step is done all the same.
    public var within: Span
    /// What must be so when its turn comes; otherwise it is passed over.
    public var condition: Condition?
    public var deed: Deed

    /// What a step waits for.
    public enum Event: Hashable, Sendable {
        case nothing
        /// The customer has spoken since the agent last did, and has finished.
        case buyer
        case condition(Condition)
        /// A minute before the next promise of the conversation falls due.
        case promiseDue
    }

    /// Something an agent does, written so that it needs no name that only the shift knows: the
    /// order is the conversation's, the texts exist in both languages and have places to fill.
    public enum Deed: Hashable, Sendable {
        case take, resume, close
        case hold(Engine.Bilingual)
        case transfer(to: Engine.Bilingual, note: Engine.Bilingual)
        case reply(Engine.Bilingual)
        case note(Engine.Bilingual)
        case orderCard
        case productCard(VariantID)
        case couponCard(CouponID)
        /// One of the shop's own pictures or papers.
        case fileCard(Engine.Bilingual)
        case look(Target)
        case memo(Memo.Flag, Engine.Bilingual)
        /// What is nil stays as it is.
        case changeAddress(AddressChange)
        case reprice(reduction: Money, postage: Money?)
        case closeUnpaid(Order.CloseReason)
        case urge
        case changeItem(line: Int, to: VariantID)
        case extendReceipt(days: Int)
        case agreeRefund
        case reship(contents: Engine.Bilingual, reason: AfterSale.Reason)
        case compensate(Money, AfterSale.Reason)
        case giveCoupon(CouponID)
        case tag(Engine.Bilingual, expires: Instant?)
        case untag(Engine.Bilingual)
        case customerNote(Engine.Bilingual)
        case promise(Engine.Bilingual, Undertaking, within: Span)
        case ticket(Department, summary: Engine.Bilingual, fields: [TicketField])
        /// Anything else the desk may send.
        case command(CommandForm)
    }

    public enum Target: Hashable, Sendable {
        case order, track, address, customer
        case product(ProductID)
        case coupon(CouponID)
        /// By its title.
        case knowledge(Engine.Bilingual)
        /// What the customer sent last.
        case attachment
    }

    /// What the platform wants filled in, by the profile's name for it.
    public struct TicketField: Hashable, Sendable {
        public var name: Engine.Bilingual
        public var value: Engine.Bilingual
    }

    public enum Undertaking: String, Hashable, Sendable, CaseIterable { case report, ship, refund }

    public struct AddressChange: Hashable, Sendable {
        public var name: Engine.Bilingual?
        public var phone: String?
        public var region: Engine.Bilingual?
        public var street: Engine.Bilingual?
    }
}
