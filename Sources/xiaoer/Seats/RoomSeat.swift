import Console
import Engine
import Foundation
import Grading
import Scenarios
import Shifts
import Simulation
import Storage

/// One process at one seat of a room: it follows the journal of the round, sends what its person
/// does through the mailbox, and decides for all where no other process does.
///
/// Whoever has the right to write the journal is the host. When a host dies, however it dies, the
/// system gives that right back and the next seat takes it, finds the letters that wait, and goes
/// on at the same second.
///
/// A class: the loop, the desk and the shift's relay hold the same one.
final class RoomSeat {
    let file: RoomFile
    let premises: Premises
    /// Nil for somebody who only looks on.
    let chair: Chair?
    private let token: String
    /// Held as long as this process sits here.
    private let lock: SeatLock?

    private(set) var round = 1
    private(set) var shift: Shift
    private var journal: Journal
    private(set) var host: RoomHost?
    private var hostStore: JournalStore?
    var trouble: Bilingual?
    private var pending: (number: Int, body: [UInt8])?
    private(set) var present: Set<Chair> = []
    private var sinceLook = 0
    private var clockSecond: Int64 = -1
    var judged: [Int: RoundScore] = [:]
    /// The round that runs, as it was judged after so many entries.
    var running: (round: Int, entries: Int, score: RoundScore)?
    let coding = EntryCoding()

    init(
        _ file: RoomFile, premises: Premises, chair: Chair?, token: String = "",
        lock: SeatLock? = nil
    ) throws {
        self.file = file
        self.premises = premises
        self.chair = chair
        self.token = token
        self.lock = lock
        round = try file.round()
        let path = file.shiftPath(round: round)
        if !FileManager.default.fileExists(atPath: path) {
            try Self.begin(file, premises, round)
        }
        (journal, shift) = try Self.follow(path, premises)
        if chair != nil { shift.relay = self }
        lookAround()
        try takeOver()
        try restoreWhatWasRefused()
    }

    /// The sides have changed and the case begins anew.
    var hasNewRound: Bool { (try? file.round()).map { $0 != round } ?? false }

    /// Turns to the round that is played now.
    func enterRound() throws {
        host = nil
        hostStore = nil
        pending = nil
        round = try file.round()
        let path = file.shiftPath(round: round)
        if !FileManager.default.fileExists(atPath: path) {
            try Self.begin(file, premises, round)
        }
        (journal, shift) = try Self.follow(path, premises)
        if chair != nil { shift.relay = self }
        clockSecond = -1
        try takeOver()
    }

    // MARK: The journal of a round

    static func card(_ file: RoomFile, _ premises: Premises, _ round: Int) throws -> ShiftCard {
        guard let scenario = premises.pack.scenario(file.header.scenario) else {
            throw Failure.data(
                "教学包 \(file.header.pack) 里没有场景 \(file.header.scenario) 了；请另开一间。",
                "The pack \(file.header.pack) has no scenario \(file.header.scenario) any more; open another room."
            )
        }
        var card = premises.card(
            id: file.shiftID(round: round), tongue: file.header.tongue, seed: file.header.seed,
            scenarios: [scenario.id])
        card.seating = Seating(
            room: file.header.name, round: round, scenario: scenario.id,
            customer: scenario.script.customer)
        return card
    }

    /// Makes the journal of a round; another seat may have been quicker.
    private static func begin(_ file: RoomFile, _ premises: Premises, _ round: Int) throws {
        let card = try card(file, premises, round)
        let header = ShiftHeader(
            id: card.id, packName: card.pack, packHash: card.packHash, profile: card.profile,
            seed: card.seed, language: card.tongue, startedAt: card.startsAt,
            createdAt: Int64(Date().timeIntervalSince1970), programVersion: Version.text,
            options: try EntryCoding().encode(card))
        do { _ = try Journal.create(in: file.folder, header: header) } catch let fault {
            switch fault {
            case .busy, .cannotCreate(_, .alreadyExists): break
            case .diskFull, .readOnly, .damaged, .newerFormat, .missing, .cannotCreate, .io,
                .noHome:
                throw fault
            }
        }
    }

