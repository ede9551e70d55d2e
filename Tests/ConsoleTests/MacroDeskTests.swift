import Engine
import Macros
import Shifts
import Support
import Terminal
import Testing

@testable import Console

@Suite struct `A macro at the desk` {
    private func scene(_ tongue: Tongue = .chinese) throws -> DeskScene {
        let scene = try DeskScene.busy(tongue: tongue)
        scene.offerMacros()
        return scene
    }

    @Test(arguments: [Tongue.chinese, .english])
    func `is found, shown as it would be, and looks as drawn`(tongue: Tongue) throws {
        let scene = try scene(tongue)
        scene.press("Alt-Shift-M")
        try Picture.check("desk-macros-\(tongue.rawValue)", scene.picture)
        scene.type(tongue == .chinese ? "cfaf" : "late")
        scene.press("Enter")
        try Picture.check("desk-dry-run-\(tongue.rawValue)", scene.picture)
    }

    @Test func `does nothing until Enter is pressed once more, and Esc leaves all as it was`()
        throws
    {
        let scene = try scene()
        let before = scene.events.count
        scene.type("写到一半")
        scene.press("Alt-Shift-M")
        scene.type("迟发")
        scene.press("Enter")
        #expect(scene.picture.contains("李倩，您的"))
        #expect(scene.events.count == before)
        scene.press("Esc")
        #expect(scene.events.count == before)
        #expect(scene.desk.overlays.isEmpty)
        #expect(scene.desk.composer.text == "写到一半")
    }

    @Test func `is carried out whole, keeps the draft, and one key takes it back`() throws {
        let scene = try scene()
        let tags = scene.tags(of: "liqian")
        let memo = scene.shift.shop.orders[DeskShop.rice]?.memo
        scene.type("写到一半")
        scene.press("F10")
        scene.type("late-ship")
        scene.press("Enter", "Enter")
        #expect(scene.sent(to: "liqian").last?.hasPrefix("李倩，您的") == true)
        #expect(scene.tags(of: "liqian") == tags + ["迟发"])
        #expect(scene.shift.shop.orders[DeskShop.rice]?.memo?.text == "催发货")
        #expect(scene.desk.composer.text == "写到一半")
        #expect(scene.desk.notice?.text.zh.contains("Alt-U") == true)

        scene.press("Alt-U")
        #expect(scene.sent(to: "liqian").last?.hasPrefix("李倩") == false)
        #expect(scene.tags(of: "liqian") == tags)
        #expect((scene.shift.shop.orders[DeskShop.rice]?.memo?.text ?? "") == (memo?.text ?? ""))
        #expect(scene.desk.notice?.text.zh.contains("已撤回") == true)
        // Once undone, the key has nothing more to undo.
        scene.press("Alt-U")
        #expect(scene.desk.notice?.kind == .hint)
    }

    @Test func `asks in fields, refuses before it is done, and sends what was answered`() throws {
        let scene = try scene()
        scene.turn(to: "zhao")
        scene.press("Alt-Shift-M")
        scene.type("pay-back")
        scene.press("Enter")
        scene.type("500")
        try Picture.check("desk-dry-run-refused-zh", scene.picture)
        let before = scene.events.count
        scene.press("Enter", "Enter", "Enter")
        #expect(scene.events.count == before)
        #expect(!scene.desk.overlays.isEmpty)
        // Which step, and how to go on; the reason stands above the button.
        let said = scene.desk.notice
        #expect(said?.kind == .refused)
        #expect(said?.text.zh.contains("步做不了") == true && said?.text.zh.contains("F4") == true)
        scene.press("Esc")

        scene.press("Alt-Shift-M")
        scene.type("pay-back")
        scene.press("Enter")
        scene.type("6")
        scene.press("Tab", "Right", "Enter", "Enter")
        #expect(scene.sent(to: "zhao").last == "因为少件，补偿您6.00元。")
        #expect(scene.shift.shop.orders[DeskShop.pot]?.ledger.compensated == .yuan(6))
    }

