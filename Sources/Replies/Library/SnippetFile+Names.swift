import Engine

// Fields whose values are names from a short list: stages, channels, states, scopes; and hours.
extension SnippetFile {
    mutating func stages(_ tree: YAMLTree?) -> [Conversation.Stage] {
        named(tree, "stage", SnippetFile.stageNames) { .unknownStage($0, nearest: $1) }
    }

    mutating func channels(_ tree: YAMLTree?) -> [Conversation.Channel] {
        named(tree, "channel", SnippetFile.channelNames) { .unknownChannel($0, nearest: $1) }
    }

    mutating func statuses(_ tree: YAMLTree?) -> [Order.Status] {
        named(tree, "status", SnippetFile.statusNames) { .unknownStatus($0, nearest: $1) }
    }

    /// `18-24`, or `22-6` over midnight.
    mutating func hours(_ tree: YAMLTree?) -> Snippet.Hours? {
        guard let tree else { return nil }
        let words = tree.text ?? ""
        let ends = words.filter { $0 != " " }.split(separator: "-").map { Int($0) }
        guard ends.count == 2, let from = ends[0], let until = ends[1],
            (0...23).contains(from), (1...24).contains(until), from != until
        else {
            report(tree.line, .noHours(words))
            return nil
        }
        return Snippet.Hours(from: from, until: until)
    }

    mutating func scope(_ tree: YAMLTree?) -> Snippet.Scope? {
        named(tree, "scope", SnippetFile.scopeNames) { .unknownScope($0, nearest: $1) }.first
    }

    private mutating func named<Value>(
        _ tree: YAMLTree?, _ field: String, _ names: [(name: String, value: Value)],
        _ fact: (String, String?) -> SnippetProblem.Fact
    ) -> [Value] {
        guard let tree else { return [] }
        return texts(tree, field: field).compactMap { name in
            if let found = names.first(where: { $0.name == name }) { return found.value }
            report(
                tree.line, fact(name, Spelling.nearest(to: name, among: names.map(\.name))))
            return nil
        }
    }

    private static let stageNames: [(name: String, value: Conversation.Stage)] = [
        ("after-sale", .afterSale), ("afterSale", .afterSale), ("order", .order),
        ("pre-sale", .preSale), ("preSale", .preSale), ("售中", .order), ("售前", .preSale),
        ("售后", .afterSale),
    ]

    private static let channelNames: [(name: String, value: Conversation.Channel)] = [
        ("taobao", .taobao), ("jd", .jd), ("pdd", .pdd), ("wechat-shop", .wechatShop),
        ("wechatShop", .wechatShop), ("web", .web), ("email", .email), ("form", .form),
        ("group", .group), ("post", .post), ("phone", .phone), ("video", .video), ("表单", .form),
        ("社群", .group), ("帖子", .post), ("电话", .phone), ("视频", .video), ("淘宝", .taobao),
        ("京东", .jd), ("拼多多", .pdd), ("微信小店", .wechatShop), ("网页", .web), ("邮件", .email),
    ]

    private static let statusNames: [(name: String, value: Order.Status)] =
        Order.Status.allCases.flatMap { status in
            [Spelling.hyphened(status.rawValue), status.rawValue].map { ($0, status) }
        } + [
            ("待付款", .waitPay), ("定金已付", .depositPaid), ("定金罚没", .depositForfeit),
            ("待成团", .grouping), ("待发货", .waitShip), ("部分发货", .partShipped),
            ("待收货", .shipped), ("已签收", .signed), ("交易成功", .done),
            ("未付款关闭", .closedUnpaid), ("退款后关闭", .closedRefunded),
        ]

    private static let scopeNames: [(name: String, value: Snippet.Scope)] = [
        ("shop", .shop), ("personal", .personal), ("店铺", .shop), ("个人", .personal),
    ]
}
