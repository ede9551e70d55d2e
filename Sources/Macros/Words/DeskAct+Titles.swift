public import Engine

extension DeskAct {
    /// What the act is called at the desk: 打标, Tag.
    public var title: Bilingual { DeskAct.title(of: name) }

    /// The same for a command by its name; the name itself where the desk has no word for it.
    static func title(of name: String) -> Bilingual {
        guard let words = titles[name] else { return Bilingual(zh: name, en: name) }
        return Bilingual(zh: words.0, en: words.1)
    }

    /// By command; the tests hold it to the acts that a macro may hold.
    static let titles: [String: (String, String)] = [
        "take": ("接待", "Take"), "hold": ("挂起", "Hold"), "resume": ("恢复接待", "Resume"),
        "transfer": ("转接", "Transfer"), "close": ("结束会话", "Close"),
        "reply": ("发消息", "Send a message"), "sendCard": ("发卡片", "Send a card"),
        "note": ("内部备注", "Private note"), "look": ("查看", "Look up"),
        "searchKnowledge": ("查知识库", "Search the knowledge base"),
        "proposeEntry": ("提议词条", "Propose an entry"), "promise": ("承诺", "Promise"),
        "openTicket": ("开工单", "Open a ticket"), "writeHandover": ("写交接", "Write the handover"),
        "memo": ("订单备注", "Memo"), "changeAddress": ("改地址", "Change the address"),
        "closeUnpaid": ("关闭未付款订单", "Close the unpaid order"),
        "urge": ("催仓库", "Urge the warehouse"), "nudge": ("催付", "Payment nudge"),
        "changeItem": ("换款", "Change the item"), "changeItems": ("换款", "Change items"),
        "extendReceipt": ("延长收货", "Extend receipt"),
        "mergeOrders": ("合单", "Merge orders"), "moveShipDate": ("改发货时间", "Move the ship date"),
        "issueInvoice": ("开发票", "Issue an invoice"),
        "reverseInvoice": ("冲红发票", "Reverse the invoice"),
        "cancelOrder": ("取消订单", "Cancel the order"), "voidParcel": ("作废运单", "Void the parcel"),
        "intercept": ("拦截包裹", "Intercept the parcel"),
        "claim": ("向快递索赔", "Claim from the carrier"),
        "noticeBatch": ("通知延迟批次", "Tell a late batch"), "reprice": ("改价", "Reprice"),
        "changePayment": ("换支付方式", "Change the payment"),
        "protectPrice": ("价保", "Price protection"), "compensate": ("小额打款", "Compensate"),
        "giveCoupon": ("送优惠券", "Give a coupon"), "apply": ("开售后", "Open a case"),
        "agreeRefund": ("同意退款", "Agree the refund"),
        "agreeReturn": ("同意退货", "Agree the return"),
        "agreeToSend": ("同意寄出", "Agree to send"), "refuse": ("拒绝售后", "Refuse the case"),
        "negotiate": ("协商", "Make an offer"), "acceptReturn": ("验收退货", "Accept the return"),
        "rejectReturn": ("退货有异议", "Dispute the return"),
        "giveEvidence": ("举证", "Give evidence"), "reship": ("补寄", "Reship"),
        "tag": ("打标", "Tag"), "untag": ("去标", "Untag"),
        "customerNote": ("客户备注", "Customer note"), "tagMany": ("批量打标", "Tag many"),
        "giveConsent": ("登记同意营销", "Consent to marketing"),
        "optOut": ("退订营销", "Opt out"), "blacklist": ("列入黑名单", "Blacklist"),
        "unblacklist": ("移出黑名单", "Off the blacklist"),
        "sendCampaign": ("群发", "Send a campaign"),
        "mergeCustomers": ("合并客户", "Merge customers"),
        "partCustomers": ("拆开客户", "Part customers"),
        "explainReview": ("回复评价", "Answer the review"),
        "contactReviewer": ("联系评价人", "Contact the reviewer"),
        "reportReview": ("举报评价", "Report the review"),
    ]
}
