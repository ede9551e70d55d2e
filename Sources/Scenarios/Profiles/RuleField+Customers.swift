import Engine
import Yams

extension RuleField {
    static let customers: [RuleField] = [
        .things(
            "customers.levels", "会员等级（消费额或单数，折扣%）", "levels: spent or orders, % of price",
            show: { values in
                listed(
                    values.rules.customers.levels.map {
                        "\($0.level) \($0.spent.plain)/\($0.orders)/\($0.percent)"
                    }, ", ")
            }, read: readLevels),
        .whole(
            "customers.priceFloorPercent", "会员价下限 %", "a level's price is at least, %",
            \.rules.customers.priceFloorPercent, 1...100),
        .span(
            "customers.marketingWithin", "营销频控周期", "marketing is capped per",
            \.rules.customers.marketingWithin),
        .whole(
            "customers.marketingCap", "周期内营销次数上限", "…at most so often",
            \.rules.customers.marketingCap, 0...50),
        .span(
            "customers.countedWithin", "营销后多久成交算入", "an order counts to a message within",
            \.rules.customers.countedWithin),
        .span(
            "customers.rfmWindow", "RFM 统计期", "RFM window", \.rules.customers.rfmWindow,
            .days(1)...(.days(1100))),
        .whole(
            "customers.rfmBins", "RFM 分几档", "RFM bins", \.rules.customers.rfmBins, 2...10),
        .span(
            "customers.usualGap", "没有复购时的复购间隔", "repurchase gap where nobody came back",
            \.rules.customers.usualGap, .days(1)...(.days(400))),
        .things(
            "customers.tagRules", "自动打标规则", "tags hung on by themselves",
            show: { values in
                listed(
                    values.rules.customers.tagRules.map {
                        "\($0.name) (\(Spelling.hyphened("\($0.when)")) ≥ \($0.atLeast))"
                    }, ", ")
            }, read: readTags),
    ]

    /// `levels: [{level: regular, spent: 1.00, orders: 1, percent: 100}, …]`, rising.
    private static let readLevels:
        @Sendable (inout FieldReader, FieldReader.Fields, String, inout ProfileDraft) -> Void = {
            reader, fields, key, draft in
            var levels: [CustomerRules.LevelRule] = []
            for item in reader.items(fields, key) {
                guard
                    let form = reader.fields(
                        item.node, item.path, required: ["level", "spent", "orders", "percent"]),
                    let level: Customer.Level = reader.name(form, "level"),
                    let spent = reader.money(form, "spent", most: .yuan(10_000_000)),
                    let orders = reader.whole(form, "orders", 0...100_000),
                    let percent = reader.whole(form, "percent", 1...100)
                else { continue }
                if let last = levels.last, level.rawValue <= last.level.rawValue {
                    reader.fail(item.node, item.path, .notRising)
                }
                if let last = levels.last, spent < last.spent || orders < last.orders {
                    reader.fail(item.node, item.path, .notRising)
                }
                levels.append(
                    CustomerRules.LevelRule(
                        level: level, spent: spent, orders: orders, percent: percent))
            }
            draft.set(\.rules.customers.levels, levels)
        }

    /// `tagRules: [{name: {zh: 高退货, en: returns a lot}, when: return-rate, atLeast: 50}]`
    private static let readTags:
        @Sendable (inout FieldReader, FieldReader.Fields, String, inout ProfileDraft) -> Void = {
            reader, fields, key, draft in
            var rules = Both<[CustomerRules.TagRule]> { _ in [] }
            for item in reader.items(fields, key) {
                guard
                    let form = reader.fields(
                        item.node, item.path, required: ["name", "when", "atLeast"],
                        optional: ["expiresAfter"]),
                    let node = form["name"], let name = reader.anyText(node, form.path("name")),
                    let measure: CustomerRules.Measure = reader.name(form, "when"),
                    let least = reader.whole(form, "atLeast", 1...1_000_000)
                else { continue }
                let expires = reader.span(form, "expiresAfter", .hours(1)...(.days(400)))
                rules.append {
                    CustomerRules.TagRule(
                        name: name[$0], when: measure, atLeast: least, expiresAfter: expires)
                }
            }
            draft.change { $0.rules.customers.tagRules = rules[$1] }
        }
}
