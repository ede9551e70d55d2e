public import Engine
public import Search

/// Everything an agent can look up in the shop, found as one types: the knowledge base, the goods
/// with their facts, the coupons.
///
/// ```swift
/// var index = ShopIndex(shop)
/// index.search("fhsj", limit: 20)[0].title     // 发货时间
/// index.follow(shop)                           // takes in what was proposed since
/// ```
public struct ShopIndex: Sendable {
    private var index = SearchIndex(folding: .shop)
    private var items: [(what: Lookup, title: String)] = []
    /// Knowledge entries taken in; goods and coupons are there from the start.
    private var entries = 0

    /// One thing found.
    public struct Found: Hashable, Sendable {
        public var what: Lookup
        public var title: String
        public var match: Match
        /// How much of what was typed was found, 0…1000.
        public var score: Int
    }

    public init(_ shop: Shop) {
        follow(shop)
        for product in shop.products.values {
            let facts = product.facts.map { $0.name + " " + $0.value }
            let variants = product.variants.map(\.name)
            add(
                .product(product.id), product.title, variants,
                facts.joined(separator: "\n"))
        }
        for coupon in shop.coupons.values { add(.coupon(coupon.id), coupon.name, [], "") }
    }

    /// Takes in the entries that were added to the knowledge base since the last time.
    public mutating func follow(_ shop: Shop) {
        for entry in shop.knowledge.dropFirst(entries) {
            add(.knowledge(entry.title), entry.title, entry.keywords, entry.body)
        }
        entries = shop.knowledge.count
    }

    private mutating func add(
        _ what: Lookup, _ title: String, _ words: [String], _ body: String
    ) {
        index.add(title: title, words: words, body: body)
        items.append((what, title))
    }

    /// What fits, best first; everything, as it was written, for nothing typed.
    public func search(_ query: String, limit: Int) -> [Found] {
        guard query.contains(where: { !$0.isWhitespace }) else {
            return items.prefix(limit).map {
                Found(what: $0.what, title: $0.title, match: .overlap, score: 0)
            }
        }
        return index.search(query, limit: limit).map {
            Found(
                what: items[$0.number].what, title: items[$0.number].title, match: $0.match,
                score: $0.score)
        }
    }

    /// Where what was typed stands in a text that is shown.
    public func highlights(of query: String, in text: String) -> [Range<String.Index>] {
        index.highlights(of: query, in: text)
    }

    /// Entries of the knowledge base that answer what a customer said, where it has any: good
    /// enough to be put before somebody who decides.
    ///
    /// - Parameter least: of what was said, in thousandths, must stand in the entry. What a base
    ///   of some dozens of entries has an answer to scores from 500 on, anything else below 170.
    public func answers(to words: String, least: Int = 400, limit: Int = 3) -> [Found] {
        // Goods may fill the first places of a sentence that names one.
        search(words, limit: 200).filter {
            if case .knowledge = $0.what { $0.score >= least } else { false }
        }.prefix(limit).map(\.self)
    }
}
