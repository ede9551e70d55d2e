/// Sums over numbers side by side, eight at a time and always in the same order, so that every
/// machine learns and reads the same. All lengths are whole eights.
enum Vector {
    private typealias Eight = SIMD8<Float>

    @inline(__always)
    private static func eight(_ from: UnsafePointer<Float>) -> Eight {
        UnsafeRawPointer(from).loadUnaligned(as: Eight.self)
    }

    @inline(__always)
    private static func put(_ numbers: Eight, _ to: UnsafeMutablePointer<Float>) {
        UnsafeMutableRawPointer(to).storeBytes(of: numbers, as: Eight.self)
    }

    /// Σ a·b.
    @inline(__always)
    static func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ count: Int) -> Float {
        var sum = Eight.zero
        for k in stride(from: 0, to: count, by: 8) { sum += eight(a + k) * eight(b + k) }
        let four = sum.lowHalf + sum.highHalf
        let two = four.lowHalf + four.highHalf
        return two.x + two.y
    }

    /// y += x·factor.
    @inline(__always)
    static func add(
        _ x: UnsafePointer<Float>, times factor: Float, to y: UnsafeMutablePointer<Float>,
        _ count: Int
    ) {
        for k in stride(from: 0, to: count, by: 8) {
            put(eight(y + k) + eight(x + k) * factor, y + k)
        }
    }

    /// A step of Adagrad: each number goes along its gradient, the less the more it has gone so
    /// far. `squares` keeps the squares of all gradients before.
    @inline(__always)
    static func step(
        _ numbers: UnsafeMutablePointer<Float>, _ squares: UnsafeMutablePointer<Float>,
        along gradient: UnsafePointer<Float>, times factor: Float, rate: Float, _ count: Int
    ) {
        for k in stride(from: 0, to: count, by: 8) {
            let push = eight(gradient + k) * factor
            let sum = eight(squares + k) + push * push
            put(sum, squares + k)
            put(eight(numbers + k) + push * rate / sum.squareRoot(), numbers + k)
        }
    }

    /// What is below nought counts a tenth.
    @inline(__always)
    static func bend(_ number: Float) -> Float { number < 0 ? number * Float(0.1) : number }
}
