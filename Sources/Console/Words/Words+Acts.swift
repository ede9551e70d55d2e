import Engine

/// Forms and what is said after an act.
extension Words {
    // MARK: Titles

    static func onOrder(_ title: Bilingual, _ name: String, _ order: String) -> Bilingual {
        Bilingual(zh: "\(title.zh) · \(name) \(order)", en: "\(title.en) · \(name) \(order)")
    }
    static func with(_ title: Bilingual, _ name: String) -> Bilingual {
        Bilingual(zh: "\(title.zh) · \(name)", en: "\(title.en) · \(name)")
    }
    static func orderActions(_ order: String) -> Bilingual {
        Bilingual(zh: "订单操作 \(order)", en: "Order actions \(order)")
    }
    static let memoTitle = Bilingual(zh: "备注与旗帜", en: "Memo and flag")
    static let addressTitle = Bilingual(zh: "改地址", en: "Change address")
    static let repriceTitle = Bilingual(zh: "改价", en: "Change price")
    static let closeUnpaidTitle = Bilingual(zh: "关闭订单", en: "Close the order")
    static let swapTitle = Bilingual(zh: "换款", en: "Change item")
    static let extendTitle = Bilingual(zh: "延长收货", en: "Extend receipt")
    static let refundTitle = Bilingual(zh: "同意退款", en: "Agree to the refund")
    static let reshipTitle = Bilingual(zh: "补寄", en: "Send again")
    static let compensateTitle = Bilingual(zh: "小额补偿", en: "Compensate")
    static let holdTitle = Bilingual(zh: "挂起", en: "Put on hold")
    static let transferTitle = Bilingual(zh: "转接", en: "Transfer")
    static let promiseTitle = Bilingual(zh: "记承诺", en: "Promise")
    static let ticketTitle = Bilingual(zh: "提工单", en: "Open a ticket")
    static let fieldOrder = Bilingual(zh: "订单号", en: "order")
    static let fieldItem = Bilingual(zh: "商品", en: "item")
    static let fieldTracking = Bilingual(zh: "运单号", en: "tracking")
    static let tagTitle = Bilingual(zh: "打标签", en: "Add a tag")
    static let untagTitle = Bilingual(zh: "去掉标签", en: "Remove a tag")
    static let customerNoteTitle = Bilingual(zh: "客户备注", en: "Note on the customer")
    static let giveCouponTitle = Bilingual(zh: "送优惠券", en: "Give a coupon")
    static let lookUpTitle = Bilingual(zh: "查资料", en: "Look up")
    static let themesTitle = Bilingual(zh: "主题", en: "Theme")
    static let findTitle = Bilingual(zh: "找顾客", en: "Find a customer")
    static let promisesTitle = Bilingual(zh: "承诺", en: "Promises")
    static func cardsTitle(_ name: String) -> Bilingual {
        Bilingual(zh: "发给\(name)的卡片", en: "A card for \(name)")
    }

    // MARK: Fields

