import Engine
import Testing

@testable import Language

/// The layer that learns from examples, on a lesson small enough to see through.
struct LearnedTests {
    private static let examples = [
        ("promise", "饭点前寄到前台"), ("promise", "周五寄到前台"), ("promise", "下班前寄到您家"),
        ("promise", "月底寄到您家"), ("refuse", "这个换不来的"), ("refuse", "这款换不来哦"),
        ("refuse", "今天换不来了"), ("refuse", "颜色换不来的"), ("-", "颜色是灰的"), ("-", "前台在一楼"),
        ("-", "您家在几楼"), ("-", "周五有货"), ("fault:taboo", "你爱找谁找谁"), ("fault:taboo", "爱找谁找谁去"),
        ("fault:taboo", "找谁找谁吧"), ("-", "您找谁收件"),
    ].map { labels, text in
        Example(
            labels: Set(labels.split(separator: " ").compactMap { Label(name: $0) }), text: text)
    }

    /// A lesson this small is gone through more often, and every run of it counts.
    private static let settings = Learner.Settings(passes: 60, leastSeen: 1)

    private static func taught(
        _ examples: [Example] = examples, _ lexicon: Lexicon? = nil
    ) throws -> Reader {
        var lexicon = try lexicon ?? Lexicon(texts: [])
        let plain = Reader(lexicon: lexicon)
        let learner = Learner(examples, settings: settings) { plain.runs(of: $0.text) }
        lexicon.learned[.chinese] = learner.weights(fingerprint: "")
        return Reader(lexicon: lexicon)
    }

    private static func acts(_ text: String, _ reader: Reader) -> [Language.Act] {
        // That a sentence with a date informs is the reader's own rule.
        reader.read(text, in: Context(now: Instant(milliseconds: 0))).acts.map(\.subject)
            .filter { $0 != .inform }
    }

    @Test func `a wording like those of the examples is understood though nobody listed it`() throws
    {
        let reader = try Self.taught()
        #expect(Self.acts("明天寄到您家", reader) == [.promise])
        #expect(Self.acts("那双换不来的", reader) == [.refuse])
        #expect(Self.acts("颜色是蓝的", reader) == [])
    }

    @Test func `what one clause says another does not unsay, and the right one is shown`() throws {
        let text = "颜色是灰的，前台在一楼，周五寄到前台"
        let reading = try Self.taught().read(text, in: Context(now: Instant(milliseconds: 0)))
        let promise = try #require(reading.acts.first { $0.subject == .promise })
        #expect(promise.range.words(in: text) == "周五寄到前台")
        #expect(promise.rule == "learned.promise")
        #expect(reading.promises.count == 1 && reading.promises[0].isDated)
    }

    @Test func `where a clause begins and ends counts, and words with others between them`() throws
    {
        let said = ["稍等", "蓝的，稍等", "好，稍等", "行，稍等"]
        let others = ["稍等候通知", "稍等在线", "稍等过了", "稍等级别", "稍等于零", "稍等腰的", "稍等同上"]
        let owned = ["怪我忙没看", "怪我粗没看", "怪我困没看", "怪我昏没看"]
        let apart = ["怪我", "怪我呀", "真怪我", "不怪我", "没看", "没看呢", "还没看", "都没看"]
        let lesson =
            said.map { Example(labels: [.act(.askWait)], text: $0) }
            + owned.map { Example(labels: [.act(.own)], text: $0) }
            + (others + apart).map { Example(labels: [], text: $0) }
        let reader = try Self.taught(lesson)
        #expect(Self.acts("红的，稍等", reader) == [.askWait])
        #expect(Self.acts("稍等高的", reader) == [])
        #expect(Self.acts("怪我懒没看", reader) == [.own])
        #expect(Self.acts("怪我", reader) == [])
        #expect(Self.acts("也没看", reader) == [])
    }

    @Test func `a longer Latin word is known by how it begins and by how it ends`() throws {
        let refused = ["refuse", "refuses", "refusal", "refused"]
        let others = ["return", "returns", "rental", "reused", "arrives", "amuse"]
        let lesson =
            refused.map { Example(labels: [.act(.refuse)], text: "包裹\($0)") }
            + others.map { Example(labels: [], text: "包裹\($0)") }
        let reader = try Self.taught(lesson)
        #expect(Self.acts("包裹refusing", reader) == [.refuse])
        #expect(Self.acts("包裹renting", reader) == [])
        let behind = reader.runs(
            behind: .act(.refuse), in: "包裹refusing", Context(now: Instant(milliseconds: 0)))
        #expect(behind.contains { $0.run == "refu-" })
    }

