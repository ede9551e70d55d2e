public import Engine

/// Anybody's list of orders as purchases: who bought when for how much.
///
///     let file = try PurchaseFile(bytes)
///     let rfm = RFMAnalysis(file.purchases, at: now)
///
/// One row is one order. What is not taken is counted or named, row by row; nothing vanishes.
public struct PurchaseFile: Sendable {
    public private(set) var purchases: [Purchase] = []
    /// Rows below the header that say anything.
    public private(set) var rows = 0
    /// Rows whose status says that nothing was paid yet.
    public private(set) var unpaid = 0
    /// Rows whose status says closed, cancelled or refunded whole.
    public private(set) var closed = 0
    /// Rows that cannot be read, in their order.
    public private(set) var faults: [PurchaseFault] = []
    /// Status words that are not known, in the order of their first row. Their rows count as paid.
    public private(set) var unknownStatuses: [(word: String, rows: Int)] = []
    /// Rows that name an order again which an earlier row has named: an export of items, perhaps.
    public private(set) var repeatedOrders = 0

    /// The most a single order may come to, so that sums stay far from overflowing: a billion yuan.
    private static let mostFen = 100_000_000_000

    /// - Parameter offset: The shop's, in minutes east of UTC, for times that name no zone.
    /// - Throws: `CSVFault` where the file as a whole cannot be read.
    public init(_ bytes: [UInt8], offset: Int = CivilTime.chinaOffset) throws(CSVFault) {
        var reader = try CSVReader(bytes)
        let columns = try PurchaseColumns(reader.header)
        var named: Set<String> = []
        while let row = try reader.next() {
            if row.isBlank { continue }
            rows += 1
            do throws(PurchaseFault) {
                guard let purchase = try read(row, columns, offset: offset) else { continue }
                purchases.append(purchase)
                let order = row.text(at: columns.order)
                if !order.isEmpty, !named.insert(order).inserted { repeatedOrders += 1 }
            } catch {
                faults.append(error)
            }
        }
    }

    /// When the newest order was paid.
    public var newest: Instant? { purchases.map(\.at).max() }

    /// Nil for an order that was not paid or is closed; that is counted.
    private mutating func read(
        _ row: CSVRow, _ columns: PurchaseColumns, offset: Int
    ) throws(PurchaseFault) -> Purchase? {
        if row.shape != .fits { throw .shape(line: row.line, row.shape) }
        let status = row.text(at: columns.status)
        switch OrderStatusWord(status) {
        case .paid: break
        case .unpaid:
            unpaid += 1
            return nil
        case .closed:
            closed += 1
            return nil
        case .unknown: note(status)
        }
        let cells = try cells(of: row, columns, offset: offset)
        guard cells.refund <= cells.paid else {
            throw .refundAbovePaid(
                line: row.line, column: columns.refund.map { row.header.names[$0] } ?? "",
                refund: cells.refund, paid: cells.paid)
        }
        return Purchase(customer: cells.customer, at: cells.at, paid: cells.paid - cells.refund)
    }

    private func cells(
        of row: CSVRow, _ columns: PurchaseColumns, offset: Int
    ) throws(PurchaseFault) -> (customer: CustomerID, at: Instant, paid: Money, refund: Money) {
        do throws(CellFault) {
            // Asked only whether Excel rounded it; a nickname keeps its full-width letters.
            guard try row.identifier(at: columns.customer) != nil else {
                throw row.fault(.empty, at: columns.customer)
            }
            guard let at = try row.instant(at: columns.paidAt, offset: offset) else {
                throw row.fault(.empty, at: columns.paidAt)
            }
            guard let paid = try row.money(at: columns.amount) else {
                throw row.fault(.empty, at: columns.amount)
            }
            let refund = try row.money(at: columns.refund) ?? .zero
            guard paid.fen <= Self.mostFen else { throw row.fault(.tooLong, at: columns.amount) }
            return (CustomerID(row.text(at: columns.customer)), at, paid, refund)
        } catch {
            throw .cell(error)
        }
    }

    private mutating func note(_ word: String) {
        if let place = unknownStatuses.firstIndex(where: { $0.word == word }) {
            unknownStatuses[place].rows += 1
        } else {
            unknownStatuses.append((word, 1))
        }
    }
}
