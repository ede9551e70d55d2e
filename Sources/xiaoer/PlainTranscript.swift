import Engine
import Shifts

/// A shift as plain lines: who said and did what, when. For pipes, logs and screen readers.
final class PlainTranscript {
    // A class: it learns names and orders from the events as they pass.
    private let tongue: Tongue
    private let offset: Int
    private var names: [ConversationID: String] = [:]
    private var places: [OrderID: String] = [:]

    init(tongue: Tongue, offset: Int) {
        self.tongue = tongue
        self.offset = offset
    }

    func title(_ card: ShiftCard) -> String {
        tongue == .chinese
            ? "店小二 · \(card.title.zh) · 种子 \(card.seed)"
            : "xiaoer · \(card.title.en) · seed \(card.seed)"
    }

    /// The lines of one event; none for what a reader need not see.
    func lines(of record: Recorded, in shop: ShopFixture) -> [String] {
        if case .conversationOpened(let id, let customer, _, _, _, _) = record.event {
            names[id] = shop.customers.first { $0.id == customer }?.name ?? customer.rawValue
        }
        guard let (speaker, what) = words(of: record.event, in: shop) else { return [] }
        var who = speaker
        if record.actor == .bot, case .knowledgeMoved = record.event { who = say("机器人", "robot") }
        let clock = CivilTime(record.at, offset: offset)
        let time = clock.clock + ":" + (clock.second < 10 ? "0" : "") + "\(clock.second)"
        return what.split(separator: "\n").map { "\(time)  \(who)  \($0)" }
    }

    private func words(of event: Event, in shop: ShopFixture) -> (String, String)? {
        let me = say("客服", "agent")
        switch event {
        case .conversationOpened(let id, _, let channel, let stage, _, _):
            return (
                name(id),
                "— " + say("进线", "arrives") + " · \(channel.name[tongue]) · \(stage.name[tongue])"
            )
        case .buyerSpoke(let id, _, let text): return (name(id), text)
        case .replySent(let id, _, _, let text): return ("\(me) → \(name(id))", text)
        case .autoReplied(let id, _, let text):
            return (say("机器人", "robot") + " → \(name(id))", text)
        case .cardSent(let id, _, _, let card):
            return ("\(me) → \(name(id))", "[" + say("卡片", "card") + " \(card.code)]")
        case .talkMoved(let id, .shown(_, let attachment)):
            return (
                name(id),
                "[\(attachment.kind.name[tongue]) \(attachment.name)] \(attachment.shows)"
            )
        case .talkMoved(_, .joined(_, let name, let text)):
            return (name + say("（旁人）", " (reads along)"), text)
        case .noteWritten(let id, _, _, let text):
            return ("\(me) (\(say("备注", "note")) \(name(id)))", text)
        case .lookedUp(let id, _, let what):
            return (me, "· " + say("查", "looks up") + " \(what.code) (\(name(id)))")
        case .knowledgeMoved(_, .searched(let query, let found, let opened)):
            let what = opened ?? say("\(found) 条，没有要的", "\(found) found, none of use")
            return (me, "· " + say("搜", "searches") + " “\(query)” → \(what)")
        case .knowledgeMoved(_, .proposed(let entry)):
            return (me, "· " + say("提议词条", "proposes") + " “\(entry.title)”")
        case .closed(let id): return (me, "· " + say("结束会话", "closes") + " \(name(id))")
        case .rated(let id, let stars):
            return (name(id), String(repeating: "★", count: stars))
        case .buyerLeft(let id): return (name(id), "— " + say("离开", "leaves"))
        case .promiseMade(let promise):
            return (me, "· " + say("承诺", "promises") + " “\(promise.text)”")
        case .promiseKept: return (me, "· " + say("承诺兑现", "a promise is kept"))
        case .promiseLapsed:
            return (me, "· " + say("承诺作废：没有付款", "a promise lapses: nothing was paid"))
        case .promiseBroken: return (me, "! " + say("承诺落空", "a promise is broken"))
        case .ticketOpened(let ticket):
            return (
                me,
                "· " + say("工单", "ticket") + " \(ticket.department.name[tongue]): \(ticket.summary)"
            )
        case .ticketAnswered(_, let text): return (say("工单答复", "ticket answer"), text)
        case .handoverWritten(let text): return (me, say("交接：", "hands over: ") + text)
        case .led(.whisper(let seat, let text)):
            return (
                say("带班", "leader"), Lead.whisper(to: seat, text: text).deed[tongue] + "：" + text
            )
        case .led(let lead): return (say("带班", "leader"), "· " + lead.deed[tongue])
        case .shiftEnded: return ("—", say("这一班结束", "the shift ends"))
        case .orderPlaced, .orderPaid, .orderCancelled, .receiptConfirmed, .refundRequested,
            .afterSaleWithdrawn, .memoSet, .addressChanged, .repriced, .closedUnpaid,
            .warehouseUrged, .itemChanged, .receiptExtended, .refunded, .reshipOpened,
            .compensated, .couponGiven, .tagged, .untagged, .customerNoted, .shipped,
            .partShipped, .scanned, .restocked, .shipmentOverdue:
            return (say("店铺", "shop"), "· " + deed(event))
        case .afterSaleOpened, .afterSaleMoved, .orderMoved, .parcelMoved, .roadChanged, .reviewed,
            .customerMoved, .campaignSent, .ticketOverdue:
            return event.stepWords.map { (say("店铺", "shop"), "· " + $0[tongue]) }
        case .moodShifted, .needRevealed, .taken, .held, .resumed, .transferred, .messageRecalled:
            return nil
        }
    }

