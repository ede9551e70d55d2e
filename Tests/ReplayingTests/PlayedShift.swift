import Engine
import Foundation
import Grading
import Language
import Replaying
import Scenarios
import Shifts
import ShippedData
import Storage
import Support
import Testing

/// A shift of a shipped pack served by a program, in memory and as a file in a folder of its own.
struct PlayedShift {
    let premises: Premises
    let card: ShiftCard
    let entries: [Entry]
    /// Where the shop's clock stood at the end.
    let now: Instant

    init(
        _ player: Rehearsal.Player = .golden, seed: UInt64 = 7, tongue: Engine.Tongue = .chinese,
        scenarios: [String] = [], id: String = "t"
    ) throws {
        premises = try Premises(pack: Self.read.pack, reader: Self.read.reader).varied(by: seed)
        card = premises.card(id: id, tongue: tongue, seed: seed, scenarios: scenarios)
        let store = MemoryStore()
        let rehearsal = try Rehearsal.play(premises, card, by: player, store: store)
        entries = store.entries
        now = rehearsal.records.last?.at ?? card.startsAt
    }

    /// Read once: reading a pack takes longer than playing it.
    private static let read: (pack: Pack, reader: Reader) = {
        do {
            let reader = try Shipped.reader
            let pack = try Shipped.pack("first-shift")
            return (pack, reader)
        } catch { preconditionFailure("the first shift cannot be read: \(error)") }
    }()

    var fixture: ShopFixture { premises.pack.fixture(in: card.tongue) }

    func reel(stride: Int? = nil) -> Reel {
        let reel = Reel(card: card, fixture: fixture, total: entries.count, stride: stride)
        reel.take(entries.map { ReelEntry($0) })
        reel.finish(.whole)
        return reel
    }

    func header(
        _ change: (inout ShiftHeader) throws -> Void = { _ in }
    ) throws -> ShiftHeader {
        var header = ShiftHeader(
            id: card.id, packName: card.pack, packHash: card.packHash, profile: card.profile,
            seed: card.seed, language: card.tongue, startedAt: card.startsAt, createdAt: 1,
            programVersion: "test", options: try EntryCoding().encode(card))
        try change(&header)
        return header
    }

    func lines() throws -> [JournalEntry] { try entries.map { try JournalEntry($0) } }

    /// The shift as a file, with lines of the test's own where it gives any; whole and with good
    /// sums either way, as somebody would forge it.
    func file(
        in folder: String, _ lines: [JournalEntry]? = nil, header: ShiftHeader? = nil,
        clock: Instant? = nil
    ) throws -> String {
        let journal = try Journal.create(in: folder, header: try header ?? self.header())
        try journal.append(try lines ?? self.lines())
        try journal.saveClock(ClockReading(at: clock ?? now, speed: 1, isPaused: true))
        return journal.path
    }

    func verdict(of path: String) throws -> Verdict {
        let journal = try Journal.read(path)
        let card = try EntryCoding().decode(ShiftCard.self, from: journal.header.options)
        return try Proofreading(premises).check(journal, card: card)
    }
}

/// A folder that goes with the test.
func inFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(
        path: "replay-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
        // What cannot be removed is the system's to clean.
        try? FileManager.default.removeItem(at: folder)
    }
    return try body(folder.path)
}
