import Engine
import Shifts
import Support
import Terminal
import Testing

@testable import Console

@Suite struct `The guide` {
    /// A desk with the guide beside it and one customer who has asked something.
    private func scene(
        columns: Int = 80, rows: Int = 24, tongue: Tongue = .chinese
    ) throws -> DeskScene {
        let scene = DeskScene(columns: columns, rows: rows, tongue: tongue)
        scene.desk.guide = Guide(host: ShelfHost(.fresh))
        scene.desk.repliesFor = { _, _, _ in
            [ReplyChoice(code: "wu", title: "五口人", text: "五口人选5L的")]
        }
        try scene.comes(
            "wang", saying: tongue == .chinese ? "电饭煲几个人用？" : "How many does it serve?",
            order: DeskShop.unpaid, stage: .preSale)
        return scene
    }

    private func greet(_ scene: DeskScene) {
        scene.type("您好，几个人吃饭？")
        scene.press("Enter")
    }

    /// Every line the guide says, one after the other.
    @Test(arguments: [80, 120], Tongue.allCases)
    func `speaks as drawn`(columns: Int, tongue: Tongue) throws {
        let scene = try scene(columns: columns, rows: columns == 80 ? 24 : 36, tongue: tongue)
        var lines: [String] = []
        for _ in 0...Guide.Step.allCases.count {
            lines.append(scene.desk.draw().text(row: 1))
            scene.press("Esc", "Esc")
        }
        try Picture.check(
            "guide/lines-\(columns)-\(tongue.rawValue)", lines.joined(separator: "\n"))
    }

    @Test func `waits for the customer's first words`() throws {
        let scene = DeskScene()
        scene.desk.guide = Guide(host: ShelfHost(.fresh))
        #expect(scene.picture.contains("等她说完"))
        try scene.comes("wang", saying: "在吗", stage: .preSale)
        #expect(scene.picture.contains("1/8 打「您好"))
    }

    @Test(arguments: Tongue.allCases)
    func `says each step in one line of eighty columns`(tongue: Tongue) throws {
        let scene = try scene(tongue: tongue)
        for _ in Guide.Step.allCases {
            let strip = scene.desk.draw().text(row: 1)
            #expect(!strip.contains("…  "), "\(strip)")
            #expect(!strip.hasSuffix("…"), "\(strip)")
            scene.press("Esc", "Esc")
        }
        #expect(scene.desk.guide?.isOver == true)
        #expect(!scene.desk.draw().text(row: 1).hasSuffix("…"))
    }

    @Test func `goes on only when the deed is really done`() throws {
        let scene = try scene()
        #expect(scene.desk.guide?.step == .greet)
        scene.type("您好")
        #expect(scene.desk.guide?.step == .greet)
        scene.press("Enter")
        #expect(scene.desk.guide?.step == .snippet)
        #expect(scene.picture.contains("等她说完"))
        try scene.says("wang", "五个人", after: 5)
        #expect(scene.picture.contains("打 /wd"))
        scene.type("五个人选5L")
        scene.press("Enter")
        #expect(scene.desk.guide?.step == .snippet, "a reply typed by hand is no snippet")
        scene.type("/")
        scene.press("Enter", "Enter")
        #expect(scene.desk.guide?.step == .order)
    }

    @Test func `is walked to its end by the eight keys alone`() throws {
        let scene = try scene()
        greet(scene)
        try scene.says("wang", "五个人", after: 5)
        scene.type("/")
        scene.press("Enter", "Enter")
        scene.press("F2", "Esc")
        #expect(scene.desk.guide?.step == .promise)
        scene.desk.submit(
            .promise(
                conversation: "c1", text: "今天发货", deed: .report(ticket: nil),
                due: scene.shift.now + .hours(3), message: nil))
        scene.press("Alt-T")
        scene.type("五口之家")
        scene.press("Enter", "Enter")
        #expect(scene.desk.guide?.step == .note)
        scene.press("Alt-P")
        scene.type("买5L")
        scene.press("Enter")
        #expect(scene.desk.guide?.step == .palette)
        scene.press("Alt-P", "Ctrl-K", "Esc")
        #expect(scene.desk.guide?.step == .close)
        scene.desk.submit(.close(conversation: "c1"))
        #expect(scene.desk.guide?.isOver == true)
        #expect(scene.picture.contains("用过 8 个键"))
        scene.press("Enter")
        #expect(scene.shift.isOver)
        #expect(scene.desk.page?.title.zh == "复盘")
        #expect(scene.desk.guide == nil)
    }

