public import Engine

/// How the warehouse works: when it ships, faster when urged, and with whom.
public struct WarehouseHabits: Hashable, Sendable {
    public var carrier: Engine.Bilingual
    /// Tracking numbers begin with this.
    public var prefix: String
    /// A paid order leaves this long after payment.
    public var after: Span
    /// An urged order leaves this long after the urging, where that is earlier.
    public var urged: Span
    /// What is sent again leaves this long after the case was opened.
    public var part: Span
    /// Orders that have their own time, by order.
    public var leaves: [OrderID: Leaving]

    public init(
        carrier: Engine.Bilingual, prefix: String, after: Span, urged: Span, part: Span,
        leaves: [OrderID: Leaving] = [:]
    ) {
        self.carrier = carrier
        self.prefix = prefix
        self.after = after
        self.urged = urged
        self.part = part
        self.leaves = leaves
    }

    /// When one order leaves.
    public enum Leaving: Hashable, Sendable {
        case never
        /// Counted from opening; `urged` from the urging.
        case after(Span, urged: Span)
    }
}

/// How a department answers tickets.
public struct DepartmentHabits: Hashable, Sendable {
    public var after: Span
    public var say: Wordings
    /// The carrier finds the parcel: a scan that comes with the answer.
    public var scan: CarrierHabits.Step?

    public init(after: Span, say: Wordings, scan: CarrierHabits.Step? = nil) {
        self.after = after
        self.say = say
        self.scan = scan
    }
}

/// What the carrier reports about parcels shipped during the shift.
public struct CarrierHabits: Hashable, Sendable {
    public var scans: [Step]

    public init(scans: [Step] = []) { self.scans = scans }

    public struct Step: Hashable, Sendable {
        /// Counted from shipping.
        public var after: Span
        public var code: Scan.Code
        public var text: Engine.Bilingual

        public init(after: Span, code: Scan.Code, text: Engine.Bilingual) {
            self.after = after
            self.code = code
            self.text = text
        }
    }
}
