// What happened to orders, cases, parcels, roads, reviews and customers, as a line of a chronicle.

extension Order.Step {
    public var words: Bilingual {
        switch self {
        case .depositPaid(let payments):
            let sum = payments.reduce(Money.zero) { $0 + $1.amount }.plain
            return Bilingual(zh: "付定金 ¥\(sum)", en: "deposit of ¥\(sum) paid")
        case .depositForfeited:
            return Bilingual(zh: "尾款逾期，定金不退", en: "balance not paid, deposit forfeited")
        case .joinedGroup(let group):
            return Bilingual(
                zh: "参团 \(group.members.count)/\(group.size)",
                en: "joined the group, \(group.members.count) of \(group.size)")
        case .groupCompleted: return Bilingual(zh: "成团", en: "the group is complete")
        case .groupFailed(let refund):
            return Bilingual(
                zh: "未成团，退款 ¥\(refund.amount.plain)",
                en: "group not filled, ¥\(refund.amount.plain) refunded")
        case .cancelledPaid(let refund):
            return Bilingual(
                zh: "取消订单，退款 ¥\(refund.amount.plain)",
                en: "cancelled, ¥\(refund.amount.plain) refunded")
        case .itemsChanged(let changes, let settlement):
            let names = changes.map { "\($0.from) → \($0.to)" }.joined(separator: ", ")
            return Bilingual(
                zh: "换款 \(names)" + settlement.words.zh,
                en: "changed \(names)" + settlement.words.en)
        case .paymentChanged(_, let payment):
            return Bilingual(
                zh: "改用\(payment.method.name.zh)付款 ¥\(payment.amount.plain)",
                en: "¥\(payment.amount.plain) now paid by \(payment.method.name.en)")
        case .merged(let under, let refund):
            let back = refund.map { " ¥\($0.amount.plain)" } ?? ""
            return Bilingual(
                zh: "与 \(under) 合并发货" + (back.isEmpty ? "" : "，退运费\(back)"),
                en: "goes with \(under)" + (back.isEmpty ? "" : ", postage\(back) back"))
        case .nudged: return Bilingual(zh: "催付", en: "payment nudged")
        case .shipDateMoved(let date, let reason, _):
            let time = CivilTime(date)
            return Bilingual(
                zh: "发货时间改到 \(time.date) \(time.clock)：\(reason)",
                en: "shipping moved to \(time.date) \(time.clock): \(reason)")
        case .shortageFound(let line):
            return Bilingual(zh: "第 \(line + 1) 行缺货", en: "line \(line + 1) is short")
        case .invoiceRequested(let request):
            return Bilingual(zh: "申请发票：\(request.title)", en: "invoice asked: \(request.title)")
        case .invoiceIssued(let invoice):
            return Bilingual(
                zh: "开票 \(invoice.number) ¥\(invoice.amount.plain)",
                en: "invoice \(invoice.number), ¥\(invoice.amount.plain)")
        case .invoiceReversed(let number, let reversal):
            return Bilingual(
                zh: "发票 \(number) 冲红（\(reversal)）", en: "invoice \(number) reversed by \(reversal)")
        case .moneyReturned(let refund):
            return Bilingual(
                zh: "退回 ¥\(refund.amount.plain)", en: "¥\(refund.amount.plain) returned")
        case .depositDoubled(let amount):
            return Bilingual(
                zh: "商家违约，另付定金 ¥\(amount.plain)", en: "deposit owed twice: ¥\(amount.plain) more")
        case .scanOverdue(let tracking):
            return Bilingual(zh: "\(tracking) 超时未揽收", en: "\(tracking) not picked up in time")
        }
    }
}

extension Settlement {
    fileprivate var words: Bilingual {
        if let paid {
            return Bilingual(zh: "，补 ¥\(paid.amount.plain)", en: ", ¥\(paid.amount.plain) more")
        }
        if let refund {
            return Bilingual(
                zh: "，退 ¥\(refund.amount.plain)", en: ", ¥\(refund.amount.plain) back")
        }
        return Bilingual(zh: "", en: "")
    }
}

extension AfterSale {
    /// How a chronicle says that the case was opened.
    public var words: Bilingual {
        Bilingual(
            zh: "申请\(kind.name.zh) ¥\(amount.plain) · \(reason.name.zh)",
            en: "asked for \(kind.name.en), ¥\(amount.plain): \(reason.name.en)")
    }
}

