/// What slows the roads down, beyond any one parcel: a big promotion, weather, a full hub.
public struct Road: Hashable, Sendable, Codable {
    public internal(set) var stops: [AreaStop] = []
    public internal(set) var overloads: [Overload] = []
    public internal(set) var batches: Table<BatchID, Batch> = Table()

    public init() {}
    public init(stops: [AreaStop], overloads: [Overload], batches: [Batch]) {
        self.stops = stops
        self.overloads = overloads
        self.batches = Table(batches, by: \.id)
    }

    /// A carrier takes nothing to an area (停发).
    public struct AreaStop: Hashable, Sendable, Codable {
        /// The address's region begins with this.
        public let region: String
        /// Nil: no carrier goes there.
        public let carrier: String?
        public let reason: String
        public let from: Instant
        /// Nil: until it is lifted.
        public let until: Instant?

        public init(
            region: String, carrier: String?, reason: String, from: Instant, until: Instant?
        ) {
            self.region = region
            self.carrier = carrier
            self.reason = reason
            self.from = from
            self.until = until
        }
    }

    /// A carrier's hub is full (爆仓): nothing moves as fast as usual.
    public struct Overload: Hashable, Sendable, Codable {
        public let carrier: String
        public let from: Instant
        public let until: Instant

        public init(carrier: String, from: Instant, until: Instant) {
            self.carrier = carrier
            self.from = from
            self.until = until
        }
    }

    /// Orders that are late together (一批货延误) and are told so together, with one date.
    public struct Batch: Hashable, Sendable, Codable {
        public let id: BatchID
        public let orders: [OrderID]
        public let reason: String
        /// When they will really leave.
        public let shipBy: Instant
        public internal(set) var notice: Notice?

        public init(
            id: BatchID, orders: [OrderID], reason: String, shipBy: Instant, notice: Notice? = nil
        ) {
            self.id = id
            self.orders = orders
            self.reason = reason
            self.shipBy = shipBy
            self.notice = notice
        }
    }

    /// What the shop told everybody of a batch, once and with one date.
    public struct Notice: Hashable, Sendable, Codable {
        public let at: Instant
        public let text: String
        public let shipBy: Instant
        public let customers: [CustomerID]

        public init(at: Instant, text: String, shipBy: Instant, customers: [CustomerID]) {
            self.at = at
            self.text = text
            self.shipBy = shipBy
            self.customers = customers
        }
    }

    public enum Step: Hashable, Sendable, Codable {
        case areaStopped(AreaStop)
        case areaReopened(region: String, carrier: String?)
        case overloaded(Overload)
        case batchDelayed(Batch)
        case batchNoticed(batch: BatchID, notice: Notice)
    }
}
