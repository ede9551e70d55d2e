import Engine
import Foundation
import Shifts
import Testing

@Suite struct `A shift` {
    @Test(arguments: 1...50)
    func `served again from its journal is the same shift, and goes on the same`(seed: UInt64)
        throws
    {
        let store = MemoryStore()
        let whole = Corner.shift(seed: seed, store: store)
        try Corner.serve(whole, seed: seed, steps: 60)
        #expect(store.entries.count > 20)
        // Cut anywhere: what was stored until then must come out again.
        var dice = Dice(seed: seed, purpose: "cut")
        let cut = dice.roll(1...store.entries.count)
        let kept = Array(store.entries.prefix(cut))
        let again = try Shift.replay(
            kept, card: Corner.card(seed: seed), fixture: Corner.fixture,
            others: Chatterbox(seed: seed, start: Corner.opening), then: MemoryStore())
        let last = try #require(kept.last)
        let upTo = whole.records.prefix { $0.at < last.at }
        #expect(Array(again.records.prefix(upTo.count)) == Array(upTo))
        #expect(again.entryCount >= cut)
    }

    @Test func `with the same seed and commands writes the same bytes`() throws {
        func bytes(_ seed: UInt64) throws -> [UInt8] {
            let store = MemoryStore()
            try Corner.serve(Corner.shift(seed: seed, store: store), seed: 3, steps: 40)
            return try EntryCoding().encode(store.entries)
        }
        #expect(try bytes(5) == bytes(5))
        #expect(try bytes(5) != bytes(6))
    }

    @Test func `whose journal was changed is not continued, and the place is named`() throws {
        let store = MemoryStore()
        try Corner.serve(Corner.shift(seed: 9, store: store), seed: 9, steps: 30)
        var entries = store.entries
        let place = try #require(entries.firstIndex { !$0.isExternal && $0.sequence > 5 })
        entries[place].at = entries[place].at + .seconds(1)
        let difference = #expect(throws: ReplayDifference.self) {
            _ = try Shift.replay(
                entries, card: Corner.card(seed: 9), fixture: Corner.fixture,
                others: Chatterbox(seed: 9, start: Corner.opening), then: MemoryStore())
        }
        #expect(difference?.sequence == place + 1)
    }

    @Test func `accepts nothing that cannot be stored, and goes on when it can again`() throws {
        let store = FailingStore()
        let shift = Corner.shift(seed: 2, store: store)
        try shift.advance(to: Corner.opening + .minutes(2))
        let before = shift.shop
        store.isFull = true
        #expect(throws: ShiftFault.self) {
            try shift.submit(.reply(conversation: "c1", text: "您好"))
        }
        #expect(shift.shop == before)
        #expect(shift.storeFailure != nil)
        store.isFull = false
        try shift.submit(.reply(conversation: "c1", text: "您好"))
        #expect(shift.storeFailure == nil)
        #expect(store.entries.map(\.sequence) == Array(1...shift.entryCount))
    }

    @Test func `keeps what people did while the disk was full, in order, once there is room`()
        throws
    {
        let store = FailingStore()
        let shift = Corner.shift(seed: 2, store: store)
        store.isFull = true
        #expect(throws: ShiftFault.self) { try shift.advance(to: Corner.opening + .minutes(2)) }
        let clock = shift.now
        #expect(throws: ShiftFault.self) { try shift.advance(to: Corner.opening + .minutes(3)) }
        #expect(shift.now == clock, "the clock stands while nothing can be stored")
        store.isFull = false
        try shift.advance(to: Corner.opening + .minutes(3))
        #expect(store.entries.map(\.sequence) == Array(1...shift.entryCount))
    }

    @Test func `ends by the clock at its very instant`() throws {
        let shift = Corner.shift(seed: 4, store: MemoryStore())
        try shift.advance(to: Corner.opening + .hours(2))
        #expect(shift.isOver)
        #expect(shift.records.last?.event == .shiftEnded)
        #expect(shift.records.last?.at == Corner.opening + .minutes(20))
        #expect(shift.nextDue == nil)
    }
}

/// A disk that can be full.
final class FailingStore: EntryStore {
    var isFull = false
    private(set) var entries: [Entry] = []

    func append(_ new: [Entry]) throws(StoreFailure) {
        if isFull { throw StoreFailure(Bilingual(zh: "磁盘满了", en: "The disk is full")) }
        entries += new
    }
}