    static let flag = Bilingual(zh: "旗帜", en: "Flag")
    static let memo = Bilingual(zh: "备注", en: "Memo")
    static let memoHint = Bilingual(
        zh: "写给店里人看：问题、处理、待办", en: "for the shop: what is wrong, what is done, what is left")
    static let name = Bilingual(zh: "姓名", en: "Name")
    static let phone = Bilingual(zh: "电话", en: "Phone")
    static let region = Bilingual(zh: "地区", en: "Region")
    static let street = Bilingual(zh: "街道", en: "Street")
    static let repriceHint = Bilingual(
        zh: "一共减多少；运费只能减", en: "taken off in all; postage may only go down")
    static let reason = Bilingual(zh: "原因", en: "Reason")
    static let swapTo = Bilingual(zh: "换成", en: "To")
    static let byHowMuch = Bilingual(zh: "延长", en: "By")
    static let amount = Bilingual(zh: "金额", en: "Amount")
    static let contents = Bilingual(zh: "寄什么", en: "What")
    static let contentsHint = Bilingual(zh: "例如：饭勺 1 把", en: "e.g. 1 rice spoon")
    static func compensateHint(_ left: String) -> Bilingual {
        Bilingual(
            zh: "这一单还能补 \(left) 元；超出请提主管工单",
            en: "¥\(left) left for this order; above it, open a ticket to the supervisor")
    }
    static let awaited = Bilingual(zh: "在等什么", en: "Awaiting")
    static let awaitedHint = Bilingual(
        zh: "例如：等仓库回话；挂起后先告诉顾客", en: "e.g. the warehouse; tell the customer first")
    static let to = Bilingual(zh: "转给", en: "To")
    static let story = Bilingual(zh: "来龙去脉", en: "Story")
    static let storyHint = Bilingual(
        zh: "顾客要什么、查到了什么、答应了什么", en: "what is wanted, what was found, what was promised")
    static let promiseWhat = Bilingual(zh: "答应什么", en: "What")
    static let promiseHint = Bilingual(zh: "例如：答复到货时间", en: "e.g. tell when it arrives")
    static let promiseKeptBy = Bilingual(zh: "怎样算做到", en: "Kept when")
    static let deedReport = Bilingual(zh: "再次回复顾客", en: "the customer hears from us again")
    static func deedReportAfter(_ who: Bilingual) -> Bilingual {
        Bilingual(zh: "\(who.zh)答复后回复顾客", en: "told after the \(who.en) answers")
    }
    static let deedVisit = Bilingual(
        zh: "到那天回访", en: "asked on that day how it went")
    static let deedShip = Bilingual(zh: "订单发出", en: "the order leaves")
    static let deedRefund = Bilingual(zh: "钱退回", en: "the money goes back")
    static let due = Bilingual(zh: "几点前", en: "By")
    static let dueHint = Bilingual(
        zh: "18:00、明天12点、+2h 都行", en: "18:00, tomorrow 12:00 or +2h")
    static let department = Bilingual(zh: "部门", en: "Department")
    static let matter = Bilingual(zh: "事由", en: "Matter")
    static let matterHint = Bilingual(
        zh: "要他们查什么、做什么、几点前", en: "what to find or do, and by when")
    static let tag = Bilingual(zh: "标签", en: "Tag")
    static let tagHint = Bilingual(zh: "例如：急、要发票", en: "e.g. urgent, needs invoice")
    static let ends = Bilingual(zh: "有效期", en: "Holds for")
    static let forEver = Bilingual(zh: "一直", en: "always")
    static let noteText = Bilingual(zh: "备注", en: "Note")
    static let noteTextHint = Bilingual(
        zh: "下一位客服需要知道的", en: "what the next agent has to know")
    static let coupon = Bilingual(zh: "优惠券", en: "Coupon")
    static let item = Bilingual(zh: "商品", en: "Item")
    static let knowledge = Bilingual(zh: "知识", en: "knowledge")
    static let goods = Bilingual(zh: "商品", en: "goods")

    // MARK: Buttons

    static let save = Bilingual(zh: "保存", en: "Save")
    static let change = Bilingual(zh: "修改", en: "Change")
    static let closeOrder = Bilingual(zh: "关闭订单", en: "Close the order")
    static let extend = Bilingual(zh: "延长", en: "Extend")
    static let refundVerb = Bilingual(zh: "退款", en: "Refund")
    static let reshipVerb = Bilingual(zh: "补寄", en: "Send again")
    static let pay = Bilingual(zh: "打款", en: "Pay")
    static let holdVerb = Bilingual(zh: "挂起", en: "Hold")
    static let transferVerb = Bilingual(zh: "转接", en: "Transfer")
    static let promiseVerb = Bilingual(zh: "记下", en: "Promise")
    static let ticketVerb = Bilingual(zh: "提交", en: "Open")
    static let add = Bilingual(zh: "添加", en: "Add")
    static let give = Bilingual(zh: "送出", en: "Give")

    // MARK: What happened

