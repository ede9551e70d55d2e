import Engine
import Simulation
import Support
import Testing

@testable import Macros

@Suite struct `Recording` {
    static let label = Bilingual(zh: "录的", en: "recorded")

    /// Sends each on the desk as a person would, and records it.
    static func record(
        _ commands: [Command], on talk: ConversationID, _ desk: TestDesk
    ) throws -> Recorder {
        var recorder = Recorder(on: Scene.occasion(talk, desk))
        for command in commands {
            let before = desk.shop
            let records = try desk.submit(command)
            recorder.take(command, in: before, records: records)
        }
        return recorder
    }

    @Test func `what was done for one customer is done for the next with other values`() throws {
        let desk = try Scene.desk()
        let recorder = try Self.record(
            [
                .reply(
                    conversation: Scene.chen,
                    text: "陈先生您好，您的订单2026031600010007由顺丰承运，单号SF1001，实付176.00元"),
                .tag(customer: "chen", name: "查件", expires: nil),
                .memo(order: "2026031600010007", flag: .red, text: "查SF1001"),
                .look(conversation: Scene.chen, at: .track("2026031600010007")),
            ], on: Scene.chen, desk)
        let macro = try #require(recorder.macro(named: "where", label: Self.label))
        let said =
            "{{customer.name}}您好，您的订单{{order.id}}由{{order.carrier}}承运，单号{{order.tracking}}，"
            + "实付{{order.paid}}元"
        #expect(
            macro.steps == [
                .insert(Bilingual(zh: said, en: said)), .send,
                .act(DeskAct("tag", .fields([.init("name", .text("查件"))]))),
                .act(
                    DeskAct(
                        "memo",
                        .fields([
                            .init("flag", .text("red")),
                            .init("text", .text("查{{order.tracking}}")),
                        ]))),
                .act(DeskAct("look", .fields([.init("at", .text("track"))]))),
            ])
        try desk.send(
            .ship(order: "2026031700010003", carrier: "中通", tracking: "ZT9"), by: .warehouse)
        let trial = macro.rehearse(on: Scene.occasion(Scene.wang, desk))
        #expect(trial.sent == ["王姐您好，您的订单2026031700010003由中通承运，单号ZT9，实付176.00元"])
        #expect(trial.commands.contains(.memo(order: "2026031700010003", flag: .red, text: "查ZT9")))
    }

    @Test func `dates of the order become variables, others stay as far away as they were`() throws
    {
        let desk = try Scene.desk()
        let recorder = try Self.record(
            [
                .promise(
                    conversation: Scene.wang, text: "今天18:02前发出", deed: .ship("2026031700010003"),
                    due: Scene.now + .hours(4), message: nil),
                .tag(customer: "wang", name: "盯", expires: Scene.now + .days(1) + .minutes(30)),
            ], on: Scene.wang, desk)
        let macro = try #require(recorder.macro(named: "a", label: Self.label))
        #expect(
            macro.steps == [
                .act(
                    DeskAct(
                        "promise",
                        .fields([
                            .init("text", .text("{{order.shipBy}}前发出")),
                            .init("deed", .text("ship")),
                            .init("due", .text("{{order.shipBy}}")),
                        ]))),
                .act(
                    DeskAct(
                        "tag",
                        .fields([.init("name", .text("盯")), .init("expires", .text("+1d30m"))]))),
            ])
    }

    @Test func `sums and numbers are values however they were typed`() throws {
        let desk = try Scene.desk()
        let recorder = try Self.record(
            [
                .reply(
                    conversation: Scene.chen,
                    text: "176元、¥176、176块，尾号0007，别的176和176.5不是")
            ], on: Scene.chen, desk)
        let macro = try #require(recorder.macro(named: "a", label: Self.label))
        let said =
            "{{order.paid|money}}、¥{{order.paid}}、{{order.paid}}块，尾号{{order.id|last}}，别的176和176.5不是"
        #expect(macro.steps.first == .insert(Bilingual(zh: said, en: said)))
    }

    @Test func `an address is nobody else's: all of it is asked for`() throws {
        let desk = try Scene.desk()
        let order: OrderID = "2026031700010003"
        let recorder = try Self.record(
            [
                .changeAddress(
                    order: order,
                    address: Address(
                        name: "王芳", phone: "13800001111", region: "浙江省 杭州市", street: "新路8号"))
            ], on: Scene.wang, desk)
        let macro = try #require(recorder.macro(named: "a", label: Self.label))
        #expect(
            macro.parameters.map(\.name) == [
                "addressName", "addressPhone", "addressRegion", "addressStreet",
            ])
        #expect(!macro.yaml.contains("13800001111") && !macro.yaml.contains("新路"))
    }

    @Test func `what was left as it was is left as it is`() throws {
        let desk = try Scene.desk()
        let order: OrderID = "2026031700010003"
        _ = try desk.submit(.memo(order: order, flag: .blue, text: "顾客听不见，别打电话"))
        let recorder = try Self.record(
            [.memo(order: order, flag: .green, text: "顾客听不见，别打电话")], on: Scene.wang, desk)
        let macro = try #require(recorder.macro(named: "a", label: Self.label))
        #expect(
            macro.steps == [
                .act(DeskAct("memo", .fields([.init("flag", .text("green"))])))
            ])
    }

    @Test func `a message that was recalled later is not part of it`() throws {
        let desk = try Scene.desk()
        var recorder = Recorder(on: Scene.occasion(Scene.wang, desk))
        var first: MessageID?
        for text in ["错话", "对的话"] {
            let before = desk.shop
            let command = Command.reply(conversation: Scene.wang, text: text)
            let records = try desk.submit(command)
            recorder.take(command, in: before, records: records)
            first = first ?? desk.shop.conversations[Scene.wang]?.messages.last?.id
        }
        let recall = Command.recall(message: try #require(first))
        let before = desk.shop
        recorder.take(recall, in: before, records: try desk.submit(recall))
        let macro = try #require(recorder.macro(named: "a", label: Self.label))
        #expect(macro.steps == [.insert(Bilingual(zh: "对的话", en: "对的话")), .send])
    }

    @Test func `a number within a longer one is no value of the order`() throws {
        let desk = try Scene.desk()
        let recorder = try Self.record(
            [.reply(conversation: Scene.chen, text: "1176.00和SF10012都不是，SF1001是")], on: Scene.chen,
            desk)
        let macro = try #require(recorder.macro(named: "a", label: Self.label))
        let said = "1176.00和SF10012都不是，{{order.tracking}}是"
        #expect(macro.steps.first == .insert(Bilingual(zh: said, en: said)))
    }

    @Test func `what is undone at once is not in the recording`() throws {
        let desk = try Scene.desk()
        let recorder = try Self.record(
            [
                .tag(customer: "wang", name: "错", expires: nil),
                .untag(customer: "wang", name: "错"),
                .tag(customer: "wang", name: "对", expires: nil),
            ], on: Scene.wang, desk)
        #expect(recorder.count == 1)
    }

    @Test func `another customer's commands are not recorded`() throws {
        let desk = try Scene.desk()
        let recorder = try Self.record(
            [
                .tag(customer: "chen", name: "别人", expires: nil),
                .reply(conversation: Scene.chen, text: "别人"),
                .memo(order: "2026031600010007", flag: .red, text: "别人"),
                .take(conversation: Scene.wang),
            ].dropLast(1), on: Scene.wang, desk)
        #expect(recorder.count == 0)
        #expect(recorder.macro(named: "a", label: Self.label) == nil)
    }

    @Test func `is rehearsed for a marked set, the later ones seeing what the earlier took`() throws
    {
        let desk = try Scene.desk()
        let macro = try Scene.macro(
            "macros: [{name: a, steps: [{compensate: 5.00}, {insert: 已补偿}]}]")
        var occasion = Scene.occasion(Scene.wang, desk, draft: Draft("只在这里"))
        occasion.order = "2026031700010003"
        let trials = macro.rehearse(
            for: [Scene.wang, Scene.liqian, Scene.chen, Scene.wang], on: occasion,
            drafts: { $0 == Scene.chen ? Draft("陈") : Draft() })
        #expect(trials.map(\.conversation) == [Scene.wang, Scene.liqian, Scene.chen, Scene.wang])
        #expect(trials.map { $0.stop == nil } == [true, false, true, trials[3].stop == nil])
        #expect(
            trials.map(\.draft.text)
                == ["已补偿", "", "陈已补偿", "已补偿"].enumerated().map {
                    $0.offset == 3 ? trials[3].draft.text : $0.element
                })
        // Twice for one order is counted together.
        #expect(trials[3].changes.first?.from?.zh == "5.00")
    }

    @Test func `by dice: a recording played on the same shop is what was recorded`() throws {
        var played = 0
        for store in 0..<Soak.rounds(10, soaking: 200) {
            let start = try RandomShop.desk(seed: UInt64(store + 500)).shop
            for number in 0..<20 {
                let seed = UInt64(store * 20 + number)
                var dice = RandomMacro(seed: seed)
                guard let talk = start.conversations.keys.first else { continue }
                let occasion = Occasion(shop: start, conversation: talk, tongue: .chinese)
                let answers = Answers(["amount": "2.00"], confirmed: Set(0..<200))
                let trial = dice.macro().rehearse(on: occasion, answers: answers)
                guard trial.stop == nil, !trial.commands.isEmpty else { continue }
                var recorder = Recorder(on: occasion)
                let desk = TestDesk(start)
                var commands: [Command] = []
                for command in trial.commands {
                    let before = desk.shop
                    let count = recorder.count
                    let records = try desk.submit(command)
                    recorder.take(command, in: before, records: records)
                    if recorder.count > count { commands.append(command) }
                    if recorder.count < count { commands.removeLast() }
                }
                guard let macro = recorder.macro(named: "again", label: Self.label) else {
                    continue
                }
                // Without what was undone the later ones may see another shop.
                guard commands == trial.commands else { continue }
                let again = macro.rehearse(on: occasion, answers: answers)
                #expect(again.commands == commands, "seed \(seed): \(macro.yaml)")
                #expect(again.stop == nil, "seed \(seed): \(macro.yaml)")
                played += 1
            }
        }
        #expect(played > 20)
    }
}
