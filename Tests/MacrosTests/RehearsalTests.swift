import Engine
import Simulation
import Testing

@testable import Macros

@Suite struct `The dry run` {
    @Test func `shows text, tag, memo and the order's difference, and changes nothing`() throws {
        let desk = try Scene.desk()
        let macro = try #require(try Scene.library().named("late-ship"))
        let before = desk.shop
        let trial = macro.rehearse(on: Scene.occasion(Scene.wang, desk))
        #expect(trial.stop == nil)
        #expect(trial.asks.isEmpty && trial.isReady)
        #expect(trial.sent == ["非常抱歉让您久等了，您的订单最晚今天18:02发出，我已经备注加急。"])
        #expect(trial.tags == [.init(name: "迟发", isHung: true)])
        #expect(
            trial.changes.map { "\($0.label.zh) \($0.from?.zh ?? "") → \($0.to.zh)" } == [
                "备注  → 红 客户催发货", "标签  → #迟发",
            ])
        #expect(desk.shop == before)
    }

    @Test func `hears the promise that is in the text, as the shift would`() throws {
        let desk = try Scene.desk()
        let macro = try #require(try Scene.library().named("late-ship"))
        let trial = macro.rehearse(on: Scene.occasion(Scene.wang, desk))
        #expect(trial.promises.map(\.deed) == [.ship("2026031700010003")])
    }

    @Test func `names the step that would be refused and why, and tries no further`() throws {
        let desk = try Scene.desk()
        let macro = try Scene.macro(
            """
            macros:
              - name: a
                steps: [{tag: VIP}, {compensate: 500.00}, {tag: 之后}]
            """)
        let trial = macro.rehearse(on: Scene.occasion(Scene.wang, desk))
        #expect(trial.trials.count == 2)
        #expect(trial.stop?.step == 1)
        #expect(macro.line(ofStep: 1) == 3)
        guard case .refused(.overTheLimit) = trial.stop?.reason else {
            Issue.record("\(String(describing: trial.stop))")
            return
        }
        #expect(trial.stop?.reason.sentence(in: .chinese).isEmpty == false)
    }

    @Test func `is not for a conversation where its situation does not hold`() throws {
        let desk = try Scene.desk()
        let library = try Scene.library()
        let late = try #require(library.named("late-ship"))
        let trial = late.rehearse(on: Scene.occasion(Scene.liqian, desk))
        #expect(trial.stop == .init(step: nil, reason: .notHere))
        #expect(
            library.offered(on: Scene.occasion(Scene.liqian, desk)).map(\.name)
                == ["where-is-it", "to-zhou"])
    }

    @Test func `asks for what the person has to give, with what Enter would take`() throws {
        let desk = try Scene.desk()
        let macro = try #require(try Scene.library().named("make-good"))
        let trial = macro.rehearse(on: Scene.occasion(Scene.wang, desk))
        #expect(
            trial.asks == [
                .init(
                    kind: .parameter("amount", .money, options: []),
                    label: Bilingual(zh: "补偿金额", en: "Amount"), standard: "5.00")
            ])
        #expect(trial.sent == ["这次是我们没做好，已经给您补偿5.00元，另外送您一张“满300减30”。"])
        let given = macro.rehearse(
            on: Scene.occasion(Scene.wang, desk), answers: Answers(["amount": "8.5"]))
        #expect(given.isReady)
        #expect(
            given.commands.first
                == .compensate(order: "2026031700010003", amount: Money(fen: 850), reason: .quality)
        )
    }

    @Test func `says when an answer cannot be read`() throws {
        let desk = try Scene.desk()
        let macro = try #require(try Scene.library().named("make-good"))
        let trial = macro.rehearse(
            on: Scene.occasion(Scene.wang, desk), answers: Answers(["amount": "很多"]))
        #expect(
            trial.stop == .init(step: nil, reason: .unreadable(parameter: "补偿金额", value: "很多")))
    }

    @Test func `takes the branch that holds`() throws {
        let desk = try Scene.desk()
        let macro = try #require(try Scene.library().named("where-is-it"))
        let moving = macro.rehearse(on: Scene.occasion(Scene.chen, desk))
        #expect(moving.sent == ["您的包裹由顺丰承运，单号SF1001，最新一条：杭州 已揽收。"])
        #expect(moving.goesOn)
        let here = macro.rehearse(on: Scene.occasion(Scene.wang, desk, .english))
        #expect(
            here.sent == [
                "Your order is still in the warehouse. I've just asked them to hurry; it leaves by "
                    + "18:02 today at the latest."
            ])
        #expect(here.commands.contains(.urge(order: "2026031700010003")))
        #expect(here.trials.map(\.number) == [0, 1, 4, 5, 6, 7])
    }

    @Test func `a case in view, a choice by mood and a confirmation`() throws {
        let desk = try Scene.desk()
        try desk.send(
            .requestRefund(order: "2026031700010003", reason: .lateShipment), by: .buyer("wang"))
        let macro = try #require(try Scene.library().named("refund-now"))
        let occasion = Scene.occasion(Scene.wang, desk)
        let trial = macro.rehearse(on: occasion)
        #expect(
            trial.asks.map(\.label.zh) == ["致歉的原因", "语气", "同意这笔退款？"])
        let answers = Answers(["sorry": "让您久等了", "tone": "安抚"], confirmed: [2])
        let given = macro.rehearse(on: occasion, answers: answers)
        #expect(given.isReady)
        #expect(given.sent == ["让您久等了，退款已经同意，原路返回。"])
        #expect(
            given.commands.map { "\($0)".prefix { $0 != "(" } } == [
                "agreeRefund", "reply", "close",
            ])
    }

    @Test func `a calm customer is offered no words for an angry one`() throws {
        let desk = try Scene.desk()
        try desk.send(
            .requestRefund(order: "2026031700010003", reason: .lateShipment), by: .buyer("wang"))
        for _ in 0..<12 {
            try desk.send(.say(conversation: Scene.wang, text: "好"), by: .buyer("wang"))
        }
        let macro = try #require(try Scene.library().named("refund-now"))
        let trial = macro.rehearse(on: Scene.occasion(Scene.wang, desk))
        #expect(trial.asks.map(\.label.zh) == ["致歉的原因", "同意这笔退款？"])
    }

    @Test func `relative times, a waiting ticket and a choice go into the fields`() throws {
        let desk = try Scene.desk()
        let macro = try #require(try Scene.library().named("ask-carrier"))
        let trial = macro.rehearse(
            on: Scene.occasion(Scene.chen, desk), answers: Answers(["what": "物流停滞"]))
        #expect(trial.isReady)
        let promise = try #require(trial.promises.first)
        #expect(promise.deed == .report(ticket: "t1"))
        #expect(promise.due == Scene.now + .hours(2))
        // What is said is what was entered: it is one promise.
        #expect(trial.promises.count == 1)
        #expect(trial.sent == ["我正在找快递核实，今天16:02前给您答复。"])
        guard case .ticketOpened(let ticket) = trial.events.first else {
            Issue.record("no ticket")
            return
        }
        #expect(ticket.summary == "SF1001 物流停滞，请核实")
        #expect(ticket.order == "2026031600010007")
    }

    @Test func `fills a parameter from itself, and asks before that`() throws {
        let desk = try Scene.desk()
        let macro = try #require(try Scene.library().named("to-zhou"))
        let occasion = Scene.occasion(Scene.chen, desk)
        let open = macro.rehearse(on: occasion)
        #expect(open.asks.map(\.label.zh) == ["说明"])
        #expect(open.trials.map(\.outcome).first == .waits(for: ["说明"]))
        let given = macro.rehearse(on: occasion, answers: Answers(["why": "要查签收"]))
        #expect(
            given.commands.first
                == .note(conversation: Scene.chen, text: "订单2026031600010007，要查签收"))
        #expect(given.goesOn)
    }

    @Test func `a text with a hole is never sent`() throws {
        let desk = try Scene.desk()
        let macro = try Scene.macro(
            """
            macros:
              - name: a
                steps: [{insert: "单号{{order.tracking}}"}, send]
            """)
        let trial = macro.rehearse(on: Scene.occasion(Scene.wang, desk))
        #expect(trial.stop == .init(step: 1, reason: .missing(["order.tracking"])))
        #expect(trial.sent.isEmpty)
    }

    @Test func `a sentence with a mark within it is never sent, and is left in the draft`() throws {
        let desk = try Scene.desk()
        func trial(_ steps: String) throws -> Rehearsal {
            try Scene.macro("macros:\n  - name: a\n    steps: \(steps)\n")
                .rehearse(on: Scene.occasion(Scene.wang, desk))
        }
        let sent = try trial("[{insert: 还差$|$元到门槛。}, send]")
        #expect(sent.sent.isEmpty)
        #expect(sent.stop == .init(step: 1, reason: .missing(["还差__元到门槛"])))
        let left = try trial("[{insert: 还差$|$元到门槛。}]")
        #expect(left.stop == nil)
        #expect(left.draft.text == "还差元到门槛。")
        #expect(try trial("[{insert: 您好。$|$}, send]").sent == ["您好。"])
    }

    @Test func `what is not sent goes to the caret of the draft, and the draft stays`() throws {
        let desk = try Scene.desk()
        let macro = try Scene.macro(
            """
            macros:
              - name: a
                steps: [{insert: 您好}, send, {insert: "稍等$|$哦"}]
            """)
        let trial = macro.rehearse(
            on: Scene.occasion(Scene.wang, desk, draft: Draft("前后", caret: 1)))
        #expect(trial.sent == ["您好"])
        #expect(trial.draft == Draft("前稍等哦后", caret: 3))
    }

    @Test func `remarks on words that must not be said, and on what the desk objects to`() throws {
        let desk = try Scene.desk()
        let macro = try Scene.macro("macros: [{name: a, steps: [{insert: 这是全网最低价}, send]}]")
        var occasion = Scene.occasion(Scene.wang, desk)
        occasion.objections = { text, talk, shop in
            #expect(shop.orders(of: talk.customer).count == 1)
            return [.init(text, Bilingual(zh: "实付 176.00", en: "176.00 was paid"))]
        }
        let trial = macro.rehearse(on: occasion)
        #expect(trial.remarks.contains { $0.words.contains("最低") })
        #expect(trial.remarks.last?.text.zh == "实付 176.00")
        #expect(trial.isReady)
    }

    @Test func `a default that has no value here is asked for, by its label`() throws {
        let desk = try Scene.desk()
        let macro = try Scene.macro(
            """
            macros:
              - name: a
                parameters:
                  - {name: trk, type: text, label: 单号, default: "{{order.tracking}}"}
                steps: [{insert: "单号{{trk}}"}, send]
            """)
        let trial = macro.rehearse(on: Scene.occasion(Scene.wang, desk))
        #expect(trial.asks.map(\.label.zh) == ["单号"])
        #expect(trial.stop == nil)
        #expect(trial.trials.last?.line(in: .chinese).contains("单号") == true)
        let answered = macro.rehearse(
            on: Scene.occasion(Scene.wang, desk), answers: Answers(["trk": "YT8"]))
        #expect(answered.sent == ["单号YT8"])
    }

    @Test func `a line that is not there is not another one`() throws {
        let desk = try Scene.desk()
        let macro = try Scene.macro(
            """
            macros:
              - name: a
                parameters: [{name: which, type: line, default: "1"}]
                steps: [{protectPrice: "{{which}}"}]
            """)
        let trial = macro.rehearse(on: Scene.occasion(Scene.wang, desk))
        #expect(trial.commands.isEmpty)
        #expect(trial.asks.count == 1)
    }

    @Test func `a moment may have the colon of an input method`() throws {
        let desk = try Scene.desk()
        let macro = try Scene.macro(
            "macros: [{name: a, steps: [{tag: {name: 盯, expires: 明天18：00}}]}]")
        #expect(macro.rehearse(on: Scene.occasion(Scene.wang, desk)).isReady)
    }

    @Test func `the order in view is the one that is meant`() throws {
        let desk = try Scene.desk()
        let macro = try Scene.macro("macros: [{name: a, steps: [{memo: 看这单}]}]")
        var occasion = Scene.occasion(Scene.wang, desk)
        occasion.order = "2026031600010007"
        // Somebody else's order is in nobody's view.
        #expect(
            macro.rehearse(on: occasion).stop?.reason
                == .nothingInView(command: "memo", field: "order"))
    }

    @Test func `a flag alone keeps the memo's words, words alone its flag`() throws {
        let desk = try Scene.desk()
        _ = try desk.submit(.memo(order: "2026031700010003", flag: .blue, text: "加急"))
        let macro = try Scene.macro(
            "macros: [{name: a, steps: [{memo: {flag: green}}, {memo: 已催}]}]")
        let trial = macro.rehearse(on: Scene.occasion(Scene.wang, desk))
        #expect(
            trial.commands == [
                .memo(order: "2026031700010003", flag: .green, text: "加急"),
                .memo(order: "2026031700010003", flag: .green, text: "已催"),
            ])
    }

    @Test(arguments: [
        ("18:00", 18, 0, 0), ("13:00", 13, 0, 1), ("明天 9:30", 9, 30, 1),
        ("tomorrow 09:30", 9, 30, 1),
        ("今天18:00", 18, 0, 0), ("18:00 today", 18, 0, 0), ("D+2 08:00", 8, 0, 2),
        ("2026-03-20 08:00", 8, 0, 2), ("3月20日 08:00", 8, 0, 2), ("08:00 on 20 March", 8, 0, 2),
        ("+90m", 15, 32, 0), ("+1d2h", 16, 2, 1),
    ])
    func `a time is read as people type it`(
        text: String, hour: Int, minute: Int, days: Int
    ) throws {
        let desk = try Scene.desk()
        let macro = try Scene.macro(
            """
            macros:
              - name: a
                steps: [{promise: {deed: report, due: "\(text)", text: 回复}}]
            """)
        let trial = macro.rehearse(on: Scene.occasion(Scene.wang, desk))
        let due = CivilTime(year: 2026, month: 3, day: 18 + days, hour: hour, minute: minute)
        #expect(trial.promises.first?.due == due.instant())
    }

    @Test func `each step is told on a line, in both languages`() throws {
        let desk = try Scene.desk()
        let macro = try Scene.macro(
            """
            macros:
              - name: a
                steps:
                  - insert: {zh: 您好, en: Hello}
                  - send
                  - if: {paid: true}
                    then: [{tag: {zh: 迟发, en: late}}]
                  - compensate: 500.00
            """)
        #expect(
            macro.rehearse(on: Scene.occasion(Scene.wang, desk)).trials.map {
                $0.line(in: .chinese)
            } == [
                "写：您好", "发送：您好", "看情况：是", "打标 迟发",
                "小额打款 500.00 ✗ "
                    + Refusal.overTheLimit(limit: Money(fen: 1760), asked: .yuan(500))
                    .sentence(in: .chinese),
            ])
        #expect(
            macro.rehearse(on: Scene.occasion(Scene.wang, desk, .english)).trials.map {
                $0.line(in: .english)
            }.dropLast() == ["Write: Hello", "Send: Hello", "It depends: yes", "Tag late"])
    }
}