    @Test func `what stands before and behind a clause changes what it says`() throws {
        let nouns = ["杯子", "裙子", "台灯", "耳机", "帽子", "花盆", "窗帘", "书架"]
        let lesson = nouns.flatMap { noun in
            [
                Example(labels: [.act(.refuse)], text: "没有\(noun)，只有这些"),
                Example(labels: [], text: "没有\(noun)，别急"),
                Example(labels: [], text: "只有这些"), Example(labels: [], text: "\(noun)，只有这些"),
            ]
        }
        let reader = try Self.taught(lesson)
        #expect(Self.acts("没有毛巾，只有这些", reader) == [.refuse])
        #expect(Self.acts("没有毛巾，别急", reader) == [])
        #expect(Self.acts("毛巾，只有这些", reader) == [])
    }

    @Test func `the words that weighed are told, by what the verdict would be without them`() throws
    {
        // 换不 stands wherever one refuses, and nothing else of it does: 换 and 不 are innocent, too.
        let refused = ["这个换不来的", "这款换不成哦", "今天换不了", "颜色换不动的", "尺码换不起呢"]
        let others = ["今天换好呀", "这个不贵哦", "这款换季了", "颜色不少呢", "尺码齐了"]
        let lesson =
            refused.map { Example(labels: [.act(.refuse)], text: $0) }
            + others.map { Example(labels: [], text: $0) }
        let reader = try Self.taught(lesson)
        let context = Context(now: Instant(milliseconds: 0))
        let runs = reader.runs(behind: .act(.refuse), in: "那双换不来的", context)
        let heaviest = runs.prefix(3)
        #expect(heaviest.contains { $0.run == "换不" && $0.weight > 0 }, "\(runs)")
        #expect(heaviest.allSatisfy { $0.weight > 0 }, "\(runs)")
        #expect(!runs.contains { $0.run == "双" }, "a run that nobody learned weighs nothing")
    }

    @Test func `what an act lists as sure no lesson takes back`() throws {
        for (list, stands) in [("find", false), ("sure", true)] {
            let yaml = "language: zh\nacts:\n  close:\n    \(list):\n      - 此致\n"
            let lexicon = try Lexicon(texts: [("zh.yaml", yaml)])
            let lesson = ["此致上次", "此致一说", "上次此致", "他说此致"].map {
                Example(labels: [], text: $0)
            }
            let other = Example(labels: [.act(.close)], text: "再见")
            let reader = try Self.taught(lesson + [other], lexicon)
            #expect(Self.acts("此致上次", reader).contains(.close) == stands, "\(list)")
        }
    }

    @Test func `a long message is read to its end, and an endless one is read, too`() throws {
        let reader = try Self.taught()
        let said = "颜色是灰的，前台在一楼，您家在几楼，"
        #expect(Self.acts(String(repeating: said, count: 4) + "那双换不来的", reader) == [.refuse])
        let all = reader.runs(of: String(repeating: said, count: 400))
        #expect(Weights.clauses(of: all).count == 64)
        #expect(Weights.clauses(of: all).flatMap(\.keys).count == all.count)
    }

    @Test func `what is only likely is never a severe fault`() throws {
        let faults = try Self.taught().read(
            "爱找谁找谁", in: Context(now: Instant(milliseconds: 0))
        ).faults
        #expect(faults.map(\.subject.kind) == [.taboo])
        #expect(faults.allSatisfy { $0.subject.severity < .severe })
    }

    @Test(arguments: ["Dear Ms Bai, I have looked into both points.", "尊敬的白女士：两件事都查过了。"])
    func `a letter greets whom it addresses, a chat has its own greetings`(text: String) throws {
        let reader = try Fixture().reader
        var context = Context(now: Instant(milliseconds: 0))
        #expect(!reader.read(text, in: context).has(.greet))
        context.isLetter = true
        #expect(reader.read(text, in: context).has(.greet))
    }

    @Test func `a fault that is not said loudly is a guess`() throws {
        let reader = try Self.taught()
        let weights = try #require(reader.lexicon.learned[.chinese])
        let taboo = try #require(Label.all.firstIndex(of: .fault(.taboo)))
        var guesses = 0
        var texts = ["爱找谁找谁", "你爱找谁找谁去", "您爱谁", "找谁呢", "爱找谁都行", "您去找谁", "找谁找呢"]
        texts += texts.map { "颜色是灰的，" + $0 }
        for text in texts {
            let verdict = weights.verdicts(reader.runs(of: text))[taboo]
            let sum = try #require(verdict).sum
            for fault in reader.read(text, in: Context(now: Instant(milliseconds: 0))).faults {
                #expect(fault.isGuess == (sum < 2500), "\(text) \(sum)")
                guesses += fault.isGuess ? 1 : 0
            }
        }
        #expect(guesses > 0 && guesses < texts.count)
    }

