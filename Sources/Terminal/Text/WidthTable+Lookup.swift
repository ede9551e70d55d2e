extension WidthTable {
    /// Columns of one code point alone: 0 for marks, 1, or 2.
    static func columns(_ scalar: Unicode.Scalar, ambiguousIsWide: Bool) -> Int {
        let value = scalar.value
        if value < 0x7F { return 1 }
        if value >= 0x4E00 && value <= 0x9FFF { return 2 }
        if contains(zero, value) { return 0 }
        if contains(wide, value) { return 2 }
        if ambiguousIsWide && contains(ambiguous, value) { return 2 }
        return 1
    }

    /// Whether the code point lies in one of the ranges.
    static func contains(_ ranges: [UInt32], _ value: UInt32) -> Bool {
        var low = 0
        var high = ranges.count / 2
        while low < high {
            let middle = (low + high) / 2
            if value > ranges[2 * middle + 1] {
                low = middle + 1
            } else if value < ranges[2 * middle] {
                high = middle
            } else {
                return true
            }
        }
        return false
    }
}
