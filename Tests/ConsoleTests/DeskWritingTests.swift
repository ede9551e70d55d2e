import Engine
import Shifts
import Terminal
import Testing

@testable import Console

/// A page that any key leaves for the desk.
private struct Door: Page {
    var title: Bilingual { Bilingual(zh: "门", en: "Door") }
    func draw(_ desk: Desk, into canvas: inout Canvas) {}
    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        desk.leavePage()
        return true
    }
}

@Suite struct `Writing to a customer` {
    @Test func `each conversation keeps its own draft, on disk after every drain`() throws {
        let scene = try DeskScene.busy()
        scene.type("给李倩的话")
        scene.press("Alt-J")
        scene.type("给王小明的话")
        #expect(scene.host.drafts[DraftSlot("c1")]?.text == "给李倩的话")
        #expect(scene.host.drafts[DraftSlot("c2")]?.text == "给王小明的话")
        scene.press("Alt-K")
        #expect(scene.desk.composer.text == "给李倩的话")
        #expect(scene.picture.contains("→ 李倩 ─"))
    }

    @Test func `a shift gone on with has its drafts again`() throws {
        let scene = try DeskScene.busy()
        scene.type("写到一半")
        scene.desk.open(scene.shift)
        #expect(scene.desk.selected == "c1")
        #expect(scene.desk.composer.text == "写到一半")
        #expect(scene.desk.composer.caret == 4)
    }

    @Test func `Enter after the digit that led to the desk sends no draft`() throws {
        let scene = try DeskScene.busy()
        scene.type("我帮您查")
        scene.desk.show(Door())
        scene.press("1", "Enter")
        #expect(scene.desk.page == nil)
        #expect(scene.desk.composer.text == "我帮您查")
        #expect(scene.picture.contains("再按一次才发"))
        scene.press("Enter")
        #expect(scene.desk.composer.isEmpty)
    }

    @Test func `Enter sends at once where Enter left the page, or a key lies between`() throws {
        let scene = try DeskScene.busy()
        for way in [["Enter"], ["1", "!"]] {
            scene.type("我帮您查")
            scene.desk.show(Door())
            for key in way { scene.press(key) }
            scene.press("Enter")
            #expect(scene.desk.composer.isEmpty)
        }
    }

    @Test func `Enter after the digit breaks the line where Enter does so`() throws {
        let scene = try DeskScene.busy()
        scene.desk.settings.enterBreaksLine = true
        scene.type("我帮您查")
        scene.desk.show(Door())
        scene.press("1", "Enter")
        #expect(scene.desk.composer.text == "我帮您查\n")
    }

    @Test func `what is sent goes to the name above it and leaves no draft`() throws {
        let scene = try DeskScene.busy()
        scene.press("Alt-J")
        scene.type("3L 合适")
        scene.press("Enter")
        #expect(scene.desk.talk?.customer == "wang")
        #expect(scene.desk.talk?.messages.last?.body == .text("3L 合适"))
        #expect(scene.host.drafts[DraftSlot("c2")] == Draft())
    }

    @Test func `a private note and a reply never become each other`() throws {
        let scene = try DeskScene.busy()
        scene.type("回复")
        scene.press("Alt-P")
        #expect(scene.desk.composer.isEmpty)
        scene.type("备注")
        scene.press("Alt-P")
        #expect(scene.desk.composer.text == "回复")
        scene.press("Alt-P", "Enter")
        #expect(scene.desk.talk?.messages.last?.body == .note("备注"))
        #expect(scene.desk.composer.text == "回复")
    }

    @Test func `another customer's order number asks before it goes, and Enter says no`() throws {
        let scene = try DeskScene.busy()
        let before = scene.events.count
        scene.type("订单 \(DeskShop.pot.rawValue) 已发")
        scene.press("Enter")
        #expect(scene.picture.contains("是赵阿姨的"))
        scene.press("Enter")
        #expect(scene.events.count == before)
        #expect(scene.desk.composer.text.contains(DeskShop.pot.rawValue))
        scene.press("Enter", "1")
        #expect(scene.desk.composer.isEmpty)
    }

    @Test func `the customer's own order number goes without a question`() throws {
        let scene = try DeskScene.busy()
        scene.type("订单 \(DeskShop.rice.rawValue) 在催")
        scene.press("Enter")
        #expect(scene.desk.overlays.isEmpty)
        #expect(scene.desk.composer.isEmpty)
    }

    @Test(arguments: ["您的单号是{{order.tracking}}", "运单{{ 快递单号 }}，请查收"])
    func `a variable that nobody filled stops before sending`(text: String) throws {
        let scene = try DeskScene.busy()
        scene.type(text)
        scene.press("Enter")
        #expect(scene.desk.composer.text == text)
        #expect(scene.desk.notice?.kind == .refused)
    }

