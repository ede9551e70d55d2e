import Engine
import Yams

extension RuleField {
    static let money: [RuleField] = [
        .choices(
            "money.cutOrder", "优惠扣减次序", "reductions are taken in the order",
            \.rules.money.cutOrder, isOrdered: true),
        .choice(
            "money.thresholdBase", "满减门槛按什么算", "thresholds are held against",
            \.rules.money.thresholdBase),
        .choices("money.methods", "支付方式", "ways to pay", \.rules.money.methods),
        .flag(
            "money.mixesPayments", "一单可用多种支付", "one order, several means",
            \.rules.money.mixesPayments),
        .choices(
            "money.refundRoutes", "退款路径次序", "money goes back first by",
            \.rules.money.refundRoutes, isOrdered: true),
        .flag(
            "money.refundsToGiftCard", "可退到礼品卡", "may go back to a gift card",
            \.rules.money.refundsToGiftCard),
        .table(
            "money.arrivals", "退款到账时间", "refunds arrive within",
            show: { values in
                listed(
                    values.rules.money.arrivals.map {
                        Spelling.hyphened("\($0.method)") + " " + ShopClock.written($0.within)
                    }, ", ")
            }, read: readArrivals),
        .whole(
            "money.commission", "平台扣点（万分之）", "commission, hundredths of %",
            \.rules.money.commission, 0...3000),
        .things(
            "money.remotePostage", "偏远地区运费", "postage to remote regions",
            show: { values in
                listed(
                    values.rules.money.remotePostage.map { "\($0.region) \($0.postage.plain)" },
                    ", ")
            }, read: readPostage),
        .money(
            "money.supervisorLimit", "主管补偿上限", "a supervisor may compensate up to",
            \.rules.money.supervisorLimit, most: .yuan(100_000)),
    ]

    /// `arrivals: {card: 5d, mobile: 0s}`
    private static let readArrivals:
        @Sendable (inout FieldReader, FieldReader.Fields, String, inout ProfileDraft) -> Void = {
            reader, fields, key, draft in
            let entries: [FieldReader.Entry<PaymentMethod>] = reader.entries(
                fields, key, "money.arrivals", &draft)
            for entry in entries {
                let one = FieldReader.Fields(
                    node: entry.node, path: "", map: [entry.path: entry.node])
                guard let span = reader.span(one, entry.path, .zero...(.days(30))) else { continue }
                draft.change { values, _ in
                    values.rules.money.arrivals.removeAll { $0.method == entry.key }
                    values.rules.money.arrivals.append(
                        MoneyRules.Arrival(method: entry.key, within: span))
                    values.rules.money.arrivals.sort { place($0.method) < place($1.method) }
                }
            }
        }

    /// `remotePostage: [{region: {zh: 新疆, en: Xinjiang}, postage: 15.00}]`
    private static let readPostage:
        @Sendable (inout FieldReader, FieldReader.Fields, String, inout ProfileDraft) -> Void = {
            reader, fields, key, draft in
            var list = Both<[MoneyRules.RegionPostage]> { _ in [] }
            for item in reader.items(fields, key) {
                guard
                    let form = reader.fields(
                        item.node, item.path, required: ["region", "postage"]),
                    let node = form["region"],
                    let region = reader.anyText(node, form.path("region")),
                    let postage = reader.money(form, "postage", most: .yuan(1000))
                else { continue }
                list.append { MoneyRules.RegionPostage(region: region[$0], postage: postage) }
            }
            draft.change { $0.rules.money.remotePostage = list[$1] }
        }
}
