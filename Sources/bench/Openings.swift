import Glibc
import Rig

/// Rows 6, 8 and 11: opening, resting, and being pulled about.
enum Openings {
    /// From the start of the process until its picture is there; the median of several.
    static func firstPicture(_ subjects: [Subject], _ stage: Stage, _ keys: Int) -> [Figure] {
        var first = Figure(
            row: "6", what: "first picture, p50", unit: .milliseconds,
            aim: .times(1, of: ["weechat"]))
        first.values = subjects.measured(in: \.firstSight) { try picture($0, stage) }
        var shift = Figure(
            row: "6", what: "first picture with a shift, p50", unit: .milliseconds, aim: .shown)
        shift.values = subjects.measured(in: \.shiftOpening) { try picture($0, stage) }
        return [first, shift]
    }

    private static func picture(
        _ entrance: Subject.Entrance, _ stage: Stage
    ) throws -> Figure.Value {
        let sights = entrance.steps.compactMap { step -> String? in
            if case .sees(let text) = step { text } else { nil }
        }
        let clock = ContinuousClock()
        let samples = try (0..<11).map { _ in
            let surroundings = try stage.surroundings()
            let start = clock.now
            let pty = try Pty(entrance.command, size: Stage.size, surroundings: surroundings)
            try pty.wait(for: sights.joined(separator: ", ")) { screen in
                let picture = screen.text
                return sights.allSatisfy(picture.contains)
            }
            return (clock.now - start).milliseconds
        }
        return .number(samples.percentile(0.5))
    }

    /// How often the program woke up in four seconds in which nothing was due.
    static func wakeUps(_ subjects: [Subject], _ stage: Stage, _ keys: Int) -> [Figure] {
        var figure = Figure(
            row: "8", what: "wake-ups in 4 idle seconds", unit: .words, aim: .atMost(0))
        figure.values = subjects.measured(in: \.idle) { entrance in
            let pty = try Subject.open(entrance, on: stage)
            try pty.settle(quiet: .seconds(3))
            let before = ProcessFile.voluntarySwitches(of: pty.pid) ?? 0
            let end = ContinuousClock.now + .seconds(4)
            while ContinuousClock.now < end {
                _ = try pty.read(within: end - ContinuousClock.now)
            }
            let after = ProcessFile.voluntarySwitches(of: pty.pid) ?? 0
            return .number(Double(after - before))
        }
        return [figure]
    }

    /// Thirty sizes in a row, down to 1×1, and back: alive, and the picture as before.
    static func storm(_ subjects: [Subject], _ stage: Stage, _ keys: Int) -> [Figure] {
        var figure = Figure(
            row: "11", what: "30-step resize storm to 1×1 and back", unit: .words,
            aim: .words("same picture"))
        figure.values = subjects.measured(in: \.idle) { entrance in
            let pty = try Subject.open(entrance, on: stage)
            let before = pty.screen.text
            for step in (0..<30).reversed() {
                pty.resize(
                    to: TerminalSize(
                        columns: 1 + (Stage.size.columns - 1) * step / 30,
                        rows: 1 + (Stage.size.rows - 1) * step / 30))
                try pty.settle(quiet: .milliseconds(2))
            }
            pty.resize(to: Stage.size)
            try pty.settle(quiet: .milliseconds(500))
            if let exit = pty.exit() { return .words("died: \(exit)") }
            return .words(pty.screen.text == before ? "same picture" : "alive")
        }
        return [figure]
    }
}
