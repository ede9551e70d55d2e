import Engine
import Grading
import Language

/// A small shop in which a test plays every part, second by second.
struct Scene {
    private(set) var shop: Shop
    private(set) var records: [Recorded] = []
    let fixture: ShopFixture
    var rubric: Rubric?
    /// Who reads what is said; the plain reader knows a few words.
    var read: ReadMessage = PlainReader.read
    static let opensAt = CivilTime(year: 2026, month: 3, day: 18, hour: 10).instant()

    init(
        rubric: Rubric? = nil, orders: [Order] = [], mood: Int = 60, rules: Rules = Scene.rules,
        people others: [Customer] = [], pages: [KnowledgeEntry] = []
    ) {
        let dress = Product(
            id: "dress", title: "连衣裙",
            variants: [
                Variant(id: "dress-M", product: "dress", name: "M码", price: .yuan(168), stock: 5),
                Variant(id: "dress-L", product: "dress", name: "L码", price: .yuan(168), stock: 5),
            ])
        let people =
            ["liqian", "wangwei"].map {
                Customer(id: CustomerID($0), name: $0, account: $0, coupons: ["off30"])
            }.filter { person in !others.contains { $0.id == person.id } } + others
        let coupon = Coupon(
            id: "off30", name: "满300减30", threshold: .yuan(300), amount: .yuan(30),
            validUntil: Self.opensAt + .days(7))
        fixture = ShopFixture(
            name: "小满", rules: rules, opensAt: Self.opensAt, products: [dress],
            coupons: [coupon], customers: people, orders: orders, knowledge: pages)
        shop = Shop(fixture)
        self.rubric = rubric
    }

    static let rules = Rules(
        payWithin: .minutes(30), shipWithin: .hours(48), autoConfirmAfter: .days(10),
        extensionDays: [3, 5, 7], extensionsPerOrder: 1, answerRefundWithin: .hours(48),
        compensationLimit: .yuan(20), compensationPercent: 10, recallWithin: .minutes(2),
        memoBytes: 1000, messageCharacters: 2000, ticketWithin: .hours(4), postage: .yuan(8),
        freePostageFrom: .yuan(99))

    /// Somebody does something `seconds` after the opening.
    mutating func act(_ seconds: Int, _ command: Command, by actor: Actor) throws {
        let at = Self.opensAt + .seconds(seconds)
        if let timer = shop.nextTimer, timer <= at {
            try enter(.passTime, by: .platform, at: timer)
            shop.advance(to: timer)
        }
        try enter(command, by: actor, at: at)
    }

    private mutating func enter(_ command: Command, by actor: Actor, at instant: Instant) throws {
        for event in try shop.decide(command, by: actor, at: instant) {
            let record = Recorded(
                sequence: records.count + 1, at: instant, actor: actor, event: event)
            shop.apply(record)
            records.append(record)
        }
    }

    mutating func agent(_ seconds: Int, _ command: Command) throws {
        try act(seconds, command, by: .agent("me"))
    }

    mutating func says(_ seconds: Int, _ text: String, in talk: ConversationID = "c1") throws {
        try agent(seconds, .reply(conversation: talk, text: text))
    }

    mutating func buyer(
        _ seconds: Int, _ text: String, _ who: CustomerID = "liqian", in talk: ConversationID = "c1"
    ) throws {
        try act(seconds, .say(conversation: talk, text: text), by: .buyer(who))
    }

    mutating func opens(
        _ seconds: Int = 0, _ who: CustomerID = "liqian", stage: Conversation.Stage = .preSale,
        order: OrderID? = nil, mood: Int = 60, channel: Conversation.Channel = .taobao
    ) throws {
        try act(
            seconds,
            .openConversation(
                customer: who, channel: channel, stage: stage, order: order, mood: mood),
            by: .buyer(who))
    }

    func report(unit: CountingRules.Unit = .rounds) -> ShiftReport {
        let rubric = rubric
        return ShiftGrader(
            fixture: fixture,
            counting: CountingRules(platform: "open-retail", asOf: "2026-03-01", unit: unit),
            read: read
        ) { _ in rubric }.report(on: records)
    }

    func grade() throws -> ConversationGrade {
        guard let first = report().conversations.first else { throw Missing() }
        return first
    }

