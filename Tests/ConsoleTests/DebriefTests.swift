import Engine
import Grading
import Support
import Terminal
import Testing

@testable import Console

@Suite struct `The debrief` {
    private func scene(
        columns: Int = 80, rows: Int = 24, tongue: Tongue = .chinese, gate: TextGate = TextGate()
    ) -> StartScene {
        let scene = StartScene(columns: columns, rows: rows, tongue: tongue, gate: gate)
        scene.desk.show(DebriefPage(host: scene.host, DebriefSample.debrief(tongue)))
        return scene
    }

    /// Every picture while one reads on, line by line.
    private func allText(_ scene: StartScene) -> String {
        var text = scene.picture
        for _ in 0..<12 {
            scene.press("PageDown")
            text += "\n" + scene.picture
        }
        return text
    }

    @Test(arguments: [(80, 24), (120, 36), (200, 50), (46, 14)], Tongue.allCases)
    func `looks as drawn`(size: (columns: Int, rows: Int), tongue: Tongue) throws {
        let scene = scene(columns: size.columns, rows: size.rows, tongue: tongue)
        let name = "\(size.columns)x\(size.rows)-\(tongue.rawValue)"
        try Picture.check("debrief/score-\(name)", scene.picture)
        scene.press("3")
        try Picture.check("debrief/conversations-\(name)", scene.picture)
        scene.press("4")
        try Picture.check("debrief/practice-\(name)", scene.picture)
    }

    @Test func `help tells each key once`() {
        let scene = scene(rows: 50)
        _ = scene.picture
        let keys = scene.desk.pageKeys.flatMap { $0.key.split(separator: " ") }
        #expect(keys.contains("6") && keys.contains("Enter"))
        #expect(!keys.contains("1–4"))
        for key in ["1", "2", "3", "4", "6", "7", "8", "9"] {
            #expect(keys.filter { $0 == key }.count == 1, "\(key) in \(keys)")
        }
    }

    @Test(arguments: Tongue.allCases)
    func `stands in ASCII where circles and blocks are wide`(tongue: Tongue) throws {
        let scene = scene(tongue: tongue, gate: TextGate(ambiguousIsWide: true))
        try Picture.check("debrief/wide-\(tongue.rawValue)", scene.picture)
    }

    @Test func `tells every lost point with its line and what would have kept it`() {
        let text = allText(scene())
        #expect(text.contains("−3"))
        #expect(text.contains("办完说一句“有事随时找我”"))
        #expect(text.contains("−6"))
        #expect(text.contains("“肯定5L，绝对不会错”"))
        #expect(text.contains("碰了红线"))
        #expect(text.contains("空话 1 句"))
        #expect(text.contains("没说时间"))
    }

    @Test func `quotes the turning point of each conversation`() {
        let text = allText(scene())
        #expect(text.contains("说错了事实"))
        #expect(text.contains("先安抚再办事"))
    }

    @Test func `opens a figure into what it counted and left out`() throws {
        let scene = scene()
        scene.press("2", "Down", "Down", "Enter")
        #expect(scene.picture.contains("道谢，不用回"))
        try Picture.check("debrief/figure-80x24-zh", scene.picture)
    }

    @Test func `opens the transcript at the line a point was lost on, and comes back`() throws {
        let scene = scene()
        scene.press("3", "Down", "Enter")
        try Picture.check("debrief/moment-80x24-zh", scene.picture)
        let line = try #require(
            scene.picture.split(separator: "\n").first { $0.contains("▌") })
        #expect(line.contains("我马上帮您查"))
        #expect(scene.picture.contains("查了订单"))
        scene.press("Esc")
        #expect(scene.picture.contains("转折"))
    }

    @Test func `folds a conversation up and out again`() {
        let scene = scene(rows: 60)
        scene.press("3")
        #expect(scene.picture.contains("转折"))
        scene.press("Enter", "Down", "Enter")
        #expect(!scene.picture.contains("转折"))
        scene.press("Right")
        #expect(scene.picture.contains("转折"))
    }

    @Test func `starts what is to be practised next by one key`() {
        let scene = scene()
        scene.press("5")
        #expect(scene.host.begun == [ShiftChoice(pack: "open-shop", scenarios: ["P07"])])
        #expect(scene.desk.page == nil)
    }

    @Test func `starts it by Enter on the last line too`() {
        let scene = scene()
        scene.press("End", "Enter")
        #expect(scene.host.begun.count == 1)
    }

    @Test(arguments: [("6", ReportForm.html), ("7", .csv), ("8", .json)])
    func `writes the report by one key and says where`(key: String, form: ReportForm) {
        let scene = scene()
        scene.press(key)
        #expect(scene.host.exported == [form])
        #expect(scene.picture.contains("report.\(form.rawValue)"))
    }

    @Test func `says why a report cannot be written`() {
        let scene = scene()
        scene.host.trouble = StorageTrouble(Bilingual(zh: "磁盘满了", en: "The disk is full"))
        scene.press("6")
        #expect(scene.picture.contains("磁盘满了"))
    }

    @Test func `reaches every line by the arrow keys alone`() {
        let scene = scene()
        var seen: Set<String> = []
        for _ in 0..<200 {
            for row in scene.picture.split(separator: "\n") { seen.insert(String(row)) }
            scene.press("Down")
        }
        let wanted = allText(self.scene()).split(separator: "\n").filter { $0.contains("能保住") }
        #expect(!wanted.isEmpty)
        for line in wanted {
            let text = line.replacing("▌", with: " ")
            #expect(seen.contains { $0.replacing("▌", with: " ") == text }, "\(text)")
        }
        #expect(seen.contains { $0.contains("把“肯定、绝对”换成事实") })
    }

    @Test func `opens by itself when the shift ends`() {
        let scene = StartScene()
        scene.press("2")
        scene.desk.submit(.endShift)
        #expect(scene.page.hasPrefix("复盘"))
    }

    @Test func `answers the language key with the other language, where one was`() {
        let scene = scene()
        scene.press("3", "Alt-L")
        #expect(scene.picture.contains("Turning point"))
    }

    @Test func `goes back to the start page`() {
        let scene = scene()
        scene.press("0")
        #expect(scene.page == "开始")
    }

    @Test func `shows hostile names and lines harmless`() {
        let scene = StartScene()
        var debrief = DebriefSample.debrief(.chinese)
        let hostile = "\u{1B}[31m李\u{202E}倩\u{200B}\n坏"
        debrief.report.conversations[0].customerName = hostile
        debrief.report.conversations[0].marks[0].evidence.quotes[0].text = hostile
        debrief.report.conversations[0].mood.turningPoint?.quote?.text = hostile
        scene.desk.show(DebriefPage(host: scene.host, debrief))
        let text = allText(scene)
        #expect(text.contains("李"))
        for scalar in ["\u{1B}", "\u{202E}", "\u{200B}"] { #expect(!text.contains(scalar)) }
    }

    @Test func `folds many conversations to a line each`() {
        let scene = StartScene()
        var debrief = DebriefSample.debrief(.chinese)
        let first = debrief.report.conversations[0]
        debrief.report.conversations = (1...300).map { number in
            var grade = first
            grade.conversation = ConversationID("c\(number)")
            return grade
        }
        scene.desk.show(DebriefPage(host: scene.host, debrief))
        scene.press("3")
        #expect(scene.picture.split(separator: "\n").filter { $0.contains("▸ 李倩") }.count > 15)
        scene.press("End")
        #expect(scene.picture.contains("再练"))
    }
}
