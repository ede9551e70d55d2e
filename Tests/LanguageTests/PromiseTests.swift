import Engine
import Language
import Testing

/// Undertakings: which there are, and by when.
struct PromiseTests {
    let shop: Fixture

    init() throws { shop = try Fixture() }

    @Test(arguments: [
        ("实在抱歉，明天下午5点前给您回复", "2026-03-19 17:00"),
        ("我们会在今天18点前发货", "2026-03-18 18:00"),
        ("24小时内给您结果", "2026-03-19 14:00"),
        ("让您久等了 5分钟内给您答复", "2026-03-18 14:05"),
        ("今天一定给您发货，仓库下午4点截单", "2026-03-19 00:00"),
        ("麻烦您等到下午3点，我给您答复", "2026-03-18 15:00"),
        ("24小时内发出您先别着急", "2026-03-19 14:00"),
        ("查一下，10分钟内回复您", "2026-03-18 14:10"),
        ("周五之前一定给您退款到账", "2026-03-21 00:00"),
        ("后天中午前把单号发给您", "2026-03-20 12:00"),
        ("3月26日下午我再来回访您，问问新杯盖好不好用", "2026-03-26 18:00"),
        ("I'll get back to you by 5 pm today.", "2026-03-18 17:00"),
        ("We'll ship a replacement within 24 hours.", "2026-03-19 14:00"),
        ("You'll hear from me by Friday noon.", "2026-03-20 12:00"),
        ("I will update you tomorrow at 10 am.", "2026-03-19 10:00"),
        (
            "I'll look at the tracking this afternoon and write to you here by 15:00.",
            "2026-03-18 15:00"
        ),
    ])
    func `dates a promise by the words said`(text: String, due: String) {
        #expect(shop.due(text) == due)
    }

    @Test(arguments: [
        "我给您备注晚上7点以后送", "我们明天下午3点之后给您送过去", "I'll ask them to deliver after 7 pm.",
        "We'll deliver it after 7 pm tomorrow.",
    ])
    func `from a time on is not by that time`(text: String) {
        let dated = shop.read(text).promises.filter(\.isDated)
        #expect(dated.isEmpty, "\(dated)")
        #expect(shop.read("两小时以后给您回复").promises.filter(\.isDated).count == 1)
    }

    @Test(arguments: [
        ("抱歉给您添麻烦了，我查一下，5分钟内答复您", "5分钟内答复您"),
        ("抱歉给您添麻烦了，我查一下…5分钟内答复您", "5分钟内答复您"),
        ("给您添麻烦了，我去问仓库，今天18点前给您回复", "今天18点前给您回复"),
        (
            "Sorry, I'll look into this, and get back to you within 10 minutes.",
            "get back to you within 10 minutes"
        ),
        ("I'll get back to you by 5 pm today.", "I'll get back to you by 5 pm today"),
    ])
    func `a promise is called by the clause that binds`(text: String, words: String) {
        #expect(shop.read(text).promises.map { $0.range.words(in: text) } == [words])
    }

    @Test(arguments: ["会尽快给您处理的", "稍后给您回复", "I'll get back to you as soon as possible."])
    func `a promise without a time is found and is not dated`(text: String) {
        let promises = shop.read(text).promises
        #expect(promises.count == 1)
        #expect(promises.first?.isDated == false)
    }

    @Test(arguments: [
        "我马上帮您查", "预计明天发货", "一般48小时内发货", "您希望明天发货吗？", "昨天已经给您发货了",
        "不能保证明天送到", "我没法保证周五一定到。", "不敢保证明天一定能送到", "Let me check that for you, one moment.",
        "It usually ships within 24 hours.",
        "4月7日前用掉就行，我现在就给您发",
        "才用两天就这样，是我们的质量问题，跟您说声抱歉",
    ])
    func `looking now, an estimate, a question and a report are no promise`(text: String) {
        #expect(shop.read(text).promises.isEmpty)
    }
}
