import Engine

extension Event {
    /// What was done, in a few words; nil for what is told by words of its own or not at all.
    var deed: Bilingual? {
        switch self {
        case .conversationOpened(_, _, let channel, let stage, _, _):
            Bilingual(
                zh: "来访 · \(channel.name.zh) · \(stage.name.zh)",
                en: "came by \(channel.name.en), \(stage.name.en)")
        case .cardSent(_, _, _, let card): card.deed
        case .lookedUp(_, _, let what): what.deed
        case .knowledgeMoved(_, .searched(let query, _, let opened)):
            opened == nil
                ? Bilingual(zh: "知识库没搜到“\(query)”", en: "knowledge base: nothing for “\(query)”")
                : Bilingual(zh: "搜知识库“\(query)”", en: "searched “\(query)”")
        case .knowledgeMoved(_, .proposed(let entry)):
            Bilingual(zh: "提议词条“\(entry.title)”", en: "proposed “\(entry.title)”")
        case .talkMoved(_, .shown(_, let attachment)):
            Bilingual(
                zh: "顾客发来\(attachment.kind.name.zh)“\(attachment.name)”",
                en: "the customer sent a \(attachment.kind.name.en), “\(attachment.name)”")
        case .talkMoved(_, .joined): nil
        case .buyerSpoke, .replySent, .noteWritten, .autoReplied, .moodShifted, .restocked: nil
        case .rated(_, let stars): Bilingual(zh: "评价 \(stars) 星", en: "rated \(stars) of 5")
        case .buyerLeft: Bilingual(zh: "顾客走了", en: "the customer left")
        case .needRevealed: Bilingual(zh: "说出了心里的需求", en: "said what is really needed")
        case .taken: Bilingual(zh: "接待", en: "taken")
        case .held: Bilingual(zh: "挂起", en: "put on hold")
        case .resumed: Bilingual(zh: "恢复接待", en: "resumed")
        case .transferred(_, let to, _): Bilingual(zh: "转给 \(to)", en: "handed to \(to)")
        case .closed: Bilingual(zh: "结束会话", en: "closed")
        case .messageRecalled: Bilingual(zh: "撤回一条消息", en: "took a message back")
        case .couponGiven: Bilingual(zh: "送了券", en: "gave a coupon")
        case .tagged(_, let tag): Bilingual(zh: "打标 #\(tag.name)", en: "tagged #\(tag.name)")
        case .untagged(_, let name, _): Bilingual(zh: "去标 #\(name)", en: "tag #\(name) removed")
        case .customerNoted(_, let note):
            Bilingual(zh: "客户备注：\(note.text)", en: "customer note: \(note.text)")
        case .promiseMade(let promise):
            Bilingual(zh: "记下承诺：\(promise.text)", en: "promise noted: \(promise.text)")
        case .promiseKept: Bilingual(zh: "承诺兑现", en: "promise kept")
        case .promiseLapsed:
            Bilingual(zh: "承诺作废：没有付款", en: "promise lapsed: nothing was paid")
        case .promiseBroken: Bilingual(zh: "承诺没有兑现", en: "promise broken")
        case .ticketOpened(let ticket):
            Bilingual(
                zh: "工单 · \(ticket.department.name.zh)：\(ticket.summary)",
                en: "ticket to \(ticket.department.name.en): \(ticket.summary)")
        case .ticketAnswered(_, let text):
            Bilingual(zh: "工单答复：\(text)", en: "ticket answered: \(text)")
        case .handoverWritten: Bilingual(zh: "写了交接", en: "handed over")
        case .led(let lead): lead.deed
        case .shiftEnded: Bilingual(zh: "下班", en: "the shift ended")
        case .afterSaleOpened, .afterSaleMoved, .orderMoved, .parcelMoved, .roadChanged, .reviewed,
            .customerMoved, .campaignSent, .ticketOverdue:
            stepWords
        case .orderPlaced, .orderPaid, .orderCancelled, .receiptConfirmed, .refundRequested,
            .afterSaleWithdrawn, .memoSet, .addressChanged, .repriced, .closedUnpaid,
            .warehouseUrged, .itemChanged, .receiptExtended, .refunded, .reshipOpened,
            .compensated, .shipped, .partShipped, .scanned, .shipmentOverdue:
            orderDeed
        }
    }

