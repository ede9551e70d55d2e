import Engine
import Foundation
import Stores

extension RFMReport {
    /// One row a customer in the order of their ids; the same list always gives the same bytes.
    var csv: String {
        CSVLine.text(columns)
            + rfm.customers.map { row in
                CSVLine.text([
                    row.customer.rawValue, Self.time(row.lastBought), "\(row.days)",
                    "\(row.orders)", row.spent.plain, "\(row.r)", "\(row.f)", "\(row.m)",
                    row.valueClass.name[tongue], row.segment.name[tongue],
                    row.lifecycle.name[tongue],
                ])
            }.joined()
    }

    private var columns: [String] {
        switch tongue {
        case .chinese:
            ["顾客", "最近购买", "天数", "订单数", "金额", "R", "F", "M", "八分类", "十一类", "生命周期"]
        case .english:
            [
                "customer", "last order", "days", "orders", "spent", "R", "F", "M", "class",
                "segment", "lifecycle",
            ]
        }
    }

    private static func time(_ instant: Instant) -> String {
        let time = CivilTime(instant)
        let second = time.second < 10 ? "0\(time.second)" : "\(time.second)"
        return "\(time.date) \(time.clock):\(second)"
    }

    /// Everything for a program: codes that stay, names for people, money in fen.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(document), as: UTF8.self)
        } catch {
            // Every value is a string, a whole number, a truth or a list of such.
            preconditionFailure("an analysis that cannot be written as JSON: \(error)")
        }
    }

    private var document: RFMDocument {
        let bins = rfm.terms.bins
        let grid = rfm.grid
        return RFMDocument(
            asOf: asOf, bins: bins, window: rfm.terms.window,
            gap: RFMDocument.Gap(
                days: rfm.gap.text, measured: rfm.gap.isMeasured, repurchases: rfm.gap.pairs),
            rows: RFMDocument.Rows(
                all: file.rows, unpaid: file.unpaid, closed: file.closed,
                refundedWhole: rfm.refunded, later: rfm.later, unreadable: file.faults.count,
                repeatedOrders: file.repeatedOrders,
                unknownStatus: file.unknownStatuses.reduce(0) { $0 + $1.rows }),
            classes: rfm.tallies(by: \.valueClass).map {
                .init(code: $0.kind.rawValue, name: $0.kind.name[tongue], tally: $0)
            },
            segments: rfm.tallies(by: \.segment).map {
                .init(code: $0.kind.rawValue, name: $0.kind.name[tongue], tally: $0)
            },
            lifecycle: rfm.tallies(by: \.lifecycle).map {
                .init(code: $0.kind.rawValue, name: $0.kind.name[tongue], tally: $0)
            },
            grid: (1...bins).flatMap { r in
                (1...bins).map { f in
                    let cell = grid[r: r, f: f]
                    return RFMDocument.Cell(
                        r: r, f: f, customers: cell.customers, meanFen: cell.meanSpent?.fen)
                }
            },
            customers: rfm.customers.map {
                RFMDocument.Line(
                    customer: $0.customer.rawValue, lastOrder: Self.time($0.lastBought),
                    days: $0.days, orders: $0.orders, ordersEver: $0.ordersEver,
                    spentFen: $0.spent.fen, r: $0.r, f: $0.f, m: $0.m,
                    class: $0.valueClass.rawValue, segment: $0.segment.rawValue,
                    lifecycle: $0.lifecycle.rawValue)
            })
    }
}

/// The analysis as `xiaoer rfm --json` writes it.
private struct RFMDocument: Encodable {
    let asOf: String
    let bins: Int
    let window: Int
    let gap: Gap
    let rows: Rows
    let classes: [Group]
    let segments: [Group]
    let lifecycle: [Group]
    /// By R, then F.
    let grid: [Cell]
    let customers: [Line]

    struct Gap: Encodable {
        let days: String
        let measured: Bool
        let repurchases: Int
    }

    struct Rows: Encodable {
        let all: Int
        let unpaid: Int
        let closed: Int
        let refundedWhole: Int
        let later: Int
        let unreadable: Int
        let repeatedOrders: Int
        let unknownStatus: Int
    }

    struct Group: Encodable {
        let code: String
        let name: String
        let customers: Int
        let spentFen: Int

        init<Kind>(code: String, name: String, tally: RFMAnalysis.Tally<Kind>) {
            self.code = code
            self.name = name
            customers = tally.customers
            spentFen = tally.spent.fen
        }
    }

    struct Cell: Encodable {
        let r: Int
        let f: Int
        let customers: Int
        let meanFen: Int?
    }

    struct Line: Encodable {
        let customer: String
        let lastOrder: String
        let days: Int
        let orders: Int
        let ordersEver: Int
        let spentFen: Int
        let r: Int
        let f: Int
        let m: Int
        let `class`: String
        let segment: String
        let lifecycle: String
    }
}
