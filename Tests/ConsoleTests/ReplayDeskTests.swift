import Engine
import Replaying
import Shifts
import Support
import Terminal
import Testing

@testable import Console

@Suite struct `A shift gone through again at the desk` {
    @Test(arguments: [(80, 24), (120, 36), (59, 14)], Tongue.allCases)
    func `looks as drawn`(size: (columns: Int, rows: Int), tongue: Tongue) throws {
        let scene = try ReplayScene(columns: size.columns, rows: size.rows, tongue: tongue)
        scene.press("g")
        scene.start.type("#11")
        scene.press("Enter")
        try Picture.check(
            "replay/middle-\(size.columns)x\(size.rows)-\(tongue.rawValue)", scene.picture)
    }

    @Test func `stands in ASCII where circles and bars are wide`() throws {
        let scene = try ReplayScene(gate: TextGate(ambiguousIsWide: true))
        scene.press("End", "n")
        try Picture.check("replay/wide", scene.picture)
    }

    @Test func `goes on and back a step, and back is what was there before`() throws {
        let scene = try ReplayScene()
        var pictures = [scene.desk.shop]
        for _ in scene.host.past.entries {
            scene.press("Right")
            pictures.append(scene.desk.shop)
        }
        #expect(scene.place == scene.host.past.entries.count)
        for shop in pictures.dropLast().reversed() {
            scene.press("Left")
            #expect(scene.desk.shop == shop)
        }
        #expect(scene.place == 0)
        scene.press("Left")
        #expect(scene.desk.notice?.text == ReplayWords.atTheBeginning)
    }

    @Test func `shows the very shop of the moment, panes and queue included`() throws {
        let scene = try ReplayScene()
        scene.press("End")
        #expect(scene.desk.queue.index.count == 2)
        scene.press("Home")
        #expect(scene.desk.queue.index.count == 0)
        #expect(scene.desk.promises.open.isEmpty)
    }

