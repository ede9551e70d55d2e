import Engine
import Macros
public import Shifts
import Typing

/// The shift under the desk: opening one, letting time pass, sending commands, hearing events.
extension Desk {
    /// Puts a shift on the desk. A shift that is gone on with begins paused.
    public func open(_ shift: Shift, clock: DeskClock = DeskClock()) {
        self.shift = shift
        self.clock = clock
        replay = nil
        queue = QueueList()
        queue.rebuild(shift.shop)
        promises = PromiseIndex(shift.shop)
        places = Places()
        transcripts = TranscriptCache()
        moods = MoodCache()
        coach = coachFor(shift)
        voice = voiceFor(shift)
        recorder = nil
        demo = nil
        coachCache = nil
        race = nil
        shopIndex = nil
        overlays = []
        page = nil
        zoomed = nil
        focus = .composer
        notice = nil
        hostTrouble = nil
        loadDrafts()
        keyWatch = KeyWatch(host.loadTyping())
        keysKeptAt = wall
        select(queue.index.firstDue ?? queue[0])
    }

    /// Leaves the shift that is on the desk for the start page; it can be gone on with later.
    public func showStart() {
        parkDrill()
        keepDraft()
        keepKeys(now: true)
        page = pages.start(self)
        overlays = []
    }

    public func showDebrief() {
        parkDrill()
        keepDraft()
        keepKeys(now: true)
        page = pages.debrief(self)
        overlays = []
    }

    /// Back from a page to the desk, with the shift as it was left.
    public func showShift() {
        overlays = []
        page = nil
    }

    public func show(_ page: any Page) {
        overlays = []
        self.page = page
    }

    // MARK: Time

    /// Lets wall time pass: the shop's clock runs at its speed, a reply that was counting down
    /// goes out.
    public func elapse(milliseconds: Int) {
        guard milliseconds > 0 else { return }
        wall += Int64(milliseconds)
        passDrill(milliseconds: milliseconds)
        if outgoing != nil { still = nil }
        if presenting?.cast.fade(at: wall) == true { still = nil }
        demo?.elapse(milliseconds, on: self)
        sendWhatIsDue()
        if replay != nil { return runReplay(milliseconds: milliseconds) }
        if watched != nil { return follow() }
        guard isRunning, let shift else { return }
        let before = (second: shift.now.milliseconds / 1000, entries: shift.entryCount)
        let target = shift.now + Span(milliseconds: Int64(milliseconds * clock.speed))
        do { observe(try shift.advance(to: target)) } catch { report(error) }
        // Clocks on the screen show whole seconds.
        if shift.now.milliseconds / 1000 != before.second || shift.entryCount != before.entries {
            still = nil
        }
        if wall - clockSavedAt >= 1000 { noteClock() }
    }

    /// Whether the shop's clock runs: not paused, not over, and not behind a page. The clock of a
    /// contest waits for nobody.
    public var isRunning: Bool {
        guard let shift, watched == nil, replay == nil, !shift.isOver else { return false }
        if shift.card.contest != nil { return true }
        guard page == nil, !clock.isPaused else { return false }
        // A demonstration runs the clock itself.
        if demo?.holdsClock == true { return false }
        // The guide lets time stand while a learner thinks.
        if guide?.holdsClock(self) == true { return false }
        return true
    }

    /// Milliseconds until the picture changes by itself; nil when only a person can change it.
    public var nextWake: Int? {
        var waits: [Int] = []
        if let fading = presenting?.cast.nextFading(at: wall) { waits.append(fading) }
        if let beat = demo?.nextWake(at: wall) { waits.append(beat) }
        if watched != nil { waits.append(WatchedShift.pollMilliseconds) }
        if let replayWake { waits.append(replayWake) }
        if let due = outgoing?.at {
            // The seconds left are shown.
            let left = max(0, due - wall)
            waits.append(Int(left % 1000 == 0 ? min(left, 1000) : left % 1000))
        }
        if isRunning, let shift {
            // The clock in the header shows whole seconds.
            let speed = Int64(clock.speed)
            let toSecond = (1000 - shift.now.milliseconds % 1000 + speed - 1) / speed
            waits.append(Int(toSecond))
            if let due = shift.nextDue {
                let span = max(0, (due - shift.now).milliseconds)
                waits.append(Int(min(60_000, (span + speed - 1) / speed)))
            }
        }
        return waits.min().map { max(1, $0) }
    }

    func noteClock() {
        guard shift != nil, watched == nil, replay == nil else { return }
        clockSavedAt = wall
        keepKeys(now: true)
        do {
            try host.saveClock(clock, at: shift?.now ?? now)
            if unkept.isEmpty { hostTrouble = nil }
        } catch { hostTrouble = error.sentence }
    }

    // MARK: Commands and events