extension AfterSale.Step {
    public var words: Bilingual {
        switch self {
        case .edited(let request, let amount, _):
            return Bilingual(
                zh: "修改申请：\(request.kind.name.zh) ¥\(amount.plain)",
                en: "asked anew: \(request.kind.name.en), ¥\(amount.plain)")
        case .offered(let offer, _):
            return Bilingual(
                zh: "提出协商：\(offer.kind.name.zh) ¥\(offer.amount.plain)",
                en: "offered \(offer.kind.name.en), ¥\(offer.amount.plain)")
        case .offerAccepted: return Bilingual(zh: "接受协商", en: "offer accepted")
        case .offerDeclined: return Bilingual(zh: "不接受协商", en: "offer declined")
        case .refused(let refused, _, _):
            return Bilingual(
                zh: "拒绝申请 · \(refused.reason.name.zh)", en: "refused: \(refused.reason.name.en)")
        case .returnAgreed(_, _, _, let byTimer):
            return byTimer
                ? Bilingual(
                    zh: "超时未处理，系统同意退货", en: "no answer in time, return agreed by the system")
                : Bilingual(zh: "同意退货", en: "return agreed")
        case .sendingAgreed: return Bilingual(zh: "同意寄出", en: "agreed to send")
        case .sentBack(let tracking, let carrier, _):
            return Bilingual(
                zh: "买家寄回 · \(carrier) \(tracking)", en: "sent back, \(carrier) \(tracking)")
        case .returnAccepted(let byTimer):
            return byTimer
                ? Bilingual(zh: "超时未验货，视为收到", en: "not checked in time, taken as received")
                : Bilingual(zh: "退货验收", en: "returned goods accepted")
        case .returnRejected(let refused, _, _):
            return Bilingual(
                zh: "退货有问题 · \(refused.reason.name.zh)",
                en: "return rejected: \(refused.reason.name.en)")
        case .consigned(let parcel, _):
            return Bilingual(zh: "已寄出 · \(parcel.tracking)", en: "sent, \(parcel.tracking)")
        case .confirmed(let byTimer):
            return byTimer
                ? Bilingual(zh: "到期自动确认", en: "confirmed by time")
                : Bilingual(zh: "买家确认收到", en: "confirmed by the buyer")
        case .platformCalled(let claim, _):
            return Bilingual(zh: "申请平台介入：\(claim)", en: "platform called: \(claim)")
        case .evidenceGiven(let evidence):
            return Bilingual(
                zh: "举证 · \(evidence.kind.name.zh)：\(evidence.text)",
                en: "evidence, \(evidence.kind.name.en): \(evidence.text)")
        case .evidenceClosed:
            return Bilingual(zh: "举证截止，平台审理", en: "evidence closed, the platform decides")
        case .judged(let verdict, _):
            return Bilingual(
                zh: "平台判定：\(verdict.outcome.name.zh) ¥\(verdict.amount.plain)",
                en: "verdict \(verdict.outcome.name.en), ¥\(verdict.amount.plain)")
        case .disputeDropped: return Bilingual(zh: "撤回介入", en: "dispute dropped")
        case .lapsed: return Bilingual(zh: "到期关闭", en: "lapsed")
        case .freightPaid(let freight):
            return Bilingual(
                zh: "退货运费 ¥\(freight.reimbursed.plain) · \(freight.payer.name.zh)",
                en: "return freight ¥\(freight.reimbursed.plain), \(freight.payer.name.en)")
        case .differenceSettled(let settlement):
            return Bilingual(
                zh: "差价结清" + settlement.words.zh, en: "difference settled" + settlement.words.en)
        case .becameRefund(let amount):
            return Bilingual(
                zh: "无货可换，转退款 ¥\(amount.plain)",
                en: "out of stock, became a refund of ¥\(amount.plain)")
        case .conductMarked(let line):
            return Bilingual(zh: "红线：\(line.name.zh)", en: "red line: \(line.name.en)")
        }
    }
}

extension Parcel.Step {
    public var words: Bilingual {
        switch self {
        case .voided: return Bilingual(zh: "运单作废", en: "label voided")
        case .interceptAsked(let intercept):
            return intercept.to == nil
                ? Bilingual(zh: "申请拦截退回", en: "asked to send it back")
                : Bilingual(zh: "申请改址", en: "asked for another address")
        case .interceptAnswered(let succeeded):
            return succeeded
                ? Bilingual(zh: "拦截成功", en: "intercepted")
                : Bilingual(zh: "拦截失败", en: "could not be intercepted")
        case .reported(let report):
            return Bilingual(
                zh: "买家反映：\(report.fault.name.zh)", en: "reported: \(report.fault.name.en)")
        case .claimed(let claim):
            return Bilingual(
                zh: "申请理赔 ¥\(claim.amount.plain)", en: "claimed ¥\(claim.amount.plain)")
        case .claimAnswered(let paid):
            return Bilingual(zh: "快递赔付 ¥\(paid.plain)", en: "carrier paid ¥\(paid.plain)")
        }
    }
}

