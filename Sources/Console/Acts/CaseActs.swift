import Engine

/// The forms for after-sale cases. Where an order has several, the form asks which.
extension Desk {
    /// Cases of the order shown that are not over, oldest first.
    var openCases: [AfterSale] {
        guard let order, let shop else { return [] }
        return shop.afterSales(of: order.id).filter(\.isOpen)
    }

    func openCase() {
        guard let order, let shop else { return }
        let kinds = AfterSale.Kind.allCases.filter { kind in
            kind != .compensation && shop.rules.afterSales.kinds.contains(kind)
                && shop.rules.states(for: kind.operation).contains(order.status)
        }
        let lines = order.lines.indices.filter { order.lines[$0].left > 0 }
        guard !kinds.isEmpty, !lines.isEmpty else { return announce(.hint, Words.noCasePossible) }
        let reasons = AfterSale.Reason.allCases
        let swaps = lines.flatMap { line in
            (shop.product(of: order.lines[line].variant)?.variants ?? []).map { (line, $0) }
        }
        openForm(
            Words.openCaseTitle, verb: Words.caseVerb,
            fields: [
                .choice("kind", Words.caseKind, kinds.map(\.name)),
                .choice("line", Words.item, lines.map { same(itemName(order.lines[$0])) }),
                .choice("pieces", Words.pieces, pieces(of: order, lines)),
                .choice("reason", Words.reason, reasons.map(\.name)),
                .money(
                    "amount", Words.amount, isRequired: false, hint: Words.caseAmountHint),
                .choice(
                    "to", Words.exchangeFor,
                    [Words.notAnExchange] + swaps.map { same(itemName($0.1.id)) }),
                .text("detail", Words.caseDetail, limit: 200, isRequired: false),
            ], done: Words.caseOpened
        ) { values in
            let line = lines[values.choice("line")]
            let kind = kinds[values.choice("kind")]
            let swap = values.choice("to")
            let replacement = swap == 0 || kind != .exchange ? nil : swaps[swap - 1].1.id
            let quantity = min(values.choice("pieces") + 1, order.lines[line].left)
            return .apply(
                order: order.id,
                request: AfterSale.Request(
                    kind: kind, reason: reasons[values.choice("reason")],
                    items: [
                        AfterSale.Item(line: line, quantity: quantity, replacement: replacement)
                    ], amount: values.money("amount"), detail: values.text("detail")))
        }
    }

    private func pieces(of order: Order, _ lines: [Int]) -> [Bilingual] {
        let most = lines.map { order.lines[$0].left }.max() ?? 1
        return (1...most).map { same("\($0)") }
    }

    func openRefund() {
        let cases = openCases.filter(\.asksForMoney)
        guard let first = cases.first else { return }
        openForm(
            Words.refundTitle, verb: Words.refundVerb, movesMoney: true,
            fields: choice(of: cases) + [
                .fixed("reason", Words.reason, first.reason.name),
                .fixed("amount", Words.amount, same(first.amount.plain)),
            ], done: Words.refundDone
        ) { .agreeRefund(afterSale: cases[$0.choice("case")].id, amount: nil) }
    }

    /// The refund of this order that waits for an answer.
    func openRefundCase(of order: Order) -> AfterSale? {
        shop?.afterSales(of: order.id).first(where: \.asksForMoney)
    }

    func openAgreeReturn() {
        let cases = openCases.filter(\.asksForReturn)
        guard let first = cases.first, let shop else { return }
        let home = shop.returnAddress
        let payer = shop.rules.afterSales.payer(for: first.reason)
        openForm(
            Words.agreeReturnTitle, verb: Words.agreeVerb,
            fields: choice(of: cases) + [
                .fixed("freight", Words.freight, payer.name),
                .text("name", Words.name, initial: home.name, limit: 40),
                .text("phone", Words.phone, initial: home.phone, limit: 30),
                .text("region", Words.region, initial: home.region, limit: 80),
                .text("street", Words.street, initial: home.street, limit: 120),
            ], done: Words.returnAgreed
        ) { values in
            .agreeReturn(
                afterSale: cases[values.choice("case")].id,
                to: Address(
                    name: values.text("name"), phone: values.text("phone"),
                    region: values.text("region"), street: values.text("street")))
        }
    }

    func openAgreeToSend() {
        let cases = openCases.filter(\.asksForSending)
        guard let first = cases.first else { return }
        openForm(
            Words.agreeToSendTitle, verb: Words.agreeVerb,
            fields: choice(of: cases) + [.fixed("what", Words.contents, same(first.detail))],
            done: Words.sendingAgreed
        ) { .agreeToSend(afterSale: cases[$0.choice("case")].id) }
    }

    func openNegotiate() {
        let cases = openCases.filter { $0.state == .waitSeller }
        guard let first = cases.first else { return }
        let kinds: [AfterSale.Kind] = [.refund, .returnRefund, .reship, .compensation]
        openForm(
            Words.negotiateTitle, verb: Words.offerVerb,
            fields: choice(of: cases) + [
                .choice("kind", Words.caseKind, kinds.map(\.name)),
                .money("amount", Words.amount, initial: first.amount, least: .zero),
                .text("text", Words.offerWhy, rows: 2, limit: 200, hint: Words.offerHint),
            ], done: Words.offered
        ) { values in
            guard let amount = values.money("amount") else { return nil }
            return .negotiate(
                afterSale: cases[values.choice("case")].id,
                offer: AfterSale.Offer(
                    kind: kinds[values.choice("kind")], amount: amount, text: values.text("text")))
        }
    }

