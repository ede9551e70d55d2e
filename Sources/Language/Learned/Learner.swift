import Dispatch
import Synchronization

/// Learns `Weights` from labelled messages: several networks that begin at different numbers and
/// take the messages in different orders; read is by all of them together.
///
/// The same examples give the same numbers everywhere: chance is drawn from fixed seeds, only sums,
/// products, quotients and roots are used, all in a fixed order, and what is kept of a run is
/// rounded to one of fifteen steps.
struct Learner: Sendable {
    /// How the learning goes; found by trying on four fifths of the examples and measuring on the
    /// rest, never on the messages that measure the reader.
    struct Settings: Sendable {
        var networks = 4
        var passes = 12
        var rate: Float = 0.05
        /// A run must occur in so many messages, and be among so many that occur most.
        var leastSeen = 6
        var mostRuns = 32_000
        /// How much more a missed label costs than a wrong one.
        var missWeight: Float = 2
        /// The share of inner numbers that a message is read without, so that none leans on another.
        /// Of the runs it is half.
        var forgotten: Float = 0.3
    }

    /// A message cut into runs.
    struct Sample: Sendable {
        /// The runs of each clause.
        var clauses: [[Int]] = []
        /// Of `Label.all`, those it has.
        var labels: Set<Int>
        var isActsOpen: Bool
    }

    let settings: Settings
    private(set) var runs: [UInt64] = []
    private(set) var samples: [Sample] = []
    /// The labels that an example has.
    private(set) var known: [Int]

    /// - Parameter read: cuts a message into runs.
    init(
        _ examples: [Example], settings: Settings = Settings(), read: (Example) -> [Weights.Run]
    ) {
        self.settings = settings
        let cut = examples.map(read)
        var seen: [UInt64: Int] = [:]
        for message in cut { for run in Set(message.map(\.key)) { seen[run, default: 0] += 1 } }
        let often = seen.filter { $0.value >= settings.leastSeen }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        runs = often.prefix(settings.mostRuns).map(\.key).sorted()
        let places = Dictionary(uniqueKeysWithValues: runs.enumerated().map { ($1, $0) })
        samples = zip(examples, cut).compactMap { example, message in
            guard !message.isEmpty else { return nil }
            let labels = Label.all.indices.filter { example.labels.contains(Label.all[$0]) }
            var sample = Sample(labels: Set(labels), isActsOpen: example.isActsOpen)
            for clause in Weights.clauses(of: message) {
                sample.clauses.append(
                    Set(clause.keys.compactMap { places[$0] }).sorted())
            }
            return sample
        }
        // Whether a word or two is curt depends on what was asked: that is not learned.
        let taught = samples.reduce(into: Set<Int>()) { $0.formUnion($1.labels) }
        known = taught.filter { Label.all[$0] != .fault(.curt) }.sorted()
    }

    func weights(fingerprint: String) -> Weights {
        let found = Mutex<[Weights.Learned?]>(Array(repeating: nil, count: settings.networks))
        DispatchQueue.concurrentPerform(iterations: settings.networks) { number in
            let learner = NetworkLearner(self, seed: UInt64(number + 1))
            learner.teach()
            let learned = learner.learned
            found.withLock { $0[number] = learned }
        }
        return Weights(
            runs, known: known, found.withLock { $0.compactMap(\.self) }, fingerprint: fingerprint)
    }
}
