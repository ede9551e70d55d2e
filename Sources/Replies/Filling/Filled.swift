public import Engine

/// A snippet made ready for one customer.
public struct Filled: Hashable, Sendable {
    /// What has no value still stands in it as `{{order.tracking}}`.
    public let text: String
    /// Characters from the start where the caret belongs; nil for behind the text.
    public let caret: Int?
    /// The names without a value, in order, each once. A text with any must not be sent.
    public let missing: [String]
}

extension Snippet {
    /// Fills the holes from the shop and this conversation.
    ///
    /// Its order is the one given, else the one the talk is about, else the customer's only one;
    /// with several and none named, order values stay open rather than be guessed.
    ///
    /// The shop knows its agents by id only: `agentName` is what customers are told.
    public func fill(
        in shop: Shop, _ conversation: Conversation, order: OrderID? = nil,
        agentName: String? = nil, tongue: Tongue, now: Instant
    ) -> Filled {
        let all = shop.orders(of: conversation.customer)
        let only = all.count == 1 ? all[0].id : nil
        let meant = (order ?? conversation.order ?? only).flatMap { shop.orders[$0] }
        let source = Variables(
            shop: shop, conversation: conversation,
            order: meant?.customer == conversation.customer ? meant : nil,
            agentName: agentName, tongue: tongue, now: now)
        return fill(text[tongue], from: source)
    }

    private func fill(_ pattern: String, from source: Variables) -> Filled {
        var result = ""
        var missing: [String] = []
        var place = pattern.startIndex
        for hole in Holes(pattern) where hole.isVariable {
            result += pattern[place..<hole.range.lowerBound]
            place = hole.range.upperBound
            if let value = value(of: hole.name, from: source), !value.isEmpty {
                result += value
            } else {
                result += "{{\(hole.name)}}"
                if !missing.contains(hole.name) { missing.append(hole.name) }
            }
        }
        result += pattern[place...]
        let parts = Snippet.split(result)
        return Filled(
            text: parts.joined(), caret: parts.count > 1 ? parts[0].count : nil,
            missing: missing)
    }

    private func value(of name: String, from source: Variables) -> String? {
        for variable in variables where variable.name == name {
            switch variable.value {
            case .echo(let text): return text
            case .date(let format, let shift): return source.shown(format: format, shift: shift)
            }
        }
        return source.value(of: name)
    }

    /// The parts around each `$|$`.
    static func split(_ text: String) -> [String] {
        guard text.utf8.contains(UInt8(ascii: "|")) else { return [text] }
        var parts = [""]
        var rest = Substring(text)
        while let character = rest.first {
            if rest.hasPrefix("$|$") {
                parts.append("")
                rest = rest.dropFirst(3)
            } else {
                parts[parts.count - 1].append(character)
                rest = rest.dropFirst()
            }
        }
        return parts
    }
}
