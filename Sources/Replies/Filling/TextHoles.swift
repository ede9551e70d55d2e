public import Engine

/// The `{{…}}` of texts that are no snippets, such as a macro's: the same holes, filled by the
/// same values.
///
/// ```swift
/// let values = ShopVariables(in: shop, talk, order: id, tongue: .chinese, now: shop.now)
/// TextHoles.fill("您的{{order.items}}", values.value(of:)).text
/// ```
public enum TextHoles {
    /// Each once, in order.
    public static func names(in text: String) -> [String] { Snippet.unfilled(in: text) }

    /// The name, where the text is one hole and nothing else.
    public static func whole(_ text: String) -> String? {
        var holes = Holes(text)
        guard let hole = holes.next(), hole.isVariable, hole.range.lowerBound == text.startIndex,
            hole.range.upperBound == text.endIndex
        else { return nil }
        return hole.name
    }

    /// Fills what has a value; the rest stays visible and is named.
    public static func fill(_ text: String, _ value: (String) -> String?) -> Filled {
        var result = ""
        var missing: [String] = []
        var place = text.startIndex
        for hole in Holes(text) where hole.isVariable {
            result += text[place..<hole.range.lowerBound]
            place = hole.range.upperBound
            if let value = value(hole.name), !value.isEmpty {
                result += value
            } else {
                result += "{{\(hole.name)}}"
                if !missing.contains(hole.name) { missing.append(hole.name) }
            }
        }
        result += text[place...]
        let parts = Snippet.split(result)
        return Filled(
            text: parts.joined(), caret: parts.count > 1 ? parts[0].count : nil,
            missing: missing)
    }
}

/// The values of the shop's own variables for one conversation.
public struct ShopVariables {
    private let variables: Variables

    public init(
        in shop: Shop, _ conversation: Conversation, order: OrderID?, agentName: String? = nil,
        tongue: Tongue, now: Instant
    ) {
        variables = Variables(
            shop: shop, conversation: conversation, order: order.flatMap { shop.orders[$0] },
            agentName: agentName, tongue: tongue, now: now)
    }

    public func value(of name: String) -> String? { variables.value(of: name) }

    public static let names = Variables.names
    public static func isKnown(_ name: String) -> Bool { !Variables.problem(with: name) }
}
