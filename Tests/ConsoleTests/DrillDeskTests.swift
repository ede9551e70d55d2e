import Engine
import Shifts
import Support
import Terminal
import Testing
import Typing

@testable import Console

@Suite struct `The typing drill at the desk` {
    /// Somebody who types into the drill, in commits, with time between them.
    private struct Typist {
        let scene: StartScene

        init(
            _ columns: Int = 80, _ rows: Int = 24, _ tongue: Tongue = .chinese,
            gate: TextGate = TextGate(), lines: [DrillLine] = []
        ) {
            scene = StartScene(columns: columns, rows: rows, tongue: tongue, gate: gate)
            scene.host.lines = lines
            scene.desk.showDrills()
        }

        /// One commit of the input method: all its characters in one reading.
        func commit(_ text: String, after milliseconds: Int = 1000) {
            scene.desk.elapse(milliseconds: milliseconds)
            scene.desk.handle(text.map { .key(Key(.character($0))) })
        }

        /// The sentence on the screen, in two commits.
        func typeSentence(seconds: Int = 10, ending: String? = nil) {
            guard let text = scene.desk.drill?.round.current?.text else { return }
            commit(String(text.prefix(2)))
            commit(
                text.dropFirst(2).dropLast(ending == nil ? 0 : 1) + (ending ?? ""),
                after: seconds * 1000)
            scene.press("Enter")
        }

        var page: String { scene.desk.page?.title.zh ?? "" }
    }

    @Test(arguments: [(80, 24), (120, 36), (60, 14)], Tongue.allCases)
    func `looks as drawn, from the menu to the result`(
        size: (columns: Int, rows: Int), tongue: Tongue
    ) throws {
        let typist = Typist(
            size.columns, size.rows, tongue, lines: DrillShelf.practised(tongue))
        let name = "\(size.columns)x\(size.rows)-\(tongue.rawValue)"
        try Picture.check("drill/menu-\(name)", typist.scene.picture)
        typist.scene.press("1")
        try Picture.check("drill/begun-\(name)", typist.scene.picture)
        typist.typeSentence(seconds: 5)
        let zh = tongue == .chinese
        typist.commit(zh ? "让您" : "I'm ")
        typist.commit(zh ? "久登了" : "sory", after: 2500)
        try Picture.check("drill/typing-\(name)", typist.scene.picture)
        typist.scene.press("Esc")
        try Picture.check("drill/paused-\(name)", typist.scene.picture)
        typist.scene.press("Enter", "Enter")
        typist.typeSentence(seconds: 20, ending: "~")
        try Picture.check("drill/result-\(name)", typist.scene.picture)
        typist.scene.press("3")
        try Picture.check("drill/progress-\(name)", typist.scene.picture)
    }

    @Test func `stands in ASCII where blocks and rules are wide`() throws {
        let typist = Typist(
            gate: TextGate(ambiguousIsWide: true), lines: DrillShelf.practised(.chinese))
        typist.scene.press("1")
        typist.commit("您好")
        typist.commit("，再的", after: 1500)
        try Picture.check("drill/wide-typing-zh", typist.scene.picture)
        typist.scene.press("Esc", "Esc", "7")
        try Picture.check("drill/wide-progress-zh", typist.scene.picture)
    }

    @Test func `measures what an input method commits, from the first commit on`() throws {
        let typist = Typist()
        typist.scene.press("1")
        let text = try #require(typist.scene.desk.drill?.round.current?.text)
        typist.commit(String(text.prefix(3)), after: 8000)
        typist.commit(String(text.dropFirst(3)), after: 6000)
        typist.scene.desk.elapse(milliseconds: 9000)
        typist.scene.press("Enter")
        let result = try #require(typist.scene.desk.drill?.round.results.first)
        #expect(result.first == 3)
        #expect(result.milliseconds == 6000)
        #expect(result.alignment.permille == 1000)
    }

