import Rig

/// Rows 2 and 7: a long list, moving in it and holding it.
enum Lists {
    /// From the write of a key that moves one row to the first byte that answers it.
    static func moves(_ subjects: [Subject], _ stage: Stage, _ keys: Int) -> [Figure] {
        var first = Figure(
            row: "2", what: "one row down in a long list, p50", unit: .milliseconds,
            aim: .times(1, of: ["tig"]))
        var last = Figure(
            row: "2", what: "one row down in a long list, p99", unit: .milliseconds,
            aim: .times(1, of: ["tig"]))
        // weechat scrolls by pages; that is another movement.
        let rounds = subjects.filter { $0.name != "weechat" }
            .inRounds(of: keys, in: \.list, on: stage) { entrance, pty, keys in
                try (0..<keys).map { _ in try pty.answer(to: entrance.key) }
            }
        first.values = rounds.mapValues { .number($0.typical(percentile: 0.5)) }
        last.values = rounds.mapValues { .number($0.typical(percentile: 0.99)) }
        return [first, last]
    }

    /// Resident memory with the long list on the screen.
    static func memory(_ subjects: [Subject], _ stage: Stage, _ keys: Int) -> [Figure] {
        var figure = Figure(
            row: "7", what: "resident, long list", unit: .megabytes, aim: .atMost(40))
        figure.values = subjects.measured(in: \.list) { entrance in
            let pty = try Subject.open(entrance, on: stage)
            let kilobytes = ProcessFile.residentKilobytes(of: pty.pid)
            return .number(Double(kilobytes ?? 0) / 1_024)
        }
        return [figure]
    }
}
