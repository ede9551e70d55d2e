import Engine

extension StoreIntake {
    // MARK: Customers

    /// The buyer's file, opened where there is none yet.
    mutating func customer(of row: ImportedOrder) -> CustomerID {
        let known = [row.buyer.nick, row.buyer.account].first { !$0.isEmpty }
        if known == nil {
            note(
                row.line, .changed, zh: "没有买家会员名，用订单号作顾客。",
                en: "No buyer is named; the order's number stands for the customer.")
        }
        let id = CustomerID(known ?? row.id)
        if places.customers[id] != nil { return id }
        places.customers[id] = store.customers.count
        let isMasked = row.receiver.name.contains("*") || row.receiver.name.isEmpty
        store.customers.append(
            Customer(
                id: id, name: isMasked ? id.rawValue : row.receiver.name, account: id.rawValue,
                address: row.receiver.address.isEmpty ? nil : Self.address(of: row)))
        tally.customers += 1
        return id
    }

    /// `上海 上海市 徐汇区 漕溪路 12 号`: the first parts, which end with a blank, are the region.
    static func address(of row: ImportedOrder) -> Address {
        let parts = row.receiver.address.split(separator: " ").map(String.init)
        let split = min(3, max(0, parts.count - 1))
        return Address(
            name: row.receiver.name,
            phone: row.receiver.mobile.isEmpty ? row.receiver.phone : row.receiver.mobile,
            region: parts[..<split].joined(separator: " "),
            street: parts[split...].joined(separator: " "))
    }

    // MARK: Goods

    /// The thing that was bought: found by its title, or put on the shelf with nothing in stock.
    mutating func variant(of row: ImportedOrder, price: Money) -> VariantID {
        if row.goods.kinds ?? 1 > 1 {
            note(
                row.line, .changed, zh: "几种商品合在一行，按一件套装记。",
                en: "Several goods stand in one row; they are taken as one set.")
        }
        let title = row.goods.titles.isEmpty ? "未写明的商品" : row.goods.titles
        let name = row.goods.variants.isEmpty ? "默认" : row.goods.variants
        if let place = places.titles[title] {
            let variants = store.products[place].variants
            if let found = variants.first(where: { $0.name == name }) { return found.id }
            if row.goods.variants.isEmpty, let first = variants.first { return first.id }
            return add(name, price, toProduct: place)
        }
        var number = store.products.count + 1
        while places.products.contains(ProductID("x\(number)")) { number += 1 }
        let id = ProductID("x\(number)")
        places.products.insert(id)
        places.titles[title] = store.products.count
        store.products.append(Product(id: id, title: title, variants: []))
        tally.products += 1
        return add(name, price, toProduct: store.products.count - 1)
    }

    private mutating func add(
        _ name: String, _ price: Money, toProduct place: Int
    ) -> VariantID {
        let product = store.products[place].id
        var number = store.products[place].variants.count + 1
        while places.variants.contains(VariantID("\(product)-\(number)")) { number += 1 }
        let id = VariantID("\(product)-\(number)")
        places.variants.insert(id)
        store.products[place].variants.append(
            Variant(id: id, product: product, name: name, price: price, stock: 0))
        return id
    }
}
