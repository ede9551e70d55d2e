import Engine

extension RuleField {
    static let afterSales: [RuleField] = [
        .span(
            "afterSales.answerShipped", "已发货退款的商家处理时限", "answer a refund after shipping",
            \.rules.afterSales.answerShipped),
        .span(
            "afterSales.answerReturn", "退货申请的商家处理时限", "answer a return request",
            \.rules.afterSales.answerReturn),
        .span(
            "afterSales.answerOffer", "买家答复协商的时限", "the buyer answers an offer",
            \.rules.afterSales.answerOffer),
        .span(
            "afterSales.sendBackWithin", "买家寄回并填单号的时限", "the buyer sends back within",
            \.rules.afterSales.sendBackWithin),
        .span(
            "afterSales.checkWithin", "商家确认收到退货的时限", "the shop checks the return within",
            \.rules.afterSales.checkWithin),
        .span(
            "afterSales.consignWithin", "商家寄出换货的时限", "the replacement leaves within",
            \.rules.afterSales.consignWithin),
        .span(
            "afterSales.confirmReplacement", "买家确认换货的时限", "the replacement confirms itself",
            \.rules.afterSales.confirmReplacement),
        .span(
            "afterSales.platformWithin", "被拒后可申请平台介入", "call the platform after a refusal",
            \.rules.afterSales.platformWithin),
        .span(
            "afterSales.evidenceWithin", "举证时限", "evidence is due within",
            \.rules.afterSales.evidenceWithin),
        .span(
            "afterSales.windowAfterDone", "交易成功后的售后期", "cases after completion within",
            \.rules.afterSales.windowAfterDone, .hours(1)...(.days(400))),
        .whole(
            "afterSales.noReasonDays", "无理由退货天数", "days to return without reason",
            \.rules.afterSales.noReasonDays, 7...90),
        .whole(
            "afterSales.attempts", "每个商品可申请次数", "requests per line",
            \.rules.afterSales.attempts, 1...20),
        .span(
            "afterSales.priceProtection", "价保期", "price protection",
            \.rules.afterSales.priceProtection, .zero...(.days(90))),
        .whole(
            "afterSales.evidenceTextLeast", "举证文字至少几字", "evidence, least characters",
            \.rules.afterSales.evidenceTextLeast, 0...200),
        .whole(
            "afterSales.evidenceTextMost", "举证文字至多几字", "evidence, most characters",
            \.rules.afterSales.evidenceTextMost, 1...10_000),
        .flag(
            "afterSales.refundOnlyMayBeLowered", "仅退款可改少金额", "a refund-only may be lowered",
            \.rules.afterSales.refundOnlyMayBeLowered),
        .choices(
            "afterSales.mayNotRefuse", "不得直接拒绝", "must not be refused outright",
            \.rules.afterSales.mayNotRefuse),
        .choices(
            "afterSales.kinds", "提供的售后类型", "kinds of case", \.rules.afterSales.kinds),
        .choices(
            "afterSales.sellerLiable", "商家承担运费的原因", "the shop pays freight for",
            \.rules.afterSales.sellerLiable),
        .money(
            "afterSales.returnFreight", "退货运费", "return freight",
            \.rules.afterSales.returnFreight, most: .yuan(1000)),
        .money(
            "afterSales.insuredFreight", "运费险赔付", "freight insurance pays",
            \.rules.afterSales.insuredFreight, most: .yuan(1000)),
        .money(
            "afterSales.refusedFreight", "无故拒收扣运费", "taken off a parcel refused",
            \.rules.afterSales.refusedFreight, most: .yuan(1000)),
    ]
}
