// The words for what goes wrong on the road (its name, the sign by which it is known, the right way
// through it) and for the steps through a bad review.

extension Trouble.Kind {
    public var name: Bilingual {
        switch self {
        case .noFirstScan: Bilingual(zh: "揽收超时", en: "no first scan")
        case .stalled: Bilingual(zh: "物流停滞", en: "stalled")
        case .deliveryProblem: Bilingual(zh: "派送异常", en: "delivery problem")
        case .leftUnasked: Bilingual(zh: "未经同意放柜或驿站", en: "left at a locker unasked")
        case .signedButDenied: Bilingual(zh: "签收未收到", en: "signed for, not received")
        case .refused: Bilingual(zh: "拒收退回", en: "refused, coming back")
        case .damaged: Bilingual(zh: "破损", en: "damaged")
        case .lost: Bilingual(zh: "丢件", en: "lost")
        case .wrongOrMissing: Bilingual(zh: "错发漏发", en: "wrong or missing goods")
        case .intercepted: Bilingual(zh: "改址拦截", en: "being intercepted")
        case .shipmentOverdue: Bilingual(zh: "发货超时", en: "shipping overdue")
        case .areaStopped: Bilingual(zh: "地区停发", en: "area stopped")
        case .batchLate: Bilingual(zh: "批次延误", en: "batch late")
        }
    }

    /// The sign by which it is known, under these rules.
    public func sign(under rules: LogisticsRules) -> Bilingual {
        switch self {
        case .noFirstScan:
            Bilingual(
                zh: "发货后\(time(rules.firstScanWithin).zh)没有揽收记录",
                en: "marked as shipped, no scan within \(time(rules.firstScanWithin).en)")
        case .stalled:
            Bilingual(
                zh: "\(time(rules.stalledAfter).zh)没有新记录，"
                    + "爆仓期间\(time(rules.stalledAfterOverload).zh)",
                en: "no event for \(time(rules.stalledAfter).en), "
                    + "\(time(rules.stalledAfterOverload).en) while the hub is full")
        case .deliveryProblem:
            Bilingual(zh: "快递报疑难件（状态码 2 开头）", en: "the carrier reports a problem (codes 2…)")
        case .leftUnasked:
            Bilingual(
                zh: "买家说没经同意就放了快递柜或驿站（501、304）",
                en: "the buyer did not agree to a locker or station (501, 304)")
        case .signedButDenied:
            Bilingual(zh: "显示签收，买家说没收到", en: "signed for by the track, denied by the buyer")
        case .refused:
            Bilingual(zh: "拒签或正在退回（14、6、4）", en: "refused or on its way back (14, 6, 4)")
        case .damaged:
            Bilingual(zh: "买家或快递报破损", en: "the buyer or the carrier reports damage")
        case .lost:
            Bilingual(
                zh: "\(time(rules.lostAfter).zh)没有任何记录",
                en: "no event at all for \(time(rules.lostAfter).en)")
        case .wrongOrMissing:
            Bilingual(zh: "买家说发错、少件或空包", en: "the buyer got wrong goods, too few, or none")
        case .intercepted:
            Bilingual(zh: "申请了改址或拦截，还没成功", en: "asked to be turned, and not turned yet")
        case .shipmentOverdue:
            Bilingual(zh: "过了最晚发货时间还没发完", en: "past its time to ship, and not all has left")
        case .areaStopped:
            Bilingual(zh: "没发货，收货地区停发", en: "not shipped, and its area is stopped")
        case .batchLate:
            Bilingual(zh: "在延误批次里，还没发出", en: "in a late batch, and has not left")
        }
    }

