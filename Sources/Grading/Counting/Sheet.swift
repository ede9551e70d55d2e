import Engine

/// The paper on which one figure is added up.
struct Sheet {
    private let kind: KPI.Kind
    private var counted: [KPI.Counted] = []
    private var leftOut: [KPI.LeftOut] = []
    private var sum = Span.zero

    init(_ kind: KPI.Kind) { self.kind = kind }

    mutating func count(_ conversation: ConversationID?, _ events: [Int], isGood: Bool) {
        counted.append(
            KPI.Counted(conversation: conversation, events: events, isGood: isGood))
    }

    mutating func add(
        _ wait: Span, _ conversation: ConversationID, _ events: [Int], isGood: Bool
    ) {
        sum = sum + wait
        count(conversation, events, isGood: isGood)
    }

    mutating func leaveOut(
        _ conversation: ConversationID?, _ events: [Int], _ why: Engine.Bilingual
    ) {
        leftOut.append(KPI.LeftOut(conversation: conversation, events: events, why: why))
    }

    private var good: Int { counted.filter(\.isGood).count }

    var number: KPI { finish(.count(counted.count), part: counted.count, whole: counted.count) }

    var rate: KPI {
        let value: KPI.Value =
            counted.isEmpty ? .none : .rate((good * 20_000 + counted.count) / (2 * counted.count))
        return finish(value, part: good, whole: counted.count)
    }

    var mean: KPI {
        let count = Int64(counted.count)
        let value: KPI.Value =
            count == 0 ? .none : .time(Span(milliseconds: (sum.milliseconds + count / 2) / count))
        return finish(value, part: sum.seconds, whole: counted.count)
    }

    func ratio(_ part: Int, to whole: Int) -> KPI {
        let value: KPI.Value = whole == 0 ? .none : .ratio((part * 200 + whole) / (2 * whole))
        return finish(value, part: part, whole: whole)
    }

    func money(_ sum: Money, among count: Int) -> KPI {
        let value: KPI.Value =
            count == 0 ? .none : .money(Money(fen: (sum.fen * 2 + count) / (2 * count)))
        return finish(value, part: sum.fen, whole: count)
    }

    private func finish(_ value: KPI.Value, part: Int, whole: Int) -> KPI {
        KPI(
            kind: kind, value: value, part: part, whole: whole, counted: counted,
            leftOut: leftOut)
    }
}

/// Why something did not go into a figure.
enum Reason {
    static let sameCustomer = Bilingual(zh: "同一位顾客，只算一次", en: "same customer, counted once")
    static let otherChannel = Bilingual(
        zh: "不是聊天，按自己渠道的时限算", en: "no chat; counts by its own channel's limit")
    static let nothingAsked = Bilingual(zh: "顾客没有发问", en: "the customer asked nothing")
    static let neverAnswered = Bilingual(
        zh: "没有人工回复，算进未回复", en: "no person answered; see unreplied")
    static let outOfHours = Bilingual(zh: "不在统计时段", en: "outside the counted hours")
    static let courtesy = Bilingual(zh: "只是道谢或告别，不必回", en: "only thanks or goodbye")
    static let notRated = Bilingual(zh: "顾客没有评价", en: "the customer did not rate")
    static let cameBack = Bilingual(
        zh: "是再次来访，算进上一次", en: "a return; counts against the first visit")
    static let afterSaleTalk = Bilingual(zh: "已付款后的咨询", en: "about an order already paid")
    static let notPaid = Bilingual(zh: "订单没付款", en: "order not paid")
    static let notDue = Bilingual(zh: "还没到期", en: "not due yet")
    static let undated = Bilingual(zh: "没有时间，无从兑现", en: "had no time to be kept by")
}
