import Engine

extension StoreIntake {
    /// - Parameter imported: what a reader of another program's export made of its file.
    public mutating func take(_ imported: Imported<ImportedProduct>) {
        take(over: imported.report)
        for product in imported.values { take(product) }
    }

    private mutating func take(_ row: ImportedProduct) {
        let id = ProductID(row.handle)
        guard places.products.insert(id).inserted else {
            return note(
                row.line, .skipped, zh: "店里已有商品 \(row.handle)，没有再收。",
                en: "The store has the product \(row.handle) already; it is not taken again.")
        }
        var facts: [Product.Fact] = []
        for (name, value) in [("品牌", row.vendor), ("类型", row.kind)] where !value.isEmpty {
            facts.append(Product.Fact(name: name, value: value))
        }
        if !row.tags.isEmpty {
            facts.append(Product.Fact(name: "标签", value: row.tags.joined(separator: "、")))
        }
        let variants = row.variants.map { variant($0, of: row) }
        if places.titles[row.title] == nil { places.titles[row.title] = store.products.count }
        store.products.append(
            Product(id: id, title: row.title, variants: variants, facts: facts))
        tally.taken += 1
        tally.products += 1
    }

    private mutating func variant(
        _ row: ImportedProduct.Variant, of product: ImportedProduct
    ) -> Variant {
        if row.stock == nil {
            note(
                row.line, .changed, zh: "没有写库存，按 0 件收。",
                en: "The stock is not said; it is taken as 0.")
        }
        var id = VariantID(row.code)
        var number = 1
        while id.rawValue.isEmpty || places.variants.contains(id) {
            id = VariantID("\(product.handle)-\(number)")
            number += 1
        }
        if !row.code.isEmpty, id.rawValue != row.code {
            note(
                row.line, .changed, zh: "编码 \(row.code) 店里已有，改用 \(id)。",
                en: "The code \(row.code) is taken in the store; \(id) stands instead.")
        }
        places.variants.insert(id)
        let options = zip(product.options, row.choices).map {
            Product.Fact(name: $0, value: $1)
        }
        return Variant(
            id: id, product: ProductID(product.handle),
            name: row.choices.isEmpty ? "默认" : row.choices.joined(separator: " / "),
            price: row.price, stock: row.stock ?? 0, options: options, weight: row.grams,
            isAvailable: product.state == .active)
    }
}
