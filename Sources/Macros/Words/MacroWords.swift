import Engine

/// What a rehearsal, a run and its undoing say, in both languages.
enum MacroWords {
    // MARK: What is taken back

    static let undoReply = Bilingual(zh: "刚发的消息", en: "the last message")
    static let undoHold = Bilingual(zh: "挂起", en: "the hold")
    static let undoResume = Bilingual(zh: "恢复接待", en: "the resumption")
    static let undoMemo = Bilingual(zh: "订单备注", en: "the memo")
    static let undoAddress = Bilingual(zh: "改地址", en: "the change of address")
    static let undoPrice = Bilingual(zh: "改价", en: "the change of price")
    static let undoItem = Bilingual(zh: "换款", en: "the change of item")
    static let undoPayment = Bilingual(zh: "换支付方式", en: "the change of payment")
    static let undoInvoice = Bilingual(zh: "开发票", en: "the invoice")
    static let undoBlacklist = Bilingual(zh: "列入黑名单", en: "blacklisting")
    static let undoUnblacklist = Bilingual(zh: "移出黑名单", en: "the way off the blacklist")
    static let undoMerge = Bilingual(zh: "合并客户", en: "the merge of two customers")
    static let undoPart = Bilingual(zh: "拆开客户", en: "the parting of two customers")
    static func undoTag(_ name: String) -> Bilingual {
        Bilingual(zh: "标签“\(name)”", en: "the tag “\(name)”")
    }
    static func undoUntag(_ name: String) -> Bilingual {
        Bilingual(zh: "去掉标签“\(name)”", en: "removing the tag “\(name)”")
    }

    // MARK: What stays

    static let recalledStays = Bilingual(
        zh: "消息撤回了，顾客会看到“已撤回”", en: "the customer sees that a message was recalled")
    static func newDate(_ name: String) -> Bilingual {
        Bilingual(zh: "标签“\(name)”挂回来，日期是现在", en: "the tag “\(name)” is back, dated now")
    }
    static let inHand = Bilingual(zh: "会话算已接待", en: "the conversation stays taken")
    static let somethingStays = Bilingual(
        zh: "有连带发生的事撤不回", en: "something that followed from it stays")
    static func heardStays(_ text: String) -> Bilingual {
        Bilingual(zh: "已记下的承诺“\(text)”还在", en: "the promise “\(text)” stands")
    }
    static func stays(_ command: Command) -> Bilingual {
        let title = DeskAct.title(of: command.name)
        return Bilingual(zh: "“\(title.zh)”撤不回", en: "“\(title.en)” cannot be taken back")
    }

    // MARK: Remarks

    static let stillOpen = Bilingual(zh: "还没填", en: "still to be filled in")
    static func fault(_ why: Bilingual, _ better: Bilingual) -> Bilingual {
        Bilingual(zh: "\(why.zh)，可以说：\(better.zh)", en: "\(why.en); rather say: \(better.en)")
    }

    // MARK: Differences

    static let none = Bilingual(zh: "无", en: "none")
    static let memo = Bilingual(zh: "备注", en: "Memo")
    static let tag = Bilingual(zh: "标签", en: "Tag")
    static let coupon = Bilingual(zh: "优惠券", en: "Coupon")
    static let status = Bilingual(zh: "状态", en: "State")
    static let item = Bilingual(zh: "商品", en: "Item")
    static let confirmBy = Bilingual(zh: "自动确认收货", en: "Confirmed by itself")
    static let reduction = Bilingual(zh: "减价", en: "Reduction")
    static let postage = Bilingual(zh: "运费", en: "Postage")
    static let toPay = Bilingual(zh: "应付", en: "To pay")
    static let refunded = Bilingual(zh: "已退", en: "Refunded")
    static let compensated = Bilingual(zh: "已补偿", en: "Compensated")
    static let shipTo = Bilingual(zh: "收货", en: "Ship to")
    static let shipBy = Bilingual(zh: "最晚发货", en: "Ships by")
}
