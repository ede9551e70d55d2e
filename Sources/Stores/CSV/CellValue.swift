public import Engine

/// Reads values out of cleaned, narrow text, exactly or not at all.
public enum CellValue {
    /// The most digits before the point: amounts and counts stay far from overflowing.
    private static let mostDigits = 12

    /// `298`, `298.5`, `1,298.00`, `¥298.00`, `298元`; zeros beyond the second decimal are no loss.
    public static func money(_ text: String) throws(CellFault.Fact) -> Money {
        var text = text[...]
        var signs = 0
        func takeSign() {
            guard text.utf8.first == 0x2d else { return }
            signs += 1
            text = text.dropFirst()
        }
        takeSign()
        for currency in ["¥", "￥", "CNY", "RMB"] where text.hasPrefix(currency) {
            text = text.dropFirst(currency.count).drop { $0 == " " }
            takeSign()
        }
        if text.last == "元" { text = text.dropLast() }
        let amount = try positive(CellText.trimmed(text))
        // "-0.00" is what some exports write for nothing.
        if signs == 0 || signs == 1 && amount == .zero { return amount }
        throw signs == 1 ? .negative : .notAnAmount
    }

    private static func positive(_ digits: String) throws(CellFault.Fact) -> Money {
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let yuan = try whole(parts[0]) else { throw .notAnAmount }
        guard parts.count == 2 else { return Money(fen: yuan * 100) }
        guard !parts[1].isEmpty, parts[1].allSatisfy(isDigit) else { throw .notAnAmount }
        guard parts[1].dropFirst(2).allSatisfy({ $0 == "0" }) else { throw .tooManyDecimals }
        let decimals = (parts[1] + "0").prefix(2)
        return Money(fen: yuan * 100 + (Int(decimals) ?? 0))
    }

    /// A whole number, zero or more; `3.00` is one.
    public static func count(_ text: String) throws(CellFault.Fact) -> Int {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        if text.hasPrefix("-") {
            throw text.dropFirst().allSatisfy { isDigit($0) || $0 == "." } ? .negative : .notACount
        }
        guard parts.count <= 2, let number = try whole(parts[0]),
            parts.count == 1 || !parts[1].isEmpty && parts[1].allSatisfy({ $0 == "0" })
        else { throw .notACount }
        return number
    }

    /// A number with decimals as the nearest whole one, half upwards; `isWhole` when nothing was
    /// lost.
    public static func nearestCount(
        _ text: String
    ) throws(CellFault.Fact) -> (count: Int, isWhole: Bool) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = parts[1].first, parts[1].allSatisfy(isDigit) else {
            return (try count(text), true)
        }
        let below = try count(String(parts[0]))
        return (below + (first >= "5" ? 1 : 0), parts[1].allSatisfy { $0 == "0" })
    }

    /// A name made of digits: kept as text, refused where Excel has rounded it.
    public static func identifier(_ text: String) throws(CellFault.Fact) -> String {
        let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
        if parts.count == 2, parts[0].contains("."), parts[1].hasPrefix("+"),
            parts[0].allSatisfy({ isDigit($0) || $0 == "." }),
            parts[1].dropFirst().allSatisfy(isDigit)
        {
            throw .roundedNumber
        }
        return text
    }

    /// Digits, with commas only where they stand between thousands; nil for anything else.
    private static func whole(_ text: Substring) throws(CellFault.Fact) -> Int? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard !text.isEmpty, groups.allSatisfy({ $0.allSatisfy(isDigit) }) else { return nil }
        if groups.count > 1 {
            guard (1...3).contains(groups[0].count),
                groups.dropFirst().allSatisfy({ $0.count == 3 })
            else { return nil }
        }
        let digits = groups.joined()
        guard digits.count <= mostDigits else { throw .tooLong }
        return Int(digits)
    }

    static func isDigit(_ character: Character) -> Bool {
        guard let byte = character.asciiValue else { return false }
        return 0x30...0x39 ~= byte
    }
}
