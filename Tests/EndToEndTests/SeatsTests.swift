import Engine
import Foundation
import Rig
import Shifts
import Storage
import Support
import Testing

/// Two people, two terminals, one shop, as they would do it.
@Suite(.waitsForTerminals) struct `Two people in a room` {
    /// A room that was opened, with the token of each seat.
    private struct Room {
        let home: TemporaryFolder
        let tokens: [String]

        init(_ scenario: String = "P02", home: TemporaryFolder? = nil) throws {
            self.home = try home ?? TemporaryFolder()
            let opened = try Served.run(
                [
                    "room", "open", "first-shift", "--scenario", scenario, "--name", "lab",
                    "--seed", "7", "--language", "en",
                ], home: self.home)
            #expect(opened.status.isSuccess, "\(opened.errors)")
            tokens = opened.output.matches(of: #/--token (\w+)/#).map { String($0.1) }
            #expect(tokens.count == 3, "\(opened.output)")
        }

        /// 0 and 1 are the players, 2 is the leader.
        func sit(
            _ role: String, _ chair: Int, size: TerminalSize = .wide
        ) throws -> TmuxDesk {
            try TmuxDesk(
                [
                    Repository.program(), "seat", role, "lab", "--token", tokens[chair],
                    "--language", "en",
                ], size: size, home: home, environment: Served.data)
        }

        func shift(_ round: Int) throws -> [Entry] {
            let files = try Program.output(of: ["find", home.path, "-name", "lab-\(round).shift"])
            let path = try #require(files.split(separator: "\n").first.map(String.init))
            let journal = try Journal.open(path, mode: .watcher)
            var entries: [Entry] = []
            let coding = EntryCoding()
            try journal.forEachEntry { line in
                entries.append(
                    Entry(
                        sequence: line.sequence, at: line.at,
                        actor: try #require(Actor(code: line.actor)),
                        isExternal: line.isExternal,
                        command: try coding.decode(Command.self, from: line.command),
                        events: try coding.decode([Event].self, from: line.events)))
            }
            return entries
        }

        func said(_ round: Int) throws -> [String] {
            try shift(round).compactMap { entry in
                guard entry.isExternal else { return nil }
                switch entry.command {
                case .say(_, let text), .reply(_, let text): return text
                case _: return nil
                }
            }
        }
    }

    private func say(_ text: String, at desk: TmuxDesk, heardBy other: TmuxDesk) throws {
        desk.type(text)
        try desk.wait(for: text)
        desk.send("Enter")
        try other.wait(for: text)
    }

    @Test func `play a case, swap and play it again, and both are scored`() throws {
        let room = try Room()
        let agent = try room.sit("agent", 0)
        try agent.wait(for: "Time stands until the buyer sits down")
        let buyer = try room.sit("buyer", 1)
        try buyer.wait(for: "Role card")
        try buyer.wait(for: "Only when asked")
        #expect(!agent.screen().contains("Only when asked"), "the card is the buyer's alone")
        try say("Hi, M or L?", at: buyer, heardBy: agent)
        try say("Do you like it loose or fitted?", at: agent, heardBy: buyer)
        buyer.send("M-r")
        try buyer.wait(for: "told")
        buyer.send("C-u")
        try say("A bit loose", at: buyer, heardBy: agent)
        buyer.send("M-Up")
        try buyer.wait(for: "Mood +5")
        try say("Then the L fits.", at: agent, heardBy: buyer)
        agent.send("M-Q")
        try agent.wait(for: "1 ")
        agent.send("1")
        try agent.wait(for: "Both scores")
        try buyer.wait(for: "Both scores")
        try buyer.wait(for: "Needs")
        #expect(buyer.screen().contains("buyer · B (you)"))

        buyer.send("F5")
        // The sides have changed: who was the buyer sits at the desk now.
        try agent.wait(for: "Role card")
        try buyer.wait(for: "round 2")
        try say("Again: M or L?", at: agent, heardBy: buyer)
        try say("Loose or fitted?", at: buyer, heardBy: agent)
        agent.send("C-q")
        buyer.send("C-q")
        try agent.waitForShell()
        try buyer.waitForShell()
        #expect(try room.said(2) == ["Again: M or L?", "Loose or fitted?"])
        let scores = try Served.run(["room", "score", "lab"], home: room.home)
        #expect(scores.status.isSuccess, "\(scores.errors)")
        #expect(scores.output.contains("Round 1\n") && scores.output.contains("Round 2 (still"))
        #expect(scores.output.contains(#/agent · A +\d+/#))
        #expect(scores.output.contains(#/buyer · B +\d+/#))
        #expect(scores.output.contains("Asked, you told"), "\(scores.output)")
    }

