import Engine
import Grading

extension ProfileDraft {
    /// What is wrong with the whole although every value is right by itself; the place is that of
    /// the value that was written last.
    func contradictions() -> [PackProblem] {
        var found: [PackProblem] = []
        let rules = values.zh.rules
        let counting = values.zh.counting
        /// `names` in the order in which one would mend them.
        func report(_ names: [String], _ fact: PackProblem.Fact) {
            let places = names.compactMap { marks[$0] }
            // A mistake made in the nearest file is that file's.
            guard let place = places.first(where: { $0.file == file }) ?? places.first else {
                return
            }
            found.append(
                PackProblem(
                    file: place.file, line: place.line, column: place.column, field: place.field,
                    fact: fact))
        }
        func atLeast<Value: Comparable>(
            _ high: String, _ value: Value, _ low: String, _ other: Value
        ) {
            if value < other { report([high, low], .mustNotBeBelow(high, other: low)) }
        }
        atLeast(
            "logistics.stalledAfterOverload", rules.logistics.stalledAfterOverload,
            "logistics.stalledAfter", rules.logistics.stalledAfter)
        atLeast(
            "logistics.lostAfter", rules.logistics.lostAfter, "logistics.stalledAfterOverload",
            rules.logistics.stalledAfterOverload)
        atLeast(
            "afterSales.evidenceTextMost", rules.afterSales.evidenceTextMost,
            "afterSales.evidenceTextLeast", rules.afterSales.evidenceTextLeast)
        atLeast(
            "money.supervisorLimit", rules.money.supervisorLimit, "compensationLimit",
            rules.compensationLimit)
        atLeast("kpi.toHour", counting.toHour, "kpi.fromHour", counting.fromHour + 1)
        // Money that came by a route nobody wrote down would go back last, by no rule.
        for method in rules.money.methods where !rules.money.refundRoutes.contains(method) {
            report(
                ["money.refundRoutes", "money.methods"],
                .leavesOut(Spelling.hyphened("\(method)")))
        }
        for level in rules.customers.levels
        where level.percent < rules.customers.priceFloorPercent {
            report(
                ["customers.levels", "customers.priceFloorPercent"],
                .mustNotBeBelow("\(level.percent)", other: "customers.priceFloorPercent"))
        }
        return found
    }
}
