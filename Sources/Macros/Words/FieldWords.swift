import Engine

/// What a value of a field is called: `missingPart` is 少件/漏发, `yellow` is 黄. A text that names
/// nothing of the trade's is a person's own and stays as it is.
enum FieldWords {
    static func name(of text: String) -> Bilingual {
        names[text] ?? Bilingual(zh: text, en: text)
    }

    /// What a field of somebody's own data is called when it is asked for.
    static let personal: [String: Bilingual] = [
        "name": Bilingual(zh: "收货人", en: "Recipient"),
        "phone": Bilingual(zh: "手机号", en: "Telephone"),
        "region": Bilingual(zh: "省市区", en: "Region"),
        "street": Bilingual(zh: "街道门牌", en: "Street and number"),
        "title": Bilingual(zh: "抬头", en: "Title"),
        "taxNumber": Bilingual(zh: "税号", en: "Tax number"),
        "email": Bilingual(zh: "邮箱", en: "E-mail"),
    ]

    private static let names: [String: Bilingual] = {
        var names: [String: Bilingual] = [
            "order": Bilingual(zh: "订单", en: "order"), "track": Bilingual(zh: "物流", en: "track"),
            "address": Bilingual(zh: "地址", en: "address"),
            "customer": Bilingual(zh: "客户资料", en: "customer file"),
            "product": Bilingual(zh: "商品", en: "product"),
            "coupon": Bilingual(zh: "优惠券", en: "coupon"),
            "report": Bilingual(zh: "回话", en: "an answer"),
            "visit": Bilingual(zh: "回访", en: "a follow-up"),
            "ship": Bilingual(zh: "发货", en: "shipping"),
            "refund": Bilingual(zh: "退款", en: "the refund"),
            "another": Bilingual(zh: "再寄一件", en: "another parcel"),
            "reship": Bilingual(zh: "补寄", en: "the reshipment"),
            "settle": Bilingual(zh: "售后办结", en: "settling the case"),
            "scan": Bilingual(zh: "物流更新", en: "news of the parcel"),
        ]
        func add<Case: CaseIterable & RawRepresentable<String>>(
            _ cases: Case.Type, _ name: (Case) -> Bilingual
        ) {
            for value in cases.allCases { names[value.rawValue] = name(value) }
        }
        add(AfterSale.Reason.self, \.name)
        add(AfterSale.RefusalReason.self, \.name)
        add(Order.CloseReason.self, \.name)
        add(Department.self, \.name)
        add(Evidence.Kind.self, \.name)
        add(Ticket.Kind.self, \.name)
        for flag in Memo.Flag.allCases { names["\(flag)"] = flag.name }
        return names
    }()
}
