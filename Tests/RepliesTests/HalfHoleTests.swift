import Engine
import Testing

@testable import Replies

/// `{{order.id` without its end would reach the customer as it stands.
@Suite struct `A hole that is not whole` {
    @Test(arguments: [
        "您好{{order.id 请看", "您好order.id}} 请看", "{{order.id}} 和 {{order.paid", "{{order.id}}}}",
        "{{1+1}}", "{{}}", "{{order.id}\n}", "a }} b {{ c",
    ])
    func `is a problem with its line and keeps the text from being sent`(text: String) throws {
        var library = SnippetLibrary()
        let quoted = YAMLText.inline(text)
        library.add(
            yaml: "matches:\n  - trigger: /a\n    replace: \(quoted)\n", named: "h.yaml")
        #expect(library.problems.map(\.line).first == 3, "\(library.problems)")
        #expect(library.problems.contains { $0.sentence(in: .chinese).contains("花括号") })
        #expect(!Snippet.unfilled(in: text).isEmpty)
    }

    @Test(arguments: ["{a}", "a } { b", "{{order.id}}", "{{{order.id}}}", "{{ 订单号 }}", ""])
    func `is not found where all are`(text: String) {
        var library = SnippetLibrary()
        library.add(
            yaml: "matches:\n  - trigger: /a\n    replace: \(YAMLText.inline("x" + text))\n"
                + "    vars: [{name: 订单号, type: echo, params: {echo: 1}}]\n",
            named: "h.yaml")
        #expect(library.problems.isEmpty, "\(library.problems)")
        #expect(Snippet.unfilled(in: text).allSatisfy { !$0.contains("{") })
    }

    @Test func `is missing when a reply is filled, and named by how it begins`() {
        let filled = TextHoles.fill("{{name}}您好{{order.id 请看一下这里写的东西") { _ in "李倩" }
        #expect(filled.missing.count == 1)
        #expect(filled.missing.first?.hasPrefix("{{order.id") == true)
        #expect(TextHoles.names(in: "{{a}} {{b") == ["a"])
    }

    @Test func `is told of where it was brought along`() throws {
        let taken = try ReplyImport.read(
            Array("编码,内容\na,您好{{order.id 请看\n".utf8), named: "x.csv")
        let said = taken.notes.map { $0.sentence(in: .chinese) }
        #expect(said.contains { $0.hasPrefix("2 a") && $0.contains("花括号") }, "\(said)")
    }
}