    struct Missing: Error {}

    static let address = Address(
        name: "李倩", phone: "13800000001", region: "浙江省杭州市", street: "文三路1号")

    static func order(_ id: OrderID, _ customer: CustomerID = "liqian") -> Order {
        Order(
            id: id, customer: customer, placedAt: opensAt - .hours(20),
            lines: [Order.Line(variant: "dress-M", quantity: 1, price: .yuan(168))],
            address: address)
    }
}

/// Finds a few plain words, enough to test grading without the lexicon.
enum PlainReader {
    private static let acts: [(String, Language.Act)] = [
        ("您好", .greet), ("抱歉", .apologise), ("理解", .empathise), ("反馈", .willReport),
        ("喜欢宽松还是修身", .probe), ("建议", .recommend), ("改好了", .reportDone),
        ("感谢", .thank), ("谢谢", .thank), ("再见", .close), ("还有其他", .askMore),
        ("付款哦", .nudge), ("马上查", .askWait),
    ]

    private static let faults: [(String, Fault.Kind, Fault.Severity)] = [
        ("加微信", .offPlatform, .severe), ("别问了", .taboo, .medium),
    ]

    static func read(_ text: String, _ context: Context) -> Reading {
        var reading = Reading(
            sentences: [TextRange(start: 0, end: text.utf8.count)], language: .chinese,
            isQuestion: text.hasSuffix("?") || text.hasSuffix("？"), normal: NormalText(text),
            context: context)
        for (word, act) in acts {
            if let range = range(of: word, in: text) {
                reading.acts.append(Finding(act, at: range, rule: "test"))
            }
        }
        readNumbers(text, &reading)
        for (word, kind, severity) in faults {
            guard let range = range(of: word, in: text) else { continue }
            let isUnsure = text.contains("似乎")
            reading.faults.append(
                Finding(
                    Fault(
                        kind: kind, severity: severity,
                        why: Engine.Bilingual(zh: "不能说", en: "not to be said"),
                        better: Engine.Bilingual(zh: "换个说法", en: "say otherwise")),
                    at: range, rule: isUnsure ? "likely." + kind.rawValue : "test"))
        }
        readPromises(text, context, &reading)
        reading.isEmptyPoliteness =
            (reading.has(.apologise) || reading.has(.willReport)) && reading.values.isEmpty
            && !reading.promises.contains(where: \.isDated) && !reading.has(.recommend)
        return reading
    }

    /// `168.00元` is an amount, sixteen digits an order, `L码` a size.
    private static func readNumbers(_ text: String, _ reading: inout Reading) {
        for size in ["M", "L", "XXL"] {
            if let range = range(of: size + "码", in: text) {
                reading.values.append(Finding(.size(size), at: range, rule: "test"))
            }
        }
        let bytes = Array(text.utf8)
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, (48...57).contains(bytes[end]) || bytes[end] == 46 { end += 1 }
            if end > start {
                let range = TextRange(start: start, end: end)
                let digits = range.words(in: text)
                if digits.count == 16 {
                    reading.values.append(Finding(.orderNumber(digits), at: range, rule: "test"))
                } else if digits.contains("."), let money = Money(text: digits) {
                    reading.values.append(Finding(.amount(money), at: range, rule: "test"))
                }
            }
            start = max(end, start + 1)
        }
    }

    private static func readPromises(
        _ text: String, _ context: Context, _ reading: inout Reading
    ) {
        if let range = range(of: "尽快", in: text) {
            reading.promises.append(
                PromiseFound(range: range, deed: .handle, due: nil, rule: "test"))
        }
        if let range = range(of: "10分钟内回复", in: text) {
            reading.promises.append(
                PromiseFound(
                    range: range, deed: .reply, due: context.now + .minutes(10), rule: "test"))
        }
    }

    private static func range(of word: String, in text: String) -> TextRange? {
        let bytes = Array(text.utf8)
        let wanted = Array(word.utf8)
        guard bytes.count >= wanted.count else { return nil }
        for start in 0...(bytes.count - wanted.count)
        where Array(bytes[start..<(start + wanted.count)]) == wanted {
            return TextRange(start: start, end: start + wanted.count)
        }
        return nil
    }
}
