// What the steps of orders, cases, parcels, reviews and customers are as deeds of the desk; nil for
// what somebody else did.

extension AfterSale.Step {
    var deed: DeedPattern? {
        switch self {
        case .offered(let offer, _): DeedPattern(.offer, offer.kind.rawValue)
        case .refused(let refused, _, _): DeedPattern(.refuse, refused.reason.rawValue)
        case .returnAgreed(_, _, _, let byTimer): byTimer ? nil : DeedPattern(.agreeReturn)
        case .sendingAgreed: DeedPattern(.agreeToSend)
        case .returnAccepted(let byTimer): byTimer ? nil : DeedPattern(.acceptReturn)
        case .returnRejected(let refused, _, _): DeedPattern(.rejectReturn, refused.reason.rawValue)
        case .evidenceGiven(let evidence):
            evidence.by?.isBuyer == true ? nil : DeedPattern(.evidence, evidence.kind.rawValue)
        case .edited, .offerAccepted, .offerDeclined, .sentBack, .consigned, .confirmed,
            .platformCalled, .evidenceClosed, .judged, .disputeDropped, .lapsed, .freightPaid,
            .differenceSettled, .becameRefund, .conductMarked:
            nil
        }
    }
}

extension Order.Step {
    var deed: DeedPattern? {
        switch self {
        case .itemsChanged(let changes, _): DeedPattern(.changeItem, changes.first?.to.rawValue)
        case .paymentChanged(_, let payment):
            DeedPattern(.changePayment, payment.account?.rawValue)
        case .merged: DeedPattern(.merge)
        case .nudged: DeedPattern(.nudge)
        case .shipDateMoved: DeedPattern(.moveShipDate)
        case .invoiceIssued(let invoice): DeedPattern(.invoice, invoice.kind.rawValue)
        case .depositPaid, .depositForfeited, .joinedGroup, .groupCompleted, .groupFailed,
            .cancelledPaid, .shortageFound, .invoiceRequested, .invoiceReversed, .moneyReturned,
            .depositDoubled, .scanOverdue:
            nil
        }
    }
}

extension Parcel.Step {
    var deed: DeedPattern? {
        switch self {
        case .voided: DeedPattern(.voidParcel)
        case .interceptAsked: DeedPattern(.intercept)
        case .claimed: DeedPattern(.claim)
        case .interceptAnswered, .reported, .claimAnswered: nil
        }
    }
}

extension Review.Step {
    var deed: DeedPattern? {
        switch self {
        case .explained: DeedPattern(.explainReview)
        case .contacted: DeedPattern(.contactReviewer)
        case .reported(let abuse, _): DeedPattern(.reportReview, abuse.rawValue)
        case .written, .edited, .followedUp, .judged: nil
        }
    }
}

extension Customer.Step {
    var deed: DeedPattern? {
        switch self {
        case .optedOut: DeedPattern(.optOut)
        case .blocked: DeedPattern(.blacklist)
        case .consentGiven, .unblocked, .levelChanged, .merged, .parted, .surveyAnswered,
            .balanceChanged:
            nil
        }
    }
}
