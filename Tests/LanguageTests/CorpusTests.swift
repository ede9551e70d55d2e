import Foundation
import Language
import Support
import Testing

/// How well a labelled corpus is read that nothing was tuned on. The bars stand a little below
/// what was last measured: they hold what is there; `make bench` row R prints the figures.
struct CorpusTests {
    let shop: Fixture

    init() throws { shop = try Fixture() }

    private static func text(_ name: String) throws -> String {
        let folder = #filePath.components(separatedBy: "/CorpusTests.swift")[0]
        return try String(contentsOfFile: "\(folder)/Corpus/\(name).txt", encoding: .utf8)
    }

    static func examples(_ name: String) throws -> [Example] {
        try Example.read(try text(name)).get()
    }

    @Test(arguments: [("zh", 690, 0.905), ("en", 370, 0.925)])
    func `acts are found that nobody listed, and few are imagined`(
        language: String, least: Int, bar: Double
    ) throws {
        let examples = try Self.examples("\(language).test")
        #expect(examples.count >= least)
        let score = Score(of: examples, by: shop.reader, at: shop.now)
        #expect(score.acts.f1 >= bar, "\(score.acts)")
    }

    @Test(arguments: [("zh", 0.94), ("en", 0.965)])
    func `promises are found among all that sounds like one`(language: String, bar: Double) throws {
        let score = Score(
            of: try Self.examples("\(language).test"), by: shop.reader, at: shop.now)
        #expect(score.promises.f1 >= bar, "\(score.promises)")
    }

    @Test(arguments: ["zh", "en"])
    func `of what must not be said next to nothing is overlooked`(language: String) throws {
        let score = Score(
            of: try Self.examples("\(language).test"), by: shop.reader, at: shop.now)
        #expect(score.faults.recall >= 0.98, "\(score.faults)")
    }

    @Test(arguments: ["zh", "en"])
    func `the words learned from are none of those measured with`(language: String) throws {
        let root = #filePath.components(separatedBy: "/Tests/LanguageTests/")[0]
        let path = "\(root)/Lexicons/learned/\(language).examples.txt"
        let learned = try Example.read(try String(contentsOfFile: path, encoding: .utf8)).get()
        let known = Set(learned.map(\.text))
        let measured = try Self.examples("\(language).test").map(\.text)
        #expect(measured.filter { known.contains($0) } == [])
    }

    @Test func `what was learned is fresh`() throws {
        let root = #filePath.components(separatedBy: "/Tests/LanguageTests/")[0]
        for training in try Training.all(in: root + "/Lexicons") {
            let isFresh = training.isFresh(shop.reader.lexicon.learned[training.language])
            #expect(isFresh, "\(training.file): run xiaoer learn")
        }
    }

    @Test func `few innocent messages are blamed`() throws {
        var blamed: [String] = []
        for language in ["zh", "en"] {
            for line in try Self.text("\(language).innocent").split(separator: "\n")
            where !line.hasPrefix("#") && !shop.read(String(line)).faults.isEmpty {
                blamed.append(String(line))
            }
        }
        #expect(blamed.count <= 2, "\(blamed.count) of 510")
    }

    @Test func `a no in the next clause is heard, a rude word before a useful answer is not lost`()
    {
        let innocent = [
            "You asked if it'll definitely never fade. I can't say that. Any dyed cotton fades a bit; "
                + "wash cold and inside out and it slows down.",
            "If the seller offered you cash to take your bad review down, please report it to us with "
                + "a screenshot. That's not allowed here.",
        ]
        for text in innocent { #expect(shop.read(text).faults.isEmpty, "\(text)") }
        let rude = [
            "Stop asking. Hi, I have your order here, with a deposit of 59.90. May I ask what the "
                + "reason is?",
            "I've told you already. Every order that hasn't shipped is in this batch.",
            "别催了，您好，欢迎光临小满！别担心，我陪您一步一步来。有350毫升和500毫升的，您要哪款呢？",
        ]
        for text in rude {
            #expect(shop.read(text).faults.map(\.subject.kind) == [.taboo], "\(text)")
        }
    }

    /// Takes minutes in a debug build.
    @Test(.enabled(if: Soak.isOn))
    func `learning anew gives the same bytes`() throws {
        let root = #filePath.components(separatedBy: "/Tests/LanguageTests/")[0] + "/Lexicons"
        let lexicon = try Lexicon(folder: root, learned: false)
        for training in try Training.all(in: root) {
            let known = shop.reader.lexicon.learned[training.language]?.file
            #expect(training.weights(with: lexicon).file == known, "\(training.file)")
        }
    }
}
