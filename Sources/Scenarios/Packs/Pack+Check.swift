import Engine
import Grading
import Language
import Simulation

extension Pack {
    /// What is wrong with the sense of a pack whose every field is right: states nobody reaches,
    /// customers who can never be content, success that cannot come about. Empty when all is well.
    public func check() -> [PackProblem] {
        do { try tryEveryRow() } catch { return error.problems }
        return PackProblems(scenarios.flatMap { problems(of: $0) }).problems
    }

    /// A person who hears the same line every time knows that nobody is there.
    private static let fewestWordings = 3

    private func problems(of scenario: Scenario) -> [PackProblem] {
        let chart = scenario.script.chart
        let reached = Self.reached(in: chart)
        var found: [PackProblem] = []
        func report(_ name: String, _ field: String, _ fact: PackProblem.Fact) {
            found.append(
                PackProblem(
                    file: scenario.source.file, line: scenario.source.lines[name] ?? 0,
                    field: field, fact: fact))
        }
        for state in chart.states where !reached.contains(state.name) {
            report(state.name, "states.\(state.name)", .neverReached(state.name))
        }
        let rules = chart.states.filter { reached.contains($0.name) }.flatMap(\.rules) + chart.also
        if !rules.contains(where: { $0.effects.isDone }) { report("", "states", .neverEnds) }
        for need in scenario.needs {
            let isRevealed = rules.contains { rule in
                rule.effects.reveals.contains(need.id) || rule.effects.meets.contains(need.id)
            }
            if !isRevealed { report("", "needs", .needNeverRevealed(need.id)) }
        }
        for goal in scenario.rubric.success
        where !isPossible(goal.condition, scenario, rules) {
            report("", "rubric.success", .successOutOfReach(goal.title.en))
        }
        if scenario.golden.isEmpty { report("", "golden", .noGolden) }
        for rule in rules {
            guard let count = rule.effects.say.map({ min($0.zh.count, $0.en.count) }),
                count < Self.fewestWordings
            else { continue }
            report(rule.id, "states.\(rule.id).say", .fewWordings(count))
        }
        let opening = min(scenario.script.opens.zh.count, scenario.script.opens.en.count)
        if opening < Self.fewestWordings { report("", "opens", .fewWordings(opening)) }
        let titles = scenario.rubric.titles.flatMap { [$0.zh, $0.en] }
        let kinds = Fault.Kind.allCases.map(\.written)
        for miss in scenario.nearMisses
        where !titles.contains(miss.fails) && !kinds.contains(miss.fails) {
            found.append(
                PackProblem(
                    file: scenario.source.file, line: miss.line, field: "near-misses",
                    fact: .failsForNothing(
                        miss.fails,
                        nearest: Spelling.nearest(to: miss.fails, among: titles + kinds))))
        }
        return found
    }

    /// States that some way of rules leads to.
    static func reached(in chart: Chart) -> Set<String> {
        var reached: Set<String> = []
        var open = [chart.start] + chart.also.compactMap(\.effects.go)
        while let name = open.popLast() {
            guard reached.insert(name).inserted else { continue }
            open += chart.state(name)?.rules.compactMap(\.effects.go) ?? []
        }
        return reached
    }

    /// False only where it is certain that nothing the customer does and nothing in the shop can
    /// make it so; what an agent can do is taken as possible.
    private func isPossible(_ condition: Condition, _ scenario: Scenario, _ rules: [Rule]) -> Bool {
        let acts = rules.flatMap(\.effects.acts)
        let orders = chinese.orders.filter { $0.customer == scenario.script.customer }
        func canHave(_ variant: VariantID) -> Bool {
            if orders.contains(where: { $0.holds(variant) || $0.status == .waitShip }) {
                return true
            }
            return acts.contains { act in
                if case .placeOrder(let lines, _) = act {
                    return lines.contains { $0.variant == variant }
                }
                return false
            }
        }
        // What the customer sends in the chart, or in the pack's happenings.
        let happenings = plan.happenings.filter { $0.actor == .buyer(scenario.script.customer) }
        let sent = acts.compactMap(\.commandName) + happenings.map(\.command.name)
        func sends(_ names: [String]) -> Bool { sent.contains { names.contains($0) } }
        switch condition {
        case .all(let parts): return parts.allSatisfy { isPossible($0, scenario, rules) }
        case .any(let parts): return parts.contains { isPossible($0, scenario, rules) }
        case .has(let variant): return canHave(variant)
        case .paidFor(let variant):
            return canHave(variant)
                && (sends(["pay", "payFrom"]) || orders.contains { $0.paidAt != nil })
        case .paid: return sends(["pay", "payFrom"]) || orders.contains { $0.paidAt != nil }
        case .afterSale(.refund, _, _): return sends(["requestRefund", "apply"])
        case .revealed(let need):
            return rules.contains {
                $0.effects.reveals.contains(need) || $0.effects.meets.contains(need)
            }
        case .couponUsed(let coupon):
            return orders.contains { $0.coupon == coupon }
                || acts.contains { act in
                    if case .placeOrder(_, let used) = act { return used == coupon }
                    return false
                }
        case .not, .status, .address, .memo, .recorded, .ticket, .promisesKept, .promiseMade,
            .noPromiseBroken, .noPromiseOpen, .afterSale, .compensated, .extended, .urged, .tagged,
            .answered, .closed, .inStock, .cardSent, .caseState, .verdict, .evidenceGiven,
            .balanceOpen, .late, .noticed,
            .reviewed, .reviewExplained, .nudged:
            return true
        }
    }
}

extension BuyerAct {
    /// The command it leads to.
    fileprivate var commandName: String? {
        switch self {
        case .pay: "pay"
        case .requestRefund: "requestRefund"
        case .command(let form): form.name
        case .placeOrder, .cancel, .confirm, .withdraw, .rate, .leave: nil
        }
    }
}
