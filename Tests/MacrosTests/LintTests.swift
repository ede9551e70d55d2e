import Engine
import Language
import Simulation
import Testing

@testable import Macros

@Suite struct `Checking macros` {
    private func faults(_ yaml: String) throws -> [String] {
        try MacroLint(reads: Scene.reads).faults(in: Scene.macro(yaml)).map {
            $0.sentence(in: .english)
        }
    }

    @Test func `finds nothing in the six examples`() throws {
        for macro in try Scene.library().macros {
            let found = MacroLint(reads: Scene.reads).faults(in: macro)
            #expect(found.map { $0.sentence(in: .chinese) } == [])
        }
    }

    @Test func `finds a step after the close, one after next, and a sending of nothing`() throws {
        let found = try faults(
            """
            macros:
              - name: a
                steps:
                  - send
                  - close
                  - tag: x
                  - hold: y
                  - next
                  - tag: z
            """)
        #expect(
            found == [
                "macros.yaml:4 a: there is no insert before send.",
                "macros.yaml:7 a: the conversation is over by then, so “hold” cannot be done; move it up.",
                "macros.yaml:9 a: nothing after next is done; move it up.",
            ])
    }

    @Test func `what is so on one way only is no fault`() throws {
        let found = try faults(
            """
            macros:
              - name: a
                steps:
                  - insert: 您好
                  - if: {paid: true}
                    then: [close]
                  - send
            """)
        #expect(found == [])
    }

    @Test func `finds words that must not be said, wherever they stand`() throws {
        let found = try faults(
            """
            macros:
              - name: a
                steps:
                  - choose:
                      name: which
                      of: [{text: {zh: 好的, en: Sure}}, {text: {zh: 加我微信聊, en: add me on WeChat}}]
                  - send
            """)
        #expect(found.contains { $0.hasPrefix("macros.yaml:4 a: “") && $0.contains("rather say") })
    }

    @Test func `finds parameters that nobody uses or nobody gives`() throws {
        let found = try faults(
            """
            macros:
              - name: a
                parameters:
                  - {name: one, type: text, default: x}
                  - {name: two, type: text, ask: false}
                steps: [{insert: "{{two}}"}, send]
            """)
        #expect(
            found == [
                "macros.yaml:2 a: the parameter “one” is not used.",
                "macros.yaml:2 a: “two” is never asked and has no default.",
            ])
    }

    @Test func `finds an unknown variable in a macro made by hand`() {
        let macro = Macro(
            name: "a", label: Bilingual(zh: "a", en: "a"),
            steps: [.insert(Bilingual(zh: "{{order.trackng}}", en: "x")), .send])
        let found = MacroLint().faults(in: macro)
        #expect(
            found.map(\.fact) == [
                .unknownVariable("order.trackng", nearest: "order.tracking")
            ])
    }
}
