import Engine
import Foundation
import Testing

@testable import Storage

@Suite struct ShelfTests {
    let scratch: Scratch
    let shelf: ShiftShelf

    init() throws {
        scratch = try Scratch()
        shelf = ShiftShelf(folder: scratch.path)
    }

    @Test func `a shelf without a folder is empty`() throws {
        #expect(try ShiftShelf(folder: scratch.path + "/none").shifts() == [])
    }

    @Test func `lists newest first with what can be done with each`() throws {
        let clock = ClockReading(at: Instant(milliseconds: 5), speed: 2, isPaused: false)
        do {
            let done = try Journal.create(in: scratch.path, header: header("done", createdAt: 10))
            try done.append([entry(1), entry(2)])
            try done.finish(summary: [8])
            let open = try Journal.create(in: scratch.path, header: header("open", createdAt: 20))
            try open.append([entry(1)])
            try open.saveClock(clock)
        }
        let busy = try Journal.create(in: scratch.path, header: header("busy", createdAt: 30))
        let noise = scratch.path + "/noise.shift"
        try Data("not a shift".utf8).write(to: URL(fileURLWithPath: noise))
        try Data().write(to: URL(fileURLWithPath: scratch.path + "/readme.txt"))

        let shifts = try shelf.shifts()
        #expect(shifts.map(\.id) == ["busy", "open", "done", "noise"])
        #expect(shifts.map(\.entries) == [0, 1, 2, 0])
        #expect(
            shifts.map(\.state) == [
                .inUse(process: Int(getpid())), .unfinished(clock: clock), .finished(summary: [8]),
                .unreadable(.damaged(path: noise, detail: .notAShift)),
            ])
        #expect(try shelf.latestUnfinished()?.id == "open")
        #expect(busy.lastSequence == 0)
    }

    @Test func `looking at the shelf does not disturb a desk at work`() throws {
        let journal = try Journal.create(in: scratch.path, header: header())
        for n in 1...20 {
            try journal.append([entry(n)])
            #expect(try shelf.shifts().first?.entries == n)
        }
        #expect(throws: StorageFault.self) { try Journal.open(shelf.path(of: "s1"), mode: .writer) }
    }

    @Test func `finds what a name with marks of its own in the folder holds`() throws {
        let folder = scratch.path + "/a?b#c%20 店"
        do { try Journal.create(in: folder, header: header()).append([entry(1)]) }
        #expect(try ShiftShelf(folder: folder).shifts().first?.entries == 1)
        #expect(try Journal.open(folder + "/s1.shift", mode: .writer).lastSequence == 1)
    }
}
