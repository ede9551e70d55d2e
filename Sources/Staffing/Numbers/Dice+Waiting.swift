import Engine

extension Dice {
    /// How long until something happens that may happen at any moment, `mean` milliseconds on
    /// average: the next customer, the end of a chat, the end of somebody's patience.
    ///
    /// To the nearest millisecond, as everything on the shop's clock.
    mutating func wait(mean: Double) -> Int64 {
        // 53 bits, moved half a step so that nought is never thrown.
        let lot = (Double(next() >> 11) + 0.5) * 0x1p-53
        return Int64(-PlainMath.ln(lot) * mean + 0.5)
    }
}
