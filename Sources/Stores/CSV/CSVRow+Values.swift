public import Engine

// What a cell says, as the shop's own values. A missing column and an empty cell are both nil.
extension CSVRow {
    /// An amount in fen: `298`, `1,298.00`, `￥12.50`, `12 元`.
    public func money(at column: Int?) throws(CellFault) -> Money? {
        try value(at: column, CellValue.money)
    }

    /// A moment; `offset` is the shop's, in minutes east of UTC, for times that name no zone.
    public func instant(
        at column: Int?, offset: Int = CivilTime.chinaOffset
    ) throws(CellFault) -> Instant? {
        try value(at: column) { text throws(CellFault.Fact) in
            try CellValue.instant(text, offset: offset)
        }
    }

    /// A whole number, zero or more.
    public func count(at column: Int?) throws(CellFault) -> Int? {
        try value(at: column, CellValue.count)
    }

    /// A number that names something: an order, a parcel. Digits and letters, never calculated
    /// with.
    public func identifier(at column: Int?) throws(CellFault) -> String? {
        try value(at: column, CellValue.identifier)
    }

    /// A fault at this cell.
    public func fault(_ fact: CellFault.Fact, at column: Int) -> CellFault {
        let name = header.names.indices.contains(column) ? header.names[column] : "\(column + 1)"
        return CellFault(line: line, column: name, value: raw(at: column), fact: fact)
    }

    private func value<Value>(
        at column: Int?, _ read: (String) throws(CellFault.Fact) -> Value
    ) throws(CellFault) -> Value? {
        guard let column else { return nil }
        let text = CellText.plain(raw(at: column))
        guard !text.isEmpty else { return nil }
        do throws(CellFault.Fact) {
            return try read(text)
        } catch {
            throw fault(error, at: column)
        }
    }
}
