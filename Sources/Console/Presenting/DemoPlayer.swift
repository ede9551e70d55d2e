import Engine
public import Shifts

/// Plays a shift's model run at the desk by itself: it reads, types, presses the desk's own
/// commands and says what there is to see, until a teacher takes over, and goes on when it is
/// given back.
///
/// ```swift
/// desk.open(shift)
/// desk.play(DemoPlayer(DemoScript(pack, tongue: .chinese)))
/// desk.elapse(milliseconds: 40)   // the loop's own beat drives it
/// ```
///
/// While it plays, the shop's clock is its own: it runs quickly to the next thing that happens and
/// stands while something is typed. So every command comes at the golden run's own instant, and
/// the shift ends with the golden run's score, however fast it is shown.
public final class DemoPlayer {
    // A class: the desk, its commands and the player all change the one show.

    public enum State: Hashable, Sendable {
        case playing
        /// Stopped by a key or at a teaching point.
        case held
        /// A person serves; captions still come.
        case yours
        case over
    }

    /// How it is shown.
    public struct Pace: Hashable, Sendable {
        /// A hundred is the speed at which it can be read along.
        public var percent: Int
        /// Whether teaching points wait for a key.
        public var stops: Bool

        public init(percent: Int = 100, stops: Bool = false) {
            self.percent = min(max(10, percent), 100_000)
            self.stops = stops
        }
    }

    public internal(set) var state: State
    /// What is said to the class now.
    public internal(set) var caption: DemoCaption?
    /// A teaching point waits for a key.
    public internal(set) var waits = false

    let pace: Pace
    var script: DemoScript
    var beats: [Beat]
    /// Milliseconds of the beat that are left.
    private var left = 0
    /// Where the shop's clock runs to during this beat.
    private var target: Instant?
    /// What others did since the last look.
    private var heard: [Recorded] = []
    /// The command being carried out, and whether the shop has it.
    private(set) var pending: Command?
    private var isDone = false
    private var actsSinceCaption = 0
    private var hasClosed = false
    private var hasRevealed = false
    /// When a caption goes by itself while a person serves.
    private var captionUntil: Int64 = 0

    /// Whether it ever has the desk: a shift that counts is served by whoever sits at it.
    let canPlay: Bool

    /// - Parameter canPlay: false where it only shows the captions of what a person does.
    public init(_ script: DemoScript, pace: Pace = Pace(), canPlay: Bool = true) {
        self.script = script
        self.pace = pace
        self.canPlay = canPlay
        state = canPlay ? .playing : .yours
        beats = script.opens.map { [.caption($0)] } ?? []
    }

    /// Whether the shop's clock is the player's.
    var holdsClock: Bool { state == .playing || state == .held }

    // MARK: Time

    /// Lets wall time pass.
    func elapse(_ milliseconds: Int, on desk: Desk) {
        if state == .yours { fadeCaption(desk) }
        guard state == .playing else { return }
        var budget = max(1, milliseconds * pace.percent / 100)
        repeat {
            if left > 0 {
                let part = min(left, budget)
                runClock(part, desk)
                left -= part
                budget -= part
                if left > 0 { return }
            }
            desk.still = nil
            if beats.isEmpty { plan(desk) }
            guard state == .playing, !beats.isEmpty else { return }
            left = perform(beats.removeFirst(), on: desk)
        } while budget > 0 && state == .playing
    }

    /// Milliseconds until something is to be done or shown; nil when a person has to come first.
    func nextWake(at wall: Int64) -> Int? {
        switch state {
        case .playing:
            let whole = max(1, (left * 100 + pace.percent - 1) / pace.percent)
            // A running clock is seen running.
            return target == nil ? whole : min(whole, 80)
        case .yours:
            return caption == nil || waits ? nil : Int(max(1, captionUntil - wall))
        case .held, .over: return nil
        }
    }

    private func runClock(_ part: Int, _ desk: Desk) {
        guard let target, let shift = desk.shift else { return }
        let rest = target - shift.now
        let isLast = part >= left
        let next =
            isLast
            ? target
            : shift.now + Span(milliseconds: rest.milliseconds * Int64(part) / Int64(left))
        do {
            let records = try shift.advance(to: next)
            heard += records
            desk.observe(records)
        } catch { desk.report(error) }
        if isLast { self.target = nil }
        desk.still = nil
    }

    /// Lets the shop's clock run there, in about as long as the eye needs.
    func run(to instant: Instant, on desk: Desk) -> Int {
        guard let now = desk.shift?.now, instant > now else { return 0 }
        target = instant
        return 160 + min(900, (instant - now).seconds * 18)
    }

    // MARK: What comes next

    private func plan(_ desk: Desk) {
        guard let shift = desk.shift else {
            state = .over
            return
        }
        tellStrayed(desk)
        if let pause = readingTime(desk) {
            beats = [.rest(pause)]
            return
        }
        guard !shift.isOver else { return planEnd(desk) }
        let captions = script.captions(in: shift)
        guard captions.isEmpty else {
            beats = captions.map(Beat.caption)
            return
        }
        let own = script.nextAct(in: shift).map { max($0, shift.now) }
        if shift.isQuiet && own == nil { return planClosing(shift) }
        guard let next = [own, shift.nextDue].compactMap({ $0 }).min() else {
            return planClosing(shift)
        }
        if next > shift.now {
            beats = [.clock(next)]
            return
        }
        guard let own, own <= shift.now else {
            // Something falls due this very moment.
            beats = [.due]
            return
        }
        let before = script.captionsBeforeAct(in: shift)
        guard before.isEmpty else {
            beats = before.map(Beat.caption)
            return
        }
        let commands = script.act(in: shift)
        actsSinceCaption += 1
        if actsSinceCaption > 2 { caption = nil }
        for command in commands { beats += gestures(for: command, on: desk) }
        if commands.isEmpty { beats = [.rest(1)] }
    }

