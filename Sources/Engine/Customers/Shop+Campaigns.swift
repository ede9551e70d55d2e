extension Shop {
    /// Why a message of this kind does not go to a customer now; nil where it may.
    public func bar(
        to id: CustomerID, _ kind: Campaign.Kind, at instant: Instant
    ) -> Campaign.Skipped.Why? {
        guard let customer = customers[id] else { return nil }
        switch kind {
        case .announcement:
            // What concerns somebody's order is no marketing.
            return nil
        case .message, .survey:
            if customer.consent.state == .refused { return .optedOut }
            if customer.isBlacklisted(at: instant) { return .blacklisted }
            if kind == .message, customer.consent.state != .given { return .noConsent }
            let lately = customer.marketedAt.filter {
                instant - $0 < rules.customers.marketingWithin
            }
            return lately.count >= rules.customers.marketingCap ? .tooSoon : nil
        }
    }

    /// Writes to many at once. Whom it may not reach is skipped, and the campaign says why; it is
    /// on the record also where it reached nobody.
    func sendCampaign(
        _ kind: Campaign.Kind, _ name: String, _ text: String, _ questions: [String],
        to ids: [CustomerID], at instant: Instant
    ) throws(Refusal) -> [Event] {
        try checkLength(name)
        try checkLength(text)
        // Only a survey asks; and one without a question is none.
        let questions = kind == .survey ? questions : []
        if kind == .survey, questions.isEmpty { throw .nothingToSay }
        for question in questions { try checkLength(question) }
        var sentTo: [CustomerID] = []
        var skipped: [Campaign.Skipped] = []
        for id in try everyOne(of: ids) {
            if let why = bar(to: id, kind, at: instant) {
                skipped.append(Campaign.Skipped(customer: id, why: why))
            } else {
                sentTo.append(id)
            }
        }
        return [
            .campaignSent(
                Campaign(
                    id: fresh("m", in: campaigns), kind: kind, name: name, text: text,
                    questions: questions, at: instant, sentTo: sentTo, skipped: skipped))
        ]
    }

    func answerSurvey(
        _ id: CampaignID, _ customer: CustomerID, _ texts: [String], by actor: Actor
    ) throws(Refusal) -> [Event] {
        guard let campaign = campaigns[id] else { throw .noSuchCampaign(id) }
        _ = try anyCustomer(customer)
        try checkOwn(customer, actor)
        // One person answers once, under whichever of their names they were asked.
        let names = names(of: customer)
        guard campaign.kind == .survey, campaign.sentTo.contains(where: names.contains),
            !campaign.answers.contains(where: { names.contains($0.customer) })
        else { throw .notAsked }
        guard texts.count == campaign.questions.count else {
            throw .wrongAnswers(questions: campaign.questions.count)
        }
        for text in texts { try checkLength(text) }
        return [
            .customerMoved(customer: customer, step: .surveyAnswered(campaign: id, texts: texts))
        ]
    }

    // MARK: Applying

    mutating func enter(_ campaign: Campaign) {
        admit(campaign)
        guard campaign.kind != .announcement else { return }
        for id in campaign.sentTo { customers[id]?.marketedAt.append(campaign.at) }
    }

    mutating func admit(_ campaign: Campaign) {
        campaigns[campaign.id] = campaign
        for id in campaign.sentTo { note(campaign, for: file(of: id)) }
    }

    /// The latest one counts; an announcement does not take the place of marketing whose time
    /// still runs.
    private mutating func note(_ campaign: Campaign, for id: CustomerID) {
        if campaign.kind == .announcement, let known = campaignOfCustomer[id],
            let other = campaigns[known], other.kind != .announcement,
            counts(from: other.at, at: campaign.at)
        {
            return
        }
        campaignOfCustomer[id] = campaign.id
    }

    /// After two files came together or apart: who was reached by what is read anew.
    mutating func refreshCampaign(of id: CustomerID) {
        campaignOfCustomer[id] = nil
        let names = names(of: id)
        for campaign in campaigns.values where campaign.sentTo.contains(where: names.contains) {
            note(campaign, for: id)
        }
    }

    private func counts(from sent: Instant, at instant: Instant) -> Bool {
        instant - sent <= rules.customers.countedWithin
    }

    /// An order by somebody who was written to lately is counted to what they got. O(1).
    mutating func countForCampaigns(_ order: Order) {
        guard let id = campaignOfCustomer[order.customer], let sent = campaigns[id]?.at,
            counts(from: sent, at: order.placedAt)
        else { return }
        campaigns[id]?.orders.append(order.id)
    }

    mutating func countOptOut(of customer: CustomerID, at instant: Instant) {
        guard let id = campaignOfCustomer[customer], let sent = campaigns[id]?.at,
            counts(from: sent, at: instant)
        else { return }
        campaigns[id]?.optedOut.append(customer)
    }
}
