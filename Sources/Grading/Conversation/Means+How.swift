import Engine

extension Means {
    /// What to do at the desk, as the second half of a sentence: "打开商品页看一眼",
    /// "open the product page". Nil where it is words that do it.
    var how: Bilingual? {
        switch self {
        case .deed(let pattern): pattern.how
        case .says: nil
        case .any(let choices): choices.first?.how
        }
    }
}

extension DeedPattern {
    fileprivate var how: Bilingual {
        switch kind {
        case .look: look
        case .card:
            detail == "order"
                ? Bilingual(zh: "发这一单的核对卡", en: "send the check card of this order")
                : Bilingual(zh: "把卡片发给顾客", en: "send the card")
        case .take: Bilingual(zh: "先接下会话", en: "take the conversation")
        case .hold: Bilingual(zh: "请顾客稍等，挂起会话", en: "ask for a moment and put it on hold")
        case .resume: Bilingual(zh: "取消挂起", en: "take it off hold")
        case .transfer: Bilingual(zh: "写清情况再转接", en: "hand it over with a note")
        case .close: Bilingual(zh: "问过没有别的事，再结束会话", en: "ask for anything else, then close it")
        case .reply: Bilingual(zh: "回一句", en: "send a reply")
        case .recall: Bilingual(zh: "撤回那条消息", en: "take the message back")
        case .note: Bilingual(zh: "写一条内部备注", en: "write a private note")
        case .propose: Bilingual(zh: "把缺的词条提到知识库", en: "propose the missing entry")
        case .memo: Bilingual(zh: "给订单插旗写备注", en: "flag the order with a memo")
        case .changeAddress: Bilingual(zh: "在订单里改地址", en: "change the address in the order")
        case .reprice: Bilingual(zh: "在订单里改价", en: "change the price in the order")
        case .closeUnpaid: Bilingual(zh: "关闭未付款的订单", en: "close the unpaid order")
        case .urge: Bilingual(zh: "催一下仓库", en: "urge the warehouse")
        case .changeItem: Bilingual(zh: "在订单里换成对的规格", en: "change the item in the order")
        case .extend: Bilingual(zh: "延长收货时间", en: "extend the time to confirm receipt")
        case .refund: Bilingual(zh: "同意退款", en: "agree to the refund")
        case .reship: Bilingual(zh: "开补发", en: "open a reshipment")
        case .compensate: Bilingual(zh: "把补偿打给顾客", en: "pay the compensation")
        case .giveCoupon: Bilingual(zh: "发一张券", en: "give a coupon")
        case .tag: Bilingual(zh: "给顾客打标签", en: "tag the customer")
        case .untag: Bilingual(zh: "去掉标签", en: "take the tag off")
        case .customerNote: Bilingual(zh: "写顾客备注", en: "write a note on the customer")
        case .promise: Bilingual(zh: "把承诺连时间一起记下来", en: "enter the promise with its time")
        case .ticket: Bilingual(zh: "开工单给对口部门", en: "open a ticket for the right department")
        case .apply: Bilingual(zh: "替顾客提交售后申请", en: "open the after-sale case for the customer")
        case .offer: Bilingual(zh: "先提一个协商方案", en: "make an offer first")
        case .refuse: Bilingual(zh: "选真实的理由、附凭证再拒绝", en: "refuse with the true reason and proof")
        case .agreeReturn:
            Bilingual(zh: "同意退货，给出退货地址", en: "agree to the return and give the address")
        case .agreeToSend: Bilingual(zh: "同意补寄或换新", en: "agree to send it")
        case .acceptReturn: Bilingual(zh: "验货后收下退货", en: "check the goods and accept the return")
        case .rejectReturn: Bilingual(zh: "退货不对，附凭证提出来", en: "reject the return with proof")
        case .evidence: Bilingual(zh: "在举证期内交凭证", en: "bring evidence while there is time")
        case .changePayment: Bilingual(zh: "给订单换支付方式", en: "change the order’s payment")
        case .merge:
            Bilingual(zh: "合并发货，退重复的运费", en: "merge the orders and return the second postage")
        case .nudge: Bilingual(zh: "催付一次，问清原因", en: "nudge once and ask why")
        case .invoice: Bilingual(zh: "按实付金额开发票", en: "issue the invoice over what was paid")
        case .moveShipDate:
            Bilingual(zh: "把发货时间改成真能做到的", en: "move the shipping date to a true one")
        case .intercept: Bilingual(zh: "向快递申请拦截改址", en: "ask the carrier to intercept it")
        case .claim: Bilingual(zh: "向快递申请理赔", en: "claim from the carrier")
        case .voidParcel: Bilingual(zh: "作废没揽收的运单，重新发", en: "void the unused label and ship anew")
        case .notice: Bilingual(zh: "给这一批顾客发一次统一通知", en: "tell the whole batch once")
        case .explainReview: Bilingual(zh: "公开解释这条评价", en: "explain the review in public")
        case .contactReviewer: Bilingual(zh: "在平台内联系评价人一次", en: "write to the reviewer once")
        case .reportReview: Bilingual(zh: "附证据举报恶意评价", en: "report the abuse with proof")
        case .blacklist: Bilingual(zh: "附证据列入黑名单", en: "blacklist with proof")
        case .optOut: Bilingual(zh: "登记退订", en: "record the opt-out")
        case .campaign: Bilingual(zh: "发给这一群顾客", en: "send it to the segment")
        }
    }

    private var look: Bilingual {
        switch detail {
        case "order": Bilingual(zh: "打开订单看一眼", en: "open the order")
        case "track": Bilingual(zh: "打开物流看走到哪了", en: "open the track")
        case "address": Bilingual(zh: "打开收货地址核对", en: "open the address")
        case "product": Bilingual(zh: "打开商品页看规格和库存", en: "open the product page")
        case "coupon": Bilingual(zh: "打开券看门槛和日期", en: "open the coupon and read its terms")
        case "customer": Bilingual(zh: "打开顾客资料", en: "open the customer's file")
        case "knowledge": Bilingual(zh: "查知识库", en: "look in the knowledge base")
        case _: Bilingual(zh: "先查一下", en: "look it up")
        }
    }
}
