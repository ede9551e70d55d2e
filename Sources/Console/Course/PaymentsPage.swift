import Course
import Engine
import Terminal

/// A payment followed step by step: what each party may do now, where the money is, where the
/// goods are. Each step is a real command to a real shop.
struct PaymentsPage: Page {
    private let door: CourseDoor
    private let way: CourseDoor.Way
    private var walk: MoneyWalk
    private var list = CourseList()

    init(_ door: CourseDoor, _ walk: MoneyWalk, from way: CourseDoor.Way) {
        self.door = door
        self.walk = walk
        self.way = way
    }

    var title: Bilingual { CourseWords.payments }

    /// The stop before the last.
    var previous: MoneyWalk.Stop? { walk.stops.dropLast().last }
    var shopRules: Rules { walk.shop.rules }

    private var open: [MoneyWalk.Move] {
        walk.answers.filter { $0.hindrance == nil }.map(\.move)
    }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        if case .key(let key) = input, key.modifiers.isEmpty {
            switch key.code {
            case .escape:
                door.back(to: way, desk)
                return true
            case .backspace, .left:
                if walk.takeBack() { list.move(to: 0) }
                return true
            case .character("0"), .delete:
                while walk.takeBack() {}
                list.move(to: 0)
                return true
            case .character, .enter, .tab, .backTab, .insert, .right, .up, .down, .home, .end,
                .pageUp, .pageDown, .function:
                break
            }
        }
        let moves = open
        guard let answer = list.answer(input, rows(desk), in: areas(desk).moves) else {
            return false
        }
        if case .chose(let place) = answer, moves.indices.contains(place) {
            // It was just found to be allowed.
            try? walk.take(moves[place])
            list.move(to: 0)
        }
        return true
    }

    // MARK: Drawing

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        let frame = PageFrame(
            title: title,
            hints: [
                .init("1–9", PageWords.choose), .init("←", CourseWords.stepBack),
                .init("0", CourseWords.fromStart), .init("Esc", PageWords.back),
            ])
        _ = frame.draw(desk, into: &canvas)
        guard let stop = walk.stops.last else { return }
        let areas = areas(desk)
        draw(stop, desk, in: areas.picture, into: &canvas)
        list.draw(rows(desk), desk, in: areas.moves, into: &canvas)
        if let past = areas.past {
            desk.drawRule(
                " " + desk.say(CourseWords.soFar), in: past.row(0), hasFocus: false, into: &canvas)
            let area = past.inset(left: 1, top: 1)
            let lines = history(desk, width: area.width)
            desk.drawLines(lines, from: lines.count, in: area, into: &canvas)
        }
    }

    private func areas(_ desk: Desk) -> (picture: Rect, moves: Rect, past: Rect?) {
        let column = PageFrame.column(desk, width: 104)
        let (picture, rest) = column.splitTop(10)
        guard rest.width >= 70 else { return (picture, rest, nil) }
        let (moves, past) = rest.splitLeft(rest.width / 2)
        return (picture, moves, past.inset(left: 2))
    }

    private func rows(_ desk: Desk) -> [CourseList.Row] {
        let answers = walk.answers
        var rows: [CourseList.Row] = [.heading(desk.say(CourseWords.whatNow))]
        rows += answers.filter { $0.hindrance == nil }.map { answer in
            let late = answer.move == .silence ? walk.stops.last?.clock : nil
            return .item(
                CourseList.Item(
                    mark: desk.say(answer.move.party), markInk: .dim,
                    title: desk.say(answer.move.name),
                    right: late.map { wall($0) } ?? ""))
        }
        let blocked = answers.compactMap { answer in
            answer.hindrance.map { (answer.move, $0) }
        }.filter { Self.isWorthSaying($0.0) && walk.stops.last?.status != nil }
        if !blocked.isEmpty { rows.append(.heading(desk.say(CourseWords.notNow))) }
        for (move, hindrance) in blocked {
            rows.append(
                .text(
                    desk.say(move.party) + desk.say(CourseWords.space) + desk.say(move.name)
                        + "  " + hindrance.sentence(in: desk.tongue), .dim))
        }
        return rows
    }

    /// Why one cannot pay, ship or confirm yet teaches something; that no case is open does not.
    private static func isWorthSaying(_ move: MoneyWalk.Move) -> Bool {
        switch move {
        case .pay, .ship, .confirm, .askRefund, .askReturn: true
        case .order, .sign, .agreeRefund, .agreeReturn, .sendBack, .acceptReturn, .withdraw,
            .silence:
            false
        }
    }

    private func history(_ desk: Desk, width: Int) -> [PaneLine] {
        walk.stops.dropFirst().flatMap { stop -> [PaneLine] in
            let move = stop.move
            let who = move.map { desk.say($0.party) + desk.say(CourseWords.space) } ?? ""
            return desk.fitted(
                wall(stop.at) + "  " + who + (move.map { desk.say($0.name) } ?? ""),
                stop.status.map { desk.say(walk.shop.rules.name(of: $0)) } ?? "", width: width,
                rightInk: .dim)
        }
    }

    private func wall(_ instant: Instant) -> String {
        let time = CivilTime(instant, offset: walk.shop.offset)
        return String(time.date.dropFirst(5)) + " " + time.clock
    }
}
