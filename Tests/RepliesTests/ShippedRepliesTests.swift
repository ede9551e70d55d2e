import Engine
import Language
import Replies
import ShippedData
import Support
import Testing

private let library = SnippetLibrary(files: [Repository.path("Packs/first-shift/replies.yaml")])

@Suite struct `The shipped replies` {
    @Test func `are read without a complaint and are at least sixty`() {
        #expect(library.problems.isEmpty)
        #expect(library.snippets.count >= 60)
    }

    @Test func `have codes that are short, Latin and each its own`() {
        var seen: Set<String> = []
        for snippet in library.snippets {
            #expect(snippet.code.count <= 4 && snippet.code.allSatisfy(\.isLowercase))
            #expect(seen.insert(snippet.code).inserted, "\(snippet.code) twice")
        }
    }

    @Test func `are found by the words on their label`() {
        for snippet in library.snippets {
            let found = library.search(snippet.label.zh, limit: 3).map(\.code)
            #expect(found.contains(snippet.code), "\(snippet.label.zh)")
        }
    }

    @Test func `are short enough to be read in a chat`() {
        for snippet in library.snippets {
            #expect(snippet.text.zh.count <= 120, "\(snippet.code)")
            #expect(snippet.text.en.count <= 260, "\(snippet.code)")
        }
    }

    @Test func `hold nothing an agent must not say, and no promise without a time`() throws {
        let reader = try Shipped.reader
        for tongue in Tongue.allCases {
            let paid = try Scene.talk("wang", tongue, promised: true)
            let shipped = try Scene.talk("chen", tongue, promised: true)
            for snippet in library.snippets {
                // A reply about shipping fits before it has shipped, one about the parcel after.
                let filled = [paid, shipped].map {
                    snippet.fill(
                        in: $0.shop, $0.talk, tongue: tongue, now: Scene.now,
                        answers: ["blank": tongue == .chinese ? "这一件" : "that one"])
                }.first { $0.missing.isEmpty }
                let text = try #require(filled?.text, "\(snippet.code)")
                let reading = reader.read(text, in: Context(now: Scene.now))
                let faults = reading.faults.map { "\($0.subject.kind) \($0.rule)" }
                #expect(faults.isEmpty, "\(snippet.code) \(text)")
                let undated = reading.promises.filter { $0.due == nil }.map(\.rule)
                #expect(undated.isEmpty, "\(snippet.code) \(text)")
            }
        }
    }

    @Test(arguments: [
        ("东西到哪儿了", Order.Status.shipped, "kd"), ("怎么还不发货啊", .waitShip, "fhd"),
        ("能开票不", .waitShip, "fp"), ("地址写错了咋整", .waitShip, "gdz"),
        ("有没有券", .waitPay, "cfyq"), ("can i get an invoice", .waitShip, "fpqd"),
    ])
    func `what a customer speaks of brings a reply about it, in whatever words`(
        asked: String, status: Order.Status, code: String
    ) throws {
        var library = SnippetLibrary(
            ReplyFolders(
                own: "", pack: Repository.path("Packs/first-shift"),
                shared: Repository.path("Replies")))
        let reader = try Shipped.reader
        func topics(_ text: String) -> Set<Topic> { Set(reader.topics(in: text).map(\.subject)) }
        library.classify(by: topics)
        let offered = library.suggestions(
            for: asked, about: topics(asked), at: Snippet.Moment(status: status, hour: 10))
        #expect(offered.map(\.code).contains(code), "\(offered.map(\.label.zh))")
    }
}
