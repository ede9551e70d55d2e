import Engine
import Foundation
import Shifts
import Testing

@Suite struct `A race with the best run` {
    @Test(arguments: UInt64(1)...10)
    func `the ghost stands at each moment where the shop stood then`(seed: UInt64) throws {
        let shift = Corner.shift(seed: seed, store: MemoryStore())
        try Corner.serve(shift, seed: seed, steps: 60)
        let grades = Dictionary(
            uniqueKeysWithValues: shift.shop.conversations.values.enumerated().map {
                ($1.id, 50 + $0)
            })
        let track = RaceTrack(
            shift.records, fixture: Corner.fixture, startsAt: Corner.opening, grades: grades)
        // Played again step by step, the shop itself is asked.
        var shop = Shop(Corner.fixture)
        for (place, record) in shift.records.enumerated() {
            shop.apply(record)
            let next = place + 1 < shift.records.count ? shift.records[place + 1].at : nil
            guard next != record.at else { continue }
            #expect(
                track.standing(at: record.at - Corner.opening)
                    == RaceTrack.Standing(of: shop, grades: grades))
        }
        #expect(track.standing(at: .seconds(-1)) == RaceTrack.Standing())
        #expect(
            track.standing(at: .days(1)) == RaceTrack.Standing(of: shift.shop, grades: grades))
        #expect(!shift.records.isEmpty)
    }
}

@Suite struct `A shift's card` {
    @Test func `of an early version has no trainee and no contest`() throws {
        let coding = EntryCoding()
        var card = Corner.card(seed: 1)
        let early = try coding.encode(card)
        #expect(!String(decoding: early, as: UTF8.self).contains("trainee"))
        #expect(try coding.decode(ShiftCard.self, from: early) == card)
        card.trainee = "张三"
        card.contest = ContestTerms(clock: 2)
        #expect(try coding.decode(ShiftCard.self, from: try coding.encode(card)) == card)
    }
}
