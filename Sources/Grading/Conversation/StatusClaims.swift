import Engine
import Language

/// Statements about where an order stands ("已发货", "has shipped"), which can be wrong like any
/// number.
enum StatusClaims {
    private struct Claim {
        var wordings: [String]
        var denials: [String]
        var isSo: @Sendable ([Order]) -> Bool
        var so: Engine.Bilingual
        var notSo: Engine.Bilingual
    }

    private static var claims: [Claim] {
        [
            Claim(
                wordings: [
                    "已发货", "已经发货", "已发出", "已经发出", "已经寄出", "has shipped", "has been shipped",
                    "was shipped", "already shipped", "has been sent out",
                ],
                denials: ["没", "未", "还不", "not ", "n't ", "if ", "when ", "once ", "如果", "等"],
                isSo: { $0.contains(where: \.isShipped) },
                so: Engine.Bilingual(zh: "订单确已发货", en: "the order has left"),
                notSo: Engine.Bilingual(zh: "订单还没发货", en: "the order has not left yet")),
            Claim(
                wordings: [
                    "已退款", "已经退款", "退款已到", "has been refunded", "refund is done",
                    "refund has gone through",
                ],
                denials: ["没", "未", "not ", "n't ", "if ", "when ", "once ", "如果", "等"],
                isSo: { $0.contains { $0.ledger.refunded > .zero } },
                so: Engine.Bilingual(zh: "退款确已完成", en: "the refund is done"),
                notSo: Engine.Bilingual(zh: "还没有退过款", en: "nothing has been refunded yet")),
            Claim(
                wordings: ["已签收", "已经签收", "has been delivered", "was delivered", "signed for"],
                denials: ["没", "未", "not ", "n't ", "if ", "when ", "once ", "如果", "等"],
                isSo: { $0.contains(where: \.isSigned) },
                so: Engine.Bilingual(zh: "物流显示已签收", en: "the track shows it signed for"),
                notSo: Engine.Bilingual(zh: "物流没有签收", en: "the track shows no signature")),
        ]
    }

    private static let shortages = [
        "缺货", "没货", "断货", "没有货", "没有现货", "没有库存", "售罄", "卖完", "out of stock", "sold out",
        "short of", "ran out", "run out", "not in stock", "none left", "no stock",
    ]

    static func statements(
        in reading: Reading, quote: Evidence.Quote, talk: Conversation, shop: Shop
    ) -> [Statement] {
        let orders = shop.orders(of: talk.customer)
        guard !orders.isEmpty, !reading.isQuestion else { return [] }
        var found: [Statement] = []
        let isShort = orders.contains { order in
            order.isAlive && !order.isShipped
                && order.lines.contains { (shop.variant($0.variant)?.stock ?? 1) <= 0 }
        }
        for range in reading.sentences {
            let sentence = range.words(in: quote.text).lowercased()
            // Only confirmed: which of several goods a "no" is about, words alone do not say.
            if isShort, let words = shortages.first(where: { sentence.contains($0) }) {
                found.append(
                    Statement(
                        quote: quote, words: words, truth: .isTrue,
                        source: Engine.Bilingual(
                            zh: "订单里的货确实没有库存", en: "the order's goods are out of stock")))
            }
            for claim in claims {
                guard let words = claim.wordings.first(where: { sentence.contains($0) }) else {
                    continue
                }
                if claim.denials.contains(where: { sentence.contains($0) }) { continue }
                let isSo = claim.isSo(orders)
                found.append(
                    Statement(
                        quote: quote, words: words, truth: isSo ? .isTrue : .isFalse,
                        source: isSo ? claim.so : claim.notSo))
            }
        }
        return found
    }
}

extension Order {
    var isSigned: Bool { parcels.contains { $0.scans.contains { $0.code == .signed } } }
}
