public import Engine
public import Grading

/// The time line of a shift: its milestones in order, and where an instant stands on a row of so
/// many columns.
public struct TimeLine: Hashable, Sendable {
    /// In the order of their entries.
    public private(set) var milestones: [Milestone]

    public init(_ milestones: [Milestone] = []) {
        // Sorted by place; of one entry, in the order in which they were found.
        self.milestones = milestones.enumerated()
            .sorted { ($0.element.entry, $0.offset) < ($1.element.entry, $1.offset) }
            .map(\.element)
    }

    /// Those found while reading, which stand in order, with others between them.
    public init(_ found: [Milestone], with others: [Milestone]) {
        var merged: [Milestone] = []
        merged.reserveCapacity(found.count + others.count)
        var rest = TimeLine(others).milestones[...]
        for milestone in found {
            while let other = rest.first, other.entry < milestone.entry {
                merged.append(other)
                rest.removeFirst()
            }
            merged.append(milestone)
        }
        milestones = merged + rest
    }

    /// The first one behind an entry.
    public func next(after entry: Int) -> Milestone? {
        let place = firstPlace { $0.entry > entry }
        return milestones.indices.contains(place) ? milestones[place] : nil
    }

    /// The last one before an entry.
    public func previous(before entry: Int) -> Milestone? {
        let place = firstPlace { $0.entry >= entry } - 1
        return milestones.indices.contains(place) ? milestones[place] : nil
    }

    /// Those of one entry.
    public func at(_ entry: Int) -> ArraySlice<Milestone> {
        milestones[firstPlace { $0.entry >= entry }..<firstPlace { $0.entry > entry }]
    }

    /// How many there are up to an entry.
    public func count(upTo entry: Int) -> Int { firstPlace { $0.entry > entry } }

    /// For each column the weightiest milestone in it.
    public func columns(_ count: Int, in span: ClosedRange<Instant>) -> [Milestone?] {
        var columns = [Milestone?](repeating: nil, count: max(0, count))
        guard count > 0 else { return [] }
        for milestone in milestones {
            let column = Self.column(of: milestone.at, of: count, in: span)
            if let held = columns[column], held.weight >= milestone.weight { continue }
            columns[column] = milestone
        }
        return columns
    }

    private func firstPlace(where holds: (Milestone) -> Bool) -> Int {
        var (low, high) = (0, milestones.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(milestones[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    // MARK: Columns

    /// The column, from 0, in which an instant stands.
    public static func column(
        of instant: Instant, of columns: Int, in span: ClosedRange<Instant>
    ) -> Int {
        let whole = (span.upperBound - span.lowerBound).milliseconds
        guard whole > 0, columns > 0 else { return 0 }
        let part = (instant - span.lowerBound).milliseconds
        // In floating point: milliseconds of a year times columns stay far below 2⁵³.
        let column = Int(Double(part) * Double(columns) / Double(whole))
        return min(max(0, column), columns - 1)
    }

    /// The instant at which a column begins; the end of the span behind the last.
    public static func instant(
        at column: Int, of columns: Int, in span: ClosedRange<Instant>
    ) -> Instant {
        let whole = (span.upperBound - span.lowerBound).milliseconds
        guard columns > 0 else { return span.lowerBound }
        let share = Double(min(max(0, column), columns)) / Double(columns)
        return span.lowerBound + Span(milliseconds: Int64(share * Double(whole)))
    }
}

extension TimeLine {
    /// What a report says was lost and won, at the moments it names.
    /// - Parameter entry: the entry an event belongs to.
    public static func points(
        of report: ShiftReport, entry: (Int) -> Int?, at: (Int) -> Instant?
    ) -> [Milestone] {
        report.conversations.flatMap { grade in
            grade.marks.compactMap { mark -> Milestone? in
                let event = mark.evidence.events.last ?? mark.evidence.quotes.last?.event
                guard let event, let place = entry(event), let instant = at(place) else {
                    return nil
                }
                let kind: Milestone.Kind
                if mark.lost > 0 {
                    kind = .lost(mark.lost, mark.title)
                } else if mark.points > 0 {
                    kind = .won(mark.points, mark.title)
                } else {
                    return nil
                }
                return Milestone(
                    entry: place, at: instant, conversation: grade.conversation, kind: kind)
            }
        }
    }
}
