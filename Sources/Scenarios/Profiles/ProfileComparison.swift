import Engine

/// Platforms beside each other: every value of their profiles as tables of Markdown, in both
/// languages at once.
///
/// `xiaoer check --compare` prints it, and Docs/Profiles.md holds it, so that nobody has to open
/// five files to see in what two platforms differ.
public struct ProfileComparison: Sendable {
    public let profiles: [Profile]

    public init(_ profiles: [Profile]) { self.profiles = profiles }

    public var markdown: String {
        [
            heading("各家不同的数值", "Values that differ"), differing,
            heading("各家相同的数值", "Values on which all agree"), agreed,
            heading("状态的叫法", "Names of states"), names,
            heading("操作可用的状态", "What may be done when"), operations,
            heading("工单要填什么", "What a ticket needs"), departments,
            heading("红线与禁语", "Red lines and forbidden wordings"), speech,
        ].joined(separator: "\n\n") + "\n"
    }

    private func heading(_ zh: String, _ en: String) -> String { "### \(zh) · \(en)" }

    // MARK: Tables

    /// One value in each profile; `cells` is a single one where all agree.
    private struct Row {
        let name: String
        let title: String
        let cells: [String]
        var isAgreed: Bool { Set(cells).count == 1 }
    }

    private var rows: [Row] {
        RuleField.all.compactMap { field in
            let isHere = !field.isTable || field.name == "money.arrivals"
            guard isHere, field.section != "speech" else { return nil }
            let cells = profiles.map { profile in
                if field.isTable { return arrivals(profile) }
                return field.shown(in: profile) + (profile.isTraining(field.name) ? "†" : "")
            }
            return Row(
                name: "`\(field.name)`", title: "\(field.title.zh) · \(field.title.en)",
                cells: cells)
        }
    }

    private var differing: String {
        table(
            ["", ""] + titles,
            rows.filter { !$0.isAgreed }.map { [$0.name, $0.title] + $0.cells })
    }

    private var agreed: String {
        table(
            ["", "", ""],
            rows.filter(\.isAgreed).map { [$0.name, $0.title] + $0.cells.prefix(1) })
    }

    private func arrivals(_ profile: Profile) -> String {
        RuleField.listed(
            profile.rules.money.arrivals.map {
                let name = Spelling.hyphened("\($0.method)")
                let mark = profile.isTraining("money.arrivals.\(name)") ? "†" : ""
                return "\(name) \(ShopClock.written($0.within))\(mark)"
            }, ", ")
    }

    private var names: String {
        let rows = Order.Status.allCases.map { status in
            ["`\(Spelling.hyphened("\(status)"))`"]
                + profiles.map {
                    let name = $0.rules.name(of: status)
                    return "\(name.zh) · \(name.en)"
                }
        }
        return table([""] + titles, rows)
    }

    /// Only the operations that some platform narrows.
    private var operations: String {
        let rows = Operation.allCases.compactMap { operation -> [String]? in
            let isNarrowed = profiles.contains { profile in
                profile.rules.states(for: operation) != operation.states
            }
            guard isNarrowed else { return nil }
            return ["`\(operation.rawValue)`", "\(operation.name.zh) · \(operation.name.en)"]
                + profiles.map { profile in
                    let states = profile.rules.states(for: operation)
                    let mark =
                        profile.isTraining("orders.operations.\(operation.rawValue)") ? "†" : ""
                    return RuleField.listed(states.map { Spelling.hyphened("\($0)") }) + mark
                }
        }
        return table(["", ""] + titles, rows)
    }

    private var departments: String {
        let rows = Department.allCases.map { department in
            ["`\(department.rawValue)`"]
                + profiles.map { profile in
                    let zh = rule(department, profile.rules)
                    let en = rule(department, profile.englishRules)
                    let within = zh?.within ?? profile.rules.ticketWithin
                    let fields = zip(zh?.fields ?? [], en?.fields ?? []).map { "\($0) \($1)" }
                    return RuleField.listed(fields, ", ") + "; " + ShopClock.written(within)
                }
        }
        return table([""] + titles, rows)
    }

    private func rule(
        _ department: Department, _ rules: Rules
    ) -> TicketRules.DepartmentRule? {
        rules.tickets.departments.first { $0.department == department }
    }

    private var speech: String {
        var rows: [[String]] = []
        for kind in SpeechRules.RedLine.Kind.allCases {
            let title = profiles.lazy.compactMap { profile in
                profile.rules.speech.redLines.first { $0.kind == kind }?.title
            }.first
            rows.append(
                [title.map { "\($0.zh) · \($0.en)" } ?? "`\(Spelling.hyphened("\(kind)"))`"]
                    + profiles.map { profile in
                        let line = profile.rules.speech.redLines.first { $0.kind == kind }
                        return line.map { "≤ \($0.cap)" } ?? "—"
                    })
        }
        var titles: [Engine.Bilingual] = []
        for profile in profiles {
            for word in profile.rules.speech.forbidden where !titles.contains(word.title) {
                titles.append(word.title)
            }
        }
        for title in titles {
            rows.append(
                ["\(title.zh) · \(title.en)"]
                    + profiles.map { profile in
                        let word = profile.rules.speech.forbidden.first { $0.title == title }
                        return word.map { $0.severity.rawValue } ?? "—"
                    })
        }
        return table([""] + self.titles, rows)
    }

    // MARK: Markdown

    private var titles: [String] { profiles.map { "\($0.title.zh) `\($0.name)`" } }

    private func table(_ head: [String], _ rows: [[String]]) -> String {
        let lines = [head, head.map { _ in "---" }] + rows
        return lines.map { cells in
            // A bar in a name would begin another cell.
            "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }.joined(separator: "\n")
    }
}
