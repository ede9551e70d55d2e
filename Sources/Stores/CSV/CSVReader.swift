/// Reads a table of text as spreadsheets and shops export it (RFC 4180): cells in quotes, quotes
/// doubled inside them, line breaks inside a cell, any of the three line ends; commas, tabs or
/// semicolons between the cells, whichever the header uses most.
///
///     var reader = try CSVReader(bytes)
///     let id = try reader.header.place(of: CSVColumn("订单编号", "订单号"))
///     while let row = try reader.next() { print(row.line, row.text(at: id)) }
///
/// An empty line is no row. A row of the wrong shape is a row like any other and says so in
/// `CSVRow.shape`.
public struct CSVReader: Sendable {
    public private(set) var header: CSVHeader
    public let decoding: TextDecoding
    /// What stands between two cells: `,`, tab or `;`.
    public let separator: Character

    private let text: [UInt8]
    private let mark: UInt8
    private var position = 0
    private var line = 1
    private var isOver = false

    private static let quote: UInt8 = 0x22
    private static let feed: UInt8 = 0x0a
    private static let carriage: UInt8 = 0x0d

    /// Reads the names of the columns; the rows follow with `next()`.
    public init(_ bytes: [UInt8]) throws(CSVFault) {
        (text, decoding) = try TextDecoding.decode(bytes)
        mark = Self.sniff(text)
        separator = Character(Unicode.Scalar(mark))
        header = CSVHeader(names: [])
        guard let first = try next() else { throw .noHeader }
        header = CSVHeader(names: first.cells.indices.map { first.raw(at: $0) })
    }

    /// The next row; nil after the last one.
    ///
    /// - Throws: `CSVFault.openQuote` where the file ends inside a cell. It is over then.
    public mutating func next() throws(CSVFault) -> CSVRow? {
        skipEmptyLines()
        guard !isOver, position < text.count else { return nil }
        let began = line
        var cells: [CSVRow.Cell] = []
        cells.reserveCapacity(header.names.count)
        var strayQuote: Int?
        repeat {
            let cell = try nextCell()
            if cell.hasStrayQuote, strayQuote == nil { strayQuote = cells.count }
            cells.append(cell)
        } while takeSeparator()
        takeLineEnd()
        return CSVRow(
            line: began, header: header, text: text, cells: cells, strayQuote: strayQuote)
    }

    private mutating func skipEmptyLines() {
        while position < text.count, text[position] == Self.feed || text[position] == Self.carriage
        {
            takeLineEnd()
        }
    }

    private mutating func takeSeparator() -> Bool {
        guard position < text.count, text[position] == mark else { return false }
        position += 1
        return true
    }

    private mutating func takeLineEnd() {
        guard position < text.count else { return }
        let isPair =
            text[position] == Self.carriage && position + 1 < text.count
            && text[position + 1] == Self.feed
        position += isPair ? 2 : 1
        line += 1
    }

    /// One cell; afterwards the place is at a separator, a line end, or the end.
    private mutating func nextCell() throws(CSVFault) -> CSVRow.Cell {
        guard position < text.count, text[position] == Self.quote else {
            let start = position
            position = endOfPlainCell(from: start)
            return CSVRow.Cell(start: start, end: position)
        }
        let opened = line
        let start = position + 1
        var index = start
        var hasDoubledQuotes = false
        while index < text.count {
            let byte = text[index]
            if byte == Self.quote {
                guard index + 1 < text.count, text[index + 1] == Self.quote else { break }
                hasDoubledQuotes = true
                index += 1
            } else if byte == Self.feed || byte == Self.carriage && !isFollowedByFeed(index) {
                line += 1
            }
            index += 1
        }
        guard index < text.count else {
            isOver = true
            throw .openQuote(line: opened)
        }
        position = endOfPlainCell(from: index + 1)
        if position == index + 1 {
            return CSVRow.Cell(start: start, end: index, hasDoubledQuotes: hasDoubledQuotes)
        }
        // Something stands behind the closing quote; the cell is kept as it is in the file.
        return CSVRow.Cell(start: start - 1, end: position, hasStrayQuote: true)
    }

    private func isFollowedByFeed(_ index: Int) -> Bool {
        index + 1 < text.count && text[index + 1] == Self.feed
    }

    private func endOfPlainCell(from start: Int) -> Int {
        let bytes = text.span
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == mark || byte == Self.feed || byte == Self.carriage { break }
            index += 1
        }
        return index
    }

    /// The separator of the first line that is not empty; quoted parts do not count, and a comma
    /// wins where nothing does.
    private static func sniff(_ text: [UInt8]) -> UInt8 {
        var counts: [(mark: UInt8, count: Int)] = [(0x2c, 0), (0x09, 0), (0x3b, 0)]
        var isQuoted = false
        var hasBegun = false
        for byte in text {
            if byte == quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == feed || byte == carriage {
                if hasBegun { break }
                continue
            }
            hasBegun = true
            for place in counts.indices where counts[place].mark == byte {
                counts[place].count += 1
            }
        }
        var best = counts[0]
        for candidate in counts where candidate.count > best.count { best = candidate }
        return best.mark
    }
}
