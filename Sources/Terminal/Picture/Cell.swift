/// One place of the grid: eight bytes without references, so that filling and comparing two
/// screens takes microseconds.
struct Cell: Hashable {
    /// From the lowest bit: glyph (32), foreground (9), background (9), attributes (8), width (2).
    private(set) var bits: UInt64

    /// Marks a glyph that is the number of a cluster in the canvas's list.
    static let clusterBit: UInt32 = 0x8000_0000

    /// Width is 1, 2 for the left half of a wide glyph, 0 for its right half.
    init(glyph: UInt32, width: Int, style: Style) {
        bits = UInt64(glyph) | Cell.packed(style) | UInt64(width) << 58
    }

    static func blank(_ style: Style) -> Cell {
        Cell(glyph: 0x20, width: 1, style: style)
    }

    /// The right half of a wide glyph.
    static func rightHalf(_ style: Style) -> Cell {
        Cell(glyph: 0, width: 0, style: style)
    }

    /// A code point, or with the top bit set the number of a cluster in the canvas's list.
    var glyph: UInt32 { UInt32(truncatingIfNeeded: bits) }
    var width: Int { Int(bits >> 58) }
    var isCluster: Bool { glyph & Cell.clusterBit != 0 }

    /// The style's bits, to compare styles without unpacking them.
    var look: UInt64 { bits & 0x03FF_FFFF_0000_0000 }

    var style: Style {
        get {
            Style(
                foreground: Cell.colour(bits >> 32), background: Cell.colour(bits >> 41),
                attributes: Style.Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> 50)))
        }
        set {
            bits = bits & ~0x03FF_FFFF_0000_0000 | Cell.packed(newValue)
        }
    }

    private static func packed(_ style: Style) -> UInt64 {
        number(style.foreground) << 32 | number(style.background) << 41
            | UInt64(style.attributes.rawValue) << 50
    }

    /// Colours as nine bits: zero is the terminal's own.
    private static func number(_ colour: Colour) -> UInt64 {
        switch colour {
        case .standard: 0
        case .indexed(let index): 0x100 | UInt64(index)
        }
    }

    private static func colour(_ bits: UInt64) -> Colour {
        bits & 0x100 == 0 ? .standard : .indexed(UInt8(truncatingIfNeeded: bits))
    }
}
