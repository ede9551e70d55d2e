import Engine
import Staffing
import Stores
import Terminal

/// The answer to `xiaoer staffing --night`: half hour by half hour, who comes and who must sit
/// there, as a plot of eighty columns and as JSON.
struct NightReport {
    let title: String
    let opensAt: Instant
    let offset: Int
    let plan: NightPlan
    let run: NightRun?
    let seed: UInt64
    let shrinkage: Int?
    let roster: Int?
    let tongue: Tongue

    func say(_ zh: String, _ en: String) -> String { tongue == .chinese ? zh : en }

    func clock(_ part: NightPlan.Part) -> String {
        CivilTime(opensAt + part.from, offset: offset).clock
    }

    /// 6 the time, 7 + 2 + bar the customers, 6 + 2 + bar the agents, 9 the level; 8 for the
    /// simulated one.
    private var barColumns: Int { run == nil ? 24 : 20 }

    var lines: [String] {
        let mostCustomers = plan.parts.map(\.customers).max() ?? 0
        let mostAgents = Double(plan.mostAgents)
        let rows = plan.parts.indices.map { index in
            let part = plan.parts[index]
            return line(
                clock(part), Plain.fixed(part.customers, 0),
                Bar(part.customers, of: mostCustomers, columns: barColumns).text,
                "\(part.agents)",
                Bar(Double(part.agents), of: mostAgents, columns: barColumns).text,
                part.figures.map { Plain.percent($0.serviceLevel) } ?? "·",
                run.map { $0.parts[index].serviceLevel.map { Plain.percent($0.value) } ?? "·" })
        }
        let head = line(
            say("时间", "Time"), say("顾客", "Come"), "", say("客服", "Agents"), "",
            say("\(plan.goal.within.seconds)秒内", "In \(plan.goal.within.seconds) s"),
            run.map { _ in say("模拟", "Tried") })
        return heading + [""] + [head] + rows + [""] + feet
    }

    /// One row, exactly eighty columns wide where the numbers fit.
    private func line(
        _ time: String, _ customers: String, _ customerBar: String, _ agents: String,
        _ agentBar: String, _ level: String, _ tried: String?
    ) -> String {
        let gate = TextGate()
        func left(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - gate.width(of: text)))
        }
        func right(_ text: String, _ width: Int) -> String {
            String(repeating: " ", count: max(0, width - gate.width(of: text))) + text
        }
        return left(time, 6) + right(customers, 7) + "  " + left(customerBar, barColumns)
            + right(agents, 6) + "  " + left(agentBar, barColumns) + right(level, 9)
            + (tried.map { right($0, 8) } ?? "")
    }

    private var heading: [String] {
        let customers = plan.parts.reduce(0) { $0 + $1.customers }
        let work = plan.parts.lazy.compactMap(\.work).first
        let patience = work?.patience.map {
            say("等 \($0.seconds) 秒会走", "patience \($0.seconds) s")
        }
        return [
            title,
            [
                say(
                    "一夜 \(Plain.fixed(customers, 0)) 位", "\(Plain.fixed(customers, 0)) in the night"
                ),
                work.map { say("每位 \($0.handling.seconds) 秒", "\($0.handling.seconds) s each") }
                    ?? "",
                patience ?? say("没人会走", "nobody gives up"),
                say("同时接 \(plan.chats) 位", "\(plan.chats) at once"),
                say(
                    "目标 \(plan.goal.within.seconds) 秒内 \(plan.goal.percent)%",
                    "goal \(plan.goal.percent)% in \(plan.goal.within.seconds) s"),
            ].filter { !$0.isEmpty }.joined(separator: " · "),
        ]
    }

    private var feet: [String] {
        var lines = [
            say(
                "最忙时 \(plan.mostAgents) 个客服 · 共 \(Plain.number(plan.agentHours)) 个工时",
                "At most \(plan.mostAgents) agents at once · \(Plain.number(plan.agentHours)) agent hours"
            )
        ]
        if let shrinkage, let roster {
            lines.append(
                say(
                    "有 \(shrinkage)% 的工时不在岗，最忙时要排 \(roster) 个人",
                    "With \(shrinkage)% of paid time away from the desk: \(roster) on the roster at most"
                ))
        }
        if let run {
            let level = Plain.percent(run.serviceLevel.value)
            let error = Plain.percent(run.serviceLevel.error, 2)
            let lost = Plain.percent(run.abandonment.value)
            let wait = Plain.fixed(run.averageWait.value, 1)
            lines.append(
                say(
                    "模拟 \(run.nights) 夜（种子 \(seed)）：\(level)±\(error) 按时接起，\(lost) 走掉，平均等 \(wait) 秒",
                    "\(run.nights) nights tried (seed \(seed)): \(level) ± \(error) in time, \(lost) gave up, "
                        + "\(wait) s wait"))
        }
        return lines
    }

    var json: String {
        get throws {
            try JSONWriter.text(
                of: NightDocument(
                    agentHours: Plain.six(plan.agentHours), mostAgents: plan.mostAgents,
                    roster: roster,
                    parts: plan.parts.indices.map { index in
                        let part = plan.parts[index]
                        return NightDocument.Part(
                            from: clock(part), customers: Plain.six(part.customers),
                            agents: part.agents, formula: part.figures.map(FiguresDocument.init),
                            simulated: run.map {
                                NightDocument.Tried(
                                    customers: Plain.six($0.parts[index].customers),
                                    serviceLevel: $0.parts[index].serviceLevel.map {
                                        EstimateDocument($0)
                                    },
                                    abandonment: $0.parts[index].abandonment.map {
                                        EstimateDocument($0)
                                    },
                                    averageWait: $0.parts[index].averageWait.map {
                                        EstimateDocument($0)
                                    })
                            })
                    },
                    simulated: run.map {
                        NightDocument.Whole(
                            nights: $0.nights, seed: seed,
                            serviceLevel: EstimateDocument($0.serviceLevel),
                            abandonment: EstimateDocument($0.abandonment),
                            averageWait: EstimateDocument($0.averageWait))
                    }))
        }
    }
}

/// Shares from 0 to 1, times in seconds.
private struct NightDocument: Encodable {
    struct Part: Encodable {
        let from: String
        let customers: Double
        let agents: Int
        let formula: FiguresDocument?
        let simulated: Tried?
    }

    struct Tried: Encodable {
        let customers: Double
        let serviceLevel: EstimateDocument?
        let abandonment: EstimateDocument?
        let averageWait: EstimateDocument?
    }

    struct Whole: Encodable {
        let nights: Int
        let seed: UInt64
        let serviceLevel: EstimateDocument
        let abandonment: EstimateDocument
        let averageWait: EstimateDocument
    }

    let agentHours: Double
    let mostAgents: Int
    let roster: Int?
    let parts: [Part]
    let simulated: Whole?
}
