/// Learns `Weights` from labelled messages: for each label a straight line between those that have
/// it and those that have not, with a margin, the mean over all passes (averaged hinge loss).
///
/// The same examples give the same numbers everywhere: messages are taken in a fixed order, only
/// sums, products and comparisons of doubles are used, and the result is rounded to thousandths.
struct Learner {
    /// How the learning goes; found by trying on four fifths of the examples and measuring on the
    /// rest, never on the messages that measure the reader.
    struct Settings {
        var passes = 8
        var rate = 0.02
        /// Pulls weights towards nought at each message.
        var decay = 0.001
        /// A run must occur in so many messages.
        var leastSeen = 2
        /// Weights smaller than this, in thousandths, are left out.
        var leastWeight = 30
        /// How much more a missed label costs than a wrong one.
        var missWeight = 3.5
    }

    /// A message cut into runs.
    struct Sample {
        /// The runs of each window.
        var windows: [[Int]]
        var labels: Set<Label>
        var isActsOpen: Bool
    }

    let settings: Settings
    private(set) var runs: [UInt64] = []
    private(set) var samples: [Sample] = []

    /// - Parameter read: cuts a message into windows, each the runs it holds.
    init(_ examples: [Example], settings: Settings = Settings(), read: (Example) -> [[UInt64]]) {
        self.settings = settings
        var seen: [UInt64: Int] = [:]
        let cut = examples.map(read)
        for windows in cut { for run in Set(windows.joined()) { seen[run, default: 0] += 1 } }
        var places: [UInt64: Int] = [:]
        for windows in cut {
            for run in windows.joined() where places[run] == nil && seen[run]! >= settings.leastSeen
            {
                places[run] = self.runs.count
                self.runs.append(run)
            }
        }
        samples = zip(examples, cut).map { example, runs in
            Sample(
                windows: runs.map { $0.compactMap { places[$0] } }, labels: example.labels,
                isActsOpen: example.isActsOpen)
        }
    }

    /// The columns of the weights' file.
    func columns() -> [Weights.Column] {
        Label.all.compactMap { label in
            var used = samples.indices.filter { !samples[$0].windows.isEmpty }
            if case .act = label { used.removeAll { samples[$0].isActsOpen } }
            guard used.contains(where: { samples[$0].labels.contains(label) }) else { return nil }
            let (weights, bias) = line(for: label, used)
            let entries = weights.indices.compactMap { place -> (key: UInt64, weight: Int)? in
                let whole = Int((weights[place] * 1000).rounded())
                guard abs(whole) >= settings.leastWeight else { return nil }
                return (runs[place], whole)
            }
            return Weights.Column(
                label: label, bias: Int((bias * 1000).rounded()), entries: entries)
        }
    }

    private func line(for label: Label, _ used: [Int]) -> (weights: [Double], bias: Double) {
        var weights = [Double](repeating: 0, count: runs.count)
        var sums = weights
        /// When a weight was last added to its sum.
        var touched = [Int](repeating: 0, count: runs.count)
        var bias = 0.0
        var biasSum = 0.0
        var scale = 1.0
        var step = 0
        var order = used
        var dice = label.name.utf8.reduce(UInt64(7)) { ($0 &* 31) &+ UInt64($1) }
        for pass in 0..<settings.passes {
            // A fixed shuffle, another for each pass.
            for place in stride(from: order.count - 1, to: 0, by: -1) {
                dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                order.swapAt(place, Int((dice >> 33) % UInt64(place + 1)))
            }
            let rate = settings.rate / (1 + Double(pass) * 0.5)
            for index in order {
                step += 1
                let sample = samples[index]
                let wanted = sample.labels.contains(label) ? 1.0 : -1.0
                // Each window is asked alone: what one sentence says another does not unsay.
                var best = 0
                var sum = -Double.infinity
                for (place, window) in sample.windows.enumerated() {
                    var part = 0.0
                    for feature in window { part += weights[feature] }
                    if part > sum {
                        sum = part
                        best = place
                    }
                }
                sum = sum * scale + bias
                scale *= 1 - rate * settings.decay
                guard wanted * sum < 1 else {
                    biasSum += bias
                    continue
                }
                let push = rate * wanted * (wanted > 0 ? settings.missWeight : 1)
                for feature in sample.windows[best] {
                    sums[feature] += weights[feature] * scale * Double(step - touched[feature])
                    touched[feature] = step
                    weights[feature] += push / scale
                }
                bias += push
                biasSum += bias
            }
        }
        for place in weights.indices {
            sums[place] += weights[place] * scale * Double(step - touched[place])
            weights[place] = sums[place] / Double(step)
        }
        return (weights, biasSum / Double(step))
    }
}
