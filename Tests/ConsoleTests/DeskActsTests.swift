import Engine
import Shifts
import Terminal
import Testing

@testable import Console

@Suite struct `What is done at the desk` {
    @Test(arguments: Tongue.allCases)
    func `a parcel keeps the end of its number where the carrier's name is long`(
        tongue: Tongue
    ) throws {
        let scene = try DeskScene.busy(tongue: tongue)
        try scene.others(.restock(variant: "cooker-5", quantity: 9), by: .warehouse)
        try scene.others(
            .ship(
                order: DeskShop.rice, carrier: tongue == .chinese ? "顺丰速运陆运标快包裹" : "SF Express",
                tracking: "SF9876543210"), by: .warehouse)
        #expect(scene.picture.contains("…3210 "), "\(scene.picture)")
        #expect(!scene.picture.contains("SF9876543210"))
        scene.press("Alt-V")
        #expect(scene.picture.contains("SF9876543210"), "\(scene.picture)")
    }

    @Test(arguments: [("liqian", DeskShop.rice, "实付 ¥"), ("wang", DeskShop.unpaid, "应付 ¥")])
    func `the card of an order asks for money only where some is owed`(
        customer: CustomerID, order: OrderID, words: String
    ) throws {
        let scene = try DeskScene.busy()
        scene.turn(to: customer)
        let talk = try #require(scene.desk.talk)
        scene.desk.submit(.sendCard(conversation: talk.id, card: .order(order)))
        #expect(scene.picture.contains(words), "\(scene.picture)")
    }

    @Test func `an order shows that its warehouse was urged, how often and when`() throws {
        let scene = try DeskScene.busy()
        scene.desk.submit(.urge(order: DeskShop.rice))
        #expect(scene.picture.contains("已催仓库"), "\(scene.picture)")
        try scene.wait(seconds: 120)
        scene.desk.submit(.urge(order: DeskShop.rice))
        let order = try #require(scene.desk.order)
        let again = order.urgedAt.count == 2
        #expect(scene.picture.contains("已催仓库 ×2") == again, "\(scene.picture)")
    }

    @Test func `a form shows the order before and after, then does just that`() throws {
        let scene = try DeskScene.busy()
        scene.press("Ctrl-P")
        scene.type("换款")
        scene.press("Enter")
        #expect(scene.picture.contains("电饭煲 5L → 电饭煲 3L"))
        #expect(scene.desk.order?.lines.first?.variant == "cooker-5")
        scene.press("Enter")
        #expect(scene.desk.order?.lines.first?.variant == "cooker-3")
    }

    @Test func `what a form would be refused is said before it is sent, and stays filled in`()
        throws
    {
        let scene = try DeskScene.busy()
        let before = scene.events.count
        scene.press("Ctrl-P")
        scene.type("补偿")
        scene.press("Enter")
        scene.type("50")
        scene.press("Enter", "Enter", "Enter")
        #expect(scene.events.count == before)
        #expect(scene.picture.contains("超出权限"))
        scene.press("Shift-Tab", "Shift-Tab", "Ctrl-U")
        scene.type("5")
        scene.press("Ctrl-S", "Enter")
        #expect(scene.desk.order?.ledger.compensated == .yuan(5))
    }

    @Test func `Esc leaves a form and changes nothing`() throws {
        for keys in ["Alt-T", "Alt-W", "Alt-H", "Alt-X", "Alt-M", "Alt-S", "Alt-Shift-P"] {
            let scene = try DeskScene.busy()
            let before = scene.events.count
            scene.press(keys)
            scene.type("字")
            scene.press("Esc")
            #expect(scene.events.count == before, "\(keys)")
            #expect(scene.desk.overlays.isEmpty)
        }
    }

    @Test func `undo takes back tag, address, memo, hold and item, where the trade allows`() throws
    {
        let scene = try DeskScene.busy()
        let desk = scene.desk
        let order = try #require(desk.order)
        desk.submit(.tag(customer: "liqian", name: "新", expires: nil))
        scene.press("Alt-U")
        #expect(desk.customer?.tags.contains { $0.name == "新" } == false)
        desk.submit(.untag(customer: "liqian", name: "急"))
        scene.press("Alt-U")
        #expect(desk.customer?.tags.contains { $0.name == "急" } == true)
        var moved = order.address
        moved.street = "别处"
        desk.submit(.changeAddress(order: order.id, address: moved))
        scene.press("Alt-U")
        #expect(desk.order?.address == order.address)
        desk.submit(.memo(order: order.id, flag: .red, text: "一"))
        desk.submit(.memo(order: order.id, flag: .blue, text: "二"))
        scene.press("Alt-U")
        #expect(desk.order?.memo == Memo(flag: .red, text: "一"))
        desk.submit(.changeItem(order: order.id, line: 0, to: "cooker-3"))
        desk.submit(.hold(conversation: "c1", note: ""))
        scene.press("Alt-U")
        #expect(desk.talk?.phase == .taken(by: "me"))
        scene.press("Alt-U")
        #expect(desk.notice?.text == Words.nothingToUndo)
    }

    @Test func `the footer of a note keeps it and sends nothing`() throws {
        let scene = try DeskScene.busy()
        scene.press("Alt-P")
        let footer = scene.desk.draw().text(row: 23)
        #expect(footer.contains("Enter 记下"))
        #expect(!footer.contains("发送"))
    }

    @Test func `the list of acts says in full why the marked one cannot be done`() throws {
        let scene = try DeskScene.busy()
        scene.press("Alt-O")
        scene.type("改价")
        #expect(scene.picture.contains("这一步只能在“待付款”时做"))
    }

