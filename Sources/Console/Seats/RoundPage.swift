public import Engine
import Grading
import Shifts
public import Terminal

/// What the rounds were worth on both sides, line by line, and the way to the next one.
public struct RoundPage: Page {
    private var top = 0

    public init() {}

    public var title: Bilingual { SeatText.rounds }

    public mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        guard let seat = desk.seat, case .key(let key) = input else { return false }
        switch (key.code, key.modifiers) {
        case (.function(5), []), (.character("s"), []), (.character("S"), []):
            if seat.role == .watch { return false }
            desk.swapSides(seat)
        case (.up, _): top = desk.scrolled(top, by: -1)
        case (.down, _): top = desk.scrolled(top, by: 1)
        case (.pageUp, _): top = desk.scrolled(top, by: -10)
        case (.pageDown, _): top = desk.scrolled(top, by: 10)
        case (.home, _): top = 0
        case (.escape, _):
            guard desk.shift?.isOver != true else { return true }
            desk.showSeat()
        case _: return false
        }
        return true
    }

    public func draw(_ desk: Desk, into canvas: inout Canvas) {
        guard let seat = desk.seat else { return }
        var hints = [PageFrame.Hint("↑↓", Bilingual(zh: "翻看", en: "read on"))]
        if seat.role != .watch { hints.insert(.init("F5", SeatText.swapHint), at: 0) }
        if desk.shift?.isOver != true {
            hints.append(.init("Esc", Bilingual(zh: "回座位", en: "back to the seat")))
        }
        _ = PageFrame(title: title, hints: hints).draw(desk, into: &canvas)
        let column = PageFrame.column(desk)
        let used = desk.drawHeading(
            SeatText.place(seat.room, seat.round, seat.role), seat.trouble ?? SeatText.roundsDetail,
            in: column, into: &canvas)
        let body = column.inset(left: 1, top: used, right: 1)
        let lines = seat.scores().reversed().flatMap { score in
            RoundLines(score: score, desk: desk, seat: seat, width: body.width).lines
        }
        desk.drawScrolled(lines, from: top, in: body, into: &canvas)
    }
}

/// One round's two scores as lines.
struct RoundLines {
    let score: RoundScore
    let desk: Desk
    let seat: any SeatHost
    let width: Int

    var lines: [PaneLine] {
        let state = score.isOver ? "" : desk.say(SeatText.notOver)
        var lines = [PaneLine(desk.say(SeatText.round(score.round)), state, ink: .strong)]
        lines += agent
        lines += buyer
        return lines + [PaneLine("")]
    }

    private var mine: Chair? { seat.role.chair(in: seat.round) }

    private var agent: [PaneLine] {
        let name = desk.say(
            SeatText.side(.agent, score.agentChair, score.agentChair == mine))
        guard let grade = score.agent else {
            return [PaneLine(name, desk.say(SeatText.neverMet), ink: .title)]
        }
        var lines = [PaneLine(name, "\(grade.total)", ink: .title, rightInk: .strong)]
        let lost = grade.marks.filter { $0.lost > 0 }
        if lost.isEmpty { lines.append(PaneLine("  " + desk.say(SeatText.fullMarks), ink: .ok)) }
        for mark in lost {
            lines += desk.fitted(
                "  " + desk.say(mark.title) + events(mark.evidence.events), "−\(mark.lost)",
                width: width, rightInk: .warning)
        }
        return lines
    }

    private var buyer: [PaneLine] {
        let name = desk.say(
            SeatText.side(.buyer, score.buyerChair, score.buyerChair == mine))
        guard let played = score.buyer else {
            return [PaneLine(name, desk.say(SeatText.neverMet), ink: .title)]
        }
        let sum = (1..<100).contains(played.most) ? "\(played.points)/\(played.most) = " : ""
        var lines = [PaneLine(name, sum + "\(played.total)", ink: .title, rightInk: .strong)]
        for part in BuyerScore.Part.allCases {
            lines.append(
                PaneLine(
                    "  " + desk.say(part.name),
                    "\(played.points(of: part))/\(played.most(of: part))", ink: .dim))
            for line in played.lines where line.part == part {
                lines += desk.fitted(
                    "    " + desk.say(line.text) + events(line.events),
                    line.most == 0 ? "–" : "\(line.points)/\(line.most)", width: width,
                    rightInk: line.most == 0
                        ? .dim : line.points == line.most ? .ok : .warning)
            }
        }
        return lines
    }

    private func events(_ numbers: [Int]) -> String {
        numbers.isEmpty
            ? "" : "  [" + numbers.map(String.init).joined(separator: ", ") + "]"
    }
}
