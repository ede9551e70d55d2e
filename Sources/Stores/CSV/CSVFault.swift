public import Engine

/// Why a table from outside cannot be read at all. Nothing of it is taken.
public enum CSVFault: Error, Hashable, Sendable {
    /// A spreadsheet's own file (.xlsx, .xls), not text.
    case workbook
    /// The byte at `offset`, counted from 0, on `line`, counted from 1, belongs to no character.
    case undecodable(offset: Int, line: Int)
    /// Not even the names of columns.
    case noHeader
    /// A cell that opened with a quote on this line never closed: the file was cut.
    case openQuote(line: Int)
    /// A column that must be there is not; `nearest` is the one that may have been meant.
    case missingColumn(String, nearest: String?)
    /// Two columns of one name: which of them counts?
    case doubledColumn(String)
    /// This column shows that every row is one thing bought, not one order.
    case rowsAreItems(column: String)

    /// What is wrong and what to do next.
    public func sentence(in tongue: Tongue) -> String { bilingual[tongue] }

    private var bilingual: Bilingual {
        switch self {
        case .workbook:
            Bilingual(
                zh: "这是 Excel 工作簿，不是 CSV。请在 Excel 里“另存为 → CSV”再导入。",
                en: "This is an Excel workbook, not CSV. Save it as CSV and import that.")
        case .undecodable(let offset, let line):
            Bilingual(
                zh: "第 \(line) 行（第 \(offset) 字节处）不是文字，文件可能没下载完整。请重新导出。",
                en: """
                    Line \(line) (byte \(offset)) is not text; the file may be incomplete. Export it \
                    again.
                    """)
        case .noHeader:
            Bilingual(
                zh: "文件是空的，第一行要有列名。请重新导出。",
                en: "The file is empty; its first line must name the columns. Export it again.")
        case .openQuote(let line):
            Bilingual(
                zh: "第 \(line) 行的引号到文件末尾也没有合上，文件可能被截断了。请重新导出。",
                en: """
                    The quote opened on line \(line) is never closed; the file was probably cut \
                    short. Export it again.
                    """)
        case .missingColumn(let name, let nearest?):
            Bilingual(
                zh: "缺“\(name)”这一列，是不是写成了“\(nearest)”？改好列名再导入。",
                en: """
                    The column “\(name)” is missing; is it “\(nearest)”? Rename it and import again.
                    """)
        case .missingColumn(let name, nil):
            Bilingual(
                zh: "缺“\(name)”这一列。导出时勾选它，再导入。",
                en: "The column “\(name)” is missing. Tick it when exporting, and import again.")
        case .doubledColumn(let name):
            Bilingual(
                zh: "有两列都叫“\(name)”，分不清用哪一列。删掉一列再导入。",
                en: "Two columns are called “\(name)”. Remove one and import again.")
        case .rowsAreItems(let name):
            Bilingual(
                zh: "有“\(name)”这一列，这是按商品列的报表。请导出订单报表（一单一行）再导入。",
                en: """
                    The column “\(name)” shows a report by item. Export the report with one row an \
                    order and import that.
                    """)
        }
    }
}
