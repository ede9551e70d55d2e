import Engine
import Testing

@testable import Macros

@Suite struct `The run` {
    @Test func `does what the dry run showed, promises included`() throws {
        let desk = try Scene.desk()
        let macro = try #require(try Scene.library().named("late-ship"))
        let occasion = Scene.occasion(Scene.wang, desk)
        let trial = macro.rehearse(on: occasion)
        let run = macro.perform(on: occasion, shown: trial, submit: desk.submit)
        guard case .done = run.outcome else {
            Issue.record("\(run.outcome)")
            return
        }
        #expect(run.records.map(\.event) == trial.events)
        #expect(desk.shop.customers["wang"]?.tags.map(\.name) == ["迟发"])
        #expect(run.draft == Draft())
    }

    @Test func `sends nothing where one step would be refused`() throws {
        let desk = try Scene.desk()
        let macro = try Scene.macro(
            "macros: [{name: a, steps: [{insert: 好的}, send, {tag: VIP}, {compensate: 500.00}]}]")
        let before = desk.shop
        let run = macro.perform(on: Scene.occasion(Scene.wang, desk), submit: desk.submit)
        guard case .notStarted(.refused(let stop)) = run.outcome else {
            Issue.record("\(run.outcome)")
            return
        }
        #expect(stop.step == 3)
        #expect(desk.shop == before)
        #expect(run.undo == nil)
    }

    @Test func `does not run before everything is answered`() throws {
        let desk = try Scene.desk()
        let macro = try #require(try Scene.library().named("make-good"))
        let before = desk.shop
        let run = macro.perform(on: Scene.occasion(Scene.wang, desk), submit: desk.submit)
        guard case .notStarted(.asks(let asks)) = run.outcome else {
            Issue.record("\(run.outcome)")
            return
        }
        #expect(asks.count == 1)
        #expect(desk.shop == before)
    }

    @Test func `does nothing when it would by now do something else than was shown`() throws {
        let desk = try Scene.desk()
        let macro = try #require(try Scene.library().named("where-is-it"))
        let trial = macro.rehearse(on: Scene.occasion(Scene.wang, desk))
        try desk.send(
            .ship(order: "2026031700010003", carrier: "中通", tracking: "ZT9"), by: .warehouse)
        try desk.send(.scan(tracking: "ZT9", code: .pickedUp, text: "已揽收"), by: .carrier)
        let before = desk.shop
        let run = macro.perform(
            on: Scene.occasion(Scene.wang, desk), shown: trial, submit: desk.submit)
        guard case .notStarted(.differs) = run.outcome else {
            Issue.record("\(run.outcome)")
            return
        }
        #expect(run.rehearsal.sent == ["您的包裹由中通承运，单号ZT9，最新一条：已揽收。"])
        #expect(desk.shop == before)
    }

    @Test func `takes back what was done when somebody was quicker, and says what stays`() throws {
        let desk = try Scene.desk()
        let macro = try Scene.macro(
            """
            macros:
              - name: a
                steps: [{tag: VIP}, {memo: 加急}, urge, {insert: 好的}, send]
            """)
        let occasion = Scene.occasion(Scene.wang, desk, draft: Draft("写到一半"))
        desk.failsAfter = 3
        let run = macro.perform(on: occasion, submit: desk.submit)
        guard case .stopped(let stopped) = run.outcome else {
            Issue.record("\(run.outcome)")
            return
        }
        #expect(stopped.takenBack.map(\.title.zh) == ["订单备注", "标签“VIP”"])
        #expect(stopped.stays.map(\.zh) == ["“催仓库”撤不回"])
        #expect(desk.shop.customers["wang"]?.tags.isEmpty == true)
        #expect(desk.shop.orders["2026031700010003"]?.memo == nil)
        #expect(run.draft == Draft("写到一半"))
    }

    @Test func `one undo takes back a tag and a memo wholly`() throws {
        let desk = try Scene.desk()
        let macro = try Scene.macro("macros: [{name: a, steps: [{tag: VIP}, {memo: 加急}]}]")
        let before = try Dump.of(desk.shop)
        let run = macro.perform(on: Scene.occasion(Scene.wang, desk), submit: desk.submit)
        let undo = try #require(run.undo)
        #expect(undo.undoes == .wholly)
        #expect(try Dump.of(desk.shop) != before)
        let taken = undo.perform(desk.submit)
        #expect(taken.stays.isEmpty)
        #expect(try Dump.of(desk.shop) == before)
    }

    @Test func `a sent message is taken back in part, a refund not at all`() throws {
        let desk = try Scene.desk()
        let sent = try Scene.macro("macros: [{name: a, steps: [{insert: 好的}, send, {tag: VIP}]}]")
            .rehearse(on: Scene.occasion(Scene.wang, desk))
        #expect(
            sent.undoes
                == .partly([
                    Bilingual(
                        zh: "消息撤回了，顾客会看到“已撤回”", en: "the customer sees that a message was recalled")
                ]))
        let paid = try Scene.macro("macros: [{name: a, steps: [{compensate: 5.00}]}]")
            .rehearse(on: Scene.occasion(Scene.wang, desk))
        #expect(
            paid.undoes
                == .not([Bilingual(zh: "“小额打款”撤不回", en: "“Compensate” cannot be taken back")]))
        #expect(paid.undoes.sentence(in: .chinese) == "撤不回：“小额打款”撤不回。")
    }

    @Test func `an undo that comes too late leaves the message and takes the rest`() throws {
        let desk = try Scene.desk()
        let macro = try Scene.macro(
            "macros: [{name: a, steps: [{tag: VIP}, {insert: 好的}, send]}]")
        let run = macro.perform(on: Scene.occasion(Scene.wang, desk), submit: desk.submit)
        let undo = try #require(run.undo)
        desk.wait(.minutes(10))
        let taken = undo.perform(desk.submit)
        #expect(taken.stays.map(\.reverse.title.zh) == ["刚发的消息"])
        #expect(taken.reverses.map(\.title.zh) == ["标签“VIP”"])
        #expect(desk.shop.customers["wang"]?.tags.isEmpty == true)
    }

    @Test func `looking something up is nothing to take back`() throws {
        let desk = try Scene.desk()
        let trial = try Scene.macro("macros: [{name: a, steps: [{look: track}]}]")
            .rehearse(on: Scene.occasion(Scene.chen, desk))
        #expect(trial.commands == [.look(conversation: Scene.chen, at: .track("2026031600010007"))])
        #expect(trial.undoes == .wholly)
    }
}
