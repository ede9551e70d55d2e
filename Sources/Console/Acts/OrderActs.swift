import Engine

/// The forms for an order: each asks as little as it can and shows the order before and after.
extension Desk {
    func openMemo() {
        guard let order else { return }
        let flags = Memo.Flag.allCases
        let current = order.memo.flatMap { flags.firstIndex(of: $0.flag) } ?? 1
        openForm(
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
        openForm(
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
        openForm(
            Words.repriceTitle, verb: Words.change,
            movesMoney: true,
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
        openForm(
            Words.closeUnpaidTitle, verb: Words.closeOrder,
            fields: [.choice("reason", Words.reason, reasons.map(\.name), chosen: 1)],
            done: Words.closeUnpaidDone
        ) { .closeUnpaid(order: order.id, reason: reasons[$0.choice("reason")]) }
    }

    func urgeWarehouse() {
        guard let order else { return }
        submit(.urge(order: order.id), saying: Words.urged)
    }

    func openExtend() {
        guard let order, let days = shop?.rules.extensionDays, !days.isEmpty else { return }
        openForm(
            Words.extendTitle, verb: Words.extend,
            fields: [.choice("days", Words.byHowMuch, days.map { Words.days($0) })],
            done: Words.extendDone
        ) { .extendReceipt(order: order.id, days: days[$0.choice("days")]) }
    }

    func openReship() {
        guard let order else { return }
        let reasons = AfterSale.Reason.allCases
        openForm(
            Words.reshipTitle, verb: Words.reshipVerb,
            fields: [
                .choice(
                    "reason", Words.reason, reasons.map(\.name),
                    chosen: reasons.firstIndex(of: .missingPart) ?? 0),
                .text("contents", Words.contents, limit: 60, hint: Words.contentsHint),
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
        openForm(
            Words.compensateTitle, verb: Words.pay,
            movesMoney: true,
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
}
