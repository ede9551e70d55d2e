public import Engine

/// The `{{…}}` of texts that are no snippets, such as a macro's: the same holes, filled by the
/// same values, with the same filters.
///
/// ```swift
/// let values = ShopVariables(in: shop, talk, order: id, tongue: .chinese, now: shop.now)
/// TextHoles.fill("您的{{order.items}}", values.value(of:)).text
/// ```
public enum TextHoles {
    /// Each once, in order.
    public static func names(in text: String) -> [String] {
        var names: [String] = []
        for hole in Holes(text) where hole.isVariable && !names.contains(hole.name) {
            names.append(hole.name)
        }
        return names
    }

    /// Braces in pairs that are no hole, each as it begins: `{{order.id` without its end.
    public static func strays(in text: String) -> [String] { Holes.strays(in: text) }

    /// The name, where the text is one hole without filters and nothing else.
    public static func whole(_ text: String) -> String? {
        var holes = Holes(text)
        guard let hole = holes.next(), hole.isVariable, hole.filters.isEmpty,
            hole.range.lowerBound == text.startIndex, hole.range.upperBound == text.endIndex
        else { return nil }
        return hole.name
    }

    /// Fills what has a value; the rest stays visible and is named, braces that are no hole too.
    ///
    /// - Parameter value: of what stands in the hole, filters included; where that has none, it is
    ///   asked by the name alone.
    public static func fill(_ text: String, _ value: (String) -> String?) -> Filled {
        var result = ""
        var missing: [String] = []
        var place = text.startIndex
        for hole in Holes(text) where hole.isVariable {
            result += text[place..<hole.range.lowerBound]
            place = hole.range.upperBound
            if let value = value(hole.written) ?? value(hole.name), !value.isEmpty {
                result += value
            } else {
                result += "{{\(hole.written)}}"
                if !missing.contains(hole.name) { missing.append(hole.name) }
            }
        }
        result += text[place...]
        missing += Holes.strays(in: result).filter { !missing.contains($0) }
        var caret: Int?
        while let mark = result.firstRange(of: "$|$") {
            if caret == nil {
                caret = result.distance(from: result.startIndex, to: mark.lowerBound)
            }
            result.removeSubrange(mark)
        }
        return Filled(text: result, caret: caret, missing: missing, asks: [])
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
            shop: shop, conversation: conversation, order: order, agentName: agentName,
            answers: [:],
            calendar: ShopCalendar(now: now, offset: shop.offset, tongue: tongue))
    }

    /// As a text says it; nil where there is none, or several.
    ///
    /// - Parameter written: a name, with filters where there are any: `order.due|money`.
    public func value(of written: String) -> String? {
        var holes = Holes("{{\(written)}}")
        guard let hole = holes.next(), case .value(let value) = variables.find(hole.name) else {
            return nil
        }
        return value.filtered(by: hole.filters.compactMap { Filter($0) }, variables.calendar)
    }

    public static let names = Variables.names
    public static func isKnown(_ name: String) -> Bool { !Variables.problem(with: name) }
}
