/// What the status column of somebody's order export says about the money.
enum OrderStatusWord: Hashable {
    case paid
    case unpaid
    /// Closed, cancelled or refunded whole.
    case closed
    /// A word we do not know.
    case unknown

    init(_ text: String) {
        let word = text.lowercased().filter { $0.isLetter }
        if word.isEmpty {
            self = .paid
        } else if Self.contains(word, ["部分退款", "退款中"]) {
            self = .paid
        } else if Self.contains(word, ["未付款", "待付款", "未支付", "待支付", "等待买家付款"]) {
            self = .unpaid
        } else if Self.contains(word, ["关闭", "取消", "全额退款", "已退款", "退款成功", "作废"]) {
            self = .closed
        } else if Self.contains(word, ["付款", "支付", "成功", "完成", "收货", "签收", "发货", "评价", "出库", "揽收"])
        {
            self = .paid
        } else {
            self = Self.english[word] ?? .unknown
        }
    }

    private static func contains(_ word: String, _ parts: [String]) -> Bool {
        parts.contains { word.contains($0) }
    }

    /// Letters only, as shops' programs write them.
    private static let english: [String: Self] = {
        var words: [String: Self] = [:]
        for word in [
            "paid", "partiallypaid", "partiallyrefunded", "authorized", "processing", "confirmed",
            "shipped", "partiallyshipped", "fulfilled", "delivered", "complete", "completed",
            "success", "succeeded", "done", "readytoship", "awaitingshipment",
            "awaitingfulfillment", "intransit",
        ] { words[word] = .paid }
        for word in [
            "unpaid", "pending", "pendingpayment", "awaitingpayment", "onhold", "draft",
            "checkoutdraft", "failed", "expired",
        ] { words[word] = .unpaid }
        for word in [
            "closed", "cancelled", "canceled", "void", "voided", "refunded", "returned", "trash",
        ] { words[word] = .closed }
        return words
    }()
}
