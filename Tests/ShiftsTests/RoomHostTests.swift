import Engine
import Foundation
import Shifts
import Testing

/// A mailbox and a journal in memory that a test can end at any step, as a killed process would.
private final class RoomOnPaper: RoomMail, LetterStore {
    var letters: [(letter: Letter, answer: LetterAnswer?)] = []
    var round = 1
    var entries: [Entry] = []
    var marks: [Chair: LetterMark] = [:]
    var carrying: (chair: Chair, number: Int)?
    /// The process dies at the step that brings this to nought; nil: it lives.
    var stepsToLive: Int?

    static let dead = StoreFailure(Bilingual(zh: "断了", en: "killed"))

    /// Every step may be the last, before it is done or after.
    private func step(_ body: () -> Void) throws(StoreFailure) {
        try live()
        body()
        try live()
    }

    private func live() throws(StoreFailure) {
        guard let left = stepsToLive else { return }
        guard left > 0 else { throw Self.dead }
        stepsToLive = left - 1
    }

    func post(_ chair: Chair, _ wish: Letter.Wish, round: Int? = nil) {
        let number = letters.count { $0.letter.chair == chair } + 1
        let letter = Letter(
            chair: chair, number: number, round: round ?? self.round, isGenuine: true, wish: wish)
        letters.append((letter, nil))
    }

    func waiting() throws(StoreFailure) -> [Letter] {
        letters.filter { $0.answer == nil }.map(\.letter)
    }

    func answer(_ letter: Letter, _ answer: LetterAnswer) throws(StoreFailure) {
        try step {
            for place in letters.indices where letters[place].letter == letter {
                letters[place].answer = answer
            }
        }
    }

    func currentRound() throws(StoreFailure) -> Int { round }

    func begin(round: Int, answering letter: Letter) throws(StoreFailure) {
        try step {
            self.round = round
            for place in letters.indices where letters[place].letter == letter {
                letters[place].answer = .done(entry: nil)
            }
        }
    }

    func append(_ new: [Entry]) throws(StoreFailure) {
        try step {
            entries += new
            if let carrying, let entry = new.first(where: \.isExternal) {
                marks[carrying.chair] = LetterMark(
                    number: carrying.number, entry: entry.sequence)
                self.carrying = nil
            }
        }
    }

    func lastMark(of chair: Chair) throws(StoreFailure) -> LetterMark? { marks[chair] }
}

@Suite struct `The host of a room` {
    private let seating = Seating(room: "r", round: 1, scenario: "", customer: "b1")

    /// A host that takes up what is on paper, as after a kill.
    private func host(_ paper: RoomOnPaper) throws -> RoomHost {
        paper.carrying = nil
        let shift = try Shift.replay(
            paper.entries, card: Corner.card(seed: 1), fixture: Corner.fixture, others: Nobody(),
            then: paper)
        return RoomHost(shift: shift, seating: seating, mail: paper, store: paper)
    }

    private var opening: Command {
        .openConversation(
            customer: "b1", channel: .taobao, stage: .preSale, order: nil, mood: 60)
    }

    private func conversation(_ paper: RoomOnPaper) {
        paper.post(.two, .act(opening))
        for number in 1...4 {
            paper.post(.two, .act(.say(conversation: "c1", text: "问 \(number)")))
            paper.post(.one, .act(.reply(conversation: "c1", text: "答 \(number)")))
            // Refused each time, and each time said so.
            paper.post(.two, .act(.reply(conversation: "c1", text: "假的 \(number)")))
        }
    }

    @Test func `does every letter once wherever it is killed, and answers all of them`() throws {
        let whole = RoomOnPaper()
        conversation(whole)
        try host(whole).serve()
        #expect(whole.letters.allSatisfy { $0.answer != nil })
        var deaths = 0
        for steps in 0..<100 {
            let paper = RoomOnPaper()
            conversation(paper)
            paper.stepsToLive = steps
            do { try host(paper).serve() } catch { deaths += 1 }
            // The next one dies, too, a little later.
            paper.stepsToLive = steps / 2 + 1
            do { try host(paper).serve() } catch {}
            paper.stepsToLive = nil
            try host(paper).serve()
            #expect(paper.entries == whole.entries, "killed after \(steps) steps")
            #expect(paper.letters.map(\.answer) == whole.letters.map(\.answer))
        }
        #expect(deaths > 20)
    }

