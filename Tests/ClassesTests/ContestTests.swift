import Engine
import Testing

@testable import Classes

@Suite struct `A contest` {
    private let contest = Contest(
        pack: "first-shift", seed: 7, profile: "open-retail", clock: 2, language: .chinese,
        until: Pupils.monday)

    private var entry: ContestEntry {
        ContestEntry(
            pack: "first-shift", seed: 7, profile: "open-retail", language: .chinese,
            terms: .init(clock: 2, isCoached: false), begunAt: Pupils.monday - .hours(1),
            onTheWall: .minutes(30), inTheShop: .minutes(60))
    }

    @Test func `takes what was served under its terms`() {
        #expect(contest.objections(to: entry).isEmpty)
    }

    @Test func `names each term that was not kept`() {
        func objections(_ change: (inout ContestEntry) -> Void) -> [Objection] {
            var changed = entry
            change(&changed)
            return contest.objections(to: changed)
        }
        #expect(objections { $0.pack = "level-1" } == [.otherPack("level-1")])
        #expect(objections { $0.seed = 8 } == [.otherSeed(8)])
        #expect(objections { $0.profile = "x" } == [.otherProfile("x")])
        #expect(objections { $0.language = .english } == [.otherLanguage(.english)])
        #expect(objections { $0.isNarrowed = true } == [.notWhole])
        #expect(objections { $0.terms = nil } == [.notMarked])
        #expect(objections { $0.terms?.isCoached = true } == [.coached])
        let late = Pupils.monday + .seconds(1)
        #expect(objections { $0.begunAt = late } == [.tooLate(late)])
        #expect(objections { $0.onTheWall = nil } == [.noEnd])
        #expect(
            objections { $0.onTheWall = .minutes(33) }
                == [.stoodStill(wall: .minutes(33), due: .minutes(30))])
        #expect(
            objections { $0.onTheWall = .seconds(1) }
                == [.stoodStill(wall: .seconds(1), due: .minutes(30))])
        #expect(objections { $0.onTheWall = .minutes(31) } == [])
        let slow = objections { $0.terms?.clock = 1 }
        #expect(slow.contains(.otherClock(1)))
        #expect(objections { $0.terms?.clock = 0 } == [.otherClock(0), .noEnd])
    }

    private func read(_ text: String) throws(FormFaults) -> Contest {
        try Contest(Array(text.utf8), file: "contest.yaml")
    }

    @Test func `is read from a file`() throws {
        let read = try read(
            """
            title: {zh: 春季赛, en: Spring contest}
            pack: first-shift
            seed: 7
            clock: 2
            language: zh
            until: 2026-04-01 18:00
            """)
        #expect(read.title == Bilingual(zh: "春季赛", en: "Spring contest"))
        #expect(read.seed == 7 && read.clock == 2 && read.language == .chinese)
        #expect(
            read.until == CivilTime(year: 2026, month: 4, day: 1, hour: 18).instant())
        #expect(
            Contest.moment("2026-04-01")
                == CivilTime(year: 2026, month: 4, day: 2).instant())
    }

    @Test func `names everything that is wrong with its file, with lines`() throws {
        let faults = #expect(throws: FormFaults.self) {
            _ = try read("pack: first-shift\nseed: many\nclok: 2\nclock: 3\nuntil: 2026-02-30\n")
        }
        let said = try #require(faults).sentence.en
        #expect(said.contains("contest.yaml:2 seed"))
        #expect(said.contains("contest.yaml:3 clok") && said.contains("Did you mean clock?"))
        #expect(said.contains("contest.yaml:4 clock"))
        #expect(said.contains("contest.yaml:5 until"))
        #expect(throws: FormFaults.self) { _ = try read("seed: 7\n") }
        #expect(throws: FormFaults.self) { _ = try read("") }
        #expect(throws: FormFaults.self) { _ = try read("- a\n") }
        for opening in ["[", "- "] {
            let deep = #expect(throws: FormFaults.self) {
                _ = try read(String(repeating: opening, count: 100_000))
            }
            #expect(deep?.sentence.en.contains("nested too deeply") == true)
        }
    }
}
