public import Engine
import Foundation
import Grading
import Stores

extension ClassReport {
    /// A row a student for a spreadsheet, the best first; a column for each skill and each week.
    /// Cells that a spreadsheet would take for a formula are marked as text.
    public func csv(in tongue: Tongue) -> String {
        CSVLine.text(columns(in: tongue))
            + standings.map { standing in
                CSVLine.text(
                    [
                        "\(standing.place)", standing.name[tongue], "\(standing.score)",
                        "\(standing.shifts)", "\(standing.best)", "\(standing.latest)",
                        "\(standing.conversations)", "\(standing.solved)", "\(standing.crossed)",
                    ] + standing.skills.map { "\($0.percent)" }
                        + standing.weeks.map { $0.map { "\($0)" } ?? "" })
            }.joined()
    }

    private func columns(in tongue: Tongue) -> [String] {
        let heads: [String] =
            switch tongue {
            case .chinese: ["名次", "学员", "得分", "班数", "最好", "最近", "会话", "办成", "越线"]
            case .english:
                [
                    "place", "trainee", "score", "shifts", "best", "latest", "conversations",
                    "solved", "red lines",
                ]
            }
        return heads + Dimension.skills.map { $0.name[tongue] + " %" } + weeks.map(\.monday)
    }
}

/// All that `xiaoer class --json` prints: the class, and the teams, where there are any.
public struct ClassDocument: Hashable, Sendable, Codable {
    public var `class`: ClassReport?
    public var teams: [TeamResult]

    public init(_ report: ClassReport?, teams: [TeamResult]) {
        self.class = report
        self.teams = teams
    }

    /// Keys sorted, so that two equal reports are equal texts.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        } catch {
            // Every value is a string, a number, a truth or a list of such.
            preconditionFailure("a class that cannot be written as JSON: \(error)")
        }
    }
}
