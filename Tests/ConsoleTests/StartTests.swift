import Engine
import Rig
import Shifts
import Support
import Terminal
import Testing

@testable import Console

@Suite struct `The start page` {
    @Test(
        arguments: [(80, 24), (120, 36), (200, 50), (50, 12)], Tongue.allCases)
    func `looks as drawn`(size: (columns: Int, rows: Int), tongue: Tongue) throws {
        let scene = StartScene(columns: size.columns, rows: size.rows, tongue: tongue)
        try Picture.check(
            "start/start-\(size.columns)x\(size.rows)-\(tongue.rawValue)", scene.picture)
    }

    @Test(arguments: Tongue.allCases)
    func `stands in ASCII where circles and rules are wide`(tongue: Tongue) throws {
        let scene = StartScene(tongue: tongue, gate: TextGate(ambiguousIsWide: true))
        try Picture.check("start/start-wide-\(tongue.rawValue)", scene.picture)
    }

    @Test(arguments: ["3", "5", "6"], Tongue.allCases)
    func `leads to pages that look as drawn`(digit: String, tongue: Tongue) throws {
        for (columns, rows) in [(80, 24), (120, 36), (200, 50)] {
            let scene = StartScene(columns: columns, rows: rows, tongue: tongue)
            scene.press(digit)
            try Picture.check(
                "start/choice-\(digit)-\(columns)x\(rows)-\(tongue.rawValue)", scene.picture)
        }
    }

    @Test func `goes on with the shift that was cut off by Enter alone`() {
        let scene = StartScene()
        scene.press("Enter")
        #expect(scene.host.resumed == ["u1"])
        #expect(scene.desk.page == nil)
        #expect(scene.desk.clock.isPaused)
    }

    @Test func `begins the first shift by Enter alone when nothing was left`() {
        let scene = StartScene(StartMenu(packs: [StartMenu.guidePack, StartMenu.openShop]))
        scene.press("Enter")
        #expect(scene.host.begun == [ShiftChoice(pack: "open-shop")])
    }

    @Test func `takes full-width digits from an input method`() {
        let scene = StartScene()
        scene.type("２")
        #expect(scene.host.begun == [ShiftChoice(pack: "open-shop")])
    }

    @Test func `begins one scenario by its digit`() {
        let scene = StartScene()
        scene.press("3", "3")
        #expect(scene.host.begun == [ShiftChoice(pack: "open-shop", scenarios: ["M06"])])
    }

    @Test func `finds a scenario by its number as one types, digits and all`() {
        let scene = StartScene()
        scene.press("3", "m", "0", "6")
        #expect(scene.host.begun.isEmpty)
        #expect(scene.picture.contains("> m06"))
        scene.press("Enter")
        #expect(scene.host.begun == [ShiftChoice(pack: "open-shop", scenarios: ["M06"])])
    }

    @Test func `brings several marked scenarios together`() {
        let scene = StartScene()
        scene.press("3", "Space", "Down", "Down", "Space", "Enter")
        #expect(scene.host.begun == [ShiftChoice(pack: "open-shop", scenarios: ["P02", "M06"])])
    }

    @Test func `says what is wrong with a file that cannot be read`() throws {
        let scene = StartScene()
        scene.press("5", "4")
        #expect(scene.desk.notice?.text == StartMenu.usual.damaged[0].sentence)
        #expect(scene.picture.contains("20260310-1.shift"))
    }

    @Test func `reaches every shift that was left, the digits with it`() throws {
        var menu = StartMenu.usual
        var older = menu.unfinished[0]
        older.id = "u0"
        older.begunAt = older.begunAt - .hours(30)
        menu.unfinished.append(older)
        let scene = StartScene(menu)
        #expect(scene.picture.contains("2 班，2 班没上完"))
        scene.press("5")
        #expect(scene.picture.ranges(of: "接着上").count == 3)
        // The last line says it once more, for the marked one. The newest first: u1, f2, u0, f1.
        scene.press("3")
        #expect(scene.host.resumed == ["u0"])
    }

