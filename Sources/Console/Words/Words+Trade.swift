import Engine

/// Forms of the trade: cases, money, parcels, reviews.
extension Words {
    // MARK: Cases

    static let openCaseTitle = Bilingual(zh: "提售后", en: "Open a case")
    static let caseVerb = Bilingual(zh: "提交", en: "Open")
    static let caseKind = Bilingual(zh: "类型", en: "Kind")
    static let pieces = Bilingual(zh: "件数", en: "Pieces")
    static let caseAmountHint = Bilingual(
        zh: "空着就是能退的全部", en: "left empty: all that can go back")
    static let exchangeFor = Bilingual(zh: "换成", en: "Exchange for")
    static let notAnExchange = Bilingual(zh: "不换货", en: "no exchange")
    static let caseDetail = Bilingual(zh: "说明", en: "Detail")
    static let caseOpened = Bilingual(
        zh: "售后单已开，订单栏里看进度", en: "The case is open; the order panel shows how it stands")
    static let noCasePossible = Bilingual(
        zh: "这张订单没有可以售后的商品", en: "Nothing in this order can have a case")
    static let noReturnAsked = Bilingual(
        zh: "没有等着同意的退货、换货或维修", en: "No return, exchange or repair waits for an answer")
    static let nothingToSend = Bilingual(
        zh: "没有等着同意的补寄", en: "No reshipment waits for an answer")
    static let noCaseWaits = Bilingual(
        zh: "没有等店里处理的售后单", en: "No case waits for the shop")
    static let nothingCameBack = Bilingual(
        zh: "没有等着验的退货", en: "No returned goods wait to be checked")
    static let noOpenCase = Bilingual(zh: "没有进行中的售后单", en: "There is no open case")
    static let noCase = Bilingual(zh: "这张订单没有售后单", en: "This order has no case")
    static let agreeReturnTitle = Bilingual(zh: "同意退货", en: "Agree to the return")
    static let agreeVerb = Bilingual(zh: "同意", en: "Agree")
    static let freight = Bilingual(zh: "退货运费", en: "Return freight")
    static let returnAgreed = Bilingual(
        zh: "已同意，地址已给买家；等寄回", en: "Agreed; the buyer has the address and sends it back")
    static let agreeToSendTitle = Bilingual(zh: "同意补寄", en: "Agree to send")
    static let sendingAgreed = Bilingual(
        zh: "已同意，仓库寄出后显示运单", en: "Agreed; the parcel shows once it leaves")
    static let negotiateTitle = Bilingual(zh: "协商", en: "Make an offer")
    static let offerVerb = Bilingual(zh: "提出", en: "Offer")
    static let offerWhy = Bilingual(zh: "说明", en: "Say why")
    static let offerHint = Bilingual(
        zh: "例如：划痕不影响用，退 20 元您留着", en: "e.g. the scratch does no harm: ¥20 back and you keep it")
    static let offered = Bilingual(
        zh: "方案已发，等买家选", en: "The offer is out; the buyer chooses")
    static let refuseTitle = Bilingual(zh: "拒绝申请", en: "Refuse the request")
    static let refuseVerb = Bilingual(zh: "拒绝", en: "Refuse")
    static let refusalText = Bilingual(zh: "说明", en: "Say why")
    static let refusalHint = Bilingual(
        zh: "事实和下一步，买家看得到", en: "facts and what next; the buyer reads it")
    static let proof = Bilingual(zh: "凭证", en: "Proof")
    static let proofText = Bilingual(zh: "凭证里看到什么", en: "What it shows")
    static let proofHint = Bilingual(
        zh: "例如：打包视频里四角完好", en: "e.g. the packing video shows it whole")
    static let caseRefused = Bilingual(
        zh: "已拒绝；买家可以改申请，也可以找平台", en: "Refused; the buyer may ask anew or call the platform")
    static let rejectReturnTitle = Bilingual(zh: "退货有问题", en: "Reject the return")
    static let returnRejected = Bilingual(
        zh: "已提出，买家可以找平台", en: "Rejected; the buyer may call the platform")
    static let acceptReturnTitle = Bilingual(zh: "退货验收", en: "Accept the return")
    static let acceptVerb = Bilingual(zh: "收下", en: "Accept")
    static let returnAccepted = Bilingual(
        zh: "已验收；退款或换新按售后单走", en: "Accepted; the money or the new piece follows")
    static let evidenceTitle = Bilingual(zh: "举证", en: "Give evidence")
    static let giveVerb = Bilingual(zh: "提交", en: "Give")
    static let evidenceGiven = Bilingual(zh: "凭证已提交", en: "The evidence is in")
    static let whichCase = Bilingual(zh: "哪一单", en: "Which")

    // MARK: Money and dates

