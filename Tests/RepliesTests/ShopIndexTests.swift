import Engine
import Replies
import Testing

/// What is found in the knowledge base, and what is put before somebody as an answer.
struct ShopIndexTests {
    private static let entries = [
        KnowledgeEntry(
            title: "发货时间", body: "付款后48小时内发货，下午四点前付款当天发。",
            keywords: ["多久发货", "什么时候发", "shipping time"]),
        KnowledgeEntry(
            title: "退货运费", body: "质量问题我们出运费，其他原因顾客出，有运费险先由保险赔。",
            keywords: ["邮费谁出", "return freight"]),
        KnowledgeEntry(title: "开发票", body: "确认收货后在订单里申请，电子发票发到邮箱。", keywords: ["invoice"]),
    ]

    private static func shop() throws -> Shop {
        var fixture = ShopFixture(
            name: "店", agent: "me", rules: Scene.shop().rules, opensAt: Scene.now)
        fixture.knowledge = entries
        fixture.products = Array(Scene.shop().products.values)
        return Shop(fixture)
    }

    @Test(arguments: [
        ("发货", "发货时间"), ("fhsj", "发货时间"), ("fahuosh", "发货时间"), ("發貨", "发货时间"),
        ("freight", "退货运费"), ("invoce", "开发票"), ("连衣裙", "连衣裙"), ("48小时", "发货时间"),
        ("我上周买的裙子到底什么时候发啊", "发货时间"),
    ])
    func `finds by characters, sound, word and sentence`(typed: String, title: String) throws {
        let index = ShopIndex(try Self.shop())
        #expect(index.search(typed, limit: 3).first?.title == title)
    }

    @Test func `answers what it has an answer to, and is silent otherwise`() throws {
        let index = ShopIndex(try Self.shop())
        #expect(index.answers(to: "退货的邮费谁出呀").map(\.title) == ["退货运费"])
        #expect(index.answers(to: "今天天气真不错").isEmpty)
        // Goods answer nothing by themselves.
        #expect(!index.answers(to: "连衣裙").contains { $0.what == .product("dress") })
    }

    @Test func `what was proposed is found at once`() throws {
        var shop = try Self.shop()
        var index = ShopIndex(shop)
        #expect(index.search("以旧换新", limit: 1).isEmpty)
        for event in try shop.decide(
            .proposeEntry(
                conversation: nil, title: "以旧换新怎么办", body: "旧机上门取走，抵一百元。", keywords: []),
            by: .agent("me"), at: shop.now)
        {
            shop.apply(
                Recorded(
                    sequence: shop.eventCount + 1, at: shop.now, actor: .agent("me"), event: event))
        }
        index.follow(shop)
        #expect(index.search("yjhx", limit: 1).first?.title == "以旧换新怎么办")
    }
}
