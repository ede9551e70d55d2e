/// A small terminal: keeps the picture that a program's bytes draw, and answers what a program
/// asks of a terminal. Colours are not kept.
///
///     var screen = VirtualScreen(size: .classic)
///     _ = screen.feed(Array("\u{1B}[2;3H你好".utf8))
///     screen.lines[1]   // "  你好"
public struct VirtualScreen: Sendable {
    public private(set) var size: TerminalSize
    /// Column and row, both from 0.
    public private(set) var cursor = (column: 0, row: 0)
    public private(set) var cursorIsVisible = true
    /// The private modes that are set, e.g. 1049 for the alternate screen, 2004 for paste brackets.
    public private(set) var modes: Set<Int> = []

    /// One grapheme a cell; the right half of a wide one is empty.
    var cells: [[String]]
    var saved = (column: 0, row: 0)
    var region: ClosedRange<Int>
    /// The next glyph first moves to a new line: the last column has been filled.
    var wrapIsPending = false
    var drawsLines = false
    var lastGlyph = " "
    var answers: [UInt8] = []
    private var parser = EscapeParser()
    private var mainCells: [[String]]?

    public init(size: TerminalSize) {
        self.size = size
        cells = Self.blank(size)
        region = 0...(size.rows - 1)
    }

    /// The rows, without the blanks at their ends.
    public var lines: [String] {
        cells.map { row in
            let line = row.joined()
            guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
            return String(line[...last])
        }
    }

    /// The whole picture, one line a row.
    public var text: String { lines.joined(separator: "\n") }

    /// Draws `bytes` and gives what a terminal would answer to them.
    public mutating func feed(_ bytes: [UInt8]) -> [UInt8] {
        answers = []
        for byte in bytes {
            guard let token = parser.take(byte) else { continue }
            apply(token)
        }
        return answers
    }

    public mutating func resize(to size: TerminalSize) {
        self.size = size
        cells = Self.fitted(cells, to: size)
        mainCells = mainCells.map { Self.fitted($0, to: size) }
        region = 0...(size.rows - 1)
        move(column: cursor.column, row: cursor.row)
    }

    private mutating func apply(_ token: EscapeParser.Token) {
        switch token {
        case .glyph(let scalar): put(scalar)
        case .control(let byte): control(byte)
        case .escape(let intermediate, let final): escape(intermediate, final)
        case .sequence(let sequence): perform(sequence)
        }
    }

    private mutating func control(_ byte: UInt8) {
        switch byte {
        case 0x08: move(column: cursor.column - 1, row: cursor.row)
        case 0x09: move(column: (cursor.column / 8 + 1) * 8, row: cursor.row)
        case 0x0A, 0x0B, 0x0C: lineFeed()
        case 0x0D: move(column: 0, row: cursor.row)
        case 0x0E: drawsLines = true
        case 0x0F: drawsLines = false
        default: break
        }
    }

    private mutating func escape(_ intermediate: UInt8?, _ final: UInt8) {
        switch (intermediate.map(Unicode.Scalar.init), Unicode.Scalar(final)) {
        case ("(", "0"): drawsLines = true
        case ("(", _): drawsLines = false
        case (nil, "7"): saved = cursor
        case (nil, "8"): move(column: saved.column, row: saved.row)
        case (nil, "D"): lineFeed()
        case (nil, "E"):
            move(column: 0, row: cursor.row)
            lineFeed()
        case (nil, "M"):
            if cursor.row == region.lowerBound {
                scroll(region, by: -1)
            } else {
                move(column: cursor.column, row: cursor.row - 1)
            }
        case (nil, "c"): self = VirtualScreen(size: size)
        default: break
        }
    }

    // MARK: What the sequences do

    mutating func move(column: Int, row: Int) {
        cursor = (min(max(column, 0), size.columns - 1), min(max(row, 0), size.rows - 1))
        wrapIsPending = false
    }

    mutating func set(_ mode: Int, _ isOn: Bool) {
        if isOn { modes.insert(mode) } else { modes.remove(mode) }
        switch mode {
        case 25: cursorIsVisible = isOn
        case 47, 1047, 1049:
            if isOn, mainCells == nil {
                (mainCells, saved) = (cells, cursor)
                cells = Self.blank(size)
            } else if !isOn, let main = mainCells {
                (cells, mainCells) = (main, nil)
                move(column: saved.column, row: saved.row)
            }
        default: break
        }
    }

    mutating func lineFeed() {
        wrapIsPending = false
        if cursor.row == region.upperBound {
            scroll(region, by: 1)
        } else if cursor.row < size.rows - 1 {
            cursor.row += 1
        }
    }

    /// Moves the rows of `rows` up by `count`, or down where it is negative.
    mutating func scroll(_ rows: ClosedRange<Int>, by count: Int) {
        let height = rows.count
        let shift = min(abs(count), height)
        let blanks = Array(repeating: Self.blankRow(size.columns), count: shift)
        let kept = Array(cells[rows])
        let moved =
            count > 0
            ? Array(kept[shift...]) + blanks : blanks + Array(kept[..<(height - shift)])
        cells.replaceSubrange(rows, with: moved)
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        let scalar = drawsLines ? LineDrawing.glyph(for: scalar) : scalar
        let width = GlyphWidth.columns(of: scalar)
        if width == 0 {
            attach(scalar)
            return
        }
        if wrapIsPending || cursor.column + width > size.columns {
            guard size.columns >= width else { return }
            cursor.column = 0
            lineFeed()
        }
        clear(column: cursor.column, row: cursor.row)
        lastGlyph = String(scalar)
        cells[cursor.row][cursor.column] = lastGlyph
        if width == 2 {
            clear(column: cursor.column + 1, row: cursor.row)
            cells[cursor.row][cursor.column + 1] = ""
        }
        if cursor.column + width >= size.columns {
            cursor.column = size.columns - 1
            wrapIsPending = true
        } else {
            cursor.column += width
        }
    }

    mutating func repeatLast(_ count: Int) {
        for _ in 0..<count { for scalar in lastGlyph.unicodeScalars { put(scalar) } }
    }

    /// Adds a scalar without a width to the glyph before the cursor.
    private mutating func attach(_ scalar: Unicode.Scalar) {
        var column = wrapIsPending ? cursor.column : cursor.column - 1
        if column > 0, cells[cursor.row][column].isEmpty { column -= 1 }
        if column >= 0 { cells[cursor.row][column].unicodeScalars.append(scalar) }
    }

    /// Blanks a cell, and its other half where it is part of a wide glyph.
    mutating func clear(column: Int, row: Int) {
        guard column < size.columns else { return }
        if cells[row][column].isEmpty, column > 0 { cells[row][column - 1] = " " }
        if column + 1 < size.columns, cells[row][column + 1].isEmpty {
            cells[row][column + 1] = " "
        }
        cells[row][column] = " "
    }

    static func blankRow(_ columns: Int) -> [String] { Array(repeating: " ", count: columns) }

    private static func blank(_ size: TerminalSize) -> [[String]] {
        Array(repeating: blankRow(size.columns), count: size.rows)
    }

    private static func fitted(_ cells: [[String]], to size: TerminalSize) -> [[String]] {
        var rows = cells.prefix(size.rows).map { row in
            Array(row.prefix(size.columns))
                + Array(repeating: " ", count: max(0, size.columns - row.count))
        }
        rows += Array(
            repeating: blankRow(size.columns), count: max(0, size.rows - rows.count))
        return rows
    }
}