    func openRefuse() {
        let cases = openCases.filter { $0.state == .waitSeller }
        openRefusal(Words.refuseTitle, Words.refuseVerb, cases, done: Words.caseRefused) {
            .refuse(afterSale: $0, reason: $1, text: $2, proof: $3)
        }
    }

    func openRejectReturn() {
        let cases = openCases.filter { $0.state == .waitCheck }
        openRefusal(Words.rejectReturnTitle, Words.refuseVerb, cases, done: Words.returnRejected) {
            .rejectReturn(afterSale: $0, reason: $1, text: $2, proof: $3)
        }
    }

    private func openRefusal(
        _ title: Bilingual, _ verb: Bilingual, _ cases: [AfterSale], done: Bilingual,
        _ command: @escaping (AfterSaleID, AfterSale.RefusalReason, String, [Evidence]) -> Command
    ) {
        guard !cases.isEmpty else { return }
        let reasons = AfterSale.RefusalReason.allCases
        let kinds = Evidence.Kind.allCases
        openForm(
            title, verb: verb,
            fields: choice(of: cases) + [
                .choice("reason", Words.reason, reasons.map(\.name)),
                .text("text", Words.refusalText, rows: 2, limit: 200, hint: Words.refusalHint),
                .choice("proof", Words.proof, kinds.map(\.name)),
                .text("seen", Words.proofText, limit: 200, hint: Words.proofHint),
            ], done: done
        ) { values in
            let seen = values.text("seen")
            let proof =
                seen.isEmpty ? [] : [Evidence(kind: kinds[values.choice("proof")], text: seen)]
            return command(
                cases[values.choice("case")].id, reasons[values.choice("reason")],
                values.text("text"), proof)
        }
    }

    func openAcceptReturn() {
        let cases = openCases.filter { $0.state == .waitCheck }
        guard let first = cases.first else { return }
        openForm(
            Words.acceptReturnTitle, verb: Words.acceptVerb, movesMoney: true,
            fields: choice(of: cases) + [
                .fixed("kind", Words.caseKind, first.kind.name),
                .fixed("amount", Words.amount, same(first.amount.plain)),
                .fixed("freight", Words.freight, first.freight.payer.name),
            ], done: Words.returnAccepted
        ) { .acceptReturn(afterSale: cases[$0.choice("case")].id) }
    }

    func openEvidence() {
        let cases = openCases
        let kinds = Evidence.Kind.allCases
        guard !cases.isEmpty else { return }
        openForm(
            Words.evidenceTitle, verb: Words.giveVerb,
            fields: choice(of: cases) + [
                .choice("kind", Words.proof, kinds.map(\.name)),
                .text("text", Words.proofText, rows: 2, limit: 200, hint: Words.proofHint),
            ], done: Words.evidenceGiven
        ) { values in
            .giveEvidence(
                afterSale: cases[values.choice("case")].id,
                evidence: Evidence(
                    kind: kinds[values.choice("kind")], text: values.text("text")))
        }
    }

    /// Every step of the order's newest case, as a text to read.
    func showCase() {
        guard let order, let shop, let item = shop.afterSales(of: order.id).last else { return }
        overlays.append(TextSheet(title: say(item.kind.name), lines: caseLines(item)))
    }

    func caseLines(_ item: AfterSale) -> [String] {
        let mark = trainingMark(shop?.rule(behind: item))
        var lines = [
            say(item.reason.name) + "  " + item.amount.plain,
            say(item.state.name.name)
                + (item.answerBy.map { "  " + left(until: $0) + mark } ?? ""),
        ]
        if !mark.isEmpty, item.answerBy != nil { lines.append(trainingNote) }
        if !item.detail.isEmpty { lines.append(item.detail) }
        for turn in item.turns {
            lines.append("\(moment(turn.at))  \(say(turn.state.name))  \(say(turn.actor.name))")
        }
        if let offer = item.offer {
            lines.append(say(offer.kind.name) + " \(offer.amount.plain)  \(offer.text)")
        }
        if let refusal = item.refusal {
            lines.append(say(refusal.reason.name) + "  " + refusal.text)
        }
        for proof in item.evidence {
            let who = proof.by.map { say($0.name) + " " } ?? ""
            lines.append("· " + who + say(proof.kind.name) + "  " + proof.text)
        }
        if let verdict = item.dispute?.verdict {
            lines.append(say(verdict.outcome.name) + " \(verdict.amount.plain)  \(verdict.text)")
        }
        return lines
    }

    // MARK: Helping

    /// Which case; not asked where there is one.
    private func choice(of cases: [AfterSale]) -> [FormField] {
        guard cases.count > 1 else { return [] }
        return [
            .choice(
                "case", Words.whichCase,
                cases.map { item in
                    Bilingual(
                        zh: "\(item.kind.name.zh) \(item.amount.plain)",
                        en: "\(item.kind.name.en) \(item.amount.plain)")
                })
        ]
    }

    func same(_ text: String) -> Bilingual { Bilingual(zh: text, en: text) }

    /// A form whose title says whose order it is, so that nobody has to wonder.
    func openForm(
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
