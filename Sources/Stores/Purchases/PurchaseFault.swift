public import Engine

/// Why one row of an order list is no purchase. The row is left out, named, and the rest goes on.
public enum PurchaseFault: Error, Hashable, Sendable {
    case cell(CellFault)
    /// More or fewer cells than columns: the row has been torn.
    case shape(line: Int, CSVRow.Shape)
    /// More came back than was paid; one of the two is wrong.
    case refundAbovePaid(line: Int, column: String, refund: Money, paid: Money)

    /// The line of the file on which the row begins, counted from 1.
    public var line: Int {
        switch self {
        case .cell(let fault): fault.line
        case .shape(let line, _): line
        case .refundAbovePaid(let line, _, _, _): line
        }
    }

    /// One sentence: line, column, what was found, what is wrong.
    public func sentence(in tongue: Tongue) -> String {
        switch self {
        case .cell(let fault): fault.sentence(in: tongue)
        case .shape(let line, let shape): Self.words(line, shape)[tongue]
        case .refundAbovePaid(let line, let column, let refund, let paid):
            Bilingual(
                zh: "第 \(line) 行“\(column)”：退了 \(refund.plain)，比付的 \(paid.plain) 还多。",
                en: """
                    Line \(line), “\(column)”: \(refund.plain) came back, more than the \
                    \(paid.plain) paid.
                    """)[tongue]
        }
    }

    private static func words(_ line: Int, _ shape: CSVRow.Shape) -> Bilingual {
        switch shape {
        case .fits: Bilingual(zh: "第 \(line) 行没有问题。", en: "Line \(line) is well.")
        case .tooFew(let cells, let columns), .tooMany(let cells, let columns):
            Bilingual(
                zh: "第 \(line) 行有 \(cells) 格，表头有 \(columns) 列。逗号或引号写错了？",
                en: """
                    Line \(line) has \(cells) cells for \(columns) columns. Is a comma or a quote \
                    amiss?
                    """)
        case .strayQuote(let column):
            Bilingual(
                zh: "第 \(line) 行第 \(column + 1) 格的引号后面还有字。引号里的引号要写两个。",
                en: """
                    Line \(line), cell \(column + 1): text after the closing quote. Write a quote \
                    inside quotes twice.
                    """)
        }
    }
}
