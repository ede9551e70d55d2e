import Engine
import Testing

@testable import Replies

@Suite struct `Zendesk's macros brought along` {
    private func read(_ text: String) throws -> ReplyImport {
        try ReplyImport.read(Array(text.utf8), named: "x")
    }

    private func macro(_ actions: String) throws -> ReplyImport {
        try read(#"{"macros": [{"title": "Done", "active": true, "actions": [\#(actions)]}]}"#)
    }

    private static let comment = #"{"field": "comment_value", "value": "All done."}"#

    @Test(arguments: ["solved", "closed", "pending", "open"])
    func `a comment with a status is sent before it, in whichever order they stand`(
        status: String
    ) throws {
        let set = #"{"field": "status", "value": "\#(status)"}"#
        for actions in [Self.comment + "," + set, set + "," + Self.comment] {
            let steps = try #require(try macro(actions).macros.first).steps.map(\.name)
            #expect(Array(steps.prefix(2)) == ["insert", "send"], "\(steps)")
            #expect(steps.count == 3)
        }
    }

    @Test func `a comment is sent before it goes to somebody else, and else is left to be sent`()
        throws
    {
        let group = #"{"field": "group_id", "value": "7"}"#
        #expect(
            try macro(group + "," + Self.comment).macros[0].steps.map(\.name)
                == ["insert", "send", "transfer"])
        let tag = #"{"field": "current_tags", "value": "x"}"#
        #expect(
            try macro(tag + "," + Self.comment).macros[0].steps.map(\.name) == ["tag", "insert"])
    }

    @Test func `one with a statement of Liquid is refused as a whole, and so is a reply`() throws {
        let liquid = "{% if ticket.tags contains 'vip' %}Dear{% else %}Hi{% endif %}"
        let taken = try macro(
            #"{"field": "comment_value", "value": "\#(liquid)"}, "#
                + #"{"field": "status", "value": "solved"}"#)
        #expect(taken.macros.isEmpty)
        let said = taken.notes.map { $0.sentence(in: .english) }
        #expect(said.contains { $0.contains("{% if") }, "\(said)")
        #expect(taken.tally.refused == 1)
        let canned = try read(#"[{"short_code": "hi", "content": "\#(liquid)"}]"#)
        #expect(canned.replies.isEmpty && canned.tally.refused == 1)
    }
}
