import Engine
import Shifts
import Terminal
import Testing

@testable import Console

@Suite struct `The queue` {
    /// Customers who came a minute apart, all waiting; the first is selected.
    private func crowd(_ count: Int = 4) throws -> DeskScene {
        let scene = DeskScene()
        for id in ["liqian", "wang", "zhao", "ouyang"].prefix(count) {
            try scene.comes(CustomerID(id), saying: "在吗", after: 60)
        }
        return scene
    }

    private func rows(_ scene: DeskScene) -> [String] {
        (0..<scene.desk.queue.count).compactMap { scene.desk.queue[$0]?.rawValue }
    }

    @Test func `puts the longest waiting on top`() throws {
        let scene = try crowd()
        #expect(rows(scene) == ["c1", "c2", "c3", "c4"])
    }

    @Test func `puts on top whoever is due first, not whoever wrote first`() throws {
        let scene = DeskScene()
        try scene.comes("liqian", saying: "发票开错了", channel: .email)
        try scene.comes("wang", saying: "在吗", after: 600)
        try scene.comes("zhao", saying: "喂？", channel: .phone, after: 30)
        #expect(rows(scene).dropFirst() == ["c3", "c2"] || rows(scene) == ["c3", "c2", "c1"])
        scene.press("Alt-0")
        #expect(scene.desk.selected == "c3")
    }

    @Test func `never moves the selected row from under the cursor`() throws {
        let scene = try crowd()
        scene.press("Alt-J", "Alt-J")
        #expect(scene.desk.selected == "c3")
        scene.desk.submit(.reply(conversation: "c3", text: "在的"))
        #expect(scene.desk.queue.row(of: "c3") == 2)
        scene.desk.submit(.reply(conversation: "c1", text: "在的"))
        #expect(rows(scene) == ["c2", "c4", "c3", "c1"])
    }

    @Test func `lets a row go where it belongs once another is selected`() throws {
        let scene = try crowd()
        scene.desk.submit(.reply(conversation: "c1", text: "在的"))
        #expect(rows(scene) == ["c1", "c2", "c3", "c4"])
        scene.press("Alt-J")
        #expect(scene.desk.selected == "c2")
        #expect(rows(scene) == ["c3", "c2", "c4", "c1"])
    }

    @Test func `goes round its end`() throws {
        let scene = try crowd()
        scene.press("Alt-K")
        #expect(scene.desk.selected == "c4")
        scene.press("Alt-J")
        #expect(scene.desk.selected == "c1")
    }

    @Test func `jumps to the worst overdue with one key`() throws {
        let scene = try crowd()
        scene.press("Alt-J", "Alt-J", "Alt-0")
        #expect(scene.desk.selected == "c1")
    }

    @Test func `counts who waits and who waits too long in the header`() throws {
        let scene = try crowd()
        try scene.wait(seconds: 60)
        #expect(scene.picture.contains("等待 4  超时 2 Alt-0"))
        #expect(scene.picture.contains("!李倩"))
    }

    @Test func `names the shop once in the header, in whichever language it is looked at`() throws {
        for (own, other) in [(Tongue.chinese, Tongue.english), (.english, .chinese)] {
            let scene = try DemoScene(
                "first-shift", tongue: own, size: Size(columns: 200, rows: 50), presents: false)
            func header() -> Substring { scene.desk.draw().picture.split(separator: "\n")[0] }
            let title = scene.card.title
            #expect(header().contains(title[own]))
            scene.press("Alt-L")
            #expect(header().contains(title[other]) && !header().contains(scene.shift.shop.name))
        }
    }

    @Test func `hides ended conversations until they are asked for`() throws {
        let scene = try crowd(2)
        scene.desk.submit(.reply(conversation: "c1", text: "好的"))
        scene.press("Alt-E")
        #expect(rows(scene) == ["c2"])
        scene.press("Alt-C")
        #expect(rows(scene) == ["c2", "c1"])
        #expect(scene.picture.contains("✓李倩"))
    }

    @Test func `agrees with a list sorted from scratch, whatever happens`() throws {
        for seed in UInt64(1)...40 {
            var dice = Dice(seed: seed)
            let scene = DeskScene()
            for id in ["liqian", "wang", "zhao", "ouyang"] {
                try scene.comes(CustomerID(id), saying: "在吗", after: dice.roll(1...50))
            }
            for _ in 0..<60 {
                let id = ConversationID("c\(dice.roll(1...4))")
                switch dice.roll(0...6) {
                case 0: scene.desk.submit(.reply(conversation: id, text: "好"))
                case 1:
                    if let talk = scene.shift.shop.conversations[id], talk.isOpen {
                        try scene.says(talk.customer, "?", after: dice.roll(1...90))
                    }
                case 2: scene.desk.submit(.hold(conversation: id, note: ""))
                case 3: scene.desk.submit(.resume(conversation: id))
                case 4: scene.press("Alt-J")
                case 5: if dice.chance(percent: 10) { scene.desk.submit(.close(conversation: id)) }
                default: scene.press("Alt-C")
                }
                let fresh = QueueIndex(scene.shift.shop)
                let kept = scene.desk.queue.index
                #expect((0..<kept.count).map { kept[$0] } == (0..<fresh.count).map { fresh[$0] })
                #expect(Set(rows(scene)).count == scene.desk.queue.count)
                if let selected = scene.desk.selected {
                    let row = try #require(scene.desk.queue.row(of: selected))
                    #expect(scene.desk.queue[row] == selected)
                }
            }
        }
    }

    @Test func `marks a draft beside the unread count, and counts nothing on the row being read`()
        throws
    {
        let scene = try crowd(2)
        #expect(scene.picture.split(separator: "\n")[2].contains("李倩"))
        #expect(!scene.picture.split(separator: "\n")[2].contains("①"))
        scene.type("您好")
        scene.press("Alt-J")
        try scene.says("liqian", "在吗", after: 5)
        let row = try #require(scene.picture.split(separator: "\n").first { $0.contains("李倩") })
        #expect(row.contains("✎②"))
    }

    @Test func `says that a customer has left`() throws {
        let scene = try crowd(2)
        scene.desk.submit(.reply(conversation: "c1", text: "好的"))
        try scene.others(.leave(conversation: "c1"), by: .buyer("liqian"))
        #expect(scene.picture.contains("已离开"))
    }

    @Test func `a new customer takes neither the caret nor the selection`() throws {
        let scene = try crowd(1)
        scene.type("您好")
        try scene.comes("wang", saying: "在吗", after: 5)
        #expect(scene.desk.selected == "c1")
        #expect(scene.desk.focus == .composer)
        #expect(scene.desk.composer.text == "您好")
    }

    @Test func `rings once for a new customer where that is wanted`() throws {
        let scene = DeskScene(settings: DeskSettings(ringsForNewCustomers: true))
        try scene.comes("wang", saying: "在吗", "还在吗")
        #expect(scene.host.bells == 1)
    }

    @Test func `an empty queue says who is expected`() {
        let scene = DeskScene()
        #expect(scene.picture.contains("现在没有顾客"))
    }
}
