import Engine
import Foundation
import Language
import Replaying
import Rig
import Scenarios
import Shifts
import Storage
import Support

/// Row P: shifts of a million events, served by programs, looked back at and proven. Beside it `less`
/// opens a text of a million lines, which is what a person would otherwise look through.
enum LookingBack {
    private static let wanted = 1_000_000

    static func million(_ subjects: [Subject], _ stage: Stage, _ keys: Int) -> [Figure] {
        var opening = Figure(
            row: "P", what: "million-event shift, until its first moment shows",
            unit: .milliseconds, aim: .atMost(1_000))
        var laidOut = Figure(
            row: "P", what: "the same, until all of it is laid out", unit: .seconds, aim: .shown)
        var jump = Figure(
            row: "P", what: "the same, a jump anywhere, slowest of 60", unit: .milliseconds,
            aim: .atMost(100))
        var memory = Figure(
            row: "P", what: "the same, held in memory", unit: .megabytes, aim: .shown)
        var proof = Figure(
            row: "P", what: "the same, proven: events", unit: .perSecond, aim: .atLeast(100_000))
        var crowd = Figure(
            row: "P", what: "a crowd's shift with all its talk, proven: events", unit: .perSecond,
            aim: .shown)
        do {
            let pack = try premises()
            // Nobody comes by himself: every seat is a program's.
            let shop = Ground(pack, customers: 20_000, scenarios: ["-"])
            let path = try shop.serveTraders(in: stage.folder.file("million"))
            opening.values["less"] = try less(stage)
            let before = ProcessFile.residentKilobytes(of: getpid()) ?? 0
            let reel = try open(path, shop, &opening, &laidOut)
            jump.values = [Desk.name: .number(slowestJump(reel))]
            let after = ProcessFile.residentKilobytes(of: getpid()) ?? 0
            memory.values = [Desk.name: .number(Double(after - before) / 1_024)]
            Bench.note("  \((after - before) / 1_024) MB, jumps \(jump.values)")
            proof.values = [Desk.name: .number(try proven(path, shop))]
            Bench.note("  proven \(proof.values)")
            let hall = Ground(pack, customers: 5_000)
            let talk = try hall.serveCrowd(in: stage.folder.file("crowd"))
            crowd.values = [Desk.name: .number(try proven(talk, hall))]
        } catch {
            Bench.note("  looking back: \(error)")
        }
        return [opening, laidOut, jump, memory, proof, crowd]
    }

    private static func premises() throws -> Premises {
        let reader = Reader(lexicon: try Lexicon(folder: "Lexicons"))
        let pack = try Pack.load(
            "Packs/first-shift", profiles: "Profiles", topics: reader.lexicon.topics)
        return Premises(pack: pack, reader: reader)
    }

    /// Until the shop before the first step and the first step itself are there, and until all is.
    private static func open(
        _ path: String, _ shop: Ground, _ opening: inout Figure, _ laidOut: inout Figure
    ) throws -> Reel {
        let start = ContinuousClock.now
        let journal = try Journal.read(path)
        let reel = Reel(
            card: shop.card, fixture: shop.fixture, total: try journal.storedEntries())
        ReelFile.readBehind(path, into: reel)
        while reel.count == 0 { usleep(200) }
        let shown = reel.shop(after: 1)
        opening.values[Desk.name] = .number((ContinuousClock.now - start).milliseconds)
        while reel.ending == nil { usleep(2_000) }
        laidOut.values = [
            Desk.name: .number((ContinuousClock.now - start).milliseconds / 1_000)
        ]
        Bench.note("  \(reel.records().count) events, shown from \(shown?.eventCount ?? 0)")
        return reel
    }

    /// With the queue put in order anew, as the desk does it.
    private static func slowestJump(_ reel: Reel) -> Double {
        var dice = Dice(seed: 1, purpose: "jumps")
        var slowest = 0.0
        for _ in 0..<60 {
            let place = dice.roll(0...reel.count)
            let start = ContinuousClock.now
            guard let shop = reel.shop(after: place) else { continue }
            let queue = QueueIndex(shop)
            slowest = max(slowest, (ContinuousClock.now - start).milliseconds)
            precondition(queue.count <= shop.conversations.count)
        }
        return slowest
    }

