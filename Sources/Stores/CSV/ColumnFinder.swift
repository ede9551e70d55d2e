/// Finds the columns an importer reads and remembers which, so that those nobody reads can be named.
struct ColumnFinder {
    private let header: CSVHeader
    private var used: Set<Int> = []

    init(_ header: CSVHeader) { self.header = header }

    /// What the file calls its columns.
    var names: [String] { header.names }

    /// A column without which the file says too little.
    mutating func needed(_ name: String, _ others: String...) throws(CSVFault) -> Int {
        let place = try header.place(of: CSVColumn(names: [name] + others))
        used.insert(place)
        return place
    }

    /// A column that many exports lack.
    mutating func perhaps(_ name: String, _ others: String...) throws(CSVFault) -> Int? {
        let place = try header.placeIfPresent(of: CSVColumn(names: [name] + others))
        if let place { used.insert(place) }
        return place
    }

    /// What the file calls the column, if it has it; it is not read for that.
    func name(of name: String, _ others: String...) throws(CSVFault) -> String? {
        try header.placeIfPresent(of: CSVColumn(names: [name] + others)).map { header.names[$0] }
    }

    /// In the order of the file.
    var ignored: [String] {
        header.names.indices.filter { !used.contains($0) && !header.names[$0].isEmpty }
            .map { header.names[$0] }
    }
}
