import Engine

extension DeskCommand {
    /// What Alt-O lists.
    static let orderActions = [
        "order-memo", "change-address", "reprice", "close-unpaid", "nudge-payment",
        "urge-warehouse", "change-item", "change-payment", "merge-orders", "move-ship-date",
        "extend-receipt", "issue-invoice", "reverse-invoice", "open-case", "agree-refund",
        "agree-return", "agree-to-send", "negotiate", "refuse-case", "accept-return",
        "reject-return", "give-evidence", "show-case", "reship", "compensate", "protect-price",
        "intercept", "void-parcel", "claim-parcel", "notice-batch", "explain-review",
        "contact-reviewer", "report-review", "give-coupon", "send-card", "show-address",
        "show-track", "show-sum", "open-ticket", "copy-order",
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
            group: .order, when: withOrder(that: .changeAddress)
        ) { $0.openAddress() },
        DeskCommand(
            "reprice", title: Bilingual(zh: "改价", en: "Change price"),
            help: Bilingual(
                zh: "未付款时减价或减运费", en: "Lowers price or postage while unpaid"),
            group: .order, when: withOrder(that: .reprice)
        ) { $0.openReprice() },
        DeskCommand(
            "close-unpaid", title: Bilingual(zh: "关闭未付款订单", en: "Close unpaid order"),
            help: Bilingual(zh: "要选真实的原因", en: "With the true reason"),
            group: .order, when: withOrder(that: .closeUnpaid)
        ) { $0.openCloseUnpaid() },
        DeskCommand(
            "urge-warehouse", title: Bilingual(zh: "催仓库", en: "Urge the warehouse"),
            help: Bilingual(
                zh: "请仓库先发这一单", en: "Asks the warehouse to ship this one first"),
            group: .order, when: withOrder(that: .urge)
        ) { $0.urgeWarehouse() },
        DeskCommand(
            "change-item", title: Bilingual(zh: "换款", en: "Change item"),
            help: Bilingual(
                zh: "发货前换成另一款，差价当场结清",
                en: "Another choice before shipping; a difference is settled at once"),
            group: .order, when: withOrder(that: .changeItem)
        ) { $0.openChangeItem() },
        DeskCommand(
            "change-payment", title: Bilingual(zh: "换支付方式", en: "Change the payment"),
            help: Bilingual(
                zh: "原来的钱退回去，改从另一个账户付", en: "The money goes back, and comes from another account"),
            group: .order, when: withOrder(that: .changePayment)
        ) { $0.openChangePayment() },
        DeskCommand(
            "nudge-payment", title: Bilingual(zh: "催付", en: "Nudge to pay"),
            help: Bilingual(
                zh: "提醒付款并记一次；多了就是骚扰", en: "A reminder, counted; too many are pressure"),
            group: .order, when: withOrder(that: .nudge)
        ) { $0.openNudge() },
        DeskCommand(
            "merge-orders", title: Bilingual(zh: "合并发货", en: "Merge orders"),
            help: Bilingual(
                zh: "同一地址的几单一个包裹，退重复的运费", en: "One parcel for several; double postage comes back"),
            group: .order, when: withOrder(that: .merge)
        ) { $0.openMerge() },
        DeskCommand(
            "move-ship-date", title: Bilingual(zh: "改发货时间", en: "Move the shipping date"),
            help: Bilingual(
                zh: "说一个真能做到的时间和原因", en: "A date that can be kept, and why"),
            group: .order, when: withOrder(that: .moveShipDate)
        ) { $0.openMoveShipDate() },
        DeskCommand(
            "issue-invoice", title: Bilingual(zh: "开发票", en: "Issue an invoice"),
            help: Bilingual(
                zh: "金额就是实付；专票要税号", en: "Over what was paid; a special one needs a tax number"),
            group: .order, when: withOrder(that: .issueInvoice)
        ) { $0.openInvoice() },
        DeskCommand(
            "reverse-invoice", title: Bilingual(zh: "发票冲红", en: "Reverse the invoice"),
            help: Bilingual(zh: "开错了，先冲红再重开", en: "Made out wrongly: reverse, then issue anew"),
            group: .order, when: withInvoice
        ) { $0.openReverseInvoice() },
        DeskCommand(
            "protect-price", title: Bilingual(zh: "价保退差", en: "Protect the price"),
            help: Bilingual(
                zh: "价保期内降了价，退差额", en: "The price fell within the window: the difference back"),
            group: .order, when: withOrder(that: .priceProtection)
        ) { $0.openProtectPrice() },
        DeskCommand(
            "show-sum", title: Bilingual(zh: "看算账", en: "Show the sum"),
            help: Bilingual(
                zh: "每件的优惠分摊和可退金额，一步一步", en: "Each item’s share and what can go back, step by step"),
            group: .order, when: withOrder
        ) { $0.showSum() },
        DeskCommand(
            "extend-receipt", title: Bilingual(zh: "延长收货", en: "Extend receipt"),
            help: Bilingual(
                zh: "推迟自动确认收货，每单一次", en: "Puts off automatic confirmation, once per order"),
            group: .order, when: withOrder(that: .extendReceipt)
        ) { $0.openExtend() },
        DeskCommand(
            "reship", title: Bilingual(zh: "补寄", en: "Send again"),
            help: Bilingual(zh: "少件、破损时再寄一份", en: "For what was missing or broken"),
            group: .order, when: withOrder(that: .reship)
        ) { $0.openReship() },
        DeskCommand(
            "compensate", title: Bilingual(zh: "小额补偿", en: "Compensate"),
            help: Bilingual(
                zh: "在权限内打一笔小款，平台内付", en: "A small payment within your limit, on the platform"),
            group: .order, when: withOrder(that: .compensate)
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
                zh: "打字找知识库、商品参数、优惠券；拼音、首字母都行",
                en: "Knowledge base, product facts and coupons by typing, pinyin too"),
            group: .order, when: withTalk
        ) { $0.openLookUp() },
        DeskCommand(
            "propose-entry",
            title: Bilingual(zh: "提议词条", en: "Propose an entry"),
            help: Bilingual(
                zh: "知识库里缺的，写下来，同事马上搜得到；算进问题整理",
                en:
                    "What the knowledge base lacks; colleagues find it at once, and it counts as a summary"
            ),
            group: .order, when: withShift
        ) { $0.proposeEntry() },
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

    @Sendable static func withInvoice(_ desk: Desk) -> Availability {
        guard case .now = withOrder(desk), let order = desk.order else { return withOrder(desk) }
        return order.invoices.contains { !$0.isReversed }
            ? .now : .not(because: Words.noInvoiceStands)
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
        // What can be done comes first; the rest stands below with its reason.
        let sorted = items.filter { $0.obstacle == nil } + items.filter { $0.obstacle != nil }
        overlays.append(
            PickerSheet(Words.orderActions(name), items: sorted, empty: Words.noCommand) {
                desk, item in DeskCommand.named(item.id)?.run(on: desk)
            })
    }
}
