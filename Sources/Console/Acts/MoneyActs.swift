import Engine

/// The forms that move money or dates of an order that nobody has sent yet.
extension Desk {
    /// Every other choice of every line, so that one field is enough; dearer and cheaper ones say
    /// by how much, and settle with an account.
    func openChangeItem() {
        guard let order, let shop else { return }
        var swaps: [(line: Int, variant: Variant)] = []
        for (place, line) in order.lines.enumerated() {
            guard let product = shop.product(of: line.variant) else { continue }
            for variant in product.variants where variant.id != line.variant {
                swaps.append((place, variant))
            }
        }
        guard !swaps.isEmpty else { return announce(.hint, Words.nothingToSwap) }
        let names = swaps.map { swap -> Bilingual in
            let difference = swap.variant.price - order.lines[swap.line].price
            return Words.swap(itemName(swap.variant.id), stock: swap.variant.stock, difference)
        }
        let purse = accounts
        openForm(
            Words.swapTitle, verb: Words.change,
            movesMoney: swaps.contains { $0.variant.price != order.lines[$0.line].price },
            fields: [.choice("to", Words.swapTo, names)] + accountField(purse),
            done: Words.swapDone
        ) { values in
            let swap = swaps[values.choice("to")]
            if swap.variant.price == order.lines[swap.line].price, order.status == .waitShip {
                return .changeItem(order: order.id, line: swap.line, to: swap.variant.id)
            }
            let change = Command.ItemChange(line: swap.line, to: swap.variant.id)
            return .changeItems(
                order: order.id, changes: [change], account: self.account(values, purse))
        }
    }

    func openChangePayment() {
        guard let order else { return }
        let purse = accounts
        guard !purse.isEmpty else { return announce(.hint, Words.noAccounts) }
        openForm(
            Words.changePaymentTitle, verb: Words.change, movesMoney: true,
            fields: [.choice("account", Words.payAccount, purse.map(Words.payAccount))],
            done: Words.paymentChanged
        ) { .changePayment(order: order.id, to: purse[$0.choice("account")].id) }
    }

    func openNudge() {
        guard let order, let limit = shop?.rules.orders.nudgeLimit else { return }
        openForm(
            Words.nudgeTitle, verb: Words.nudgeVerb,
            fields: [
                .fixed("count", Words.nudges, Words.nudged(order.nudgedAt.count, limit: limit))
            ], done: Words.nudgeDone
        ) { _ in .nudge(order: order.id) }
    }

    func openMerge() {
        guard let order, let shop else { return }
        let others = shop.orders(of: order.customer).filter {
            $0.id != order.id && $0.status == .waitShip && $0.address == order.address
                && $0.merge == nil
        }
        guard !others.isEmpty else { return announce(.hint, Words.nothingToMerge) }
        openForm(
            Words.mergeTitle, verb: Words.mergeVerb, movesMoney: true,
            fields: [
                .choice(
                    "with", Words.mergeWith,
                    others.map { same(Lengths.tail($0.id.rawValue) + " " + $0.due.plain) }
                        + (others.count > 1 ? [Words.allOfThem] : []))
            ], done: Words.merged
        ) { values in
            let chosen = values.choice("with")
            let with = chosen < others.count ? [others[chosen]] : others
            return .mergeOrders(orders: [order.id] + with.map(\.id))
        }
    }

    func openMoveShipDate() {
        guard let order else { return }
        openForm(
            Words.moveShipDateTitle, verb: Words.change,
            fields: [
                .time("to", Words.shipsBy, hint: Words.dueHint),
                .text("reason", Words.reason, limit: 100, hint: Words.shipDateHint),
            ], done: Words.shipDateMoved
        ) { values in
            guard let date = values.time("to") else { return nil }
            return .moveShipDate(order: order.id, to: date, reason: values.text("reason"))
        }
    }

    func openInvoice() {
        guard let order else { return }
        let kinds = Invoice.Kind.allCases
        let asked = order.invoiceAsked
        openForm(
            Words.invoiceTitle, verb: Words.invoiceVerb,
            fields: [
                .choice(
                    "kind", Words.invoiceKind, kinds.map(\.name),
                    chosen: asked.flatMap { kinds.firstIndex(of: $0.kind) } ?? 0),
                .text("title", Words.invoiceTo, initial: asked?.title ?? "", limit: 80),
                .text(
                    "tax", Words.taxNumber, initial: asked?.taxNumber ?? "", limit: 20,
                    isRequired: false, hint: Words.taxHint),
                .text("email", Words.email, initial: asked?.email ?? "", limit: 80),
                .fixed(
                    "amount", Words.amount,
                    same((order.ledger.paid - order.ledger.refunded).plain)),
            ], done: Words.invoiceIssued
        ) { values in
            let tax = values.text("tax")
            return .issueInvoice(
                order: order.id,
                invoice: Command.InvoiceRequest(
                    kind: kinds[values.choice("kind")], title: values.text("title"),
                    taxNumber: tax.isEmpty ? nil : tax, email: values.text("email")))
        }
    }

    func openReverseInvoice() {
        guard let order, let standing = order.invoices.first(where: { !$0.isReversed }) else {
            return
        }
        openForm(
            Words.reverseInvoiceTitle, verb: Words.reverseVerb,
            fields: [
                .fixed("number", Words.invoiceNumber, same(standing.number)),
                .fixed("amount", Words.amount, same(standing.amount.plain)),
            ], done: Words.invoiceReversed
        ) { _ in .reverseInvoice(order: order.id, number: standing.number) }
    }

    func openProtectPrice() {
        guard let order else { return }
        let lines = order.lines.indices.filter { order.lines[$0].left > 0 }
        guard !lines.isEmpty else { return announce(.hint, Words.noCasePossible) }
        openForm(
            Words.protectPriceTitle, verb: Words.refundVerb, movesMoney: true,
            fields: [
                .choice("line", Words.item, lines.map { same(itemName(order.lines[$0])) })
            ], done: Words.priceProtected
        ) { .protectPrice(order: order.id, line: lines[$0.choice("line")]) }
    }

    /// How the price and every possible refund come about, one step a line.
    func showSum() {
        guard let order else { return }
        let steps = order.arithmetic(in: tongue) { self.itemName($0) }
        look(at: .order(order.id))
        overlays.append(TextSheet(title: say(Words.sumTitle), lines: steps.map(\.text)))
    }

    // MARK: Accounts

    /// The purse of the customer whose order is shown.
    var accounts: [Account] { customer?.accounts ?? [] }

    private func accountField(_ purse: [Account]) -> [FormField] {
        guard !purse.isEmpty else { return [] }
        return [
            .choice(
                "account", Words.settleWith, [Words.originalRoute] + purse.map(Words.payAccount))
        ]
    }

    private func account(_ values: FormValues, _ purse: [Account]) -> AccountID? {
        let chosen = values.choice("account")
        return chosen == 0 || purse.isEmpty ? nil : purse[chosen - 1].id
    }
}
