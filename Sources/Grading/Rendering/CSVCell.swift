/// A cell of a table that a spreadsheet opens: quoted where it must be, and harmless.
public enum CSVCell {
    /// - Parameter keepsLines: a text of several lines stays one; else a line end is a blank.
    public static func text(_ text: String, keepsLines: Bool = false) -> String {
        let lines =
            keepsLines
            ? text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
                String.init)
            : [text]
        let plain = lines.map { $0.replacingControls(with: " ") }.joined(separator: "\n")
        // A spreadsheet runs what begins with one of these; a quote before it makes it text.
        let isFormula = plain.unicodeScalars.first.map {
            "=+-@\t\r＝＋－＠".unicodeScalars.contains($0)
        }
        let safe = isFormula == true && Int(plain) == nil ? "'" + plain : plain
        let needsQuotes = safe.unicodeScalars.contains { ",\"\r\n;".unicodeScalars.contains($0) }
        guard needsQuotes else { return safe }
        return "\""
            + safe.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}