    @Test func `marks an error as soon as it is committed, above and below`() throws {
        let typist = Typist()
        typist.scene.press("1")
        typist.commit("您号")
        let canvas = typist.scene.desk.draw()
        let rows = canvas.picture.split(separator: "\n", omittingEmptySubsequences: false)
        let target = try #require(rows.firstIndex { $0.contains("您好") })
        let typed = try #require(rows.firstIndex { $0.contains("您号") })
        for (row, isFaulty) in [(target, true), (typed, true)] {
            let first = try #require(canvas.style(at: Point(x: 1, y: row)))
            let second = try #require(canvas.style(at: Point(x: 3, y: row)))
            #expect(!first.attributes.contains(.underline))
            #expect(second.attributes.contains(.underline) == isFaulty)
        }
        // The input method's window opens at the caret.
        #expect(canvas.caret == Point(x: 5, y: typed))
    }

    @Test func `stands still while paused or under the palette, and goes on by typing`() throws {
        let typist = Typist()
        typist.scene.press("1")
        typist.commit("您")
        typist.scene.press("Esc")
        typist.scene.desk.elapse(milliseconds: 60_000)
        typist.scene.press("Ctrl-P")
        typist.scene.desk.elapse(milliseconds: 60_000)
        typist.scene.press("Esc")
        typist.scene.desk.elapse(milliseconds: 60_000)
        typist.scene.desk.handle([.key(Key(.character("好")))])
        #expect(typist.scene.desk.drill?.isPaused == false)
        typist.commit("，", after: 1000)
        #expect(typist.scene.desk.drill?.round.attempt.milliseconds == 1000)
    }

    @Test func `loses nothing when it is left, whichever way`() throws {
        for way in ["Esc", "quit", "palette"] {
            let typist = Typist()
            typist.scene.press("1")
            typist.typeSentence()
            typist.commit("写了一半")
            switch way {
            case "Esc": typist.scene.press("Esc", "Esc")
            case "quit": typist.scene.press("Ctrl-Q")
            default:
                typist.scene.press("Ctrl-P")
                typist.scene.type("start-page")
                typist.scene.press("Enter")
            }
            let round = try #require(DrillHistory(typist.scene.host.lines).unfinished, "\(way)")
            #expect(round.results.count == 1)
            #expect(round.attempt.text == "写了一半")
            let again = Typist(lines: typist.scene.host.lines)
            #expect(again.scene.picture.contains("打了一半的那句还在"))
            again.scene.press("1")
            #expect(again.scene.picture.contains("写了一半"))
            #expect(again.scene.desk.drill?.isPaused == true)
        }
    }

    @Test func `keeps each sentence as it is done`() throws {
        let typist = Typist()
        typist.scene.press("1")
        typist.typeSentence()
        // The program is killed now.
        let round = try #require(DrillHistory(typist.scene.host.lines).unfinished)
        #expect(round.results.count == 1)
        #expect(round.results == typist.scene.desk.drill?.round.results)
        #expect(round.current == typist.scene.desk.drill?.round.current)
    }

    @Test func `says when a sentence cannot be kept and goes on`() {
        let typist = Typist()
        typist.scene.press("1")
        typist.scene.host.trouble = StorageTrouble(Bilingual(zh: "磁盘满了", en: "The disk is full"))
        typist.typeSentence()
        #expect(typist.scene.picture.contains("磁盘满了"))
        #expect(typist.scene.desk.drill?.round.results.count == 1)
    }

    @Test func `takes no paste, no empty sentence and no second line`() {
        let typist = Typist()
        typist.scene.press("1", "Enter")
        #expect(typist.scene.desk.notice?.text == DrillWords.typeFirst)
        typist.scene.desk.handle([.paste("您好，在的，请说。")])
        #expect(typist.scene.desk.drill?.composer.isEmpty == true)
        typist.commit("您")
        typist.scene.press("Alt-Enter", "Ctrl-J", "Tab")
        #expect(typist.scene.desk.drill?.composer.text == "您")
    }

