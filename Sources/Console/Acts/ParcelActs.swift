import Engine

/// The forms for parcels on the road, late batches and reviews.
extension Desk {
    /// Parcels of the order shown that went out and were not taken back.
    var parcelsOut: [Parcel] {
        order?.parcels.filter { !$0.isVoid && !$0.isReturn } ?? []
    }

    private func parcelField(_ parcels: [Parcel]) -> FormField {
        .choice(
            "parcel", Words.parcel,
            parcels.map { same("\($0.carrier) \(Lengths.tail($0.tracking))") },
            chosen: parcels.count - 1)
    }

    func openIntercept() {
        guard let order, let fee = shop?.rules.logistics.interceptFee else { return }
        let parcels = parcelsOut
        let old = order.address
        openForm(
            Words.interceptTitle, verb: Words.askVerb,
            fields: [
                parcelField(parcels),
                .choice("how", Words.whither, [Words.toAnotherAddress, Words.backToShop]),
                .text("name", Words.name, initial: old.name, limit: 40, isRequired: false),
                .text("phone", Words.phone, initial: old.phone, limit: 30, isRequired: false),
                .text("region", Words.region, initial: old.region, limit: 80, isRequired: false),
                .text("street", Words.street, limit: 120, isRequired: false),
                .fixed("fee", Words.fee, same(fee.plain)),
            ], done: Words.intercepting
        ) { values in
            let address = Address(
                name: values.text("name"), phone: values.text("phone"),
                region: values.text("region"), street: values.text("street"))
            return .intercept(
                tracking: parcels[values.choice("parcel")].tracking,
                to: values.choice("how") == 0 ? address : nil)
        }
    }

    func openVoidParcel() {
        let parcels = parcelsOut
        openForm(
            Words.voidTitle, verb: Words.voidVerb, fields: [parcelField(parcels)],
            done: Words.voided
        ) { .voidParcel(tracking: parcels[$0.choice("parcel")].tracking) }
    }

    func openClaim() {
        let parcels = parcelsOut
        openForm(
            Words.claimTitle, verb: Words.askVerb, movesMoney: true,
            fields: [
                parcelField(parcels), .money("amount", Words.amount),
                .text("reason", Words.reason, limit: 200, hint: Words.claimHint),
            ], done: Words.claimed
        ) { values in
            guard let amount = values.money("amount") else { return nil }
            return .claim(
                tracking: parcels[values.choice("parcel")].tracking, amount: amount,
                reason: values.text("reason"))
        }
    }

    /// One notice to everybody who waits for a late batch.
    func openNotice() {
        guard let shop else { return }
        let batches = shop.road.batches.values.filter { $0.notice == nil }
        guard let first = batches.first else { return announce(.hint, Words.noBatch) }
        overlays.append(
            ActionForm(
                Words.noticeTitle,
                fields: [
                    .choice(
                        "batch", Words.batch,
                        batches.map {
                            Words.batch($0.id.rawValue, $0.orders.count, $0.reason)
                        }),
                    .fixed("date", Words.leavesAt, same(moment(first.shipBy))),
                    .time("ship", Words.shipsBy, initial: formTime(first.shipBy)),
                    .text("text", Words.notice, rows: 3, limit: 300, hint: Words.noticeHint),
                ], verb: Words.tellVerb, on: self,
                command: { values in
                    guard let date = values.time("ship") else { return nil }
                    return .noticeBatch(
                        batch: batches[values.choice("batch")].id, text: values.text("text"),
                        shipBy: date)
                }, done: { _ in Words.noticed }))
    }

    /// A moment as a form's field of time reads it back.
    func formTime(_ instant: Instant) -> String {
        let time = civil(instant)
        return "\(time.date) \(time.clock)"
    }

    // MARK: Reviews

    /// What was written about the order shown.
    var reviews: [Review] {
        guard let order, let shop else { return [] }
        return shop.reviews(of: order.id)
    }

    private func reviewFields(_ reviews: [Review]) -> [FormField] {
        [
            .choice(
                "review", Words.review,
                reviews.map { review in
                    Bilingual(
                        zh: "\(review.rating.stars)★ \(review.text)",
                        en: "\(review.rating.stars)★ \(review.text)")
                })
        ]
    }

    func openExplain() {
        let reviews = reviews
        openForm(
            Words.explainTitle, verb: Words.publishVerb,
            fields: reviewFields(reviews) + [
                .text(
                    "text", Words.explanation, rows: 3,
                    limit: shop?.rules.reviews.explainCharacters ?? 500, hint: Words.explainHint)
            ], done: Words.explained
        ) { .explainReview(review: reviews[$0.choice("review")].id, text: $0.text("text")) }
    }

    func openContactReviewer() {
        let reviews = reviews
        openForm(
            Words.contactTitle, verb: Words.tellVerb,
            fields: reviewFields(reviews) + [
                .text("text", Words.message, rows: 3, limit: 300, hint: Words.contactHint)
            ], done: Words.contacted
        ) { .contactReviewer(review: reviews[$0.choice("review")].id, text: $0.text("text")) }
    }

    func openReportReview() {
        let reviews = reviews
        let kinds = Review.Abuse.allCases
        openForm(
            Words.reportTitle, verb: Words.reportVerb,
            fields: reviewFields(reviews) + [
                .choice("abuse", Words.abuse, kinds.map(\.name)),
                .text("seen", Words.proofText, limit: 200, hint: Words.proofHint),
            ], done: Words.reported
        ) { values in
            let seen = values.text("seen")
            return .reportReview(
                review: reviews[values.choice("review")].id,
                abuse: kinds[values.choice("abuse")],
                proof: seen.isEmpty ? [] : [Evidence(kind: .chat, text: seen)])
        }
    }
}
