public import Engine

/// Puts what other programs exported into a store of ours: goods that are not there yet, customers,
/// orders with their money where such an order's money is. Nothing is guessed in silence: whatever
/// stands in the store otherwise than in the file is noted with its line.
///
///     var intake = StoreIntake(into: store)
///     intake.take(try TaobaoOrders.read(bytes))
///     intake.sentences(in: .chinese)
public struct StoreIntake {
    public internal(set) var store: ShopFixture
    public internal(set) var tally = Tally()
    public internal(set) var notes: [Note] = []

    var places = Places()

    /// How many rows, and what became of them.
    public struct Tally: Hashable, Sendable, Codable {
        /// Rows of the file behind its header.
        public var rows = 0
        /// Orders or products that are in the store now and were not before.
        public var taken = 0
        /// Rows that are not.
        public var skipped = 0
        /// Values that stand in the store otherwise than in the file.
        public var changed = 0
        public var customers = 0
        public var products = 0
    }

    /// Something that is otherwise in the store than in the file, or not in it.
    public struct Note: Hashable, Sendable {
        /// Of the file, counted from 1.
        public let line: Int
        public let kind: Kind
        /// With the line in it.
        public let sentence: Bilingual

        public enum Kind: String, Hashable, Sendable, Codable { case changed, skipped }
    }

    /// What is in the store, by what a file calls it.
    struct Places {
        var orders: Set<OrderID> = []
        var customers: [CustomerID: Int] = [:]
        var products: Set<ProductID> = []
        /// By title.
        var titles: [String: Int] = [:]
        var variants: Set<VariantID> = []
        var carriers: [String: String] = [:]
    }

    public init(into store: ShopFixture) {
        self.store = store
        places.orders = Set(store.orders.map(\.id))
        for (index, customer) in store.customers.enumerated() {
            places.customers[customer.id] = index
        }
        for (index, product) in store.products.enumerated() {
            places.products.insert(product.id)
            if places.titles[product.title] == nil { places.titles[product.title] = index }
            places.variants.formUnion(product.variants.map(\.id))
        }
        for order in store.orders {
            for parcel in order.parcels { places.carriers[parcel.tracking] = parcel.carrier }
        }
    }

    /// The rows that the reader could not take, or not wholly.
    mutating func take(over report: ImportReport) {
        tally.rows += report.rows
        for change in report.changes {
            add(change.line, .changed, change.sentence(in: .chinese), change.sentence(in: .english))
        }
        for skip in report.skipped {
            add(skip.line, .skipped, skip.sentence(in: .chinese), skip.sentence(in: .english))
        }
    }

    mutating func note(_ line: Int, _ kind: Note.Kind, zh: String, en: String) {
        add(line, kind, "第 \(line) 行：\(zh)", "Line \(line): \(en)")
    }

    private mutating func add(_ line: Int, _ kind: Note.Kind, _ zh: String, _ en: String) {
        notes.append(Note(line: line, kind: kind, sentence: Bilingual(zh: zh, en: en)))
        switch kind {
        case .changed: tally.changed += 1
        case .skipped: tally.skipped += 1
        }
    }

    /// First the sum, then every note.
    public func sentences(in tongue: Tongue) -> [String] {
        let sum =
            tongue == .chinese
            ? "文件共 \(tally.rows) 行：收进 \(tally.taken) 个，跳过 \(tally.skipped) 行，改动 \(tally.changed) 处；新顾客 \(tally.customers) 位，新商品 \(tally.products) 个。"
            : "\(tally.rows) rows: \(tally.taken) taken, \(tally.skipped) skipped, \(tally.changed) values changed; \(tally.customers) new customers, \(tally.products) new products."
        return [sum] + notes.sorted { $0.line < $1.line }.map { $0.sentence[tongue] }
    }
}