    @Test func `counts what is taken back`() {
        let typist = Typist()
        typist.scene.press("1")
        typist.commit("您号")
        typist.scene.press("Backspace")
        typist.commit("好")
        #expect(typist.scene.desk.drill?.round.attempt.corrections == 1)
        typist.scene.press("Ctrl-U")
        #expect(typist.scene.desk.drill?.round.attempt.corrections == 3)
    }

    @Test func `the same round comes again by 1, another by Enter`() throws {
        let typist = Typist()
        typist.scene.press("1")
        let first = try #require(typist.scene.desk.drill?.round)
        for _ in first.sentences { typist.typeSentence() }
        #expect(typist.page == DrillWords.result.zh)
        typist.scene.press("1")
        #expect(typist.scene.desk.drill?.round.sentences == first.sentences)
        #expect(typist.scene.desk.drill?.round.seed == first.seed)
        for _ in first.sentences { typist.typeSentence() }
        typist.scene.host.drillSeed = 8
        typist.scene.press("Enter")
        let other = try #require(typist.scene.desk.drill?.round)
        #expect(other.seed == 8 && first.seed == 7)
        #expect(other.choice == first.choice)
    }

    @Test func `offers grades, stages and the other language`() {
        let typist = Typist()
        typist.scene.press("4")
        #expect(typist.scene.picture.contains("练哪个阶段"))
        typist.scene.press("2")
        #expect(typist.scene.desk.drill?.round.choice == RoundChoice(.chinese, stage: "calming"))
        typist.scene.press("Esc", "Esc")
        let menu = Typist()
        menu.scene.press("3")
        #expect(menu.scene.desk.drill?.round.choice == RoundChoice(.chinese, grade: .hard))
        let other = Typist()
        other.scene.press("6", "1")
        #expect(other.scene.desk.drill?.round.tongue == .english)
        #expect(other.scene.picture.contains("词/分"))
    }

    @Test func `goes back to where it was opened from`() throws {
        let scene = try DeskScene.busy()
        scene.press("Ctrl-P")
        scene.type("typing-drill")
        scene.press("Enter")
        #expect(scene.desk.page?.title == DrillWords.drill)
        #expect(!scene.desk.isRunning)
        scene.press("Esc")
        #expect(scene.desk.page == nil)
        let start = StartScene()
        start.press("7")
        #expect(start.desk.page?.title == DrillWords.drill)
        start.press("Esc")
        #expect(start.desk.page?.title == PageWords.start)
    }

    @Test func `names what could not be read, and where there is no sentence why`() {
        let problem = Bilingual(zh: "drills.jsonl 第 3 行读不懂", en: "line 3 cannot be read")
        let scene = StartScene()
        scene.desk.show(
            DrillMenuPage(.sample([], problems: [problem]), tongue: .chinese, isBeside: false))
        #expect(scene.picture.contains("第 3 行读不懂"))
        let none = DrillShelf(sheets: [], now: DrillShelf.sampleNow, seed: 1)
        scene.desk.show(DrillMenuPage(none, tongue: .chinese, isBeside: false))
        #expect(scene.picture.contains("xiaoer check drills"))
        scene.press("1", "Enter")
        #expect(scene.desk.drill == nil)
    }

    @Test func `never draws outside a window of any size`() {
        for columns in [1, 7, 20, 40, 61] {
            for rows in [1, 2, 4, 6, 9, 15] {
                let typist = Typist(columns, rows, lines: DrillShelf.practised(.chinese))
                _ = typist.scene.picture
                typist.scene.press("1")
                for _ in 0..<3 {
                    typist.commit("您好，再得")
                    _ = typist.scene.picture
                    typist.scene.press("Enter")
                }
                _ = typist.scene.picture
                typist.scene.press("3")
                _ = typist.scene.picture
            }
        }
    }
}
