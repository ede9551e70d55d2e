import Course
import Engine
import Grading
import Terminal

/// Accounting, performance and security: what it costs, how it goes, who looked.
extension AdminPage {
    private func without(_ desk: Desk, _ width: Int) -> [PaneLine] {
        desk.wrapped(desk.say(CourseWords.noShifts()), width: width, ink: .dim)
    }

    func accountingLines(_ desk: Desk, _ width: Int) -> [PaneLine] {
        var lines = desk.wrapped(desk.say(CourseWords.rates(facts.costs)), width: width, ink: .dim)
        lines.append(PaneLine(""))
        guard !facts.shifts.isEmpty else { return lines + without(desk, width) }
        let accounts = facts.shifts.map { facts.costs.account(of: $0.shift) }
        let all = accounts.reduce(.nothing, +)
        lines.append(
            PaneLine(
                desk.say(CourseWords.inAll),
                desk.say(CourseWords.perContact) + " " + (all.perContact?.plain ?? "–"),
                ink: .title, rightInk: .strong))
        let parts = [
            (CourseWords.wage, all.wage), (CourseWords.seat, all.seat),
            (CourseWords.ticketCost, all.tickets), (CourseWords.compensation, all.compensation),
        ]
        let most = max(1, parts.map(\.1.fen).max() ?? 1)
        let names = parts.map { desk.gate.width(of: desk.say($0.0)) }.max() ?? 0
        for (name, amount) in parts {
            let label = desk.say(name)
            let pad = String(repeating: " ", count: names - desk.gate.width(of: label) + 2)
            let room = max(4, min(40, width - names - 16))
            lines.append(
                PaneLine(
                    label + pad + Spark.bar(amount.fen, of: most, columns: room, desk.gate),
                    amount.plain, rightInk: .money))
        }
        lines += [
            PaneLine(desk.say(CourseWords.contacts), "\(all.contacts)"), PaneLine(""),
            PaneLine(desk.say(CourseWords.byShift), ink: .title),
        ]
        for (served, account) in zip(facts.shifts, accounts) {
            lines += desk.fitted(
                desk.wallDate(served.begunAt, offset: facts.offset) + "  " + desk.say(served.title),
                "\(account.contacts) × " + (account.perContact?.plain ?? "–") + " = "
                    + account.total.plain,
                width: width, rightInk: .money)
        }
        return lines
    }

    func performanceLines(_ desk: Desk, _ width: Int) -> [PaneLine] {
        guard !facts.shifts.isEmpty else { return without(desk, width) }
        // The oldest on the left.
        let shifts = facts.shifts.reversed()
        var lines = [PaneLine(desk.say(CourseWords.trend(facts.shifts.count)), ink: .dim)]
        let column = 26
        let room = max(4, width - column - 12)
        func row(_ name: Bilingual, _ values: [Int?], _ range: ClosedRange<Int>?, _ last: String) {
            let label = desk.gate.cut(desk.say(name), toWidth: column - 2)
            let pad = String(
                repeating: " ", count: max(1, column - desk.gate.width(of: label)))
            lines.append(
                PaneLine(
                    label + pad + Spark(values, in: range).text(columns: room, desk.gate), last,
                    rightInk: .strong))
        }
        let scores = shifts.map(\.score)
        row(
            CourseWords.score, scores, 0...100,
            scores.last.flatMap { $0 }.map { "\($0)" } ?? "–")
        for kind in KPI.Kind.allCases {
            let values = shifts.map { $0.shift.value(of: kind) }
            let numbers = values.map { $0?.number }
            guard numbers.contains(where: { $0 != nil }) else { continue }
            let newest = values.last { $0?.number != nil }
            row(
                kind.name, numbers, kind.isRate ? 0...10_000 : nil,
                newest.flatMap { $0 }?.text ?? "–")
        }
        return lines
    }

    func securityLines(_ desk: Desk, _ width: Int) -> [PaneLine] {
        var lines = [PaneLine(desk.say(CourseWords.roles), ink: .title)]
        for party in Order.Party.allCases {
            var operations: [Operation] = []
            for arrow in Order.transitions
            where arrow.party == party && !operations.contains(arrow.operation) {
                operations.append(arrow.operation)
            }
            let names = operations.map { desk.say($0.name) }
            let lead = desk.say(party.name) + "  "
            let room = width - desk.gate.width(of: lead)
            let wrapped = desk.gate.wrap(
                names.joined(separator: desk.tongue == .chinese ? "、" : ", "),
                width: max(8, room))
            let pad = String(repeating: " ", count: desk.gate.width(of: lead))
            lines += wrapped.enumerated().map {
                PaneLine(($0.offset == 0 ? lead : pad) + $0.element)
            }
        }
        lines += [PaneLine(""), PaneLine(desk.say(CourseWords.limits), ink: .title)]
        for limit in facts.limits {
            lines += desk.fitted(
                desk.say(limit.title), limit.value, width: width, rightInk: .money)
        }
        let count = facts.shifts.reduce(0) { $0 + $1.shift.looks.count }
        lines += [PaneLine(""), PaneLine(desk.say(CourseWords.looks(count)), ink: .title)]
        if count == 0 {
            lines += desk.wrapped(desk.say(CourseWords.noLooks), width: width, ink: .dim)
        }
        for served in facts.shifts where !served.shift.looks.isEmpty {
            lines += desk.fitted(
                desk.wallDate(served.begunAt, offset: facts.offset) + "  " + desk.say(served.title),
                "\(served.shift.looks.count)", width: width, ink: .dim, rightInk: .strong)
            for look in served.shift.looks {
                lines += desk.fitted(
                    "  " + inShop(look.at, served) + "  " + look.by + "  " + look.customer,
                    Lengths.tail(look.order), width: width, rightInk: .text)
            }
        }
        return lines
    }
}

extension KPI.Value {
    /// The value as a number to be drawn; nil where there is nothing to count.
    fileprivate var number: Int? {
        switch self {
        case .count(let n), .rate(let n), .ratio(let n): n
        case .time(let span): span.seconds
        case .money(let money): money.fen
        case .none: nil
        }
    }
}

extension KPI.Kind {
    /// A share of a whole: drawn from nothing to all.
    fileprivate var isRate: Bool {
        switch self {
        case .threeMinuteRate, .promptAnswerRate, .answeredRate, .replyRate, .satisfaction,
            .dissatisfaction, .conversion, .firstContactResolution, .refundRate,
            .shopFaultRefunds, .promisesKept, .ticketsInTime, .payRate, .knowledgeFound,
            .handedOver, .channelAnswered, .wholeLetters:
            true
        case .sessions, .firstResponse, .averageResponse, .answerQuestionRatio, .unreplied,
            .refunds, .salesPerBuyer:
            false
        }
    }
}
