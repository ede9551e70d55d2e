import Engine
import Shifts
import Support
import Terminal
import Testing

@testable import Console

@Suite struct `The linear desk` {
    private func linear(_ tongue: Tongue = .chinese) throws -> (LinearDesk, DeskScene) {
        let scene = try DeskScene.busy(tongue: tongue)
        return (LinearDesk(scene.desk), scene)
    }

    /// Lines that a screen reader can read: no escapes, no boxes, no bars.
    private func isReadable(_ lines: [String]) -> Bool {
        lines.allSatisfy { line in
            line.unicodeScalars.allSatisfy { scalar in
                scalar.value >= 0x20 && !(0x2500...0x259F).contains(scalar.value)
            }
        }
    }

    @Test(arguments: Tongue.allCases)
    func `says first who waits and how to begin`(tongue: Tongue) throws {
        let (linear, _) = try linear(tongue)
        let lines = linear.opening()
        #expect(lines.contains { $0.hasPrefix("1. ") })
        #expect(
            lines.count { $0.prefix(1).allSatisfy(\.isASCII) && $0.first?.isNumber == true } == 4)
        #expect(lines[1].contains(tongue == .chinese ? "帮助" : "help"))
        #expect(isReadable(lines))
    }

    @Test func `sends what is said to the customer one serves, and tells it`() throws {
        let (linear, scene) = try linear()
        let lines = linear.hear("说 今天18点前给您答复")
        #expect(scene.shift.shop.conversations["c1"]?.messages.last?.body == .text("今天18点前给您答复"))
        #expect(lines.contains { $0.hasSuffix("您对 李倩：今天18点前给您答复") }, "\(lines)")
        #expect(linear.hear("> 好的").contains { $0.contains("您对 李倩：好的") })
    }

    @Test func `a line that is no command sends nothing, and says how it would`() throws {
        let (linear, scene) = try linear(.english)
        let before = scene.shift.records.count
        let lines = linear.hear("quue")
        #expect(lines.first?.contains("Did you mean “queue”?") == true, "\(lines)")
        #expect(lines.first?.contains("say") == true)
        #expect(scene.shift.records.count == before)
    }

    @Test(arguments: [("队列", "2", "王小明"), ("queue", "go wang", "Wang")])
    func `goes to a customer by number or by name`(list: String, way: String, name: String) throws {
        let tongue: Tongue = list == "队列" ? .chinese : .english
        let (linear, scene) = try linear(tongue)
        let rows = linear.hear(list).filter { $0.first?.isNumber == true }
        #expect(rows.count == 4)
        #expect(rows.contains { $0.contains(tongue == .chinese ? "等了" : "waiting") })
        _ = linear.hear(way)
        if way == "2" {
            #expect(scene.desk.selected != "c1")
        } else {
            #expect(scene.desk.customer?.name.contains(name) == true)
        }
    }

    @Test(arguments: Tongue.allCases)
    func `reads the order in sentences, and notes that it was looked at`(tongue: Tongue) throws {
        let (linear, scene) = try linear(tongue)
        let lines = linear.hear(tongue == .chinese ? "订单" : "order")
        #expect(lines.first?.contains(DeskShop.rice.rawValue) == true, "\(lines)")
        #expect(lines.contains { $0.contains("298.00") })
        #expect(isReadable(lines))
        #expect(
            scene.had {
                if case .lookedUp("c1", _, .order(DeskShop.rice)) = $0 { true } else { false }
            })
    }

    @Test func `an order that was not read does not count as seen when one answers`() throws {
        let (linear, scene) = try linear()
        let before = scene.shift.records.count
        _ = linear.hear("说 在的")
        let looked = scene.shift.records[before...].contains {
            if case .lookedUp = $0.event { true } else { false }
        }
        #expect(!looked)
    }

    @Test func `fills a form field by field and says what it would do before it does`() throws {
        let (linear, scene) = try linear()
        let asked = linear.hear("备注与旗帜")
        #expect(asked.contains { $0.hasPrefix("1. ") && $0.contains("可选") }, "\(asked)")
        _ = linear.hear("1 黄")
        let filled = linear.hear("2 已催仓库")
        #expect(filled.contains { $0.contains("会变") }, "\(filled)")
        let done = linear.hear("好")
        #expect(scene.shift.shop.orders[DeskShop.rice]?.memo?.text == "已催仓库")
        #expect(scene.shift.shop.orders[DeskShop.rice]?.memo?.flag == .yellow)
        #expect(done.contains { $0.hasPrefix("好了：") })
        #expect(scene.desk.overlays.isEmpty)
    }

    @Test func `says what stands in the way of a form and leaves it by a word`() throws {
        let (linear, scene) = try linear(.english)
        _ = linear.hear("compensate")
        let lines = linear.hear("1 50")
        #expect(lines.contains { $0.hasPrefix("It would be refused: ") }, "\(lines)")
        _ = linear.hear("ok")
        #expect(!scene.desk.overlays.isEmpty)
        #expect(linear.hear("cancel").contains("Left as it was."))
        #expect(scene.desk.overlays.isEmpty)
        #expect(!scene.had { if case .compensated = $0 { true } else { false } })
    }

    @Test func `chooses from a list by number, narrowed by a word`() throws {
        let (linear, scene) = try linear()
        let all = linear.hear("send-card").filter { $0.first?.isNumber == true }
        let some = linear.hear("订单").filter { $0.first?.isNumber == true }
        #expect(!some.isEmpty && some.count < all.count)
        _ = linear.hear("1")
        #expect(scene.had { if case .cardSent("c1", _, _, .order) = $0 { true } else { false } })
    }

    @Test func `puts a question with yes and no, and anything else is neither`() throws {
        let (linear, scene) = try linear()
        let lines = linear.hear("结束会话")
        #expect(lines.contains { $0.contains("“是”") }, "\(lines)")
        _ = linear.hear("嗯")
        #expect(scene.shift.shop.conversations["c1"]?.isOpen == true)
        _ = linear.hear("不")
        #expect(scene.shift.shop.conversations["c1"]?.isOpen == true)
        _ = linear.hear("结束会话")
        _ = linear.hear("是")
        #expect(scene.shift.shop.conversations["c1"]?.isOpen == false)
    }

    @Test func `tells what others do as it happens`() throws {
        let (linear, scene) = try linear()
        try scene.says("wang", "还在吗", after: 5)
        #expect(linear.elapse(10).contains { $0.hasSuffix("王小明 说：还在吗") })
        #expect(linear.elapse(10).isEmpty, "each once")
    }

    @Test func `lets time pass by a word, and says how where it was not understood`() throws {
        let (linear, scene) = try linear()
        let before = scene.shift.now
        _ = linear.hear("等 2分")
        #expect(scene.shift.now == before + .minutes(2))
        _ = linear.hear("等30秒")
        #expect(scene.shift.now == before + .seconds(150))
        for words in ["等 一会儿", "等 99999999999999999999", "等 9999999999999999h", "等 -5"] {
            _ = linear.hear(words)
        }
        #expect(scene.shift.now == before + .seconds(150))
    }

    @Test func `tries a macro before it is carried out, and tells both`() throws {
        let scene = try DeskScene.busy()
        scene.offerMacros()
        let linear = LinearDesk(scene.desk)
        let list = linear.hear("宏").filter { $0.first?.isNumber == true }
        #expect(!list.isEmpty)
        let before = scene.shift.records.count
        let trial = linear.hear("1")
        #expect(scene.shift.records.count == before, "\(trial)")
        #expect(trial.count > 2)
        #expect(isReadable(trial))
    }

    @Test func `ends the shift and reads the debrief`() throws {
        let scene = StartScene()
        scene.desk.open(try DeskScene.busy().shift)
        let linear = LinearDesk(scene.desk)
        _ = linear.hear("下班")
        let lines = linear.hear("是")
        #expect(scene.desk.shift?.isOver == true)
        #expect(lines.count > 10)
        #expect(isReadable(lines), "\(lines)")
    }

    /// Nothing that the drawn desk can do is out of reach, and nothing answers in silence.
    @Test(arguments: Tongue.allCases)
    func `knows every command of the desk, and answers each in words`(tongue: Tongue) throws {
        var byTitle = LinearDesk(try DeskScene.busy(tongue: tongue).desk)
        for command in DeskCommand.all where command.group != .list {
            let scene = try DeskScene.busy(tongue: tongue)
            let linear = LinearDesk(scene.desk)
            let lines = linear.hear(command.id) + linear.hear("")
            #expect(!lines.isEmpty || scene.desk.hasQuit, "\(command.id)")
            #expect(isReadable(lines), "\(command.id): \(lines)")
            let title = command.title[tongue]
            let said = byTitle.hear(title).joined()
            #expect(!said.contains("没有命令“\(title)”") && !said.contains("no command “\(title)”"))
            // A question it asked back would take the next title for its answer.
            if !byTitle.desk.overlays.isEmpty || byTitle.desk.page != nil || byTitle.desk.hasQuit {
                byTitle = LinearDesk(try DeskScene.busy(tongue: tongue).desk)
            }
        }
    }
}
