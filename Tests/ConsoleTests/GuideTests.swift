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
        scene.desk.coach = Guide(host: ShelfHost(.fresh))
        scene.desk.repliesFor = { _, _ in
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

    @Test(arguments: [(80, 24), (120, 36)], Tongue.allCases)
    func `looks as drawn at its first step`(
        size: (columns: Int, rows: Int), tongue: Tongue
    ) throws {
        let scene = try scene(columns: size.columns, rows: size.rows, tongue: tongue)
        try Picture.check(
            "guide/first-\(size.columns)x\(size.rows)-\(tongue.rawValue)", scene.picture)
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
        #expect(scene.desk.coach?.isOver == true)
        #expect(!scene.desk.draw().text(row: 1).hasSuffix("…"))
    }

    @Test func `goes on only when the deed is really done`() throws {
        let scene = try scene()
        #expect(scene.desk.coach?.step == .greet)
        scene.type("您好")
        #expect(scene.desk.coach?.step == .greet)
        scene.press("Enter")
        #expect(scene.desk.coach?.step == .snippet)
        #expect(scene.picture.contains("等她说完"))
        try scene.says("wang", "五个人", after: 5)
        #expect(scene.picture.contains("打 / 选一条短语"))
        scene.type("五个人选5L")
        scene.press("Enter")
        #expect(scene.desk.coach?.step == .snippet, "a reply typed by hand is no snippet")
        scene.type("/")
        scene.press("Enter", "Enter")
        #expect(scene.desk.coach?.step == .order)
    }

    @Test func `is walked to its end by the eight keys alone`() throws {
        let scene = try scene()
        greet(scene)
        try scene.says("wang", "五个人", after: 5)
        scene.type("/")
        scene.press("Enter", "Enter")
        scene.press("F2", "Esc")
        #expect(scene.desk.coach?.step == .promise)
        scene.desk.submit(
            .promise(
                conversation: "c1", text: "今天发货", deed: .report(ticket: nil),
                due: scene.shift.now + .hours(3), message: nil))
        scene.press("Alt-T")
        scene.type("五口之家")
        scene.press("Enter", "Enter")
        #expect(scene.desk.coach?.step == .note)
        scene.press("Alt-P")
        scene.type("买5L")
        scene.press("Enter")
        #expect(scene.desk.coach?.step == .palette)
        scene.press("Alt-P", "Ctrl-K", "Esc")
        #expect(scene.desk.coach?.step == .close)
        scene.desk.submit(.close(conversation: "c1"))
        #expect(scene.desk.coach?.isOver == true)
        #expect(scene.picture.contains("8 个键都用过"))
        scene.press("Enter")
        #expect(scene.shift.isOver)
        #expect(scene.desk.page?.title.zh == "复盘")
        #expect(scene.desk.coach == nil)
    }

    @Test func `ticks a deed that comes before its turn`() throws {
        let scene = try scene()
        scene.press("Ctrl-K", "Esc")
        #expect(scene.desk.coach?.done == [.palette])
        #expect(scene.desk.coach?.step == .greet)
    }

    @Test func `leaves a step out after Esc twice, and not after once`() throws {
        let scene = try scene()
        scene.press("Esc")
        scene.type("a")
        scene.press("Esc")
        #expect(scene.desk.coach?.step == .greet)
        scene.press("Esc")
        #expect(scene.desk.coach?.skipped == [.greet])
    }

    @Test func `does not count the Esc that closes a sheet`() throws {
        let scene = try scene()
        scene.press("Ctrl-K", "Esc", "Esc")
        #expect(scene.desk.coach?.skipped.isEmpty == true)
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
        #expect(scene.desk.coach?.isOver == true)
        scene.press("Esc")
        #expect(scene.desk.page?.title.zh == "开始")
    }
}
