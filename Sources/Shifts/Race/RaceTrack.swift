public import Engine

/// How a shift stood at each moment of its clock: how many were served, how they felt, and what the
/// finished conversations were worth. Worked out once, looked up as often as one likes.
///
/// ```swift
/// let ghost = RaceTrack(records, fixture: fixture, startsAt: card.startsAt, grades: grades)
/// ghost.standing(at: .minutes(12)).served     // 3
/// ```
public struct RaceTrack: Sendable {
    /// Where a shift stands at one moment.
    public struct Standing: Hashable, Sendable {
        /// Conversations that are over.
        public var served = 0
        /// The mean mood of everybody who has come, 0…100; nil while nobody has.
        public var mood: Int?
        /// The mean grade of the conversations that are over; nil while none is.
        public var score: Int?

        public init(served: Int = 0, mood: Int? = nil, score: Int? = nil) {
            self.served = served
            self.mood = mood
            self.score = score
        }
    }

    /// By how long the shift had run, ascending; each holds until the next.
    private var points: [(since: Span, standing: Standing)] = []
    private var counts = Counts()

    /// Sums that one event changes by one step.
    private struct Counts {
        var moods: [ConversationID: Int] = [:]
        var moodSum = 0
        var over: Set<ConversationID> = []
        var gradeSum = 0
        var graded = 0

        var standing: Standing {
            Standing(
                served: over.count,
                mood: moods.isEmpty ? nil : (moodSum * 2 + moods.count) / (moods.count * 2),
                score: graded == 0 ? nil : (gradeSum * 2 + graded) / (graded * 2))
        }
    }

    /// - Parameter grades: what each conversation was worth in the end.
    public init(
        _ records: [Recorded], fixture: ShopFixture, startsAt: Instant,
        grades: [ConversationID: Int]
    ) {
        var shop = Shop(fixture)
        for record in records {
            shop.apply(record)
            guard let id = record.event.conversation(in: shop),
                let talk = shop.conversations[id]
            else {
                continue
            }
            let before = counts.standing
            counts.moodSum += talk.mood - (counts.moods[id] ?? 0)
            counts.moods[id] = talk.mood
            if talk.isOpen {
                reopen(id, grades[id])
            } else if counts.over.insert(id).inserted, let grade = grades[id] {
                counts.gradeSum += grade
                counts.graded += 1
            }
            if counts.standing != before {
                points.append((record.at - startsAt, counts.standing))
            }
        }
    }

    /// A customer who comes back is being served again.
    private mutating func reopen(_ id: ConversationID, _ grade: Int?) {
        guard counts.over.remove(id) != nil, let grade else { return }
        counts.gradeSum -= grade
        counts.graded -= 1
    }

    /// Where it stood after it had run so long.
    public func standing(at time: Span) -> Standing {
        var (low, high) = (0, points.count)
        while low < high {
            let middle = (low + high) / 2
            if points[middle].since <= time { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? Standing() : points[low - 1].standing
    }
}

extension RaceTrack.Standing {
    /// Where a running shift stands now.
    /// - Parameter grades: what the conversations are worth so far.
    public init(of shop: Shop, grades: [ConversationID: Int]) {
        var moods: [Int] = []
        var over: [Int] = []
        for talk in shop.conversations.values {
            moods.append(talk.mood)
            guard !talk.isOpen else { continue }
            served += 1
            if let grade = grades[talk.id] { over.append(grade) }
        }
        mood = Self.mean(moods)
        score = Self.mean(over)
    }

    private static func mean(_ values: [Int]) -> Int? {
        values.isEmpty
            ? nil : (values.reduce(0, +) * 2 + values.count) / (values.count * 2)
    }
}
