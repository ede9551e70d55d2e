/// One place of the grid: a plain value without references, so that filling and comparing two
/// screens takes microseconds.
struct Cell: Hashable {
    /// A code point, or with the top bit set the number of a cluster in the canvas's list.
    var glyph: UInt32
    /// 1, 2 for the left half of a wide glyph, 0 for its right half.
    var width: UInt8
    var style: Style

    static let clusterBit: UInt32 = 0x8000_0000

    static func blank(_ style: Style) -> Cell {
        Cell(glyph: 0x20, width: 1, style: style)
    }

    /// The right half of a wide glyph.
    static func rightHalf(_ style: Style) -> Cell {
        Cell(glyph: 0, width: 0, style: style)
    }
}
