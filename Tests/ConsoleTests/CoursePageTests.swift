import Course
import Engine
import Shifts
import Support
import Terminal
import Testing

@testable import Console

@Suite struct `The course at the desk` {
    static let sizes = [(80, 24), (120, 36)]

    @Test func `a look at an address is under the name of whoever sat there`() throws {
        let premises = try DemoScene.premises("first-shift")
        let card = premises.card(id: "look", tongue: .chinese)
        let shift = premises.open(card)
        var seen: (ConversationID, OrderID)?
        while seen == nil, try shift.advanceToNext() != nil {
            for talk in shift.shop.conversations.values {
                if let order = talk.order { seen = (talk.id, order) }
            }
        }
        let (talk, order) = try #require(seen)
        try shift.submit(.look(conversation: talk, at: .address(order)))
        let report = premises.report(on: shift.records, of: card)
        func looks(_ trainee: String?) -> [String] {
            ServedShift(report, records: shift.records, shop: shift.shop, trainee: trainee)
                .looks.map(\.by)
        }
        #expect(looks("王芳") == ["王芳"])
        #expect(looks(nil) == [shift.shop.agent.rawValue])
    }

    private func check(
        _ name: String, _ size: (columns: Int, rows: Int), _ tongue: Tongue,
        served: [AdminFacts.Served] = [], _ drive: (CourseScene) -> Void = { _ in }
    ) throws {
        let scene = try CourseScene(
            columns: size.columns, rows: size.rows, tongue: tongue, served: served)
        drive(scene)
        try Picture.check(
            "course/\(name)-\(size.columns)x\(size.rows)-\(tongue.rawValue)", scene.picture)
    }

    @Test(arguments: sizes, Tongue.allCases)
    func `begins as drawn`(size: (columns: Int, rows: Int), tongue: Tongue) throws {
        try check("fresh", size, tongue)
        try check("start", size, tongue, served: AdminFacts.Served.three) {
            $0.host.read = ["polite-not-solved"]
            $0.press("Esc", "3")
        }
    }

    @Test(arguments: sizes, Tongue.allCases)
    func `shows a chapter as drawn`(size: (columns: Int, rows: Int), tongue: Tongue) throws {
        try check("chapter", size, tongue) { $0.press("4") }
        try check("chapter-end", size, tongue) { $0.press("4", "End") }
    }

    @Test(arguments: sizes, Tongue.allCases)
    func `shows a lesson as drawn`(size: (columns: Int, rows: Int), tongue: Tongue) throws {
        try check("lesson", size, tongue) { $0.press("4", "2") }
    }

    @Test(arguments: sizes, Tongue.allCases)
    func `shows a worksheet as drawn`(size: (columns: Int, rows: Int), tongue: Tongue) throws {
        try check("sheets", size, tongue) { $0.press("8") }
        try check("sheet", size, tongue) {
            $0.press("8", "7")
            $0.type(tongue == .chinese ? "小夏" : "Xia")
            $0.press("Tab", "2", "Tab", "2", "Tab")
            $0.type("86")
        }
    }

    @Test(arguments: sizes, Tongue.allCases)
    func `follows a payment as drawn`(size: (columns: Int, rows: Int), tongue: Tongue) throws {
        try check("payment", size, tongue) { $0.press("9") }
        try check("payment-return", size, tongue) {
            // Orders, pays, ships, delivers, asks to return it.
            $0.press("9", "1", "1", "1", "1", "3")
        }
    }

    @Test(arguments: sizes, Tongue.allCases)
    func `plays the first lesson both ways as drawn`(
        size: (columns: Int, rows: Int), tongue: Tongue
    ) throws {
        try check("polite", size, tongue) { $0.press("Enter", "Enter", "End") }
        try check("solved", size, tongue) { $0.press("Enter", "Enter", "Tab", "End") }
    }

    @Test(arguments: 1...5, Tongue.allCases)
    func `administers as drawn`(function: Int, tongue: Tongue) throws {
        for size in Self.sizes {
            try check("admin-\(function)", size, tongue, served: AdminFacts.Served.three) {
                $0.press("Up", "Enter", "\(function)")
            }
        }
    }

    @Test(arguments: Tongue.allCases)
    func `stands in ASCII where blocks and stars are wide`(tongue: Tongue) throws {
        let scene = try CourseScene(
            tongue: tongue, gate: TextGate(ambiguousIsWide: true),
            served: AdminFacts.Served.three)
        try Picture.check("course/wide-start-\(tongue.rawValue)", scene.picture)
        scene.press("Up", "Enter", "4")
        try Picture.check("course/wide-admin-\(tongue.rawValue)", scene.picture)
    }

    // MARK: What it does

    @Test func `is not offered where there is none`() {
        let scene = StartScene()
        #expect(!scene.picture.contains(CourseWords.course.zh))
    }

