import Engine
import Shifts
import Terminal

/// How each command of the shop is done at the desk.
extension DemoPlayer {
    /// What is seen when a person does this: whither, which keys, what is typed.
    func gestures(for command: Command, on desk: Desk) -> [Beat] {
        guard let shop = desk.shop else { return [] }
        var beats: [Beat] = [.begin(command)]
        if let id = command.conversation(in: shop), desk.selected != id {
            beats.append(.choose(id))
        }
        if let order = command.orderShown(in: shop) { beats.append(.showOrder(order)) }
        beats += hands(of: command, on: desk)
        beats.append(.submit(command))
        return beats
    }

    private func hands(of command: Command, on desk: Desk) -> [Beat] {
        switch command {
        case .reply(let id, let text):
            [.compose(id, isNote: false)] + typing(text) + [.rest(380), .press("send"), .yes]
        case .note(let id, let text):
            [.compose(id, isNote: true), .rest(250)] + typing(text)
                + [.rest(250), .press("send")]
        case .look(_, let what): looking(at: what, on: desk)
        case .sendCard(_, let card):
            [.press("send-card"), .rest(450), .pick(desk.say(desk.cardTitle(card)))]
        case .untag(_, let name): [.press("remove-tag"), .rest(400), .pick("#" + name)]
        case .take, .resume, .close, .urge:
            (command.deskCommand.map { [.press($0)] } ?? []) + [.rest(450), .yes]
        case .endShift: [.rest(300)]
        case _:
            // A form, where the desk has one; all else is sent and shows in what changes.
            command.deskCommand.map { [.press($0), .rest(450), .fill(command), .rest(750)] }
                ?? [.rest(300)]
        }
    }

    /// A text in pieces that come quickly enough for a long one.
    private func typing(_ text: String) -> [Beat] {
        let characters = Array(text)
        let isWide = characters.count { ($0.unicodeScalars.first?.value ?? 0) > 0x2E7F } * 2
        let piece = isWide > characters.count ? 1 : max(2, characters.count / 50)
        return stride(from: 0, to: characters.count, by: piece).map { start in
            .write(String(characters[start..<min(start + piece, characters.count)]))
        }
    }

    private func looking(at what: Lookup, on desk: Desk) -> [Beat] {
        switch what {
        case .order: return [.press("focus-order"), .rest(900)]
        case .customer: return [.press("focus-customer"), .rest(900)]
        case .track: return [.press("focus-order"), .press("show-track"), .rest(1200)]
        case .address: return [.press("focus-order"), .press("show-address"), .rest(900)]
        case .attachment: return [.tell("open-attachment"), .show(what), .rest(1600)]
        case .product, .coupon, .knowledge:
            let title = Array(desk.title(of: what))
            return [.press("look-up"), .rest(250)]
                + title.prefix(8).map { .type(String($0)) }
                + [.rest(350), .show(what), .rest(1500)]
        }
    }

    /// What has to be put into the form on top, field by field.
    func fillings(for command: Command, on desk: Desk) -> [Beat] {
        guard let sheet = desk.overlays.last as? ActionForm else { return [] }
        var beats: [Beat] = []
        for (place, content) in sheet.filling(for: command, on: desk) {
            if case .text(let composer, let rows, let limit) = content {
                let whole = Array(composer.text)
                let step = max(1, whole.count / 8)
                for end in stride(from: step, to: whole.count, by: step) {
                    let part = String(whole[..<end])
                    let begun = Composer(draft: Draft(text: part, caret: part.count))
                    beats.append(.put(place, .text(begun, rows: rows, limit: limit)))
                }
            }
            beats += [.put(place, content), .rest(160)]
        }
        return beats
    }
}

extension Command {
    /// The command of the desk a person would press for it; nil where the desk has none.
    var deskCommand: String? {
        switch self {
        case .take: "take"
        case .hold, .resume: "hold"
        case .transfer: "transfer"
        case .close: "close-conversation"
        case .memo: "order-memo"
        case .changeAddress: "change-address"
        case .reprice: "reprice"
        case .closeUnpaid: "close-unpaid"
        case .urge: "urge-warehouse"
        case .changeItem, .changeItems: "change-item"
        case .changePayment: "change-payment"
        case .mergeOrders: "merge-orders"
        case .nudge: "nudge-payment"
        case .moveShipDate: "move-ship-date"
        case .issueInvoice: "issue-invoice"
        case .reverseInvoice: "reverse-invoice"
        case .protectPrice: "protect-price"
        case .extendReceipt: "extend-receipt"
        case .agreeRefund: "agree-refund"
        case .agreeReturn: "agree-return"
        case .agreeToSend: "agree-to-send"
        case .negotiate: "negotiate"
        case .refuse: "refuse-case"
        case .acceptReturn: "accept-return"
        case .rejectReturn: "reject-return"
        case .giveEvidence: "give-evidence"
        case .apply: "open-case"
        case .intercept: "intercept"
        case .voidParcel: "void-parcel"
        case .claim: "claim-parcel"
        case .noticeBatch: "notice-batch"
        case .explainReview: "explain-review"
        case .contactReviewer: "contact-reviewer"
        case .reportReview: "report-review"
        case .reship: "reship"
        case .compensate: "compensate"
        case .giveCoupon: "give-coupon"
        case .tag: "add-tag"
        case .customerNote: "customer-note"
        case .tagMany: "tag-many"
        case .giveConsent: "give-consent"
        case .optOut: "opt-out"
        case .blacklist: "blacklist"
        case .unblacklist: "unblacklist"
        case .sendCampaign: "send-campaign"
        case .mergeCustomers: "merge-customers"
        case .partCustomers: "part-customers"
        case .promise: "make-promise"
        case .openTicket(_, _, _, _, _, let kind):
            kind == .summary ? "problem-summary" : "open-ticket"
        case .proposeEntry: "propose-entry"
        case .writeHandover: "handover"
        case _: nil
        }
    }

    /// The order that has to be on the screen for it.
    func orderShown(in shop: Shop) -> OrderID? {
        guard case .look(_, let what) = self else { return order(in: shop) }
        return switch what {
        case .order(let id), .track(let id), .address(let id): id
        case .product, .coupon, .customer, .knowledge, .attachment: nil
        }
    }

    /// The same kind of thing for the same customer.
    func isLike(_ other: Command, in shop: Shop) -> Bool {
        kind == other.kind && conversation(in: shop) == other.conversation(in: shop)
    }
}
