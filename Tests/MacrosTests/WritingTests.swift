import Engine
import Language
import Simulation
import Support
import Testing

@testable import Macros

@Suite struct `Writing macros` {
    private func read(_ yaml: String) -> (macros: [Macro], problems: [String]) {
        var library = MacroLibrary()
        library.add(yaml: yaml, named: "written.yaml")
        return (library.macros, library.problems.map { $0.sentence(in: .english) })
    }

    @Test func `the six examples read as they were after being written`() throws {
        let macros = try Scene.library().macros
        let written = Macro.yaml(macros)
        let again = read(written)
        #expect(again.problems == [], "\(written)")
        #expect(again.macros == macros, "\(written)")
        #expect(Macro.yaml(again.macros) == written)
    }

    @Test func `is written as a person would`() throws {
        let macro = try #require(try Scene.library().named("late-ship"))
        #expect(
            macro.yaml == """
                macros:
                  - name: late-ship
                    label: {zh: 迟发安抚, en: Late shipment}
                    folder: {zh: 售中, en: Order}
                    keys: F5
                    search_terms: [迟发, 延迟发货, late]
                    stage: order
                    when: {status: waitShip}
                    steps:
                      - insert:
                          zh: "非常抱歉让您久等了，您的订单最晚{{order.shipBy}}发出，我已经备注加急。"
                          en: "I'm sorry for the wait. Your order leaves by {{order.shipBy}} at the latest, and I've marked it urgent."
                      - send
                      - tag: {zh: 迟发, en: late}
                      - memo: {flag: red, text: {zh: 客户催发货, en: customer is waiting}}

                """)
    }

    @Test(arguments: [
        "", " ", "true", "5.00", "- x", "a: b", "a #b", "\"q\"", "it's", "{{x}}", "第一行\n第二行\t。",
        "null", "~", "*a", "&b", "!c", "%d", "@e", "`f`", "1:30", "0x10", "你好：世界", "\u{2028}",
        "\u{7F}é",
        "😀 emoji", "[a]", "a, b", "\\", "2026-03-18", "+2h", "# 号", "末尾空格 ",
    ])
    func `any text comes back as it was`(text: String) {
        let words = Bilingual(zh: text, en: text + "x")
        let macro = Macro(
            name: "a", label: words, words: [text, "b"],
            parameters: [
                Parameter(
                    "p", .choice, label: words, standard: words, isAsked: false,
                    options: [.init(value: words), .init(value: words, when: .hasOrder)])
            ],
            steps: [.act(DeskAct("note", .fields([.init("text", .words(words))])))])
        let again = read(macro.yaml)
        #expect(
            again.macros == [macro] || again.problems.allSatisfy { $0.contains("no variable") },
            "\(macro.yaml)\n\(again.problems)")
    }

    @Test func `by dice: read, written and read again is the same macro`() throws {
        let rounds = Soak.rounds(200, soaking: 5_000)
        var count = 0
        for seed in 1...rounds {
            var dice = RandomMacro(seed: UInt64(seed))
            let macro = dice.macro()
            let first = read(macro.yaml)
            // Dice also make fields that no file may have.
            guard let once = first.macros.first else {
                #expect(!first.problems.isEmpty, "seed \(seed)\n\(macro.yaml)")
                continue
            }
            #expect(once == macro, "seed \(seed)\n\(macro.yaml)")
            #expect(once.yaml == macro.yaml, "seed \(seed)")
            count += 1
        }
        #expect(count > rounds / 5, "\(count)")
    }

    @Test func `every situation comes back`() throws {
        let situations: [Situation] = [
            .all([.hasOrder, .not(.hasOrder)]), .any([.drafted, .not(.drafted)]),
            .all([.shop(.paid), .stage([.preSale, .order]), .mood([.angry])]),
            .not(.all([.shop(.paid), .shop(.late)])), .not(.shop(.paid)), .openCase([]),
            .not(.openCase([])), .openCase([.refund, .exchange]), .channel([.jd]),
            .amount(.paid, .atLeast, than: "10.00"), .amount(.parameter("p"), .less, than: "{{p}}"),
            .parameter("p", isOneOf: ["a", "b: c"]), .shop(.memo(flag: .red, text: nil)),
            .shop(.memo(flag: nil, text: "x")), .shop(.memo(flag: .pink, text: "x")),
            .shop(.ticket(.carrier, answered: true)), .shop(.ticket(.legal, answered: false)),
            .shop(.afterSale(.refund, reason: .quality, done: true)), .shop(.tagged(nil)),
            .shop(.reviewed(atLeast: 4)), .not(.shop(.reviewed(atLeast: 1))),
            .shop(.not(.noPromiseOpen)), .not(.shop(.not(.noPromiseBroken))),
            .shop(.compensated(.yuan(5))), .shop(.inStock("dress-L")), .shop(.cardSent("order")),
            .shop(.has("dress-L")), .shop(.verdict(nil)), .shop(.verdict(.forSeller)),
            .shop(.status([.waitPay])), .shop(.caseState([.waitSeller, .done])),
        ]
        for situation in situations {
            let macro = Macro(
                name: "a", label: Bilingual(zh: "a", en: "a"),
                parameters: [Parameter("p", .money, label: Bilingual(zh: "p", en: "p"))],
                steps: [.branch(when: situation, then: [.send], otherwise: [])])
            let again = read(macro.yaml)
            #expect(again.problems == [], "\(macro.yaml)")
            #expect(again.macros == [macro], "\(macro.yaml)")
        }
    }
}
