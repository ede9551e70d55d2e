import Engine

extension DeskCommand {
    /// The customer's file beyond tags and notes, and everything that is due.
    static let careCommands: [DeskCommand] = [
        DeskCommand(
            "customer-page", keys: ["Alt-Shift-C"],
            title: Bilingual(zh: "客户页", en: "Customer page"),
            help: Bilingual(
                zh: "这位顾客的全部：RFM、订单、花费、售后",
                en: "All about this customer: RFM, orders, spending, cases"),
            group: .customer, when: withTalk
        ) { $0.showCustomerPage() },
        DeskCommand(
            "dues", keys: ["F12", "Alt-Shift-D"],
            title: Bilingual(zh: "到期清单", en: "What is due"),
            help: Bilingual(
                zh: "承诺、工单、售后、发货……按时间排，回车过去",
                en: "Promises, tickets, cases, shipping … by time; Enter goes there"),
            group: .customer, when: withShift
        ) { $0.showDues() },
        DeskCommand(
            "shop-page", keys: ["Alt-Shift-S"],
            title: Bilingual(zh: "店铺照看", en: "Look after the shop"),
            help: Bilingual(
                zh: "物流异常、该关怀的顾客、中差评、店铺评分",
                en: "Parcels in trouble, customers to write to, reviews, ratings"),
            group: .customer, when: withShift
        ) { $0.showShop() },
        DeskCommand(
            "problem-summary", title: Bilingual(zh: "问题整理", en: "Problem summary"),
            help: Bilingual(
                zh: "把常见问题写给能改的部门", en: "A problem seen often, for those who can mend it"),
            group: .customer, when: withOpenTalk
        ) { $0.openSummary() },
        DeskCommand(
            "opt-out", title: Bilingual(zh: "登记退订", en: "Opt out"),
            help: Bilingual(
                zh: "顾客说别再发，登记后不再发营销消息", en: "They said stop: no more marketing"),
            group: .customer, when: withTalk
        ) { $0.openOptOut() },
        DeskCommand(
            "give-consent", title: Bilingual(zh: "登记同意", en: "Consent"),
            help: Bilingual(
                zh: "顾客同意收消息，写清在哪里说的", en: "They agreed to messages; say where"),
            group: .customer, when: withTalk
        ) { $0.openConsent() },
        DeskCommand(
            "blacklist", title: Bilingual(zh: "列入黑名单", en: "Blacklist"),
            help: Bilingual(
                zh: "要原因、证据和期限；不影响法定权利", en: "With reason, proof and an end; rights stay"),
            group: .customer, when: withTalk
        ) { $0.openBlacklist() },
        DeskCommand(
            "unblacklist", title: Bilingual(zh: "移出黑名单", en: "Off the blacklist"),
            help: Bilingual(zh: "提前结束", en: "Before its time"),
            group: .customer, when: withBlock
        ) { $0.openUnblacklist() },
        DeskCommand(
            "tag-many", title: Bilingual(zh: "批量打标", en: "Tag many"),
            help: Bilingual(
                zh: "给一群顾客打同一个标签", en: "One tag for a whole segment"),
            group: .customer, when: withShift
        ) { $0.openTagMany() },
        DeskCommand(
            "send-campaign", title: Bilingual(zh: "群发", en: "Send to a segment"),
            help: Bilingual(
                zh: "消息、通知或小调查；没同意的不发", en: "A message, notice or survey; only with consent"),
            group: .customer, when: withShift
        ) { $0.openCampaign() },
        DeskCommand(
            "merge-customers", title: Bilingual(zh: "合并客户", en: "Merge customers"),
            help: Bilingual(
                zh: "同一个人的两份档案合成一份，能拆开", en: "Two files of one person; can be parted again"),
            group: .customer, when: withTalk
        ) { $0.openMergeCustomers() },
        DeskCommand(
            "part-customers", title: Bilingual(zh: "拆开客户", en: "Part customers"),
            help: Bilingual(zh: "合并错了，各归各", en: "Merged by mistake: each its own again"),
            group: .customer, when: withMerge
        ) { $0.openPartCustomers() },
    ]

    @Sendable static func withBlock(_ desk: Desk) -> Availability {
        guard case .now = withTalk(desk), let customer = desk.customer else {
            return withTalk(desk)
        }
        return customer.block == nil ? .not(because: Words.notBlacklisted) : .now
    }

    @Sendable static func withMerge(_ desk: Desk) -> Availability {
        guard case .now = withTalk(desk), let customer = desk.customer, let shop = desk.shop
        else { return withTalk(desk) }
        return shop.merges.contains { $0.into == customer.id }
            ? .now : .not(because: Words.notMerged)
    }
}
