/// One line of a table we write, for spreadsheets and programs alike (RFC 4180).
public enum CSVLine {
    /// The cells with commas between them and a line end behind. A cell that a spreadsheet would
    /// take for a formula gets the `'` that marks text; `CSVReader` takes it off again.
    public static func text(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ",") + "\r\n"
    }

    private static func cell(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@＝＋－＠".contains($0) } ?? false
        let safe = isFormula && Int(text) == nil ? "'" + text : text
        let needsQuotes = safe.unicodeScalars.contains { ",;\"\r\n\t".unicodeScalars.contains($0) }
        return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
    }
}
