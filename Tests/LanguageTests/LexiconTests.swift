import Language
import Testing

/// The lexicon files and their mistakes.
struct LexiconTests {
    @Test func `the lexicons of the shop are read without a mistake and are dated`() throws {
        let lexicon = try Fixture().reader.lexicon
        #expect(lexicon.editions.count == 2)
        #expect(lexicon.editions.allSatisfy { $0.hasSuffix("2026-03-01") })
        #expect(lexicon.topics.contains("fit") && lexicon.topics.contains("coupon"))
    }

    @Test func `mistakes are reported all at once with their lines`() throws {
        let text = """
            language: zh
            dated: 2026-03-01
            acts:
              great:
                - 您好
              thank:
                - (谢谢
            topcis: {}
            faults:
              - kind: tabu
                severity: medium
            """
        let thrown = #expect(throws: LexiconProblems.self) {
            try Lexicon(texts: [("my.yaml", text)])
        }
        let problems = try #require(thrown?.problems)
        #expect(problems.map(\.line) == [8, 4, 7, 10])
        #expect(problems.allSatisfy { $0.file == "my.yaml" })
        #expect(problems[1].fact == .unknownName("great", nearest: "greet"))
        #expect(problems[2].fact == .badPhrase("(谢谢", why: .unclosed(")")))
    }

    @Test func `a file that is missing or is no YAML is named`() {
        #expect(throws: LexiconProblems.self) { try Lexicon(folder: "/nowhere") }
        let thrown = #expect(throws: LexiconProblems.self) {
            try Lexicon(texts: [("x.yaml", "acts: [a\nb: {")])
        }
        #expect(thrown?.problems.first?.file == "x.yaml")
    }

    @Test func `a pack adds a topic of its own`() throws {
        var lexicon = try Fixture().reader.lexicon
        try lexicon.add(topic: "spoon", phrases: ["勺子", "spoon*"])
        let reader = Reader(lexicon: lexicon)
        #expect(reader.topics(in: "少了个勺子").contains { $0.subject == "spoon" })
        #expect(reader.topics(in: "two spoons").contains { $0.subject == "spoon" })
    }
}
