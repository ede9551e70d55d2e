import Engine

/// The customer's file, many customers at once, and what is due.
extension Words {
    static let optOutTitle = Bilingual(zh: "登记退订", en: "Opt out")
    static let consentTitle = Bilingual(zh: "登记同意", en: "Consent")
    static let saidWhere = Bilingual(zh: "在哪里说的", en: "Said where")
    static let saidWhereHint = Bilingual(zh: "例如：本次聊天", en: "e.g. in this chat")
    static let optedOut = Bilingual(
        zh: "已退订，不再发营销消息", en: "Opted out; no more marketing")
    static let consented = Bilingual(zh: "已登记同意", en: "The consent is on file")
    static let blacklistTitle = Bilingual(zh: "列入黑名单", en: "Blacklist")
    static let blacklistHint = Bilingual(
        zh: "做了什么，不写骂人的话", en: "what was done; no names called")
    static let blacklisted = Bilingual(
        zh: "已列入；下单、退货照样能办。Alt-U 撤销", en: "Blacklisted; orders and returns go on. Alt-U undoes")
    static let unblacklistTitle = Bilingual(zh: "移出黑名单", en: "Off the blacklist")
    static let remove = Bilingual(zh: "移出", en: "Remove")
    static let unblacklisted = Bilingual(zh: "已移出黑名单", en: "Off the blacklist")
    static let notBlacklisted = Bilingual(
        zh: "这位顾客不在黑名单里", en: "This customer is not on the blacklist")
    static let mergeCustomersTitle = Bilingual(zh: "合并到这位顾客", en: "Merge into this customer")
    static let mergedFrom = Bilingual(zh: "并过来的", en: "From")
    static let mergedInto = Bilingual(zh: "并入", en: "Into")
    static let nobodyElse = Bilingual(zh: "没有别的顾客", en: "There is no other customer")
    static let customersMerged = Bilingual(
        zh: "已合并；弄错了 Alt-U 拆开", en: "Merged; Alt-U parts them again")
    static let partCustomersTitle = Bilingual(zh: "拆开客户", en: "Part customers")
    static let partVerb = Bilingual(zh: "拆开", en: "Part")
    static let customersParted = Bilingual(zh: "已拆开，各归各", en: "Parted; each has its own again")
    static let notMerged = Bilingual(
        zh: "没有并到这位顾客的档案", en: "Nobody has been merged into this customer")
    static let tagManyTitle = Bilingual(zh: "批量打标", en: "Tag many")
    static let audience = Bilingual(zh: "给谁", en: "Whom")
    static func taggedMany(_ name: String) -> Bilingual {
        Bilingual(zh: "都打上了“\(name)”", en: "All tagged “\(name)”")
    }
    static let campaignTitle = Bilingual(zh: "群发", en: "Send to a segment")
    static let campaignName = Bilingual(zh: "名称", en: "Name")
    static let campaignHint = Bilingual(
        zh: "一句话说清；营销消息要写怎么退订", en: "one thing, plainly; say how to stop it")
    static let surveyQuestion = Bilingual(zh: "问题", en: "Question")
    static let questionHint = Bilingual(zh: "只有调查才填", en: "for a survey only")
    static let campaignSent = Bilingual(
        zh: "已发；没同意、刚发过的自动跳过", en: "Sent; without consent or too soon were left out")

    static let summaryTitle = Bilingual(zh: "问题整理", en: "Problem summary")
    static let summaryHint = Bilingual(
        zh: "什么问题、几位顾客遇到、怎么改", en: "what, how many customers, what would mend it")

    // MARK: Pages

    static let customerPage = Bilingual(zh: "客户", en: "Customer")
    static let duesPage = Bilingual(zh: "到期清单", en: "What is due")
    static let nothingDue = Bilingual(
        zh: "没有等着办的事", en: "Nothing waits to be done")
    static func dueCount(_ count: Int, overdue: Int) -> Bilingual {
        overdue == 0
            ? Bilingual(zh: "\(count) 件事有期限", en: "\(count) things have a time")
            : Bilingual(
                zh: "\(count) 件事有期限，\(overdue) 件已过",
                en: "\(count) things have a time, \(overdue) overdue")
    }
    static let noTalkForDue = Bilingual(
        zh: "这位顾客现在没有会话", en: "This customer is not in a conversation now")
    static let goThere = Bilingual(zh: "过去", en: "go there")
    static let backToDesk = Bilingual(zh: "回工作台", en: "back to the desk")
    static let scroll = Bilingual(zh: "翻看", en: "scroll")
    static let figures = Bilingual(zh: "数字", en: "Figures")
    static let ordersPaid = Bilingual(zh: "付过的订单", en: "Orders paid")
    static let spentInAll = Bilingual(zh: "净消费", en: "Spent, net")
    static let averageOrder = Bilingual(zh: "客单价", en: "Average order")
    static let refundedOrders = Bilingual(zh: "退过款的订单", en: "Orders with refunds")
    static let returnRate = Bilingual(zh: "退货率", en: "Return rate")
    static let openPromises = Bilingual(zh: "没兑现的承诺", en: "Open promises")
    static let lifecycle = Bilingual(zh: "生命周期", en: "Lifecycle")
    static let consent = Bilingual(zh: "营销消息", en: "Marketing")
    static let blackUntil = Bilingual(zh: "黑名单到", en: "Blacklisted until")
    static let valueClass = Bilingual(zh: "价值", en: "Value")
    static let rfmGrid = Bilingual(
        zh: "RFM：行是近度 R，列是频度 F，数是顾客数",
        en: "RFM: rows recency R, columns frequency F, numbers customers")
    static let spending = Bilingual(zh: "近十二个月消费", en: "Spending, last twelve months")
    static let allOrders = Bilingual(zh: "订单", en: "Orders")
    static let never = Bilingual(zh: "没有", en: "never")
    static let shopPage = Bilingual(zh: "店铺照看", en: "Look after the shop")
    static let otherList = Bilingual(zh: "换一张", en: "other list")
    static let settleFirst = Bilingual(zh: "有未结售后", en: "case open")
    static let settleFirstWhy = Bilingual(
        zh: "先把售后办完再联系；这时发优惠像在糊弄人。",
        en: "Settle the case first: a coupon now would be an insult.")
    static let writeByCampaign = Bilingual(
        zh: "在面板（Ctrl-P）里选“群发”，写给这一群人；退订和频次由系统把关。",
        en: "Send to a segment from the palette (Ctrl-P); consent and frequency are checked.")
    static let maySendNothing = Bilingual(
        zh: "现在不能发营销消息；他自己来咨询时照常接待。",
        en: "No marketing now; serve them as usual when they come.")
    static let allStepsTaken = Bilingual(zh: "都做了", en: "all steps taken")
    static func asOf(_ moment: String) -> Bilingual {
        Bilingual(zh: "截至 \(moment)", en: "as of \(moment)")
    }
    static func trainingNote(_ dated: String) -> Bilingual {
        Bilingual(zh: "* 教学数值，\(dated)", en: "* training value, as of \(dated)")
    }
}
