import Engine
import Foundation
import Stores
import Terminal

/// The answer to `xiaoer rfm`: the same figures as text, CSV and JSON (in their own files).
struct RFMReport {
    /// The file's name without its folder.
    let name: String
    let file: PurchaseFile
    let rfm: RFMAnalysis
    let dayIsGiven: Bool
    let tongue: Tongue

    /// The most rows that are named one by one.
    static let mostNamed = 20

    var asOf: String { CivilTime(rfm.reference).date }

    func say(_ zh: String, _ en: String) -> String { tongue == .chinese ? zh : en }

    /// Rows that could not be read, with their lines.
    var faultLines: [String] {
        let gate = TextGate()
        var lines = file.faults.prefix(Self.mostNamed).map {
            "\(name): " + gate.cleaned($0.sentence(in: tongue))
        }
        let rest = file.faults.count - lines.count
        if rest > 0 { lines.append(say("另有 \(rest) 行读不出。", "\(rest) more rows cannot be read.")) }
        return lines
    }

    /// What was not counted, and what is doubtful; each only where there is some of it.
    var noteLines: [String] {
        let gate = TextGate()
        var parts: [String] = []
        func note(_ count: Int, _ zh: String, _ en: String) {
            if count > 0 { parts.append(say("\(zh) \(count)", "\(en) \(count)")) }
        }
        note(file.unpaid, "未付款", "unpaid")
        note(file.closed, "已关闭", "closed")
        note(rfm.refunded, "全额退款", "refunded whole")
        note(rfm.later, "晚于 \(asOf)", "after \(asOf)")
        note(file.faults.count, "读不出", "unreadable")
        var lines: [String] = []
        if !parts.isEmpty {
            lines.append(
                say("没有计入（行数）：", "Rows not counted: ")
                    + parts.joined(separator: say("，", ", ")))
        }
        for status in file.unknownStatuses.prefix(Self.mostNamed) {
            let word = gate.cut(gate.cleaned(status.word), toWidth: 40)
            lines.append(
                say(
                    "状态“\(word)”不认识，\(status.rows) 行按已付款算。",
                    "The status “\(word)” is unknown; its \(status.rows) rows count as paid."))
        }
        if file.repeatedOrders > 0 {
            lines.append(
                say(
                    "有 \(file.repeatedOrders) 行的订单号前面出现过。一行算一单：请用订单表，别用商品明细表。",
                    """
                    \(file.repeatedOrders) rows repeat an order number. A row counts as an order: use \
                    the export of orders, not of items.
                    """))
        }
        return lines
    }
}
