extension Refusal {
    /// A name for programs; it stays the same for ever.
    public var code: String {
        switch self {
        case .noSuchConversation: "no-such-conversation"
        case .noSuchCustomer: "no-such-customer"
        case .noSuchOrder: "no-such-order"
        case .noSuchVariant: "no-such-variant"
        case .noSuchCoupon: "no-such-coupon"
        case .noSuchAfterSale: "no-such-after-sale"
        case .noSuchTicket: "no-such-ticket"
        case .noSuchMessage: "no-such-message"
        case .noSuchParcel: "no-such-parcel"
        case .noSuchLine: "no-such-line"
        case .noSuchTag: "no-such-tag"
        case .notYourPart: "not-your-part"
        case .belongsToAnother: "belongs-to-another"
        case .conversationEnded: "conversation-ended"
        case .alreadyTaken: "already-taken"
        case .notOnHold: "not-on-hold"
        case .nothingToSay: "nothing-to-say"
        case .tooLong: "too-long"
        case .recallTooLate: "recall-too-late"
        case .alreadyRecalled: "already-recalled"
        case .orderIs: "order-is"
        case .alreadyShipped: "already-shipped"
        case .notShipped: "not-shipped"
        case .outOfStock: "out-of-stock"
        case .badQuantity: "bad-quantity"
        case .couponNotReached: "coupon-not-reached"
        case .couponExpired: "coupon-expired"
        case .couponNotOwned: "coupon-not-owned"
        case .couponAlreadyOwned: "coupon-already-owned"
        case .badAmount: "bad-amount"
        case .overTheLimit: "over-the-limit"
        case .postageMayNotRise: "postage-may-not-rise"
        case .priceDiffers: "price-differs"
        case .sameAsBefore: "same-as-before"
        case .addressIncomplete: "address-incomplete"
        case .afterSaleOpen: "after-sale-open"
        case .afterSaleNotOpen: "after-sale-not-open"
        case .wrongKind: "wrong-kind"
        case .badExtension: "bad-extension"
        case .noExtensionLeft: "no-extension-left"
        case .dueInThePast: "due-in-the-past"
        case .alreadyTagged: "already-tagged"
        case .alreadyAnswered: "already-answered"
        case .alreadyRated: "already-rated"
        case .badStars: "bad-stars"
        case .clockRunsBack: "clock-runs-back"
        case .shiftIsOver: "shift-is-over"
        }
    }

    /// The refusal as a person reads it: what stands in the way, and where it helps what to do.
    public func sentence(in tongue: Tongue) -> String { text[tongue] }

