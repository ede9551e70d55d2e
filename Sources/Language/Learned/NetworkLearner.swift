/// One network being taught, message by message.
///
/// A class, because its numbers are changed where they lie.
final class NetworkLearner {
    private typealias Place = Network.Place

    private let learner: Learner
    private let settings: Learner.Settings
    /// The network, and for each number the squares of all steps so far.
    private let numbers: Numbers
    private let squares: Numbers
    /// `Network.width` numbers for each run, which go together.
    private let runs: Numbers
    private let squaresOfRuns: Numbers
    private var dice: UInt64

    // What one message needs.
    private var clauses = Numbers(0)
    private var clausesBack = Numbers(0)
    private let mean = Numbers(Network.width)
    private let meanBack = Numbers(Network.width)
    private let message = Numbers(Network.whole)
    private let messageBack = Numbers(Network.whole)
    private let around = Numbers(Place.aroundBias - Place.around)
    private let bias = Numbers(Network.width)
    private let keep = Numbers(Network.inner)

    init(_ learner: Learner, seed: UInt64) {
        self.learner = learner
        settings = learner.settings
        dice = seed &* 0x9e37_79b9_7f4a_7c15
        numbers = Numbers(Place.count)
        squares = Numbers(Place.count, each: 0.01)
        runs = Numbers(learner.runs.count * Network.width)
        squaresOfRuns = Numbers(learner.runs.count, each: 0.0001)
        scatter(runs, 0..<runs.count, within: 0.05)
        scatter(
            numbers, Place.around..<Place.aroundBias,
            within: 1 / Float(4 * Network.width).squareRoot())
        scatter(numbers, Place.inClause..<Place.thresholds, within: 0.15)
        for place in Place.thresholds..<Place.count { numbers.at[place] = -1 }
    }

    /// What was learned: the network's numbers and the runs'.
    var learned: Weights.Learned { .init(network: numbers.array, runs: runs.array) }

    func teach() {
        var order = Array(learner.samples.indices)
        for pass in 0..<settings.passes {
            for place in stride(from: order.count - 1, to: 0, by: -1) {
                order.swapAt(place, Int((draw() >> 33) % UInt64(place + 1)))
            }
            let rate = settings.rate * (1.05 - Float(pass) / Float(settings.passes))
            for index in order { hear(learner.samples[index], rate) }
        }
    }

    private func hear(_ sample: Learner.Sample, _ rate: Float) {
        let count = sample.clauses.count
        let kept = sample.clauses.map(half)
        if clauses.count < count * Network.whole {
            clauses = Numbers(count * Network.whole)
            clausesBack = Numbers(count * Network.whole)
        }
        clauses.clear()
        clausesBack.clear()
        messageBack.clear()
        for inner in 0..<Network.inner {
            keep.at[inner] = chance() < settings.forgotten ? 0 : 1 / (1 - settings.forgotten)
        }
        for (clause, kept) in kept.enumerated() {
            let row = clauses.at + clause * Network.whole
            let share = 1 / Float(max(1, kept.count)).squareRoot()
            for run in kept {
                Vector.add(runs.at + run * Network.width, times: share, to: row, Network.width)
            }
        }
        Network.complete(numbers.at, clauses.at, count, mean: mean.at, keep: keep.at)
        Network.gather(clauses.at, count, into: message.at)
        guard answer(sample, count, rate) else { return }
        let share = 1 / Float(count).squareRoot()
        for clause in 0..<count {
            Vector.add(
                messageBack.at, times: share, to: clausesBack.at + clause * Network.whole,
                Network.whole)
        }
        passBackInner(count, rate)
        passBackRuns(kept, rate)
    }

    /// What the labels ask for: the clause that speaks loudest and the message go towards it.
    /// - Returns: whether anything was amiss.
    private func answer(_ sample: Learner.Sample, _ count: Int, _ rate: Float) -> Bool {
        var isAmiss = false
        for label in learner.known where !sample.isActsOpen || Label.all[label].isFault {
            let inClause = Place.inClause + label * Network.whole
            let inMessage = Place.inMessage + label * Network.whole
            var best = 0
            var loudest = -Float.infinity
            for clause in 0..<count {
                let sum = Vector.dot(
                    numbers.at + inClause, clauses.at + clause * Network.whole, Network.whole)
                if sum > loudest { (loudest, best) = (sum, clause) }
            }
            let sum =
                loudest + Vector.dot(numbers.at + inMessage, message.at, Network.whole)
                + numbers.at[Place.thresholds + label]
            let wanted: Float = sample.labels.contains(label) ? 1 : -1
            let gap = 1 - wanted * sum
            guard gap > 0 else { continue }
            isAmiss = true
            let push = wanted * min(1, gap) * (wanted > 0 ? settings.missWeight : 1)
            let row = best * Network.whole
            Vector.add(
                numbers.at + inClause, times: push, to: clausesBack.at + row, Network.whole)
            Vector.add(
                numbers.at + inMessage, times: push, to: messageBack.at, Network.whole)
            step(inClause, along: clauses.at + row, times: push, rate, Network.whole)
            step(inMessage, along: message.at, times: push, rate, Network.whole)
            step(Place.thresholds + label, by: push, rate)
        }
        return isAmiss
    }

