import Engine

/// What other programs call the values that we fill in, and what our values are called when a
/// program has none of them: `[运单号]`.
struct ForeignVariables {
    /// How a program marks a hole.
    enum Braces {
        case curly
        /// `#{…}`
        case hash
        /// Only `[…]`.
        case square
    }

    let braces: Braces
    /// What the names of its values begin with.
    private let families: [String]
    /// Theirs and ours; of several of theirs the first is written back.
    private let names: [(theirs: String, ours: String)]
    /// Whether every `[…]` is a hole, or only those with a name we know.
    let takesAllBrackets: Bool
    /// Whether its texts may hold statements: `{% if … %}`.
    let isLiquid: Bool

    init(_ format: ReplyFormat) {
        isLiquid = [.chatwoot, .chatwootCSV, .chatwootMacros, .zendesk].contains(format)
        switch format {
        case .xiaoer, .espanso:
            (braces, names, families, takesAllBrackets) = (.curly, [], [], false)
        case .chatwoot, .chatwootCSV, .chatwootMacros:
            (braces, names, takesAllBrackets) = (.curly, Self.chatwoot, false)
            families = ["contact.", "conversation.", "agent.", "inbox.", "account."]
        case .zendesk:
            (braces, names, takesAllBrackets) = (.curly, Self.zendesk, false)
            families = ["ticket.", "current_user.", "satisfaction.", "dc."]
        case .zammad:
            (braces, names, takesAllBrackets) = (.hash, Self.zammad, false)
            families = ["ticket.", "user.", "config.", "article."]
        case .rocketChat:
            (braces, names, takesAllBrackets) = (.curly, Self.rocketChat, false)
            families = ["contact.", "agent."]
        case .qianniu, .csv, .plain:
            (braces, names, families, takesAllBrackets) = (.square, [], [], true)
        }
    }

    private static let chatwoot = [
        ("contact.name", "customer.name"), ("contact.first_name", "customer.name"),
        ("contact.last_name", "customer.name"), ("contact.phone", "customer.phone"),
        ("agent.name", "agent.name"), ("agent.first_name", "agent.name"),
        ("agent.last_name", "agent.name"), ("inbox.name", "shop.name"),
    ]

    private static let zendesk = [
        ("ticket.requester.name", "customer.name"),
        ("ticket.requester.first_name", "customer.name"),
        ("ticket.requester.last_name", "customer.name"),
        ("ticket.requester.phone", "customer.phone"), ("current_user.name", "agent.name"),
        ("current_user.first_name", "agent.name"), ("current_user.last_name", "agent.name"),
        ("ticket.account", "shop.name"),
    ]

    private static let zammad = [
        ("ticket.customer.fullname", "customer.name"),
        ("ticket.customer.firstname", "customer.name"),
        ("ticket.customer.lastname", "customer.name"),
        ("ticket.customer.phone", "customer.phone"), ("user.fullname", "agent.name"),
        ("user.firstname", "agent.name"), ("user.lastname", "agent.name"),
        ("config.product_name", "shop.name"), ("config.organization", "shop.name"),
    ]

    private static let rocketChat = [
        ("contact.name", "customer.name"), ("contact.phone", "customer.phone"),
        ("agent.name", "agent.name"),
    ]

    /// What stands in square brackets in lists that people write by hand.
    private static let spoken = [
        ("姓名", "customer.name"), ("顾客姓名", "customer.name"), ("客户姓名", "customer.name"),
        ("买家昵称", "customer.name"), ("买家", "customer.name"), ("昵称", "customer.name"),
        ("顾客", "customer.name"), ("称呼", "customer.name"), ("订单编号", "order.id"),
        ("商品", "order.items"), ("商品名称", "item.title"), ("宝贝", "order.items"),
        ("金额", "order.paid"), ("实付金额", "order.paid"), ("应付金额", "order.due"),
        ("快递", "order.carrier"), ("快递公司", "order.carrier"), ("单号", "order.tracking"),
        ("运单号", "order.tracking"), ("快递单号", "order.tracking"), ("物流单号", "order.tracking"),
        ("发货时间", "order.shipBy"), ("店铺", "shop.name"), ("店铺名", "shop.name"),
        ("客服", "agent.name"), ("客服名", "agent.name"), ("日期", "date"), ("时间", "time"),
        ("name", "customer.name"), ("customer", "customer.name"), ("order", "order.id"),
        ("order number", "order.id"), ("tracking number", "order.tracking"),
        ("amount", "order.paid"), ("shop", "shop.name"), ("agent", "agent.name"),
    ]

    /// Pictures that chats write in square brackets; no holes.
    private static let faces: Set<String> = [
        "微笑", "玫瑰", "爱心", "抱拳", "握手", "强", "愉快", "呲牙", "偷笑", "可爱", "害羞", "拥抱",
        "鼓掌", "胜利", "加油", "庆祝", "礼物", "红包", "太阳", "月亮", "咖啡", "蛋糕", "OK", "ok",
    ]

    func ours(_ theirs: String) -> String? {
        names.first { $0.theirs == theirs.lowercased() }?.ours
    }

    func theirs(_ ours: String) -> String? { names.first { $0.ours == ours }?.theirs }

    /// A value that we only ask for, by the name this program gave it; nil where it is not its own.
    func hole(_ title: String) -> String? {
        guard families.contains(where: { title.hasPrefix($0) }) else { return nil }
        return hole(named: title)
    }

    func hole(named theirs: String) -> String {
        braces == .hash ? "#{\(theirs)}" : "{{\(theirs)}}"
    }

    static func spoken(_ name: String) -> String? {
        let lower = name.lowercased()
        if let ours = spoken.first(where: { $0.0 == lower })?.1 { return ours }
        // Our own name, a moment for one, which has no other.
        if name.contains(where: { ".+-".contains($0) }), !Variables.problem(with: name) {
            return name
        }
        return ShopVariable.all.first { $0.title.zh == name || $0.title.en == name }?.name
    }

    static func isFace(_ name: String) -> Bool { faces.contains(name) }

    /// How a value of ours is written where a program has none: its name in square brackets.
    static func bracket(_ name: String, _ tongue: Tongue) -> String {
        "[" + (ShopVariable.named(name)?.title[tongue] ?? name) + "]"
    }
}
