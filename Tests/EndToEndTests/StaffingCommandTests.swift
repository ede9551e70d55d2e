import Foundation
import Rig
import Support
import Testing

@Suite(.waitsForTerminals) struct `xiaoer staffing` {
    private static let work = ["staffing", "--per-hour", "200", "--aht", "180"]

    /// Columns in a terminal; all that is wide here is Chinese.
    private func width(_ line: Substring) -> Int {
        line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
    }

    @Test func `says how many it takes and what one more or fewer would change`() throws {
        let home = try TemporaryFolder()
        let english = try Served.run(
            Self.work + ["--agents", "14", "--shrinkage", "30", "--language", "en"], home: home)
        #expect(english.status.isSuccess, "\(english.errors)")
        #expect(english.output.contains("80% answered within 20 s takes 14 agents"))
        #expect(english.output.contains("20 on the roster"))
        #expect(
            english.output.contains("14      17.4%      7.8 s    88.8%     0.0%  71.4%  ← the goal")
        )
        // Ten never settle: the table begins where there is a long run.
        #expect(english.output.contains("\n      11 ") && !english.output.contains("\n      10 "))
        let chinese = try Served.run(
            Self.work + ["--patience", "300", "--language", "zh"], home: home)
        #expect(chinese.output.contains("80% 的顾客 20 秒内接起，要 13 个客服"))
        #expect(chinese.output.contains("Erlang A"))
        for line in (english.output + chinese.output).split(separator: "\n") {
            #expect(width(line) <= 80, "\(line)")
            #expect(!line.hasSuffix(" "), "\(line)")
        }
    }

    @Test func `simulates the same customers every time, near the formula`() throws {
        let home = try TemporaryFolder()
        let command =
            Self.work + [
                "--agents", "14", "--patience", "300", "--simulate", "--arrivals", "20000",
                "--seed", "1", "--json",
            ]
        let first = try Served.run(command, home: home)
        #expect(first.status.isSuccess, "\(first.errors)")
        #expect(first.errors.isEmpty)
        #expect(try Served.run(command, home: home).output == first.output)
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(first.output.utf8)) as? [String: Any])
        let simulated = try #require(json["simulated"] as? [String: Any])
        let formula = try #require(json["formula"] as? [String: Any])
        for name in ["waiting", "averageWait", "serviceLevel", "abandonment"] {
            let figure = try #require(simulated[name] as? [String: Any])
            let value = try #require(figure["value"] as? Double)
            let error = try #require(figure["standardError"] as? Double)
            let known = try #require(formula[name] as? Double)
            #expect(error > 0 && (value - known).magnitude <= 3 * error, "\(name)")
        }
    }

    @Test func `a run too short for honest errors says so`() throws {
        let home = try TemporaryFolder()
        let answer = try Served.run(
            Self.work + ["--agents", "11", "--simulate", "--arrivals", "1000"], home: home)
        #expect(answer.status.isSuccess)
        #expect(answer.errors.contains("too few"))
    }

    @Test(arguments: ["zh", "en"])
    func `plots a promotion night in eighty columns`(language: String) throws {
        let home = try TemporaryFolder()
        for more in [[], ["--simulate", "--nights", "3"]] {
            let answer = try Served.run(
                [
                    "staffing", "--night", "promotion-night", "--customers", "3000", "--aht", "180",
                    "--patience", "300", "--language", language,
                ] + more, home: home)
            #expect(answer.status.isSuccess, "\(answer.errors)")
            let lines = answer.output.split(separator: "\n")
            let hours = lines.filter { $0.contains("█") || $0.contains("▏") }
            #expect(hours.count == 16)
            for line in hours { #expect(width(line) == 80, "\(line)") }
            for line in lines { #expect(width(line) <= 80, "\(line)") }
            #expect(hours.first?.hasPrefix("20:00") == true)
            #expect(hours.last?.hasPrefix("03:30") == true)
        }
    }

    @Test func `what cannot be answered has its exit code and says what to do`() throws {
        let home = try TemporaryFolder()
        func run(_ arguments: [String]) throws -> Program {
            try Served.run(["staffing"] + arguments, home: home)
        }
        let endless = try run(["--per-hour", "200", "--aht", "180", "--agents", "10"])
        #expect(endless.status == .code(65))
        #expect(endless.errors.contains("at least 11 agents"))
        #expect(endless.output.isEmpty)
        let huge = try run(["--per-hour", "100000", "--aht", "86400"])
        #expect(huge.status == .code(65))
        for wrong in [
            ["--aht", "180"], ["--per-hour", "0", "--aht", "180"],
            ["--per-hour", "nan", "--aht", "180"], ["--per-hour", "10", "--aht", "0"],
            ["--per-hour", "10", "--aht", "9223372036854775807"],
            ["--per-hour", "10", "--aht", "60", "--level", "100"],
            ["--per-hour", "10", "--aht", "60", "--agents", "0"],
            ["--per-hour", "10", "--aht", "60", "--arrivals", "5000"],
            ["--per-hour", "10", "--aht", "60", "--simulate", "--arrivals", "10"],
            ["--night", "promotion-night", "--aht", "60"],
            ["--night", "promotion-night", "--aht", "60", "--customers", "9", "--hours", "25"],
        ] {
            let answer = try run(wrong)
            #expect(answer.status == .code(64), "\(wrong): \(answer.errors)")
            #expect(!answer.errors.isEmpty)
        }
        let unknown = try run(["--night", "no-such-pack", "--aht", "60", "--customers", "9"])
        #expect(unknown.status == .code(66))
    }
}