    @Test func `F1 tells what this page can do, and none of the desk's keys`() {
        let scene = StartScene()
        scene.press("F1")
        let picture = scene.picture
        #expect(picture.contains("此处能做什么"))
        let lines = picture.split(separator: "\n").map(String.init)
        #expect(lines[2].contains("1–") && lines[2].contains("选"))
        #expect(!picture.contains("下一位顾客") && !picture.contains("内部备注"))
        #expect(picture.contains("到处都能用"))
        scene.press("Esc", "5", "F1")
        #expect(scene.picture.contains("r                 回放"))
    }

    @Test func `opens the debrief of an earlier shift`() {
        let scene = StartScene()
        scene.press("5", "2")
        #expect(scene.page.hasPrefix("复盘"))
        scene.press("Esc")
        #expect(scene.page == "开始")
    }

    @Test func `tells why a shift cannot be begun and stays`() {
        let scene = StartScene()
        scene.host.trouble = StorageTrouble(Bilingual(zh: "磁盘满了", en: "The disk is full"))
        scene.press("2")
        #expect(scene.page == "开始")
        #expect(scene.picture.contains("磁盘满了"))
    }

    @Test func `offers to watch a shift that another desk is serving, and only on yes`() {
        var menu = StartMenu.usual
        menu.unfinished[0].holder = .init(process: 4711)
        let scene = StartScene(menu)
        #expect(scene.picture.contains("4711"))
        scene.press("Enter", "Enter")
        #expect(scene.host.watched.isEmpty)
        scene.press("1", "1")
        #expect(scene.host.watched == ["u1"])
        #expect(scene.host.resumed.isEmpty)
    }

    @Test func `returns to the shift on the desk`() {
        let scene = StartScene()
        scene.press("2")
        #expect(scene.desk.page == nil)
        scene.desk.showStart()
        #expect(scene.picture.contains("回到这一班"))
        scene.press("1")
        #expect(scene.desk.page == nil)
        #expect(scene.host.begun.count == 1)
    }

    @Test func `quits by zero`() {
        let scene = StartScene()
        scene.press("0")
        #expect(scene.host.hasQuit)
    }

    @Test func `is chosen from by a click`() {
        let scene = StartScene()
        let row =
            scene.picture.split(separator: "\n", omittingEmptySubsequences: false)
            .firstIndex { $0.contains("选场景练") } ?? 0
        scene.desk.handle([.mouse(Mouse(.press(.left), at: Point(x: 10, y: row)))])
        #expect(scene.page == "选场景")
    }

    @Test func `never draws outside a window of any size`() {
        for columns in [1, 7, 20, 40, 61] {
            for rows in [1, 2, 4, 9, 15] {
                let scene = StartScene(columns: columns, rows: rows)
                _ = scene.picture
                scene.press("3")
                _ = scene.picture
                scene.press("Esc", "5", "1", "PageDown", "Enter")
                _ = scene.picture
            }
        }
    }
}

@Suite struct `The first start` {
    @Test(arguments: [(80, 24), (120, 36)], Tongue.allCases)
    func `asks for the language and offers the guide, as drawn`(
        size: (columns: Int, rows: Int), tongue: Tongue
    ) throws {
        let scene = StartScene(.fresh, columns: size.columns, rows: size.rows)
        let name = "\(size.columns)x\(size.rows)-\(tongue.rawValue)"
        try Picture.check("start/language-\(size.columns)x\(size.rows)", scene.picture)
        scene.press(tongue == .chinese ? "1" : "2")
        try Picture.check("start/welcome-\(name)", scene.picture)
    }

    @Test func `stores the language at once`() {
        let scene = StartScene(.fresh)
        scene.press("2")
        #expect(scene.host.settings?.tongue == .english)
        #expect(!scene.host.isFirstStartDone)
    }

