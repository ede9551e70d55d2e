extension Shop {
    /// What `command` leads to now, or why it may not be. Changes nothing; the same shop, command,
    /// actor and instant always give the same answer.
    public func decide(
        _ command: Command, by actor: Actor, at instant: Instant
    ) throws(Refusal) -> [Event] {
        guard instant >= now else { throw .clockRunsBack }
        guard command.mayBeSent(by: actor) else { throw .notYourPart }
        // Somebody whose two files were put together is one buyer, whichever account they use.
        let actor = if case .buyer(let id) = actor { Actor.buyer(file(of: id)) } else { actor }
        if isOver {
            guard case .passTime = command else { throw .shiftIsOver }
            return []
        }
        try checkSeat(of: actor)
        var events = try verdict(on: command, by: actor, at: instant)
        events += consequences(of: events, at: instant)
        return events
    }

    private func verdict(
        on command: Command, by actor: Actor, at instant: Instant
    ) throws(Refusal) -> [Event] {
        switch command {
        case .openConversation(let customer, let channel, let stage, let order, let mood):
            try openConversation(file(of: customer), channel, stage, order, mood, by: actor)
        case .say(let id, let text):
            try say(id, text, by: actor)
        case .placeOrder(let conversation, let requests, let coupon, let address):
            try placeOrder(conversation, requests, coupon, address, at: instant)
        case .buy(let purchase):
            try buy(purchase, by: actor, at: instant)
        case .pay(let id, let method):
            try pay(id, method, by: actor, at: instant)
        case .payFrom(let id, let parts):
            try pay(id, from: parts, by: actor, at: instant)
        case .cancelOrder(let id):
            try cancelOrder(id, by: actor, at: instant)
        case .confirmReceipt(let id, let lines):
            try confirmReceipt(id, lines, by: actor)
        case .requestInvoice(let id, let request):
            try requestInvoice(id, request, by: actor)
        case .apply(let id, let request):
            try apply(id, request, by: actor, at: instant)
        case .editApplication(let id, let request):
            try editApplication(id, request, by: actor, at: instant)
        case .answerOffer(let id, let accepts):
            try answerOffer(id, accepts, by: actor, at: instant)
        case .sendBack(let id, let carrier, let tracking):
            try sendBack(id, carrier, tracking, by: actor, at: instant)
        case .confirmReplacement(let id):
            try confirmReplacement(id, by: actor)
        case .callPlatform(let id, let claim):
            try callPlatform(id, claim, by: actor, at: instant)
        case .dropDispute(let id):
            try dropDispute(id, by: actor, at: instant)
        case .giveEvidence(let id, let evidence):
            try giveEvidence(id, evidence, by: actor, at: instant)
        case .reportParcel(let tracking, let fault, let text, let photos):
            try reportParcel(tracking, fault, text, photos, by: actor, at: instant)
        case .review(let id, let line, let rating, let text):
            try review(id, line, rating, text, by: actor, at: instant)
        case .editReview(let id, let rating, let text):
            try editReview(id, rating, text, by: actor, at: instant)
        case .followUp(let id, let text):
            try followUp(id, text, by: actor, at: instant)
        case .answerSurvey(let id, let customer, let texts):
            try answerSurvey(id, file(of: customer), texts, by: actor)
        case .requestRefund(let id, let reason):
            try requestRefund(id, reason, by: actor, at: instant)
        case .withdraw(let id):
            try withdraw(id, by: actor)
        case .rate(let id, let stars):
            try rate(id, stars, by: actor)
        case .leave(let id):
            try leave(id, by: actor)
        case .feel(let id, let shift, let cause):
            try feel(id, shift, cause, by: actor)
        case .reveal(let id, let need):
            try reveal(id, need, by: actor)
        case .take(let id):
            try take(id)
        case .hold(let id, let note):
            try hold(id, note)
        case .resume(let id):
            try resume(id)
        case .transfer(let id, let to, let note):
            try transfer(id, to, note)
        case .close(let id):
            try close(id)
        case .reply(let id, let text):
            try reply(id, text)
        case .sendCard(let id, let card):
            try sendCard(id, card, at: instant)
        case .recall(let id):
            try recall(id, at: instant)
        case .note(let id, let text):
            try writeNote(id, text)
        case .look(let id, let what):
            try look(id, what)
        case .memo(let id, let flag, let text):
            try setMemo(id, flag, text)
        case .changeAddress(let id, let address):
            try changeAddress(id, address)
        case .reprice(let id, let reduction, let postage):
            try reprice(id, reduction, postage)
        case .closeUnpaid(let id, let reason):
            try closeUnpaid(id, reason)
        case .urge(let id):
            try urge(id)
        case .changeItem(let id, let line, let variant):
            try changeItem(id, line, variant)
        case .extendReceipt(let id, let days):
            try extendReceipt(id, days)
        case .changeItems(let id, let changes, let account):
            try changeItems(id, changes, account, at: instant)
        case .changePayment(let id, let account):
            try changePayment(id, account, at: instant)
        case .mergeOrders(let ids):
            try mergeOrders(ids, at: instant)
        case .nudge(let id):
            try nudge(id)
        case .moveShipDate(let id, let date, let reason):
            try moveShipDate(id, date, reason, at: instant)
        case .issueInvoice(let id, let request):
            try issueInvoice(id, request, at: instant)
        case .reverseInvoice(let id, let number):
            try reverseInvoice(id, number)
        case .agreeRefund(let id, let amount):
            try agreeRefund(id, amount, at: instant)
        case .agreeReturn(let id, let address):
            try agreeReturn(id, address, at: instant)
        case .agreeToSend(let id):
            try agreeToSend(id, at: instant)
        case .refuse(let id, let reason, let text, let proof):
            try refuse(id, reason, text, proof, at: instant)
        case .negotiate(let id, let offer):
            try negotiate(id, offer, at: instant)
        case .acceptReturn(let id):
            try acceptReturn(id, at: instant)
        case .rejectReturn(let id, let reason, let text, let proof):
            try rejectReturn(id, reason, text, proof, at: instant)
        case .judge(let id, let verdict):
            try judge(id, verdict, at: instant)
        case .protectPrice(let id, let line):
            try protectPrice(id, line, at: instant)
        case .voidParcel(let tracking):
            try voidParcel(tracking)
        case .intercept(let tracking, let address):
            try intercept(tracking, address, at: instant)
        case .answerIntercept(let tracking, let succeeded):
            try answerIntercept(tracking, succeeded)
        case .claim(let tracking, let amount, let reason):
            try claim(tracking, amount, reason, at: instant)
        case .answerClaim(let tracking, let paid):
            try answerClaim(tracking, paid)
        case .stopArea(let region, let carrier, let reason, let until):
            try stopArea(region, carrier, reason, until, at: instant)
        case .reopenArea(let region, let carrier):
            try reopenArea(region, carrier, at: instant)
        case .overload(let carrier, let until):
            try overload(carrier, until, at: instant)
        case .delayBatch(let id, let orders, let reason, let shipBy):
            try delayBatch(id, orders, reason, shipBy, at: instant)
        case .noticeBatch(let id, let text, let shipBy):
            try noticeBatch(id, text, shipBy, at: instant)
        case .explainReview(let id, let text):
            try explainReview(id, text, at: instant)
        case .contactReviewer(let id, let text):
            try contactReviewer(id, text)
        case .reportReview(let id, let abuse, let proof):
            try reportReview(id, abuse, proof)
        case .judgeReport(let id, let isUpheld):
            try judgeReport(id, isUpheld)
        case .hearAnswer(let id):
            try hearAnswer(id)
        case .reship(let id, let contents, let reason):
            try reship(id, contents, reason)
        case .compensate(let id, let amount, let reason):
            try compensate(id, amount, reason, by: actor)
        case .giveCoupon(let id, let coupon):
            try giveCoupon(id, coupon, at: instant)
        case .tag(let id, let name, let expires):
            try hangTag(id, name, expires, at: instant)
        case .untag(let id, let name):
            try takeTagOff(id, name)
        case .customerNote(let id, let text):
            try noteCustomer(id, text, at: instant)
        case .tagMany(let ids, let name, let expires):
            try tagMany(ids, name, expires, at: instant)
        case .giveConsent(let id, let source):
            try giveConsent(file(of: id), source, by: actor)
        case .optOut(let id, let source):
            try optOut(file(of: id), source, by: actor)
        case .blacklist(let id, let reason, let proof, let until):
            try blacklist(id, reason, proof, until, at: instant)
        case .unblacklist(let id):
            try unblacklist(id)
        case .sendCampaign(let kind, let name, let text, let questions, let customers):
            try sendCampaign(kind, name, text, questions, to: customers, at: instant)
        case .mergeCustomers(let from, let into):
            try mergeCustomers(from, into, at: instant)
        case .partCustomers(let from):
            try partCustomers(from)
        case .searchKnowledge(let id, let query, let found, let opened):
            try searchKnowledge(id, query, found, opened)
        case .proposeEntry(let id, let title, let body, let keywords):
            try proposeEntry(id, title, body, keywords)
        case .promise(let conversation, let text, let deed, let due, let message):
            try makePromise(conversation, text, deed, due, message, at: instant)
        case .openTicket(
            let department, let conversation, let id, let summary, let fields, let kind):
            try openTicket(
                department, conversation, id, summary, fields ?? [], kind ?? .request,
                at: instant)
        case .show(let id, let attachment):
            try show(id, attachment, by: actor)
        case .joinIn(let id, let name, let text):
            try joinIn(id, name, text, by: actor)
        case .autoReply(let id, let text):
            try autoReply(id, text)
        case .ship(let id, let carrier, let tracking):
            try ship(id, carrier, tracking, at: instant)
        case .shipPieces(let id, let carrier, let tracking, let pieces, let weight):
            try shipPieces(id, carrier, tracking, pieces, weight, at: instant)
        case .reportShortage(let id, let line):
            try reportShortage(id, line)
        case .shipPart(let id, let carrier, let tracking):
            try shipPart(id, carrier, tracking, at: instant)
        case .scan(let tracking, let code, let text):
            try reportScan(tracking, code, text, at: instant)
        case .restock(let id, let quantity):
            try restock(id, quantity)
        case .answerTicket(let id, let text):
            try answerTicket(id, text)
        case .writeHandover(let text):
            try writeHandover(text)
        case .lead(let lead):
            try self.lead(lead)
        case .passTime:
            decideTimers(at: instant)
        case .endShift:
            [.shiftEnded]
        }
    }

    /// What follows by itself from what has just happened: promises that it keeps, customers'
    /// levels, tags hung on by rule. Each event is looked at once, against the shop before it.
    private func consequences(of events: [Event], at instant: Instant) -> [Event] {
        var followed: [Event] = []
        for event in events {
            for id in unmetPromises {
                if let promise = promises[id], isKept(promise, by: event, at: instant) {
                    followed.append(.promiseKept(promise: id))
                }
            }
            // Two events of one request may lead to the same tag; it is hung on once.
            followed += customerConsequences(of: event, at: instant).filter {
                !followed.contains($0)
            }
        }
        return followed
    }
}

extension Promise {
    /// Not done, whether or not its time has passed.
    var isUnmet: Bool {
        switch state {
        case .open, .broken: true
        case .kept, .late, .withdrawn: false
        }
    }
}
