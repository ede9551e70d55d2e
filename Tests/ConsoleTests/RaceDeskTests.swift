import Engine
import Shifts
import Support
import Terminal
import Testing

@testable import Console

@Suite struct `The ghost at the desk` {
    /// A ghost that served one customer in two minutes and had 80 for it.
    private static func ghost(_ tongue: Tongue) throws -> Ghost {
        let scene = try DeskScene.busy(tongue: tongue)
        try scene.wait(seconds: 20)
        scene.desk.submit(.close(conversation: "c3"))
        return Ghost(
            track: RaceTrack(
                scene.shift.records, fixture: DeskShop.fixture(tongue),
                startsAt: DeskScene.opensAt, grades: ["c3": 80]),
            score: 84)
    }

    @Test(arguments: Tongue.allCases)
    func `stands below the header and goes again`(tongue: Tongue) throws {
        let scene = try DeskScene.busy(tongue: tongue)
        let before = scene.picture
        let ghost = try Self.ghost(tongue)
        scene.desk.ghostFor = { _ in ghost }
        scene.desk.gradesFor = { _ in ["c1": 61] }
        DeskCommand.named("ghost-race")?.run(on: scene.desk)
        try Picture.check("desk-race-\(tongue.rawValue)", scene.picture)
        DeskCommand.named("ghost-race")?.run(on: scene.desk)
        scene.press("F6", "Esc", "Esc")
        #expect(scene.desk.race == nil)
        #expect(scene.picture.split(separator: "\n")[1] == before.split(separator: "\n")[1])
    }

    @Test func `is worked out once and one's own grade only when somebody is served`() throws {
        let scene = try DeskScene.busy()
        let ghost = try Self.ghost(.chinese)
        var (asked, judged) = (0, 0)
        scene.desk.ghostFor = { _ in
            asked += 1
            return ghost
        }
        scene.desk.gradesFor = { _ in
            judged += 1
            return ["c1": 61, "c3": 90]
        }
        DeskCommand.named("ghost-race")?.run(on: scene.desk)
        for _ in 0..<20 {
            try scene.wait(seconds: 1)
            _ = scene.picture
        }
        #expect(asked == 1 && judged == 0)
        scene.desk.submit(.close(conversation: "c3"))
        #expect(scene.picture.contains("接完 1 · 得分 90"))
        for _ in 0..<20 {
            try scene.wait(seconds: 1)
            _ = scene.picture
        }
        #expect(asked == 1 && judged == 1)
    }

    @Test func `where there is none, says what to do`() throws {
        let scene = try DeskScene.busy()
        DeskCommand.named("ghost-race")?.run(on: scene.desk)
        #expect(scene.desk.race == nil)
        #expect(scene.desk.notice?.text == Words.noGhost)
    }
}

@Suite struct `A contest at the desk` {
    private func desk(_ terms: ContestTerms?) -> Desk {
        let card = ShiftCard(
            id: "s1", pack: "test", packHash: "0", profile: "taobao",
            title: Bilingual(zh: "早班", en: "morning shift"), seed: 7, tongue: .english,
            startsAt: DeskScene.opensAt, endsAt: DeskScene.opensAt + .hours(1), contest: terms)
        let desk = Desk(
            host: RecordingHost(), pages: .blank, settings: DeskSettings(tongue: .english),
            size: Size(columns: 80, rows: 24))
        desk.open(
            Shift(card: card, fixture: DeskShop.fixture(.english)),
            clock: DeskClock(speed: terms?.clock ?? 1))
        return desk
    }

    @Test(arguments: ["pause", "faster", "slower"])
    func `has a clock that nobody can stop or change`(command: String) throws {
        let contest = desk(ContestTerms(clock: 2))
        DeskCommand.named(command)?.run(on: contest)
        #expect(contest.clock == DeskClock(isPaused: false, speed: 2))
        #expect(contest.notice?.text == Words.contestClock)
        let ordinary = desk(nil)
        ordinary.clock.speed = 2
        DeskCommand.named(command)?.run(on: ordinary)
        #expect(ordinary.clock != DeskClock(isPaused: false, speed: 2))
    }

    @Test func `goes on behind a page and says so in the header`() throws {
        let contest = desk(ContestTerms(clock: 2))
        #expect(contest.draw().picture.contains("×2 contest"))
        contest.showStart()
        contest.elapse(milliseconds: 5000)
        #expect(contest.shift?.now == DeskScene.opensAt + .seconds(10))
        #expect(contest.nextWake != nil)
        let ordinary = desk(nil)
        ordinary.showStart()
        ordinary.elapse(milliseconds: 5000)
        #expect(ordinary.shift?.now == DeskScene.opensAt)
    }

    @Test func `is over when its time is, wherever one looks`() throws {
        let contest = desk(ContestTerms(clock: 8))
        contest.showStart()
        contest.elapse(milliseconds: 3_600_000)
        #expect(contest.shift?.isOver == true)
        #expect(contest.page?.title.en == "Debrief")
    }
}
