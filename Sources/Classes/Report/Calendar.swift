import Engine

/// The weeks in which a class served, by the day on which each shift was begun.
struct Calendar {
    /// Mondays as days since 1970, ascending.
    private let mondays: [Int]

    init(_ shifts: [StudentShift]) { mondays = Set(shifts.map(Self.monday)).sorted() }

    /// One student's mean of each week.
    func means(of served: [StudentShift]) -> [Tenths?] {
        let weeks = Dictionary(grouping: served, by: Self.monday)
        return mondays.map { monday in
            Tenths(mean: (weeks[monday] ?? []).map(\.score))
        }
    }

    func weeks(of students: [String: [StudentShift]]) -> [ClassWeek] {
        let means = students.values.map(means)
        let days = students.values.joined().map(Self.monday)
        return mondays.indices.compactMap { week in
            let here = means.compactMap { $0[week] }
            guard let lowest = here.min(), let highest = here.max(),
                let mean = Tenths(here.reduce(0) { $0 + $1.count }, among: here.count * 10)
            else { return nil }
            return ClassWeek(
                monday: Self.date(mondays[week]), day: mondays[week] - mondays[0],
                students: here.count, shifts: days.count { $0 == mondays[week] }, mean: mean,
                lowest: lowest, highest: highest)
        }
    }

    private static func monday(_ shift: StudentShift) -> Int {
        let day = shift.day
        let midnight = CivilTime(year: day.year, month: day.month, day: day.day).instant(offset: 0)
        return Int(midnight.milliseconds / 86_400_000) - (day.weekday - 1)
    }

    private static func date(_ day: Int) -> String {
        CivilTime(Instant(milliseconds: Int64(day) * 86_400_000), offset: 0).date
    }
}
