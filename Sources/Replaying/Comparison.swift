public import Engine
public import Grading
public import Shifts

/// Two shifts beside each other from the moment on at which they part: a branch and what it was
/// taken over from, or two people's shifts with the same customers.
public struct Comparison {
    /// One of the two lines, as it went.
    public struct Side {
        public var card: ShiftCard
        public var records: [Recorded]
        /// At the end of what has happened.
        public var shop: Shop
        public var report: ShiftReport

        public init(
            card: ShiftCard, records: [Recorded], shop: Shop, report: ShiftReport
        ) {
            self.card = card
            self.records = records
            self.shop = shop
            self.report = report
        }
    }

    public let left: Side
    public let right: Side
    /// So many events both begin with.
    public let shared: Int
    /// The shop's clock when they part.
    public let partAt: Instant
    /// A row for each visit of a customer, in the order in which they came; those in which nothing
    /// differs included.
    public let rows: [Row]

    /// One visit of a customer, in both lines.
    public struct Row: Hashable {
        public var name: String
        public var left: Figures?
        public var right: Figures?
        public var differs: Bool {
            guard let left, let right else { return true }
            return left.outcome != right.outcome || left.wasTouched || right.wasTouched
        }
    }

    /// How a visit went in one line.
    public struct Figures: Hashable {
        public var conversation: ConversationID
        public var outcome: Outcome
        /// Something happened in it after the lines had parted.
        public var wasTouched: Bool
        /// What was lost, the most first.
        public var losses: [Loss]
    }

    /// What can be held against each other.
    public struct Outcome: Hashable {
        public var grade: Int
        public var mood: Int
        /// How low the mood went.
        public var lowest: Int
        public var stars: Int?
        public var orders: [OrderState]
        public var promises: [PromiseReport.Outcome]
        public var isOpen: Bool
    }

    public struct OrderState: Hashable {
        public var id: OrderID
        public var status: Order.Status
    }

    public struct Loss: Hashable {
        public var points: Int
        public var title: Bilingual
    }

    /// - Throws: where they were not served with the same customers.
    public init(_ left: Side, _ right: Side) throws(ComparisonFault) {
        let (a, b) = (left.card, right.card)
        guard a.pack == b.pack else { throw .otherPack(a.pack, b.pack) }
        guard a.seed == b.seed, a.scenarios == b.scenarios, a.crowd == b.crowd else {
            throw .otherCustomers
        }
        self.left = left
        self.right = right
        let shared = zip(left.records, right.records).prefix { $0 == $1 }.count
        self.shared = shared
        let firsts = [left, right].compactMap { side in
            side.records.indices.contains(shared) ? side.records[shared].at : nil
        }
        partAt = firsts.min() ?? left.shop.now
        var keys: [Visit] = []
        let visits = [left, right].map { side in
            var visits: [Visit: Figures] = [:]
            for grade in side.report.conversations {
                let number = visits.keys.count { $0.customer == grade.customer }
                let visit = Visit(customer: grade.customer, number: number)
                visits[visit] = side.figures(grade, after: shared)
                if !keys.contains(visit) { keys.append(visit) }
            }
            return visits
        }
        rows = keys.map { visit in
            Row(
                name: left.shop.customers[visit.customer]?.name ?? visit.customer.rawValue,
                left: visits[0][visit], right: visits[1][visit])
        }
    }

    /// A customer and which of their visits.
    private struct Visit: Hashable {
        var customer: CustomerID
        var number: Int
    }
}

extension Comparison.Side {
    fileprivate func figures(
        _ grade: ConversationGrade, after shared: Int
    ) -> Comparison.Figures {
        let talk = shop.conversations[grade.conversation]
        var mood = grade.mood.start
        var lowest = mood
        for shift in grade.mood.shifts {
            mood += shift.by
            lowest = min(lowest, mood)
        }
        return Comparison.Figures(
            conversation: grade.conversation,
            outcome: Comparison.Outcome(
                grade: grade.total, mood: grade.mood.end, lowest: max(0, lowest),
                stars: grade.rating,
                orders: shop.orders(of: grade.customer).map {
                    Comparison.OrderState(id: $0.id, status: $0.status)
                }, promises: grade.promises.map(\.outcome), isOpen: talk?.isOpen ?? false),
            wasTouched: records.dropFirst(shared).contains {
                $0.event.conversation(in: shop) == grade.conversation
            },
            losses: grade.marks.filter { $0.lost > 0 }.enumerated()
                .sorted { ($1.element.lost, $0.offset) < ($0.element.lost, $1.offset) }
                .map { Comparison.Loss(points: $0.element.lost, title: $0.element.title) })
    }
}

/// Why two shifts cannot be compared.
public enum ComparisonFault: Error, Hashable, Sendable {
    case otherPack(String, String)
    case otherCustomers

    public var words: Bilingual {
        switch self {
        case .otherPack(let a, let b):
            Bilingual(
                zh: "比不了：一班用的教学包是 \(a)，另一班是 \(b)。",
                en: "They cannot be compared: one was served with pack \(a), the other with \(b).")
        case .otherCustomers:
            Bilingual(
                zh: "比不了：两班的种子或场景不同，来的不是同一批顾客。",
                en: "They cannot be compared: seed or scenarios differ, so other customers came.")
        }
    }
}