    @Test func `what the trade refuses stays written`() throws {
        let scene = try DeskScene.busy()
        let long = String(repeating: "长", count: 501)
        scene.desk.handle([.paste(long)])
        scene.press("Enter")
        #expect(scene.desk.composer.text == long)
        #expect(scene.desk.notice?.text.zh == "太长了：501，最多 500")
    }

    @Test func `a countdown holds the reply back until it runs out`() throws {
        let scene = try DeskScene.busy()
        scene.desk.settings.sendCountdown = .seconds(3)
        scene.type("稍等")
        scene.press("Enter")
        #expect(scene.desk.composer.isEmpty)
        #expect(scene.picture.contains("→ 李倩：3 秒后发出"))
        scene.desk.elapse(milliseconds: 2999)
        #expect(scene.desk.outgoing != nil)
        scene.desk.elapse(milliseconds: 1)
        #expect(scene.desk.outgoing == nil)
        #expect(scene.desk.talk?.messages.last?.body == .text("稍等"))
    }

    @Test func `a countdown goes to its own customer though another is selected`() throws {
        let scene = try DeskScene.busy()
        scene.desk.settings.sendCountdown = .seconds(3)
        scene.type("稍等")
        scene.press("Enter", "Alt-J")
        scene.desk.elapse(milliseconds: 3000)
        let talk = try #require(scene.shift.shop.conversations["c1"])
        #expect(talk.messages.last?.body == .text("稍等"))
    }

    @Test func `a code typed after a slash narrows the replies and Enter inserts`() throws {
        let scene = try DeskScene.busy()
        scene.offerReplies()
        scene.type("亲，/d2")
        scene.press("Enter")
        #expect(scene.desk.composer.text == "亲，短语2的话")
        #expect(scene.events.last.map { "\($0)".contains("replySent") } == false)
    }

    @Test func `inserting a reply keeps what is written`() throws {
        let scene = try DeskScene.busy()
        scene.offerReplies()
        scene.type("李姐，")
        scene.press("F4")
        scene.type("d3")
        scene.press("Enter")
        #expect(scene.desk.composer.text == "李姐，短语3的话")
        #expect(scene.desk.focus == .composer)
    }

    @Test func `Ctrl-K cuts behind the caret and is the palette where nothing stands there`() throws
    {
        let scene = try DeskScene.busy()
        scene.type("前后")
        scene.press("Left", "Ctrl-K")
        #expect(scene.desk.composer.text == "前")
        #expect(scene.desk.overlays.isEmpty)
        scene.press("Ctrl-K")
        #expect(scene.desk.overlays.count == 1)
    }

    @Test func `the cursor stands on the caret whatever is drawn elsewhere`() throws {
        let scene = try DeskScene.busy()
        scene.type("亲")
        let before = scene.desk.draw().caret
        try scene.says("liqian", "还在吗", after: 3)
        try scene.comes("wang", saying: "另一件事", after: 1)
        #expect(scene.desk.draw().caret == before)
        #expect(before == Point(x: 22, y: 21))
    }

    @Test func `a letter no list wants goes to the customer`() throws {
        let scene = try DeskScene.busy()
        scene.press("F5")
        scene.type("好")
        #expect(scene.desk.focus == .composer)
        #expect(scene.desk.composer.text == "好")
    }

    @Test func `a draft that cannot be kept is said for as long as it lasts`() throws {
        let scene = try DeskScene.busy()
        scene.host.trouble = StorageTrouble(Bilingual(zh: "磁盘满了", en: "The disk is full"))
        scene.type("字")
        #expect(scene.picture.contains("! 磁盘满了"))
        scene.host.trouble = nil
        scene.type("字")
        #expect(!scene.picture.contains("磁盘满了"))
        #expect(scene.host.drafts[DraftSlot("c1")]?.text == "字字")
    }

    @Test func `nothing is accepted while it cannot be stored, and the screen says so`() throws {
        let store = FailingStore()
        let scene = DeskScene(store: store)
        try scene.comes("liqian", saying: "在吗")
        store.fails = true
        scene.type("在的")
        scene.press("Enter")
        #expect(scene.desk.composer.text == "在的")
        #expect(scene.desk.talk?.messages.count == 1)
        #expect(scene.picture.contains("! 写不进去"))
        store.fails = false
        scene.press("Enter")
        #expect(scene.desk.composer.isEmpty)
        #expect(!scene.picture.contains("写不进去"))
    }
}

/// A store whose disk fills up when a test says so.
private final class FailingStore: EntryStore {
    var fails = false
    func append(_ entries: [Entry]) throws(StoreFailure) {
        if fails { throw StoreFailure(Bilingual(zh: "写不进去", en: "It cannot be written")) }
    }
}
