import Engine

/// A column by all the names that exports have given it; the first is the one we say.
public struct CSVColumn: Hashable, Sendable {
    public let names: [String]
    public var name: String { names[0] }

    public init(_ name: String, _ others: String...) { self.init(names: [name] + others) }

    init(names: [String]) { self.names = names }
}

/// The names of a table's columns, found whatever their case, blanks or full-width letters.
public struct CSVHeader: Hashable, Sendable {
    /// As written in the file, blanks at the ends aside.
    public let names: [String]
    private let folded: [String]

    public init(names: [String]) {
        self.names = names.map { CellText.trimmed($0) }
        folded = names.map(Self.fold)
    }

    /// Where the column is; an export that has it under two of its names is read by the one that
    /// is named first.
    ///
    /// - Throws: `.missingColumn` with the nearest name that is there, `.doubledColumn`.
    public func place(of column: CSVColumn) throws(CSVFault) -> Int {
        if let place = try placeIfPresent(of: column) { return place }
        let candidates = names.filter { !$0.isEmpty }
        let nearest = column.names.lazy
            .compactMap { Spelling.nearest(to: $0, among: candidates) }.first
        throw .missingColumn(column.name, nearest: nearest)
    }

    /// Where the column is; nil when this export does not have it.
    public func placeIfPresent(of column: CSVColumn) throws(CSVFault) -> Int? {
        for name in column.names {
            let wanted = Self.fold(name)
            guard let place = folded.firstIndex(of: wanted) else { continue }
            if folded[(place + 1)...].contains(wanted) { throw .doubledColumn(names[place]) }
            return place
        }
        return nil
    }

    private static func fold(_ name: String) -> String {
        CellText.narrowed(name).lowercased().filter { !$0.isWhitespace }
    }
}