    @Test func `puts what it does not send at the caret, and takes it out again`() throws {
        let scene = try scene()
        scene.type("您好")
        scene.press("Alt-Shift-M")
        scene.type("落款")
        scene.press("Enter", "Enter")
        #expect(scene.desk.composer.text == "您好有事随时找我。")
        scene.press("Alt-U")
        #expect(scene.desk.composer.text == "您好")
    }

    @Test func `that would tell somebody else's number asks once, as with a typed text`() throws {
        let scene = try scene()
        var library = MacroLibrary()
        library.add(
            yaml: "macros: [{name: slip, steps: [{insert: \"单号\(DeskShop.pot.rawValue)\"}, send]}]",
            named: "own")
        scene.desk.macroLibrary = { library }
        let before = scene.sent(to: "liqian")
        scene.press("Alt-Shift-M")
        scene.type("slip")
        scene.press("Enter", "Enter")
        #expect(scene.sent(to: "liqian") == before)
        #expect(scene.desk.overlays.last is Console.Confirmation)
        scene.press("1")
        #expect(scene.sent(to: "liqian").last?.contains(DeskShop.pot.rawValue) == true)
    }

    @Test func `says that a draft which was written on stays`() throws {
        let scene = try scene()
        scene.press("Alt-Shift-M")
        scene.type("落款")
        scene.press("Enter", "Enter")
        scene.type("！")
        scene.press("Alt-U")
        #expect(scene.desk.composer.text == "有事随时找我。！")
        #expect(scene.desk.notice?.text.zh.contains("草稿") == true)
    }

    @Test func `is changed as text, looked over as one types, and kept with one key`() throws {
        let scene = try scene()
        scene.press("Alt-Shift-M")
        scene.type("sign-off")
        scene.press("F4")
        #expect(scene.desk.overlays.last is MacroEditor)
        scene.press("Ctrl-End")
        scene.type("      - sned")
        #expect(scene.picture.contains("send"))
        try Picture.check("desk-macro-editor-zh", scene.picture)
        scene.press("Ctrl-S")
        #expect(scene.host.macros.isEmpty)
        scene.press("Esc")
        #expect(scene.desk.overlays.last is MacroEditor)
        for _ in "sned" { scene.press("Backspace") }
        scene.type("send")
        scene.press("Ctrl-S")
        #expect(scene.host.macros.map(\.name) == ["sign-off"])
        #expect(scene.host.macros.last?.steps.last == .send)
    }

    @Test func `is shown anew where things have changed meanwhile`() throws {
        let scene = try scene()
        scene.press("Alt-Shift-M")
        scene.type("late-ship")
        scene.press("Enter")
        scene.desk.observe(
            try scene.shift.submit(
                .memo(order: DeskShop.rice, flag: .blue, text: "别人写的"),
                by: .agent(scene.shift.shop.agent)))
        let before = scene.sent(to: "liqian")
        scene.press("Enter")
        #expect(scene.sent(to: "liqian") == before)
        #expect(!scene.tags(of: "liqian").contains("迟发"))
        #expect(scene.picture.contains("刚才情况变了"))
        scene.press("Enter")
        #expect(scene.tags(of: "liqian").contains("迟发"))
    }

    @Test func `comes before replies that only resemble what is typed, behind those of that code`()
        throws
    {
        let scene = try scene()
        scene.desk.repliesFor = { _, typed, _ in
            let all = ["late-night", "other"].map { ReplyChoice(code: $0, title: $0, text: $0) }
            return typed.isEmpty ? [] : all
        }
        scene.type("/late")
        #expect(scene.desk.replies.map(\.code) == ["late-night", "late-ship", "other"])
    }

    @Test func `stands in the list of replies and behind a slash`() throws {
        let scene = try scene()
        scene.type("先看看 /late")
        scene.press("Enter")
        #expect(scene.desk.composer.text == "先看看 ")
        #expect(scene.picture.contains("试演 迟发安抚"))
    }
}

