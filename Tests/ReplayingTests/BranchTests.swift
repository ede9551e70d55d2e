import Engine
import Foundation
import Grading
import Replaying
import Scenarios
import Shifts
import Storage
import Support
import Testing

@Suite struct `A branch` {
    /// Keeps entries in a file, as the desk does.
    private final class FileStore: EntryStore {
        let journal: Journal
        init(_ journal: Journal) { self.journal = journal }
        func append(_ entries: [Entry]) throws(StoreFailure) {
            do { try journal.append(entries.map { try JournalEntry($0) }) } catch {
                throw StoreFailure(Bilingual(zh: "\(error)", en: "\(error)"))
            }
        }
    }

    private func branch(
        of path: String, _ played: PlayedShift, after entry: Int, at instant: Instant? = nil,
        in folder: String
    ) throws -> (shift: Shift, journal: Journal) {
        let root = try BranchRoot(path, after: entry, at: instant)
        var card = root.card
        card.id = "branch-\(entry)"
        let header = try played.header {
            $0.id = card.id
            $0.options = try EntryCoding().encode(card)
            $0.parent = ShiftHeader.Parent(id: root.header.id, entry: entry, at: root.at)
        }
        let opened = try root.branch(header, card: card, played.premises, in: folder) {
            FileStore($0)
        }
        return (opened.shift, opened.store.journal)
    }

    /// Taken over and left alone, it goes on as the shift would have without its agent: the same
    /// up to the moment, and proven by itself.
    @Test(arguments: UInt64(1)...UInt64(Soak.rounds(4, soaking: 40)))
    func `begins as its origin did and is a whole shift by itself`(seed: UInt64) throws {
        let played = try PlayedShift(.golden, seed: seed)
        var dice = Dice(seed: seed, purpose: "branch")
        try inFolder { folder in
            let path = try played.file(in: folder)
            let entry = dice.roll(0...played.entries.count - 2)
            let (shift, journal) = try branch(of: path, played, after: entry, in: folder)
            #expect(shift.entryCount >= entry)
            #expect(
                try Array(journal.entries(after: 0, limit: .max).prefix(entry))
                    == Array(played.lines().prefix(entry)))
            try shift.advance(to: shift.now + .minutes(3))
            if let talk = shift.shop.conversations.values.first(where: \.isOpen) {
                try shift.submit(.reply(conversation: talk.id, text: "您好，我来接着处理"))
            }
            while !shift.isOver, try shift.advanceToNext() != nil {}
            #expect(try played.verdict(of: journal.path).outcome == .same)
            let header = try Journal.header(of: journal.path)
            #expect(header.parent?.id == "t" && header.parent?.entry == entry)
            // The origin is as it was.
            #expect(try played.verdict(of: path).outcome == .same)
        }
    }

    @Test func `stands at the very instant, before what came next`() throws {
        let played = try PlayedShift()
        try inFolder { folder in
            let path = try played.file(in: folder)
            let place = try #require(
                zip(played.entries, played.entries.dropFirst())
                    .first { $1.at - $0.at > .seconds(3) }?.0)
            let wanted = place.at + .seconds(2)
            let (shift, journal) = try branch(
                of: path, played, after: place.sequence, at: wanted, in: folder)
            #expect(shift.now == wanted)
            #expect(shift.entryCount == place.sequence)
            #expect(try journal.clock()?.at == wanted)
            // Asked for a time at which more had happened already, it stays before that.
            let root = try BranchRoot(path, after: place.sequence, at: place.at + .hours(9))
            #expect(root.at < played.entries[place.sequence].at)
        }
    }

    @Test func `is refused behind the end, and after the shift was over`() throws {
        let played = try PlayedShift()
        try inFolder { folder in
            let path = try played.file(in: folder)
            #expect(throws: BranchFault.beyondTheEnd(asked: 9_999, entries: played.entries.count)) {
                try BranchRoot(path, after: 9_999)
            }
            let last = played.entries.count
            #expect(played.entries[last - 1].events.contains(.shiftEnded))
            #expect(throws: BranchFault.shiftIsOver(entry: last)) {
                try BranchRoot(path, after: last)
            }
        }
    }

    @Test func `of a forged shift leaves no file behind`() throws {
        let played = try PlayedShift()
        try inFolder { folder in
            var lines = try played.lines()
            let forged = try #require(lines.firstIndex { !$0.isExternal })
            lines[forged].events = lines[forged + 1].events
            let path = try played.file(in: folder, lines)
            #expect(throws: ReplayDifference.self) {
                try branch(of: path, played, after: forged + 5, in: folder)
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(left.filter { $0.hasSuffix(".shift") } == ["t.shift"])
        }
    }
}

@Suite struct `Two lines beside each other` {
    private func side(_ played: PlayedShift) -> Comparison.Side {
        let reel = played.reel()
        let records = reel.records()
        return Comparison.Side(
            card: played.card, records: records, shop: reel.shop(after: reel.count) ?? reel.opening,
            report: played.premises.report(on: records, of: played.card))
    }

    @Test func `part where the first thing differs, and the better one scores more`() throws {
        let (kind, able) = (try PlayedShift(.polite), try PlayedShift(.golden))
        let comparison = try Comparison(side(kind), side(able))
        let (a, b) = (kind.reel().records(), able.reel().records())
        #expect(a.prefix(comparison.shared) == b.prefix(comparison.shared))
        #expect(a[comparison.shared] != b[comparison.shared])
        #expect(comparison.right.report.score.total > comparison.left.report.score.total)
        #expect(comparison.rows.contains { $0.differs })
        #expect(comparison.rows.count == kind.reel().milestones.count { $0.kind == .came })
    }

    @Test func `of the same shift never part`() throws {
        let played = try PlayedShift()
        let comparison = try Comparison(side(played), side(played))
        #expect(comparison.shared == comparison.left.records.count)
        #expect(!comparison.rows.contains { $0.differs })
    }

    @Test func `are refused where other customers came`() throws {
        let (a, b) = (try PlayedShift(seed: 1), try PlayedShift(seed: 2))
        #expect(throws: ComparisonFault.otherCustomers) { try Comparison(side(a), side(b)) }
    }
}