    @Test func `a buyer's message is not read by what agents' messages taught`() throws {
        let reading = try Self.taught().read(
            "周五寄到前台", in: Context(now: Instant(milliseconds: 0), speaker: .buyer))
        #expect(!reading.has(.promise))
        #expect(reading.promises == [])
    }

    @Test func `the same examples teach the same numbers, and the file holds them all`() throws {
        let one = try Self.taught().lexicon.learned[.chinese]
        let two = try Self.taught().lexicon.learned[.chinese]
        let file = try #require(one?.file)
        #expect(file == two?.file)
        let back = try Weights(file: file)
        #expect(back.file == file)
        #expect(back.count == one?.count)
    }

    @Test func `a file cut short or of another kind is refused`() throws {
        let file = try #require(try Self.taught().lexicon.learned[.chinese]?.file)
        #expect(throws: Weights.Problem.cutShort) { try Weights(file: Array(file.dropLast())) }
        #expect(throws: Weights.Problem.unknownForm) { try Weights(file: Array("hello".utf8)) }
        #expect(throws: Weights.Problem.self) { try Weights(file: Array(file.prefix(40))) }
        // A number that is none: the first of the first network, behind the heads of the file.
        var damaged = file
        let first = "xiaoer weights 4\n".utf8.count + 40 + Label.all.count
        damaged.replaceSubrange(first..<first + 4, with: [0, 0, 0xC0, 0x7F])
        #expect(throws: Weights.Problem.unknownForm) { try Weights(file: damaged) }
        // So many networks and runs that their sizes have no number.
        var endless = file
        let counts = "xiaoer weights 4\n".utf8.count + 32
        endless.replaceSubrange(counts..<counts + 8, with: Array(repeating: 0xFF, count: 8))
        #expect(throws: Weights.Problem.unknownForm) { try Weights(file: endless) }
    }

    @Test func `a line without a concept is named by its number, in files of either line end`() {
        for end in ["\n", "\r\n"] {
            var concepts = Concepts()
            let file = ["parcel: 快递 包裹", "carrier: courier; the driver", "no colon here"]
            #expect(concepts.add(file.joined(separator: end)) == [3])
            #expect(concepts.titles == ["[parcel]", "[carrier]"])
        }
    }

    @Test func `a file saved with other line ends holds the same examples`() throws {
        let lines = ["# remark", "promise | 今天发", "- | 蓝的"]
        let one = try Example.read(lines.joined(separator: "\n")).get()
        let two = try Example.read(lines.joined(separator: "\r\n")).get()
        #expect(one == two && one.count == 2)
    }

    @Test func `an example of signs alone stands for nothing, never for a label`() throws {
        #expect(try Example.read("- | 🙏🙏").get().count == 1)
        guard case .failure(let found) = Example.read("thank | 🙏🙏") else {
            Issue.record("a message without words was taken")
            return
        }
        #expect(found.problems.map(\.fact) == [.noText])
    }

    @Test func `a concept holds for all its words`() throws {
        var lexicon = try Lexicon(texts: [])
        _ = lexicon.concepts.add("goods: 裙子 杯子 台灯 耳机\nsends: 捎 递 送")
        let examples = [
            ("promise", "裙子捎给您"), ("promise", "杯子捎给您"), ("promise", "台灯递给您"), ("-", "裙子好看"),
            ("-", "台灯好看"), ("-", "杯子好看"),
        ].map { Example(labels: Set([Label(name: $0.0)].compactMap(\.self)), text: $0.1) }
        let reader = try Self.taught(examples, lexicon)
        #expect(Self.acts("耳机送给您", reader) == [.promise])
        #expect(Self.acts("耳机好看", reader) == [])
    }

    @Test func `a line that is no example is named with its place`() throws {
        let file = "# remark\npromise | 今天发\nno bar\npromse | 明天发\nthank |\ninnocent | 您好"
        guard case .failure(let found) = Example.read(file) else {
            Issue.record("the mistakes were taken for examples")
            return
        }
        #expect(found.problems.map(\.line) == [3, 4, 5])
        #expect(found.problems[1].fact == .unknownLabel("promse", nearest: "promise"))
    }
}
