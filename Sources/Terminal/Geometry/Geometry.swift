/// How many columns and rows a picture has.
public struct Size: Hashable, Sendable {
    public var columns: Int
    public var rows: Int

    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}

/// A place in a picture: column `x` and row `y`, both counted from zero at the top left.
public struct Point: Hashable, Sendable {
    public var x: Int
    public var y: Int

    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}

/// A block of cells. A rectangle without width or height is empty, never negative.
///
/// ```swift
/// var rest = Rect(size: canvas.size)
/// let header = rest.takeTop(1)
/// let footer = rest.takeBottom(1)
/// let queue = rest.takeLeft(18)
/// ```
public struct Rect: Hashable, Sendable {
    public var x: Int
    public var y: Int
    public private(set) var width: Int
    public private(set) var height: Int

    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    /// The whole of a picture of this size.
    public init(size: Size) {
        self.init(x: 0, y: 0, width: size.columns, height: size.rows)
    }

    public var origin: Point { Point(x: x, y: y) }
    public var size: Size { Size(columns: width, rows: height) }
    public var isEmpty: Bool { width == 0 || height == 0 }

    /// The first column to the right of the block, and the first row below it.
    public var right: Int { x + width }
    public var bottom: Int { y + height }

    public func contains(_ point: Point) -> Bool {
        point.x >= x && point.x < right && point.y >= y && point.y < bottom
    }

    /// What both blocks cover; empty where they do not touch.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(x, other.x)
        let top = max(y, other.y)
        return Rect(
            x: left, y: top,
            width: min(right, other.right) - left, height: min(bottom, other.bottom) - top)
    }

    /// The block without a margin on each side.
    public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
        Rect(x: x + left, y: y + top, width: width - left - right, height: height - top - bottom)
    }

    /// The block without `columns` on both sides and `rows` above and below.
    public func inset(columns: Int, rows: Int) -> Rect {
        inset(left: columns, top: rows, right: columns, bottom: rows)
    }

    /// One row of the block, counted from its own top.
    public func row(_ index: Int) -> Rect {
        Rect(x: x, y: y + index, width: width, height: 1)
    }

    /// A block of this size in the middle of this one, cut where it does not fit.
    public func centred(width wanted: Int, height high: Int) -> Rect {
        let wide = min(wanted, width)
        let tall = min(high, height)
        return Rect(
            x: x + (width - wide) / 2, y: y + (height - tall) / 2, width: wide, height: tall)
    }

    /// The block in two, side by side; the left one takes at most `columns`.
    public func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
        let taken = min(max(0, columns), width)
        return (
            Rect(x: x, y: y, width: taken, height: height),
            Rect(x: x + taken, y: y, width: width - taken, height: height)
        )
    }

    /// The block in two, one above the other; the upper one takes at most `rows`.
    public func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
        let taken = min(max(0, rows), height)
        return (
            Rect(x: x, y: y, width: width, height: taken),
            Rect(x: x, y: y + taken, width: width, height: height - taken)
        )
    }

    /// Cuts a block off one side and gives it back; what stays is this block.
    public mutating func takeLeft(_ columns: Int) -> Rect {
        let (left, rest) = splitLeft(columns)
        self = rest
        return left
    }

    public mutating func takeRight(_ columns: Int) -> Rect {
        let (left, rest) = splitLeft(width - min(max(0, columns), width))
        self = left
        return rest
    }

    public mutating func takeTop(_ rows: Int) -> Rect {
        let (top, rest) = splitTop(rows)
        self = rest
        return top
    }

    public mutating func takeBottom(_ rows: Int) -> Rect {
        let (top, rest) = splitTop(height - min(max(0, rows), height))
        self = top
        return rest
    }
}