    @Test func `goes on with the guide in its shift, and says how time goes on`() {
        var menu = StartMenu.usual
        menu.packs[0].name = "open-shop"
        let guided = StartScene(menu)
        guided.press("1")
        #expect(guided.desk.guide != nil)
        #expect(guided.picture.contains("按 F9 继续"))
        let plain = StartScene()
        plain.press("1")
        #expect(plain.desk.guide == nil)
        #expect(plain.picture.contains("按 F9 继续"))
        plain.press("F24")
        #expect(plain.desk.draw().text(row: 0).contains("F9"))
    }

    @Test func `leads to the guided customer, once`() {
        let scene = StartScene(.fresh)
        scene.press("1", "1")
        #expect(scene.host.begun == [ShiftChoice(pack: "first-steps")])
        #expect(scene.desk.guide != nil)
        #expect(scene.host.isFirstStartDone)
    }

    @Test func `leads to the start page when the guide is not wanted`() {
        let scene = StartScene(.fresh)
        scene.press("1", "Esc")
        #expect(scene.page == "开始")
        #expect(scene.picture.contains("上第一班"))
        #expect(scene.host.isFirstStartDone)
    }
}

@Suite struct `Settings` {
    @Test func `change with arrows and are stored at once`() {
        let scene = StartScene()
        scene.press("6", "Right")
        #expect(scene.host.settings?.tongue == .english)
        scene.press("Down", "Down", "Down", "Enter")
        #expect(scene.host.settings?.enterBreaksLine == true)
        scene.press("Down", "Right", "Right")
        #expect(scene.host.settings?.sendCountdown == .seconds(5))
        scene.press("Left", "Left", "Left")
        #expect(scene.host.settings?.sendCountdown == .seconds(10))
        scene.press("Down", "Enter")
        #expect(scene.host.settings?.ringsForNewCustomers == true)
        scene.press("Down", "Enter")
        #expect(scene.host.settings?.coaches == false)
    }

    @Test func `hand over the path of the keys file`() {
        let scene = StartScene()
        scene.press("6", "8")
        #expect(scene.host.copied == ["~/.config/xiaoer/keys.yaml"])
    }

    @Test func `choose a preset, which is written into the keys file and holds at once`() throws {
        let home = try TemporaryFolder()
        let scene = StartScene()
        scene.desk.keymaps = KeymapShelf(
            folders: [Repository.path("Keymaps")],
            file: try home.write("# mine\nsend: F9\n", to: "keys.yaml"))
        scene.press("6", "Down", "Down", "Left")
        #expect(scene.desk.keymap.isModal)
        #expect(scene.picture.contains("vim（命令和写字分开）"))
        #expect(try home.text(of: "keys.yaml") == "preset: vim\n# mine\nsend: F9\n")
        scene.press("Right")
        #expect(!scene.desk.keymap.isModal)
        #expect(try home.text(of: "keys.yaml") == "preset: default\n# mine\nsend: F9\n")
    }
}

@Suite struct `A watched shift` {
    private func watching() -> StartScene {
        var menu = StartMenu.usual
        menu.unfinished[0].holder = .init(process: 4711)
        let scene = StartScene(menu)
        scene.press("1", "1")
        return scene
    }

    @Test func `says so in a banner and takes no deed`() throws {
        let scene = watching()
        #expect(scene.picture.contains("旁观"))
        scene.type("你好")
        scene.press("Enter", "Alt-P", "Alt-E")
        #expect(scene.host.drafts.isEmpty)
        #expect(scene.desk.shift?.records.isEmpty == true)
    }

    @Test func `follows what the other desk stores`() throws {
        let scene = watching()
        let other = DeskScene()
        let store = try other.entriesOfTalk()
        scene.host.arriving = store
        #expect(scene.desk.nextWake != nil)
        scene.desk.elapse(milliseconds: 500)
        #expect(scene.picture.contains("两天了还不发"))
        #expect(scene.desk.shift?.entryCount == store.count)
    }
}

extension DeskScene {
    /// What a journal would hold of a customer who comes and asks.
    func entriesOfTalk() throws -> [Entry] {
        let store = MemoryStore()
        let scene = DeskScene(store: store)
        try scene.comes("liqian", saying: "两天了还不发！", order: DeskShop.rice)
        return store.entries
    }
}
