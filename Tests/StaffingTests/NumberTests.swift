import Engine
import Foundation
import Testing

@testable import Staffing

@Suite struct `Numbers that are the same everywhere` {
    @Test func `the logarithm and the exponential are those of the C library to the last digits`() {
        var dice = Dice(seed: 5)
        for _ in 0..<5000 {
            let x = Double(dice.roll(1...1_000_000_000)) / Double(dice.roll(1...1_000_000_000))
            let ln = Foundation.log(x)
            #expect((PlainMath.ln(x) - ln).magnitude <= 4 * ln.ulp + 1e-17, "ln \(x)")
            let y = Double(dice.roll(-700_000...700_000)) / 1000
            let exp = Foundation.exp(y)
            #expect((PlainMath.exp(y) - exp).magnitude <= 4 * exp.ulp, "exp \(y)")
        }
        #expect(PlainMath.ln(1) == 0 && PlainMath.exp(0) == 1)
        #expect(PlainMath.exp(-1000) == 0)
    }

    /// Written down once: other bits on another machine would be another simulation.
    @Test func `have these very bits`() {
        #expect(PlainMath.ln(0.3).bitPattern == (-1.2039728043259361).bitPattern)
        #expect(PlainMath.exp(-0.7).bitPattern == 0.4965853037914095.bitPattern)
        var dice = Dice(seed: 1, purpose: "staffing arrivals")
        #expect(
            (0..<5).map { _ in dice.wait(mean: 18_000) } == [2108, 19_461, 17_262, 13_202, 39_685])
    }

    @Test func `waits have the mean and the spread of an exponential`() {
        var dice = Dice(seed: 9)
        let waits = (0..<100_000).map { _ in Double(dice.wait(mean: 60_000)) }
        let mean = waits.reduce(0, +) / 100_000
        // Its own spread is its mean: three standard errors are 569 ms.
        #expect((mean - 60_000).magnitude < 569)
        let late = waits.count { $0 > 60_000 * 3 }
        #expect((Double(late) / 100_000 - Foundation.exp(-3)).magnitude < 0.0021)
        #expect(waits.allSatisfy { $0 >= 0 })
    }
}