    @Test func `the leader freezes, whispers, injects, sits in and gives back`() throws {
        let room = try Room("M02")
        let leader = try room.sit("leader", 2)
        try leader.wait(for: "Let time stand")
        let agent = try room.sit("agent", 0)
        let buyer = try room.sit("buyer", 1)
        try buyer.wait(for: "Role card")
        try say("It went to my old flat", at: buyer, heardBy: agent)
        try leader.wait(for: "It went to my old flat")

        leader.send("M-1")
        try agent.wait(for: "let time stand")
        try buyer.wait(for: "let time stand")
        buyer.type("can you hear me")
        buyer.send("Enter")
        try buyer.wait(for: "wait until it goes on")
        #expect(buyer.screen().contains("can you hear me"), "what was typed stays")
        leader.send("M-1")
        try agent.wait(forNo: "let time stand")
        buyer.send("Enter")
        try agent.wait(for: "can you hear me")

        leader.type("verify first")
        leader.send("Enter")
        try agent.wait(for: "The leader whispers: verify first")
        #expect(!buyer.screen().contains("verify first"), "for the agent alone")

        leader.send("M-2")
        try leader.wait(for: "A late parcel")
        try agent.wait(for: "late") { _ in
            ((try? room.shift(1)) ?? []).contains { entry in
                if case .delayBatch = entry.command { entry.actor == .instructor } else { false }
            }
        }
        leader.send("M-4")
        try agent.wait(for: "the rush") { screen in
            ["Li Qian", "Sun Lei", "Chen", "Wang"].filter { screen.contains($0) }.count >= 2
        }

        leader.send("M-6")
        try agent.wait(for: "The leader is acting in your seat")
        agent.type("me")
        agent.send("Enter")
        try agent.wait(for: "look on until it is given back")
        leader.type("This is the lead")
        leader.send("Enter")
        try buyer.wait(for: "This is the lead")
        leader.send("M-6")
        // The line below the header is the agent's again.
        try agent.wait(for: "The leader whispers: verify first")
        let second = try Served.run(
            ["seat", "leader", "lab", "--token", room.tokens[2]], home: room.home)
        #expect(second.status == .code(74), "\(second.errors)")
        #expect(second.errors.contains("already"))
    }

    @Test func `a seat killed with -9 comes back where it was, and nothing is lost or doubled`()
        throws
    {
        let room = try Room()
        // The first to sit down decides for all; it is the one that dies.
        let agent = try room.sit("agent", 0)
        try agent.wait(for: "Time stands until the buyer sits down")
        let buyer = try room.sit("buyer", 1)
        try buyer.wait(for: "Role card")
        try say("Hi, M or L?", at: buyer, heardBy: agent)
        try say("Let me look", at: agent, heardBy: buyer)
        agent.type("half a word 草稿")
        try agent.wait(for: "half a word 草稿")
        agent.kill9()
        try agent.waitForShell()
        try buyer.wait(for: "Time stands until the agent sits down")
        // Written while the other is away, decided by whoever is left.
        buyer.type("still there?")
        buyer.send("Enter")
        try buyer.wait(for: "still there?")
        let back = try room.sit("agent", 0)
        try back.wait(for: "half a word 草稿")
        try back.wait(for: "still there?")
        buyer.kill9()
        try buyer.waitForShell()
        back.send("Enter")
        try back.wait(for: "Time stands until the buyer sits down")
        let again = try room.sit("buyer", 1)
        try again.wait(for: "half a word 草稿")
        #expect(
            try room.said(1) == ["Hi, M or L?", "Let me look", "still there?", "half a word 草稿"])
    }

