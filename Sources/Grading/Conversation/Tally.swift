import Engine

/// Collects the marks of one dimension and keeps them honest: what is gained, missed and taken
/// off again always adds up to the dimension's points, and nothing falls below zero.
struct Tally {
    let dimension: Dimension
    private(set) var marks: [Mark] = []
    private var gained = 0
    private var left: Int

    init(_ dimension: Dimension) {
        self.dimension = dimension
        left = dimension.points
    }

    /// Points earned so far, deductions taken off.
    var points: Int { gained }

    mutating func gain(_ points: Int, _ title: Engine.Bilingual, _ evidence: Evidence) {
        let points = min(points, left)
        guard points > 0 else { return }
        gained += points
        left -= points
        marks.append(Mark(dimension, .gained(points), title, evidence: evidence))
    }

    mutating func miss(
        _ points: Int, _ title: Engine.Bilingual, _ evidence: Evidence = Evidence(),
        advice: Engine.Bilingual
    ) {
        let points = min(points, left)
        guard points > 0 else { return }
        left -= points
        marks.append(
            Mark(dimension, .missed(points), title, evidence: evidence, advice: advice))
    }

    /// Takes points off what was gained. A fault is named even where nothing is left to take.
    mutating func deduct(
        _ points: Int, _ title: Engine.Bilingual, _ evidence: Evidence, advice: Engine.Bilingual
    ) {
        let points = min(points, gained)
        gained -= points
        marks.append(
            Mark(dimension, .deducted(points), title, evidence: evidence, advice: advice))
    }

    /// `total` shared over `count` as evenly as whole points allow, the first getting more.
    static func shares(of total: Int, among count: Int) -> [Int] {
        guard count > 0 else { return [] }
        return (0..<count).map { total / count + ($0 < total % count ? 1 : 0) }
    }
}