    static let held = Bilingual(zh: "已挂起；Alt-H 恢复", en: "On hold; Alt-H resumes")
    static let transferred = Bilingual(zh: "已转接", en: "Transferred")
    static let promised = Bilingual(
        zh: "已记下，到点前在队列里提醒", en: "Kept in mind; the queue shows it until it is due")
    static let ticketOpened = Bilingual(
        zh: "工单已提交，有答复会告诉您", en: "The ticket is open; you will be told of the answer")
    static let cardSent = Bilingual(zh: "卡片已发；Alt-U 撤回", en: "The card is sent; Alt-U recalls it")
    static let memoDone = Bilingual(zh: "备注已保存；Alt-U 撤销", en: "The memo is saved; Alt-U undoes")
    static let addressDone = Bilingual(
        zh: "地址已改；Alt-U 改回", en: "The address is changed; Alt-U changes it back")
    static let repriceDone = Bilingual(
        zh: "价格已改，请顾客刷新后付款；Alt-U 撤销",
        en: "The price is changed; the customer may pay now. Alt-U undoes")
    static let closeUnpaidDone = Bilingual(zh: "订单已关闭", en: "The order is closed")
    static let urged = Bilingual(
        zh: "已催仓库；发出后订单栏会显示", en: "The warehouse is urged; the panel shows when it leaves")
    static let swapDone = Bilingual(zh: "已换款；Alt-U 换回", en: "The item is changed; Alt-U swaps back")
    static let extendDone = Bilingual(zh: "收货时间已延长", en: "Receipt is extended")
    static let refundDone = Bilingual(
        zh: "已退款，按原路退回", en: "Refunded; the money goes back as it came")
    static let reshipDone = Bilingual(
        zh: "补寄单已开，仓库寄出后显示运单", en: "The reshipment is open; the parcel shows once it leaves")
    static let compensateDone = Bilingual(zh: "补偿已打款", en: "The compensation is paid")
    static func tagged(_ name: String) -> Bilingual {
        Bilingual(zh: "已打标签“\(name)”；Alt-U 去掉", en: "Tagged “\(name)”; Alt-U removes it")
    }
    static func untagged(_ name: String) -> Bilingual {
        Bilingual(zh: "已去掉“\(name)”；Alt-U 恢复", en: "“\(name)” is removed; Alt-U restores it")
    }
    static let customerNoted = Bilingual(zh: "已记入客户档案", en: "Kept in the customer’s file")
    static let couponGiven = Bilingual(zh: "优惠券已放进券包", en: "The coupon is in the purse")
    static let addressShown = Bilingual(
        zh: "完整地址已显示，查看有记录", en: "The address is shown; the look is recorded")

    // MARK: What stands in the way

    static let nothingToSwap = Bilingual(
        zh: "这张订单的商品没有别的款", en: "Nothing in this order has another choice")
    static let noRefundAsked = Bilingual(
        zh: "顾客还没有申请退款。请顾客先在订单里申请",
        en: "No refund has been asked for. The customer has to ask for it in the order")
    static let nobodyToTransferTo = Bilingual(
        zh: "没有可以转接的同事", en: "There is no colleague to transfer to")
    static let noCards = Bilingual(zh: "没有能发的卡片", en: "There is no card to send")
    static let noCoupons = Bilingual(zh: "店里没有优惠券", en: "The shop has no coupons")
    static let notShippedYet = Bilingual(
        zh: "还没发货，没有轨迹", en: "Not shipped yet; there is no track")
    static let nothingFound = Bilingual(
        zh: "没有找到；换个词试试", en: "Nothing found; try another word")

    // MARK: Settings

    static let noThemes = Bilingual(
        zh: "没有找到主题文件", en: "No theme files were found")
    static let enterSends = Bilingual(
        zh: "Enter 发送，Alt-Enter 换行", en: "Enter sends, Alt-Enter breaks the line")
    static let altEnterSends = Bilingual(
        zh: "Enter 换行，Alt-Enter 发送", en: "Enter breaks the line, Alt-Enter sends")
    static func countdownIs(_ seconds: Int) -> Bilingual {
        seconds == 0
            ? Bilingual(zh: "立即发送，不倒计时", en: "Replies go at once")
            : Bilingual(
                zh: "发送前等 \(seconds) 秒，Esc 收回", en: "Replies wait \(seconds) s; Esc holds them back"
            )
    }
    static let coaches = Bilingual(zh: "写的时候会提示", en: "The desk speaks up while you write")
    static let coachesNot = Bilingual(zh: "写的时候不提示", en: "The desk is silent while you write")
    static let rings = Bilingual(zh: "有新顾客时响一声", en: "Rings once when a customer comes")
    static let ringsNot = Bilingual(zh: "有新顾客时不响", en: "Does not ring")
}
