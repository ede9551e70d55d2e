package import Engine
import Language
import Simulation
package import Yams

extension FieldReader {
    package mutating func text(_ fields: Fields, _ name: String) -> String? {
        guard let node = fields[name] else { return nil }
        guard let text = node.string, !text.isEmpty else {
            fail(node, fields.path(name), .unreadable("", expected: .text))
            return nil
        }
        return text
    }

    /// A value written as text, by its own reading.
    private mutating func value<Value>(
        _ fields: Fields, _ name: String, _ expected: PackProblem.Expected,
        _ read: (String) -> Value?
    ) -> Value? {
        guard let node = fields[name] else { return nil }
        if let value = node.string.flatMap(read) { return value }
        fail(node, fields.path(name), .unreadable(node.string ?? "", expected: expected))
        return nil
    }

    package mutating func whole(
        _ fields: Fields, _ name: String, _ range: ClosedRange<Int>
    ) -> Int? {
        guard let number = value(fields, name, .wholeNumber, { Int($0) }), let node = fields[name]
        else { return nil }
        if range.contains(number) { return number }
        fail(
            node, fields.path(name),
            .outOfRange("\(number)", from: range.lowerBound, to: range.upperBound))
        return nil
    }

    package mutating func money(_ fields: Fields, _ name: String) -> Money? {
        value(fields, name, .money) { Money(text: $0) }
    }

    mutating func span(_ fields: Fields, _ name: String) -> Span? {
        value(fields, name, .span) { Span(written: $0) }
    }

    mutating func moment(_ fields: Fields, _ name: String) -> Instant? {
        let clock = clock
        return value(fields, name, .moment) { clock.moment($0) }
    }

    mutating func flag(_ fields: Fields, _ name: String) -> Bool? {
        guard let node = fields[name] else { return nil }
        if let value = node.bool { return value }
        fail(node, fields.path(name), .unreadable(node.string ?? "", expected: .yesOrNo))
        return nil
    }

    /// One of an enumeration's cases, written small with hyphens: `waitShip` is `wait-ship`.
    package mutating func name<Case: CaseIterable>(_ fields: Fields, _ name: String) -> Case? {
        guard let node = fields[name] else { return nil }
        return self.name(node, fields.path(name))
    }

    package mutating func name<Case: CaseIterable>(_ node: Node, _ path: String) -> Case? {
        let word = node.string ?? ""
        let all = Case.allCases.map { ($0, Spelling.hyphened("\($0)")) }
        if let found = all.first(where: { $0.1 == word }) { return found.0 }
        fail(
            node, path,
            .unknownName(word, nearest: Spelling.nearest(to: word, among: all.map(\.1))))
        return nil
    }

    // MARK: Texts

    /// `{zh: …, en: …}`; both are needed.
    package mutating func bilingual(_ fields: Fields, _ name: String) -> Engine.Bilingual? {
        guard let node = fields[name] else { return nil }
        return bilingual(node, fields.path(name))
    }

    package mutating func bilingual(_ node: Node, _ path: String) -> Engine.Bilingual? {
        guard case .mapping = node else {
            fail(node, path, .unreadable(node.string ?? "", expected: .bilingual))
            return nil
        }
        guard let map = languages(node, path), let zh = text(map, "zh"), let en = text(map, "en")
        else { return nil }
        return Engine.Bilingual(zh: zh, en: en)
    }

    /// The same text in both languages, or one in each.
    mutating func anyText(_ node: Node, _ path: String) -> Engine.Bilingual? {
        if let text = node.string, !text.isEmpty { return Engine.Bilingual(zh: text, en: text) }
        return bilingual(node, path)
    }

    mutating func wordings(_ fields: Fields, _ name: String) -> Wordings? {
        guard let node = fields[name] else { return nil }
        let path = fields.path(name)
        guard case .mapping = node else {
            fail(node, path, .unreadable(node.string ?? "", expected: .wordings))
            return nil
        }
        guard let map = languages(node, path), let zh = lines(map, "zh"), let en = lines(map, "en")
        else { return nil }
        // YAML reads \n as a line break only between double quotes; elsewhere it would be typed.
        for (name, texts) in [("zh", zh), ("en", en)] {
            for text in texts where text.contains("\\n") {
                fail(node, map.path(name), .backslash(text))
            }
        }
        return Wordings(zh: zh, en: en)
    }

    private mutating func languages(_ node: Node, _ path: String) -> Fields? {
        guard let fields = fields(node, path, optional: ["zh", "en"]) else { return nil }
        var isWhole = true
        for language in ["zh", "en"] where !fields.has(language) {
            fail(node, path, .missingLanguage(language))
            isWhole = false
        }
        return isWhole ? fields : nil
    }

    private mutating func lines(_ fields: Fields, _ name: String) -> [String]? {
        guard let node = fields[name] else { return nil }
        if case .sequence(let items) = node {
            var result: [String] = []
            for item in items {
                if let text = item.string, text.contains(where: { !$0.isWhitespace }) {
                    result.append(text)
                } else {
                    fail(item, fields.path(name), .unreadable("", expected: .text))
                }
            }
            if items.isEmpty { fail(node, fields.path(name), .empty) }
            return result.isEmpty ? nil : result
        }
        return text(fields, name).map { [$0] }
    }

    // MARK: Names of things

    mutating func variant(_ node: Node, _ path: String) -> VariantID? {
        known(node, path, .variant, names.variants).map { VariantID($0) }
    }

    mutating func coupon(_ node: Node, _ path: String) -> CouponID? {
        known(node, path, .coupon, names.coupons).map { CouponID($0) }
    }

    mutating func customer(_ node: Node, _ path: String) -> CustomerID? {
        known(node, path, .customer, names.customers).map { CustomerID($0) }
    }

    mutating func known(
        _ node: Node, _ path: String, _ kind: PackProblem.Kind, _ all: Set<String>
    ) -> String? {
        guard let word = node.string, !word.isEmpty else {
            fail(node, path, .unreadable("", expected: .text))
            return nil
        }
        if all.contains(word) { return word }
        if names.unread.contains(word), kind != .need, kind != .state { return nil }
        let nearest = Spelling.nearest(to: word, among: all.sorted())
        fail(node, path, .unknownID(word, kind: kind, nearest: nearest))
        return nil
    }
}
