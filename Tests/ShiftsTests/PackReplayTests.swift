import Engine
import Foundation
import Language
import Scenarios
import Shifts
import ShippedData
import Support
import Testing

@Suite struct `A pack's shift` {
    private func premises() throws -> Premises {
        let reader = try Shipped.reader
        let pack = try Shipped.pack("first-shift")
        return Premises(pack: pack, reader: reader)
    }

    private func played(
        _ premises: Premises, seed: UInt64, _ tongue: Engine.Tongue,
        by player: Rehearsal.Player = .golden
    ) throws -> [Entry] {
        let store = MemoryStore()
        let card = premises.card(id: "t", tongue: tongue, seed: seed)
        _ = try Rehearsal.play(premises, card, by: player, store: store)
        return store.entries
    }

    @Test(arguments: [Engine.Tongue.chinese, .english])
    func `is the same to the byte when it is played twice`(tongue: Engine.Tongue) throws {
        let premises = try premises()
        let first = try EntryCoding().encode(try played(premises, seed: 11, tongue))
        #expect(try EntryCoding().encode(try played(premises, seed: 11, tongue)) == first)
        #expect(try EntryCoding().encode(try played(premises, seed: 12, tongue)) != first)
    }

    @Test func `that was filled with customers is filled again when it is gone on with`() throws {
        let premises = try premises().crowd(5, seed: 7)
        var card = premises.card(id: "t", tongue: .chinese, seed: 7, crowd: 5)
        card.filled = 5
        let store = MemoryStore()
        let shift = premises.open(card, store: store)
        try shift.fill(with: 5)
        #expect(shift.nextDue.map { $0 > shift.now } ?? true)
        try shift.submit(.note(conversation: "c3", text: "等仓库回话"))
        try shift.advance(to: shift.now + .minutes(5))
        let again = try premises.goOn(
            card, with: store.entries, until: shift.now, store: MemoryStore())
        #expect(again.shop == shift.shop && again.shop.conversations.count == 5)
    }

    /// Cut off anywhere and gone on with, it becomes the very shift it would have been.
    @Test(arguments: 1...6)
    func `cut off anywhere goes on as if it had not been`(seed: UInt64) throws {
        let premises = try premises()
        let player: Rehearsal.Player = seed % 3 == 0 ? .polite : .golden
        let whole = try played(premises, seed: seed, .chinese, by: player)
        #expect(whole.count > 60)
        let card = premises.card(id: "t", tongue: .chinese, seed: seed)
        var dice = Dice(seed: seed, purpose: "cut")
        for _ in 0..<2 {
            let cut = dice.roll(1...whole.count - 1)
            let kept = Array(whole.prefix(cut))
            let store = MemoryStore()
            let shift = try premises.goOn(card, with: kept, until: kept.last?.at, store: store)
            for entry in whole.dropFirst(cut) where entry.isExternal {
                while let due = shift.nextDue, due <= entry.at,
                    shift.entryCount + 1 < entry.sequence
                {
                    try shift.advance(to: due)
                }
                if entry.at > shift.now { try shift.advance(to: entry.at) }
                try shift.submit(entry.command, by: entry.actor)
            }
            while !shift.isOver, try shift.advanceToNext() != nil {}
            let again = kept + store.entries
            let place = Array(zip(again, whole)).firstIndex { $0 != $1 }
            #expect(
                place == nil && again.count == whole.count,
                "seed \(seed), cut after \(cut), differs at \(place ?? -1)")
        }
    }

    @Test func `keeps every rule of the shop after every event`() throws {
        let premises = try premises()
        for tongue in Engine.Tongue.allCases {
            var shop = Shop(premises.pack.fixture(in: tongue))
            for entry in try played(premises, seed: 5, tongue) {
                for event in entry.events {
                    shop.apply(event, by: entry.actor, at: entry.at)
                    #expect(shop.violations() == [], "\(event)")
                }
            }
        }
    }
}