    private func planClosing(_ shift: Shift) {
        if let closes = script.closes, !hasClosed { beats.append(.caption(closes)) }
        hasClosed = true
        beats.append(.begin(.endShift))
        beats.append(.submit(.endShift))
    }

    /// The debrief, covered at first.
    private func planEnd(_ desk: Desk) {
        guard !hasRevealed else {
            state = .over
            return
        }
        hasRevealed = true
        if !hasClosed, let closes = script.closes { beats.append(.caption(closes)) }
        hasClosed = true
        if desk.hidesAnswers { beats += [.rest(1500), .press("reveal")] }
        beats.append(.rest(3000))
    }

    /// Time to read what the customer in view has said; what others said shows in the queue.
    private func readingTime(_ desk: Desk) -> Int? {
        let records = heard
        heard = []
        var time = 0
        for record in records {
            guard case .buyerSpoke(let id, _, let text) = record.event else { continue }
            time += id == desk.selected ? 350 + Self.reading(text, in: desk) / 2 : 150
        }
        return time == 0 ? nil : min(time, 2500)
    }

    /// How long a text is read, by what language it is in.
    static func reading(_ text: String, in desk: Desk) -> Int {
        let wide = text.unicodeScalars.count { $0.value > 0x2E7F }
        return wide * 55 + (text.unicodeScalars.count - wide) * 17
    }

    // MARK: Captions

    /// Shows one; at a teaching point that stops, everything waits for a key.
    func show(_ caption: DemoCaption, on desk: Desk) -> Int {
        self.caption = caption
        actsSinceCaption = 0
        if caption.stops, pace.stops {
            state = .held
            waits = true
            desk.clock.isPaused = true
            return 0
        }
        return 700 + Self.reading(desk.say(caption.text), in: desk)
    }

    /// While a person serves: what there is to say of what has just happened.
    func follow(_ desk: Desk) {
        guard state == .yours, let shift = desk.shift else { return }
        guard let next = script.captions(in: shift).last else { return }
        caption = next
        captionUntil = desk.wall + 4000 + Int64(2 * Self.reading(desk.say(next.text), in: desk))
        if next.stops, pace.stops {
            waits = true
            desk.clock.isPaused = true
        }
    }

    private func fadeCaption(_ desk: Desk) {
        guard caption != nil, !waits, desk.wall >= captionUntil else { return }
        caption = nil
        desk.still = nil
    }

    // MARK: Commands

    /// A command is about to be carried out.
    func begin(_ command: Command) {
        pending = command
        isDone = false
    }

    /// The desk has sent this: for the player itself, or by a person's hand.
    func passed(_ command: Command, in shift: Shift) {
        switch state {
        case .playing, .held: if command == pending { isDone = true }
        case .yours:
            if let pending, !isDone, pending.isLike(command, in: shift.shop) {
                isDone = true
            } else {
                script.heard(command, in: shift)
            }
        case .over: break
        }
    }

    /// Sees to it that the command was sent, and closes what was opened for it.
    func finish(_ command: Command, saying words: Bilingual?, on desk: Desk) {
        desk.overlays = []
        defer { pending = nil }
        guard !isDone, let shift = desk.shift, !desk.submit(command, saying: words) else { return }
        if let id = command.conversation(in: shift.shop) { script.wasRefused(in: id) }
    }

    private func tellStrayed(_ desk: Desk) {
        let names = script.newlyStrayed().map { desk.name(of: $0) }
        if !names.isEmpty { desk.announce(.refused, PresentingWords.strayed(names)) }
    }

    // MARK: Hands

    /// Takes over, or gives back.
    func changeHands(on desk: Desk) {
        switch state {
        case .playing, .held:
            beats = []
            left = 0
            target = nil
            waits = false
            caption = nil
            state = .yours
            desk.overlays = []
            desk.turn(to: .composer)
            desk.clock = DeskClock()
            desk.announce(.hint, PresentingWords.tookOver(desk.keyName(of: "demo-hand-over")))
        case .yours:
            state = .playing
            waits = false
            caption = nil
            desk.clock = DeskClock()
            desk.announce(.done, PresentingWords.gaveBack)
            if let pending, !isDone { beats = gestures(for: pending, on: desk) }
            tellStrayed(desk)
        case .over: break
        }
    }

    /// The key for a pause: holds the show or lets it go on. False where the clock is a person's.
    func answerPause(on desk: Desk) -> Bool {
        switch state {
        case .playing: state = .held
        case .held:
            state = .playing
            waits = false
        case .yours:
            if waits {
                waits = false
                caption = nil
            }
            return false
        case .over: return false
        }
        desk.clock.isPaused = state == .held
        return true
    }

    /// One line that says how things stand.
    func standing(_ desk: Desk) -> Bilingual {
        let take = desk.keyName(of: "demo-hand-over")
        let pause = desk.keyName(of: "pause")
        switch state {
        case .playing: return PresentingWords.plays(take: take, pause: pause)
        case .held: return PresentingWords.isHeld(take: take, pause: pause)
        case .yours: return PresentingWords.isYours(take)
        case .over: return PresentingWords.isOver
        }
    }
}
