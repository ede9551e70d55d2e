import Engine

// Fields whose values are names from a short list: stages, channels, scopes.
extension SnippetFile {
    mutating func stages(_ tree: YAMLTree?) -> [Conversation.Stage] {
        named(tree, "stage", SnippetFile.stageNames) { .unknownStage($0, nearest: $1) }
    }

    mutating func channels(_ tree: YAMLTree?) -> [Conversation.Channel] {
        named(tree, "channel", SnippetFile.channelNames) { .unknownChannel($0, nearest: $1) }
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

    private static let scopeNames: [(name: String, value: Snippet.Scope)] = [
        ("shop", .shop), ("personal", .personal), ("店铺", .shop), ("个人", .personal),
    ]
}
