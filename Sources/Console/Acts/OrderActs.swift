import Engine

/// The forms for an order: each asks as little as it can and shows the order before and after.
extension Desk {
    func openMemo() {
        guard let order else { return }
        let flags = Memo.Flag.allCases
        let current = order.memo.flatMap { flags.firstIndex(of: $0.flag) } ?? 1
        openOrderForm(
            Words.memoTitle, verb: Words.save,
            fields: [
                .choice("flag", Words.flag, flags.map(\.name), chosen: current),
                .text(
                    "text", Words.memo, initial: order.memo?.text ?? "", rows: 3,
                    limit: shop?.rules.memoBytes ?? 1000, isRequired: false,
                    hint: Words.memoHint),
            ], done: Words.memoDone
        ) { .memo(order: order.id, flag: flags[$0.choice("flag")], text: $0.text("text")) }
    }

    /// Opening this form shows the whole address, so that is noted as looked at.
    func openAddress() {
        guard let order else { return }
        guard submit(.look(conversation: selected ?? "", at: .address(order.id))) else { return }
        let old = order.address
        openOrderForm(
            Words.addressTitle, verb: Words.change,
            fields: [
                .text("name", Words.name, initial: old.name, limit: 40),
                .text("phone", Words.phone, initial: old.phone, limit: 30),
                .text("region", Words.region, initial: old.region, limit: 80),
                .text("street", Words.street, initial: old.street, limit: 120),
            ], done: Words.addressDone
        ) { values in
            .changeAddress(
                order: order.id,
                address: Address(
                    name: values.text("name"), phone: values.text("phone"),
                    region: values.text("region"), street: values.text("street")))
        }
    }

    func openReprice() {
        guard let order else { return }
        openOrderForm(
            Words.repriceTitle, verb: Words.change, movesMoney: true,
            fields: [
                .money(
                    "reduction", Words.reduction, initial: order.reduction, least: .zero,
                    most: order.goods - order.discount, hint: Words.repriceHint),
                .money(
                    "postage", Words.postage, initial: order.postage, least: .zero,
                    most: order.postage),
            ], done: Words.repriceDone
        ) { values in
            guard let reduction = values.money("reduction"), let postage = values.money("postage")
            else { return nil }
            return .reprice(order: order.id, reduction: reduction, postage: postage)
        }
    }

    func openCloseUnpaid() {
        guard let order else { return }
        let reasons = Order.CloseReason.allCases
        openOrderForm(
            Words.closeUnpaidTitle, verb: Words.closeOrder,
            fields: [.choice("reason", Words.reason, reasons.map(\.name), chosen: 1)],
            done: Words.closeUnpaidDone
        ) { .closeUnpaid(order: order.id, reason: reasons[$0.choice("reason")]) }
    }

    func urgeWarehouse() {
        guard let order else { return }
        submit(.urge(order: order.id), saying: Words.urged)
    }

    /// Every other choice of every line, so that one field is enough.
    func openChangeItem() {
        guard let order, let shop else { return }
        var swaps: [(line: Int, variant: VariantID)] = []
        for (place, line) in order.lines.enumerated() {
            guard let product = shop.product(of: line.variant) else { continue }
            for variant in product.variants where variant.id != line.variant {
                swaps.append((place, variant.id))
            }
        }
        guard !swaps.isEmpty else { return announce(.hint, Words.nothingToSwap) }
        let names = swaps.map { swap -> Bilingual in
            let name = itemName(swap.variant)
            let stock = shop.variant(swap.variant)?.stock ?? 0
            return Bilingual(zh: "\(name)（库存 \(stock)）", en: "\(name) (stock \(stock))")
        }
        openOrderForm(
            Words.swapTitle, verb: Words.change, fields: [.choice("to", Words.swapTo, names)],
            done: Words.swapDone
        ) {
            let swap = swaps[$0.choice("to")]
            return .changeItem(order: order.id, line: swap.line, to: swap.variant)
        }
    }

    func openExtend() {
        guard let order, let days = shop?.rules.extensionDays, !days.isEmpty else { return }
        openOrderForm(
            Words.extendTitle, verb: Words.extend,
            fields: [.choice("days", Words.byHowMuch, days.map { Words.days($0) })],
            done: Words.extendDone
        ) { .extendReceipt(order: order.id, days: days[$0.choice("days")]) }
    }

    func openRefund() {
        guard let order, let open = openRefundCase(of: order) else { return }
        openOrderForm(
            Words.refundTitle, verb: Words.refundVerb, movesMoney: true,
            fields: [
                .fixed("reason", Words.reason, open.reason.name),
                .fixed(
                    "amount", Words.amount,
                    Bilingual(zh: open.amount.plain, en: open.amount.plain)),
            ], done: Words.refundDone
        ) { _ in .agreeRefund(afterSale: open.id) }
    }

    /// The refund of this order that waits for an answer.
    func openRefundCase(of order: Order) -> AfterSale? {
        shop?.afterSales(of: order.id).first { $0.isOpen && $0.kind == .refund }
    }

    func openReship() {
        guard let order else { return }
        let reasons = AfterSale.Reason.allCases
        openOrderForm(
            Words.reshipTitle, verb: Words.reshipVerb,
            fields: [
                .text("contents", Words.contents, limit: 60, hint: Words.contentsHint),
                .choice(
                    "reason", Words.reason, reasons.map(\.name),
                    chosen: reasons.firstIndex(of: .missingPart) ?? 0),
            ], done: Words.reshipDone
        ) {
            .reship(
                order: order.id, contents: $0.text("contents"),
                reason: reasons[$0.choice("reason")])
        }
    }

    func openCompensate() {
        guard let order, let shop else { return }
        let reasons = AfterSale.Reason.allCases
        let left = max(.zero, shop.compensationLeft(of: order))
        openOrderForm(
            Words.compensateTitle, verb: Words.pay, movesMoney: true,
            fields: [
                .money("amount", Words.amount, hint: Words.compensateHint(left.plain)),
                .choice(
                    "reason", Words.reason, reasons.map(\.name),
                    chosen: reasons.firstIndex(of: .agreed) ?? 0),
            ], done: Words.compensateDone
        ) { values in
            guard let amount = values.money("amount") else { return nil }
            return .compensate(
                order: order.id, amount: amount, reason: reasons[values.choice("reason")])
        }
    }

    /// A form whose title says whose order it is, so that nobody has to wonder.
    private func openOrderForm(
        _ title: Bilingual, verb: Bilingual, movesMoney: Bool = false, fields: [FormField],
        done: Bilingual, command: @escaping (FormValues) -> Command?
    ) {
        guard let order, let talk else { return }
        let name = name(of: talk.id)
        overlays.append(
            ActionForm(
                Words.onOrder(title, name, Lengths.tail(order.id.rawValue)), fields: fields,
                verb: verb, movesMoney: movesMoney, on: self, command: command,
                done: { _ in done }))
    }
}
