extension Refusal {
    /// A name for programs; it stays the same for ever.
    public var code: String {
        // The case's own name, hyphenated; `RefusalTests` pins the list.
        Spelling.hyphened(Mirror(reflecting: self).children.first?.label ?? "\(self)")
    }

    /// The refusal as a person reads it: what stands in the way, and where it helps what to do.
    public func sentence(in tongue: Tongue) -> String { text[tongue] }

    private var text: Bilingual {
        switch self {
        case .noSuchConversation(let id):
            Bilingual(zh: "没有会话 \(id)", en: "There is no conversation \(id)")
        case .noSuchCustomer(let id):
            Bilingual(zh: "没有顾客 \(id)", en: "There is no customer \(id)")
        case .noSuchOrder(let id):
            Bilingual(zh: "没有订单 \(id)，请核对订单号", en: "There is no order \(id); check the number")
        case .noSuchVariant(let id):
            Bilingual(zh: "没有商品 \(id)", en: "There is no item \(id)")
        case .noSuchCoupon(let id):
            Bilingual(zh: "没有优惠券 \(id)", en: "There is no coupon \(id)")
        case .noSuchAfterSale(let id):
            Bilingual(zh: "没有售后单 \(id)", en: "There is no after-sale case \(id)")
        case .noSuchTicket(let id):
            Bilingual(zh: "没有工单 \(id)", en: "There is no ticket \(id)")
        case .noAnswerPromised(let id):
            Bilingual(
                zh: "承诺 \(id) 不是在等答复，或者工单还没回",
                en: "Promise \(id) awaits no answer, or its ticket has none yet")
        case .noSuchMessage(let id):
            Bilingual(zh: "没有您发的第 \(id.number) 条消息", en: "You sent no message \(id.number)")
        case .noSuchParcel(let number):
            Bilingual(zh: "没有运单 \(number)", en: "There is no parcel \(number)")
        case .noSuchLine(let order, let line):
            Bilingual(
                zh: "订单 \(order) 没有第 \(line + 1) 件商品",
                en: "Order \(order) has no line \(line + 1)")
        case .noSuchTag(let name):
            Bilingual(zh: "顾客没有标签“\(name)”", en: "The customer has no tag “\(name)”")
        case .noSuchEntry(let title):
            Bilingual(
                zh: "没有“\(title)”这一条", en: "There is no “\(title)” to open")
        case .entryExists(let title):
            Bilingual(
                zh: "知识库里已经有“\(title)”，换个标题，或者先打开看看",
                en: "The knowledge base has “\(title)”; choose another title, or open it first")
        case .timeStands:
            Bilingual(
                zh: "带班让时间停下了，等他继续再做", en: "The leader has let time stand; wait until it goes on")
        case .seatTaken:
            Bilingual(
                zh: "带班正坐在您的位子上，还给您之前先看着",
                en: "The leader is acting in your seat; look on until it is given back")
        case .noSuchColleague(let name, let nearest):
            Bilingual(
                zh: "没有同事“\(name)”" + (nearest.map { "，是不是“\($0)”？" } ?? ""),
                en: "There is no colleague “\(name)”"
                    + (nearest.map { "; did you mean “\($0)”?" } ?? ""))
        case .colleagueAway(let name):
            Bilingual(
                zh: "\(name)这会儿不在，转给别人或自己接着办",
                en: "\(name) is away; hand it to somebody else, or go on yourself")
        case .badCount(let count, let most):
            Bilingual(zh: "\(count) 位不行，1 到 \(most) 位", en: "\(count) will not do: 1 to \(most)")
        case .notYourPart:
            Bilingual(zh: "这件事不归这个角色做", en: "This is not for this role to do")
        case .belongsToAnother(let id):
            Bilingual(
                zh: "订单 \(id) 是另一位顾客的，不能在这里处理",
                en: "Order \(id) is another customer’s; it cannot be handled here")
        case .conversationEnded(let id):
            Bilingual(zh: "会话 \(id) 已经结束", en: "Conversation \(id) has ended")
        case .alreadyTaken:
            Bilingual(zh: "会话已经有人在接待", en: "Somebody is already serving this conversation")
        case .notOnHold:
            Bilingual(zh: "会话没有挂起", en: "The conversation is not on hold")
        case .nothingToSay:
            Bilingual(zh: "内容是空的，先写点什么", en: "There is nothing in it; write something first")
        case .tooLong(let limit, let length):
            Bilingual(zh: "太长了：\(length)，最多 \(limit)", en: "Too long: \(length), at most \(limit)")
        case .noRecall(let channel):
            Bilingual(
                zh: "\(channel.name.zh)发出去就收不回了，说错了再补一句更正。",
                en: "What was sent by \(channel.name.en) cannot be taken back; send a correction.")
        case .noCards(let channel):
            Bilingual(
                zh: "\(channel.name.zh)里发不了卡片，用话说清楚。",
                en: "No cards on \(channel.name.en): say it in words.")
        case .othersReadAlong(let channel):
            Bilingual(
                zh: "\(channel.name.zh)里别人都看得见，订单请对方私信核对。",
                en:
                    "Others read along in a \(channel.name.en); ask for a private message about orders."
            )
        case .nobodyReadsAlong(let channel):
            Bilingual(
                zh: "\(channel.name.zh)里没有旁人。",
                en: "Nobody else reads along on \(channel.name.en).")
        case .noSuchFile(let name, let nearest):
            Bilingual(
                zh: "店里没有叫“\(name)”的图片或文件" + (nearest.map { "，是不是“\($0)”？" } ?? "。"),
                en: "The shop has no picture or file called “\(name)”"
                    + (nearest.map { "; did you mean “\($0)”?" } ?? "."))
        case .recallTooLate(let limit):
            Bilingual(
                zh: "只能撤回 \(limit.seconds) 秒内发出的消息",
                en: "A message can be recalled only within \(limit.seconds) seconds")
        case .alreadyRecalled:
            Bilingual(zh: "这条消息已经撤回", en: "This message has been recalled already")
        case .orderIs(let status, let needs):
            Bilingual(
                zh: "订单现在是“\(status.name[.chinese])”，这一步只能在“\(names(needs, .chinese))”时做",
                en:
                    "The order is “\(status.name[.english])”; this can be done only while “\(names(needs, .english))”"
            )
        case .alreadyShipped:
            Bilingual(
                zh: "订单已经发货，改为联系快递拦截或转寄",
                en: "The order has left; ask the carrier to intercept or redirect it")
        case .notShipped:
            Bilingual(zh: "订单还没有发货", en: "The order has not been shipped")
        case .outOfStock(let id, let left):
            Bilingual(zh: "\(id) 库存只有 \(left) 件", en: "Only \(left) of \(id) in stock")
        case .badQuantity(let n):
            Bilingual(zh: "数量 \(n) 不对", en: "A quantity of \(n) will not do")
        case .couponNotReached(let threshold, let goods):
            Bilingual(
                zh:
                    "商品 \(goods.plain) 元，未到满 \(threshold.plain) 元的门槛，还差 \((threshold - goods).plain) 元",
                en:
                    "Goods come to ¥\(goods.plain); the coupon needs ¥\(threshold.plain), ¥\((threshold - goods).plain) more"
            )
        case .couponExpired:
            Bilingual(zh: "优惠券已经过期", en: "The coupon has expired")
        case .couponNotOwned:
            Bilingual(zh: "顾客没有这张券", en: "The customer does not have this coupon")
        case .couponAlreadyOwned:
            Bilingual(zh: "顾客已经有这张券", en: "The customer has this coupon already")
        case .badAmount(let amount):
            Bilingual(zh: "金额 \(amount.plain) 不对", en: "An amount of ¥\(amount.plain) will not do")
        case .overTheLimit(let limit, let asked):
            Bilingual(
                zh: "\(asked.plain) 元超出权限，这一单还可以给 \(limit.plain) 元；更多请提交主管",
                en:
                    "¥\(asked.plain) is over your limit; ¥\(limit.plain) is left on this order. Ask the supervisor for more"
            )
        case .postageMayNotRise(let from, let to):
            Bilingual(
                zh: "邮费只能减，不能从 \(from.plain) 加到 \(to.plain)",
                en: "Postage may go down only, not from ¥\(from.plain) to ¥\(to.plain)")
        case .priceDiffers(let by):
            Bilingual(
                zh: "价格差 \(by.plain) 元，只能换同价的",
                en: "The price differs by ¥\(by.plain); only the same price can be swapped")
        case .sameAsBefore:
            Bilingual(zh: "和原来一样，没有改动", en: "It is the same as before; nothing to change")
        case .addressIncomplete:
            Bilingual(
                zh: "地址不完整：要有姓名、电话、地区、街道",
                en: "The address needs a name, a phone, a region and a street")
        case .afterSaleOpen(let id):
            Bilingual(zh: "售后单 \(id) 还没处理完，先处理它", en: "Case \(id) is still open; settle it first")
        case .afterSaleNotOpen(let id):
            Bilingual(zh: "售后单 \(id) 已经结束", en: "Case \(id) has been settled")
        case .wrongKind(let kind):
            Bilingual(
                zh: "这是“\(kind.name[.chinese])”，不能这样处理",
                en: "This is a “\(kind.name[.english])” case; it is not handled this way")
        case .badExtension(let allowed):
            Bilingual(
                zh: "只能延长 \(list(allowed)) 天",
                en: "The extension can be \(list(allowed)) days")
        case .noExtensionLeft:
            Bilingual(zh: "这一单已经延长过收货", en: "Receipt of this order has been extended already")
        case .dueInThePast:
            Bilingual(zh: "时间已经过了，写一个以后的时间", en: "That time has passed; give a later one")
        case .alreadyTagged(let name):
            Bilingual(zh: "已经有标签“\(name)”", en: "The tag “\(name)” is there already")
        case .alreadyAnswered:
            Bilingual(zh: "工单已经有答复", en: "The ticket has been answered")
        case .alreadyRated:
            Bilingual(zh: "已经评价过", en: "It has been rated already")
        case .badStars(let n):
            Bilingual(zh: "评分是 1 到 5，不是 \(n)", en: "Stars go from 1 to 5, not \(n)")
        case .notOffered(let operation):
            Bilingual(
                zh: "这个平台不支持\(operation.name.zh)",
                en: "This platform does not offer this: \(operation.name.en)")
        case .noLines:
            Bilingual(zh: "没有写任何一行，至少要一行", en: "No line was given; name at least one")
        case .notOnSale(let id):
            Bilingual(zh: "\(id) 不在售，或不是同一件商品", en: "\(id) is not on sale, or is another product")
        case .noSuchGroup(let id):
            Bilingual(zh: "没有这个团：\(id)", en: "There is no group \(id) for this")
        case .groupClosed(let id):
            Bilingual(zh: "团 \(id) 已经结束，请另开一个团", en: "Group \(id) is closed; open another")
        case .ownBasket(let id):
            Bilingual(
                zh: "预售和拼团商品要单独下单：\(id)",
                en: "Presale and group goods are ordered by themselves: \(id)")
        case .alreadyInGroup(let id):
            Bilingual(
                zh: "这位顾客已经在团 \(id) 里，要等别人来参团",
                en: "This customer is in group \(id) already; others have to join")
        case .balanceClosed(let since):
            Bilingual(
                zh: "尾款 \(moment(since).zh) 已截止",
                en: "The time for the balance ended at \(moment(since).en)")
        case .balanceNotOpen(let from):
            Bilingual(
                zh: "尾款 \(moment(from).zh) 才开付",
                en: "The balance opens at \(moment(from).en)")
        case .nothingToPay:
            Bilingual(zh: "这张订单没有付过的钱可以换", en: "Nothing has been paid that could be moved")
        case .sameLineTwice(let line):
            Bilingual(zh: "第 \(line + 1) 行写了两次", en: "Line \(line + 1) is named twice")
        case .notMergeable(let id):
            Bilingual(
                zh: "订单 \(id) 不能合并：要同一买家、同一地址、都没发货",
                en: "Order \(id) cannot be merged: same buyer, same address, nothing shipped")
        case .clockNotRunning:
            Bilingual(
                zh: "签收后才开始计确认收货的时间，现在不用延长",
                en: "The time to confirm starts with the signature; there is nothing to extend yet")
        case .areaStopped(let region, let carrier):
            Bilingual(
                zh: "\(carrier)现在不发\(region)：换快递、等恢复或退款",
                en: "\(carrier) does not go to \(region) now: another carrier, wait, or refund")
        case .trackingUsed(let number):
            Bilingual(zh: "运单号 \(number) 已经用过", en: "Tracking number \(number) has been used")
        case .tooManyPieces(let line, let left):
            Bilingual(
                zh: "第 \(line + 1) 行只剩 \(left) 件",
                en: "Line \(line + 1) has only \(left) left")
        case .noInvoice(let number):
            Bilingual(zh: "没有可以冲红的发票 \(number)", en: "There is no standing invoice \(number)")
        case .invoiceStands(let number):
            Bilingual(zh: "已经开过发票 \(number)，先冲红", en: "Invoice \(number) stands; reverse it first")
        case .taxNumberMissing:
            Bilingual(zh: "税号要 15 到 20 位字母或数字", en: "A tax number has 15 to 20 letters or digits")
        case .badEmail(let text):
            Bilingual(zh: "邮箱不对：\(text)", en: "Not an e-mail address: \(text)")
        case .noSuchAccount(let id):
            Bilingual(zh: "这位顾客没有支付账户 \(id)", en: "This customer has no account \(id)")
        case .methodNotTaken(let method):
            Bilingual(
                zh: "本店不收\(method.name.zh)",
                en: "This shop does not take a \(method.name.en)")
        case .oneMethodOnly:
            Bilingual(zh: "一张订单只能用一种方式付款", en: "An order is paid in one way only")
        case .accountTwice(let id):
            Bilingual(
                zh: "账户 \(id) 写了两次，合成一笔",
                en: "Account \(id) is named twice; put both sums into one")
        case .balanceTooLow(let id, let left):
            Bilingual(zh: "账户 \(id) 只有 \(left.plain)", en: "Account \(id) holds only \(left.plain)")
        case .sumDiffers(let due, let given):
            Bilingual(
                zh: "应付 \(due.plain)，给了 \(given.plain)",
                en: "Due is \(due.plain), given were \(given.plain)")
        case .accountNeeded(let by):
            Bilingual(
                zh: "要补 \(by.plain)，请选支付账户",
                en: "\(by.plain) is to be paid; name the account")
        case .mayNotGoThere(let id):
            Bilingual(zh: "钱只能原路退回，不能退到 \(id)", en: "Money goes back as it came, not to \(id)")
        case .moreThanPaid(let limit, let asked):
            Bilingual(
                zh: "最多能退 \(limit.plain)，不能退 \(asked.plain)",
                en: "At most \(limit.plain) can go back, not \(asked.plain)")
        case .kindNotOffered(let kind):
            Bilingual(zh: "这个平台没有\(kind.name.zh)", en: "This platform has no \(kind.name.en)")
        case .caseIs(let state, let needs):
            Bilingual(
                zh: "售后单现在是“\(state.name.zh)”，要在\(needs.map(\.name.zh).joined(separator: "、"))时才行",
                en:
                    "The case is “\(state.name.en)”; this needs: \(needs.map(\.name.en).joined(separator: ", "))"
            )
        case .noItems:
            Bilingual(zh: "没有选商品，至少选一件", en: "No item was chosen; choose at least one")
        case .replacementMissing(let line):
            Bilingual(
                zh: "第 \(line + 1) 行没写换成什么",
                en: "What line \(line + 1) is exchanged for is missing")
        case .windowOver(let since):
            Bilingual(
                zh: "售后期 \(moment(since).zh) 已过",
                en: "The time for this ended at \(moment(since).en)")
        case .noReasonRightOver:
            Bilingual(
                zh: "7天无理由的期限已过，请选真实的原因",
                en: "The seven days are over; choose the true reason")
        case .notReturnable(let kind):
            Bilingual(
                zh: "\(kind.name.zh)不适用7天无理由",
                en: "The seven-day right does not cover this: \(kind.name.en)")
        case .tooManyAttempts(let limit):
            Bilingual(
                zh: "同一件商品最多申请 \(limit) 次",
                en: "One item can be asked for \(limit) times at most")
        case .mayNotBeRefused(let ground):
            Bilingual(
                zh: "不能拒绝：\(ground.name.zh)。同意，或先协商",
                en: "It may not be refused: \(ground.name.en). Agree, or negotiate first")
        case .wrongRefusalReason(let reason):
            Bilingual(zh: "“\(reason.name.zh)”不适用于这一步", en: "“\(reason.name.en)” does not fit here")
        case .evidenceMissing:
            Bilingual(zh: "要附凭证，至少一份", en: "This needs proof, at least one piece")
        case .badEvidence(let least, let most):
            Bilingual(
                zh: "凭证说明要 \(least) 到 \(most) 个字",
                en: "Proof is described in \(least) to \(most) characters")
        case .mayNotBeLowered:
            Bilingual(zh: "仅退款不能改低金额", en: "A refund without return may not be lowered")
        case .evidenceClosed:
            Bilingual(zh: "举证时间已过", en: "The time for evidence is over")
        case .noDispute:
            Bilingual(zh: "平台没有介入这张售后单", en: "The platform is not in this case")
        case .priceNotFallen:
            Bilingual(zh: "价格没有降，或不在价保期内", en: "The price has not fallen, or protection has ended")
        case .parcelNotRefused(let line):
            Bilingual(
                zh: "第 \(line + 1) 行的包裹没有拒收记录",
                en: "The parcel with line \(line + 1) has not been refused")
        case .depositBinds:
            Bilingual(
                zh: "定金不退：不是本店的责任。协商一致的，按“协商一致”重新申请",
                en:
                    "The deposit binds: the shop is not at fault. If both agree, the reason is “agreed”"
            )
        case .alreadyMoving(let number):
            Bilingual(
                zh: "运单 \(number) 已被揽收，不能作废",
                en: "Parcel \(number) is with the carrier and cannot be voided")
        case .parcelVoid(let number):
            Bilingual(zh: "运单 \(number) 已作废", en: "Parcel \(number) has been voided")
        case .comingBack(let number):
            Bilingual(
                zh: "包裹 \(number) 正在退回，等收到退件再处理",
                en: "Parcel \(number) is on its way back; act when it has arrived")
        case .parcelOfCase(let id):
            Bilingual(
                zh: "这个包裹是售后单 \(id) 发出的，请在售后单里处理",
                en: "This parcel was sent for case \(id); settle it there")
        case .alreadyIntercepted:
            Bilingual(zh: "这个包裹已经申请过拦截", en: "This parcel is being intercepted already")
        case .notIntercepted:
            Bilingual(zh: "这个包裹没有待答复的拦截", en: "No interception of this parcel waits for an answer")
        case .alreadyClaimed:
            Bilingual(zh: "这个包裹已经申请理赔", en: "A claim for this parcel has been made")
        case .moreThanItCost(let limit, let asked):
            Bilingual(
                zh: "包裹里的东西买家付了 \(limit.plain) 元，不能索赔 \(asked.plain) 元",
                en: "The buyer paid ¥\(limit.plain) for what is in it; ¥\(asked.plain) is too much")
        case .notClaimed:
            Bilingual(zh: "这个包裹没有待答复的理赔", en: "No claim for this parcel waits for an answer")
        case .alreadySigned:
            Bilingual(zh: "包裹已签收", en: "The parcel has been signed for")
        case .noSuchBatch(let id):
            Bilingual(zh: "没有延误批次 \(id)", en: "There is no late batch \(id)")
        case .alreadyNoticed:
            Bilingual(zh: "这一批已经通知过，同一件事只说一次", en: "This batch has been told; once is enough")
        case .noOrders:
            Bilingual(zh: "没有选订单", en: "No order was chosen")
        case .batchExists(let id):
            Bilingual(zh: "批次号 \(id) 已经用过", en: "Batch \(id) exists already")
        case .dateTooEarly(let earliest):
            Bilingual(
                zh: "最早 \(moment(earliest).zh) 才能发出，不要写更早",
                en: "They cannot leave before \(moment(earliest).en); do not promise earlier")
        case .notStopped:
            Bilingual(zh: "这个地区没有停发", en: "This area is not stopped")
        case .noSuchReview(let id):
            Bilingual(zh: "没有评价 \(id)", en: "There is no review \(id)")
        case .alreadyReviewed:
            Bilingual(zh: "这件商品已经评价过", en: "This item has been reviewed")
        case .badGrade(let n):
            Bilingual(
                zh: "这个平台只有好评 5、中评 3、差评 1，没有 \(n)",
                en: "This platform has good 5, medium 3 and bad 1, not \(n)")
        case .reviewTimeOver(let since):
            Bilingual(
                zh: "评价的期限 \(moment(since).zh) 已过",
                en: "The time for this ended at \(moment(since).en)")
        case .alreadyEdited:
            Bilingual(zh: "评价已经改过一次，不能再改", en: "The review has been changed once; it stands now")
        case .alreadyFollowedUp:
            Bilingual(zh: "已经追评过，只能追评一次", en: "There is a follow-up already; once only")
        case .alreadyExplained:
            Bilingual(zh: "已经解释过，只能解释一次", en: "It has been explained; once only")
        case .afterFollowUp:
            Bilingual(zh: "追评之后不能再解释", en: "After a follow-up it can no longer be explained")
        case .tellsPrivateData:
            Bilingual(
                zh: "写了买家的姓名、电话或地址，删掉再发",
                en: "It tells the buyer’s name, phone or address; take that out first")
        case .contactedAlready(let limit):
            Bilingual(
                zh: "为一条评价最多联系 \(limit) 次，再联系就是骚扰",
                en: "One review, \(limit) contact: more is pressure")
        case .alreadyReported:
            Bilingual(zh: "已经举报过这条评价", en: "This review has been reported")
        case .notReported:
            Bilingual(zh: "这条评价没有被举报", en: "This review has not been reported")
        case .alreadyJudged:
            Bilingual(zh: "已经有结果", en: "It has been decided")
        case .notABadReview:
            Bilingual(zh: "只有中评和差评可以这样做", en: "Only for a medium or bad review")
        case .noCustomers:
            Bilingual(zh: "没有选顾客", en: "No customer was chosen")
        case .optedOut(let id):
            Bilingual(
                zh: "\(id) 已退订，要本人再次同意",
                en: "\(id) has opted out; only they can opt in again")
        case .alreadySo:
            Bilingual(zh: "已经是这样了", en: "It is so already")
        case .notBlacklisted:
            Bilingual(zh: "这位顾客不在黑名单里", en: "This customer is not on the blacklist")
        case .noSuchCampaign(let id):
            Bilingual(zh: "没有群发 \(id)", en: "There is no campaign \(id)")
        case .notAsked:
            Bilingual(zh: "没有给这位顾客发过这份调查，或已经答过", en: "This customer was not asked, or has answered")
        case .wrongAnswers(let questions):
            Bilingual(
                zh: "一共 \(questions) 题，每题一个回答",
                en: "There are \(questions) questions; one answer each")
        case .sameCustomer:
            Bilingual(zh: "是同一位顾客", en: "It is the same customer")
        case .notMerged:
            Bilingual(zh: "没有合并过这位顾客", en: "This customer has not been merged")
        case .partFirst(let id):
            Bilingual(zh: "后来又合并过 \(id)，先拆开它", en: "\(id) was merged later; part it first")
        case .reasonMissing:
            Bilingual(zh: "要写原因和证据", en: "Give the reason and the proof")
        case .fieldsMissing(let names):
            Bilingual(
                zh: "工单还缺：\(names.joined(separator: "、"))",
                en: "The ticket still needs: \(names.joined(separator: ", "))")
        case .clockRunsBack:
            Bilingual(zh: "时间不能倒退", en: "Time does not run back")
        case .shiftIsOver:
            Bilingual(zh: "这一班已经结束", en: "The shift is over")
        }
    }

    /// On the wall of a shop in China, where all shops of the trade are.
    private func moment(_ instant: Instant) -> Bilingual {
        let time = CivilTime(instant)
        return Bilingual(
            zh: "\(time.month)月\(time.day)日 \(time.clock)", en: "\(time.date) \(time.clock)")
    }

    private func names(_ states: [Order.Status], _ tongue: Tongue) -> String {
        states.map { $0.name[tongue] }.joined(separator: tongue == .chinese ? "、" : ", ")
    }

    private func list(_ numbers: [Int]) -> String {
        numbers.map(String.init).joined(separator: "/")
    }
}