    /// Sends a command into the shop; every change goes through here.
    ///
    /// A refusal becomes a notice. Answers whether it was done.
    @discardableResult
    func submit(_ command: Command, saying text: Bilingual? = nil) -> Bool {
        guard let shift else { return false }
        if let onlyLooks {
            announce(.hint, onlyLooks)
            return false
        }
        let reverse = Reverse(of: command, in: shift.shop)
        do {
            let records = try carryOut(command, in: shift)
            // The key takes back the act it was offered for, never one before it.
            if !command.onlyLooks { lastAct = reverse?.filled(by: records).map { .act($0) } }
            if let text { announce(.done, text) }
            return true
        } catch {
            report(error)
            return false
        }
    }

    /// Passes a command on to the shift, where a recording sees it, and takes note of what came of
    /// it.
    func carryOut(_ command: Command, in shift: Shift) throws(ShiftFault) -> [Recorded] {
        // A second shop is held only where it is needed: the first change copies its tables.
        let before = recorder != nil && isRecordable ? shift.shop : nil
        let records = try shift.submit(command)
        if let before { recorder?.take(command, in: before, records: records) }
        demo?.passed(command, in: shift)
        observe(records)
        return records
    }

    func report(_ fault: ShiftFault) {
        switch fault {
        case .refused(let refusal):
            let sentence = Bilingual(
                zh: refusal.sentence(in: .chinese), en: refusal.sentence(in: .english))
            announce(.refused, sentence)
            host.noteRefusal(sentence)
        case .notStored:
            // The banner says so for as long as it lasts.
            break
        }
    }

    /// Takes note of what has happened: rows, counts and marks are brought up to date, nothing
    /// that a person looks at moves.
    func observe(_ records: [Recorded]) {
        guard let shift else { return }
        if !records.isEmpty { still = nil }
        guide?.hear(records)
        defer { if !records.isEmpty { demo?.follow(self) } }
        for record in records {
            if let id = record.event.conversation, let talk = shift.shop.conversations[id] {
                queue.index.update(talk)
            }
            switch record.event {
            case .conversationOpened(let id, _, _, _, _, _):
                if settings.ringsForNewCustomers, replay == nil { host.bell() }
                if selected == nil { select(id) }
            case .promiseMade(let promise):
                promises.add(promise)
                if promise.message != nil { announcePromise(promise) }
            case .promiseKept(let id), .promiseLapsed(let id):
                promises.remove(id)
            case .promiseBroken(let id):
                promises.remove(id)
                announceBroken(id)
            case .messageRecalled(_, let message):
                transcripts.forget(message)
                promises.remove(madeIn: message)
            case .lookedUp(_, _, .attachment(let message)):
                // What it shows stands in the chat from now on.
                transcripts.forget(message)
            case .ticketAnswered(let id, _):
                announceAnswer(to: id)
            case .shiftEnded:
                guard replay == nil else { break }
                keepDraft()
                keepKeys(now: true)
                overlays = []
                page = pages.debrief(self)
            case .buyerSpoke, .talkMoved, .orderPlaced, .orderPaid, .orderCancelled,
                .receiptConfirmed,
                .refundRequested, .afterSaleWithdrawn, .rated, .buyerLeft, .moodShifted,
                .needRevealed, .taken, .held, .resumed, .transferred, .closed, .replySent,
                .cardSent, .noteWritten, .lookedUp, .knowledgeMoved, .memoSet, .addressChanged,
                .repriced,
                .closedUnpaid, .warehouseUrged, .itemChanged, .receiptExtended, .refunded,
                .reshipOpened, .compensated, .couponGiven, .tagged, .untagged, .customerNoted,
                .ticketOpened, .autoReplied, .shipped, .partShipped, .scanned, .restocked,
                .shipmentOverdue, .afterSaleOpened, .afterSaleMoved, .orderMoved, .parcelMoved,
                .roadChanged, .reviewed, .customerMoved, .campaignSent, .ticketOverdue,
                .handoverWritten, .led:
                break
            }
        }
    }

    /// Words that bind are told to whoever said them, while they can still be recalled.
    private func announcePromise(_ promise: Promise) {
        guard seat.map({ $0.role == .agent }) ?? true else { return }
        guard replay == nil else { return }
        announce(.hint, Words.promiseHeard(promise.text, moment(promise.due)))
    }

    private func announceBroken(_ id: PromiseID) {
        guard replay == nil, let promise = shop?.promises[id] else { return }
        announce(.refused, Words.promiseBroken(name(of: promise.conversation), promise.text))
    }

    private func announceAnswer(to id: TicketID) {
        guard replay == nil, let ticket = shop?.tickets[id] else { return }
        announce(.hint, Words.ticketAnswered(ticket.department.name, ticket.answer?.text ?? ""))
    }

    /// What the customer of a conversation is called.
    func name(of conversation: ConversationID) -> String {
        guard let shop, let talk = shop.conversations[conversation] else {
            return conversation.rawValue
        }
        return shop.customers[talk.customer]?.name ?? talk.customer.rawValue
    }
}
