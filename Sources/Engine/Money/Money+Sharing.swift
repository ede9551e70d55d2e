extension Money {
    /// `part / whole` of it, half up. `whole` must be positive.
    public func share(_ part: Int, of whole: Int) -> Money {
        precondition(whole > 0, "a share of \(whole)")
        // Two amounts of millions multiplied are more than an Int holds.
        let doubled = 2 * Int128(fen) * Int128(part) + Int128(whole)
        // Half up also below zero: −2.5 → −2.
        let (quotient, rest) = doubled.quotientAndRemainder(dividingBy: 2 * Int128(whole))
        return Money(fen: Int(rest < 0 ? quotient - 1 : quotient))
    }

    /// Divides a sum over lines in proportion to `weights`, half up; the last line that weighs
    /// anything takes the remainder, so that the fen add up. No line gets more than its weight
    /// while the sum is no more than all weights together.
    ///
    ///     Money.yuan(10) over 10, 10, 10 → 3.33, 3.33, 3.34
    public static func apportion(_ sum: Money, over weights: [Money]) -> [Money] {
        let whole = weights.reduce(Money.zero, +)
        var shares = [Money](repeating: .zero, count: weights.count)
        guard whole > .zero, let last = weights.lastIndex(where: { $0 > .zero }) else {
            return shares
        }
        var left = sum
        for index in weights.indices where weights[index] > .zero && index != last {
            let share = min(sum.share(weights[index].fen, of: whole.fen), left)
            shares[index] = share
            left -= share
        }
        shares[last] = left
        guard sum <= whole else { return shares }
        // Rounding may push the last line over its own weight by a fen or two: it hands them on
        // to the lines before it that have room.
        var excess = max(.zero, left - weights[last])
        shares[last] = left - excess
        for index in weights.indices.reversed() where excess > .zero && index != last {
            let room = min(excess, weights[index] - shares[index])
            shares[index] += room
            excess -= room
        }
        return shares
    }
}
