import Engine
import Shifts
import Support
import Terminal
import Testing

@testable import Console

@Suite struct `A seat in a room` {
    @Test(arguments: [Tongue.chinese, .english])
    func `the buyer's and the leader's screens, at two sizes`(tongue: Tongue) throws {
        for (columns, rows) in [(80, 24), (120, 36)] {
            for role in [SeatRole.buyer, .leader] {
                let scene = try SeatScene(role, columns: columns, rows: rows, tongue: tongue)
                try scene.talk(tongue)
                try Picture.check(
                    "seats/\(role.rawValue)-\(columns)x\(rows)-\(tongue.rawValue)",
                    scene.picture)
            }
        }
    }

    @Test func `the buyer sees no private note, and the agent no card`() throws {
        let buyer = try SeatScene(.buyer)
        try buyer.talk()
        #expect(!buyer.picture.contains("别给她看这个"))
        #expect(buyer.picture.contains("问到才说"))
        buyer.press("F3")
        #expect(!buyer.picture.contains("问到才说"))
        let agent = try SeatScene(.agent, columns: 120, rows: 36)
        try agent.talk()
        #expect(agent.picture.contains("别给她看这个"))
        #expect(!agent.picture.contains("问到才说"))
    }

    @Test func `the first word opens the conversation, and keys move the mood and tell the need`()
        throws
    {
        let scene = try SeatScene(.buyer)
        scene.type("在吗")
        #expect(scene.seat.kept.text == "在吗", "kept as it is typed")
        scene.press("Enter")
        #expect(scene.seat.kept.text.isEmpty)
        #expect(scene.host.shop.conversations.values.first?.customer == scene.seat.customer)
        scene.press("Alt-Up", "Alt-Up", "Alt-Down")
        #expect(
            scene.host.shop.conversations["c1"]?.mood == scene.seat.fullCard.mood + 5)
        scene.press("Alt-R")
        #expect(scene.host.shop.conversations["c1"]?.revealedNeeds == ["loose"])
        #expect(!scene.desk.seatText.isEmpty, "words are offered")
        scene.press("Alt-R")
        #expect(scene.picture.contains("藏着的都说过了"))
    }

    @Test func `while time stands what was typed stays, and the list of acts keeps its places`()
        throws
    {
        let scene = try SeatScene(.buyer)
        try scene.talk()
        let before = scene.picture.split(separator: "\n").filter { $0.contains("Alt-") }
        try scene.others(.lead(.freeze), by: .instructor)
        #expect(scene.picture.contains("带班让时间停下了"))
        scene.type("听得见吗")
        scene.press("Enter")
        #expect(scene.desk.seatText.text == "听得见吗")
        #expect(scene.picture.contains("等他继续再做"))
        let after = scene.picture.split(separator: "\n").filter { $0.contains("Alt-1 ") }
        #expect(before.contains { $0.contains("Alt-1 ") } && !after.isEmpty)
    }

    @Test func `a whisper reaches the seat it is for, until its person has spoken`() throws {
        let agent = try SeatScene(.agent)
        try agent.talk()
        try agent.others(.lead(.whisper(to: .agent, text: "先看尺码表")), by: .instructor)
        #expect(agent.picture.contains("带班悄悄说：先看尺码表"))
        agent.type("好的")
        agent.press("Enter")
        #expect(!agent.picture.contains("先看尺码表"))
        let buyer = try SeatScene(.buyer)
        try buyer.talk()
        try buyer.others(.lead(.whisper(to: .agent, text: "先看尺码表")), by: .instructor)
        #expect(!buyer.picture.contains("先看尺码表"))
    }

    @Test func `the leader whispers to one or the other, and speaks for the seat that was taken`()
        throws
    {
        let scene = try SeatScene(.leader)
        try scene.talk()
        scene.type("慢一点")
        scene.press("Tab", "Enter")
        #expect(
            scene.events.last
                == .led(.whisper(to: .buyer(scene.seat.customer), text: "慢一点")))
        scene.press("Alt-7")
        scene.type("我替她问一句")
        scene.press("Enter")
        #expect(scene.host.records.last?.actor == .instructor)
        guard case .buyerSpoke(_, _, "我替她问一句") = scene.events.last else {
            Issue.record("\(String(describing: scene.events.last))")
            return
        }
        scene.press("Alt-7")
        #expect(scene.host.shop.leading.taken.isEmpty)
    }

    @Test func `a seat just taken is spoken for, whoever was whispered to before`() throws {
        let scene = try SeatScene(.leader)
        try scene.talk()
        scene.press("Tab", "Alt-6")
        #expect(scene.picture.contains("以客服的身份说"))
        scene.type("我替您答")
        scene.press("Enter")
        guard case .replySent(_, _, _, "我替您答") = scene.events.last else {
            Issue.record("\(String(describing: scene.events.last))")
            return
        }
        scene.press("Tab")
        scene.type("别急")
        scene.press("Enter")
        #expect(
            scene.events.last == .led(.whisper(to: .buyer(scene.seat.customer), text: "别急")))
        // Given back and taken again, it is spoken for again.
        scene.press("Alt-6", "Alt-6")
        #expect(scene.picture.contains("以客服的身份说"))
    }

    @Test func `escapes in a line are shown as nothing and harm nothing`() throws {
        let scene = try SeatScene(.agent)
        try scene.talk()
        try scene.others(
            .say(conversation: "c1", text: "坏\u{1B}[2J\u{1B}]0;x\u{7}\u{202E}字"),
            by: .buyer(scene.seat.customer))
        let picture = scene.picture
        #expect(picture.contains("坏") && picture.contains("字"))
        #expect(!picture.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }

    @Test func `who only looks on does nothing, and the clock is the room's`() throws {
        let watcher = try SeatScene(.watch)
        try watcher.talk()
        let before = watcher.events.count
        watcher.type("我来")
        watcher.press("Enter")
        #expect(watcher.events.count == before)
        let agent = try SeatScene(.agent)
        agent.press("F9")
        #expect(!agent.desk.clock.isPaused)
        #expect(agent.picture.contains("时间归带班管"))
    }

    @Test func `after the end both see both scores and can swap`() throws {
        let scene = try SeatScene(.buyer)
        try scene.talk()
        try scene.others(.endShift, by: .instructor)
        #expect(scene.desk.page is RoundPage)
        scene.press("F5")
        #expect(scene.seat.swaps == 1)
    }
}