    @Test func `messages sent while the host is killed again and again arrive once each`() throws {
        let room = try Room()
        var agent = try room.sit("agent", 0)
        try agent.wait(for: "Time stands until the buyer sits down")
        let buyer = try room.sit("buyer", 1)
        try buyer.wait(for: "Role card")
        var lines: [String] = []
        for number in 1...4 {
            let line = "line no \(number)"
            lines.append(line)
            buyer.type(line)
            try buyer.wait(for: line)
            // One process decides, dies at about the time the letter is written, and another goes on.
            buyer.send("Enter")
            agent.kill9()
            try agent.waitForShell()
            agent = try room.sit("agent", 0)
            try agent.wait(for: line)
        }
        #expect(try room.said(1) == lines)
    }

    @Test func `what is wrong is said: seat, token, room, mailbox`() throws {
        let room = try Room()
        func end(_ arguments: String..., code: Int, says: String) throws {
            let answer = try Served.run(arguments, home: room.home)
            #expect(answer.status == .code(Int32(code)), "\(arguments): \(answer.errors)")
            #expect(answer.errors.contains(says), "\(answer.errors)")
        }
        try end("seat", "agnet", "lab", "--token", "x", code: 64, says: "agent")
        try end("seat", "agent", "lab", "--token", "x", code: 64, says: "Wrong token")
        try end("seat", "agent", "lab", code: 64, says: "--token")
        try end("seat", "agent", "lab", "--token", room.tokens[1], code: 64, says: "seat buyer lab")
        try end("seat", "agent", "lap", "--token", "x", code: 66, says: "lab")
        try end("room", "open", "first-shift", "--scenario", "P0", code: 66, says: "P02")
        try end("room", "open", "first-shift", code: 64, says: "--scenario")
        try end(
            "room", "open", "first-shift", "--scenario", "P02", "--name", "../x", code: 64,
            says: "letters")
        try end(
            "room", "open", "first-shift", "--scenario", "P02", "--name", "lab", code: 73,
            says: "exists")
        let files = try Program.output(of: ["find", room.home.path, "-name", "lab.room"])
        let path = try #require(files.split(separator: "\n").first.map(String.init))
        try Data("SQLite".utf8).write(to: URL(fileURLWithPath: path))
        try end(
            "seat", "agent", "lab", "--token", room.tokens[0], code: 65, says: "mailbox was cut")
        let list = try Served.run(["room", "list"], home: room.home)
        #expect(list.output.contains("lab") && list.output.contains("!"))
    }

    @Test func `a buyer who types or pastes escapes harms nobody's screen`() throws {
        let room = try Room()
        let agent = try room.sit("agent", 0)
        let buyer = try room.sit("buyer", 1)
        try buyer.wait(for: "Role card")
        buyer.paste("evil \u{1B}[2J\u{1B}]0;gone\u{7} \u{202E}txet end")
        try buyer.wait(for: "evil")
        buyer.send("Enter")
        let screen = try agent.wait(for: "evil")
        // The name of the room is a passing notice; the head of the desk stays.
        #expect(screen.contains("xiaoer") && screen.contains("overdue"))
        #expect(!screen.contains("\u{202E}"))
        // Keys that no keyboard sends are swallowed.
        buyer.bytes([0x1B, 0x5B, 0x32, 0x36, 0x3B, 0x39, 0x7E])
        buyer.type("still fine")
        try buyer.wait(for: "still fine")
        #expect(!buyer.screen().contains("26;9"))
    }
}
