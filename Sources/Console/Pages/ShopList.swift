import Engine

/// One of the lists of the shop's page.
enum ShopList: CaseIterable {
    case troubles, care, reviews, marks

    /// A line of it.
    struct Row {
        var when: Instant?
        var who = ""
        var what: Bilingual
        var detail = ""
        var isUrgent = false
        /// What to do about it.
        var note: Bilingual?
        var customer: CustomerID?
        var order: OrderID?
    }

    var name: Bilingual {
        switch self {
        case .troubles: Bilingual(zh: "物流异常", en: "Troubles")
        case .care: Bilingual(zh: "关怀与唤回", en: "Care")
        case .reviews: Bilingual(zh: "中差评", en: "Reviews")
        case .marks: Bilingual(zh: "店铺评分", en: "Ratings")
        }
    }

    var whenEmpty: Bilingual {
        switch self {
        case .troubles: Bilingual(zh: "没有异常的包裹。", en: "No parcel is in trouble.")
        case .care: Bilingual(zh: "现在没有该联系的顾客。", en: "Nobody to write to now.")
        case .reviews: Bilingual(zh: "没有中差评。", en: "No medium or bad review.")
        case .marks: Bilingual(zh: "还没有人评价。", en: "Nobody has reviewed yet.")
        }
    }

    var next: ShopList { step(1) }
    var previous: ShopList { step(-1) }

    private func step(_ by: Int) -> ShopList {
        let all = Self.allCases
        let place = all.firstIndex(of: self) ?? 0
        return all[(place + by + all.count) % all.count]
    }

    func rows(of shop: Shop, at now: Instant, for desk: Desk) -> [Row] {
        switch self {
        case .troubles: shop.troubles(at: now).map { Self.row($0, shop) }
        case .care:
            Care.Occasion.allCases.flatMap { shop.careList($0, at: now) }
                .map { Self.row($0, shop, desk) }
        case .reviews: shop.reviews.values.compactMap { Self.row($0, shop, desk) }
        case .marks: Self.marks(shop.shopMarks(at: now))
        }
    }

    private static func row(_ trouble: Trouble, _ shop: Shop) -> Row {
        let customer = shop.orders[trouble.order]?.customer
        let number = trouble.tracking ?? trouble.order.rawValue
        return Row(
            when: trouble.since, who: customer.flatMap { shop.customers[$0]?.name } ?? "",
            what: trouble.kind.name, detail: Lengths.tail(number), isUrgent: true,
            note: trouble.kind.procedure(under: shop.rules.logistics), customer: customer,
            order: trouble.order)
    }

    /// Whom to write to and why; what stands in the way is said before anybody tries.
    private static func row(_ care: Care, _ shop: Shop, _ desk: Desk) -> Row {
        let bar = care.bar.map { desk.say($0.name) }
        let isOpen = care.openCase != nil
        return Row(
            when: care.since, who: shop.customers[care.customer]?.name ?? "",
            what: care.occasion.name,
            detail: [desk.say(care.why), bar, isOpen ? desk.say(Words.settleFirst) : nil]
                .compactMap(\.self).joined(separator: "  "),
            isUrgent: bar != nil || isOpen,
            note: isOpen
                ? Words.settleFirstWhy : bar == nil ? Words.writeByCampaign : Words.maySendNothing,
            customer: care.customer, order: care.order)
    }

    private static func row(_ review: Review, _ shop: Shop, _ desk: Desk) -> Row? {
        let steps = shop.reviewCare(of: review.id)
        guard !steps.isEmpty else { return nil }
        let done = steps.filter(\.isDone).count
        let next = steps.first { !$0.isDone }
        let way = steps.map { ($0.isDone ? desk.glyphs.ended + " " : "- ", $0.name) }
        return Row(
            when: review.at, who: shop.customers[review.customer]?.name ?? "",
            what: next?.name ?? Words.allStepsTaken,
            detail: "\(done)/\(steps.count)  \(review.text)", isUrgent: next != nil,
            note: Bilingual(
                zh: way.map { $0.0 + $0.1.zh }.joined(separator: "  "),
                en: way.map { $0.0 + $0.1.en }.joined(separator: "  ")),
            customer: review.customer, order: review.order)
    }

    private static func marks(_ marks: ShopMarks) -> [Row] {
        guard marks.count + marks.hidden > 0 else { return [] }
        func stars(_ hundredths: Int?) -> String {
            guard let hundredths else { return "–" }
            let rest = hundredths % 100
            return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
        }
        return [
            Row(what: Bilingual(zh: "描述相符", en: "as described"), detail: stars(marks.described)),
            Row(what: Bilingual(zh: "服务态度", en: "service"), detail: stars(marks.service)),
            Row(what: Bilingual(zh: "物流服务", en: "logistics"), detail: stars(marks.logistics)),
            Row(what: Bilingual(zh: "好评", en: "good"), detail: "\(marks.good)"),
            Row(what: Bilingual(zh: "中评", en: "medium"), detail: "\(marks.medium)"),
            Row(what: Bilingual(zh: "差评", en: "bad"), detail: "\(marks.bad)"),
            Row(
                what: Bilingual(zh: "不计入", en: "not counted"), detail: "\(marks.hidden)",
                note: Bilingual(
                    zh: "平台认定为恶意评价的不计入。", en: "The platform found these to be abuse.")),
        ]
    }
}