    private var text: Bilingual {
        switch self {
        case .noSuchConversation(let id):
            Bilingual(
                zh: "没有会话 \(id)",
                en: "There is no conversation \(id)")
        case .noSuchCustomer(let id):
            Bilingual(
                zh: "没有顾客 \(id)",
                en: "There is no customer \(id)")
        case .noSuchOrder(let id):
            Bilingual(
                zh: "没有订单 \(id)，请核对订单号",
                en: "There is no order \(id); check the number")
        case .noSuchVariant(let id):
            Bilingual(
                zh: "没有商品 \(id)",
                en: "There is no item \(id)")
        case .noSuchCoupon(let id):
            Bilingual(
                zh: "没有优惠券 \(id)",
                en: "There is no coupon \(id)")
        case .noSuchAfterSale(let id):
            Bilingual(
                zh: "没有售后单 \(id)",
                en: "There is no after-sale case \(id)")
        case .noSuchTicket(let id):
            Bilingual(
                zh: "没有工单 \(id)",
                en: "There is no ticket \(id)")
        case .noSuchMessage(let id):
            Bilingual(
                zh: "没有您发的第 \(id.number) 条消息",
                en: "You sent no message \(id.number)")
        case .noSuchParcel(let number):
            Bilingual(
                zh: "没有运单 \(number)",
                en: "There is no parcel \(number)")
        case .noSuchLine(let order, let line):
            Bilingual(
                zh: "订单 \(order) 没有第 \(line + 1) 件商品",
                en: "Order \(order) has no line \(line + 1)")
        case .noSuchTag(let name):
            Bilingual(
                zh: "顾客没有标签“\(name)”",
                en: "The customer has no tag “\(name)”")
        case .notYourPart:
            Bilingual(
                zh: "这件事不归这个角色做",
                en: "This is not for this role to do")
        case .belongsToAnother(let id):
            Bilingual(
                zh: "订单 \(id) 是另一位顾客的，不能在这里处理",
                en: "Order \(id) is another customer’s; it cannot be handled here")
        case .conversationEnded(let id):
            Bilingual(
                zh: "会话 \(id) 已经结束",
                en: "Conversation \(id) has ended")
        case .alreadyTaken:
            Bilingual(
                zh: "会话已经有人在接待",
                en: "Somebody is already serving this conversation")
        case .notOnHold:
            Bilingual(
                zh: "会话没有挂起",
                en: "The conversation is not on hold")
        case .nothingToSay:
            Bilingual(
                zh: "内容是空的，先写点什么",
                en: "There is nothing in it; write something first")
        case .tooLong(let limit, let length):
            Bilingual(
                zh: "太长了：\(length)，最多 \(limit)",
                en: "Too long: \(length), at most \(limit)")
        case .recallTooLate(let limit):
            Bilingual(
                zh: "只能撤回 \(limit.seconds) 秒内发出的消息",
                en: "A message can be recalled only within \(limit.seconds) seconds")
        case .alreadyRecalled:
            Bilingual(
                zh: "这条消息已经撤回",
                en: "This message has been recalled already")
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
            Bilingual(
                zh: "订单还没有发货",
                en: "The order has not been shipped")
        case .outOfStock(let id, let left):
            Bilingual(
                zh: "\(id) 库存只有 \(left) 件",
                en: "Only \(left) of \(id) in stock")
        case .badQuantity(let n):
            Bilingual(
                zh: "数量 \(n) 不对",
                en: "A quantity of \(n) will not do")
        case .couponNotReached(let threshold, let goods):
            Bilingual(
                zh:
                    "商品 \(goods.plain) 元，未到满 \(threshold.plain) 元的门槛，还差 \((threshold - goods).plain) 元",
                en:
                    "Goods come to ¥\(goods.plain); the coupon needs ¥\(threshold.plain), ¥\((threshold - goods).plain) more"
            )
        case .couponExpired:
            Bilingual(
                zh: "优惠券已经过期",
                en: "The coupon has expired")
        case .couponNotOwned:
            Bilingual(
                zh: "顾客没有这张券",
                en: "The customer does not have this coupon")
        case .couponAlreadyOwned:
            Bilingual(
                zh: "顾客已经有这张券",
                en: "The customer has this coupon already")
        case .badAmount(let amount):
            Bilingual(
                zh: "金额 \(amount.plain) 不对",
                en: "An amount of ¥\(amount.plain) will not do")
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
            Bilingual(
                zh: "和原来一样，没有改动",
                en: "It is the same as before; nothing to change")
        case .addressIncomplete:
            Bilingual(
                zh: "地址不完整：要有姓名、电话、地区、街道",
                en: "The address needs a name, a phone, a region and a street")
        case .afterSaleOpen(let id):
            Bilingual(
                zh: "售后单 \(id) 还没处理完，先处理它",
                en: "Case \(id) is still open; settle it first")
        case .afterSaleNotOpen(let id):
            Bilingual(
                zh: "售后单 \(id) 已经结束",
                en: "Case \(id) has been settled")
        case .wrongKind(let kind):
            Bilingual(
                zh: "这是“\(kind.name[.chinese])”，不能这样处理",
                en: "This is a “\(kind.name[.english])” case; it is not handled this way")
        case .badExtension(let allowed):
            Bilingual(
                zh: "只能延长 \(list(allowed)) 天",
                en: "The extension can be \(list(allowed)) days")
        case .noExtensionLeft:
            Bilingual(
                zh: "这一单已经延长过收货",
                en: "Receipt of this order has been extended already")
        case .dueInThePast:
            Bilingual(
                zh: "时间已经过了，写一个以后的时间",
                en: "That time has passed; give a later one")
        case .alreadyTagged(let name):
            Bilingual(
                zh: "已经有标签“\(name)”",
                en: "The tag “\(name)” is there already")
        case .alreadyAnswered:
            Bilingual(
                zh: "工单已经有答复",
                en: "The ticket has been answered")
        case .alreadyRated:
            Bilingual(
                zh: "已经评价过",
                en: "It has been rated already")
        case .badStars(let n):
            Bilingual(
                zh: "评分是 1 到 5，不是 \(n)",
                en: "Stars go from 1 to 5, not \(n)")
        case .clockRunsBack:
            Bilingual(
                zh: "时间不能倒退",
                en: "Time does not run back")
        case .shiftIsOver:
            Bilingual(
                zh: "这一班已经结束",
                en: "The shift is over")
        }
    }

    private func names(_ states: [Order.Status], _ tongue: Tongue) -> String {
        states.map { $0.name[tongue] }.joined(separator: tongue == .chinese ? "、" : ", ")
    }

    private func list(_ numbers: [Int]) -> String {
        numbers.map(String.init).joined(separator: "/")
    }
}