    private static func follow(
        _ path: String, _ premises: Premises
    ) throws -> (Journal, Shift) {
        let deadline = ContinuousClock.now + .seconds(10)
        while true {
            do {
                let journal = try Journal.open(path, mode: .watcher)
                let card = try StoredShift.card(of: journal.header, path: path)
                let shift = Shift(card: card, fixture: premises.pack.fixture(in: card.tongue))
                shift.follow(try JournalStore.entries(of: journal))
                if let clock = try journal.clock() { shift.keepTime(clock.at) }
                return (journal, shift)
            } catch StorageFault.missing where ContinuousClock.now < deadline {
                // Another seat is making it at this moment.
                usleep(5_000)
            }
        }
    }

    /// What has been stored since the last look, and the host's time.
    func news() -> [Entry] {
        // A line that cannot be read yet is read at the next look.
        let entries = (try? JournalStore.entries(of: journal, after: shift.entryCount)) ?? []
        if entries.isEmpty, let clock = try? journal.clock() { shift.keepTime(clock.at) }
        return entries
    }

    // MARK: Deciding for all

    /// Takes the right to write the journal, where nobody has it.
    private func takeOver() throws {
        guard host == nil, chair != nil else { return }
        let path = file.shiftPath(round: round)
        guard !Journal.isBeingWritten(path) else { return }
        let writer: Journal
        do { writer = try Journal.open(path, mode: .writer) } catch StorageFault.busy { return }
        let store = JournalStore(writer)
        let card = try StoredShift.card(of: writer.header, path: path)
        let shift = try premises.goOn(
            card, with: try JournalStore.entries(of: writer), until: try writer.clock()?.at,
            store: store)
        guard let seating = card.seating else {
            throw Failure.data("\(path) 不是房间里的一轮。", "\(path) is no round of a room.")
        }
        hostStore = store
        host = RoomHost(shift: shift, seating: seating, mail: self, store: store)
    }

    /// Lets `milliseconds` of the wall pass: looks who is there, and where this process decides
    /// for all, answers what waits and lets the clock run.
    func step(_ milliseconds: Int) {
        sinceLook += milliseconds
        if sinceLook >= 200 { lookAround() }
        do {
            if host == nil { try takeOver() }
            guard let host else { return }
            try host.serve()
            try host.run(milliseconds: milliseconds, present: present)
            try noteClock(host)
            trouble = nil
        } catch {
            trouble = DeskProgram.trouble(error).sentence
        }
    }

    private func noteClock(_ host: RoomHost) throws {
        let second = host.shift.now.milliseconds / 1000
        guard second != clockSecond, let store = hostStore else { return }
        clockSecond = second
        try store.journal.saveClock(
            ClockReading(at: host.shift.now, speed: 1, isPaused: false))
        guard host.shift.isOver, try !store.journal.isFinished() else { return }
        let report = premises.report(on: host.shift.records, of: host.shift.card)
        let summary = ShiftSummary(
            report, of: host.shift, closedAt: Int64(Date().timeIntervalSince1970))
        try store.journal.finish(summary: try coding.encode(summary))
    }

    private func lookAround() {
        sinceLook = 0
        present = Set(
            Chair.allCases.filter { other in
                other == chair && lock != nil
                    || SeatLock.isTaken(room: file.path, place: other.place)
            })
    }

    /// Milliseconds until this process has something to do by itself.
    var nextWake: Int {
        guard let host, host.isRunning(present: present) else { return 500 }
        var wake = 1000 - Int(host.shift.now.milliseconds % 1000)
        if let due = host.shift.nextDue {
            wake = min(wake, Int(max(0, (due - host.shift.now).milliseconds)))
        }
        return min(200, max(1, wake))
    }

    // MARK: Asking

