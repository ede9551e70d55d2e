/// What spreadsheets do to a text on its way through them, undone.
public enum CellText {
    /// Takes off blanks at the ends, `="…"` (how exports keep Excel from rounding a long number)
    /// and the `'` with which Excel marks a number as text.
    public static func clean(_ text: String) -> String {
        guard let first = text.utf8.first, let last = text.utf8.last else { return "" }
        // Most cells are plain: nothing to take off where both ends are ASCII letters or digits.
        if 0x28..<0x7f ~= first, 0x23..<0x7f ~= last, first != 0x3d { return text }
        var text = trimmed(text)
        if text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count >= 3 {
            text = trimmed(
                text.dropFirst(2).dropLast().replacing("\"\"", with: "\""))
        }
        // Before a word the mark is an apostrophe that belongs to it.
        if text.hasPrefix("'"), let next = text.dropFirst().first, next.isASCII,
            next.isNumber || "+-=@".contains(next)
        {
            text = String(text.dropFirst())
        }
        return text
    }

    /// For numbers, times and identifiers: cleaned, full-width signs (１２３：) made narrow.
    public static func plain(_ text: String) -> String { trimmed(narrowed(clean(text))) }

    /// Without blanks at the ends: full-width, unbreaking, invisible ones too.
    static func trimmed(_ text: some StringProtocol) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(text[first...last])
    }

    /// With full-width letters, digits and signs made narrow.
    static func narrowed(_ text: String) -> String {
        // All of them take three bytes and begin with these.
        guard text.utf8.contains(where: { $0 == 0xe3 || $0 == 0xef }) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x3000: scalars.append(" ")
            case 0xff01...0xff5e:
                scalars.append(Unicode.Scalar(scalar.value - 0xfee0) ?? scalar)
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0d, 0x20, 0xa0, 0x200b, 0x3000, 0xfeff: true
        default: false
        }
    }
}
