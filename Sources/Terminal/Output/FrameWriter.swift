/// Works out the bytes that turn the picture a terminal shows into the next one.
///
/// It knows what is on the screen, where the cursor stands and which style is on; a character
/// typed at the caret therefore costs its own bytes and nothing else. Behind a glyph whose width
/// terminals disagree about, the next one is placed absolutely, so no disagreement can spread.
struct FrameWriter {
    /// What the terminal shows now, or nil when that is unknown and all must be drawn.
    private(set) var shown: Canvas?
    private var pen: Pen
    /// Where the cursor stands; nil when we cannot be sure.
    private var cursor: Point?
    private var bytes: [UInt8] = []

    init(depth: ColourDepth) {
        pen = Pen(depth: depth)
    }

    /// The next frame clears the screen and draws everything.
    mutating func forget() {
        shown = nil
        cursor = nil
        pen.forget()
    }

    /// The bytes for this picture; empty when nothing changed.
    mutating func frame(for canvas: Canvas) -> [UInt8] {
        bytes.removeAll(keepingCapacity: true)
        let old: Canvas
        if let shown, shown.size == canvas.size {
            old = shown
        } else {
            old = Canvas(size: canvas.size)
            pen.forget()
            pen.change(to: .plain, in: &bytes)
            bytes += "\u{1B}[H\u{1B}[2J".utf8
            cursor = Point(x: 0, y: 0)
        }
        let caret = place(for: canvas)
        for row in 0..<canvas.size.rows where row != caret.y {
            draw(row, of: canvas, over: old)
        }
        // The caret's row comes last: the pen is then ready for the next character typed.
        draw(caret.y, of: canvas, over: old)
        move(to: caret)
        shown = canvas
        return bytes
    }

    /// Writes glyphs where nobody sees them, each followed by the question where the cursor is
    /// now, and draws the row again as it was: the answers tell how wide the terminal takes them.
    ///
    /// `question` goes out in the same place, since some terminals print part of what they do not
    /// understand.
    mutating func measurement(of glyphs: [String], question: String) -> [UInt8] {
        guard let canvas = shown else { return [] }
        bytes.removeAll(keepingCapacity: true)
        let style = pen.style
        let row = canvas.size.rows - 1
        bytes += "\u{1B}[\(row + 1);1H\u{1B}[m\u{1B}[8m".utf8
        for glyph in glyphs {
            bytes += "\r\(glyph)\u{1B}[6n".utf8
        }
        bytes += "\r\(question)\r\u{1B}[m\u{1B}[K".utf8
        pen.forget()
        cursor = nil
        var blank = canvas
        blank.eraseRow(row)
        draw(row, of: canvas, over: blank)
        move(to: place(for: canvas))
        if let style { pen.change(to: style, in: &bytes) }
        return bytes
    }

    private func place(for canvas: Canvas) -> Point {
        guard let caret = canvas.caret else {
            return Point(x: canvas.size.columns - 1, y: canvas.size.rows - 1)
        }
        return Point(
            x: min(max(0, caret.x), canvas.size.columns - 1),
            y: min(max(0, caret.y), canvas.size.rows - 1))
    }

    // MARK: One row

    private mutating func draw(_ row: Int, of canvas: Canvas, over old: Canvas) {
        let start = canvas.index(0, row)
        let width = canvas.size.columns
        guard var x = canvas.firstDifference(from: old, in: start..<start + width) else { return }
        x -= start
        let tail = canvas.blankTail(row: row)
        while x < width {
            let position = start + x
            if canvas.shows(sameAs: old, at: position) {
                x += 1
                continue
            }
            let cell = canvas.cells[position]
            if cell.width == 0 {
                // The right half changed (its colour): the whole glyph is written again.
                x -= 1
                write(canvas.cells[start + x], at: Point(x: x, y: row), of: canvas)
                x += 2
                continue
            }
            if x >= tail, erases(from: x, width: width, row: row, of: canvas, over: old) { return }
            bridge(to: Point(x: x, y: row), of: canvas)
            write(cell, at: Point(x: x, y: row), of: canvas)
            x += cell.width
        }
    }

    /// Clears the rest of a row with three bytes where that is shorter than blanks.
    private mutating func erases(
        from x: Int, width: Int, row: Int, of canvas: Canvas, over old: Canvas
    ) -> Bool {
        guard width - x > 3 else { return false }
        let start = canvas.index(0, row)
        var changed = 0
        for position in start + x..<start + width
        where !canvas.shows(sameAs: old, at: position) {
            changed += 1
        }
        guard changed > 3 else { return false }
        move(to: Point(x: x, y: row))
        pen.change(to: canvas.cells[start + x].style, in: &bytes)
        bytes += "\u{1B}[K".utf8
        return true
    }

    /// Gets to a place on the same row by writing what stands between, where that is cheaper than
    /// moving the cursor.
    private mutating func bridge(to target: Point, of canvas: Canvas) {
        guard let cursor, cursor.y == target.y, cursor.x < target.x, target.x - cursor.x <= 4
        else { return move(to: target) }
        let gap = canvas.index(cursor.x, target.y)..<canvas.index(target.x, target.y)
        let isCheap = canvas.cells[gap].allSatisfy {
            $0.width == 1 && $0.glyph < 0x7F && $0.style == pen.style
        }
        guard isCheap, gap.count < 4 else { return move(to: target) }
        for cell in canvas.cells[gap] { bytes.append(UInt8(cell.glyph)) }
        self.cursor = target
    }

    private mutating func write(_ cell: Cell, at point: Point, of canvas: Canvas) {
        move(to: point)
        pen.change(to: cell.style, in: &bytes)
        let trusted = cell.isTrusted
        if !trusted, cell.width == 2 {
            bytes += "  ".utf8
            cursor = nil
            move(to: point)
        }
        if cell.isCluster {
            bytes += canvas.text(of: cell).utf8
        } else if let scalar = Unicode.Scalar(cell.glyph) {
            bytes += UTF8.encode(scalar).map { Array($0) } ?? []
        }
        let next = point.x + cell.width
        let staysInRow = next < canvas.size.columns
        cursor = trusted && staysInRow ? Point(x: next, y: point.y) : nil
    }

    /// Moves the cursor the shortest way.
    private mutating func move(to target: Point) {
        guard cursor != target else { return }
        defer { cursor = target }
        if let cursor, cursor.y == target.y {
            let distance = target.x - cursor.x
            if distance < 0, -distance <= 4 {
                bytes += repeatElement(0x08, count: -distance)
                return
            }
            if target.x == 0 {
                bytes.append(0x0D)
                return
            }
            let letter = distance < 0 ? "D" : "C"
            let count = abs(distance) == 1 ? "" : "\(abs(distance))"
            bytes += "\u{1B}[\(count)\(letter)".utf8
            return
        }
        let row = target.y == 0 ? "" : "\(target.y + 1)"
        let column = target.x == 0 ? "" : ";\(target.x + 1)"
        bytes += "\u{1B}[\(row)\(column)H".utf8
    }
}
