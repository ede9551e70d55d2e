/// The only source of chance in the shop: a seeded SplitMix64, the same on every machine.
///
/// Whoever needs chance is handed its own dice, made from the shift's seed and a name, so that
/// one buyer's throws never change another's.
public struct Dice: Hashable, Sendable, Codable {
    public private(set) var state: UInt64

    public init(seed: UInt64) { state = seed }

    /// Dice of their own for one purpose, e.g. `Dice(seed: 7, purpose: "buyer c3")`.
    public init(seed: UInt64, purpose: String) {
        // FNV-1a over the purpose, then one step, so that near seeds do not give near streams.
        state = seed ^ Fingerprint(of: purpose).value
        _ = next()
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    /// A whole number in `range`, without modulo bias.
    public mutating func roll(_ range: ClosedRange<Int>) -> Int {
        let width = UInt64(range.upperBound - range.lowerBound) &+ 1
        if width == 0 { return Int(bitPattern: UInt(next())) }
        let limit = UInt64.max - UInt64.max % width
        var value = next()
        while value >= limit { value = next() }
        return range.lowerBound + Int(value % width)
    }

    /// True in `percent` of a hundred throws.
    public mutating func chance(percent: Int) -> Bool { roll(1...100) <= percent }

    /// One of `items`; nil when there is none.
    public mutating func pick<Item>(_ items: [Item]) -> Item? {
        items.isEmpty ? nil : items[roll(0...items.count - 1)]
    }
}
