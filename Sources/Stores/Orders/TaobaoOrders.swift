public import Engine

/// Reads the orders that 千牛, the seller's program of Taobao and Tmall, exports: one row an order,
/// GBK, numbers wrapped as `="…"`. The columns have changed their names over the years and the
/// seller ticks which ones to have; four are needed.
///
///     let imported = try TaobaoOrders.read(bytes)
///     imported.values.filter { $0.state == .waitShip }
///     imported.report.sentences(in: .chinese)
public enum TaobaoOrders {
    /// An amount, a time or a number that cannot be read costs its row; a count only itself.
    ///
    /// - Parameter offset: the shop's, in minutes east of UTC.
    /// - Throws: `CSVFault` where the file as a whole cannot be read; nothing is taken then.
    public static func read(
        _ bytes: [UInt8], offset: Int = CivilTime.chinaOffset
    ) throws(CSVFault) -> Imported<ImportedOrder> {
        var reader = try CSVReader(bytes)
        var finder = ColumnFinder(reader.header)
        let columns = try Columns(&finder)
        var report = ImportReport(decoding: reader.decoding, ignoredColumns: finder.ignored)
        var orders: [ImportedOrder] = []
        var places: [String: Int] = [:]
        while let row = try reader.next() {
            guard report.admits(row) else { continue }
            do throws(CellFault) {
                let changes = report.changes
                let order = try order(in: row, columns, offset: offset, &report)
                if let place = places[order.id] {
                    // What a row that is not taken changed is of no interest.
                    report.changes = changes
                    report.skip(row.line, duplicate(order, of: orders[place]))
                    continue
                }
                places[order.id] = orders.count
                orders.append(order)
                report.taken += 1
            } catch {
                report.skip(row.line, .cell(error))
            }
        }
        return Imported(values: orders, report: report)
    }

    private static func duplicate(
        _ order: ImportedOrder, of first: ImportedOrder
    ) -> ImportReport.Skip.Reason {
        var copy = order
        copy.line = first.line
        return .duplicate(of: order.id, line: first.line, isSame: copy == first)
    }

    private static func order(
        in row: CSVRow, _ columns: Columns, offset: Int, _ report: inout ImportReport
    ) throws(CellFault) -> ImportedOrder {
        guard let id = try row.identifier(at: columns.id) else {
            throw row.fault(.empty, at: columns.id)
        }
        let (state, stateText) = try state(in: row, at: columns.state)
        guard let placedAt = try row.instant(at: columns.placedAt, offset: offset) else {
            throw row.fault(.empty, at: columns.placedAt)
        }
        var order = ImportedOrder(
            line: row.line, id: id, state: state, stateText: stateText, placedAt: placedAt)
        order.paidAt = try row.instant(at: columns.paidAt, offset: offset)
        order.shippedAt = try row.instant(at: columns.shippedAt, offset: offset)
        order.confirmedAt = try row.instant(at: columns.confirmedAt, offset: offset)
        order.amounts.goods = try row.money(at: columns.goods)
        order.amounts.postage = try row.money(at: columns.postage)
        order.amounts.total = try row.money(at: columns.total)
        order.amounts.paid = try row.money(at: columns.paid)
        order.amounts.refunded = try refund(in: row, at: columns.refunded)
        order.delivery.trackingNumbers = try trackingNumbers(in: row, at: columns.tracking)

        // Nothing below can fail: what is left out of the row belongs to one that is taken.
        order.amounts.pointsPaid = report.count(row, at: columns.pointsPaid)
        order.amounts.pointsGiven = report.count(row, at: columns.pointsGiven)
        order.goods.kinds = report.count(row, at: columns.kinds)
        order.goods.pieces = report.count(row, at: columns.pieces)
        order.goods.titles = row.text(at: columns.titles)
        order.goods.variants = row.text(at: columns.variants)
        order.buyer.nick = row.text(at: columns.nick)
        order.buyer.account = row.text(at: columns.account)
        order.receiver.name = row.text(at: columns.receiver)
        order.receiver.address = address(in: row, columns)
        order.receiver.phone = CellText.plain(row.raw(at: columns.phone))
        order.receiver.mobile = CellText.plain(row.raw(at: columns.mobile))
        order.delivery.method = row.text(at: columns.method)
        order.delivery.carrier = row.text(at: columns.carrier)
        order.buyerMessage = row.text(at: columns.message)
        order.memo = row.text(at: columns.memo)
        let closeReason = row.text(at: columns.closeReason)
        order.closeReason = closeReason == "订单未关闭" ? "" : closeReason
        order.shop = row.text(at: columns.shop)
        return order
    }

    /// The address as changed after the purchase, where it was.
    private static func address(in row: CSVRow, _ columns: Columns) -> String {
        let changed = row.text(at: columns.changedAddress)
        return changed.isEmpty ? row.text(at: columns.address) : changed
    }

    /// The export says 无退款申请 where nobody asked for money back.
    private static func refund(in row: CSVRow, at column: Int?) throws(CellFault) -> Money? {
        ["无退款申请", "没有申请退款"].contains(row.text(at: column)) ? nil : try row.money(at: column)
    }

    /// `No:73600316247086`, or several of them.
    private static func trackingNumbers(
        in row: CSVRow, at column: Int?
    ) throws(CellFault) -> [String] {
        guard let text = try row.identifier(at: column) else { return [] }
        return text.split { ",;、|".contains($0) || $0.isWhitespace }.compactMap { part in
            let isMarked = part.lowercased().hasPrefix("no:")
            let number = isMarked ? part.dropFirst(3) : part
            return number.isEmpty ? nil : String(number)
        }
    }
}