    @Test func `says what is wrong with a course that cannot be read and stays`() throws {
        let scene = try CourseScene()
        scene.press("Esc")
        scene.host.trouble = StorageTrouble(Bilingual(zh: "第3章第9行", en: "chapter 3, line 9"))
        scene.press("3")
        #expect(scene.picture.contains("第3章第9行"))
        #expect(scene.start.page == "开始")
    }

    @Test func `marks a lesson as read when its end has been seen`() throws {
        let scene = try CourseScene(rows: 16)
        scene.press("4", "3", "Down")
        #expect(scene.host.read.isEmpty)
        scene.press("End")
        #expect(scene.host.read == ["every-cent"])
    }

    @Test func `turns from lesson to lesson and back to its chapter`() throws {
        let scene = try CourseScene()
        scene.press("4", "1", "Right")
        #expect(scene.start.page == "缺货就写缺货")
        scene.press("Left")
        #expect(scene.start.page == "先看，再说；先核，再改")
        scene.press("Esc")
        #expect(scene.start.page == "第4章 售中服务")
        scene.press("Esc")
        #expect(scene.start.page == "课程")
        scene.press("Esc")
        #expect(scene.start.page == "开始")
    }

    @Test func `begins what a lesson asks to try`() throws {
        let scene = try CourseScene()
        scene.press("4", "2", "Enter")
        #expect(
            scene.start.host.begun == [ShiftChoice(pack: "chapter-4", scenarios: ["M06"])])
    }

    @Test func `begins a drill and a scenario from their chapter`() throws {
        let scene = try CourseScene()
        scene.press("4", "4")
        #expect(
            scene.start.host.begun == [ShiftChoice(pack: "chapter-4", scenarios: ["M06", "M07"])])
        scene.desk.showStart()
        scene.press("4", "4", "6")
        #expect(
            scene.start.host.begun.last == ShiftChoice(pack: "chapter-4", scenarios: ["M01"]))
    }

    @Test func `keeps a worksheet with every key`() throws {
        let scene = try CourseScene()
        scene.press("8", "2")
        scene.type("面对面")
        #expect(scene.host.sheets["shop-and-online"]?["way.shop"] == "面对面")
        #expect(scene.host.kept == 3)
        #expect(scene.host.settled == 0)
        scene.press("Esc")
        #expect(scene.host.settled == 1)
        #expect(scene.start.page == "练习纸")
        scene.press("2")
        #expect(scene.picture.contains("面对面"))
    }

    @Test func `writes a worksheet in both forms`() throws {
        let scene = try CourseScene()
        scene.press("8", "2")
        scene.type("面对面")
        scene.press("Alt-E", "Alt-C")
        #expect(scene.host.exported.count == 2)
        #expect(scene.host.exported.first?.contains("| 工作方式 | 面对面 |") == true)
        #expect(scene.picture.contains("shop-and-online.csv"))
    }

    @Test func `says that weights do not come to a hundred, and does not let go`() throws {
        let scene = try CourseScene(columns: 120, rows: 36)
        scene.press("8", "3", "Tab", "Tab", "Tab", "Tab", "Tab")
        for weight in ["70", "20", "20"] {
            scene.press("Tab")
            scene.type(weight)
            scene.press("Tab")
        }
        #expect(scene.picture.contains("110/100"))
        // Wrong or not, it is kept as it was written, and corrected where it stands.
        #expect(scene.host.sheets["job-description"]?["duty3.weight"] == "20")
        scene.press("Shift-Tab", "Ctrl-U")
        scene.type("10")
        #expect(scene.picture.contains("100/100") && !scene.picture.contains("110/100"))
    }

    @Test func `tells why a worksheet cannot be kept and goes on`() throws {
        let scene = try CourseScene()
        scene.press("8", "2")
        scene.host.trouble = StorageTrouble(Bilingual(zh: "磁盘满了", en: "The disk is full"))
        scene.type("面")
        #expect(scene.picture.contains("磁盘满了"))
        scene.host.trouble = nil
        scene.type("对")
        #expect(scene.host.sheets["shop-and-online"]?["way.shop"] == "面对")
    }

    @Test func `takes a payment back step by step and from the start`() throws {
        let scene = try CourseScene()
        scene.press("9", "1", "1")
        #expect(scene.picture.contains("269.00"))
        scene.press("Left")
        #expect(scene.picture.contains("要付 269.00"))
        scene.press("1", "1", "0")
        #expect(scene.picture.contains("还没下单"))
    }

    @Test func `goes from the polite way to the other by Tab, each at its own line`() throws {
        let scene = try CourseScene()
        scene.press("Enter", "Enter", "Enter", "Enter")
        #expect(scene.picture.contains(" 3/"))
        scene.press("Tab")
        #expect(scene.picture.contains(" 1/"))
        scene.press("Tab", "Up")
        #expect(scene.picture.contains(" 2/"))
    }
}
