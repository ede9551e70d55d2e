public import Engine

/// Everybody but the agent, as the pack describes them: who comes when, how the others work.
public struct CastPlan: Hashable, Sendable {
    public var opensAt: Instant
    /// Minutes east of UTC.
    public var offset: Int
    public var scripts: [BuyerScript]
    public var arrivals: [Arrival]
    public var manners: Manners
    /// How long people wait and look away on each channel.
    public var channels: ChannelRules
    /// The robot's first line; nil where there is none.
    public var greeting: Wordings?
    /// The robot that answers from the knowledge base before a person does; nil where none does.
    public var robot: RobotHabits?
    public var warehouse: WarehouseHabits
    public var carrier: CarrierHabits
    public var departments: [Department: DepartmentHabits]
    /// Scans of parcels that were under way before the shift.
    public var coming: [ComingScan]
    public var restocks: [Restock]
    /// Paid orders of before the shift that the warehouse will ship.
    public var unshipped: [Unshipped]
    public var phrases: StockPhrases
    /// What others do once, at a time or after something.
    public var happenings: [Happening]

    public init(
        opensAt: Instant, offset: Int, scripts: [BuyerScript], arrivals: [Arrival],
        manners: Manners, channels: ChannelRules = ChannelRules(), greeting: Wordings? = nil,
        robot: RobotHabits? = nil, warehouse: WarehouseHabits,
        carrier: CarrierHabits = CarrierHabits(),
        departments: [Department: DepartmentHabits] = [:], coming: [ComingScan] = [],
        restocks: [Restock] = [], unshipped: [Unshipped] = [], phrases: StockPhrases,
        happenings: [Happening] = []
    ) {
        self.opensAt = opensAt
        self.offset = offset
        self.scripts = scripts
        self.arrivals = arrivals
        self.manners = manners
        self.channels = channels
        self.greeting = greeting
        self.robot = robot
        self.warehouse = warehouse
        self.carrier = carrier
        self.departments = departments
        self.coming = coming
        self.restocks = restocks
        self.unshipped = unshipped
        self.phrases = phrases
        self.happenings = happenings
    }
}

/// One customer's coming: which script, when, and how far dice may move it.
public struct Arrival: Hashable, Sendable {
    /// Place in `CastPlan.scripts`.
    public var script: Int
    public var at: Instant
    public var jitter: Span

    public init(script: Int, at: Instant, jitter: Span = .zero) {
        self.script = script
        self.at = at
        self.jitter = jitter
    }
}

/// A scan that will be reported during the shift.
public struct ComingScan: Hashable, Sendable {
    public var at: Instant
    public var tracking: String
    public var code: Scan.Code
    public var text: Engine.Bilingual

    public init(at: Instant, tracking: String, code: Scan.Code, text: Engine.Bilingual) {
        self.at = at
        self.tracking = tracking
        self.code = code
        self.text = text
    }
}

/// Goods that reach the shelf during the shift.
public struct Restock: Hashable, Sendable {
    public var at: Instant
    public var variant: VariantID
    public var quantity: Int

    public init(at: Instant, variant: VariantID, quantity: Int) {
        self.at = at
        self.variant = variant
        self.quantity = quantity
    }
}

/// A paid order that waits in the warehouse when the shift opens.
public struct Unshipped: Hashable, Sendable {
    public var order: OrderID
    public var paidAt: Instant

    public init(order: OrderID, paidAt: Instant) {
        self.order = order
        self.paidAt = paidAt
    }
}

/// What any customer says where the scenario has no words of its own.
public struct StockPhrases: Hashable, Sendable {
    /// Did not follow.
    public var misunderstood: Wordings
    /// Has waited for an answer.
    public var nudges: Wordings
    /// Has been answered kindly, but not to the point.
    public var unanswered: Wordings
    /// Leaves content.
    public var thanks: Wordings
    /// Leaves without an answer.
    public var givesUp: Wordings
    /// Comes back because a promise was not kept.
    public var promiseBroken: Wordings
    /// Has been spoken to rudely, sent away or blamed.
    public var offended: Wordings
    /// Has been shown an order that this is not about.
    public var otherOrder: Wordings
    /// Has been answered by the robot, and not to the point.
    public var wantsPerson: Wordings

    public init(
        misunderstood: Wordings, nudges: Wordings, unanswered: Wordings, thanks: Wordings,
        givesUp: Wordings, promiseBroken: Wordings, offended: Wordings, otherOrder: Wordings,
        wantsPerson: Wordings
    ) {
        self.misunderstood = misunderstood
        self.nudges = nudges
        self.unanswered = unanswered
        self.thanks = thanks
        self.givesUp = givesUp
        self.promiseBroken = promiseBroken
        self.offended = offended
        self.otherOrder = otherOrder
        self.wantsPerson = wantsPerson
    }
}
