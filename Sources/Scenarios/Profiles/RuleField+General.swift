import Engine
import Grading

extension RuleField {
    /// What stands directly below `rules:`.
    static let general: [RuleField] = [
        .span("payWithin", "未付款关闭", "an unpaid order closes", \.rules.payWithin),
        .span("shipWithin", "付款后发货时限", "ship after payment", \.rules.shipWithin),
        .span(
            "autoConfirmAfter", "自动确认收货", "receipt confirms itself",
            \.rules.autoConfirmAfter),
        .wholes(
            "extensionDays", "可延长收货的天数", "receipt can be extended by days",
            \.rules.extensionDays, 1...365),
        .whole(
            "extensionsPerOrder", "每单延长次数", "extensions per order",
            \.rules.extensionsPerOrder, 0...10),
        .span(
            "answerRefundWithin", "未发货退款的商家处理时限", "answer a refund before shipping",
            \.rules.answerRefundWithin),
        .money(
            "compensationLimit", "客服一次补偿上限", "an agent may compensate up to",
            \.rules.compensationLimit),
        .whole(
            "compensationPercent", "客服补偿占实付的上限 %", "…and at most this share, %",
            \.rules.compensationPercent, 0...100),
        .span(
            "recallWithin", "消息撤回时限", "a message can be recalled within", \.rules.recallWithin,
            .zero...(.hours(24))),
        .whole("memoBytes", "备注字节上限", "bytes in a memo", \.rules.memoBytes, 1...1_000_000),
        .whole(
            "messageCharacters", "单条消息字数上限", "characters in a message",
            \.rules.messageCharacters, 1...1_000_000),
        .span("ticketWithin", "工单答复时限", "a ticket is answered within", \.rules.ticketWithin),
        .money("postage", "运费", "postage", \.rules.postage, most: .yuan(1000)),
        .money(
            "freePostageFrom", "包邮门槛", "postage free from", \.rules.freePostageFrom,
            most: .yuan(100_000)),
    ]

    /// `kpi:`: how the platform counts.
    static let figures: [RuleField] = [
        .text("kpi.platform", "口径名称", "whose way of counting", \.counting.platform),
        .choice("kpi.unit", "响应率按什么计", "the answer rate counts", \.counting.unit),
        .whole("kpi.fromHour", "统计从几点起", "counted from hour", \.counting.fromHour, 0...23),
        .whole("kpi.toHour", "统计到几点止", "counted until hour", \.counting.toHour, 1...24),
        .span(
            "kpi.roundWithin", "算及时回复的时限", "an answer is timely within",
            \.counting.roundWithin, .seconds(1)...(.hours(24))),
        .span(
            "kpi.firstReplyWithin", "算及时首响的时限", "a first reply is prompt within",
            \.counting.firstReplyWithin, .seconds(1)...(.hours(24))),
        .spans(
            "kpi.firstReplySteps", "首响得 4、3、2、1 分的时限", "a first reply earns 4, 3, 2, 1 points",
            \.counting.firstReplySteps, count: 4),
        .spans(
            "kpi.averageSteps", "平均响应得 3、2、1 分的时限", "the average wait earns 3, 2, 1 points",
            \.counting.averageSteps, count: 3),
        .span(
            "kpi.waitAtMost", "一次等待最多计", "one wait counts at most", \.counting.waitAtMost,
            .seconds(1)...(.hours(24))),
        .whole(
            "kpi.satisfiedFrom", "几星起算满意", "satisfied from stars",
            \.counting.satisfiedFrom, 1...5),
        .span(
            "kpi.returnWithin", "多久内再来算没解决", "back within this: not solved",
            \.counting.returnWithin),
    ]
}