extension Road.Step {
    public var words: Bilingual {
        switch self {
        case .areaStopped(let stop):
            return Bilingual(
                zh: "停发 \(stop.region)：\(stop.reason)", en: "\(stop.region) stopped: \(stop.reason)"
            )
        case .areaReopened(let region, _):
            return Bilingual(zh: "\(region) 恢复发货", en: "\(region) open again")
        case .overloaded(let overload):
            return Bilingual(zh: "\(overload.carrier)爆仓", en: "\(overload.carrier) overloaded")
        case .batchDelayed(let batch):
            return Bilingual(
                zh: "\(batch.orders.count) 单一起延误：\(batch.reason)",
                en: "\(batch.orders.count) orders late: \(batch.reason)")
        case .batchNoticed(_, let notice):
            return Bilingual(
                zh: "统一通知 \(notice.customers.count) 位顾客",
                en: "one notice to \(notice.customers.count) customers")
        }
    }
}

extension Review.Step {
    public var words: Bilingual {
        switch self {
        case .written(let review):
            return Bilingual(
                zh: "\(review.rating.grade.name.zh)：\(review.text)",
                en: "\(review.rating.grade.name.en) review: \(review.text)")
        case .edited(let rating, _):
            return Bilingual(
                zh: "改成\(rating.grade.name.zh)", en: "review changed to \(rating.grade.name.en)")
        case .followedUp(let text): return Bilingual(zh: "追评：\(text)", en: "follow-up: \(text)")
        case .explained(let text): return Bilingual(zh: "公开解释：\(text)", en: "explained: \(text)")
        case .contacted: return Bilingual(zh: "为评价联系了买家", en: "wrote to the reviewer")
        case .reported(let abuse, _):
            return Bilingual(zh: "举报评价 · \(abuse.name.zh)", en: "review reported: \(abuse.name.en)")
        case .judged(let isUpheld):
            return isUpheld
                ? Bilingual(zh: "举报成立", en: "report upheld")
                : Bilingual(zh: "举报不成立", en: "report dismissed")
        }
    }
}

extension Customer.Step {
    public var words: Bilingual {
        switch self {
        case .consentGiven: return Bilingual(zh: "同意接收消息", en: "agreed to messages")
        case .optedOut: return Bilingual(zh: "退订", en: "opted out")
        case .blocked(let block):
            return Bilingual(zh: "列入黑名单：\(block.reason)", en: "blacklisted: \(block.reason)")
        case .unblocked: return Bilingual(zh: "移出黑名单", en: "off the blacklist")
        case .levelChanged(_, let level):
            return Bilingual(zh: "升为\(level.name.zh)", en: "now \(level.name.en)")
        case .merged(let merge):
            return Bilingual(zh: "并入 \(merge.from.name)", en: "merged with \(merge.from.name)")
        case .parted(let merge):
            return Bilingual(zh: "与 \(merge.from.name) 拆开", en: "parted from \(merge.from.name)")
        case .surveyAnswered: return Bilingual(zh: "答了调查", en: "answered the survey")
        case .balanceChanged(let account, let amount):
            return Bilingual(
                zh: "\(account) 余额变动 ¥\(amount.plain)", en: "\(account) changed by ¥\(amount.plain)"
            )
        }
    }
}

extension Event {
    /// The line of a chronicle for what happened in steps; nil for events that have words of
    /// their own.
    public var stepWords: Bilingual? {
        switch self {
        case .orderMoved(_, let step): step.words
        case .afterSaleOpened(let item): item.words
        case .afterSaleMoved(_, _, let step): step.words
        case .parcelMoved(_, _, let step): step.words
        case .roadChanged(let step): step.words
        case .reviewed(_, _, let step): step.words
        case .customerMoved(_, let step): step.words
        case .campaignSent(let campaign):
            Bilingual(
                zh: "\(campaign.kind.name.zh)“\(campaign.name)”发给 \(campaign.sentTo.count) 人",
                en: "\(campaign.kind.name.en) “\(campaign.name)” to \(campaign.sentTo.count)")
        case .ticketOverdue: Bilingual(zh: "工单逾期未答复", en: "ticket overdue")
        case _: nil
        }
    }
}
