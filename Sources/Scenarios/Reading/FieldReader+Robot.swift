import Engine
import Language
import Simulation
import Yams

extension FieldReader {
    /// `robot:` of `pack.yaml`: when it hands over, and what it says then.
    mutating func robot(_ node: Node) -> RobotHabits? {
        guard
            let form = fields(
                node, "robot", required: ["hand-over-words", "says-hand-over", "says-missed"],
                optional: ["misses", "hands-over-at-mood"]),
            let words = wordings(form, "hand-over-words"),
            let handOver = wordings(form, "says-hand-over"),
            let missed = wordings(form, "says-missed")
        else { return nil }
        return RobotHabits(
            handOverWords: words, misses: whole(form, "misses", 1...10) ?? 2,
            handsOverAtMood: whole(form, "hands-over-at-mood", 0...100) ?? 25,
            saysHandOver: handOver, saysMissed: missed)
    }

    /// `curve:` of `pack.yaml`.
    mutating func curve(_ fields: Fields, _ name: String) -> ArrivalCurve? {
        guard fields.has(name) else { return nil }
        var parts: [ArrivalCurve.Part] = []
        for item in items(fields, name) {
            guard let form = self.fields(item.node, item.path, required: ["until", "share"]),
                let until = whole(form, "until", 1...100),
                let share = whole(form, "share", 0...1000)
            else { continue }
            // Parts stand one behind the other, so each ends after the one before.
            if let last = parts.last?.until, until <= last, let node = form["until"] {
                fail(node, form.path("until"), .unreadable("\(until)", expected: .wholeNumber))
                continue
            }
            parts.append(ArrivalCurve.Part(until: until, share: share))
        }
        if parts.allSatisfy({ $0.share == 0 }), let node = fields[name] {
            fail(node, fields.path(name), .empty)
        }
        return ArrivalCurve(parts: parts)
    }
}
