extension Shop {
    mutating func apply(_ step: Customer.Step, to id: CustomerID, at instant: Instant) {
        switch step {
        case .consentGiven(let source):
            customers[id]?.consent = Customer.Consent(state: .given, at: instant, source: source)
        case .optedOut(let source):
            customers[id]?.consent = Customer.Consent(state: .refused, at: instant, source: source)
            countOptOut(of: id, at: instant)
        case .blocked(let block):
            customers[id]?.block = block
            timers.set(.block(id), at: block.until)
        case .unblocked:
            customers[id]?.block = nil
        case .levelChanged(_, let level):
            customers[id]?.level = level
        case .merged(let merge):
            join(merge)
        case .parted(let merge):
            part(merge, at: instant)
        case .surveyAnswered(let campaign, let texts):
            campaigns[campaign]?.answers.append(
                Campaign.Answer(customer: id, at: instant, texts: texts))
        case .balanceChanged(let account, let by):
            // It comes from outside or goes there: the books must know.
            pay(by, to: account, of: id)
            if by > .zero { books.received += by } else { books.returned -= by }
        }
    }
}
