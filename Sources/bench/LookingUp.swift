import Search

/// Looking things up in a knowledge base of a hundred thousand entries.
enum LookingUp {
    private static let nouns = [
        "连衣裙", "电饭煲", "加湿器", "行李箱", "台灯", "保温杯", "毛毯", "键盘", "跑鞋", "雨伞", "床垫",
        "净水器", "dress", "cooker", "lamp", "kettle", "jacket", "headset", "mattress", "filter",
    ]
    private static let matters = [
        ("发货时间", "付款后48小时内发货，16点前付款一般当天发，预售按页面写的日期。", "shipping time"),
        ("退货运费", "不想要了由顾客出，有运费险的由保险赔；质量问题、错发漏发由店铺出。", "return freight"),
        ("开发票", "都能开，按实付金额，不改品名，不另收钱，三天内发到邮箱。", "invoice"),
        ("怎么选尺码", "两码之间喜欢宽松选大的，先问穿着习惯再推荐。", "choosing a size"),
        ("保修多久", "整机一年，电机三年，人为损坏可以付费修。", "warranty"),
        ("改地址", "发货前可以改，先核对收件人和手机尾号；发货后只能请快递转寄。", "changing an address"),
    ]
    private static let queries = [
        "发货", "发", "fhsj", "fahuosh", "退货运费谁出", "我买的裙子怎么还没发货啊", "48小时", "保修",
        "return freight", "ship", "invoce", "dxyf", "电饭煲 保修", "什么时候能到", "size", "7号",
    ]

    static func measure(_ subjects: [Subject], _ stage: Stage, _ keys: Int) -> [Figure] {
        var built = Figure(
            row: "K", what: "index of 100,000 entries, made", unit: .seconds, aim: .shown)
        var middle = Figure(
            row: "K", what: "one search in it, p50", unit: .milliseconds, aim: .shown)
        var worst = Figure(
            row: "K", what: "one search in it, p99", unit: .milliseconds, aim: .shown)
        var index = SearchIndex()
        let start = ContinuousClock.now
        for number in 0..<100_000 {
            let noun = nouns[number % nouns.count]
            let (title, body, english) = matters[number / nouns.count % matters.count]
            index.add(
                title: "\(noun)\(number)号 \(title)", words: ["\(noun) \(english)"],
                body: "\(noun)第\(number)款：\(body)")
        }
        built.values = [Desk.name: .number((ContinuousClock.now - start).milliseconds / 1_000)]
        var samples: [Double] = []
        for round in 0..<20 {
            for query in queries {
                let start = ContinuousClock.now
                let found = index.search(round % 2 == 0 ? query : query + " ", limit: 20)
                samples.append((ContinuousClock.now - start).milliseconds)
                precondition(found.count <= 20)
            }
        }
        middle.values = [Desk.name: .number(samples.percentile(0.5))]
        worst.values = [Desk.name: .number(samples.percentile(0.99))]
        return [built, middle, worst] + ManyReplies.measure()
    }
}
