extension Shop {
    /// Takes a line's pieces from the shelf where there are enough; otherwise the line stays
    /// unclaimed and cannot be shipped.
    mutating func claim(line index: Int, of id: OrderID) {
        guard let line = orders[id]?.lines[index], !line.isClaimed,
            let variant = variant(line.variant), variant.stock >= line.quantity
        else { return }
        changeStock(of: line.variant, by: -line.quantity)
        orders[id]?.lines[index].isClaimed = true
    }

    mutating func release(line index: Int, of id: OrderID) {
        guard let line = orders[id]?.lines[index], line.isClaimed else { return }
        changeStock(of: line.variant, by: line.quantity)
        orders[id]?.lines[index].isClaimed = false
    }

    mutating func changeStock(of variant: VariantID, by change: Int) {
        guard let product = productOfVariant[variant],
            let index = products[product]?.variants.firstIndex(where: { $0.id == variant })
        else { return }
        products[product]?.variants[index].stock += change
    }

    mutating func end(_ id: OrderID, as status: Order.Status, at instant: Instant) {
        orders[id]?.status = status
        orders[id]?.closedAt = instant
        orders[id]?.payBy = nil
        orders[id]?.shipBy = nil
        orders[id]?.autoConfirmAt = nil
    }
}
