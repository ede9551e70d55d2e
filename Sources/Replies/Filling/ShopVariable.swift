public import Engine

/// A variable that every reply may hold: its name, what it is, what it looks like.
public struct ShopVariable: Hashable, Sendable {
    /// As written between the braces: `order.shipBy`.
    public let name: String
    public let title: Bilingual
    /// What it looks like once filled.
    public let example: Bilingual
    let kind: Kind

    /// What a filter can do with it.
    enum Kind: Hashable, Sendable {
        case text, money, moment
    }

    private init(
        _ name: String, _ zh: String, _ en: String, _ example: String, _ kind: Kind = .text
    ) {
        self.init(name, zh, en, example, example, kind)
    }

    private init(
        _ name: String, _ zh: String, _ en: String, _ exampleZh: String, _ exampleEn: String,
        _ kind: Kind = .text
    ) {
        self.name = name
        title = Bilingual(zh: zh, en: en)
        example = Bilingual(zh: exampleZh, en: exampleEn)
        self.kind = kind
    }

    /// All of them, in the order of the guide; `date` and `time` also with a shift: `date+1d`.
    public static let all: [ShopVariable] = [
        ShopVariable("customer.name", "顾客称呼", "the customer's name", "李倩", "Li Qian"),
        ShopVariable("customer.account", "顾客账号", "the customer's account", "liqian_88"),
        ShopVariable("customer.phone", "顾客电话（打码）", "the phone, masked", "138****0001"),
        ShopVariable("customer.region", "顾客所在地", "where the customer lives", "杭州市西湖区", "Hangzhou"),
        ShopVariable("order.id", "订单号", "the order's number", "2026031800018842"),
        ShopVariable("order.items", "买了什么", "what was bought", "连衣裙 L码 ×1", "dress size L ×1"),
        ShopVariable("order.status", "订单状态", "where the order stands", "待发货", "to be shipped"),
        ShopVariable("order.due", "应付", "the sum to pay", "168.00", .money),
        ShopVariable("order.paid", "实付", "the sum paid", "168.00", .money),
        ShopVariable(
            "order.refund", "退多少：最近售后单的金额，没有就是实付",
            "what goes back: its newest case, else the sum paid", "79.46", .money),
        ShopVariable("order.postage", "运费", "the postage", "8.00", .money),
        ShopVariable("order.discount", "优惠了多少", "the discount", "30.00", .money),
        ShopVariable(
            "order.placed", "下单时间", "when it was placed", "今天09:20", "09:20 today", .moment),
        ShopVariable(
            "order.payBy", "最晚付款时间", "when it must be paid", "今天21:00", "21:00 today", .moment),
        ShopVariable("order.name", "收货人", "who receives it", "李倩", "Li Qian"),
        ShopVariable("order.phone", "收货电话（打码）", "the receiver's phone, masked", "138****0001"),
        ShopVariable("order.region", "收货地区", "the district it goes to", "杭州市西湖区", "Hangzhou"),
        ShopVariable(
            "order.shipBy", "最晚发货时间", "when it must have left", "明天18:00", "18:00 tomorrow", .moment
        ),
        ShopVariable("order.carrier", "最新包裹的快递", "the newest parcel's carrier", "顺丰", "SF Express"),
        ShopVariable("order.tracking", "最新包裹的单号", "the newest parcel's number", "SF1001"),
        ShopVariable("order.scan", "最新包裹的物流", "the newest parcel's last scan", "已揽收", "picked up"),
        ShopVariable("item.title", "商品名", "the item", "连衣裙", "dress"),
        ShopVariable("item.variant", "规格", "its variant", "L码", "size L"),
        ShopVariable("item.quantity", "件数", "how many of it", "1"),
        ShopVariable("item.price", "单价", "the price of one", "168.00", .money),
        ShopVariable("item.stock", "库存", "how many are left", "5"),
        ShopVariable("track.carrier", "快递", "the carrier", "顺丰", "SF Express"),
        ShopVariable("track.number", "运单号", "the tracking number", "SF1001"),
        ShopVariable("track.scan", "最新物流", "the last scan", "已揽收", "picked up"),
        ShopVariable(
            "track.at", "最新物流的时间", "when it was last scanned", "今天09:20", "09:20 today", .moment),
        ShopVariable(
            "promise.due", "最近的承诺时间", "when the next promise is due", "今天17:00", "17:00 today",
            .moment),
        ShopVariable(
            "promise.text", "最近答应的事", "what was promised next", "17点前回复", "an answer by 17:00"),
        ShopVariable("shop.name", "店名", "the shop's name", "小满生活", "Xiaoman Living"),
        ShopVariable("agent.name", "客服称呼", "what the agent is called", "小二", "Xiao Er"),
        ShopVariable("date", "今天", "today", "3月18日", "18 March", .moment),
        ShopVariable("time", "现在几点", "the time", "14:02", .moment),
    ]

    /// The one of this name.
    public static func named(_ name: String) -> ShopVariable? { byName[name] }

    private static let byName = Dictionary(
        all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
