import Engine
import Simulation
import Support
import Testing

@testable import Macros

@Suite struct `Reading macros` {
    @Test func `the six examples are read without a problem`() throws {
        let library = try Scene.library()
        #expect(library.problems.map { $0.sentence(in: .english) } == [])
        #expect(
            library.macros.map(\.name) == [
                "late-ship", "make-good", "where-is-it", "refund-now", "ask-carrier", "to-zhou",
            ])
    }

    @Test func `a short form is the field it stands for`() throws {
        let macro = try Scene.macro(
            """
            macros:
              - name: a
                steps: [{tag: 迟发}, {hold: 等快递}, close]
            """)
        #expect(
            macro.steps == [
                .act(DeskAct("tag", .fields([.init("name", .text("迟发"))]))),
                .act(DeskAct("hold", .fields([.init("note", .text("等快递"))]))),
                .act(DeskAct("close")),
            ])
    }

    @Test func `a file of replies may hold macros as well`() throws {
        var library = MacroLibrary()
        library.add(yaml: "matches: []\nmacros:\n  - {name: a, steps: [send]}\n", named: "x")
        library.add(yaml: "matches: []\n", named: "y")
        #expect(library.macros.map(\.name) == ["a"])
        #expect(library.problems.isEmpty)
    }

    @Test func `a misspelt step is told with the nearest, and the other macros work`() throws {
        let yaml = """
            macros:
              - name: a
                steps:
                  - send
                  - tga: x
              - name: b
                steps: [send]
            """
        #expect(
            Scene.problems(yaml) == [
                "macros.yaml:5: a.steps[2].tga: there is no step “tga”; did you mean “tag”?"
            ])
        var library = MacroLibrary()
        library.add(yaml: yaml, named: "macros.yaml")
        #expect(library.macros.map(\.name) == ["b"])
    }

    @Test(arguments: [
        ("memo: {flg: red}", "memo.flg: there is no field “flg”; did you mean “flag”?"),
        ("memo: {flag: rde}", "memo.flag: “rde” cannot stand here; did you mean “red”?"),
        (
            "compensate: {amount: 5元, reason: quality}",
            "compensate.amount: “5元” is no amount such as 5.00."
        ),
        (
            "compensate: {amount: 5.00, reason: qualty}",
            "compensate.reason: “qualty” cannot stand here; did you mean “quality”?"
        ),
        ("openTicket: {summary: x}", "openTicket: “department” is missing."),
        (
            "tag: {name: x, expires: soon}",
            "tag.expires: “soon” is no time such as 18:00, tomorrow 18:00 or +2h."
        ),
        (
            "insert: \"{{order.trackng}}\"",
            "insert: there is no variable “order.trackng”; did you mean “order.tracking”?"
        ),
        ("insert: {zh: 好}", "insert: en is missing."),
        ("fill: {amont: 1}", "fill: there is no parameter “amont”; did you mean “amount”?"),
        ("ask: amuont", "ask: there is no parameter “amuont”; did you mean “amount”?"),
        ("macro: b", "macro: a macro cannot call another (“b”); write its steps here."),
        ("other", "other: a macro cannot call another (“other”); write its steps here."),
        ("endShift", "endShift: “endShift” cannot be part of a macro."),
        ("say: {conversation: c1, text: x}", "say: “say” cannot be part of a macro."),
        ("issueInvoice: {kind: ordinary, titel: x}", "issueInvoice.invoice: “title” is missing."),
        ("extendReceipt: soon", "extendReceipt.days: “soon” is no whole number."),
        (
            "if: {stats: waitPay}\n        then: [send]",
            "if.stats: there is no field “stats”; did you mean “status”?"
        ),
        (
            "if: {amount: {order.due: 100}}\n        then: [send]",
            "if.amount.order.due: this is not written as expected."
        ),
    ])
    func `what is wrong is told with file, line and field`(step: String, said: String) {
        let yaml = """
            macros:
              - name: other
                steps: [send]
              - name: a
                parameters: [{name: amount, type: money, default: 1}]
                steps:
                  - \(step)
            """
        #expect(Scene.problems(yaml).first == "macros.yaml:7: a.steps[1]." + said)
    }

    @Test func `a problem says the same in Chinese`() {
        var library = MacroLibrary()
        library.add(yaml: "macros:\n  - name: a\n    steps: [{tga: x}]\n", named: "宏.yaml")
        #expect(
            library.problems.map { $0.sentence(in: .chinese) }
                == ["宏.yaml:3：a.steps[1].tga：没有“tga”这一步，是不是“tag”？"])
    }

    @Test func `two macros of one name are one too many`() {
        let said = Scene.problems("macros: [{name: a, steps: [send]}, {name: a, steps: [send]}]")
        #expect(said == ["macros.yaml:1: a: the name “a” is taken."])
    }

    @Test func `a file that is no YAML is told by its line`() {
        let said = Scene.problems("macros:\n  - name: [\n")
        #expect(said.count == 1 && said[0].contains("this YAML cannot be read"))
    }
}
