import Search

/// A few entries as a shop has them, for the tests.
enum Shop {
    static let entries: [(title: String, words: [String], body: String)] = [
        ("七天无理由", ["7天退货", "Seven-day returns"], "签收次日起7天内，商品完好可退换；试穿不影响，吊牌剪了不行。"),
        ("退货运费谁出", ["Who pays return freight"], "不想要了由顾客出，有运费险的由保险赔；质量问题由店铺出。"),
        ("连衣裙怎么选码", ["尺码", "Choosing a dress size"], "S码40-47kg，M码45-52kg。先问穿着习惯再推荐。"),
        ("改地址", ["Changing an address"], "发货前可以改，先核对收件人和手机尾号；发货后只能请快递转寄。"),
        ("发货时间", ["多久发货", "Shipping time"], "付款后48小时内发货，16点前付款一般当天发。"),
        ("多久到", ["Arrival"], "发货后一般2-3天，偏远地区4-6天；只说一般，不保证哪天到。"),
        ("运费", ["包邮", "Postage"], "满99.00元包邮，不满收8.00元。"),
        ("缺货怎么办", ["Out of stock"], "第一时间说实话，给三条路：换同价颜色、等补货、退款。"),
        ("包裹卡住", ["A parcel that does not move"], "48小时没更新就开快递工单SF1521查件。"),
        ("行李箱重量", ["Suitcase"], "整箱1.70kg，说明书1本。"),
        ("绿色率先补货", ["Green restock"], "米色3月24日到货；藏青有现货。"),
        ("T恤洗涤", ["iPhone 手机壳"], "水温不超过30度。"),
        ("量尺寸", ["Measure"], "肩宽量两肩之间，腰围量最细处。"),
    ]

    static let index: SearchIndex = {
        var index = SearchIndex()
        for entry in entries {
            index.add(title: entry.title, words: entry.words, body: entry.body)
        }
        return index
    }()

    /// The titles found, best first.
    static func titles(_ query: String, limit: Int = 20) -> [String] {
        index.search(query, limit: limit).map { entries[$0.number].title }
    }

    static func first(_ query: String) -> String? { titles(query, limit: 1).first }

    /// An index of these titles alone, or of whole entries.
    static func of(_ titles: String...) -> SearchIndex {
        var index = SearchIndex()
        for title in titles { index.add(title: title, words: [], body: "") }
        return index
    }
}
