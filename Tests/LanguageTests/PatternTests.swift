import Engine
import Language
import Testing

/// What packs ask of a message.
struct PatternTests {
    let shop: Fixture

    init() throws { shop = try Fixture() }

    @Test(arguments: [
        ("{act: probe, about: fit}", "您平时喜欢穿宽松一点还是修身一点呢？", true),
        ("{act: probe, about: fit}", "这款版型偏修身。请问几个人穿？", false),
        ("{value: amount, is: 2.00}", "还差2元就能用券了", true),
        ("{value: amount, is: 2.00}", "还差20元就能用券了", false),
        ("{value: amount, atLeast: 10, atMost: 30}", "补偿您20元", true),
        ("{value: size, is: L}", "I'd go for the L.", true),
        ("{value: time, is: 2026-03-20}", "20号之前给您发出", true),
        ("{value: time, is: 20 12:00}", "后天中午12点前回复您", true),
        ("{value: time, is: 03-21}", "20号之前给您发出", false),
        ("{value: duration, is: 24h}", "24小时内给您结果", true),
        ("{says: [宽松, loose|relaxed]}", "It has a relaxed fit.", true),
        ("{says: [宽松, loose|relaxed]}", "It is tight.", false),
        ("宽松", "喜欢寬鬆的话选L", true),
        ("{promise: ship, dated: true}", "明天下午5点前给您发货", true),
        ("{promise: ship, dated: true}", "尽快给您发货", false),
        ("{promise: any}", "尽快给您发货", true),
        ("{fault: taboo}", "您自己看吧", true), ("{fault: any}", "好的亲，稍等哦", false),
        ("{question: true}", "您看可以吗？", true), ("{emptyPoliteness: true}", "非常抱歉，会尽快给您反馈", true),
        ("all: [{act: apologise}, {not: {act: blame}}]", "实在抱歉，是我们的疏忽", true),
        ("any: [{act: offer}, {act: recommend}]", "建议您拍L码", true),
        ("[宽松, {act: recommend}]", "建议您拍M码", true),
    ])
    func `a pattern fits the messages it describes`(pattern: String, text: String, fits: Bool)
        throws
    {
        #expect(try Pattern(pattern).matches(shop.read(text)) == fits)
    }

    @Test func `who asks for any fault means one beyond doubt, who asks for a kind takes a guess`()
        throws
    {
        var reading = shop.read("两个包分到17.37元")
        let words = Bilingual(zh: "", en: "")
        let found = Fault(kind: .paidReview, severity: .severe, why: words, better: words)
        reading.faults = [
            Finding(found, at: TextRange(start: 0, end: 4), rule: "likely.paidReview")
        ]
        #expect(try !Pattern("{fault: any}").matches(reading))
        #expect(try Pattern("{fault: paidReview}").matches(reading))
        reading.faults = [
            Finding(found, at: TextRange(start: 0, end: 4), rule: "zh.paidReview#1.1")
        ]
        #expect(try Pattern("{fault: any}").matches(reading))
    }

    @Test func `the evidence is the words that fit`() throws {
        let text = "您好。还差2元就能用券了"
        let evidence = try Pattern("{value: amount, is: 2.00}").evidence(in: shop.read(text))
        #expect(evidence?.map { $0.words(in: text) } == ["2元"])
    }

    @Test func `all mistakes are reported at once, each with its line and the nearest name`() throws
    {
        let text = "act: prob\nabuot: fit\nvalue: amount\nis: two\n"
        let thrown = #expect(throws: PatternProblems.self) { try Pattern(text) }
        let problems = try #require(thrown?.problems)
        #expect(problems.map(\.line) == [1, 2, 4])
        #expect(problems.map(\.field) == ["act", "abuot", "is"])
        #expect(problems[0].fact == .unknownName("prob", nearest: "probe"))
        #expect(problems[1].fact == .unknownField(nearest: "about"))
        #expect(problems[2].fact == .unreadable("two", expected: .amount))
    }

    @Test func `a topic the lexicon does not have is refused when topics are given`() throws {
        let thrown = #expect(throws: PatternProblems.self) {
            try Pattern("{about: fits}", topics: shop.reader.lexicon.topics)
        }
        #expect(thrown?.problems.first?.fact == .unknownName("fits", nearest: "fit"))
    }

    @Test(arguments: ["{}", "[]", "{is: 3}", "{says: '(a'}", "{all: x}"])
    func `nonsense is refused`(text: String) {
        #expect(throws: PatternProblems.self) { try Pattern(text) }
    }
}
