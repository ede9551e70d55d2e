public import Engine

/// Something a shop sells, as another program exported it: facts only, not yet a product of a
/// shop of ours. What the export does not say is nil or empty.
public struct ImportedProduct: Hashable, Sendable {
    /// The line of the file on which it is first named, counted from 1.
    public var line: Int
    /// What the product is called in addresses of pages; one product, one handle.
    public var handle: String
    public var title = ""
    /// The description as it was exported, HTML and line breaks included.
    public var body = ""
    public var vendor = ""
    public var kind = ""
    public var tags: [String] = []
    public var state = State.active
    /// The names of what is chosen among: 颜色, 尺码. Empty where there is nothing to choose.
    public var options: [String] = []
    /// In the order of the file; at least one.
    public var variants: [Variant] = []
    /// Addresses of pictures.
    public var pictures: [String] = []

    /// Whether customers see it.
    public enum State: String, Hashable, Sendable, CaseIterable {
        case active, draft, archived
    }

    /// One choice of the product, with a price of its own.
    public struct Variant: Hashable, Sendable {
        /// The line on which its row begins, counted from 1.
        public var line: Int
        /// What is chosen, beside the product's `options`; empty where there is nothing to choose.
        public var choices: [String] = []
        /// The shop's own code of it (SKU); no two variants of an import have the same.
        public var code = ""
        public var barcode = ""
        /// In the currency of the shop that exported; the file does not say which.
        public var price: Money
        /// The crossed-out price.
        public var compareAt: Money?
        /// Pieces; nil where the shop does not count them.
        public var stock: Int?
        public var grams: Int?
        public var picture = ""
    }
}