    static func swap(_ name: String, stock: Int, _ difference: Money) -> Bilingual {
        guard difference != .zero else {
            return Bilingual(zh: "\(name)（库存 \(stock)）", en: "\(name) (stock \(stock))")
        }
        let sum = (difference < .zero ? "−" : "+") + Money(fen: abs(difference.fen)).plain
        return Bilingual(
            zh: "\(name)（库存 \(stock)，\(sum)）", en: "\(name) (stock \(stock), \(sum))")
    }
    static let settleWith = Bilingual(zh: "差价", en: "Difference")
    static let originalRoute = Bilingual(zh: "原路", en: "as it was paid")
    static let payAccount = Bilingual(zh: "账户", en: "Account")
    static func payAccount(_ account: Account) -> Bilingual {
        let tail = account.label.isEmpty ? account.id.rawValue : account.label
        let left = account.balance.map { " " + $0.plain } ?? ""
        return Bilingual(
            zh: "\(account.method.name.zh) \(tail)\(left)",
            en: "\(account.method.name.en) \(tail)\(left)")
    }
    static let noAccounts = Bilingual(
        zh: "这位顾客没有登记支付账户", en: "This customer has no account on file")
    static let changePaymentTitle = Bilingual(zh: "换支付方式", en: "Change the payment")
    static let paymentChanged = Bilingual(
        zh: "已换，原来的钱退回去；Alt-U 换回", en: "Changed; the old money goes back. Alt-U undoes")
    static let nudgeTitle = Bilingual(zh: "催付", en: "Nudge to pay")
    static let nudgeVerb = Bilingual(zh: "催付", en: "Nudge")
    static let nudges = Bilingual(zh: "已催", en: "So far")
    static func nudged(_ count: Int, limit: Int) -> Bilingual {
        Bilingual(zh: "\(count) 次，最多 \(limit) 次", en: "\(count) of \(limit) at most")
    }
    static let nudgeDone = Bilingual(
        zh: "已催付并记一次；顺便问问为什么没付", en: "Nudged and counted; ask what keeps them")
    static let mergeTitle = Bilingual(zh: "合并发货", en: "Merge orders")
    static let mergeVerb = Bilingual(zh: "合并", en: "Merge")
    static let mergeWith = Bilingual(zh: "和哪一单", en: "With")
    static let allOfThem = Bilingual(zh: "全部", en: "all of them")
    static let nothingToMerge = Bilingual(
        zh: "没有同地址、没发货的另一单", en: "No other unshipped order goes to this address")
    static let merged = Bilingual(
        zh: "已合并，一个包裹发出", en: "Merged; they leave in one parcel")
    static let moveShipDateTitle = Bilingual(zh: "改发货时间", en: "Move the shipping date")
    static let shipsBy = Bilingual(zh: "几时发出", en: "Leaves by")
    static let shipDateHint = Bilingual(
        zh: "顾客会看到：说真实的原因", en: "the customer reads it: the true reason")
    static let shipDateMoved = Bilingual(
        zh: "已改，记得告诉顾客", en: "Moved; now tell the customer")
    static let invoiceTitle = Bilingual(zh: "开发票", en: "Issue an invoice")
    static let invoiceVerb = Bilingual(zh: "开票", en: "Issue")
    static let invoiceKind = Bilingual(zh: "种类", en: "Kind")
    static let invoiceTo = Bilingual(zh: "抬头", en: "Made out to")
    static let taxNumber = Bilingual(zh: "税号", en: "Tax number")
    static let taxHint = Bilingual(
        zh: "专票必填，15 到 20 位", en: "for a special invoice; 15 to 20 characters")
    static let email = Bilingual(zh: "邮箱", en: "E-mail")
    static let invoiceIssued = Bilingual(
        zh: "发票已开；Alt-U 冲红", en: "The invoice is out; Alt-U reverses it")
    static let noInvoiceStands = Bilingual(
        zh: "这张订单没有可以冲红的发票", en: "This order has no invoice to reverse")
    static let reverseInvoiceTitle = Bilingual(zh: "发票冲红", en: "Reverse the invoice")
    static let reverseVerb = Bilingual(zh: "冲红", en: "Reverse")
    static let invoiceNumber = Bilingual(zh: "发票号", en: "Number")
    static let invoiceReversed = Bilingual(zh: "已冲红", en: "Reversed")
    static let protectPriceTitle = Bilingual(zh: "价保退差", en: "Protect the price")
    static let priceProtected = Bilingual(
        zh: "差价已退，按原路退回", en: "The difference goes back as it came")
    static let sumTitle = Bilingual(zh: "算账", en: "The sum")

    // MARK: Parcels and batches