    @Test func `says what was just done beside its tick`() throws {
        let scene = try scene(columns: 120, rows: 36)
        greet(scene)
        #expect(scene.desk.draw().text(row: 1).contains("✓ 打招呼 · 2/8"))
    }

    @Test func `says what to ask when the customer does not go on`() throws {
        let scene = try scene()
        greet(scene)
        #expect(scene.picture.contains("等她说完"))
        try scene.wait(seconds: 20)
        #expect(scene.picture.contains("再问一句「家里几个人吃饭？」，按 Enter"))
        try scene.says("wang", "五个人", after: 5)
        #expect(scene.picture.contains("打 /wd"))
    }

    @Test func `is put back where a shift was cut off`() throws {
        let scene = try scene()
        greet(scene)
        try scene.says("wang", "五个人", after: 5)
        let host = ShelfHost(.fresh)
        #expect(Guide(host: host, after: []).step == .greet)
        #expect(Guide(host: host, after: scene.shift.records).step == .snippet)
        scene.desk.submit(
            .promise(
                conversation: "c1", text: "今天发货", deed: .report(ticket: nil),
                due: scene.shift.now + .hours(3), message: nil))
        let later = Guide(host: host, after: scene.shift.records)
        #expect(later.done == [.greet, .order, .promise])
        #expect(later.ticked == nil)
    }

    @Test func `names one way to the debrief at its end`() throws {
        let scene = try scene()
        greet(scene)
        scene.press("Alt-E")
        #expect(scene.desk.guide?.isOver == true)
        #expect(!scene.picture.contains("Alt-Shift-Q"))
        scene.press("F24")
        #expect(!scene.picture.contains("Alt-Shift-Q"))
        #expect(scene.picture.contains("Enter 看复盘"))
    }

    @Test func `ticks a deed that comes before its turn`() throws {
        let scene = try scene()
        scene.press("Ctrl-K", "Esc")
        #expect(scene.desk.guide?.done == [.palette])
        #expect(scene.desk.guide?.step == .greet)
    }

    @Test func `leaves a step out after Esc twice, and not after once`() throws {
        let scene = try scene()
        scene.press("Esc")
        scene.type("a")
        scene.press("Esc")
        #expect(scene.desk.guide?.step == .greet)
        scene.press("Esc")
        #expect(scene.desk.guide?.skipped == [.greet])
    }

    @Test func `does not count the Esc that closes a sheet`() throws {
        let scene = try scene()
        scene.press("Ctrl-K", "Esc", "Esc")
        #expect(scene.desk.guide?.skipped.isEmpty == true)
    }

    @Test func `lets time stand while the customer waits for an answer`() throws {
        let scene = try scene()
        let before = scene.shift.now
        scene.desk.elapse(milliseconds: 60_000)
        #expect(scene.shift.now == before)
        greet(scene)
        scene.desk.elapse(milliseconds: 1_000)
        #expect(scene.shift.now == before + .seconds(1))
    }

    @Test func `is over when the conversation is closed early`() throws {
        let scene = try scene()
        scene.desk.submit(.close(conversation: "c1"))
        #expect(scene.desk.guide?.isOver == true)
        scene.press("Esc")
        #expect(scene.desk.page?.title.zh == "开始")
    }

    @Test func `hands the customer over when every step was left out`() throws {
        let scene = try scene()
        for _ in Guide.Step.allCases { scene.press("Esc", "Esc") }
        #expect(scene.picture.contains("这位顾客交给您"))
        scene.type("您好")
        scene.press("Enter")
        #expect(scene.desk.guide == nil)
        #expect(!scene.shift.isOver)
        #expect(scene.events.contains { if case .replySent = $0 { true } else { false } })
    }
}
