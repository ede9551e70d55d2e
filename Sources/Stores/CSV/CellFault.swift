public import Engine

/// Why one cell cannot be what its column says it is. The row is left out, the rest goes on.
public struct CellFault: Error, Hashable, Sendable {
    /// The line on which the row begins, counted from 1.
    public let line: Int
    /// The column as the file calls it.
    public let column: String
    /// The cell as it stands in the file.
    public let value: String
    public let fact: Fact

    public init(line: Int, column: String, value: String, fact: Fact) {
        self.line = line
        self.column = column
        self.value = value
        self.fact = fact
    }

    /// What is wrong with a value.
    public enum Fact: Error, Hashable, Sendable {
        case empty
        case notAnAmount
        /// An amount below a fen would have to be rounded.
        case tooManyDecimals
        case negative
        /// More digits than any shop's amount or count has.
        case tooLong
        case notATime
        /// Written like a time, but there is no 31 June and no 25 o'clock.
        case noSuchTime
        case notACount
        /// Excel rounded a long number to `2.46E+18`; its last digits are lost.
        case roundedNumber
        /// A word that this column never has, as far as we know.
        case unknownWord(nearest: String?)
    }

    /// One sentence: line, column, value, what is wrong.
    public func sentence(in tongue: Tongue) -> String {
        let shown = value.count > 40 ? value.prefix(39) + "…" : value[...]
        let text = fact.text
        return switch tongue {
        case .chinese: "第 \(line) 行“\(column)”：“\(shown)”\(text.zh)。"
        case .english: "Line \(line), “\(column)”: “\(shown)” \(text.en)."
        }
    }
}

extension CellFault.Fact {
    fileprivate var text: Bilingual {
        switch self {
        case .empty: Bilingual(zh: "是空的，这里必须有值", en: "is empty and must not be")
        case .notAnAmount: Bilingual(zh: "不是金额", en: "is not an amount of money")
        case .tooManyDecimals:
            Bilingual(zh: "比分还细，金额最多两位小数", en: "is finer than a fen; two decimals at most")
        case .negative: Bilingual(zh: "是负数，这里不能为负", en: "is negative and must not be")
        case .tooLong: Bilingual(zh: "位数太多", en: "has too many digits")
        case .notATime:
            Bilingual(
                zh: "不是时间，请写成 2026-03-18 09:05:01",
                en: "is not a time; write 2026-03-18 09:05:01")
        case .noSuchTime: Bilingual(zh: "没有这个时间", en: "does not exist in the calendar")
        case .notACount: Bilingual(zh: "不是整数", en: "is not a whole number")
        case .roundedNumber:
            Bilingual(
                zh: "被 Excel 改成了约数，后几位丢了；请重新导出，别用 Excel 打开再存",
                en: "was rounded by Excel; export again and do not save it from Excel")
        case .unknownWord(let nearest?):
            Bilingual(zh: "不认识，是不是“\(nearest)”", en: "is unknown; did you mean “\(nearest)”")
        case .unknownWord(nil): Bilingual(zh: "不认识", en: "is unknown")
        }
    }
}
