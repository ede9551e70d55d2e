import Engine
import Shifts

/// A race with the best run so far, and a contest.
extension Words {
    static func race(
        _ own: RaceTrack.Standing, _ ghost: RaceTrack.Standing, ghostScore: Int
    ) -> Bilingual {
        Bilingual(
            zh: " 我：接完 \(own.served) · 得分 \(number(own.score)) · 心情 \(number(own.mood))"
                + "   最好的一班（\(ghostScore)）那时：接完 \(ghost.served) · "
                + "得分 \(number(ghost.score)) · 心情 \(number(ghost.mood))",
            en: " You \(own.served) served · score \(number(own.score)) · mood \(number(own.mood))"
                + "   Ghost (\(ghostScore)) \(ghost.served) served · "
                + "score \(number(ghost.score)) · mood \(number(ghost.mood))")
    }

    private static func number(_ value: Int?) -> String { value.map { "\($0)" } ?? "–" }

    static let raceOff = Bilingual(zh: "不比了", en: "The ghost is gone")
    static let noGhost = Bilingual(
        zh: "还没有同一教学包、同一种子的一班可以比：先上完一班，再用同样的种子来",
        en: "There is no finished shift of this pack and seed to race: serve one, then come again")

    static let contest = Bilingual(zh: "比赛", en: "contest")
    static let contestClock = Bilingual(
        zh: "比赛中时钟对谁都一样：不能停，也不能调快慢",
        en: "In a contest the clock is the same for all: it cannot be stopped or changed")
}
