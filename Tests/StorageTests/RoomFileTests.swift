import Engine
import Foundation
import Storage
import Testing

@Suite struct RoomFileTests {
    private static let tokens = [(chair: "one", token: "aaa"), ("two", "bbb"), ("leader", "ccc")]

    private func room(_ scratch: Scratch) throws -> RoomFile {
        try RoomFile.create(
            in: scratch.path,
            header: RoomHeader(
                name: "r", pack: "p", scenario: "P02", seed: 7, tongue: .chinese, createdAt: 0,
                programVersion: "0"), tokens: Self.tokens)
    }

    @Test func `is found again with its chairs, its round and what is half written`() throws {
        let scratch = try Scratch()
        do {
            let room = try room(scratch)
            try room.saveDraft("seat/1", of: "two", bytes: Array("在".utf8))
            try room.saveDraft("seat/1", of: "one", bytes: Array("别人的".utf8))
        }
        let room = try RoomFile.open(scratch.path + "/r.room")
        #expect(room.header.scenario == "P02")
        #expect(try room.round() == 1)
        #expect(try room.chair(of: "bbb") == "two")
        #expect(try room.chair(of: "xyz") == nil)
        #expect(
            try room.drafts(of: "two")
                == [Draft(conversation: "seat/1", bytes: Array("在".utf8))])
        #expect(throws: StorageFault.self) { try self.room(scratch) }
    }

    @Test func `a letter sent again is the same letter, and uses up its draft in the same step`()
        throws
    {
        let scratch = try Scratch()
        let room = try room(scratch)
        try room.saveDraft("seat/1", of: "two", bytes: [1])
        for _ in 1...3 {
            try room.post(
                chair: "two", number: 1, round: 1, token: "bbb", body: [9], sentDraft: "seat/1")
        }
        #expect(try room.waiting().count == 1)
        #expect(try room.drafts(of: "two").isEmpty)
        try room.answer("two", 1, with: [7])
        #expect(try room.waiting().isEmpty)
        #expect(try room.answer(to: "two", 1) == [7])
        try room.post(chair: "two", number: 1, round: 1, token: "bbb", body: [9])
        #expect(try room.waiting().isEmpty)
        #expect(try room.lastLetter(of: "two")?.body == [9])
    }

    @Test func `tells a letter with a wrong token, and one of a chair that no room has`() throws {
        let scratch = try Scratch()
        let room = try room(scratch)
        try room.post(chair: "one", number: 1, round: 1, token: "bbb", body: [9])
        try room.post(chair: "four", number: 1, round: 1, token: "aaa", body: [9])
        try room.post(chair: "one", number: 2, round: 1, token: "aaa", body: [9])
        #expect(try room.waiting().map(\.isGenuine) == [false, false, true])
    }

    @Test func `begins a round and answers for it, both or neither`() throws {
        let scratch = try Scratch()
        let room = try room(scratch)
        try room.post(chair: "leader", number: 1, round: 1, token: "ccc", body: [9])
        try room.begin(round: 2, answering: "leader", 1, with: [7])
        #expect(try room.round() == 2)
        #expect(try room.waiting().isEmpty)
        #expect(room.shiftPath(round: 2) == scratch.path + "/r-2.shift")
    }

    @Test(arguments: [0, 10, 100, 4_000])
    func `cut anywhere it is refused in words and left as it is`(length: Int) throws {
        let scratch = try Scratch()
        let path = scratch.path + "/r.room"
        do { _ = try room(scratch) }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path)).prefix(length)
        try bytes.write(to: URL(fileURLWithPath: path))
        do throws(StorageFault) {
            let room = try RoomFile.open(path)
            _ = try room.waiting()
            Issue.record("opened")
        } catch {
            for tongue in Tongue.allCases { #expect(error.sentence(in: tongue).contains(path)) }
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    }

    @Test func `a chair has one process, and a killed one leaves it free`() throws {
        let scratch = try Scratch()
        let room = try room(scratch)
        var mine = try SeatLock(room: room.path, place: 2)
        #expect(mine != nil)
        #expect(try SeatLock(room: room.path, place: 2) == nil)
        #expect(try SeatLock(room: room.path, place: 1) != nil)
        #expect(SeatLock.isTaken(room: room.path, place: 2))
        mine = nil
        #expect(!SeatLock.isTaken(room: room.path, place: 2))
    }

    @Test func `fifty kills of a seat that writes lose no letter and double none`() throws {
        let scratch = try Scratch()
        _ = try room(scratch)
        var told = 0
        for life in 1...50 {
            let probe = try ProbeProcess("post", in: scratch.path)
            for _ in 0..<Int.random(in: 0...12) {
                guard let line = probe.line(), let number = Int(line) else { break }
                told = number
            }
            usleep(UInt32.random(in: 0...2_000))
            probe.kill()
            if let line = probe.remainingLines().last, let number = Int(line) { told = number }
            let room = try RoomFile.open(scratch.path + "/r.room")
            let letters = try room.waiting()
            #expect(letters.map(\.number) == Array(1..<letters.count + 1), "life \(life)")
            #expect(letters.count >= told, "life \(life)")
            #expect(letters.allSatisfy { $0.body == Array("\($0.number)".utf8) })
        }
        #expect(told > 50)
    }
}
