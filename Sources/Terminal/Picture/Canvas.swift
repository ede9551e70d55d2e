/// A picture made of cells: where everything the desk shows is drawn before a terminal sees it.
///
/// ```swift
/// var canvas = Canvas(size: Size(columns: 80, rows: 24))
/// canvas.put("李倩", at: Point(x: 2, y: 1), limit: 8, style: .plain)
/// canvas.caret = Point(x: 20, y: 20)
/// canvas.picture  // "\n  李倩"
/// ```
///
/// Nothing is ever drawn outside the clip, which is the whole picture to begin with. Text passes
/// the `TextGate`; half of a wide glyph that is overwritten takes the other half with it.
public struct Canvas: Sendable {
    public let size: Size
    /// Measures text as the terminal shows it.
    public let gate: TextGate
    /// Where the cursor stands; nil puts it at the bottom right, out of the way.
    public var caret: Point?
    /// The block drawing is confined to.
    public private(set) var clip: Rect

    private(set) var cells: [Cell]
    private(set) var clusters: [String] = []
    private var clusterNumbers: [String: UInt32] = [:]

    /// What happens to text that is longer than its limit.
    public enum Overflow: Hashable, Sendable {
        case cut
        case ellipsis
    }

    /// An empty picture. Sizes below 1×1 are taken as 1×1.
    public init(size: Size, gate: TextGate = TextGate(), style: Style = .plain) {
        self.size = Size(columns: max(1, size.columns), rows: max(1, size.rows))
        self.gate = gate
        clip = Rect(size: self.size)
        cells = Array(repeating: .blank(style), count: self.size.columns * self.size.rows)
    }

    /// The whole picture.
    public var bounds: Rect { Rect(size: size) }

    /// Draws inside a smaller block: whatever `body` puts elsewhere is not shown.
    public mutating func withClip<Answer>(
        _ rect: Rect, _ body: (inout Canvas) throws -> Answer
    ) rethrows -> Answer {
        let outer = clip
        clip = clip.intersection(rect)
        defer { clip = outer }
        return try body(&self)
    }

    /// Writes text on one row and answers how many columns it took.
    ///
    /// It ends at `limit` columns, at the clip's right edge, and never wraps; a wide glyph that
    /// would fit by half is left out. Line ends and tabs become blanks.
    @discardableResult
    public mutating func put(
        _ text: String, at point: Point, limit: Int? = nil, style: Style = .plain,
        overflow: Overflow = .cut
    ) -> Int {
        guard point.y >= clip.y, point.y < clip.bottom else { return 0 }
        let room = min(max(0, limit ?? Int.max), max(0, clip.right - point.x))
        guard room > 0 else { return 0 }
        let mark = overflow == .ellipsis ? gate.ellipsis : ""
        let markWidth = overflow == .ellipsis ? (gate.ambiguousIsWide ? 2 : 1) : 0
        var reader = ClusterReader(text, gate: gate, budget: TextGate.budget(for: room))
        var used = 0
        var safe = 0
        while let cluster = reader.next() {
            guard used + cluster.width <= room else {
                guard overflow == .ellipsis, markWidth <= room else { return used }
                fill(Rect(x: point.x + safe, y: point.y, width: room - safe, height: 1), style)
                return safe + put(mark, at: Point(x: point.x + safe, y: point.y), style: style)
            }
            place(cluster, at: Point(x: point.x + used, y: point.y), style: style)
            used += cluster.width
            if used + markWidth <= room { safe = used }
        }
        return used
    }

    /// Empties a block and gives it a style.
    public mutating func fill(_ rect: Rect, style: Style) {
        fill(rect, style)
    }

    /// Fills a block with one character, for rules and bars; a wide one is set side by side.
    public mutating func fill(_ rect: Rect, with character: Character, style: Style) {
        let block = rect.intersection(clip)
        fill(block, style)
        var reader = ClusterReader(String(character), gate: gate)
        guard let cluster = reader.next(), cluster.width > 0 else { return }
        for y in block.y..<block.bottom {
            var x = block.x
            while x + cluster.width <= block.right {
                place(cluster, at: Point(x: x, y: y), style: style)
                x += cluster.width
            }
        }
    }

