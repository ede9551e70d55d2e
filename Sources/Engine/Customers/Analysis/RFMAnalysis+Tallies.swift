extension RFMAnalysis {
    /// How many customers share something, and what they spent in the window.
    public struct Tally<Kind: Hashable & Sendable>: Hashable, Sendable {
        public let kind: Kind
        public internal(set) var customers = 0
        public internal(set) var spent = Money.zero
    }

    /// One line for each case in the order of the cases, empty ones too:
    /// `rfm.tallies(by: \.segment)`.
    public func tallies<Kind: CaseIterable & Hashable & Sendable>(
        by trait: KeyPath<Row, Kind>
    ) -> [Tally<Kind>] {
        var tallies = Kind.allCases.map { Tally(kind: $0) }
        var places: [Kind: Int] = [:]
        for (place, tally) in tallies.enumerated() { places[tally.kind] = place }
        for row in customers {
            guard let place = places[row[keyPath: trait]] else { continue }
            tallies[place].customers += 1
            tallies[place].spent += row.spent
        }
        return tallies
    }

    /// The customers by R and F: where the shop's people stand, at a glance.
    public struct Grid: Hashable, Sendable {
        /// The customers with one R and one F.
        public struct Cell: Hashable, Sendable {
            public internal(set) var customers = 0
            public internal(set) var spent = Money.zero

            /// What one of them spent on average in whole fen, halves up; nil where there is
            /// nobody.
            public var meanSpent: Money? {
                customers == 0 ? nil : Money(fen: (2 * spent.fen + customers) / (2 * customers))
            }
        }

        public let bins: Int
        private(set) var cells: [Cell]

        init(bins: Int) {
            self.bins = bins
            cells = Array(repeating: Cell(), count: bins * bins)
        }

        /// Scores of 1…bins.
        public subscript(r r: Int, f f: Int) -> Cell { cells[place(r, f)] }

        mutating func add(_ row: Row) {
            cells[place(row.r, row.f)].customers += 1
            cells[place(row.r, row.f)].spent += row.spent
        }

        private func place(_ r: Int, _ f: Int) -> Int {
            precondition((1...bins).contains(r) && (1...bins).contains(f), "no cell \(r), \(f)")
            return (r - 1) * bins + f - 1
        }
    }

    public var grid: Grid {
        var grid = Grid(bins: terms.bins)
        for row in customers { grid.add(row) }
        return grid
    }

    /// What all customers spent in the window.
    public var spent: Money { customers.reduce(.zero) { $0 + $1.spent } }
}
