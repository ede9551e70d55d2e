extension Shop {
    mutating func apply(
        _ step: AfterSale.Step, to id: AfterSaleID, by actor: Actor, at instant: Instant
    ) {
        switch step {
        case .edited(let request, let amount, let due):
            edit(id, request, amount)
            move(id, to: .waitSeller, until: due, by: actor, at: instant)
        case .offered(let offer, let due):
            afterSales[id]?.offer = offer
            move(id, to: .waitBuyerReply, until: due, by: actor, at: instant)
        case .offerAccepted(let due):
            takeOffer(id, until: due, by: actor, at: instant)
        case .offerDeclined(let due):
            afterSales[id]?.offer = nil
            move(id, to: .waitSeller, until: due, by: actor, at: instant)
        case .refused(let refusal, let proof, let due):
            afterSales[id]?.refusal = refusal
            afterSales[id]?.evidence += proof
            move(id, to: .refused, until: due, by: actor, at: instant)
        case .returnAgreed(let address, let amount, let due, _):
            afterSales[id]?.returnTo = address
            afterSales[id]?.amount = amount
            move(id, to: .waitReturn, until: due, by: actor, at: instant)
        case .sendingAgreed:
            if afterSales[id]?.kind == .exchange {
                swap(ofCase: id, isReturned: false, at: instant)
            }
            waitForSending(id, by: actor, at: instant)
        case .sentBack(let tracking, let carrier, let due):
            takeBack(id, carrier, tracking, at: instant)
            move(id, to: .waitCheck, until: due, by: actor, at: instant)
        case .returnAccepted:
            acceptGoods(id, by: actor, at: instant)
        case .returnRejected(let refusal, let proof, let due):
            afterSales[id]?.refusal = refusal
            afterSales[id]?.evidence += proof
            move(id, to: .returnDisputed, until: due, by: actor, at: instant)
        case .consigned(let parcel, let due):
            if let order = afterSales[id]?.order { attach(parcel, to: order) }
            afterSales[id]?.sentTracking = parcel.tracking
            afterSaleOfTracking[parcel.tracking] = id
            move(id, to: .waitBuyerConfirm, until: due, by: actor, at: instant)
        case .confirmed:
            settle(id, as: .done(at: instant), by: actor, at: instant)
        case .lapsed:
            settle(id, as: .closed(at: instant), by: actor, at: instant)
        case .freightPaid(let freight):
            pay(freight, of: id)
        case .differenceSettled(let settlement):
            if let order = afterSales[id]?.order { enter(settlement, of: order, at: instant) }
        case .becameRefund(let amount):
            afterSales[id]?.kind = .returnRefund
            afterSales[id]?.amount = amount
            afterSales[id]?.account = nil
        // It went through, and it is on the record; nothing else changes.
        case .conductMarked: break
        case .platformCalled, .evidenceGiven, .evidenceClosed, .judged, .disputeDropped:
            applyDispute(step, to: id, by: actor, at: instant)
        }
    }

    private mutating func applyDispute(
        _ step: AfterSale.Step, to id: AfterSaleID, by actor: Actor, at instant: Instant
    ) {
        switch step {
        case .platformCalled(let claim, let until):
            guard let item = afterSales[id] else { return }
            afterSales[id]?.dispute = AfterSale.Dispute(
                status: .evidenceOpen, calledAt: instant, claim: claim, evidenceUntil: until,
                evidenceBefore: item.evidence.count, from: item.state)
            move(id, to: .atPlatform, until: until, by: actor, at: instant)
        case .evidenceGiven(let evidence):
            afterSales[id]?.evidence.append(evidence)
        case .evidenceClosed:
            afterSales[id]?.dispute?.status = .inProgress
            afterSales[id]?.answerBy = nil
        case .disputeDropped(let until):
            afterSales[id]?.dispute?.status = .withdrawn
            let from = afterSales[id]?.dispute?.from ?? .refused
            move(id, to: from, until: until, by: actor, at: instant)
        case .judged(let verdict, let until):
            carryOut(verdict, ofCase: id, until: until, by: actor, at: instant)
        case .edited, .offered, .offerAccepted, .offerDeclined, .refused, .returnAgreed,
            .sendingAgreed, .sentBack, .returnAccepted, .returnRejected, .consigned, .confirmed,
            .lapsed, .freightPaid, .differenceSettled, .becameRefund, .conductMarked:
            break
        }
    }

    private mutating func carryOut(
        _ verdict: AfterSale.Verdict, ofCase id: AfterSaleID, until due: Instant?,
        by actor: Actor, at instant: Instant
    ) {
        afterSales[id]?.dispute?.verdict = verdict
        afterSales[id]?.dispute?.status = verdict.outcome == .forSeller ? .forSeller : .forBuyer
        switch verdict.outcome {
        // The money follows in an event of its own.
        case .refund: afterSales[id]?.amount = verdict.amount
        case .returnRefund:
            afterSales[id]?.kind = .returnRefund
            afterSales[id]?.amount = verdict.amount
            afterSales[id]?.account = nil
            let address = returnAddress
            afterSales[id]?.returnTo = address
            afterSales[id]?.returnTracking = nil
            setFreight(of: id)
            move(id, to: .waitReturn, until: due, by: actor, at: instant)
        case .forSeller:
            settle(id, as: .closed(at: instant), by: actor, at: instant)
        }
    }

    private mutating func edit(_ id: AfterSaleID, _ request: AfterSale.Request, _ amount: Money) {
        afterSales[id]?.kind = request.kind
        afterSales[id]?.reason = request.reason
        afterSales[id]?.items = request.items
        afterSales[id]?.amount = amount
        afterSales[id]?.detail = request.detail
        afterSales[id]?.account = request.account
        afterSales[id]?.evidence += request.evidence
        afterSales[id]?.attempts += 1
        afterSales[id]?.offer = nil
        afterSales[id]?.refusal = nil
        setFreight(of: id)
    }

    private mutating func setFreight(of id: AfterSaleID) {
        guard let item = afterSales[id], let order = orders[item.order] else { return }
        let freight = freight(item.kind, item.reason, item.items, of: order)
        afterSales[id]?.freight = freight
    }

    private mutating func takeOffer(
        _ id: AfterSaleID, until due: Instant?, by actor: Actor, at instant: Instant
    ) {
        guard let item = afterSales[id], let offer = item.offer else { return }
        var agreed = offered(offer, instead: item)
        if offer.kind.needsReturn { agreed.returnTo = returnAddress }
        afterSales[id] = agreed
        if offer.kind.needsReturn {
            move(id, to: .waitReturn, until: due, by: actor, at: instant)
        } else if offer.kind == .reship {
            waitForSending(id, by: actor, at: instant)
        }
    }

    /// The warehouse has its time, and then the money goes back; a part that stands for no piece
    /// has no money to go back and is owed until it is sent.
    private mutating func waitForSending(
        _ id: AfterSaleID, by actor: Actor, at instant: Instant
    ) {
        let isOwed = afterSales[id]?.items.isEmpty ?? true
        move(
            id, to: .waitConsign,
            until: isOwed ? nil : instant + rules.afterSales.consignWithin, by: actor, at: instant)
    }

    private mutating func takeBack(
        _ id: AfterSaleID, _ carrier: String, _ tracking: String, at instant: Instant
    ) {
        guard let item = afterSales[id] else { return }
        attach(
            Parcel(
                carrier: carrier, tracking: tracking, shippedAt: instant,
                pieces: item.items.map { Parcel.Piece(line: $0.line, quantity: $0.quantity) },
                isReturn: true),
            to: item.order)
        afterSales[id]?.returnTracking = tracking
        afterSaleOfTracking[tracking] = id
    }

    /// Goods for money go back to the shelf with the money; a replacement leaves it now, before
    /// somebody else buys it.
    private mutating func acceptGoods(_ id: AfterSaleID, by actor: Actor, at instant: Instant) {
        guard let kind = afterSales[id]?.kind, kind != .returnRefund else { return }
        if kind == .exchange { swap(ofCase: id, isReturned: true, at: instant) }
        waitForSending(id, by: actor, at: instant)
    }

    private mutating func pay(_ freight: AfterSale.Freight, of id: AfterSaleID) {
        let sum = freight.reimbursed - (afterSales[id]?.freight.reimbursed ?? .zero)
        afterSales[id]?.freight = freight
        switch freight.payer {
        case .seller: books.shop -= sum
        case .insurer: books.insured += sum
        case .buyer, .nobody: return
        }
        books.returned += sum
    }
}
