import Engine

/// The one process that decides in a room: it has the shift and its journal, reads the letters of
/// the seats, and answers each once.
///
/// ```swift
/// let host = RoomHost(shift: shift, seating: seating, mail: mail, store: store)
/// try host.serve()                                            // everything that waits
/// try host.run(milliseconds: 16, present: [.one, .two])       // and the clock
/// ```
/// A letter is decided, its entry and its mark are stored in one step, then it is answered. A host
/// that dies after the storing finds the mark and only answers; one that dies before finds nothing
/// done and does it.
///
/// A class: the shift it drives is one.
public final class RoomHost {
    public let shift: Shift
    public let seating: Seating
    private let mail: any RoomMail
    private let store: any LetterStore

    public init(
        shift: Shift, seating: Seating, mail: any RoomMail, store: any LetterStore
    ) {
        self.shift = shift
        self.seating = seating
        self.mail = mail
        self.store = store
    }

    /// Decides and answers every letter that waits.
    /// - Returns: how many were answered.
    /// - Throws: `StoreFailure` where something could not be kept; the letter then still waits.
    @discardableResult
    public func serve() throws(StoreFailure) -> Int {
        // What was written for the next round waits for the host of that round.
        let letters = try mail.waiting().filter { $0.round <= seating.round }
        for letter in letters { try serve(letter) }
        return letters.count
    }

    private func serve(_ letter: Letter) throws(StoreFailure) {
        guard letter.isGenuine else {
            return try mail.answer(letter, .declined(SeatWords.wrongToken))
        }
        guard let wish = letter.wish else {
            return try mail.answer(letter, .declined(SeatWords.unreadableLetter))
        }
        switch wish {
        case .act(let command): try act(command, for: letter)
        case .swap: try swap(for: letter)
        }
    }

    private func act(_ command: Command, for letter: Letter) throws(StoreFailure) {
        if let mark = try store.lastMark(of: letter.chair), letter.round == seating.round,
            letter.number <= mark.number
        {
            // Done before the last host could say so.
            let entry = letter.number == mark.number ? mark.entry : nil
            return try mail.answer(letter, .done(entry: entry))
        }
        guard letter.round == seating.round else {
            return try mail.answer(letter, .declined(SeatWords.roundOver))
        }
        let entry = shift.entryCount + 1
        store.carrying = (letter.chair, letter.number)
        defer { store.carrying = nil }
        do throws(ShiftFault) {
            try shift.submit(command, by: actor(of: letter.chair))
        } catch {
            switch error {
            case .refused(let refusal): return try mail.answer(letter, .refused(refusal))
            case .notStored(let failure): throw failure
            }
        }
        try mail.answer(letter, .done(entry: entry))
    }

    /// A leader may begin anew at any time, a player once the round is over.
    private func swap(for letter: Letter) throws(StoreFailure) {
        guard letter.round == (try mail.currentRound()) else {
            return try mail.answer(letter, .done(entry: nil))
        }
        guard letter.chair == .leader || shift.isOver else {
            return try mail.answer(letter, .declined(SeatWords.swapTooEarly))
        }
        if !shift.isOver {
            do throws(ShiftFault) { try shift.submit(.endShift, by: .instructor) } catch {
                switch error {
                case .refused: break
                case .notStored(let failure): throw failure
                }
            }
        }
        try mail.begin(round: seating.round + 1, answering: letter)
    }

    private func actor(of chair: Chair) -> Actor {
        switch chair.role(in: seating.round) {
        case .agent: shift.agent
        case .buyer: .buyer(seating.customer)
        case .leader, .watch: .instructor
        }
    }

    // MARK: Time

    /// Whether the shop's time runs: not while the leader has it stand, and only while both sides
    /// are there, or the leader sits in for the one who is not.
    public func isRunning(present: Set<Chair>) -> Bool {
        guard !shift.isOver, !shift.shop.leading.isFrozen else { return false }
        return missing(present).isEmpty
    }

    /// The sides nobody plays at this moment.
    public func missing(_ present: Set<Chair>) -> [SeatRole] {
        [(SeatRole.agent, Seat.agent), (.buyer, .buyer(seating.customer))].compactMap {
            role, seat in
            let isThere = role.chair(in: seating.round).map { present.contains($0) } ?? false
            return isThere || shift.shop.leading.taken.contains(seat) ? nil : role
        }
    }

    /// Lets the clock run. A leader who is gone holds nothing: their seats go back to whoever sits
    /// in them, and time that they let stand goes on.
    /// - Parameter present: whose terminals are there; empty while nobody has looked yet.
    public func run(milliseconds: Int, present: Set<Chair>) throws(StoreFailure) {
        if !present.isEmpty, !present.contains(.leader), !shift.isOver { try releaseAll() }
        guard milliseconds > 0, isRunning(present: present) else { return }
        do throws(ShiftFault) {
            try shift.advance(to: shift.now + Span(milliseconds: Int64(milliseconds)))
        } catch {
            switch error {
            case .refused: break
            case .notStored(let failure): throw failure
            }
        }
    }

    private func releaseAll() throws(StoreFailure) {
        let leading = shift.shop.leading
        let held = leading.taken.map { Lead.giveBack(seat: $0) } + (leading.isFrozen ? [.goOn] : [])
        for lead in held {
            do throws(ShiftFault) { try shift.submit(.lead(lead), by: .instructor) } catch {
                switch error {
                case .refused: break
                case .notStored(let failure): throw failure
                }
            }
        }
    }
}
