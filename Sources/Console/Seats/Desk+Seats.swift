import Engine
import Shifts
import Terminal

/// A desk at a seat of a room: the agent’s is the desk itself, the buyer and the leader have pages.
extension Desk {
    /// Sits down at a seat, or turns to the next round of the room.
    public func sit(at seat: any SeatHost, with shift: WatchedShift) {
        guide = nil
        watched = nil
        self.seat = nil
        open(shift.shift)
        watched = shift
        self.seat = seat
        seatText.load(seat.keptDraft())
        if shift.shift.isOver { return showDebrief() }
        showSeat()
    }

    /// From any page back to what this seat works at.
    func showSeat() {
        guard let seat else { return }
        overlays = []
        switch seat.role {
        case .agent, .watch: page = nil
        case .buyer: page = BuyerPage()
        case .leader: page = LeaderPage()
        }
    }

    /// Draws what is most important to know at this seat into one row.
    func drawSeatLine(in row: Rect, into canvas: inout Canvas) {
        guard let seat, !row.isEmpty else { return }
        canvas.fill(row, style: style(.banner))
        canvas.put(
            " " + say(seatLine(seat)), at: row.origin, limit: row.width, style: style(.banner),
            overflow: .ellipsis)
    }

    private func seatLine(_ seat: any SeatHost) -> Bilingual {
        if let trouble = seat.trouble { return trouble }
        if shop?.leading.isFrozen == true {
            return seat.role == .leader ? SeatText.youFroze : SeatText.frozen
        }
        if let mine = seat.seat, shop?.leading.taken.contains(mine) == true {
            return SeatText.leaderHasSeat
        }
        if let whisper = whisper(to: seat) { return SeatText.whispered(whisper) }
        let missing = seat.missing
        if !missing.isEmpty { return SeatText.waitingFor(missing) }
        return SeatText.place(seat.room, seat.round, seat.role)
    }

    /// The leader's last word to this seat, until its person has spoken again.
    func whisper(to seat: any SeatHost) -> String? {
        guard let mine = seat.seat, let shift else { return nil }
        for record in shift.records.reversed() {
            switch record.event {
            case .led(.whisper(mine, let text)): return text
            case .replySent where mine == .agent && record.actor.isAgent: return nil
            case .buyerSpoke where record.actor == .buyer(seat.customer): return nil
            case _: continue
            }
        }
        return nil
    }

    /// The conversation of the customer whom a person plays; nil before they have come.
    var playedTalk: Conversation? {
        guard let seat, let shop else { return nil }
        return shop.conversations(of: seat.customer).last
    }

    /// Something at this seat that can be done by a digit.
    /// - Parameter acts: only asked for when the key is one of theirs; finding them asks the shop
    ///   what would be allowed.
    func runSeatAct(_ key: Key, among acts: @autoclosure () -> [SeatAct]) -> Bool {
        guard key.modifiers == .alt, case .character(let letter) = key.code,
            let digit = letter.wholeNumberValue, digit > 0
        else { return false }
        let acts = acts()
        guard acts.indices.contains(digit - 1) else {
            announce(.hint, SeatText.noSuchAct(digit))
            return true
        }
        let act = acts[digit - 1]
        guard let question = act.question else {
            act.run(self)
            return true
        }
        overlays.append(Confirmation(question: question, yes: act.title, action: act.run))
        return true
    }

    /// A list of what can be done, with the keys.
    func drawSeatActs(_ acts: [SeatAct], in rect: Rect, into canvas: inout Canvas) {
        for (place, act) in acts.prefix(min(9, rect.height)).enumerated() {
            let row = rect.row(place)
            let used = canvas.put("Alt-\(place + 1) ", at: row.origin, style: style(.key))
            canvas.put(
                say(act.title), at: Point(x: row.x + used, y: row.y), limit: row.width - used,
                style: style(.text), overflow: .ellipsis)
        }
    }
}

/// What is written at the buyer's and the leader's seat.
extension Desk {
    /// A key for the text; false when it is none of the text's.
    func typeAtSeat(_ key: Key) -> Bool {
        let before = seatText.revision
        guard seatText.handle(key) else { return false }
        if seatText.revision != before { keepSeatText() }
        return true
    }

    func writeAtSeat(_ text: String) {
        seatText.load(Draft(text: text, caret: text.count))
        keepSeatText()
    }

    func keepSeatText() {
        do throws(StorageTrouble) { try seat?.keep(seatText.draft) } catch {
            announce(.refused, error.sentence)
        }
    }

    func drawSeatText(hint: Bilingual, in area: Rect, into canvas: inout Canvas) {
        seatText.draw(
            on: &canvas, in: area, style: style(.input), hasCaret: overlays.isEmpty)
        guard seatText.isEmpty else { return }
        canvas.put(
            say(hint), at: Point(x: area.x + 1, y: area.y), limit: area.width - 1,
            style: style(.placeholder, on: .input), overflow: .ellipsis)
    }
}

/// Something that can be done at a seat by one key.
struct SeatAct {
    var title: Bilingual
    /// Asked before it is done; nil for what does no harm.
    var question: Bilingual?
    var run: (Desk) -> Void
}
