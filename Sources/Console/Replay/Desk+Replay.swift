import Engine
public import Replaying
import Shifts

/// Going through a stored shift: jumping, stepping, letting it run.
extension Desk {
    /// Why nothing can be done in the shift on the desk: another desk serves it, or it is over and
    /// only looked at. Whoever has a seat at another desk's shift acts through it.
    var onlyLooks: Bilingual? {
        if replay != nil { return ReplayWords.onlyLooking }
        guard watched != nil else { return nil }
        return seat.map { $0.role == .watch } ?? true ? PageWords.onlyWatching : nil
    }

    /// Puts a stored shift on the desk, at its beginning or at a moment of it.
    public func openReplay(
        _ name: String, with host: any PageHost, at wish: MomentWish? = nil
    ) {
        keepDraft()
        noteClock()
        do {
            let opened = try host.replay(name)
            guide = nil
            watched = nil
            open(opened.shift)
            replay = Replay(opened, host: host)
            show(entry: 0)
            // Gone to as soon as so much has been read.
            let wanted = wish.flatMap { place(of: $0) }
            replay?.wanted = wanted
            followReel()
        } catch {
            announce(.refused, error.sentence)
        }
    }

    func place(of wish: MomentWish) -> MomentWish.Place? {
        guard let replay, let shop else { return nil }
        return wish.place(from: replay.now, in: replay.horizon, offset: shop.offset)
    }

    // MARK: Going somewhere

    /// Stands where so many entries had happened; with an instant, so far behind the last of them.
    func show(entry wanted: Int, at instant: Instant? = nil) {
        guard let replay, let shift else { return }
        let reel = replay.reel
        var entry = max(0, wanted)
        if entry > reel.count {
            guard reel.ending != nil else {
                self.replay?.wanted = .entry(min(entry, reel.total))
                return announce(.hint, ReplayWords.reading(reel.count, of: reel.total))
            }
            entry = reel.count
        }
        guard var shop = reel.shop(after: entry) else { return }
        let moment = max(instant ?? reel.step(entry)?.at ?? reel.card.startsAt, shop.now)
        shop.advance(to: moment)
        shift.stand(at: shop, after: entry)
        self.replay?.place = entry
        self.replay?.now = moment
        self.replay?.wanted = nil
        lookAround(reel.step(entry))
    }

    /// Stands at an instant, with all that had happened by then.
    func show(at instant: Instant) {
        guard let replay else { return }
        let reel = replay.reel
        if instant > reel.span.upperBound, reel.ending == nil {
            self.replay?.wanted = .instant(instant)
            return announce(.hint, ReplayWords.reading(reel.count, of: reel.total))
        }
        show(entry: reel.place(at: instant), at: instant)
    }

    func show(_ place: MomentWish.Place) {
        switch place {
        case .entry(let number): show(entry: number)
        case .instant(let instant): show(at: instant)
        case .event(let number):
            if let entry = replay?.reel.entry(ofEvent: number) { show(entry: entry) }
        }
    }

    func stepReplay(by steps: Int) {
        guard let replay else { return }
        self.replay?.isPlaying = false
        if steps > 0, replay.isAtEnd { return announce(.hint, ReplayWords.atTheEnd) }
        if steps < 0, replay.place == 0 { return announce(.hint, ReplayWords.atTheBeginning) }
        show(entry: replay.place + steps)
    }

    func goToMilestone(by direction: Int) {
        guard let replay else { return }
        self.replay?.isPlaying = false
        let line = replay.timeLine
        let found =
            direction > 0 ? line.next(after: replay.place) : line.previous(before: replay.place)
        guard let found else {
            return announce(
                .hint, direction > 0 ? ReplayWords.noMoreMarks : ReplayWords.noEarlierMarks)
        }
        show(entry: found.entry)
    }

    /// Everything that is drawn from indexes stands for the moment shown.
    private func lookAround(_ step: ReelStep?) {
        guard let shift, let replay else { return }
        let shop = shift.shop
        let held = selected
        let showsEnded = queue.showsEnded
        queue = QueueList()
        queue.showsEnded = showsEnded
        queue.rebuild(shop)
        promises = PromiseIndex(shop)
        transcripts = TranscriptCache()
        places.anchors = [:]
        places.marked = [:]
        still = nil
        notice = nil
        let led = step?.events.compactMap(\.conversation).last
        let wished = replay.follows ? led ?? held : held
        let there = wished.flatMap { shop.conversations[$0]?.id }
        queue.select(there ?? queue.index.firstDue ?? queue[0])
        self.replay?.ledTo = selected
    }

    // MARK: Time