    @Test func `ending a shift with nobody left asks plainly`() throws {
        let scene = try DeskScene.busy(columns: 120, rows: 36)
        for id in ["c1", "c2", "c3", "c4"] {
            scene.desk.submit(.close(conversation: ConversationID(id)))
        }
        scene.press("Alt-Shift-Q")
        #expect(!scene.picture.contains("0 位"))
    }

    @Test func `the palette finds a command by what it does`() {
        for word in ["快", "速", "speed"] {
            #expect(CommandPalette.matches(word).contains { $0.id == "faster" }, "\(word)")
            #expect(CommandPalette.matches(word).contains { $0.id == "slower" || word == "快" })
        }
    }

    @Test func `closing asks where something is left undone, and Enter says no`() throws {
        let scene = try DeskScene.busy()
        scene.press("Alt-E")
        #expect(scene.picture.contains("还在等回复"))
        scene.press("Enter")
        #expect(scene.desk.talk?.isOpen == true)
        scene.press("Alt-E", "Right", "Enter")
        #expect(scene.shift.shop.conversations["c1"]?.isOpen == false)
    }

    @Test func `a half written reply is not lost by closing without a word`() throws {
        let scene = try DeskScene.busy()
        scene.turn(to: "zhao")
        scene.type("还没发")
        scene.press("Alt-E")
        #expect(scene.picture.contains("写了一半还没发"))
        scene.press("Esc")
        #expect(scene.desk.composer.text == "还没发")
    }

    @Test func `the address is masked until asked for and again with another customer`() throws {
        let scene = try DeskScene.busy()
        #expect(!scene.picture.contains("13800001111"))
        scene.press("Alt-Shift-A")
        #expect(scene.picture.contains("13800001111"))
        scene.press("Alt-J", "Alt-K")
        #expect(!scene.picture.contains("13800001111"))
    }

    @Test func `what stood on the screen when the agent spoke is noted once`() throws {
        let scene = try DeskScene.busy()
        scene.type("一")
        scene.press("Enter")
        scene.type("二")
        scene.press("Enter")
        let looks = scene.events.filter { if case .lookedUp = $0 { true } else { false } }
        #expect(looks.count == 2)
    }

    @Test func `a promise that fails and an answer that comes are told`() throws {
        let scene = try DeskScene.busy()
        try scene.wait(seconds: 3 * 3600)
        #expect(scene.desk.notice?.text.zh == "答应李倩的没做到：今天答复")
        scene.desk.submit(
            .openTicket(department: .warehouse, conversation: "c1", order: nil, summary: "查"))
        try scene.others(.answerTicket(ticket: "t1", text: "20 号到"), by: .department(.warehouse))
        #expect(scene.desk.notice?.text.en == "The warehouse answers: 20 号到")
    }

    @Test func `a notice stays until it has been seen and a key is pressed`() throws {
        let scene = try DeskScene.busy()
        scene.desk.handle([.key(Key(.character("y"), .alt)), .key(Key(.character("n"), .alt))])
        #expect(scene.picture.contains("已复制"))
        #expect(scene.picture.contains("已复制"))
        scene.type("字")
        #expect(!scene.picture.contains("已复制"))
    }

    @Test func `the footer, the palette and the help name the same keys`() throws {
        let scene = try DeskScene.busy()
        let footer = scene.picture.split(separator: "\n").last.map(String.init) ?? ""
        for id in FooterBar.commands(for: scene.desk) {
            let command = try #require(DeskCommand.named(id))
            #expect(!scene.desk.keyName(of: command, in: .composer).isEmpty, "\(id)")
        }
        #expect(footer.contains("Enter 发送"))
    }

    @Test func `the footer shows how to end a conversation in which nothing waits`() throws {
        let scene = try DeskScene.busy()
        #expect(scene.desk.talk?.waitingSince != nil)
        #expect(!FooterBar.commands(for: scene.desk).contains("close-conversation"))
        scene.desk.submit(.reply(conversation: "c1", text: "好的"))
        #expect(scene.desk.talk?.waitingSince == nil)
        #expect(scene.picture.contains("Alt-E 结束会话"))
        scene.press("Alt-E")
        // The next customer waits.
        #expect(scene.desk.talk?.waitingSince != nil)
        #expect(!FooterBar.commands(for: scene.desk).contains("close-conversation"))
    }

    @Test func `with nobody there is no conversation to end`() throws {
        let scene = try DemoScene("first-shift", presents: false)
        #expect(scene.desk.talk == nil)
        #expect(!FooterBar.commands(for: scene.desk).contains("close-conversation"))
    }

    @Test func `every list's footer names commands that exist`() throws {
        let scene = try DeskScene.busy()
        for focus in Focus.allCases {
            scene.desk.turn(to: focus)
            for id in FooterBar.commands(for: scene.desk) {
                #expect(DeskCommand.named(id) != nil, "\(id)")
            }
        }
    }

    @Test func `a changed key is the key the footer shows and the one that works`() throws {
        let scene = try DeskScene.busy()
        let entries = DeskCommand.keymapEntries.map { entry in
            entry.id == "next-customer"
                ? Keymap<KeyPlace>.Entry(id: entry.id, keys: ["Alt-]"], contexts: entry.contexts)
                : entry
        }
        scene.desk.keymap = Keymap(entries)
        #expect(scene.picture.contains("Alt-] 下一位顾客"))
        scene.press("Alt-J")
        #expect(scene.desk.selected == "c1")
        scene.press("Alt-]")
        #expect(scene.desk.selected == "c2")
    }
}
