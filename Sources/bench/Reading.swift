import Engine
import Foundation
import Language

/// Row R: how well and how fast messages are read that nothing was tuned on.
enum MessageReading {
    static func figures(_ subjects: [Subject], _ stage: Stage, _ keys: Int) -> [Figure] {
        do {
            let reader = Reader(lexicon: try Lexicon(folder: "Lexicons"))
            return try [("zh", 0.90), ("en", 0.88)].flatMap { language, aim in
                try figures(language, aim, reader)
            } + [try alarms(reader)]
        } catch {
            Bench.note("  reading: \(error)")
            return []
        }
    }

    private static let now = CivilTime(year: 2026, month: 3, day: 18, hour: 14).instant()

    private static func lines(_ name: String) throws -> String {
        try String(
            contentsOfFile: "Tests/LanguageTests/Corpus/\(name).txt", encoding: .utf8)
    }

    private static func figures(
        _ language: String, _ aim: Double, _ reader: Reader
    ) throws -> [Figure] {
        let examples = try Example.read(try lines("\(language).test")).get()
        let start = ContinuousClock.now
        let score = Score(of: examples, by: reader, at: now)
        let spent = (ContinuousClock.now - start).milliseconds / Double(examples.count)
        for label in Label.all {
            guard let tally = score.byLabel[label], tally.hits + tally.misses > 0 else { continue }
            Bench.note(
                "  \(language) \(label.name): precision \(share(tally.precision)), recall "
                    + "\(share(tally.recall)), of \(tally.hits + tally.misses)")
        }
        func figure(_ what: String, _ value: Double, _ aim: Figure.Aim) -> Figure {
            var figure = Figure(
                row: "R", what: "\(language) \(what), %", unit: .words, aim: aim)
            figure.values = [Desk.name: .number((value * 1000).rounded() / 10)]
            return figure
        }
        var time = Figure(
            row: "R", what: "\(language) one message read", unit: .milliseconds, aim: .atMost(0.3))
        time.values = [Desk.name: .number(spent)]
        return [
            figure("acts, micro-F1", score.acts.f1, .atLeast(aim * 100)),
            figure("promises, recall", score.promises.recall, .atLeast(95)),
            figure("promises, precision", score.promises.precision, .atLeast(95)),
            figure("faults, recall", score.faults.recall, .atLeast(98)), time,
        ]
    }

    /// Innocent messages in which a fault was seen.
    private static func alarms(_ reader: Reader) throws -> Figure {
        var count = 0
        var all = 0
        for language in ["zh", "en"] {
            for line in try lines("\(language).innocent").split(separator: "\n")
            where !line.hasPrefix("#") {
                all += 1
                if !reader.read(String(line), in: Context(now: now)).faults.isEmpty { count += 1 }
            }
        }
        var figure = Figure(
            row: "R", what: "false alarms on \(all) innocent messages", unit: .words,
            aim: .atMost(2))
        figure.values = [Desk.name: .number(Double(count))]
        return figure
    }

    private static func share(_ value: Double) -> String {
        String(format: "%.2f", value)
    }
}
