import Engine

/// Order, customer, shelf, and what happens to the shift.
extension Words {
    static let orderIsEmpty = Bilingual(
        zh: "选一位顾客，订单会显示在这里", en: "Select a customer to see the order")
    static let noOrderYet = Bilingual(
        zh: "这位顾客还没有订单。顾客下单后显示在这里", en: "No order yet. It appears here once placed")
    static let customerHasNoOrder = Bilingual(
        zh: "这位顾客还没有订单", en: "This customer has no order yet")
    static let onlyOneOrder = Bilingual(zh: "只有这一张订单", en: "There is only this order")
    static let orderNumber = Bilingual(zh: "单号", en: "No.")
    static let discount = Bilingual(zh: "优惠", en: "Coupon")
    static let reduction = Bilingual(zh: "减价", en: "Reduction")
    static let postage = Bilingual(zh: "运费", en: "Postage")
    static let toPay = Bilingual(zh: "应付", en: "To pay")
    static let paid = Bilingual(zh: "实付", en: "Paid")
    static let refunded = Bilingual(zh: "已退", en: "Refunded")
    static let compensated = Bilingual(zh: "已补偿", en: "Compensated")
    static let payment = Bilingual(zh: "支付", en: "Payment")
    static let shipTo = Bilingual(zh: "收货", en: "Ship to")
    static let noScanYet = Bilingual(zh: "暂无轨迹", en: "no scan yet")
    static let openCase = Bilingual(zh: "处理中", en: "open")

    static func stock(_ n: Int) -> Bilingual { Bilingual(zh: "库存 \(n)", en: "stock \(n)") }
    static func notInStock(_ n: Int) -> Bilingual {
        Bilingual(zh: "! 缺货，库存 \(n)", en: "! short, stock \(n)")
    }
    static func withdrawn(_ when: String) -> Bilingual {
        Bilingual(zh: "\(when) 已撤", en: "withdrawn \(when)")
    }

    static let customerIsEmpty = Bilingual(
        zh: "选一位顾客，标签和历史会显示在这里", en: "Select a customer to see tags and history")
    static let newCustomer = Bilingual(zh: "新客", en: "new")
    static func bought(_ n: Int) -> Bilingual {
        Bilingual(zh: "买过 \(n) 单", en: n == 1 ? "1 order" : "\(n) orders")
    }
    static let spent = Bilingual(zh: "累计", en: "Spent")
    static let refundsBefore = Bilingual(zh: "退款次数", en: "Refunds")
    static let lastBought = Bilingual(zh: "上次购买", en: "Last bought")
    static let account = Bilingual(zh: "账号", en: "Account")
    static let noTags = Bilingual(zh: "没有标签，Alt-T 添加", en: "No tags; Alt-T adds one")
    static let byRule = Bilingual(zh: "规则", en: "rule")
    static let byHand = Bilingual(zh: "手动", en: "by hand")
    static let imported = Bilingual(zh: "导入", en: "imported")
    static let byBatch = Bilingual(zh: "批量", en: "in batch")

    static let earlierTalks = Bilingual(zh: "以前的会话", en: "Earlier conversations")
    static let ticketsTitle = Bilingual(zh: "工单", en: "Tickets")
    static let shelfHint = Bilingual(zh: "Alt-I 查知识库", en: "Alt-I looks up the knowledge base")

    // MARK: The shift

    static func notStored(_ why: Bilingual) -> Bilingual {
        Bilingual(
            zh: why.zh + "（存上之前不接受操作；Ctrl-P 可导出）",
            en: why.en + " (Nothing is accepted until it can be stored; Ctrl-P exports)")
    }

    static func promiseBroken(_ name: String, _ text: String) -> Bilingual {
        Bilingual(zh: "答应\(name)的没做到：\(text)", en: "A promise to \(name) is broken: \(text)")
    }
    static func ticketAnswered(_ who: Bilingual, _ text: String) -> Bilingual {
        Bilingual(zh: "\(who.zh)答复：\(text)", en: "The \(who.en) answers: \(text)")
    }
    static let languageIs = Bilingual(zh: "界面换成中文", en: "The desk speaks English now")
    static func themeIs(_ title: Bilingual) -> Bilingual {
        Bilingual(zh: "主题：\(title.zh)", en: "Theme: \(title.en)")
    }
    static let fastest = Bilingual(zh: "已经是最快", en: "This is the fastest")
    static let slowest = Bilingual(zh: "已经是最慢", en: "This is the slowest")
    static func speedIs(_ speed: Int) -> Bilingual {
        Bilingual(zh: "时间 \(speed) 倍速", en: "Time runs \(speed)×")
    }
    static let endNow = Bilingual(zh: "现在下班，看复盘？", en: "End the shift now and see the debrief?")
    static func endWithOpenTalks(
        _ open: Int, waiting: Int, isHandedOver: Bool
    ) -> Bilingual {
        let are = open == 1 ? "conversation is" : "conversations are"
        let who = Bilingual(
            zh: waiting > 0 ? "，其中 \(waiting) 位在等回复" : "",
            en: waiting > 0 ? ", \(waiting) of them waiting" : "")
        let note = Bilingual(
            zh: isHandedOver ? "" : "，交接还没写",
            en: isHandedOver ? "" : ", and no handover is written")
        return Bilingual(
            zh: "还有 \(open) 位顾客没结束\(who.zh)\(note.zh)。现在下班？",
            en: "\(open) \(are) open\(who.en)\(note.en). End the shift now?")
    }
    static let handoverTitle = Bilingual(zh: "交接班", en: "Handover")
    static let handoverReceived = Bilingual(zh: "上一班留的", en: "Left for you")
    static let handoverNothing = Bilingual(zh: "没有留话", en: "nothing")
    static let handoverText = Bilingual(zh: "写给下一班", en: "For the next shift")
    static let handoverHint = Bilingual(
        zh: "写清是谁、哪一单、到什么时候、该做什么", en: "who, which order, by when, what to do")
    static let handoverVerb = Bilingual(zh: "写好", en: "Write")
    static let handoverWritten = Bilingual(
        zh: "交接写好了，可以改；下班时一起交", en: "Written; you can still change it before the shift ends")
    static let endShift = Bilingual(zh: "下班", en: "end the shift")
    static func exported(_ path: String) -> Bilingual {
        Bilingual(zh: "已导出到 \(path)", en: "Exported to \(path)")
    }
}
