extension Order {
    /// The most that so many more pieces of a line can bring back, postage apart.
    ///
    /// What the line cost after all reductions goes back piece by piece, cumulatively and half up:
    /// with `f(k) = net · k / quantity` the next `quantity` pieces bring `f(returned + quantity) −
    /// f(returned)`. So the last piece takes the remainder and all pieces together bring the line's
    /// net to the fen, in whatever portions they are asked for:
    ///
    ///     net 10.00 for three pieces → 3.33, then 3.34, then 3.33
    ///     net 158.92 for a pair      → 79.46 for one of them
    ///
    /// It is never more than what has not gone back yet: a sum paid for goods that stay, or a
    /// protected price, makes what is left smaller. Zero for more pieces than are left.
    ///
    /// - Parameters:
    ///   - index: The line's place in `lines`.
    ///   - quantity: Pieces, 1 to `lines[index].left`.
    public func refundable(line index: Int, quantity: Int) -> Money {
        let line = lines[index]
        guard quantity > 0, quantity <= line.left else { return .zero }
        let net = net(of: index)
        let before = net.share(line.returned, of: line.quantity)
        let after = net.share(line.returned + quantity, of: line.quantity)
        return max(.zero, min(after - before, net - line.refunded))
    }
}
