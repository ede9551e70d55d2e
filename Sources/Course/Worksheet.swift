public import Engine

/// One of the course's tables as a form that a learner fills in; its fields are data.
///
/// ```yaml
/// name: shop-and-online
/// table: 1-2
/// parts:
///   - rows: [{id: way, title: {zh: 工作方式, en: way of working}}]
///     columns: [{id: shop, title: {zh: 门店, en: shop}, lines: 2}]
/// ```
public struct Worksheet: Hashable, Sendable {
    public var name: String
    /// The number of the table it stands for: `1-2`.
    public var table: String
    public var title: Bilingual
    /// What to do with it.
    public var task: Bilingual
    public var parts: [Part]
    public var totals: [Total]

    /// A stretch of the form: fields one below the other, or a table.
    public struct Part: Hashable, Sendable {
        public var title: Bilingual?
        public var body: Body

        public enum Body: Hashable, Sendable {
            case fields([Cell])
            case table(rows: [Row], columns: [Cell])
        }
    }

    /// A row of a table.
    public struct Row: Hashable, Sendable {
        public var id: String
        public var title: Bilingual
        public var hint: Bilingual?
    }

    /// Something to be filled in; a column of a table is one for every row.
    public struct Cell: Hashable, Sendable {
        public var id: String
        public var title: Bilingual
        public var hint: Bilingual?
        public var kind: Kind

        public enum Kind: Hashable, Sendable {
            /// A text with room for so many lines.
            case text(lines: Int)
            case number(ClosedRange<Int>)
            case choice([Bilingual])
        }
    }

    /// A figure worked out from what was filled in.
    public struct Total: Hashable, Sendable {
        public var title: Bilingual
        public var rule: Rule
        /// Names of cells: `duty1.weight`.
        public var cells: [String]

        public enum Rule: Hashable, Sendable {
            case mean
            case sum
            /// A sum that has to come to so much.
            case sumMustBe(Int)
        }
    }

    /// A cell in its place: `duty1.weight`, with the title of its row.
    public struct PlacedCell: Hashable, Sendable {
        public var id: String
        public var row: Row?
        public var cell: Cell
        /// Which part it belongs to.
        public var part: Int
    }

    /// Every place to be filled in, in order.
    public var cells: [PlacedCell] {
        parts.enumerated().flatMap { number, part in
            switch part.body {
            case .fields(let cells):
                cells.map { PlacedCell(id: $0.id, row: nil, cell: $0, part: number) }
            case .table(let rows, let columns):
                rows.flatMap { row in
                    columns.map {
                        PlacedCell(
                            id: Self.name(row.id, $0.id), row: row, cell: $0, part: number)
                    }
                }
            }
        }
    }

    static func name(_ row: String, _ column: String) -> String { row + "." + column }
}

/// A worksheet as one person has filled it so far.
public struct FilledSheet: Hashable, Sendable, Codable {
    public var worksheet: String
    /// By the cell's name; a choice by its number from 1, nothing where nothing is filled in.
    public private(set) var values: [String: String]

    public init(worksheet: String, values: [String: String] = [:]) {
        self.worksheet = worksheet
        self.values = values
    }

    public subscript(cell: String) -> String {
        get { values[cell] ?? "" }
        set { values[cell] = newValue.isEmpty ? nil : newValue }
    }

    /// How many places of the worksheet hold something.
    public func filled(in worksheet: Worksheet) -> Int {
        worksheet.cells.count { !self[$0.id].isEmpty }
    }

    /// What a cell says in the reader's language.
    public func text(of placed: Worksheet.PlacedCell, in tongue: Tongue) -> String {
        let value = self[placed.id]
        guard case .choice(let choices) = placed.cell.kind else { return value }
        guard let number = Int(value), choices.indices.contains(number - 1) else { return "" }
        return choices[number - 1][tongue]
    }

    /// Whether a number is one, and within its bounds; a place left empty is no mistake.
    public func problem(of placed: Worksheet.PlacedCell) -> Bilingual? {
        guard case .number(let range) = placed.cell.kind, !self[placed.id].isEmpty else {
            return nil
        }
        if let number = Int(self[placed.id]), range.contains(number) { return nil }
        let name = placed.row.map { row in
            Bilingual(
                zh: row.title.zh + placed.cell.title.zh,
                en: row.title.en + ", " + placed.cell.title.en)
        }
        let title = name ?? placed.cell.title
        return Bilingual(
            zh: "\(title.zh)要填 \(range.lowerBound) 到 \(range.upperBound) 的整数",
            en: "\(title.en): a whole number from \(range.lowerBound) to \(range.upperBound)")
    }

    /// A total as far as it can be worked out; nil while none of its cells holds a number. What is
    /// no number of its cell does not count.
    public func result(of total: Worksheet.Total, in worksheet: Worksheet) -> Result? {
        let numbers = worksheet.cells.filter {
            total.cells.contains($0.id) && problem(of: $0) == nil
        }
        .compactMap { Int(self[$0.id]) }
        guard !numbers.isEmpty else { return nil }
        let sum = numbers.reduce(0, +)
        switch total.rule {
        case .mean:
            // In tenths, half up.
            let tenths = (sum * 20 + numbers.count) / (numbers.count * 2)
            return Result(text: "\(tenths / 10).\(tenths % 10)", isWrong: false)
        case .sum: return Result(text: "\(sum)", isWrong: false)
        case .sumMustBe(let wanted):
            let isWhole = numbers.count == total.cells.count
            return Result(text: "\(sum)/\(wanted)", isWrong: isWhole && sum != wanted)
        }
    }

    /// A figure as it is shown, and whether it is not what it has to be.
    public struct Result: Hashable, Sendable {
        public var text: String
        public var isWrong: Bool
    }
}