    @Test func `goes to the next mark and the one before`() throws {
        let scene = try ReplayScene()
        var places: [Int] = []
        for _ in 0..<3 {
            scene.press("n")
            places.append(try #require(scene.place))
        }
        #expect(places == places.sorted() && Set(places).count == 3)
        scene.press("N")
        #expect(scene.place == places[1])
    }

    @Test func `goes to a time that is typed, and says what it cannot read`() throws {
        let scene = try ReplayScene()
        scene.press("g")
        scene.start.type("14:01")
        scene.press("Enter")
        #expect(scene.desk.now == DeskScene.opensAt + .minutes(1))
        scene.press("g")
        scene.start.type("noon")
        scene.press("Enter")
        #expect(scene.desk.notice?.text == ReplayWords.noMoment("noon"))
        #expect(scene.desk.overlays.count == 1)
    }

    @Test func `plays at its speed, turns to whom something happens with, and stops at the end`()
        throws
    {
        let scene = try ReplayScene()
        scene.press("+", "+", "Space")
        #expect(scene.desk.replay?.speed == 4)
        scene.desk.elapse(milliseconds: 6_000)
        #expect(scene.desk.now == DeskScene.opensAt + .seconds(24))
        #expect(scene.desk.selected == "c1")
        var woken = 0
        while scene.desk.replay?.isPlaying == true, woken < 1_000 {
            scene.desk.elapse(milliseconds: scene.desk.nextWake ?? 1_000)
            woken += 1
        }
        #expect(scene.place == scene.host.past.entries.count)
        #expect(scene.desk.nextWake == nil)
        #expect(scene.desk.page == nil)
    }

    @Test func `comes to the same shop by playing as by jumping`() throws {
        let played = try ReplayScene()
        played.press("Space")
        for _ in 0..<140 { played.desk.elapse(milliseconds: 1_000) }
        let jumped = try ReplayScene()
        jumped.desk.show(entry: try #require(played.place), at: played.desk.replay?.now)
        #expect(played.desk.shop == jumped.desk.shop)
        #expect((0..<2).allSatisfy { played.desk.queue.index[$0] == jumped.desk.queue.index[$0] })
    }

    @Test func `stays with a customer one has turned to`() throws {
        let scene = try ReplayScene()
        scene.press("End", "Left", "Left", "Left")
        scene.press("f")
        let held = scene.desk.selected
        for _ in 0..<3 { scene.press("Left") }
        #expect(scene.desk.selected == held)
    }

    @Test func `is looked at and nothing else`() throws {
        let scene = try ReplayScene()
        scene.press("End")
        let before = scene.desk.shop
        scene.press("Enter", "Alt-E", "x")
        scene.desk.handle([.paste("您好")])
        #expect(scene.desk.shop == before)
        #expect(scene.desk.composer.isEmpty)
        #expect(scene.desk.notice?.text == ReplayWords.onlyLooking)
    }

    @Test func `keeps a teacher's note in the file, and takes it away emptied`() throws {
        let scene = try ReplayScene()
        scene.press("Right", "Right", "a")
        scene.start.type("先看订单再回话")
        scene.press("Enter")
        #expect(scene.host.past.notes[2]?.text == "先看订单再回话")
        #expect(scene.desk.replay?.timeLine.at(2).contains { $0.weight == 9 } == true)
        scene.press("a")
        for _ in 0..<7 { scene.press("Backspace") }
        scene.press("Enter")
        #expect(scene.host.past.notes.all.isEmpty)
    }

    @Test func `says why a note could not be kept, and keeps none`() throws {
        let scene = try ReplayScene()
        scene.host.trouble = StorageTrouble(Bilingual(zh: "磁盘满了", en: "no room"))
        scene.press("a")
        scene.start.type("x")
        scene.press("Enter")
        #expect(scene.desk.notice?.text.zh.hasSuffix("磁盘满了") == true)
        #expect(scene.desk.replay?.notes.all.isEmpty == true)
        // What was written is still there, with the reason in full below it.
        #expect(scene.picture.split(separator: "\n").dropLast().contains { $0.contains("磁盘满了") })
        scene.host.trouble = nil
        scene.press("Enter")
        #expect(scene.desk.replay?.notes.all.first?.text == "x")
    }

    @Test func `is taken over where one stands, after a question`() throws {
        let scene = try ReplayScene()
        scene.press("Right", "Right", "Right", "t")
        #expect(scene.host.past.branches.isEmpty)
        scene.press("1")
        let branch = try #require(scene.host.past.branches.first)
        #expect(branch.name == "f2" && branch.entry == 3)
        #expect(scene.desk.replay == nil && scene.desk.clock.isPaused)
        #expect(scene.desk.shift?.entryCount == 3)
        scene.start.type("您好")
        #expect(scene.desk.composer.text == "您好")
    }

    @Test func `can be looked at while it is still being read`() throws {
        let scene = try ReplayScene { $0.past.read = 4 }
        #expect(scene.desk.nextWake != nil)
        scene.press("End")
        #expect(scene.place == 0)
        let reel = try #require(scene.host.past.reel)
        reel.take(scene.host.past.entries.dropFirst(4).map { ReelEntry($0) })
        reel.finish(.whole)
        scene.desk.elapse(milliseconds: 100)
        #expect(scene.place == scene.host.past.entries.count)
    }

    @Test func `says what of a damaged file cannot be read, and shows the rest`() throws {
        let scene = try ReplayScene { $0.past.read = 4 }
        let why = Bilingual(zh: "第 5 条坏了", en: "entry 5 is broken")
        scene.host.past.reel?.finish(.cut(why))
        scene.desk.elapse(milliseconds: 100)
        #expect(scene.desk.notice?.text == why)
        scene.press("End")
        #expect(scene.place == 4)
    }

    @Test func `is left for the earlier shifts`() throws {
        let scene = try ReplayScene()
        scene.press("q")
        #expect(scene.desk.page?.title == PageWords.earlier)
        #expect(scene.desk.replay == nil && scene.desk.shift == nil)
    }
}

@Suite struct `Two lines at the desk` {
    private func scene(columns: Int, rows: Int, _ tongue: Tongue) throws -> StartScene {
        let scene = StartScene(columns: columns, rows: rows, tongue: tongue)
        let comparison = try Comparison(
            ReplayScene.side("5L缺货，今天 15:00 前给您三个方案"),
            ReplayScene.side("5L缺货，给您换4L的，今天就发，差价马上退，您看行吗？"))
        scene.desk.show(ComparePage(host: scene.host, comparison, tongue: tongue))
        return scene
    }

    @Test(arguments: [(80, 24), (120, 36)], Tongue.allCases)
    func `look as drawn`(size: (columns: Int, rows: Int), tongue: Tongue) throws {
        let scene = try scene(columns: size.columns, rows: size.rows, tongue)
        let name = "replay/compare-\(size.columns)x\(size.rows)-\(tongue.rawValue)"
        try Picture.check(name, scene.picture)
        scene.press("Tab")
        try Picture.check(name + "-tab", scene.picture)
    }

    @Test func `are gone through customer by customer`() throws {
        let scene = try scene(columns: 120, rows: 36, .chinese)
        let first = scene.picture
        scene.press("Right")
        #expect(scene.picture != first)
        scene.press("Left")
        #expect(scene.picture == first)
        scene.press("Esc")
        #expect(scene.desk.page?.title == PageWords.earlier)
    }
}

@Suite struct `The list of earlier shifts` {
    private static var menu: StartMenu {
        var menu = StartMenu.usual
        let begun = menu.finished[0].begunAt
        menu.finished.append(
            FinishedShift(
                id: "b1", title: menu.finished[0].title, begunAt: begun + .minutes(30),
                lasted: .minutes(20), conversations: 6, score: 91,
                branch: BranchMark(of: "f2", clock: "14:05")))
        menu.unfinished.append(
            UnfinishedShift(
                id: "b2", title: menu.finished[0].title, begunAt: begun + .minutes(60),
                served: .minutes(8), branch: BranchMark(of: "b1", clock: "14:20")))
        return menu
    }

    private func scene(_ tongue: Tongue = .chinese) -> StartScene {
        let scene = StartScene(Self.menu, tongue: tongue)
        scene.desk.show(EarlierPage(host: scene.host, menu: Self.menu))
        return scene
    }

    @Test(arguments: Tongue.allCases)
    func `is a tree of branches`(tongue: Tongue) throws {
        try Picture.check("replay/earlier-\(tongue.rawValue)", scene(tongue).picture)
    }

    @Test func `leads to the replay of a shift and to a branch beside its origin`() throws {
        let scene = scene()
        scene.host.past.entries = try ReplayScene.served("好")
        scene.press("Down", "Down", "c")
        #expect(scene.host.past.compared == [["f2", "b1"]])
        scene.press("r")
        #expect(scene.desk.replay?.name == "b1")
    }

    @Test func `goes on with a branch that was left`() {
        let scene = scene()
        scene.press("Down", "Down", "Down", "Enter")
        #expect(scene.host.resumed == ["b2"])
    }
}
