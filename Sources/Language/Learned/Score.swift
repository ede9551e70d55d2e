public import Engine

/// How a reader does on labelled messages: for each label, and for what matters most together.
public struct Score: Sendable {
    public private(set) var byLabel: [Label: Tally] = [:]
    /// Over all acts of all messages.
    public private(set) var acts = Tally()
    /// Whether a message promises.
    public private(set) var promises = Tally()
    /// Whether anything in a message must not be said.
    public private(set) var faults = Tally()

    /// Found, imagined and overlooked.
    public struct Tally: Sendable, CustomStringConvertible {
        public var hits = 0
        public var falseAlarms = 0
        public var misses = 0

        public var precision: Double {
            hits == 0 ? 0 : Double(hits) / Double(hits + falseAlarms)
        }
        public var recall: Double { hits == 0 ? 0 : Double(hits) / Double(hits + misses) }
        /// The harmonic mean of the two.
        public var f1: Double {
            hits == 0 ? 0 : Double(2 * hits) / Double(2 * hits + falseAlarms + misses)
        }

        mutating func note(wanted: Bool, found: Bool) {
            switch (wanted, found) {
            case (true, true): hits += 1
            case (false, true): falseAlarms += 1
            case (true, false): misses += 1
            case (false, false): break
            }
        }

        public var description: String {
            "\(hits) found, \(falseAlarms) imagined, \(misses) overlooked: F1 \(f1)"
        }
    }

    public init(of examples: [Example], by reader: Reader, at now: Instant) {
        for example in examples {
            let reading = reader.read(example.text, in: Context(now: now))
            var found = Set(reading.acts.map { Label.act($0.subject) })
            for fault in reading.faults { found.insert(.fault(fault.subject.kind)) }
            for label in Label.all {
                let isAct = if case .act = label { true } else { false }
                if isAct, example.isActsOpen { continue }
                let wanted = example.labels.contains(label)
                byLabel[label, default: Tally()].note(
                    wanted: wanted, found: found.contains(label))
                if isAct { acts.note(wanted: wanted, found: found.contains(label)) }
            }
            let isWrong = example.labels.contains { if case .fault = $0 { true } else { false } }
            faults.note(wanted: isWrong, found: !reading.faults.isEmpty)
            if !example.isActsOpen {
                promises.note(
                    wanted: example.labels.contains(.act(.promise)),
                    found: reading.has(.promise))
            }
        }
    }
}
