public import Engine
public import Grading

/// What the course and the admin page remember of a shift that is over, so that it need not be
/// judged again whenever somebody looks: points lost by side, figures, costs, looks at addresses.
///
/// It is kept with the shift's summary.
public struct ServedShift: Hashable, Sendable, Codable {
    public var talks: [Talk]
    public var figures: [Figure]
    /// The shop's time that passed.
    public var lasted: Span
    /// Paid to customers on top of what they had paid.
    public var compensated: Money
    public var tickets: Int
    /// Every look at a full address.
    public var looks: [AddressLook]
    /// What went wrong in the shop.
    public var mishaps: [Mishap]

    /// One conversation.
    public struct Talk: Hashable, Sendable, Codable {
        /// Nil where it came from none.
        public var scenario: String?
        public var title: Bilingual
        public var grade: Int
        /// Sides of it that lost nothing are left out.
        public var losses: [Loss]
        /// The red lines that were crossed.
        public var crossed: [Bilingual]

        public init(
            scenario: String?, title: Bilingual, grade: Int, losses: [Loss], crossed: [Bilingual]
        ) {
            self.scenario = scenario
            self.title = title
            self.grade = grade
            self.losses = losses
            self.crossed = crossed
        }
    }

    /// Points lost on one side of a conversation.
    public struct Loss: Hashable, Sendable, Codable {
        public var dimension: Dimension
        public var points: Int

        public init(dimension: Dimension, points: Int) {
            self.dimension = dimension
            self.points = points
        }
    }

    /// A figure of the shift.
    public struct Figure: Hashable, Sendable, Codable {
        public var kind: KPI.Kind
        public var value: KPI.Value

        public init(kind: KPI.Kind, value: KPI.Value) {
            self.kind = kind
            self.value = value
        }
    }

    /// Somebody looked at an address with name and phone in full.
    public struct AddressLook: Hashable, Sendable, Codable {
        public var at: Instant
        public var by: String
        public var order: String
        public var customer: String

        public init(at: Instant, by: String, order: String, customer: String) {
            self.at = at
            self.by = by
            self.order = order
            self.customer = customer
        }
    }

    /// Something that ran out or was broken, by the shop's doing.
    public struct Mishap: Hashable, Sendable, Codable {
        public var at: Instant
        public var kind: Kind
        /// Which order, ticket or promise.
        public var about: String

        public init(at: Instant, kind: Kind, about: String) {
            self.at = at
            self.kind = kind
            self.about = about
        }

        public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            case lateShipment, lateTicket, brokenPromise
            /// The shop was silent, so the platform paid in its name.
            case refundedBySilence

            public var name: Bilingual {
                switch self {
                case .lateShipment: Bilingual(zh: "没按时发货", en: "shipped late")
                case .lateTicket: Bilingual(zh: "工单超时", en: "ticket overdue")
                case .brokenPromise: Bilingual(zh: "承诺没兑现", en: "promise broken")
                case .refundedBySilence:
                    Bilingual(zh: "没答复，系统退了款", en: "no answer, refunded by the system")
                }
            }
        }
    }

    public init(
        talks: [Talk] = [], figures: [Figure] = [], lasted: Span = .zero,
        compensated: Money = .zero, tickets: Int = 0, looks: [AddressLook] = [],
        mishaps: [Mishap] = []
    ) {
        self.talks = talks
        self.figures = figures
        self.lasted = lasted
        self.compensated = compensated
        self.tickets = tickets
        self.looks = looks
        self.mishaps = mishaps
    }

    /// - Parameters:
    ///   - shop: as it was at the end; customers are named from it.
    ///   - trainee: who sat at the desk, where they said so.
    public init(
        _ report: ShiftReport, records: [Recorded], shop: Shop, trainee: String? = nil
    ) {
        self.init(
            talks: report.conversations.map(Talk.init),
            figures: report.kpis.map { Figure(kind: $0.kind, value: $0.value) },
            lasted: report.endedAt - report.startedAt)
        for record in records { note(record, in: shop, trainee) }
    }

    private mutating func note(_ record: Recorded, in shop: Shop, _ trainee: String?) {
        func mishap(_ kind: Mishap.Kind, _ about: String) {
            mishaps.append(Mishap(at: record.at, kind: kind, about: about))
        }
        switch record.event {
        case .lookedUp(_, let agent, .address(let order)):
            let name = shop.orders[order].flatMap { shop.customers[$0.customer]?.name }
            looks.append(
                AddressLook(
                    at: record.at, by: trainee ?? agent.rawValue, order: order.rawValue,
                    customer: name ?? ""))
        case .ticketOpened: tickets += 1
        case .compensated(_, _, let amount, _): compensated += amount
        case .shipmentOverdue(let order): mishap(.lateShipment, order.rawValue)
        case .ticketOverdue(let ticket):
            mishap(.lateTicket, shop.tickets[ticket]?.summary ?? ticket.rawValue)
        case .promiseBroken(let promise):
            mishap(.brokenPromise, shop.promises[promise]?.text ?? promise.rawValue)
        case .refunded(_, let order, _, byTimer: true, _):
            mishap(.refundedBySilence, order.rawValue)
        case _: break
        }
    }

    /// Points lost on one side, and how many there were to win.
    public func lost(on dimension: Dimension) -> (points: Int, of: Int) {
        let points = talks.reduce(0) { sum, talk in
            talk.losses.reduce(sum) { $1.dimension == dimension ? $0 + $1.points : $0 }
        }
        return (points, talks.count * dimension.points)
    }

    public func value(of kind: KPI.Kind) -> KPI.Value? {
        figures.first { $0.kind == kind }?.value
    }
}

extension ServedShift.Talk {
    init(_ grade: ConversationGrade) {
        self.init(
            scenario: grade.scenario, title: grade.title, grade: grade.total,
            losses: Dimension.allCases.compactMap { dimension in
                guard dimension != .redLines else { return nil }
                // Not more than there was to win, however often the same was done wrong.
                let lost = grade.marks(of: dimension).reduce(0) { $0 + $1.lost }
                return lost > 0
                    ? ServedShift.Loss(
                        dimension: dimension, points: min(lost, dimension.points)) : nil
            },
            crossed: grade.marks(of: .redLines).map(\.title))
    }
}
