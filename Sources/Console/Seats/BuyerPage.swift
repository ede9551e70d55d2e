import Engine
import Language
import Shifts
import Terminal

/// The buyer's side: their chat as on a phone, the role card, their orders, and what they can do.
///
/// ```
///  手机  小满生活 · 李倩                      14:02:10
///  房间 k3f9 · 第 1 轮 · 您是顾客
///  客服  您好，在的                    角色卡 · 只有您看得见
///                 165/55kg 穿M还是L？  犹豫的人，来时心情 60
/// ```
struct BuyerPage: Page {
    private var showsOrders = false
    private var isCovered = false
    private var top = 0
    /// Lines of the chat that are hidden below; nought at the end.
    private var back = 0

    var title: Bilingual { SeatText.phone }

    // MARK: Keys

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        guard let card = desk.seat?.card else { return false }
        switch input {
        case .paste(let text):
            desk.seatText.paste(text)
            desk.keepSeatText()
            return true
        case .mouse(let mouse):
            switch mouse.action {
            case .wheelUp: scrollBack(by: 3, desk)
            case .wheelDown: scrollBack(by: -3, desk)
            case .press, .release, .drag: break
            }
            return true
        case .key(let key):
            if desk.runSeatAct(key, among: BuyerActs(card: card).list(desk)) {
                return true
            }
            return press(key, card, desk)
        case .resize, .focus, .resumed, .profile, .hangup, .unknown: return false
        }
    }

    private mutating func press(_ key: Key, _ card: RoleCard, _ desk: Desk) -> Bool {
        switch (key.code, key.modifiers) {
        case (.enter, []): send(card, desk)
        case (.up, .alt): feel(.better, desk)
        case (.down, .alt): feel(.worse, desk)
        case (.character("r"), .alt): tell(card, desk)
        case (.function(2), _):
            showsOrders.toggle()
            top = 0
        case (.function(3), _): isCovered.toggle()
        case (.pageUp, .alt): top = desk.scrolled(top, by: -5)
        case (.pageDown, .alt): top = desk.scrolled(top, by: 5)
        case (.pageUp, _): scrollBack(by: 5, desk)
        case (.pageDown, _): scrollBack(by: -5, desk)
        case (.escape, _): back = 0
        case _:
            return desk.typeAtSeat(key)
        }
        return true
    }

    private mutating func scrollBack(by step: Int, _ desk: Desk) {
        back = max(0, min(min(back, desk.phoneReach) + step, desk.phoneReach))
    }

    private mutating func send(_ card: RoleCard, _ desk: Desk) {
        let text = desk.seatText.text
        guard text.contains(where: { !$0.isWhitespace }) else {
            return desk.announce(.hint, Words.nothingWritten)
        }
        // Whoever has left, or was seen off, comes anew.
        if desk.playedTalk?.isOpen != true { guard desk.submit(card.opening) else { return } }
        guard let talk = desk.playedTalk, desk.submit(.say(conversation: talk.id, text: text))
        else { return }
        desk.writeAtSeat("")
        back = 0
        guard let mood = PlayedMood.read(text), let message = desk.playedTalk?.messages.last?.id
        else { return }
        desk.submit(
            .feel(
                conversation: talk.id, shift: mood.shift,
                cause: MoodCause(rule: mood.rawValue, message: message)))
    }

    private func feel(_ mood: PlayedMood, _ desk: Desk) {
        guard let talk = desk.playedTalk else { return desk.announce(.hint, SeatText.speakFirst) }
        let message = talk.messages.last { !$0.isPrivate && $0.isFromShop }?.id
        let now = min(100, max(0, talk.mood + mood.shift))
        desk.submit(
            .feel(
                conversation: talk.id, shift: mood.shift,
                cause: MoodCause(rule: mood.rawValue, message: message)),
            saying: SeatText.moodMoved(now, by: mood.shift))
    }

    private func tell(_ card: RoleCard, _ desk: Desk) {
        guard let talk = desk.playedTalk else { return desk.announce(.hint, SeatText.speakFirst) }
        let hidden = card.needs.filter { !talk.revealedNeeds.contains($0.id) }
        guard let first = hidden.first else {
            return desk.announce(.hint, SeatText.nothingLeft)
        }
        guard hidden.count > 1 else { return Self.tell(first, in: talk.id, desk) }
        let items = hidden.map { Picker.Item(id: $0.id, label: desk.say($0.title)) }
        desk.overlays.append(
            PickerSheet(SeatText.whichNeed, items: items, empty: SeatText.nothingLeft) {
                desk, item in
                guard let need = hidden.first(where: { $0.id == item.id }) else { return }
                Self.tell(need, in: talk.id, desk)
            })
    }

    /// Marks the need as told and offers words for it, where nothing is half written.
    private static func tell(_ need: RoleCard.Need, in talk: ConversationID, _ desk: Desk) {
        guard
            desk.submit(
                .reveal(conversation: talk, need: need.id), saying: SeatText.needTold(need.title))
        else { return }
        if desk.seatText.isEmpty, let words = need.says.first { desk.writeAtSeat(words) }
    }

    // MARK: Drawing

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        guard let card = desk.seat?.card, let shop = desk.shop else { return }
        var rest = canvas.bounds
        let header = rest.takeTop(1)
        drawHeader(card, shop, desk, in: header, into: &canvas)
        let footer = rest.height > 6 ? rest.takeBottom(1) : Rect(x: 0, y: 0, width: 0, height: 0)
        desk.drawSeatLine(in: rest.takeTop(1), into: &canvas)
        drawFooter(desk, in: footer, into: &canvas)
        let isWide = rest.width >= 60
        let side = isWide ? rest.takeRight(max(28, rest.width * 2 / 5)) : nil
        if isWide { _ = rest.takeRight(1) }
        let box = rest.takeBottom(min(rest.height, rest.height >= 16 ? 4 : 2))
        drawChat(shop, desk, in: rest, into: &canvas)
        if var side {
            let acts = BuyerActs(card: card).list(desk)
            let room = min(max(1, acts.count), 9) + 1
            var below = side.takeBottom(min(room, side.height / 2))
            drawSide(card, desk, in: side, into: &canvas)
            desk.drawRule(
                desk.say(SeatText.acts), in: below.takeTop(1), hasFocus: false, into: &canvas)
            if acts.isEmpty {
                canvas.put(
                    desk.say(SeatText.nothingToDo), at: below.origin, limit: below.width,
                    style: desk.style(.dim), overflow: .ellipsis)
            }
            desk.drawSeatActs(acts, in: below, into: &canvas)
        }
        drawComposer(card, shop, desk, in: box, into: &canvas)
    }

    private func drawHeader(
        _ card: RoleCard, _ shop: Shop, _ desk: Desk, in row: Rect, into canvas: inout Canvas
    ) {
        canvas.fill(row, style: desk.style(.header))
        let time = desk.civil(desk.now)
        let clock = time.clock + ":" + Lengths.two(time.second)
        let who = shop.customers[card.customer]?.name ?? card.customer.rawValue
        canvas.put(
            " " + desk.say(title) + "  " + shop.name + " · " + who, at: row.origin,
            limit: row.width - clock.count - 2, style: desk.style(.header), overflow: .ellipsis)
        canvas.put(
            clock, at: Point(x: row.right - clock.count - 1, y: row.y),
            style: desk.style(.header))
    }

    private func drawFooter(_ desk: Desk, in row: Rect, into canvas: inout Canvas) {
        guard !row.isEmpty else { return }
        desk.drawKeys(
            [
                ("Enter", Bilingual(zh: "发送", en: "send")),
                ("Alt-↑/↓", Bilingual(zh: "心情", en: "mood")),
                ("Alt-R", Bilingual(zh: "说出需求", en: "tell a need")),
                ("F2", showsOrders ? SeatText.cardTitle : SeatText.orderTitle),
                ("F3", Bilingual(zh: "盖卡", en: "cover")),
                ("F1", Bilingual(zh: "帮助", en: "help")),
            ], in: row, into: &canvas)
    }

    private func drawComposer(
        _ card: RoleCard, _ shop: Shop, _ desk: Desk, in rect: Rect, into canvas: inout Canvas
    ) {
        var area = rect
        if area.height > 1 {
            desk.drawRule(
                desk.say(SeatText.to(shop.name, mood: desk.playedTalk?.mood ?? card.mood)),
                in: area.takeTop(1), hasFocus: true, into: &canvas)
        }
        desk.drawSeatText(hint: SeatText.firstWord, in: area, into: &canvas)
    }

    private func drawChat(
        _ shop: Shop, _ desk: Desk, in rect: Rect, into canvas: inout Canvas
    ) {
        guard let talk = desk.playedTalk, !rect.isEmpty else { return }
        let lines = PhoneChat(desk: desk, width: rect.width).lines(
            of: talk, last: rect.height + back)
        let isAll = lines.count < rect.height + back
        desk.phoneReach = isAll ? max(0, lines.count - rect.height) : .max
        let end = max(min(lines.count, rect.height), lines.count - back)
        let shown = lines[max(0, end - rect.height)..<end]
        for (row, line) in shown.enumerated() {
            canvas.put(
                line.text, at: Point(x: rect.x + line.x, y: rect.y + row),
                limit: rect.width - line.x, style: desk.style(line.ink))
        }
    }

    private func drawSide(
        _ card: RoleCard, _ desk: Desk, in rect: Rect, into canvas: inout Canvas
    ) {
        var body = rect
        let name = showsOrders ? SeatText.orderTitle : SeatText.cardTitle
        desk.drawRule(desk.say(name), in: body.takeTop(1), hasFocus: false, into: &canvas)
        let lines: [PaneLine]
        if showsOrders {
            lines = PhoneOrders(desk: desk, customer: card.customer, width: body.width).lines
        } else if isCovered {
            lines = [PaneLine(desk.say(SeatText.covered), ink: .dim)]
        } else {
            lines = CardLines(card: card, desk: desk, width: body.width).lines
        }
        desk.drawScrolled(lines, from: top, in: body, into: &canvas)
    }
}

extension Desk {
    /// Keys and what they do, in the last row.
    func drawKeys(
        _ keys: [(key: String, title: Bilingual)], in row: Rect, into canvas: inout Canvas
    ) {
        pageKeys = keys.map { KeyHint($0.key, $0.title) }
        drawKeyLine(pageKeys, in: row, on: .text, into: &canvas)
    }
}