@Suite struct `A reply with a blank` {
    private func scene(_ tongue: Tongue = .chinese) throws -> DeskScene {
        let scene = try DeskScene.busy(columns: 120, rows: 36, tongue: tongue)
        scene.offerMacros()
        return scene
    }

    @Test func `is never put in or sent empty, from a slash`() throws {
        let scene = try scene()
        let before = scene.sent(to: "liqian")
        scene.type("/qyb")
        #expect(scene.picture.contains("还差〔要填〕元"))
        scene.press("Enter", "Enter", "Enter")
        #expect(scene.sent(to: "liqian") == before)
        #expect(scene.picture.contains("还差__元") && scene.picture.contains("这一项要填"))
        scene.type("12")
        #expect(scene.picture.contains("还差12元"))
        scene.press("Enter")
        #expect(scene.desk.composer.text == "还没到门槛，还差12元。")
        scene.press("Enter")
        #expect(scene.sent(to: "liqian").last == "还没到门槛，还差12元。")
    }

    @Test(arguments: [["F4", "Down", "Down", "Enter"], ["Alt-3"]])
    func `asks wherever it is taken from`(keys: [String]) throws {
        let scene = try scene(.english)
        for key in keys { scene.press(key) }
        #expect(scene.picture.contains("order is __ short"))
        scene.press("Esc")
        #expect(scene.desk.composer.isEmpty)
    }
}

@Suite struct `A recording at the desk` {
    private func recorded() throws -> DeskScene {
        let scene = try DeskScene.busy()
        scene.offerMacros()
        scene.press("Alt-Shift-R")
        #expect(scene.picture.contains("录 0"))
        scene.type("李倩，已经帮您催了。")
        scene.press("Enter")
        scene.press("Alt-T")
        scene.type("催过")
        scene.press("Ctrl-S")
        // A reply is two steps, as the list has it: written and sent.
        #expect(scene.picture.contains("录 3"))
        scene.press("Alt-Shift-R")
        #expect(scene.desk.notice?.text.zh.contains("录了 3 步") == true)
        #expect(scene.desk.recorded?.outline(in: .chinese).split(separator: "\n").count == 3)
        return scene
    }

    @Test func `is repeated on the next customer with that customer's values`() throws {
        let scene = try recorded()
        scene.turn(to: "wang")
        scene.press("Alt-Shift-E")
        #expect(scene.picture.contains("王小明，已经帮您催了。"))
        scene.press("Enter")
        #expect(scene.sent(to: "wang") == ["王小明，已经帮您催了。"])
        #expect(scene.tags(of: "wang") == ["催过"])
    }

    @Test func `is kept under a name in the person's own folder`() throws {
        let scene = try recorded()
        scene.press("Alt-Shift-K")
        scene.type("hurry")
        scene.press("Enter")
        scene.type("催一催")
        scene.press("Enter")
        #expect(scene.host.macros.isEmpty)
        #expect(scene.picture.contains("“hurry”已经有了"))
        scene.press("Shift-Tab", "Ctrl-U")
        scene.type("chased")
        scene.press("Ctrl-S")
        #expect(scene.host.macros.map(\.name) == ["chased"])
        #expect(scene.host.macros.first?.yaml.contains("{{customer.name}}") == true)
        #expect(scene.desk.notice?.text.zh.contains("chased") == true)
    }

    @Test func `is no longer running in another shift, and nothing is recorded of nothing`() throws
    {
        let scene = try DeskScene.busy()
        scene.press("Alt-Shift-R", "Alt-Shift-R")
        #expect(scene.desk.recorder == nil && scene.desk.recorded == nil)
        scene.press("Alt-Shift-E")
        #expect(scene.desk.notice?.text.zh.contains("还没有录过") == true)
    }
}

@Suite struct `A macro for marked customers` {
    private func marked(_ tongue: Tongue = .chinese) throws -> DeskScene {
        let scene = try DeskScene.busy(tongue: tongue)
        scene.offerMacros()
        // The queue: Li Qian, Wang, Ouyang, Zhao.
        scene.press("F5", "Home", "Space", "Space", "Space", "Space")
        #expect(scene.desk.places.chosen.count == 4)
        return scene
    }