    /// Puts a wish into the box and waits for the answer. While none comes it stays in the box
    /// under its number; the same wish asked again is the same letter.
    func ask(_ wish: Letter.Wish) throws -> LetterAnswer {
        guard let chair else { throw StorageTrouble(PlaceWords.onlyLooking) }
        let body = try coding.encode(wish)
        if let waiting = pending, waiting.body != body {
            // First things first: what was asked before may still be done.
            guard try awaitAnswer(to: waiting.number, chair) != nil else {
                throw StorageTrouble(PlaceWords.noAnswer)
            }
            pending = nil
        }
        let number: Int
        if let pending {
            number = pending.number
        } else {
            number = (try file.lastLetter(of: chair.rawValue)?.number ?? 0) + 1
            pending = (number, body)
            try file.post(
                chair: chair.rawValue, number: number, round: round, token: token, body: body,
                sentDraft: draftName(usedUpBy: wish))
        }
        guard let answer = try awaitAnswer(to: number, chair) else {
            throw StorageTrouble(PlaceWords.noAnswer)
        }
        pending = nil
        return answer
    }

    private func awaitAnswer(to number: Int, _ chair: Chair) throws -> LetterAnswer? {
        let deadline = ContinuousClock.now + .seconds(5)
        while true {
            step(0)
            if let bytes = try file.answer(to: chair.rawValue, number) {
                return try coding.decode(LetterAnswer.self, from: bytes)
            }
            guard ContinuousClock.now < deadline else { return nil }
            usleep(2_000)
        }
    }

    /// A seat that was killed while the shop was saying no: the words come back as a draft.
    private func restoreWhatWasRefused() throws {
        guard let chair, let last = try file.lastLetter(of: chair.rawValue), last.round == round,
            let body = last.body
        else { return }
        let wish = try coding.decode(Letter.Wish.self, from: body)
        switch try awaitAnswer(to: last.number, chair) {
        case .done?: break
        case .refused?, .declined?: try keepAgain(wish)
        case nil: pending = (last.number, body)
        }
    }

    func keepAgain(_ wish: Letter.Wish) throws {
        guard let chair, let name = draftName(usedUpBy: wish), let text = wish.text else { return }
        // Something newer is half written there: that stays.
        let drafts = try file.drafts(of: chair.rawValue)
        guard !drafts.contains(where: { $0.conversation == name }) else { return }
        try file.saveDraft(
            name, of: chair.rawValue,
            bytes: Array(
                try coding.encode(Console.Draft(text: text, caret: text.count))))
    }

    func draftName(usedUpBy wish: Letter.Wish) -> String? {
        guard case .act(let command) = wish else { return nil }
        switch command {
        case .reply(let talk, _): return draftName(DraftSlot(talk))
        case .note(let talk, _): return draftName(DraftSlot(talk, isNote: true))
        case .say, .lead(.whisper): return seatDraftName
        case _: return nil
        }
    }

    func draftName(_ slot: DraftSlot) -> String {
        "talk/\(round)/\(slot.conversation.rawValue)" + (slot.isNote ? "/note" : "")
    }

    var seatDraftName: String { "seat/\(round)" }
}

extension Chair {
    /// Its byte in the file of locks.
    var place: Int {
        switch self {
        case .one: 0
        case .two: 1
        case .leader: 2
        }
    }
}

extension Letter.Wish {
    /// The words it would say; nil where it says none.
    fileprivate var text: String? {
        guard case .act(let command) = self else { return nil }
        switch command {
        case .reply(_, let text), .note(_, let text), .say(_, let text): return text
        case .lead(.whisper(_, let text)): return text
        case _: return nil
        }
    }
}

/// What a seat says about its place.
enum PlaceWords {
    static let onlyLooking = Bilingual(
        zh: "您只是旁观，没有位子", en: "You look on and have no seat")
    static let noAnswer = Bilingual(
        zh: "还没有应答：这一条在信箱里等着，再按一次是接着等，不会做两遍",
        en: "No answer yet: it waits in the mailbox; asking again waits on and never does it twice")
}
