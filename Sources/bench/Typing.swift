import Rig

/// Rows 1, 3, 4 and 9: what a key in a line of input costs.
enum Typing {
    private static let letters = Array("the parcel left this morning and is on its way ")

    /// From the write of a key to the first byte that answers it.
    static func latency(_ subjects: [Subject], _ stage: Stage, _ keys: Int) -> [Figure] {
        var first = Figure(
            row: "1", what: "key → first byte, typing, p50", unit: .milliseconds,
            aim: .times(1, of: ["vim", "weechat"]))
        var last = Figure(
            row: "1", what: "key → first byte, typing, p99", unit: .milliseconds,
            aim: .times(1, of: ["vim", "weechat"]))
        let rounds = subjects.inRounds(of: keys, in: \.typing, on: stage) { entrance, pty, keys in
            var samples: [Double] = []
            for index in 0..<keys {
                // Short of every composer's width: a space at the edge of a wrapped row shows
                // nothing, and there would be no byte to wait for.
                if index % 50 == 0 { try empty(entrance, pty) }
                samples.append(try pty.answer(to: String(letters[index % letters.count])))
            }
            return samples
        }
        first.values = rounds.mapValues { .number($0.typical(percentile: 0.5)) }
        last.values = rounds.mapValues { .number($0.typical(percentile: 0.99)) }
        return [first, last]
    }

    /// Bytes written for a Han character that is typed and shown.
    static func bytes(_ subjects: [Subject], _ stage: Stage, _ keys: Int) -> [Figure] {
        var figure = Figure(
            row: "3", what: "written per typed Han character", unit: .bytes, aim: .atMost(12))
        let characters = Array("您的包裹今天早上已经从仓库发出预计明天下午送到请您放心")
        figure.values = subjects.measured(in: \.typing) { entrance in
            let pty = try Subject.open(entrance, on: stage)
            try empty(entrance, pty)
            let before = pty.bytesRead
            for character in characters {
                try pty.type(String(character))
                try pty.settle(quiet: .milliseconds(20))
            }
            return .number(Double(pty.bytesRead - before) / Double(characters.count))
        }
        return [figure]
    }

    /// 200 keys in one write: until the last byte, and how many bytes; the median of several.
    static func burst(_ subjects: [Subject], _ stage: Stage, _ keys: Int) -> [Figure] {
        var time = Figure(
            row: "4", what: "200 keys in one write, settled after", unit: .milliseconds,
            aim: .times(4, of: ["vim"]))
        var size = Figure(
            row: "4", what: "200 keys in one write, written", unit: .bytes,
            aim: .times(4, of: ["vim"]))
        let text = String((0..<200).map { letters[$0 % letters.count] })
        let bursts = subjects.measured(in: \.typing) { entrance in
            let pty = try Subject.open(entrance, on: stage)
            return try (0..<9).map { _ in
                try empty(entrance, pty)
                return try pty.burst(
                    typing: text, quiet: .milliseconds(60), within: .seconds(5))
            }
        }
        time.values = bursts.mapValues { bursts in
            .number(bursts.map { ($0.last ?? .seconds(5)).milliseconds }.percentile(0.5))
        }
        size.values = bursts.mapValues { bursts in
            .number(bursts.map { Double($0.bytes.count) }.percentile(0.5))
        }
        return [time, size]
    }

    /// From a lone Esc to the first byte that answers it.
    static func escape(_ subjects: [Subject], _ stage: Stage, _ keys: Int) -> [Figure] {
        var figure = Figure(
            row: "9", what: "lone Esc → first byte, p50", unit: .milliseconds, aim: .atMost(25))
        figure.values = subjects.measured(in: \.escape) { entrance in
            let pty = try Subject.open(entrance, on: stage)
            let samples = try (0..<15).map { index in
                if index > 0 {
                    try pty.type(entrance.key)
                    try pty.settle(quiet: .milliseconds(60))
                }
                let burst = try pty.burst(
                    typing: "\u{1B}", quiet: .milliseconds(60), within: .seconds(2))
                return (burst.first ?? .seconds(2)).milliseconds
            }
            return .number(samples.percentile(0.5))
        }
        return [figure]
    }

    private static func empty(_ entrance: Subject.Entrance, _ pty: Pty) throws {
        try pty.type(entrance.clear)
        try pty.settle(quiet: .milliseconds(60))
    }
}
