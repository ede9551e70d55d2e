import Engine

extension DeskCommand {
    /// What Alt-O lists.
    static let orderActions = [
        "order-memo", "change-address", "reprice", "close-unpaid", "urge-warehouse",
        "change-item", "extend-receipt", "agree-refund", "reship", "compensate", "give-coupon",
        "send-card", "show-address", "show-track", "open-ticket", "copy-order",
    ]

    static let orderCommands: [DeskCommand] = [
        DeskCommand(
            "order-actions", keys: ["Alt-O"],
            title: Bilingual(zh: "订单操作", en: "Order actions"),
            help: Bilingual(
                zh: "列出对这张订单能做的事，做不了的说明原因",
                en: "Lists what can be done with this order, and why the rest cannot"),
            group: .order, when: withTalk
        ) { $0.openOrderActions() },
        DeskCommand(
            "order-memo", keys: ["Alt-M"],
            title: Bilingual(zh: "备注与旗帜", en: "Memo and flag"),
            help: Bilingual(
                zh: "给订单写备注、插旗，顾客看不见", en: "A note and a flag on the order, unseen by the customer"),
            group: .order, when: withOrder
        ) { $0.openMemo() },
        DeskCommand(
            "change-address", title: Bilingual(zh: "改地址", en: "Change address"),
            help: Bilingual(zh: "只能在发货前改", en: "Only before the order is shipped"),
            group: .order, when: withOrder(in: .waitPay, .waitShip)
        ) { $0.openAddress() },
        DeskCommand(
            "reprice", title: Bilingual(zh: "改价", en: "Change price"),
            help: Bilingual(
                zh: "未付款时减价或减运费", en: "Lowers price or postage while unpaid"),
            group: .order, when: withOrder(in: .waitPay)
        ) { $0.openReprice() },
        DeskCommand(
            "close-unpaid", title: Bilingual(zh: "关闭未付款订单", en: "Close unpaid order"),
            help: Bilingual(zh: "要选真实的原因", en: "With the true reason"),
            group: .order, when: withOrder(in: .waitPay)
        ) { $0.openCloseUnpaid() },
        DeskCommand(
            "urge-warehouse", title: Bilingual(zh: "催仓库", en: "Urge the warehouse"),
            help: Bilingual(
                zh: "请仓库先发这一单", en: "Asks the warehouse to ship this one first"),
            group: .order, when: withOrder(in: .waitShip)
        ) { $0.urgeWarehouse() },
        DeskCommand(
            "change-item", title: Bilingual(zh: "换款", en: "Change item"),
            help: Bilingual(
                zh: "发货前换成同价的另一款", en: "Another choice at the same price, before shipping"),
            group: .order, when: withOrder(in: .waitShip)
        ) { $0.openChangeItem() },
        DeskCommand(
            "extend-receipt", title: Bilingual(zh: "延长收货", en: "Extend receipt"),
            help: Bilingual(
                zh: "推迟自动确认收货，每单一次", en: "Puts off automatic confirmation, once per order"),
            group: .order, when: withOrder(in: .shipped)
        ) { $0.openExtend() },
        DeskCommand(
            "agree-refund", title: Bilingual(zh: "同意退款", en: "Agree to the refund"),
            help: Bilingual(
                zh: "未发货的退款申请，钱按原路退回", en: "For an unshipped order; money goes back as it came"),
            group: .order, when: withRefundAsked
        ) { $0.openRefund() },
        DeskCommand(
            "reship", title: Bilingual(zh: "补寄", en: "Send again"),
            help: Bilingual(zh: "少件、破损时再寄一份", en: "For what was missing or broken"),
            group: .order, when: withOrder(in: .shipped, .done)
        ) { $0.openReship() },
        DeskCommand(
            "compensate", title: Bilingual(zh: "小额补偿", en: "Compensate"),
            help: Bilingual(
                zh: "在权限内打一笔小款，平台内付", en: "A small payment within your limit, on the platform"),
            group: .order, when: withOrder(in: .waitShip, .shipped, .done)
        ) { $0.openCompensate() },
        DeskCommand(
            "send-card", keys: ["Alt-S"],
            title: Bilingual(zh: "发卡片", en: "Send a card"),
            help: Bilingual(
                zh: "核对订单、商品、优惠券卡片", en: "Order check, product or coupon as a card"),
            group: .order, when: withOpenTalk
        ) { $0.openCards() },
        DeskCommand(
            "show-address", keys: ["Alt-Shift-A"],
            title: Bilingual(zh: "看完整地址", en: "Show the address"),
            help: Bilingual(
                zh: "地址平时遮住；查看会留记录", en: "Masked until asked for; looking is recorded"),
            group: .order, when: withOrder
        ) { $0.showAddress() },
        DeskCommand(
            "show-track", keys: ["Alt-V"],
            title: Bilingual(zh: "看物流轨迹", en: "Show the track"),
            help: Bilingual(zh: "展开或收起每一条轨迹", en: "Spreads every scan, or folds them"),
            group: .order, when: withOrder
        ) { $0.showTrack() },
        DeskCommand(
            "look-up", keys: ["Alt-I"],
            title: Bilingual(zh: "查资料", en: "Look up"),
            help: Bilingual(
                zh: "打字找知识库、商品参数、优惠券规则", en: "Knowledge base, product facts and coupons by typing"),
            group: .order, when: withTalk
        ) { $0.openLookUp() },
        DeskCommand(
            "copy-order", keys: ["Alt-N"],
            title: Bilingual(zh: "复制订单号", en: "Copy order number"),
            help: Bilingual(
                zh: "把完整订单号放进剪贴板（SSH 上也行）",
                en: "Puts the whole order number on the clipboard, over SSH too"),
            group: .order, when: withOrder
        ) { desk in
            guard let order = desk.order else { return }
            desk.copy(order.id.rawValue, Words.copiedOrder(order.id.rawValue))
        },
        DeskCommand(
            "next-order", keys: ["Alt-."],
            title: Bilingual(zh: "下一张订单", en: "Next order"),
            help: Bilingual(
                zh: "订单栏换成这位顾客的另一张订单", en: "Shows the customer’s next order in the panel"),
            group: .order, when: withOrder
        ) { $0.turnOrder(by: 1) },
    ]
}

extension DeskCommand {
    /// The customer has asked for the money back and waits for an answer.
    @Sendable static func withRefundAsked(_ desk: Desk) -> Availability {
        guard case .now = withOrder(desk), let order = desk.order else { return withOrder(desk) }
        return desk.openRefundCase(of: order) == nil ? .not(because: Words.noRefundAsked) : .now
    }
}

extension Desk {
    /// Lists the order's commands; what cannot be done now says why.
    func openOrderActions() {
        let items = DeskCommand.orderActions.compactMap { DeskCommand.named($0) }.map {
            command -> Picker.Item in
            var obstacle: String?
            if case .not(let reason) = command.availability(on: self) { obstacle = say(reason) }
            return Picker.Item(
                id: command.id, label: say(command.title), detail: keyName(of: command),
                also: command.title[tongue.other], obstacle: obstacle)
        }
        let name = order.map { Lengths.tail($0.id.rawValue) } ?? ""
        overlays.append(
            PickerSheet(Words.orderActions(name), items: items, empty: Words.noCommand) {
                desk, item in DeskCommand.named(item.id)?.run(on: desk)
            })
    }
}
