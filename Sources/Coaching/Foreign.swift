import Engine
import Language

/// Finds in a draft what belongs to somebody else: an order number, a parcel, a telephone.
enum Foreign {
    static func advice(
        on reading: Reading, _ draft: String, _ talk: Conversation, _ shop: Shop
    ) -> [Advice] {
        reading.values.compactMap { finding in
            guard let owner = owner(of: finding.subject, talk, shop) else { return nil }
            let name = shop.customers[owner]?.name ?? owner.rawValue
            return Advice(
                words: finding.range.words(in: draft),
                fact: .foreign(
                    Bilingual(zh: "这是\(name)的，不是这位顾客的", en: "this is \(name)'s, not theirs")))
        }
    }

    /// Whose it is, when it is another's and not this customer's too.
    private static func owner(
        of value: Value, _ talk: Conversation, _ shop: Shop
    ) -> CustomerID? {
        switch value {
        case .orderNumber(let number):
            guard let order = shop.orders[OrderID(number)] else { return nil }
            return order.customer == talk.customer ? nil : order.customer
        case .trackingNumber(let number):
            let wanted = number.uppercased()
            return another(talk, shop) { order in
                order.parcels.contains { $0.tracking.uppercased() == wanted }
            }
        case .phone(let number, let isMasked):
            return isMasked ? nil : another(talk, shop) { $0.address.phone == number }
        case .amount, .percent, .discount, .time, .duration, .size, .quantity, .place, .carrier,
            .number:
            return nil
        }
    }

    /// Goes through all orders, and only when a number was typed that could be somebody's.
    private static func another(
        _ talk: Conversation, _ shop: Shop, isTheirs: (Order) -> Bool
    ) -> CustomerID? {
        if shop.orders(of: talk.customer).contains(where: isTheirs) { return nil }
        return shop.orders.values.first(where: isTheirs)?.customer
    }
}
