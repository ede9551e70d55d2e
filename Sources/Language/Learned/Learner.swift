/// Learns `Weights` from labelled messages: for each label a straight line between those that have
/// it and those that have not, with a margin, the mean over all passes (averaged hinge loss).
///
/// The same examples give the same numbers everywhere: messages are taken in a fixed order, only
/// sums, products and comparisons of doubles are used, and the result is rounded to thousandths.
struct Learner {
    /// How the learning goes; found by trying on four fifths of the examples and measuring on the
    /// rest, never on the messages that measure the reader.
    struct Settings {
        var passes = 12
        var rate = 0.005
        /// Pulls weights towards nought at each message.
        var decay = 0.001
        /// A run must occur in so many messages.
        var leastSeen = 3
        /// Weights smaller than this, in thousandths, are left out.
        var leastWeight = 15
        /// How much more a missed label costs than a wrong one.
        var missWeight = 4.5
    }

    /// A message cut into runs.
    struct Sample {
        /// The runs of each clause.
        var clauses: [[Int]] = []
        /// The runs of them all.
        var whole: [Int] = []
        var labels: Set<Label>
        var isActsOpen: Bool

        func without(_ runs: Set<Int>) -> Sample {
            var sample = self
            sample.clauses = clauses.map { $0.filter { !runs.contains($0) } }
            sample.whole = whole.filter { !runs.contains($0) }
            return sample
        }
    }

    let settings: Settings
    private(set) var runs: [UInt64] = []
    private(set) var samples: [Sample] = []
    /// The same without what the lexicon found in them.
    private var wordsAlone: [Sample] = []

    /// - Parameter read: cuts a message into runs.
    init(
        _ examples: [Example], settings: Settings = Settings(), read: (Example) -> [Weights.Run]
    ) {
        self.settings = settings
        let cut = examples.map(read)
        var seen: [UInt64: Int] = [:]
        for message in cut { for run in Set(message.map(\.key)) { seen[run, default: 0] += 1 } }
        var places: [UInt64: Int] = [:]
        for message in cut {
            for run in message
            where places[run.key] == nil && seen[run.key, default: 0] >= settings.leastSeen {
                places[run.key] = runs.count
                runs.append(run.key)
            }
        }
        samples = zip(examples, cut).map { example, message in
            var sample = Sample(labels: example.labels, isActsOpen: example.isActsOpen)
            for clause in Set(message.map(\.clause)).sorted() {
                let own = message.lazy.filter { $0.clause == clause }.compactMap { places[$0.key] }
                sample.clauses.append(Set(own).sorted())
            }
            sample.whole = Set(sample.clauses.joined()).sorted()
            return sample
        }
        let found = Set(Label.all.compactMap { places[Grams.key(ofLexicon: $0)] })
        wordsAlone = samples.map { $0.without(found) }
    }

    /// The columns of the weights' file.
    ///
    /// A fault is learned from the words alone: the lexicon knows most faults of the examples, and
    /// who may lean on it learns nothing of the words. Curt answers are not learned at all: whether
    /// a word or two is curt depends on what was asked.
    func columns() -> [Weights.Column] {
        Label.all.compactMap { label in
            var used = samples.indices.filter { !samples[$0].clauses.isEmpty }
            switch label {
            case .act: used.removeAll { samples[$0].isActsOpen }
            case .fault(.curt): return nil
            case .fault: break
            }
            guard used.contains(where: { samples[$0].labels.contains(label) }) else { return nil }
            let line = line(for: label, used)
            let entries = runs.indices.compactMap { place -> Weights.Entry? in
                let inClause = Int((line.inClause.mean[place] * 1000).rounded())
                let inMessage = Int((line.inMessage.mean[place] * 1000).rounded())
                guard max(abs(inClause), abs(inMessage)) >= settings.leastWeight else { return nil }
                return Weights.Entry(key: runs[place], inClause: inClause, inMessage: inMessage)
            }
            return Weights.Column(
                label: label, bias: Int((line.bias * 1000).rounded()), entries: entries)
        }
    }

    /// Weights as they are being learned, each times a common scale, and their sums over the steps.
    private struct Side {
        private(set) var mean: [Double]
        private var weights: [Double]
        /// When a weight was last added to its sum.
        private var touched: [Int]

        init(count: Int) {
            mean = Array(repeating: 0, count: count)
            weights = mean
            touched = Array(repeating: 0, count: count)
        }

        func sum(_ runs: [Int]) -> Double {
            var sum = 0.0
            for run in runs { sum += weights[run] }
            return sum
        }

        mutating func push(_ runs: [Int], by amount: Double, scale: Double, step: Int) {
            for run in runs {
                mean[run] += weights[run] * scale * Double(step - touched[run])
                touched[run] = step
                weights[run] += amount / scale
            }
        }

        mutating func close(scale: Double, step: Int) {
            for run in weights.indices {
                mean[run] += weights[run] * scale * Double(step - touched[run])
                mean[run] /= Double(step)
            }
        }
    }

    private func line(
        for label: Label, _ used: [Int]
    ) -> (inClause: Side, inMessage: Side, bias: Double) {
        let samples = if case .fault = label { wordsAlone } else { samples }
        var inClause = Side(count: runs.count)
        var inMessage = inClause
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
                let wanted = samples[index].labels.contains(label) ? 1.0 : -1.0
                // The clause that says it most: what one says another does not unsay.
                var best = 0
                var sum = -Double.infinity
                for place in samples[index].clauses.indices {
                    let part = inClause.sum(samples[index].clauses[place])
                    if part > sum {
                        sum = part
                        best = place
                    }
                }
                sum = (sum + inMessage.sum(samples[index].whole)) * scale + bias
                scale *= 1 - rate * settings.decay
                if wanted * sum < 1 {
                    let push = rate * wanted * (wanted > 0 ? settings.missWeight : 1)
                    inClause.push(
                        samples[index].clauses[best], by: push, scale: scale, step: step)
                    inMessage.push(samples[index].whole, by: push, scale: scale, step: step)
                    bias += push
                }
                biasSum += bias
            }
        }
        inClause.close(scale: scale, step: step)
        inMessage.close(scale: scale, step: step)
        return (inClause, inMessage, biasSum / Double(step))
    }
}