    @Test(arguments: [Tongue.chinese, .english])
    func `shows a row each, and why one is refused`(tongue: Tongue) throws {
        let scene = try marked(tongue)
        try Picture.check("desk-marked-\(tongue.rawValue)", scene.picture)
        scene.press("Alt-Shift-M")
        scene.type("hurry")
        scene.press("Enter")
        try Picture.check("desk-dry-run-many-\(tongue.rawValue)", scene.picture)
    }

    @Test func `is done for those for whom it can be, and undone for all or for one`() throws {
        let scene = try marked()
        scene.press("Alt-Shift-M")
        scene.type("which")
        scene.press("Enter")
        let before = [scene.sent(to: "zhao"), scene.sent(to: "liqian")]
        scene.press("Enter")
        #expect(scene.sent(to: "wang") == ["王小明，看上哪款了？"])
        #expect(scene.sent(to: "ouyang").count == 1)
        #expect([scene.sent(to: "zhao"), scene.sent(to: "liqian")] == before)
        // Whoever was refused stays marked.
        let left = scene.desk.places.chosen.compactMap {
            scene.shift.shop.conversations[$0]?.customer
        }
        #expect(Set(left) == ["zhao", "liqian"])

        scene.press("Alt-U")
        scene.type("王")
        scene.press("Enter")
        #expect(scene.sent(to: "wang").isEmpty)
        #expect(scene.sent(to: "ouyang").count == 1)
        scene.press("Alt-U", "Enter")
        #expect(scene.sent(to: "ouyang").isEmpty)
    }

    @Test func `is undone for all with two keys`() throws {
        let scene = try marked()
        scene.press("Alt-Shift-M")
        scene.type("which")
        scene.press("Enter", "Enter", "Alt-U")
        #expect(scene.picture.contains("全部 2 位"))
        scene.press("Enter")
        #expect(scene.sent(to: "wang").isEmpty && scene.sent(to: "ouyang").isEmpty)
        #expect(scene.desk.notice?.text.zh.contains("2 位") == true)
    }

    @Test func `carries no draft from one to another`() throws {
        let scene = try DeskScene.busy()
        scene.offerMacros()
        scene.turn(to: "wang")
        scene.type("给王小明的")
        scene.press("F5", "Home", "Space", "Space", "Space", "Alt-Shift-M")
        scene.type("落款")
        scene.press("Enter", "Enter")
        let drafts = scene.host.drafts.mapValues(\.text)
        #expect(drafts[DraftSlot("c2")] == "给王小明的有事随时找我。")
        #expect(drafts[DraftSlot("c1")] == "有事随时找我。")
        #expect(drafts[DraftSlot("c3")] == nil)
    }
}

@Suite struct `A reply that asks` {
    @Test(arguments: [Tongue.chinese, .english])
    func `asks in a small form and is put in with the answers`(tongue: Tongue) throws {
        let scene = try DeskScene.busy(tongue: tongue)
        scene.offerMacros()
        scene.type("/cm")
        scene.press("Tab")
        try Picture.check("desk-reply-asks-\(tongue.rawValue)", scene.picture)
        // Nothing is put in with an empty field.
        scene.press("Ctrl-S")
        #expect(scene.desk.overlays.count == 1)
        #expect(scene.desk.composer.text == "/cm")
        scene.type("好")
        scene.press("Shift-Tab", "Right", "Ctrl-S")
        #expect(scene.desk.composer.text == "L 码适合您，好")
    }

    @Test func `asks for what the shop does not have, and for nothing where it has it`() throws {
        let scene = try DeskScene.busy()
        scene.offerMacros()
        scene.type("亲 ::dh")
        scene.press("Enter")
        scene.type("SF99")
        scene.press("Enter")
        #expect(scene.desk.composer.text == "亲 您的运单号是SF99，放心。")
        scene.turn(to: "zhao")
        scene.type("：：dh")
        scene.press("Enter")
        #expect(scene.desk.composer.text == "您的运单号是SF1234567890，放心。")
    }
}
