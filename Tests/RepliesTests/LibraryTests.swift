import Engine
import Testing

@testable import Replies

private func read(_ yaml: String) -> SnippetLibrary {
    var library = SnippetLibrary()
    library.add(yaml: yaml, named: "r.yaml")
    return library
}

private func facts(_ yaml: String) -> [SnippetProblem.Fact] { read(yaml).problems.map(\.fact) }

@Suite struct `A file of replies` {
    @Test func `may be one written for espanso`() {
        let library = read(
            """
            matches:
              - trigger: ":hello"
                replace: "Hello, $|$"
                word: true
              - triggers: [":a", ":b"]
                label: Two codes
                search_terms: [zwei]
                replace: text
            """)
        #expect(library.problems.isEmpty)
        #expect(library.snippets.map(\.codes) == [["hello"], ["a", "b"]])
        #expect(library.snippets[0].text.zh == "Hello, $|$")
        #expect(library.named("B").first?.label.en == "Two codes")
    }

    @Test func `gives each language its own text, label and group`() throws {
        let library = read(
            """
            matches:
              - trigger: /fh
                label: {zh: 发货, en: Shipping}
                group: {zh: 订单, en: Orders}
                stage: [售中, after-sale]
                replace: {zh: 明天发, en: Ships tomorrow}
            """)
        let snippet = try #require(library.snippets.first)
        #expect(library.problems.isEmpty)
        #expect(snippet.text == Bilingual(zh: "明天发", en: "Ships tomorrow"))
        #expect(snippet.stages == [.order, .afterSale])
        #expect(snippet.group?.en == "Orders")
    }

    @Test func `without a label is known by its first words`() {
        let library = read("matches: [{trigger: a, replace: \"第一行\\n第二行\"}]")
        #expect(library.snippets.first?.label.zh == "第一行")
    }

    @Test func `keeps its good entries and names line and nearest match of the bad`() {
        let library = read(
            """
            matches:
              - trigger: /a
                replac: 少一个字母
              - replace: 没有短码
              - trigger: /b
                replace: "{{order.idd}} {{order.id}}"
                stage: oder
              - trigger: /c c
                replace: 有空格
              - trigger: /d
                replace: {zh: 只有中文}
              - trigger: /ok
                replace: 好
            """)
        #expect(library.snippets.map(\.code) == ["b", "ok"])
        #expect(
            library.problems == [
                SnippetProblem(
                    file: "r.yaml", line: 3, fact: .unknownField("replac", nearest: "replace")),
                SnippetProblem(file: "r.yaml", line: 2, fact: .missingText),
                SnippetProblem(file: "r.yaml", line: 4, fact: .missingCode),
                SnippetProblem(
                    file: "r.yaml", line: 6,
                    fact: .unknownVariable("order.idd", nearest: "order.id")),
                SnippetProblem(
                    file: "r.yaml", line: 7, fact: .unknownStage("oder", nearest: "order")),
                SnippetProblem(file: "r.yaml", line: 8, fact: .blankInCode("/c c")),
                SnippetProblem(
                    file: "r.yaml", line: 11,
                    fact: .missingLanguage(field: "replace", tongue: .english)),
            ])
        #expect(
            library.problems[3].sentence(in: .english)
                == "r.yaml:6: there is no variable “order.idd”; did you mean “order.id”?")
        #expect(library.problems[1].sentence(in: .chinese).hasPrefix("r.yaml:2：缺 replace"))
    }

    @Test(arguments: ["shell", "script"])
    func `may not run a program`(type: String) {
        let library = read(
            """
            matches:
              - trigger: /x
                replace: "{{out}}"
                vars: [{name: out, type: \(type), params: {cmd: "rm -rf /"}}]
              - {trigger: /y, replace: 好}
            """)
        #expect(library.snippets.map(\.code) == ["y"])
        #expect(library.problems.map(\.fact) == [.runsProgram(variable: "out", type: type)])
    }

    @Test func `leaves a variable it cannot fill open and says so`() {
        let library = read(
            """
            matches:
              - trigger: /x
                replace: "{{pick}}"
                vars: [{name: pick, type: choice, params: {values: [a, b]}}]
            """)
        #expect(library.snippets.count == 1)
        #expect(library.problems.map(\.fact) == [.unsupported(variable: "pick", type: "choice")])
    }

    @Test func `that is none says where it stops`() {
        #expect(facts("matches: [").count == 1)
        #expect(facts("- a\n- b") == [.noMatches])
        #expect(facts("mathces: []") == [.noMatches])
        #expect(facts("").isEmpty)
        #expect(SnippetLibrary(files: ["/nonexistent.yaml"]).problems.map(\.fact) == [.unreadable])
    }

    @Test func `may use a code twice, then there is a choice`() {
        let library = read("matches: [{trigger: a, replace: 一}, {trigger: a, replace: 二}]")
        #expect(library.problems.isEmpty)
        #expect(library.named("a").map(\.text.zh) == ["一", "二"])
    }
}
