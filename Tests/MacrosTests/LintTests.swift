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
                  - if: {paid: true}
                    then: [close]
                  - insert: 您好
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

@Suite struct `Text that is never sent` {
    private func faults(_ steps: String) throws -> [String] {
        let yaml = "macros:\n  - name: a\n    steps: [\(steps)]\n"
        return try MacroLint(reads: nil).faults(in: Scene.macro(yaml)).map {
            $0.sentence(in: .english)
        }
    }

    @Test(arguments: ["close", "{transfer: 老周}", "next"])
    func `is a fault before the conversation goes`(last: String) throws {
        let found = try faults("{insert: 再见}, \(last)")
        #expect(found.count == 1 && found[0].contains("has not been sent"), "\(found)")
        #expect(try faults("{insert: 再见}, send, \(last)") == [])
        let chosen = "{choose: {name: w, of: [{text: 好}, {text: 行}]}}"
        #expect(try faults("\(chosen), \(last)").count == 1)
    }

    @Test func `is none where only one way has it, or where it stays for the person to send`()
        throws
    {
        #expect(
            try faults("{if: {paid: true}, then: [{insert: 好}]}, close") == [])
        #expect(try faults("{insert: 好}, {tag: x}") == [])
    }
}

@Suite struct `What acts say to customers` {
    @Test func `must not have forbidden words either; what colleagues read may`() throws {
        func faults(_ step: String) throws -> Int {
            let yaml = "macros:\n  - name: a\n    steps: [{\(step)}]\n"
            return try MacroLint(reads: Scene.reads).faults(in: Scene.macro(yaml)).count
        }
        #expect(try faults("reply: 加我微信聊") > 0)
        #expect(try faults("explainReview: 加我微信聊") > 0)
        #expect(try faults("note: 加我微信聊") == 0)
    }
}