    private static func proven(_ path: String, _ shop: Ground) throws -> Double {
        let start = ContinuousClock.now
        let verdict = try Proofreading(shop.premises).check(
            Journal.read(path), card: shop.card)
        guard verdict.outcome == .same else {
            Bench.note("  \(verdict.outcome)")
            return 0
        }
        let seconds = (ContinuousClock.now - start).milliseconds / 1_000
        return (Double(verdict.events) / seconds).rounded()
    }

    /// Until the first page of a million lines stands on the screen.
    private static func less(_ stage: Stage) throws -> Figure.Value {
        let rows = (1...wanted).map { "row \($0) 亲，您的订单已经发出，请留意物流信息" }
        try stage.folder.write(rows.joined(separator: "\n") + "\n", to: "million.txt")
        let start = ContinuousClock.now
        let entrance = Subject.Entrance(
            command: ["less", stage.folder.file("million.txt")], steps: [.sees("row 1 ")])
        _ = try Subject.open(entrance, on: stage)
        return .number((ContinuousClock.now - start).milliseconds)
    }

    /// The shop of a shift: a pack's, over eight hours, with as many customers as it needs.
    private struct Ground {
        let premises: Premises
        let card: ShiftCard
        let fixture: ShopFixture

        init(_ pack: Premises, customers: Int, scenarios: [String] = []) {
            premises = pack.crowd(customers, seed: 1)
            card = premises.card(
                id: "bench", tongue: .chinese, seed: 1, scenarios: scenarios, crowd: customers)
            fixture = premises.pack.fixture(in: .chinese)
        }

        private func journal(in folder: String) throws -> Journal {
            try Journal.create(
                in: folder,
                header: ShiftHeader(
                    id: card.id, packName: card.pack, packHash: card.packHash,
                    profile: card.profile, seed: card.seed, language: card.tongue,
                    startedAt: card.startsAt, createdAt: 0, programVersion: "bench",
                    options: try EntryCoding().encode(card)))
        }

        /// Programs take every seat, as in the gym: they buy, pay, ship, scan, confirm and argue, a
        /// million events in eight hours.
        func serveTraders(in folder: String) throws -> String {
            let store = Sheaf(try journal(in: folder))
            let shift = premises.open(card, store: store)
            var traffic = StoreTraffic(fixture, seed: 1)
            let pause = Span(milliseconds: 20)
            while shift.shop.eventCount < wanted, !shift.isOver {
                try shift.advance(to: shift.now + pause)
                for _ in 0..<2 {
                    let step = traffic.step()
                    // Who comes too late is refused, as in life.
                    _ = try? shift.submit(step.command, by: step.actor)
                }
            }
            try store.close()
            return store.journal.path
        }

        /// Everybody is answered as they speak, and sent home after a few words.
        func serveCrowd(in folder: String) throws -> String {
            let store = Sheaf(try journal(in: folder))
            let shift = premises.open(card, store: store)
            var heard: [ConversationID: Int] = [:]
            while !shift.isOver, let happened = try shift.advanceToNext() {
                for record in happened {
                    guard case .buyerSpoke(let id, _, _) = record.event else { continue }
                    let count = heard[id, default: 0]
                    heard[id] = count + 1
                    let lines = ["您好，在的，马上帮您看", "查到了，今天下午发出", "还有什么可以帮您？"]
                    _ = try? shift.submit(.reply(conversation: id, text: lines[count % 3]))
                    if count == 5 { _ = try? shift.submit(.close(conversation: id)) }
                }
            }
            try store.close()
            return store.journal.path
        }
    }

    /// Gathers entries and stores thousands at once: a disk that is waited for a million times
    /// would be all that is measured.
    private final class Sheaf: EntryStore {
        // A class: the shift appends to it and the bench closes it.
        let journal: Journal
        private var waiting: [Entry] = []

        init(_ journal: Journal) { self.journal = journal }

        func append(_ entries: [Entry]) throws(StoreFailure) {
            waiting += entries
            guard waiting.count >= 5_000 else { return }
            do { try close() } catch {
                throw StoreFailure(Bilingual(zh: "\(error)", en: "\(error)"))
            }
        }

        func close() throws {
            try journal.append(waiting.map { try JournalEntry($0) })
            waiting = []
        }
    }
}
