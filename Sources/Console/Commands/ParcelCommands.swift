import Engine

extension DeskCommand {
    /// Parcels on the road, late batches, and what buyers wrote about them afterwards.
    static let parcelCommands: [DeskCommand] = [
        DeskCommand(
            "intercept", title: Bilingual(zh: "改址拦截", en: "Intercept"),
            help: Bilingual(
                zh: "向快递申请改地址或退回，不保证成功",
                en: "Another address or back; the carrier guarantees nothing"),
            group: .order, when: withParcel
        ) { $0.openIntercept() },
        DeskCommand(
            "void-parcel", title: Bilingual(zh: "运单作废", en: "Void the label"),
            help: Bilingual(
                zh: "还没揽收的，作废后重新发", en: "Never picked up: void it and ship anew"),
            group: .order, when: withParcel
        ) { $0.openVoidParcel() },
        DeskCommand(
            "claim-parcel", title: Bilingual(zh: "快递理赔", en: "Claim from the carrier"),
            help: Bilingual(
                zh: "丢了、碎了，先赔顾客再找快递", en: "Lost or broken: the customer first, the carrier after"),
            group: .order, when: withParcel
        ) { $0.openClaim() },
        DeskCommand(
            "notice-batch", title: Bilingual(zh: "延误统一通知", en: "Notice to a late batch"),
            help: Bilingual(
                zh: "一批货晚了，一次告诉所有人，同一个日期", en: "One notice to everybody, with one date"),
            group: .order, when: withBatch
        ) { $0.openNotice() },
        DeskCommand(
            "explain-review", title: Bilingual(zh: "解释评价", en: "Explain a review"),
            help: Bilingual(
                zh: "公开说一次：谢、事实、怎么解决；不写隐私",
                en: "Once, in public: thanks, facts, remedy; nothing private"),
            group: .order, when: withReview
        ) { $0.openExplain() },
        DeskCommand(
            "contact-reviewer", title: Bilingual(zh: "联系评价人", en: "Write to the reviewer"),
            help: Bilingual(
                zh: "平台内联系一次，先解决问题，不谈条件", en: "Once, on the platform; the remedy has no strings"),
            group: .order, when: withReview
        ) { $0.openContactReviewer() },
        DeskCommand(
            "report-review", title: Bilingual(zh: "举报评价", en: "Report a review"),
            help: Bilingual(
                zh: "只限敲诈、同行、广告，要证据", en: "Only extortion, competitors, spam; with proof"),
            group: .order, when: withReview
        ) { $0.openReportReview() },
    ]

    @Sendable static func withParcel(_ desk: Desk) -> Availability {
        guard case .now = withOrder(desk) else { return withOrder(desk) }
        return desk.parcelsOut.isEmpty ? .not(because: Words.notShippedYet) : .now
    }

    @Sendable static func withBatch(_ desk: Desk) -> Availability {
        guard case .now = withShift(desk), let shop = desk.shop else { return withShift(desk) }
        return shop.road.batches.values.contains { $0.notice == nil }
            ? .now : .not(because: Words.noBatch)
    }

    @Sendable static func withReview(_ desk: Desk) -> Availability {
        guard case .now = withOrder(desk) else { return withOrder(desk) }
        return desk.reviews.isEmpty ? .not(because: Words.noReview) : .now
    }
}