    /// Changes the style of a block and leaves its text.
    public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
        let block = rect.intersection(clip)
        for y in block.y..<block.bottom {
            for x in block.x..<block.right {
                change(&cells[index(x, y)].style)
            }
        }
    }

    /// Gives a block this style and leaves its text.
    public mutating func restyle(_ rect: Rect, style: Style) {
        restyle(rect) { $0 = style }
    }

    /// Copies a block of another picture to a place in this one.
    public mutating func paste(_ other: Canvas, from source: Rect, at point: Point) {
        let block = source.intersection(other.bounds)
        for y in 0..<block.height {
            for x in 0..<block.width {
                let cell = other.cells[other.index(block.x + x, block.y + y)]
                guard cell.width > 0 else { continue }
                let target = Point(x: point.x + x, y: point.y + y)
                guard x + cell.width <= block.width else { continue }
                let text = other.text(of: cell)
                guard let first = text.unicodeScalars.first else { continue }
                place(
                    Cluster(
                        first: first, whole: text.unicodeScalars.count > 1 ? text : nil,
                        width: cell.width),
                    at: target, style: cell.style)
            }
        }
    }

    // MARK: Cells

    func index(_ x: Int, _ y: Int) -> Int { y * size.columns + x }

    /// Forgets a row, for what had to be written over it on the screen.
    mutating func eraseRow(_ row: Int) {
        for x in 0..<size.columns { cells[index(x, row)] = .blank(.plain) }
    }

    private mutating func fill(_ rect: Rect, _ style: Style) {
        let block = rect.intersection(clip)
        guard !block.isEmpty else { return }
        for y in block.y..<block.bottom {
            release(block.x, y)
            release(block.right - 1, y)
            let start = index(block.x, y)
            for position in start..<start + block.width {
                cells[position] = .blank(style)
            }
        }
    }

    /// Writes one glyph, if all of it lies inside the clip.
    private mutating func place(_ cluster: Cluster, at point: Point, style: Style) {
        guard cluster.width > 0, point.x >= clip.x, point.x + cluster.width <= clip.right,
            point.y >= clip.y, point.y < clip.bottom
        else { return }
        release(point.x, point.y)
        let start = index(point.x, point.y)
        if cluster.width == 2 {
            release(point.x + 1, point.y)
            cells[start + 1] = .rightHalf(style)
        }
        cells[start] = Cell(glyph: glyph(of: cluster), width: cluster.width, style: style)
    }

    /// Blanks both halves of the wide glyph this cell belongs to, before one of them is lost.
    private mutating func release(_ x: Int, _ y: Int) {
        let position = index(x, y)
        switch cells[position].width {
        case 2:
            cells[position] = .blank(cells[position].style)
            if x + 1 < size.columns { cells[position + 1] = .blank(cells[position + 1].style) }
        case 0:
            cells[position] = .blank(cells[position].style)
            if x > 0 { cells[position - 1] = .blank(cells[position - 1].style) }
        default:
            break
        }
    }

    private mutating func glyph(of cluster: Cluster) -> UInt32 {
        guard let whole = cluster.whole else { return cluster.first.value }
        if let number = clusterNumbers[whole] { return number | Cell.clusterBit }
        let number = UInt32(clusters.count)
        clusters.append(whole)
        clusterNumbers[whole] = number
        return number | Cell.clusterBit
    }

    /// What stands in a cell; empty for the right half of a wide glyph.
    func text(of cell: Cell) -> String {
        if cell.isCluster {
            return clusters[Int(cell.glyph & ~Cell.clusterBit)]
        }
        guard cell.width > 0, let scalar = Unicode.Scalar(cell.glyph) else { return "" }
        return String(scalar)
    }
}
