import Engine
import Support
import Testing

@testable import Console

/// Looking things up by typing, and what the desk offers by itself.
@Suite struct `Looking up` {
    @Test(arguments: Tongue.allCases)
    func `looks as drawn`(tongue: Tongue) throws {
        let scene = try DeskScene.busy(columns: 120, rows: 36, tongue: tongue)
        scene.press("Alt-I")
        try Picture.check("desk-look-up-all-\(tongue.rawValue)", scene.picture)
        scene.type(tongue == .chinese ? "fh" : "ship")
        try Picture.check("desk-look-up-\(tongue.rawValue)", scene.picture)
    }

    @Test func `finds by initials, and puts the answer into the draft`() throws {
        let scene = try DeskScene.busy()
        scene.type("您好，")
        scene.press("Alt-I")
        scene.type("fhsj")
        scene.press("Tab")
        #expect(scene.desk.composer.text.hasPrefix("您好，付款后 48 小时内发货"))
        #expect(
            scene.had {
                $0
                    == .knowledgeMoved(
                        conversation: "c1",
                        step: .searched(query: "fhsj", found: 1, opened: "发货时间"))
            })
        #expect(
            scene.had { $0 == .lookedUp(conversation: "c1", by: "me", what: .knowledge("发货时间")) })
    }

    @Test func `goods go into the draft as one says them, without the stock`() throws {
        let scene = try DeskScene.busy()
        scene.press("Alt-I")
        scene.type("电饭煲")
        #expect(scene.picture.contains("库存"))
        scene.press("Tab")
        #expect(
            scene.desk.composer.text
                == "电饭煲，容量：3L 两三人，5L 四到六人；功率：860W；298.00元。")
    }

    @Test func `what was not there is noted, and can be proposed on the spot`() throws {
        let scene = try DeskScene.busy()
        scene.press("Alt-I")
        scene.type("以旧换新")
        #expect(scene.picture.contains("没有找到"))
        scene.press("Alt-N", "Tab")
        scene.type("旧机上门取走，抵一百元")
        scene.press("Ctrl-S")
        #expect(
            scene.had {
                $0
                    == .knowledgeMoved(
                        conversation: "c1",
                        step: .searched(query: "以旧换新", found: 0, opened: nil))
            })
        scene.press("Alt-I")
        scene.type("yjhx")
        scene.press("Enter")
        #expect(
            scene.had { $0 == .lookedUp(conversation: "c1", by: "me", what: .knowledge("以旧换新")) })
    }

    @Test func `the entry a customer asks for stands first among the replies`() throws {
        let scene = try DeskScene.busy(columns: 120, rows: 36)
        scene.offerReplies()
        scene.turn(to: "zhao")
        try scene.says("zhao", "你们什么时候发货啊", after: 2)
        #expect(scene.desk.replies.first?.entry == nil, "nobody coaches here")
        try scene.coach()
        try scene.says("zhao", "发货时间是多久", after: 2)
        #expect(scene.desk.replies.first?.entry == "发货时间")
        #expect(scene.desk.replies.contains { $0.code == "d1" }, "the list itself stays whole")
        scene.press("F7")
        #expect(scene.desk.composer.text.contains("48 小时"))
        #expect(
            scene.had { $0 == .lookedUp(conversation: "c3", by: "me", what: .knowledge("发货时间")) })
    }

    @Test func `Alt-1 is the same reply whatever the customer asks`() throws {
        let scene = try DeskScene.busy()
        try scene.coach()
        scene.offerReplies()
        scene.turn(to: "zhao")
        try scene.says("zhao", "发货时间是多久", after: 2)
        scene.press("Alt-1")
        #expect(scene.desk.composer.text == "短语1的话")
    }

    @Test func `what was read in passing is a find, and leaves Undo as it was`() throws {
        let scene = try DeskScene.busy()
        scene.type("稍等")
        scene.press("Enter", "Alt-I")
        scene.type("fhsj")
        scene.press("Escape")
        #expect(
            scene.had {
                $0
                    == .knowledgeMoved(
                        conversation: "c1",
                        step: .searched(query: "fhsj", found: 1, opened: "发货时间"))
            })
        scene.press("Alt-U")
        #expect(scene.desk.talk?.messages.last?.recalledAt != nil)
    }
}
