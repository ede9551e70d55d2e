extension VirtualScreen {
    /// Carries out a control sequence; what it does not know it swallows whole.
    mutating func perform(_ sequence: EscapeParser.Sequence) {
        let first = sequence.parameters.first ?? 0
        let count = max(1, first)
        switch (sequence.marker, sequence.final) {
        case (nil, "A"): move(column: cursor.column, row: cursor.row - count)
        case (nil, "B"), (nil, "e"): move(column: cursor.column, row: cursor.row + count)
        case (nil, "C"), (nil, "a"): move(column: cursor.column + count, row: cursor.row)
        case (nil, "D"): move(column: cursor.column - count, row: cursor.row)
        case (nil, "E"): move(column: 0, row: cursor.row + count)
        case (nil, "F"): move(column: 0, row: cursor.row - count)
        case (nil, "G"), (nil, "`"): move(column: count - 1, row: cursor.row)
        case (nil, "d"): move(column: cursor.column, row: count - 1)
        case (nil, "H"), (nil, "f"):
            let column = sequence.parameters.count > 1 ? max(1, sequence.parameters[1]) : 1
            move(column: column - 1, row: count - 1)
        case (nil, "I"): move(column: (cursor.column / 8 + count) * 8, row: cursor.row)
        case (nil, "Z"): move(column: ((cursor.column + 7) / 8 - count) * 8, row: cursor.row)
        case (nil, "J"): eraseScreen(first)
        case (nil, "K"): eraseLine(first)
        case (nil, "X"): erase(cursor.column..<(cursor.column + count), row: cursor.row)
        case (nil, "@"): shiftRight(count)
        case (nil, "P"): shiftLeft(count)
        case (nil, "L"): shiftRows(by: -count)
        case (nil, "M"): shiftRows(by: count)
        case (nil, "S"): scroll(region, by: count)
        case (nil, "T"): scroll(region, by: -count)
        case (nil, "b"): repeatLast(count)
        case (nil, "r"):
            let last = sequence.parameters.count > 1 ? sequence.parameters[1] : size.rows
            let top = min(count, size.rows) - 1
            region = top...max(top, min(last == 0 ? size.rows : last, size.rows) - 1)
            move(column: 0, row: 0)
        case (nil, "s"): saved = cursor
        case (nil, "u"): move(column: saved.column, row: saved.row)
        case ("?", "h"): for mode in sequence.parameters { set(mode, true) }
        case ("?", "l"): for mode in sequence.parameters { set(mode, false) }
        case (nil, "n"):
            if first == 5 { answer("\u{1B}[0n") }
            if first == 6 { answer("\u{1B}[\(cursor.row + 1);\(cursor.column + 1)R") }
        case (nil, "c"): answer("\u{1B}[?62;22c")
        case (">", "c"): answer("\u{1B}[>1;10;0c")
        case ("?", "p") where sequence.intermediate == "$":
            answer("\u{1B}[?\(first);\(modes.contains(first) ? 1 : 2)$y")
        default: break
        }
    }

    private mutating func answer(_ text: String) { answers += Array(text.utf8) }

    private mutating func erase(_ columns: Range<Int>, row: Int) {
        for column in columns where column < size.columns { clear(column: column, row: row) }
    }

    private mutating func eraseLine(_ part: Int) {
        switch part {
        case 0: erase(cursor.column..<size.columns, row: cursor.row)
        case 1: erase(0..<(cursor.column + 1), row: cursor.row)
        default: erase(0..<size.columns, row: cursor.row)
        }
    }

    private mutating func eraseScreen(_ part: Int) {
        let rows =
            switch part {
            case 0: (cursor.row + 1)..<size.rows
            case 1: 0..<cursor.row
            default: 0..<size.rows
            }
        for row in rows { cells[row] = Self.blankRow(size.columns) }
        if part < 2 { eraseLine(part) }
    }

    private mutating func shiftRight(_ count: Int) {
        if cells[cursor.row][cursor.column].isEmpty {
            clear(column: cursor.column, row: cursor.row)
        }
        let count = min(count, size.columns - cursor.column)
        cells[cursor.row].removeLast(count)
        cells[cursor.row].insert(
            contentsOf: Array(repeating: " ", count: count), at: cursor.column)
    }

    private mutating func shiftLeft(_ count: Int) {
        let count = min(count, size.columns - cursor.column)
        erase(cursor.column..<(cursor.column + count), row: cursor.row)
        cells[cursor.row].removeSubrange(cursor.column..<(cursor.column + count))
        cells[cursor.row] += Array(repeating: " ", count: count)
    }

    private mutating func shiftRows(by count: Int) {
        guard region.contains(cursor.row) else { return }
        scroll(cursor.row...region.upperBound, by: count)
        move(column: 0, row: cursor.row)
    }
}
