import Glibc
import Rig

/// Row 5: a programmable keypad types three lines and their Enters faster than any hand, and each
/// must be a line done, in order, with nothing asked and nothing left over.
enum Keypad {
    private static let lines = ["one 一", "two 二", "three 三"]

    static func lines(_ subjects: [Subject], _ stage: Stage, _ keys: Int) -> [Figure] {
        [
            figure("3 lines + Enter in one write", subjects, stage) { pty, text in
                try pty.type(text)
            },
            figure("3 lines + Enter, 1 ms apart", subjects, stage) { pty, text in
                for byte in text.utf8 {
                    try pty.write([byte])
                    usleep(1_000)
                }
            },
        ]
    }

    private static func figure(
        _ what: String, _ subjects: [Subject], _ stage: Stage,
        press: (Pty, String) throws -> Void
    ) -> Figure {
        var figure = Figure(row: "5", what: what, unit: .words, aim: .words("exact"))
        figure.values = subjects.measured(in: \.lines) { entrance in
            let pty = try Subject.open(entrance, on: stage)
            try press(pty, lines.map { entrance.prefix + $0 + "\r" }.joined())
            try pty.settle(quiet: .milliseconds(300))
            return .words(judgement(pty.screen.lines, entrance.evidence))
        }
        return figure
    }

    /// Each line once, each on a row below the one before.
    private static func judgement(_ screen: [String], _ evidence: [String]) -> String {
        let rows = evidence.map { line in
            screen.indices.filter { screen[$0].contains(line) }
        }
        if screen.contains(where: { $0.contains("Paste") }) { return "asks" }
        guard rows.allSatisfy({ $0.count == 1 }) else { return "lost" }
        let order = rows.compactMap(\.first)
        return order == order.sorted() ? "exact" : "disordered"
    }
}
