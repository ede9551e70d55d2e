import ArgumentParser
import Engine
import Foundation
import Stores
import Terminal

/// `xiaoer rfm`: who among the customers of an order list matters and who is slipping away.
struct RFMCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "rfm",
            abstract: say(
                "从订单表看顾客：RFM 八分类、十一类和生命周期",
                "Customers by their orders: RFM, eight classes, eleven segments, lifecycle"),
            discussion: say(
                """
                订单表是 CSV，一行一单，UTF-8 或 GBK 都行。要有顾客、付款时间、实付金额三列，退款金额和订单状态\
                可有可无；列名照平台导出的写就行。算法和表见 Docs/RFM.md。
                """,
                """
                The list is CSV, a row an order, in UTF-8 or GBK. It needs the columns customer, date and \
                amount; refund and status may be there. Names as platforms export them are known. \
                Docs/RFM.md says how everything is reckoned.
                """))
    }

    @Argument(help: help("订单表（CSV）", "The list of orders (CSV)"))
    var orders: String

    @Option(
        help: help(
            "算到哪一天为止，如 2026-03-18；省略时取最后一单的第二天",
            "The day of reckoning, e.g. 2026-03-18; else the day after the newest order"))
    var date: String?

    @Option(help: help("分成几档，2 到 9", "How many scores, 2 to 9")) var bins = 5

    @Option(help: help("购买次数和金额看最近多少天", "How many days of orders and money count"))
    var window = 365

    @Option(
        help: help(
            "没有人在两天里各买过一次时，复购间隔按多少天算",
            "Days between purchases, where nobody bought on two different days"))
    var gap = 90

    @Flag(help: help("CSV，一行一位顾客", "CSV, a row a customer")) var csv = false
    @Flag(help: help("JSON", "JSON")) var json = false
    @Flag(help: help("遇到第一行读不出的就停下（65）", "Stop at the first row that cannot be read (65)"))
    var strict = false
    @Option(help: help("语言：zh 或 en", "Language: zh or en")) var language: String?

    func validate() throws {
        if csv && json {
            throw ValidationError(say("--csv、--json 只能选一个", "Choose one of --csv, --json"))
        }
        if !(2...9).contains(bins) {
            throw ValidationError(
                say("--bins 从 2 到 9，不能是 \(bins)", "--bins is 2 to 9, not \(bins)"))
        }
        for (name, days) in [("--window", window), ("--gap", gap)]
        where !(1...36_500).contains(days) {
            throw ValidationError(
                say("\(name) 从 1 到 36500 天，不能是 \(days)", "\(name) is 1 to 36500 days, not \(days)"))
        }
    }

    func run() throws {
        let tongue = try Choice.tongue(language)
        let day = try date.map(Self.day)
        let file = try read()
        if strict, let fault = file.faults.first { throw failure { fault.sentence(in: $0) } }
        // Without any order the day does not matter: there is nobody to reckon.
        let nextDay = CivilTime((file.newest ?? Instant(milliseconds: 0)) + .days(1))
        let rfm = RFMAnalysis(
            file.purchases, at: Self.end(of: day ?? nextDay),
            terms: RFMAnalysis.Terms(window: window, bins: bins, fallbackGap: gap))
        let report = RFMReport(
            name: (orders as NSString).lastPathComponent, file: file, rfm: rfm,
            dayIsGiven: day != nil, tongue: tongue)
        report.faultLines.forEach(complain)
        if csv || json || rfm.customers.isEmpty { report.noteLines.forEach(complain) }
        if rfm.customers.isEmpty { throw nothingLeft(file) }
        if csv {
            FileHandle.standardOutput.write(Data(report.csv.utf8))
        } else if json {
            write(report.json)
        } else {
            report.lines.forEach(write)
        }
    }

    private func read() throws -> PurchaseFile {
        guard FileManager.default.fileExists(atPath: orders) else {
            throw Failure.noInput(
                "没有文件 \(orders)。请检查路径。", "There is no file \(orders). Check the path.")
        }
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: orders))
        } catch {
            throw Failure.input(
                Bilingual(
                    zh: "读不了 \(orders)：它是文件夹，或者没有权限。",
                    en: "Cannot read \(orders): it is a folder, or permission is missing."))
        }
        do {
            return try PurchaseFile([UInt8](data))
        } catch {
            throw failure { error.sentence(in: $0) }
        }
    }

    /// Text from the file may hold what moves a terminal's cursor; it is made harmless.
    private func failure(_ sentence: (Tongue) -> String) -> Failure {
        let gate = TextGate()
        return Failure.data(
            "\(orders)：\(gate.cleaned(sentence(.chinese)))",
            "\(orders): \(gate.cleaned(sentence(.english)))")
    }

    private func nothingLeft(_ file: PurchaseFile) -> Failure {
        Failure.data(
            "\(orders)：\(file.rows) 行里没有到那天为止付了款、没退完的订单。看看状态列和 --date。",
            "\(orders): none of \(file.rows) rows is an order paid by that day and not wholly refunded. "
                + "Look at its status column and at --date.")
    }

    /// `2026-03-18` and the like; a time of day is not asked for.
    private static func day(_ text: String) throws -> CivilTime {
        do throws(CellFault.Fact) {
            return CivilTime(try CellValue.instant(text))
        } catch {
            throw Failure.usage(
                "没有日期 \(text)。请写成 2026-03-18。", "There is no date \(text). Write 2026-03-18.")
        }
    }

    /// The last millisecond of a day: what was bought on it counts.
    private static func end(of day: CivilTime) -> Instant {
        CivilTime(year: day.year, month: day.month, day: day.day).instant() + .days(1)
            - Span(milliseconds: 1)
    }
}
