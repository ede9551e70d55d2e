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
                vars: [{name: pick, type: global, params: {values: [a, b]}}]
            """)
        #expect(library.snippets.count == 1)
        #expect(library.problems.map(\.fact) == [.unsupported(variable: "pick", type: "global")])
    }

    @Test func `leaves out patterns, pictures and formatted texts by name`() {
        let library = read(
            """
            matches:
              - {regex: "o(k+)", replace: 好}
              - {trigger: /p, image_path: a.png}
              - {trigger: /h, html: <b>好</b>}
              - {trigger: /ok, replace: 好}
            """)
        #expect(library.snippets.map(\.code) == ["ok"])
        #expect(
            library.problems == [
                SnippetProblem(file: "r.yaml", line: 2, fact: .patternAsCode("o(k+)")),
                SnippetProblem(file: "r.yaml", line: 3, fact: .notPlainText(field: "image_path")),
                SnippetProblem(file: "r.yaml", line: 4, fact: .notPlainText(field: "html")),
            ])
        #expect(library.problems[0].sentence(in: .english).contains("called by a code"))
    }

    @Test func `says of which orders and in which hours it is true`() throws {
        let library = read(
            """
            matches:
              - {trigger: a, replace: 一, status: [wait-pay, 待发货, partShipped], hours: 22-6}
              - {trigger: b, replace: 二, status: wait-payy, hours: 8-18}
              - {trigger: c, replace: 三, hours: 8-8}
              - {trigger: d, replace: 四, hours: evening}
              - {trigger: e, replace: 五, hours: 18-25}
            """)
        let (night, day) = (library.snippets[0], library.snippets[1])
        #expect(night.truth.statuses == [.waitPay, .waitShip, .partShipped])
        func hours(_ snippet: Snippet) -> [Int] {
            (0..<24).filter { snippet.truth.hours?.contains($0) ?? true }
        }
        #expect(hours(night) == [0, 1, 2, 3, 4, 5, 22, 23])
        #expect(hours(day) == Array(8..<18))
        #expect(library.snippets.count == 5)
        #expect(
            library.problems.map(\.fact) == [
                .unknownStatus("wait-payy", nearest: "wait-pay"), .noHours("8-8"),
                .noHours("evening"), .noHours("18-25"),
            ])
    }

    @Test func `says channel, scope, folders, tags and keys`() throws {
        let library = read(
            """
            scope: personal
            matches:
              - {trigger: a, replace: 一, channel: [taobao, 京东], group: 售后::退款, tags: [钱], keys: F13}
              - {trigger: b, replace: 二, scope: shop, channel: taobo, group: {zh: 甲 / 乙, en: A/B}}
            """)
        let first = try #require(library.snippets.first)
        #expect(first.channels == [.taobao, .jd])
        #expect(first.folders.map(\.zh) == ["售后", "退款"])
        #expect(first.tags == ["钱"] && first.keys == ["F13"])
        #expect(first.place == Snippet.Place(file: "r.yaml", line: 3))
        #expect(library.snippets.map(\.scope) == [.personal, .shop])
        #expect(
            library.snippets[1].folders == [
                Bilingual(zh: "甲", en: "A"), Bilingual(zh: "乙", en: "B"),
            ])
        #expect(library.problems.map(\.fact) == [.unknownChannel("taobo", nearest: "taobao")])
    }

    @Test func `names filters that do not exist or do not fit`() {
        #expect(
            facts("matches: [{trigger: a, replace: '{{order.paid|mony}} {{customer.name|date}}'}]")
                == [
                    .unknownFilter("mony", nearest: "money"),
                    .unfitFilter("date", variable: "customer.name"),
                ])
    }

    @Test func `may not hold itself`() {
        #expect(
            facts(
                """
                matches:
                  - trigger: a
                    replace: "{{x}}"
                    vars:
                      - {name: x, type: echo, params: {echo: "{{y}}"}}
                      - {name: y, type: echo, params: {echo: "{{x}}"}}
                """) == [.circular(variable: "x"), .circular(variable: "y")])
        #expect(
            facts(
                """
                matches:
                  - {trigger: a, replace: "{{m}}", vars: [{name: m, type: match, params: {trigger: b}}]}
                  - {trigger: b, replace: "{{m}}", vars: [{name: m, type: match, params: {trigger: a}}]}
                """
            ).contains(.circular(variable: "m")))
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