    static let parcel = Bilingual(zh: "包裹", en: "Parcel")
    static let interceptTitle = Bilingual(zh: "改址拦截", en: "Intercept")
    static let askVerb = Bilingual(zh: "申请", en: "Ask")
    static let whither = Bilingual(zh: "去哪", en: "Whither")
    static let toAnotherAddress = Bilingual(zh: "改到下面的地址", en: "to the address below")
    static let backToShop = Bilingual(zh: "退回店里", en: "back to the shop")
    static let fee = Bilingual(zh: "快递收费", en: "Carrier’s fee")
    static let intercepting = Bilingual(
        zh: "已向快递申请，有结果会显示；不保证成功", en: "Asked; the answer will show. Nothing is guaranteed")
    static let voidTitle = Bilingual(zh: "运单作废", en: "Void the label")
    static let voidVerb = Bilingual(zh: "作废", en: "Void")
    static let voided = Bilingual(
        zh: "已作废，订单回到待发货", en: "Voided; the order waits to be shipped again")
    static let claimTitle = Bilingual(zh: "快递理赔", en: "Claim from the carrier")
    static let claimHint = Bilingual(
        zh: "丢件、破损、有什么证据", en: "lost or broken, and what shows it")
    static let claimed = Bilingual(
        zh: "已申请理赔，快递限期答复", en: "Claimed; the carrier has its time to answer")
    static let noticeTitle = Bilingual(zh: "延误统一通知", en: "Notice to a late batch")
    static let batch = Bilingual(zh: "哪一批", en: "Batch")
    static func batch(_ id: String, _ count: Int, _ reason: String) -> Bilingual {
        Bilingual(zh: "\(id) · \(count) 单 · \(reason)", en: "\(id), \(count) orders: \(reason)")
    }
    static let leavesAt = Bilingual(zh: "真能发出", en: "Really leave")
    static let notice = Bilingual(zh: "通知", en: "Notice")
    static let noticeHint = Bilingual(
        zh: "道歉一次、原因、准确日期、能选什么", en: "sorry once, the cause, the date, the choice")
    static let tellVerb = Bilingual(zh: "发送", en: "Send")
    static let noticed = Bilingual(
        zh: "已通知这一批所有人，记成承诺", en: "Everybody in the batch is told; it counts as a promise")
    static let noBatch = Bilingual(zh: "没有等通知的延误批次", en: "No late batch waits for a notice")

    static let lateUntold = Bilingual(zh: "延误，待通知，预计", en: "late, not told; ships")
    static let lateTold = Bilingual(zh: "延误，已通知", en: "late, told; ships by")

    // MARK: Reviews

    static let reviewOpen = Bilingual(zh: "未回复", en: "not answered")
    static let reviewAnswered = Bilingual(zh: "已公开回复", en: "answered in public")

    static let review = Bilingual(zh: "评价", en: "Review")
    static let noReview = Bilingual(zh: "这张订单还没有评价", en: "This order has no review")
    static let explainTitle = Bilingual(zh: "解释评价", en: "Explain a review")
    static let publishVerb = Bilingual(zh: "发布", en: "Publish")
    static let explanation = Bilingual(zh: "解释", en: "Explanation")
    static let explainHint = Bilingual(
        zh: "谢谢、事实、怎么解决、怎么联系；不写姓名电话", en: "thanks, facts, remedy, contact; no names or numbers")
    static let explained = Bilingual(zh: "解释已公开", en: "The explanation is public")
    static let contactTitle = Bilingual(zh: "联系评价人", en: "Write to the reviewer")
    static let message = Bilingual(zh: "消息", en: "Message")
    static let contactHint = Bilingual(
        zh: "先解决问题；不提改评价、不给好处", en: "the remedy; not a word about changing the review")
    static let contacted = Bilingual(zh: "已发送，只能联系这一次", en: "Sent; this was the one time")
    static let reportTitle = Bilingual(zh: "举报评价", en: "Report a review")
    static let reportVerb = Bilingual(zh: "举报", en: "Report")
    static let abuse = Bilingual(zh: "属于", en: "It is")
    static let reported = Bilingual(zh: "已举报，等平台判断", en: "Reported; the platform decides")

    // MARK: The order panel

    static let balanceFrom = Bilingual(zh: "尾款开付", en: "balance opens")
    static let warehouseUrged = Bilingual(zh: "已催仓库", en: "warehouse urged")
    static let presaleShips = Bilingual(zh: "预计发货", en: "ships by")
    static let deposit = Bilingual(zh: "定金", en: "Deposit")
    static let balance = Bilingual(zh: "尾款", en: "Balance")
    static func goneBack(_ pieces: Int) -> Bilingual {
        Bilingual(zh: "已退 \(pieces) 件", en: "\(pieces) refunded")
    }
    static let isReversed = Bilingual(zh: "已冲红", en: "reversed")
    static let invoiceWanted = Bilingual(zh: "要发票：", en: "wants an invoice:")
    static let comingBack = Bilingual(zh: "退回来的", en: "coming back")
    static let notPickedUp = Bilingual(zh: "超时未揽收", en: "not picked up in time")
    static func interceptState(_ succeeded: Bool?) -> Bilingual {
        switch succeeded {
        case nil: Bilingual(zh: "拦截中", en: "being intercepted")
        case true?: Bilingual(zh: "拦截成功", en: "intercepted")
        case false?: Bilingual(zh: "拦截失败", en: "not intercepted")
        }
    }
    static func claimState(_ isPaid: Bool) -> Bilingual {
        isPaid
            ? Bilingual(zh: "快递已赔", en: "carrier paid")
            : Bilingual(zh: "理赔中", en: "claimed")
    }
}
