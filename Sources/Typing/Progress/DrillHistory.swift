public import Engine

/// All rounds there were, read back from their lines.
public struct DrillHistory: Hashable, Sendable {
    /// In the order in which they were begun.
    public private(set) var rounds: [Round] = []
    /// Shifts, in the order in which they ended.
    public private(set) var shifts: [DrillLine.ShiftLine] = []
    private var places: [String: Int] = [:]

    public init(_ lines: [DrillLine] = []) {
        for line in lines { add(line) }
    }

    /// Takes in the next line. A sentence that is no round's next one says nothing new.
    public mutating func add(_ line: DrillLine) {
        switch line {
        case .round(let round):
            if let place = places[round.id] {
                // Never back to less than is known: lines of two desks may lie between each other.
                if round.results.count >= rounds[place].results.count { rounds[place] = round }
            } else {
                places[round.id] = rounds.count
                rounds.append(round)
            }
        case .sentence(let id, let number, let result):
            guard let place = places[id], rounds[place].results.count == number - 1,
                !rounds[place].isFinished
            else { return }
            rounds[place].take(result)
        case .shift(let shift):
            shifts.removeAll { $0.id == shift.id }
            shifts.append(shift)
        }
    }

    /// The newest round, where it was cut off; an older one nobody goes back to.
    public var unfinished: Round? {
        rounds.last.flatMap { $0.isFinished ? nil : $0 }
    }

    /// The last round in a language that was finished.
    public func last(in tongue: Tongue) -> Round? {
        rounds.last { $0.tongue == tongue && $0.isFinished }
    }

    /// A day of practice: what its finished rounds came to.
    public struct Day: Hashable, Sendable, Codable {
        /// `2026-03-18`, on the person's wall.
        public var date: String
        public var rounds: Int
        /// In the language's own figure; nil where no round had a measured time.
        public var best: Int?
        /// Of two middle ones the lower.
        public var median: Int?
        /// Right of a thousand characters, over all its rounds.
        public var permille: Int
        public var corrections: Int
    }

    /// The days on which rounds of a language were finished, the oldest first.
    ///
    /// - Parameter offset: minutes east of UTC of the person's wall; a round belongs to the day on
    ///   which it was begun.
    public func days(in tongue: Tongue, offset: Int) -> [Day] {
        var order: [String] = []
        var byDate: [String: [Round]] = [:]
        for round in rounds where round.tongue == tongue && round.isFinished {
            let date = CivilTime(round.startedAt, offset: offset).date
            if byDate[date] == nil { order.append(date) }
            byDate[date, default: []].append(round)
        }
        return order.sorted().map { date in
            let rounds = byDate[date] ?? []
            let paces = rounds.compactMap { $0.figures.pace.figure(in: tongue) }.sorted()
            let all = RoundFigures(rounds.flatMap(\.results))
            return Day(
                date: date, rounds: rounds.count, best: paces.last,
                median: paces.isEmpty ? nil : paces[(paces.count - 1) / 2],
                permille: all.permille, corrections: all.corrections)
        }
    }
}
