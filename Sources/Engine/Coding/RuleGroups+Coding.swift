/// A group of rules in which only what differs from the usual need be written: a store by hand
/// names the two numbers it is about.
extension OrderRules {
    public init(from decoder: any Decoder) throws {
        self.init()
        let form = try decoder.container(keyedBy: FieldName.self)
        try form.read("names", &names)
        try form.read("permits", &permits)
        try form.read("depositWithin", &depositWithin)
        try form.read("depositPercent", &depositPercent)
        try form.read("depositDouble", &depositDouble)
        try form.read("groupWithin", &groupWithin)
        try form.read("confirmFrom", &confirmFrom)
        try form.read("autoConfirmPost", &autoConfirmPost)
        try form.read("autoConfirmVirtual", &autoConfirmVirtual)
        try form.read("nudgeLimit", &nudgeLimit)
        try form.read("cancelsPaid", &cancelsPaid)
    }
}

extension MoneyRules {
    public init(from decoder: any Decoder) throws {
        self.init()
        let form = try decoder.container(keyedBy: FieldName.self)
        try form.read("cutOrder", &cutOrder)
        try form.read("thresholdBase", &thresholdBase)
        try form.read("methods", &methods)
        try form.read("mixesPayments", &mixesPayments)
        try form.read("refundRoutes", &refundRoutes)
        try form.read("refundsToGiftCard", &refundsToGiftCard)
        try form.read("arrivals", &arrivals)
        try form.read("commission", &commission)
        try form.read("remotePostage", &remotePostage)
        try form.read("supervisorLimit", &supervisorLimit)
    }
}

extension AfterSaleRules {
    public init(from decoder: any Decoder) throws {
        self.init()
        let form = try decoder.container(keyedBy: FieldName.self)
        try form.read("answerShipped", &answerShipped)
        try form.read("answerReturn", &answerReturn)
        try form.read("answerOffer", &answerOffer)
        try form.read("sendBackWithin", &sendBackWithin)
        try form.read("checkWithin", &checkWithin)
        try form.read("consignWithin", &consignWithin)
        try form.read("confirmReplacement", &confirmReplacement)
        try form.read("platformWithin", &platformWithin)
        try form.read("evidenceWithin", &evidenceWithin)
        try form.read("windowAfterDone", &windowAfterDone)
        try form.read("noReasonDays", &noReasonDays)
        try form.read("attempts", &attempts)
        try form.read("priceProtection", &priceProtection)
        try form.read("evidenceTextLeast", &evidenceTextLeast)
        try form.read("evidenceTextMost", &evidenceTextMost)
        try form.read("refundOnlyMayBeLowered", &refundOnlyMayBeLowered)
        try form.read("mayNotRefuse", &mayNotRefuse)
        try form.read("kinds", &kinds)
        try form.read("sellerLiable", &sellerLiable)
        try form.read("returnFreight", &returnFreight)
        try form.read("insuredFreight", &insuredFreight)
        try form.read("refusedFreight", &refusedFreight)
        returnAddress = try form.optional("returnAddress")
    }
}

extension LogisticsRules {
    public init(from decoder: any Decoder) throws {
        self.init()
        let form = try decoder.container(keyedBy: FieldName.self)
        try form.read("firstScanWithin", &firstScanWithin)
        try form.read("stalledAfter", &stalledAfter)
        try form.read("stalledAfterOverload", &stalledAfterOverload)
        try form.read("lostAfter", &lostAfter)
        try form.read("proofWithin", &proofWithin)
        try form.read("claimWithin", &claimWithin)
        try form.read("interceptFee", &interceptFee)
    }
}

extension ReviewRules {
    public init(from decoder: any Decoder) throws {
        self.init()
        let form = try decoder.container(keyedBy: FieldName.self)
        try form.read("scale", &scale)
        try form.read("writeWithin", &writeWithin)
        try form.read("explainWithin", &explainWithin)
        try form.read("explainCharacters", &explainCharacters)
        try form.read("followUpWithin", &followUpWithin)
        try form.read("editWithin", &editWithin)
        try form.read("contacts", &contacts)
        try form.read("averageOver", &averageOver)
    }
}

extension CustomerRules {
    public init(from decoder: any Decoder) throws {
        self.init()
        let form = try decoder.container(keyedBy: FieldName.self)
        try form.read("levels", &levels)
        try form.read("priceFloorPercent", &priceFloorPercent)
        try form.read("marketingWithin", &marketingWithin)
        try form.read("marketingCap", &marketingCap)
        try form.read("countedWithin", &countedWithin)
        try form.read("rfmWindow", &rfmWindow)
        try form.read("rfmBins", &rfmBins)
        try form.read("usualGap", &usualGap)
        try form.read("tagRules", &tagRules)
    }
}

extension TicketRules {
    public init(from decoder: any Decoder) throws {
        self.init()
        let form = try decoder.container(keyedBy: FieldName.self)
        try form.read("departments", &departments)
        try form.read("summaryFields", &summaryFields)
    }
}

extension RuleSource {
    public init(from decoder: any Decoder) throws {
        self.init()
        let form = try decoder.container(keyedBy: FieldName.self)
        try form.read("profile", &profile)
        try form.read("dated", &dated)
        try form.read("training", &training)
    }
}

extension SpeechRules {
    public init(from decoder: any Decoder) throws {
        self.init()
        let form = try decoder.container(keyedBy: FieldName.self)
        try form.read("forbidden", &forbidden)
        try form.read("redLines", &redLines)
        try form.read("answersAreHeard", &answersAreHeard)
    }
}
