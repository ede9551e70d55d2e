extension Canvas {
    /// The first cell of a stretch that looks different in another picture of the same size.
    func firstDifference(from other: Canvas, in stretch: Range<Int>) -> Int? {
        let position = cells.withUnsafeBufferPointer { mine in
            other.cells.withUnsafeBufferPointer { theirs in
                var position = stretch.lowerBound
                while position < stretch.upperBound {
                    if mine[position] != theirs[position] || mine[position].isCluster { break }
                    position += 1
                }
                return position
            }
        }
        guard position < stretch.upperBound else { return nil }
        if !shows(sameAs: other, at: position) { return position }
        return (position..<stretch.upperBound).first { !shows(sameAs: other, at: $0) }
    }

    /// The column behind which a row has only blanks of one style that erasing can make.
    func blankTail(row: Int) -> Int {
        let start = index(0, row)
        var x = size.columns
        while x > 0, cells[start + x - 1].isErased { x -= 1 }
        return x
    }
}

extension Cell {
    /// As the terminal leaves a cell it erases. Only the terminal's own colours count: some
    /// terminals erase in the current background and some do not.
    fileprivate var isErased: Bool { self == .blank(.plain) }

    /// Whether every terminal agrees about the width: one code point that is plain, Chinese or
    /// the like, or asked about by the probe.
    var isTrusted: Bool {
        guard !isCluster else { return false }
        switch glyph {
        case 0..<0x300, 0x2010...0x205E, 0x2190...0x22FF, 0x2460...0x24FF, 0x2500...0x25FF,
            0x2E80...0x302F, 0x3031...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF01...0xFFE6,
            0x20000...0x3FFFD:
            // Among the squares and circles a few became emoji and wide.
            return width == 2 || !WidthTable.contains(WidthTable.emojiByChoice, glyph)
                || glyph < 0x300
        default:
            return false
        }
    }
}