    private func deed(_ event: Event) -> String {
        switch event {
        case .orderPlaced(let order, _): say("下单", "ordered") + " \(order.id) ¥\(order.due.plain)"
        case .orderPaid(let id, let amount, _, _, _):
            say("付款", "paid") + " \(id) ¥\(amount.plain)"
        case .orderCancelled(let id): say("买家取消", "cancelled") + " \(id)"
        case .receiptConfirmed(let id, _, _): say("确认收货", "receipt confirmed") + " \(id)"
        case .refundRequested(_, let id, let reason, let amount, _):
            say("申请退款", "refund requested") + " \(id) ¥\(amount.plain) (\(reason.name[tongue]))"
        case .afterSaleWithdrawn(let id): say("撤销售后", "case withdrawn") + " \(id)"
        case .memoSet(let id, let memo):
            say("备注", "memo") + " \(id) [\(memo.flag.name[tongue])] \(memo.text)"
        case .addressChanged(let id, _, let address):
            say("改地址", "address changed") + " \(id) → \(address.region)"
        case .repriced(let id, let reduction, _):
            say("改价", "repriced") + " \(id) -¥\(reduction.plain)"
        case .closedUnpaid(let id, let reason, _):
            say("关闭", "closed") + " \(id) (\(reason.name[tongue]))"
        case .warehouseUrged(let id): say("催仓库", "warehouse urged") + " \(id)"
        case .itemChanged(let id, _, let from, let to):
            say("换货品", "item changed") + " \(id) \(from) → \(to)"
        case .receiptExtended(let id, _): say("延长收货", "receipt extended") + " \(id)"
        case .refunded(_, let id, let amount, _, _):
            say("已退款", "refunded") + " \(id) ¥\(amount.plain)"
        case .reshipOpened(_, let id, let contents, _):
            say("补寄", "reshipment") + " \(id): \(contents)"
        case .compensated(_, let id, let amount, _):
            say("补偿", "compensated") + " \(id) ¥\(amount.plain)"
        case .couponGiven(let customer, let coupon):
            say("发券", "coupon given") + " \(coupon) → \(customer)"
        case .tagged(_, let tag): say("打标", "tagged") + " #\(tag.name)"
        case .untagged(_, let name, _): say("去标", "untagged") + " #\(name)"
        case .customerNoted(_, let note): say("客户备注", "customer note") + ": \(note.text)"
        case .shipped(let id, let parcel), .partShipped(_, let id, let parcel):
            say("发货", "shipped") + " \(id) \(parcel.carrier) \(parcel.tracking)"
        case .scanned(_, let tracking, let scan): "\(tracking): \(scan.text)"
        case .restocked(let variant, let quantity):
            say("到货", "restocked") + " \(variant) +\(quantity)"
        case .shipmentOverdue(let id): say("超时未发", "shipment overdue") + " \(id)"
        case .afterSaleOpened, .afterSaleMoved, .orderMoved, .parcelMoved, .roadChanged, .reviewed,
            .customerMoved, .campaignSent, .ticketOverdue, .conversationOpened, .buyerSpoke,
            .rated, .buyerLeft, .moodShifted, .needRevealed, .taken, .held, .resumed, .transferred,
            .closed, .replySent, .cardSent, .talkMoved,
            .messageRecalled, .noteWritten, .lookedUp, .knowledgeMoved, .promiseMade, .promiseKept,
            .promiseLapsed,
            .promiseBroken, .ticketOpened, .ticketAnswered, .autoReplied, .handoverWritten,
            .led, .shiftEnded:
            ""
        }
    }

    private func name(_ id: ConversationID) -> String { names[id] ?? id.rawValue }
    private func say(_ zh: String, _ en: String) -> String { tongue == .chinese ? zh : en }
}