    /// From the inner numbers of the clauses back to what they were made of.
    private func passBackInner(_ count: Int, _ rate: Float) {
        let (width, whole) = (Network.width, Network.whole)
        meanBack.clear()
        for inner in 0..<Network.inner where keep.at[inner] > 0 {
            let place = Place.around + inner * 4 * width
            let own = numbers.at + place
            var total: Float = 0
            around.clear(4 * width)
            for clause in 0..<count {
                let value = clauses.at + clause * whole
                let back = clausesBack.at + clause * whole
                var push = back[width + inner] * keep.at[inner]
                if value[width + inner] < 0 { push *= 0.1 }
                guard push != 0 else { continue }
                total += push
                Vector.add(own, times: push, to: back, width)
                Vector.add(value, times: push, to: around.at, width)
                if clause > 0 {
                    Vector.add(own + width, times: push, to: back - whole, width)
                    Vector.add(value - whole, times: push, to: around.at + width, width)
                }
                if clause + 1 < count {
                    Vector.add(own + 2 * width, times: push, to: back + whole, width)
                    Vector.add(value + whole, times: push, to: around.at + 2 * width, width)
                }
            }
            Vector.add(own + 3 * width, times: total, to: meanBack.at, width)
            Vector.add(mean.at, times: total, to: around.at + 3 * width, width)
            step(place, along: around.at, times: 1, rate, 4 * width)
            step(Place.aroundBias + inner, by: total, rate)
        }
        let share = 1 / Float(count).squareRoot()
        for clause in 0..<count {
            Vector.add(meanBack.at, times: share, to: clausesBack.at + clause * whole, width)
        }
    }

    private func passBackRuns(_ kept: [[Int]], _ rate: Float) {
        let width = Network.width
        bias.clear()
        for (clause, kept) in kept.enumerated() {
            let value = clauses.at + clause * Network.whole
            let back = clausesBack.at + clause * Network.whole
            for k in 0..<width where value[k] < 0 { back[k] *= 0.1 }
            let size = Vector.dot(back, back, width)
            guard size > 0 else { continue }
            Vector.add(back, times: 1, to: bias.at, width)
            let share = 1 / Float(max(1, kept.count)).squareRoot()
            for run in kept {
                squaresOfRuns.at[run] += size * share * share / Float(width)
                Vector.add(
                    back, times: rate * share / squaresOfRuns.at[run].squareRoot(),
                    to: runs.at + run * width, width)
            }
        }
        step(Place.bias, along: bias.at, times: 1, rate, width)
    }

    // MARK: Steps

    private func step(
        _ place: Int, along gradient: UnsafePointer<Float>, times factor: Float, _ rate: Float,
        _ count: Int
    ) {
        Vector.step(
            numbers.at + place, squares.at + place, along: gradient, times: factor, rate: rate,
            count)
    }

    private func step(_ place: Int, by push: Float, _ rate: Float) {
        squares.at[place] += push * push
        numbers.at[place] += rate * push / squares.at[place].squareRoot()
    }

    // MARK: Chance

    private func draw() -> UInt64 {
        dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return dice
    }

    /// From nought up to one.
    private func chance() -> Float { Float(draw() >> 40) / Float(1 << 24) }

    private func scatter(_ numbers: Numbers, _ places: Range<Int>, within limit: Float) {
        for place in places { numbers.at[place] = (chance() * 2 - 1) * limit }
    }

    /// Half of the runs, drawn anew each time: what is learned has to be borne by many.
    private func half(of runs: [Int]) -> [Int] {
        var bits: UInt64 = 0
        var left = 0
        return runs.filter { _ in
            if left == 0 { (bits, left) = (draw() >> 16, 48) }
            left -= 1
            bits >>= 1
            return bits & 1 == 1
        }
    }
}
