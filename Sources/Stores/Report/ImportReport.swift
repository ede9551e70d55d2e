/// The account of an import: every row of the file was taken or is named with the reason why not,
/// and what was not taken over exactly as it stood is named as well.
public struct ImportReport: Hashable, Sendable {
    /// How the file was written.
    public let decoding: TextDecoding
    /// Columns of the file from which nothing is read.
    public let ignoredColumns: [String]
    /// Rows behind the header; empty lines are none.
    public internal(set) var rows = 0
    /// Rows whose values are in the result.
    public internal(set) var taken = 0
    /// Of those taken, rows that only bring a picture.
    public internal(set) var pictures = 0
    public internal(set) var changes: [Change] = []
    /// By line.
    public internal(set) var skipped: [Skip] = []

    init(decoding: TextDecoding, ignoredColumns: [String]) {
        self.decoding = decoding
        self.ignoredColumns = ignoredColumns
    }

    /// No row was lost. Always so; tests look at it.
    public var isBalanced: Bool { taken + skipped.count == rows }

    /// A value that is in the result otherwise than it stood in the file.
    public struct Change: Hashable, Sendable {
        /// The line on which the row begins, counted from 1.
        public let line: Int
        public let column: String
        /// The cell as it stands in the file.
        public let value: String
        public let why: Reason

        public init(line: Int, column: String, value: String, why: Reason) {
            self.line = line
            self.column = column
            self.value = value
            self.why = why
        }

        public enum Reason: Hashable, Sendable {
            /// The cell could not be read and was not needed: there is no value.
            case leftOut(CellFault.Fact)
            /// More sold than there was: the stock is nothing.
            case oversold
            /// A fraction of a gram does not count.
            case rounded(to: Int)
            /// The code stands on an earlier line already: here there is none.
            case repeatedCode(line: Int)
            /// A product without a title is called by its handle.
            case titleFromHandle
        }
    }

    /// A row that is not in the result.
    public struct Skip: Hashable, Sendable {
        /// The line on which the row begins, counted from 1.
        public let line: Int
        public let why: Reason

        public init(line: Int, why: Reason) {
            self.line = line
            self.why = why
        }

        public enum Reason: Hashable, Sendable {
            case blank
            /// The cells do not stand under their columns.
            case shape(CSVRow.Shape)
            case cell(CellFault)
            /// The same order or variant stands on an earlier line; `isSame` when it says the same.
            case duplicate(of: String, line: Int, isSame: Bool)
            /// A product of which no variant could be read.
            case noVariant(product: String)
            /// A product is named and nothing said about it.
            case nothingToTake
        }
    }
}

extension ImportReport {
    /// Counts the row; false, and named, when there is nothing to read in it.
    mutating func admits(_ row: CSVRow) -> Bool {
        rows += 1
        if row.isBlank {
            skip(row.line, .blank)
            return false
        }
        switch row.shape {
        case .fits: return true
        case .tooFew, .tooMany, .strayQuote:
            skip(row.line, .shape(row.shape))
            return false
        }
    }

    mutating func skip(_ line: Int, _ why: Skip.Reason) {
        skipped.append(Skip(line: line, why: why))
    }

    mutating func change(_ row: CSVRow, at column: Int?, _ why: Change.Reason) {
        guard let column else { return }
        changes.append(
            Change(
                line: row.line, column: row.header.names[column], value: row.raw(at: column),
                why: why))
    }

    /// A whole number that one can do without: what cannot be read is left out and named.
    mutating func count(_ row: CSVRow, at column: Int?) -> Int? {
        do throws(CellFault) {
            return try row.count(at: column)
        } catch {
            change(row, at: column, .leftOut(error.fact))
            return nil
        }
    }
}
