/// An entry of the shop's knowledge base: a question customers ask, with the answer that holds.
public struct KnowledgeEntry: Hashable, Sendable, Codable {
    public var title: String
    public var body: String
    /// Other words people use for it.
    public var keywords: [String]
    /// The product it is about, where it is about one.
    public var product: ProductID?

    public init(title: String, body: String, keywords: [String] = [], product: ProductID? = nil) {
        self.title = title
        self.body = body
        self.keywords = keywords
        self.product = product
    }
}
