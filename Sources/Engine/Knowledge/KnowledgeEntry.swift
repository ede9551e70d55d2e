/// An entry of the shop's knowledge base: a question customers ask, with the answer that holds.
public struct KnowledgeEntry: Hashable, Sendable, Codable {
    public var title: String
    public var body: String
    /// Other words people use for it.
    public var keywords: [String]
    /// The product it is about, where it is about one.
    public var product: ProductID?
    /// Who put it forward in this shift; nil for what the shop had written before.
    public var proposedBy: AgentID?

    public init(
        title: String, body: String, keywords: [String] = [], product: ProductID? = nil,
        proposedBy: AgentID? = nil
    ) {
        self.title = title
        self.body = body
        self.keywords = keywords
        self.product = product
        self.proposedBy = proposedBy
    }

    /// What can happen to the knowledge base.
    public enum Step: Hashable, Sendable, Codable {
        /// Somebody looked for something. `opened` is the title they took; nil where nothing
        /// among the `found` was what they wanted: a gap in the base, or in its words.
        case searched(query: String, found: Int, opened: String?)
        /// A colleague can find it from now on; whoever keeps the base reads it later.
        case proposed(KnowledgeEntry)
    }
}
