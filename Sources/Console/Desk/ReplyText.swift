import Engine

/// What a text is looked through for before it goes to a customer.
enum ReplyText {
    /// The first variable that nobody has filled: `{tracking}`, `{{订单号}}`, `[快递单号]`.
    static func hole(in text: String) -> String? {
        for (open, close) in [("{", "}"), ("[", "]")] as [(Character, Character)] {
            var rest = Substring(text)
            while let start = rest.firstIndex(of: open) {
                let inside = rest[rest.index(after: start)...]
                guard let end = inside.firstIndex(of: close) else { break }
                var name = inside[..<end]
                while name.first == open { name = name.dropFirst() }
                if isName(name) { return String(name) }
                rest = inside[inside.index(after: end)...]
            }
        }
        return nil
    }

    private static func isName(_ text: Substring) -> Bool {
        guard let first = text.first, text.count <= 24 else { return false }
        guard first.isLetter || first == "_" else { return false }
        return text.allSatisfy { $0.isLetter || $0.isNumber || "_.-:+ ".contains($0) }
    }

    /// An order number in the text that is another customer's.
    static func foreignOrder(in text: String, of talk: Conversation, _ shop: Shop) -> Order? {
        for run in text.split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0.isNumber)) })
        where run.count >= 6 {
            if let order = shop.orders[OrderID(String(run))], order.customer != talk.customer {
                return order
            }
        }
        return nil
    }
}
