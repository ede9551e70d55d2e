/// One row of a table. Its texts are made when they are asked for, so that a long file is read
/// for the few columns one needs.
public struct CSVRow: Sendable {
    /// The line of the file on which the row begins, counted from 1.
    public let line: Int
    public let header: CSVHeader

    let text: [UInt8]
    let cells: [Cell]
    let strayQuote: Int?

    /// Where a cell stands in the file's text.
    struct Cell: Sendable {
        let start: Int
        let end: Int
        var hasDoubledQuotes = false
        var hasStrayQuote = false
    }

    /// Whether a row has a cell for each column.
    public enum Shape: Hashable, Sendable {
        case fits
        case tooFew(cells: Int, columns: Int)
        case tooMany(cells: Int, columns: Int)
        /// In this column, counted from 0, something stands behind the closing quote.
        case strayQuote(column: Int)
    }

    /// Empty cells beyond the last column are a spreadsheet's habit and no fault.
    public var shape: Shape {
        if let strayQuote { return .strayQuote(column: strayQuote) }
        let columns = header.names.count
        if cells.count < columns { return .tooFew(cells: cells.count, columns: columns) }
        if cells[columns...].contains(where: { $0.start < $0.end }) {
            return .tooMany(cells: cells.count, columns: columns)
        }
        return .fits
    }

    /// How many cells the row has.
    public var count: Int { cells.count }

    /// Nothing in any cell.
    public var isBlank: Bool { cells.indices.allSatisfy { text(at: $0).isEmpty } }

    /// The cell exactly as it was exported; empty where the row is too short or the export has no
    /// such column.
    public func raw(at column: Int?) -> String {
        guard let column, cells.indices.contains(column) else { return "" }
        let cell = cells[column]
        guard cell.hasDoubledQuotes else {
            return String(decoding: text[cell.start..<cell.end], as: UTF8.self)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(cell.end - cell.start)
        var index = cell.start
        while index < cell.end {
            bytes.append(text[index])
            // The second of two quotes was only there for the first.
            index += text[index] == 0x22 ? 2 : 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The cell as a person means it: blanks at the ends and a spreadsheet's wrapping taken off.
    public func text(at column: Int?) -> String { CellText.clean(raw(at: column)) }
}
