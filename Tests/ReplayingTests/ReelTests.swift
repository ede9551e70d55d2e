import Engine
import Foundation
import Replaying
import Shifts
import Storage
import Support
import Testing

@Suite struct `A shift laid out` {
    /// Jumping anywhere shows what folding from the beginning shows, whatever is kept between.
    @Test(arguments: UInt64(1)...UInt64(Soak.rounds(8, soaking: 80)))
    func `after a jump is the fold of its beginning`(seed: UInt64) throws {
        let shift = try PlayedShift(
            seed % 2 == 0 ? .golden : .polite, seed: seed,
            tongue: seed % 3 == 0 ? .english : .chinese)
        var dice = Dice(seed: seed, purpose: "jumps")
        let reel = shift.reel(stride: dice.roll(1...40))
        var folds: [Shop] = [Shop(shift.fixture)]
        for entry in shift.entries {
            var shop = folds[folds.count - 1]
            for event in entry.events { shop.apply(event, by: entry.actor, at: entry.at) }
            folds.append(shop)
        }
        for _ in 0..<25 {
            let place = dice.roll(0...shift.entries.count)
            #expect(reel.shop(after: place) == folds[place], "seed \(seed), entry \(place)")
        }
        #expect(reel.shop(after: shift.entries.count + 1) == nil)
    }

    @Test func `taken in piece by piece is the same as taken in at once`() throws {
        let shift = try PlayedShift()
        let reel = Reel(card: shift.card, fixture: shift.fixture, total: 0, stride: 7)
        var rest = shift.entries[...]
        var dice = Dice(seed: 3, purpose: "pieces")
        while !rest.isEmpty {
            let piece = rest.prefix(dice.roll(1...30))
            reel.take(piece.map { ReelEntry($0) })
            rest = rest.dropFirst(piece.count)
        }
        let whole = shift.reel()
        #expect(reel.milestones == whole.milestones)
        #expect(reel.records() == whole.records())
        #expect(reel.shop(after: shift.entries.count) == whole.shop(after: shift.entries.count))
    }

    @Test func `knows how much had happened by an instant`() throws {
        let shift = try PlayedShift()
        let reel = shift.reel()
        #expect(reel.place(at: shift.card.startsAt - .seconds(1)) == 0)
        for (place, entry) in shift.entries.enumerated() {
            let by = reel.place(at: entry.at)
            #expect(by > place)
            #expect(by == shift.entries.count || shift.entries[by].at > entry.at)
        }
    }

    @Test func `finds the entry of every event`() throws {
        let reel = try PlayedShift().reel()
        for entry in 1...reel.count {
            for record in try #require(reel.step(entry)).records {
                #expect(reel.entry(ofEvent: record.sequence) == entry)
            }
        }
        #expect(reel.entry(ofEvent: reel.records().count + 1) == nil)
    }

    @Test func `counts every entry in one stretch of the line`() throws {
        let reel = try PlayedShift().reel()
        for columns in [1, 7, 78, 500] {
            #expect(reel.density(columns: columns).reduce(0, +) == reel.count)
        }
    }

    @Test func `is read from a file while its beginning can be looked at`() throws {
        let shift = try PlayedShift()
        try inFolder { folder in
            let path = try shift.file(in: folder)
            let reel = Reel(card: shift.card, fixture: shift.fixture, total: shift.entries.count)
            ReelFile.read(path, into: reel)
            #expect(reel.ending == .whole)
            #expect(reel.records() == shift.reel().records())
        }
    }

    @Test func `shows what comes before a damaged entry, and says what does not`() throws {
        let shift = try PlayedShift()
        try inFolder { folder in
            let path = try shift.file(in: folder)
            let victim = try shift.lines()[shift.entries.count / 2]
            var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            let place = try #require(bytes.firstRange(of: Data(victim.events)))
            bytes[place.lowerBound + 3] ^= 0x01
            try bytes.write(to: URL(fileURLWithPath: path))
            let reel = Reel(card: shift.card, fixture: shift.fixture, total: shift.entries.count)
            ReelFile.read(path, into: reel)
            #expect(reel.count == victim.sequence - 1)
            guard case .cut(let why)? = reel.ending else {
                Issue.record("nothing was said")
                return
            }
            #expect(why.zh.contains("\(victim.sequence)") && why.en.contains("\(victim.sequence)"))
        }
    }
}

@Suite struct `The milestones of a shift` {
    @Test func `are every customer's coming, broken promise and low rating`() throws {
        let shift = try PlayedShift(.polite)
        let reel = shift.reel()
        let events = shift.entries.flatMap(\.events)
        func count(_ holds: (Event) -> Bool) -> Int { events.count(where: holds) }
        func marks(_ holds: (Milestone.Kind) -> Bool) -> Int {
            reel.milestones.count { holds($0.kind) }
        }
        #expect(
            marks { $0 == .came }
                == count { if case .conversationOpened = $0 { true } else { false } })
        #expect(
            marks { $0 == .promiseBroken }
                == count { if case .promiseBroken = $0 { true } else { false } })
        #expect(
            marks { if case .rated = $0 { true } else { false } }
                == count { if case .rated = $0 { true } else { false } })
        #expect(marks { if case .moodTurned(let by) = $0 { by < 0 } else { false } } > 0)
        #expect(reel.milestones.map(\.entry) == reel.milestones.map(\.entry).sorted())
    }

    @Test func `that a grade names lie at entries of their own conversation`() throws {
        let shift = try PlayedShift(.polite)
        let reel = shift.reel()
        let report = shift.premises.report(on: reel.records(), of: shift.card)
        let points = TimeLine.points(
            of: report, entry: { reel.entry(ofEvent: $0) }, at: { reel.step($0)?.at })
        #expect(points.contains { if case .lost = $0.kind { true } else { false } })
        for point in points {
            #expect(reel.step(point.entry)?.at == point.at)
        }
    }

    @Test func `are gone through forwards and backwards in the same order`() throws {
        let line = TimeLine(try PlayedShift(.polite).reel().milestones)
        var forwards: [Int] = []
        var here = 0
        while let next = line.next(after: here) {
            forwards.append(next.entry)
            here = next.entry
        }
        var backwards: [Int] = []
        here = .max
        while let previous = line.previous(before: here) {
            backwards.append(previous.entry)
            here = previous.entry
        }
        #expect(forwards == backwards.reversed())
        #expect(Set(forwards) == Set(line.milestones.map(\.entry)))
    }

    @Test func `merged with notes stand as if sorted`() throws {
        let found = try PlayedShift(.polite).reel().milestones
        let notes = [5, 1, 9_999].map {
            TeacherNote(entry: $0, at: Instant(milliseconds: 0), text: "看这里").milestone
        }
        let merged = TimeLine(found, with: notes).milestones
        #expect(merged.count == found.count + 3)
        #expect(merged.map(\.entry) == merged.map(\.entry).sorted())
    }
}