    private var orderDeed: Bilingual? {
        switch self {
        case .orderPlaced(let order, _):
            Bilingual(zh: "下单 ¥\(order.due.plain)", en: "ordered, ¥\(order.due.plain)")
        case .orderPaid(_, let amount, _, _, _):
            Bilingual(zh: "付款 ¥\(amount.plain)", en: "paid ¥\(amount.plain)")
        case .orderCancelled: Bilingual(zh: "取消订单", en: "order cancelled")
        case .receiptConfirmed: Bilingual(zh: "确认收货", en: "receipt confirmed")
        case .refundRequested(_, _, let reason, let amount, _):
            Bilingual(
                zh: "申请退款 ¥\(amount.plain) · \(reason.name.zh)",
                en: "asked ¥\(amount.plain) back: \(reason.name.en)")
        case .afterSaleWithdrawn: Bilingual(zh: "撤销申请", en: "request withdrawn")
        case .memoSet(_, let memo):
            Bilingual(
                zh: "\(memo.flag.name.zh)旗备注：\(memo.text)",
                en: "\(memo.flag.name.en) memo: \(memo.text)")
        case .addressChanged: Bilingual(zh: "改了地址", en: "address changed")
        case .repriced(_, let reduction, let postage):
            Bilingual(
                zh: "改价 −\(reduction.plain)，运费 \(postage.plain)",
                en: "repriced −\(reduction.plain), postage \(postage.plain)")
        case .closedUnpaid(_, let reason, _):
            Bilingual(zh: "关闭订单 · \(reason.name.zh)", en: "order closed: \(reason.name.en)")
        case .warehouseUrged: Bilingual(zh: "催了仓库", en: "warehouse urged")
        case .itemChanged: Bilingual(zh: "换了款", en: "item changed")
        case .receiptExtended: Bilingual(zh: "延长收货", en: "receipt extended")
        case .refunded(_, _, let amount, _, _):
            Bilingual(zh: "退款 ¥\(amount.plain)", en: "refunded ¥\(amount.plain)")
        case .reshipOpened(_, _, let contents, _):
            Bilingual(zh: "补寄：\(contents)", en: "sent again: \(contents)")
        case .compensated(_, _, let amount, _):
            Bilingual(zh: "补偿 ¥\(amount.plain)", en: "compensated ¥\(amount.plain)")
        case .shipped(_, let parcel):
            Bilingual(zh: "发货 · \(parcel.tracking)", en: "shipped, \(parcel.tracking)")
        case .partShipped(_, _, let parcel):
            Bilingual(zh: "补件发出 · \(parcel.tracking)", en: "part sent, \(parcel.tracking)")
        case .scanned(_, _, let scan): Bilingual(zh: "物流：\(scan.text)", en: "track: \(scan.text)")
        case .shipmentOverdue: Bilingual(zh: "超时未发货", en: "shipment overdue")
        case _: nil
        }
    }
}

extension Card {
    fileprivate var deed: Bilingual {
        switch self {
        case .order: Bilingual(zh: "发了核对订单卡", en: "sent the order card")
        case .product: Bilingual(zh: "发了商品卡", en: "sent a product card")
        case .coupon: Bilingual(zh: "发了优惠券卡", en: "sent a coupon card")
        case .file(let name): Bilingual(zh: "发了“\(name)”", en: "sent “\(name)”")
        }
    }
}

extension Lookup {
    fileprivate var deed: Bilingual {
        switch self {
        case .order: Bilingual(zh: "查了订单", en: "looked at the order")
        case .track: Bilingual(zh: "查了物流", en: "looked at the track")
        case .address: Bilingual(zh: "看了完整地址", en: "looked at the full address")
        case .product: Bilingual(zh: "查了商品", en: "looked at the product")
        case .coupon: Bilingual(zh: "查了优惠券", en: "looked at the coupon")
        case .customer: Bilingual(zh: "看了客户资料", en: "looked at the customer’s file")
        case .knowledge(let title):
            Bilingual(zh: "查了知识库：\(title)", en: "looked up: \(title)")
        case .attachment: Bilingual(zh: "打开了顾客发来的图片或文件", en: "opened what the customer sent")
        }
    }
}
