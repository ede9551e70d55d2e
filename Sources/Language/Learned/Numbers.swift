/// A row of numbers that stays where it lies, for sums without a copy.
final class Numbers {
    let at: UnsafeMutablePointer<Float>
    let count: Int

    init(_ count: Int, each: Float = 0) {
        self.count = count
        at = .allocate(capacity: count)
        at.initialize(repeating: each, count: count)
    }

    deinit { at.deallocate() }

    func clear(_ first: Int? = nil) { at.update(repeating: 0, count: first ?? count) }

    var array: [Float] { Array(UnsafeBufferPointer(start: at, count: count)) }
}
