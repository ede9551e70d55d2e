import Rig

extension [Subject] {
    /// Takes `keys` samples of each subject in five rounds, one subject after the other in each, so
    /// that a busy moment of the machine falls on one round and not on one subject.
    func inRounds(
        of keys: Int, in scene: KeyPath<Subject, Subject.Entrance?>, on stage: Stage,
        _ sample: (Subject.Entrance, Pty, Int) throws -> [Double]
    ) -> [String: [[Double]]] {
        let count = 5
        var rounds: [String: [[Double]]] = [:]
        var left = self
        for _ in 0..<count {
            let round = left.measured(in: scene) { entrance in
                try sample(entrance, try Subject.open(entrance, on: stage), keys / count)
            }
            for (name, samples) in round { rounds[name, default: []].append(samples) }
            // What failed once would fail again, slowly.
            left = left.filter { round[$0.name] != nil }
        }
        return rounds
    }
}

extension [[Double]] {
    /// The middle one of the rounds' own percentiles.
    func typical(percentile share: Double) -> Double {
        map { $0.percentile(share) }.percentile(0.5)
    }
}

extension Pty {
    /// Types a key and gives the milliseconds to the first byte that answers it; the rest of the
    /// answer is read and not counted. A key that is never answered counts as the wait for it.
    func answer(to key: String) throws -> Double {
        let limit = Duration.milliseconds(500)
        let burst = try burst(typing: key, quiet: .milliseconds(4), within: limit)
        return (burst.first ?? limit).milliseconds
    }
}