    /// The right way through it.
    public func procedure(under rules: LogisticsRules) -> Bilingual {
        switch self {
        case .noFirstScan:
            Bilingual(
                zh: "先问仓库交了没有，如实告诉买家；没交就今天交出，或作废重发。不能编造物流",
                en: "Ask the warehouse, tell the buyer the truth; hand it over today, or void the "
                    + "label and ship again. Never invent a scan")
        case .stalled:
            Bilingual(
                zh: "开快递工单查件，答应24小时内回话，延长收货；5到7天还不动就补寄或退款",
                en: "Open a carrier ticket, promise news within 24 hours, extend receipt; "
                    + "send again or refund after 5 to 7 days")
        case .deliveryProblem:
            Bilingual(
                zh: "向下单账号核对电话和地址，请快递重新派送",
                en: "Check phone and address with the account that ordered, then rebook delivery")
        case .leftUnasked:
            Bilingual(
                zh: "道歉，请快递重新送上门并投诉；没经同意不能放柜或驿站",
                en: "Apologise, have it brought to the door, complain to the carrier: it may not "
                    + "leave parcels unasked")
        case .signedButDenied:
            Bilingual(
                zh: "问快递谁签的，\(time(rules.proofWithin).zh)内拿签收凭证；拿不出就补寄或退款，再向快递索赔",
                en: "Ask who signed, proof within \(time(rules.proofWithin).en); without it send "
                    + "again or refund, then claim from the carrier")
        case .refused:
            Bilingual(
                zh: "问清拒收原因；退件到了就退款，运费谁的责任谁出",
                en: "Ask why; refund when it is back, freight by whose fault it was")
        case .damaged:
            Bilingual(
                zh: "要三张照片：外箱、面单、商品；先补寄或退款，再向快递索赔",
                en: "Ask for three photos: box, label, goods. Send again or refund now, claim later"
            )
        case .lost:
            Bilingual(
                zh: "马上补寄或退款，再向快递索赔，\(time(rules.claimWithin).zh)内要答复",
                en: "Send again or refund now; then claim, the carrier answers within "
                    + "\(time(rules.claimWithin).en)")
        case .wrongOrMissing:
            Bilingual(
                zh: "查打包记录和重量；补寄或换货，运费商家出",
                en: "Check packing record and weight; send again or exchange at the shop’s cost")
        case .intercepted:
            Bilingual(
                zh: "先说清费用 \(rules.interceptFee.plain) 元、不保证成功；不成就请买家拒收，退回后退款",
                en: "Tell the fee of ¥\(rules.interceptFee.plain) and that nothing is sure; if it "
                    + "fails, the buyer refuses the parcel and is refunded")
        case .shipmentOverdue:
            Bilingual(
                zh: "认错，给准发货时间，按规则补偿；买家要退就退，原因写真实的",
                en: "Own it, give one true date, compensate; whoever wants out is refunded for the "
                    + "true reason")
        case .areaStopped:
            Bilingual(
                zh: "主动告诉买家，请他选：换快递、等恢复、退款",
                en: "Tell the buyer before they ask: another carrier, wait, or a refund")
        case .batchLate:
            Bilingual(
                zh: "一次通知所有受影响的买家，只给一个真实的日期",
                en: "Tell everybody concerned at once, with one true date")
        }
    }

    private func time(_ span: Span) -> Bilingual {
        let hours = span.seconds / 3600
        return hours > 72 && hours % 24 == 0
            ? Bilingual(zh: "\(hours / 24)天", en: "\(hours / 24) days")
            : Bilingual(zh: "\(hours)小时", en: "\(hours) hours")
    }
}

extension Trouble.Remedy {
    public var name: Bilingual {
        switch self {
        case .ship: Bilingual(zh: "马上发出", en: "ship at once")
        case .otherCarrier: Bilingual(zh: "换快递", en: "another carrier")
        case .wait: Bilingual(zh: "等恢复", en: "wait")
        case .notice: Bilingual(zh: "统一通知", en: "tell everybody")
        case .chase: Bilingual(zh: "催查", en: "chase it")
        case .redeliver: Bilingual(zh: "重新派送", en: "deliver again")
        case .redirect: Bilingual(zh: "改址", en: "redirect")
        case .reship: Bilingual(zh: "补寄", en: "send again")
        case .exchange: Bilingual(zh: "换货", en: "exchange")
        case .compensate: Bilingual(zh: "补偿", en: "compensate")
        case .refund: Bilingual(zh: "退款", en: "refund")
        case .refundRefused: Bilingual(zh: "退回后退款", en: "refund when it is back")
        case .claim: Bilingual(zh: "向快递索赔", en: "claim from the carrier")
        }
    }
}

extension Review.CareStep.Kind {
    public var name: Bilingual {
        switch self {
        case .read: Bilingual(zh: "看订单和聊天", en: "read the order and the chat")
        case .contact: Bilingual(zh: "联系一次", en: "write once")
        case .remedy: Bilingual(zh: "把事办好", en: "put it right")
        case .explain: Bilingual(zh: "公开解释", en: "explain in public")
        case .ticket: Bilingual(zh: "交给部门", en: "tell the department")
        case .tag: Bilingual(zh: "打标", en: "tag the customer")
        }
    }
}
