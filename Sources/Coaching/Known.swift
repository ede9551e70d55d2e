import Engine
import Language

/// What the shop knows of the kind of value a draft got wrong: the sums of the order for a sum,
/// its times for a time.
enum Known {
    static func values(
        like value: Value, of talk: Conversation, in shop: Shop, offset: Int
    ) -> Bilingual? {
        let order = talk.order.flatMap { shop.orders[$0] } ?? shop.orders(of: talk.customer).last
        guard let order else { return nil }
        switch value.sort {
        case .amount: return sums(of: order)
        case .time: return times(of: order, offset: offset)
        case .tracking:
            guard let parcel = order.parcels.last else {
                return Bilingual(zh: "还没发货", en: "it has not been shipped")
            }
            return Bilingual(
                zh: "包裹：\(parcel.carrier) \(parcel.tracking)",
                en: "the parcel: \(parcel.carrier) \(parcel.tracking)")
        case .percent, .discount, .duration, .order, .phone, .size, .quantity, .place, .carrier,
            .number:
            return nil
        }
    }

    private static func sums(of order: Order) -> Bilingual {
        order.paidAt == nil
            ? Bilingual(zh: "订单应付 \(order.due.plain)", en: "the order is \(order.due.plain)")
            : Bilingual(
                zh: "订单实付 \(order.ledger.paid.plain)",
                en: "\(order.ledger.paid.plain) was paid")
    }

    private static func times(of order: Order, offset: Int) -> Bilingual? {
        func clock(_ instant: Instant) -> String {
            let time = CivilTime(instant, offset: offset)
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            return "\(two(time.month))-\(two(time.day)) \(two(time.hour)):\(two(time.minute))"
        }
        if let parcel = order.parcels.last {
            if let scan = parcel.scans.last {
                return Bilingual(
                    zh: "轨迹最后一条 \(clock(scan.at))", en: "last scan: \(clock(scan.at))")
            }
            return Bilingual(
                zh: "\(clock(parcel.shippedAt)) 发的货", en: "shipped \(clock(parcel.shippedAt))")
        }
        if let shipBy = order.shipBy {
            return Bilingual(
                zh: "订单要求 \(clock(shipBy)) 前发货", en: "to be shipped by \(clock(shipBy))")
        }
        if let payBy = order.payBy, order.paidAt == nil {
            return Bilingual(zh: "\(clock(payBy)) 前付款有效", en: "to be paid by \(clock(payBy))")
        }
        return nil
    }
}
