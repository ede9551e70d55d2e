public import Engine

/// The command that takes an act back, where the trade allows it.
///
/// ```swift
/// let reverse = Reverse(of: .tag(customer: id, name: "VIP", expires: nil), in: shop)
/// reverse?.command                   // .untag(customer: id, name: "VIP")
/// ```
public struct Reverse: Hashable, Sendable {
    public var command: Command
    /// What is taken back.
    public var title: Bilingual
    /// What is left of the act all the same; nil where nothing is.
    public var trace: Bilingual?

    /// What would take `command` back, judged by the shop as it is before it.
    public init?(of command: Command, in shop: Shop) {
        switch command {
        case .reply, .sendCard:
            // The message's number is known once it is sent.
            self.init(
                command: .recall(message: MessageID(0)), title: MacroWords.undoReply,
                trace: MacroWords.recalledStays)
        case .hold(let id, _):
            let wasTaken = if case .taken = shop.conversations[id]?.phase { true } else { false }
            self.init(
                command: .resume(conversation: id), title: MacroWords.undoHold,
                trace: wasTaken ? nil : MacroWords.inHand)
        case .resume(let id):
            guard case .onHold(_, _, let note) = shop.conversations[id]?.phase else { return nil }
            self.init(command: .hold(conversation: id, note: note), title: MacroWords.undoResume)
        case .memo(let id, _, _):
            // Where there was none, an empty one takes it away.
            let memo = shop.orders[id]?.memo
            self.init(
                command: .memo(order: id, flag: memo?.flag ?? .grey, text: memo?.text ?? ""),
                title: MacroWords.undoMemo)
        case .changeAddress(let id, _):
            guard let address = shop.orders[id]?.address else { return nil }
            self.init(
                command: .changeAddress(order: id, address: address), title: MacroWords.undoAddress)
        case .reprice(let id, _, let postage):
            // Postage may go down only: where it went down there is no way back.
            guard let order = shop.orders[id], order.postage == postage else { return nil }
            self.init(
                command: .reprice(order: id, reduction: order.reduction, postage: postage),
                title: MacroWords.undoPrice)
        case .changeItem(let id, let line, _):
            guard let order = shop.orders[id], order.lines.indices.contains(line) else {
                return nil
            }
            self.init(
                command: .changeItem(order: id, line: line, to: order.lines[line].variant),
                title: MacroWords.undoItem)
        case .changeItems(let id, let changes, let account):
            // A difference settled one way is settled back the other, with the same account.
            guard let order = shop.orders[id],
                changes.allSatisfy({ order.lines.indices.contains($0.line) })
            else { return nil }
            self.init(
                command: .changeItems(
                    order: id,
                    changes: changes.map {
                        Command.ItemChange(line: $0.line, to: order.lines[$0.line].variant)
                    }, account: account), title: MacroWords.undoItem)
        case .changePayment(let id, _):
            guard let order = shop.orders[id], order.payments.count == 1,
                let account = order.payments[0].account
            else { return nil }
            self.init(
                command: .changePayment(order: id, to: account), title: MacroWords.undoPayment)
        case .issueInvoice(let id, _):
            // Its number is known once it is issued.
            self.init(
                command: .reverseInvoice(order: id, number: ""), title: MacroWords.undoInvoice)
        case .blacklist(let id, _, _, _):
            self.init(command: .unblacklist(customer: id), title: MacroWords.undoBlacklist)
        case .unblacklist(let id):
            guard let block = shop.customers[id]?.block else { return nil }
            self.init(
                command: .blacklist(
                    customer: id, reason: block.reason, proof: block.proof, until: block.until),
                title: MacroWords.undoUnblacklist)
        case .mergeCustomers(let from, _):
            self.init(command: .partCustomers(from: from), title: MacroWords.undoMerge)
        case .partCustomers(let from):
            guard let merge = shop.merges.last(where: { $0.from.id == from }) else { return nil }
            self.init(
                command: .mergeCustomers(from: from, into: merge.into), title: MacroWords.undoPart)
        case .tag(let id, let name, _):
            self.init(command: .untag(customer: id, name: name), title: MacroWords.undoTag(name))
        case .untag(let id, let name):
            guard let tag = shop.customers[id]?.tags.first(where: { $0.name == name }) else {
                return nil
            }
            self.init(
                command: .tag(customer: id, name: name, expires: tag.expires),
                title: MacroWords.undoUntag(name), trace: MacroWords.newDate(name))
        case .openConversation, .say, .show, .joinIn, .placeOrder, .pay, .cancelOrder,
            .confirmReceipt,
            .requestRefund, .withdraw, .rate, .leave, .feel, .reveal, .take, .transfer, .close,
            .recall, .note, .look, .closeUnpaid, .urge, .extendReceipt, .agreeRefund, .reship,
            .compensate, .giveCoupon, .customerNote, .promise, .openTicket, .searchKnowledge,
            .proposeEntry, .writeHandover, .lead, .autoReply, .ship,
            .shipPart, .scan, .restock, .answerTicket, .passTime, .endShift, .buy, .payFrom,
            .requestInvoice, .apply, .editApplication, .answerOffer, .sendBack,
            .confirmReplacement, .callPlatform, .dropDispute, .reportParcel, .review, .editReview,
            .followUp, .answerSurvey, .mergeOrders, .nudge, .moveShipDate, .reverseInvoice,
            .agreeReturn, .agreeToSend, .refuse, .negotiate, .acceptReturn, .rejectReturn,
            .giveEvidence, .protectPrice, .voidParcel, .intercept, .claim, .noticeBatch,
            .explainReview, .contactReviewer, .reportReview, .tagMany, .giveConsent, .optOut,
            .sendCampaign, .shipPieces, .reportShortage, .answerIntercept, .answerClaim,
            .stopArea, .reopenArea, .overload, .delayBatch, .judge, .judgeReport,
            .hearAnswer:
            return nil
        }
    }

    private init(command: Command, title: Bilingual, trace: Bilingual? = nil) {
        self.command = command
        self.title = title
        self.trace = trace
    }

    /// With what only the events tell; nil where they tell that there is nothing to take back.
    public func filled(by records: [Recorded]) -> Reverse? { filled(by: records.map(\.event)) }

    func filled(by events: [Event]) -> Reverse? {
        var reverse = self
        switch command {
        case .reverseInvoice(let id, _):
            for case .orderMoved(_, .invoiceIssued(let invoice)) in events {
                reverse.command = .reverseInvoice(order: id, number: invoice.number)
                return reverse
            }
            return nil
        case .recall:
            for event in events {
                switch event {
                case .replySent(_, let message, _, _), .cardSent(_, let message, _, _):
                    reverse.command = .recall(message: message)
                    return reverse
                case _: continue
                }
            }
            return nil
        case _: return reverse
        }
    }
}

extension Command {
    /// Changes nothing that could be taken back: between an act and its undoing one may look
    /// around.
    public var onlyLooks: Bool {
        switch self {
        case .look, .searchKnowledge, .take: true
        case _: false
        }
    }
}
