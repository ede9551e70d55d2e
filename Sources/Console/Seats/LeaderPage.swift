import Engine
import Shifts
import Terminal

/// The leader's side: both seats at once, what the buyer hides, and what can be done to the round.
///
/// What is written goes to one seat only as a whisper, or, while the leader sits in a seat, out
/// into the conversation.
struct LeaderPage: Page {
    private var target = SeatRole.agent
    /// The seats that the leader had when Tab was last pressed.
    private var turnedWith: [Seat] = []
    private var top = 0

    var title: Bilingual { SeatText.leads }

    // MARK: Keys

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        guard let card = desk.seat?.card else { return false }
        if desk.shop?.leading.taken.isEmpty != false { turnedWith = [] }
        switch input {
        case .paste(let text):
            desk.seatText.paste(text)
            desk.keepSeatText()
            return true
        case .key(let key):
            if desk.runSeatAct(key, among: LeaderActs(card: card).list(desk)) { return true }
            return press(key, card, desk)
        case .mouse, .resize, .focus, .resumed, .profile, .hangup, .unknown: return false
        }
    }

    private mutating func press(_ key: Key, _ card: RoleCard, _ desk: Desk) -> Bool {
        switch (key.code, key.modifiers) {
        case (.enter, []): send(card, desk)
        case (.tab, _), (.backTab, _):
            target = aim(desk) == .agent ? .buyer : .agent
            turnedWith = desk.shop?.leading.taken ?? []
        case (.pageUp, .alt): top = desk.scrolled(top, by: -5)
        case (.pageDown, .alt): top = desk.scrolled(top, by: 5)
        case (.pageUp, _), (.pageDown, _):
            desk.scrollChat(by: key.code == .pageUp ? -8 : 8)
        case (.escape, _): top = 0
        case _: return desk.typeAtSeat(key)
        }
        return true
    }

    /// For whom or to whom Enter speaks: a seat just taken is spoken for, until Tab turns away.
    private func aim(_ desk: Desk) -> SeatRole {
        let taken = desk.shop?.leading.taken ?? []
        guard taken.count == 1, taken != turnedWith else { return target }
        return taken == [.agent] ? .agent : .buyer
    }

    private func seat(_ card: RoleCard, _ desk: Desk) -> Seat {
        aim(desk) == .agent ? .agent : .buyer(card.customer)
    }

    private func send(_ card: RoleCard, _ desk: Desk) {
        let text = desk.seatText.text
        guard text.contains(where: { !$0.isWhitespace }) else {
            return desk.announce(.hint, Words.nothingWritten)
        }
        let done: Bool
        if desk.shop?.leading.taken.contains(seat(card, desk)) == true {
            done = speak(text, card, desk)
        } else {
            done = desk.submit(
                .lead(.whisper(to: seat(card, desk), text: text)),
                saying: SeatText.whisperKept(aim(desk)))
        }
        if done { desk.writeAtSeat("") }
    }

    /// In the name of the seat that the leader has.
    private func speak(_ text: String, _ card: RoleCard, _ desk: Desk) -> Bool {
        if aim(desk) == .agent {
            guard let talk = desk.selected ?? desk.playedTalk?.id else {
                desk.announce(.hint, SeatText.nobodyToSpeak)
                return false
            }
            return desk.submit(.reply(conversation: talk, text: text))
        }
        if desk.playedTalk?.isOpen != true { guard desk.submit(card.opening) else { return false } }
        guard let talk = desk.playedTalk else { return false }
        return desk.submit(.say(conversation: talk.id, text: text))
    }

    // MARK: Drawing

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        guard let card = desk.seat?.card, desk.shift != nil else { return }
        var rest = canvas.bounds
        HeaderBar().draw(desk, in: rest.takeTop(1), into: &canvas)
        let footer = rest.height > 6 ? rest.takeBottom(1) : Rect(x: 0, y: 0, width: 0, height: 0)
        drawFooter(desk, in: footer, into: &canvas)
        desk.drawSeatLine(in: rest.takeTop(1), into: &canvas)
        let isWide = rest.width >= 60
        let side = isWide ? rest.takeRight(max(28, rest.width * 2 / 5)) : nil
        if isWide { _ = rest.takeRight(1) }
        let box = rest.takeBottom(min(rest.height, rest.height >= 16 ? 4 : 2))
        drawTalk(desk, in: rest, into: &canvas)
        if let side { drawSide(card, desk, in: side, into: &canvas) }
        drawComposer(card, desk, in: box, into: &canvas)
    }

    private func drawTalk(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        var body = rect
        let name = desk.talk.map { desk.name(of: $0.id) } ?? desk.say(SeatText.shopSide)
        desk.drawRule(name, in: body.takeTop(1), hasFocus: false, into: &canvas)
        guard desk.talk != nil else {
            canvas.put(
                desk.say(SeatText.noTalk), at: body.origin, limit: body.width,
                style: desk.style(.dim), overflow: .ellipsis)
            return
        }
        ChatPane().draw(desk, in: body, into: &canvas)
    }

    private func drawSide(
        _ card: RoleCard, _ desk: Desk, in rect: Rect, into canvas: inout Canvas
    ) {
        var upper = rect
        let acts = LeaderActs(card: card).list(desk)
        let lower = upper.takeBottom(min(acts.count + 1, rect.height * 2 / 3))
        desk.drawRule(
            desk.say(SeatText.cardTitleForLeader), in: upper.takeTop(1), hasFocus: false,
            into: &canvas)
        desk.drawScrolled(
            state(card, desk, width: upper.width)
                + CardLines(card: card, desk: desk, width: upper.width).lines,
            from: top, in: upper, into: &canvas)
        var list = lower
        desk.drawRule(
            desk.say(SeatText.acts), in: list.takeTop(1), hasFocus: false, into: &canvas)
        desk.drawSeatActs(acts, in: list, into: &canvas)
    }

    private func state(_ card: RoleCard, _ desk: Desk, width: Int) -> [PaneLine] {
        let mood = desk.playedTalk?.mood ?? card.mood
        let told = desk.playedTalk?.revealedNeeds.count ?? 0
        return desk.wrapped(
            desk.say(SeatText.moodNow(mood, revealed: told, of: card.needs.count)), width: width,
            ink: .accent)
    }

    private func drawComposer(
        _ card: RoleCard, _ desk: Desk, in rect: Rect, into canvas: inout Canvas
    ) {
        var area = rect
        let isIn = desk.shop?.leading.taken.contains(seat(card, desk)) == true
        let title = isIn ? SeatText.speakAs(aim(desk)) : SeatText.whisperTo(aim(desk))
        if area.height > 1 {
            desk.drawRule(desk.say(title), in: area.takeTop(1), hasFocus: true, into: &canvas)
        }
        desk.drawSeatText(hint: SeatText.whisperHint, in: area, into: &canvas)
    }

    private func drawFooter(_ desk: Desk, in row: Rect, into canvas: inout Canvas) {
        guard !row.isEmpty else { return }
        desk.drawKeys(
            [
                ("Enter", Bilingual(zh: "说", en: "say")),
                ("Tab", Bilingual(zh: "换人", en: "the other")),
                ("Alt-1…9", SeatText.acts),
                ("Alt-J/K", Bilingual(zh: "换会话", en: "other talks")),
                ("Alt-PgDn", Bilingual(zh: "翻卡", en: "card")),
                ("F1", Bilingual(zh: "帮助", en: "help")),
            ], in: row, into: &canvas)
    }
}

extension Desk {
    /// Asks for the next round; what stands in the way is said.
    func swapSides(_ seat: any SeatHost) {
        do throws(StorageTrouble) { try seat.swap() } catch {
            announce(.refused, error.sentence)
        }
    }
}
