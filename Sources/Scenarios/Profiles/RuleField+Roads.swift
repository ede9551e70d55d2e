import Engine

extension RuleField {
    static let logistics: [RuleField] = [
        .span(
            "logistics.firstScanWithin", "发货后首次揽收时限", "first scan after shipping",
            \.rules.logistics.firstScanWithin),
        .span(
            "logistics.stalledAfter", "多久没更新算停滞", "no news: stalled after",
            \.rules.logistics.stalledAfter),
        .span(
            "logistics.stalledAfterOverload", "爆仓时多久算停滞", "…while hubs are overloaded",
            \.rules.logistics.stalledAfterOverload),
        .span(
            "logistics.lostAfter", "多久没更新算丢件", "no news: lost after",
            \.rules.logistics.lostAfter),
        .span(
            "logistics.proofWithin", "快递提供签收证明时限", "the carrier proves a signature within",
            \.rules.logistics.proofWithin),
        .span(
            "logistics.claimWithin", "快递答复理赔时限", "the carrier answers a claim within",
            \.rules.logistics.claimWithin),
        .money(
            "logistics.interceptFee", "改址拦截费", "fee to intercept a parcel",
            \.rules.logistics.interceptFee, most: .yuan(1000)),
    ]

    static let reviews: [RuleField] = [
        .choice("reviews.scale", "评价分级", "scale", \.rules.reviews.scale),
        .span(
            "reviews.writeWithin", "评价期", "written within", \.rules.reviews.writeWithin,
            .hours(1)...(.days(400))),
        .span(
            "reviews.explainWithin", "商家解释期", "explained within",
            \.rules.reviews.explainWithin, .hours(1)...(.days(400))),
        .whole(
            "reviews.explainCharacters", "解释字数上限", "characters of an explanation",
            \.rules.reviews.explainCharacters, 1...10_000),
        .span(
            "reviews.followUpWithin", "追评期", "follow-up within",
            \.rules.reviews.followUpWithin, .hours(1)...(.days(400))),
        .span(
            "reviews.editWithin", "买家可改差评的期限", "a bad one can be changed within",
            \.rules.reviews.editWithin, .zero...(.days(400))),
        .whole(
            "reviews.contacts", "为评价联系买家次数", "contacts about a review",
            \.rules.reviews.contacts, 0...5),
        .span(
            "reviews.averageOver", "评分统计周期", "marks are averaged over",
            \.rules.reviews.averageOver, .days(1)...(.days(400))),
    ]
}