    @Test func `refuses what is another seat's, and says which rule it is`() throws {
        let paper = RoomOnPaper()
        paper.post(.two, .act(opening))
        paper.post(.one, .act(.say(conversation: "c1", text: "我是顾客")))
        paper.post(.two, .act(.lead(.freeze)))
        paper.post(
            .two,
            .act(
                .openConversation(
                    customer: "b2", channel: .taobao, stage: .preSale, order: nil, mood: 60)))
        try host(paper).serve()
        #expect(
            paper.letters.map(\.answer) == [
                .done(entry: 1), .refused(.notYourPart), .refused(.notYourPart),
                .refused(.notYourPart),
            ])
        #expect(paper.entries.count == 1)
    }

    @Test func `does nothing for a wrong token or a letter that cannot be read`() throws {
        let paper = RoomOnPaper()
        paper.post(.two, .act(opening))
        paper.letters[0].letter.isGenuine = false
        paper.post(.one, .swap)
        paper.letters[1].letter.wish = nil
        try host(paper).serve()
        #expect(paper.entries.isEmpty)
        for (_, answer) in paper.letters {
            guard case .declined = answer else {
                Issue.record("\(String(describing: answer))")
                continue
            }
        }
    }

    @Test func `swaps once wherever it is killed; a player only after the end`() throws {
        for steps in 0..<12 {
            let paper = RoomOnPaper()
            paper.post(.two, .act(opening))
            paper.post(.leader, .swap)
            paper.stepsToLive = steps
            do { try host(paper).serve() } catch {}
            paper.stepsToLive = nil
            try host(paper).serve()
            #expect(paper.round == 2, "killed after \(steps) steps")
            #expect(paper.entries.filter { $0.events.contains(.shiftEnded) }.count == 1)
        }
        let early = RoomOnPaper()
        early.post(.one, .swap)
        try host(early).serve()
        #expect(early.round == 1 && early.entries.isEmpty)
    }

    @Test func `declines what was written for a round that is over, and leaves the next one's`()
        throws
    {
        let paper = RoomOnPaper()
        paper.post(.two, .act(opening), round: 0)
        paper.post(.two, .act(opening), round: 2)
        try host(paper).serve()
        #expect(paper.entries.isEmpty)
        guard case .declined = paper.letters[0].answer else {
            Issue.record("\(String(describing: paper.letters[0].answer))")
            return
        }
        // Its host has still to come.
        #expect(paper.letters[1].answer == nil)
    }

    @Test func `lets time run only while both sides are there or the leader sits in`() throws {
        let paper = RoomOnPaper()
        let host = try host(paper)
        func runs(_ present: Set<Chair>) throws -> Bool {
            let before = host.shift.now
            try host.run(milliseconds: 100, present: present)
            return host.shift.now > before
        }
        #expect(try runs([.one, .two]))
        #expect(try !runs([.one]))
        #expect(try !runs([.two, .leader]))
        #expect(host.missing([.two]) == [.agent])
        paper.post(.leader, .act(.lead(.takeSeat(seat: .agent))))
        try host.serve()
        #expect(try runs([.two, .leader]))
        paper.post(.leader, .act(.lead(.freeze)))
        try host.serve()
        #expect(try !runs([.one, .two, .leader]))
    }

    @Test func `gives back what a leader held who is gone`() throws {
        let paper = RoomOnPaper()
        let host = try host(paper)
        paper.post(.leader, .act(.lead(.takeSeat(seat: .agent))))
        paper.post(.leader, .act(.lead(.freeze)))
        try host.serve()
        // Nobody has looked yet who is there.
        try host.run(milliseconds: 100, present: [])
        try host.run(milliseconds: 100, present: [.one, .two, .leader])
        #expect(host.shift.shop.leading.taken == [.agent] && host.shift.shop.leading.isFrozen)
        let before = host.shift.now
        try host.run(milliseconds: 100, present: [.one, .two])
        #expect(host.shift.shop.leading == Leading())
        #expect(host.shift.now > before)
    }

    @Test func `changes sides with every round, and a chair keeps its person`() {
        #expect(Chair.one.role(in: 1) == .agent && Chair.one.role(in: 2) == .buyer)
        #expect(Chair.two.role(in: 1) == .buyer && Chair.two.role(in: 2) == .agent)
        for round in 1...4 {
            for role in [SeatRole.agent, .buyer, .leader] {
                #expect(role.chair(in: round)?.role(in: round) == role)
            }
        }
    }
}