    /// Lets the replay run, and takes note of what has been read meanwhile.
    func runReplay(milliseconds: Int) {
        followReel()
        guard let replay, replay.isPlaying, page == nil, let shift else { return }
        let reel = replay.reel
        let target = replay.now + Span(milliseconds: Int64(milliseconds * replay.speed))
        let next = reel.place(at: target)
        if next > replay.place + 100 {
            show(entry: next, at: target)
        } else {
            // Whoever turns to another customer wants to stay there.
            if replay.follows, selected != replay.ledTo { self.replay?.follows = false }
            var led: ConversationID?
            if next > replay.place {
                for step in reel.steps((replay.place + 1)...next) {
                    observe(shift.pass(step.events, by: step.actor, at: step.at))
                    led = step.events.compactMap(\.conversation).last ?? led
                }
            }
            shift.look(at: min(target, max(shift.now, reel.span.upperBound)))
            self.replay?.place = next
            self.replay?.now = shift.now
            if self.replay?.follows == true, let led { select(led) }
            self.replay?.ledTo = selected
            still = nil
        }
        guard self.replay?.isAtEnd == true else { return }
        self.replay?.isPlaying = false
        announce(.hint, ReplayWords.atTheEnd)
    }

    /// The shift is read behind the desk's back: goes where one wanted to go once it is there, and
    /// judges it once it is whole.
    private func followReel() {
        guard let replay else { return }
        if replay.reel.ending != nil, replay.points == nil {
            let points = points(of: replay)
            self.replay?.points = points
            still = nil
            if case .cut(let why)? = replay.reel.ending { announce(.refused, why) }
        } else if replay.reel.ending == nil {
            still = nil
        }
        switch replay.wanted {
        case .entry(let number)?:
            if number <= replay.reel.count || replay.reel.ending != nil { show(entry: number) }
        case .instant(let instant)?:
            let isThere = instant < replay.reel.span.upperBound || replay.reel.ending != nil
            if isThere { show(at: instant) }
        case .event(let number)?:
            if let entry = replay.reel.entry(ofEvent: number) {
                show(entry: entry)
            } else if replay.reel.ending != nil {
                self.replay?.wanted = nil
            }
        case nil: break
        }
    }

    private func points(of replay: Replay) -> [Milestone] {
        let reel = replay.reel
        guard reel.count <= Replay.judgedEntries, let report = replay.host.judge(reel) else {
            return []
        }
        return TimeLine.points(
            of: report, entry: { reel.entry(ofEvent: $0) }, at: { reel.step($0)?.at })
    }

    /// Milliseconds until the replay shows something new by itself.
    var replayWake: Int? {
        guard let replay, let shift else { return nil }
        var waits: [Int] = []
        if replay.reel.ending == nil || replay.points == nil { waits.append(100) }
        if replay.isPlaying, page == nil {
            let speed = Int64(replay.speed)
            waits.append(Int((1000 - shift.now.milliseconds % 1000 + speed - 1) / speed))
            if let next = replay.reel.step(replay.place + 1) {
                let span = max(0, (next.at - replay.now).milliseconds)
                waits.append(Int(min(60_000, (span + speed - 1) / speed)))
            }
        }
        return waits.min().map { max(20, $0) }
    }

    // MARK: Notes, branches

    /// - Returns: why it could not be kept; what was written stays in its sheet then.
    func writeTeacherNote(_ text: String) -> Bilingual? {
        guard let replay else { return nil }
        var notes = replay.notes
        let had = notes[replay.place] != nil
        notes.put(TeacherNote(entry: replay.place, at: replay.now, text: text))
        guard notes != replay.notes else { return nil }
        do {
            try replay.host.keep(notes, with: replay.name)
            self.replay?.notes = notes
            still = nil
            let isGone = notes[replay.place] == nil
            announce(.done, isGone ? ReplayWords.noteGone(had) : ReplayWords.noteKept)
            return nil
        } catch {
            return ReplayWords.noteNotKept(error.sentence)
        }
    }

    /// Leaves the replay for a shift that begins as this one did and goes on by this person's hand.
    func takeOver() {
        guard let replay else { return }
        do {
            let opened = try replay.host.branch(
                replay.name, after: replay.place, at: replay.now)
            let led = selected
            open(opened.shift, clock: opened.clock)
            if let led, opened.shift.shop.conversations[led] != nil { select(led) }
            let key = DeskCommand.named("pause").map { keyName(of: $0) } ?? ""
            announce(.hint, ReplayWords.tookOver(key))
        } catch {
            announce(.refused, error.sentence)
        }
    }

    /// Looking back, the clock one sees is the time line's: the keys of the shop's clock mean it.
    func runReplay(_ command: String) { DeskCommand.named(command)?.run(on: self) }

    func leaveReplay() {
        guard let replay else { return }
        self.replay = nil
        shift = nil
        show(EarlierPage(host: replay.host, menu: replay.host.startMenu()))
    }

    /// The branch on the desk beside what it was taken over from.
    func showComparison(_ first: String, _ second: String, with host: any PageHost) {
        do {
            show(ComparePage(host: host, try host.compare(first, second), tongue: tongue))
        } catch {
            announce(.refused, error.sentence)
        }
    }
}
