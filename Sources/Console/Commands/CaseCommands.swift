import Engine

extension DeskCommand {
    /// After-sale cases: opened, answered, argued over, settled.
    static let caseCommands: [DeskCommand] = [
        DeskCommand(
            "open-case", keys: ["Alt-Shift-O"],
            title: Bilingual(zh: "提售后", en: "Open a case"),
            help: Bilingual(
                zh: "替顾客申请退款、退货、换货、维修、补寄、价保",
                en: "Refund, return, exchange, repair, reshipment or price protection, for them"),
            group: .order, when: withOrder(that: .refund, .returnRefund, .reship)
        ) { $0.openCase() },
        DeskCommand(
            "agree-refund", title: Bilingual(zh: "同意退款", en: "Agree to the refund"),
            help: Bilingual(
                zh: "钱按原路退回，先看清退多少", en: "The money goes back as it came; shows how much first"),
            group: .order, when: withRefundAsked
        ) { $0.openRefund() },
        DeskCommand(
            "agree-return", title: Bilingual(zh: "同意退货", en: "Agree to the return"),
            help: Bilingual(
                zh: "给出退货地址，说清运费谁出", en: "Gives the address, and says who pays the freight"),
            group: .order, when: withCase(Words.noReturnAsked) { $0.asksForReturn }
        ) { $0.openAgreeReturn() },
        DeskCommand(
            "agree-to-send", title: Bilingual(zh: "同意补寄", en: "Agree to send"),
            help: Bilingual(
                zh: "补寄：仓库会寄出", en: "A reshipment: the warehouse sends it"),
            group: .order, when: withCase(Words.nothingToSend) { $0.asksForSending }
        ) { $0.openAgreeToSend() },
        DeskCommand(
            "negotiate", title: Bilingual(zh: "协商", en: "Make an offer"),
            help: Bilingual(
                zh: "不拒绝，先给一个方案让买家选", en: "Instead of refusing: a proposal the buyer may take"),
            group: .order, when: withCase(Words.noCaseWaits) { $0.state == .waitSeller }
        ) { $0.openNegotiate() },
        DeskCommand(
            "refuse-case", title: Bilingual(zh: "拒绝申请", en: "Refuse the request"),
            help: Bilingual(
                zh: "要真实的理由和凭证；法定的不能拒",
                en: "With the true reason and proof; rights cannot be refused"),
            group: .order, when: withCase(Words.noCaseWaits) { $0.state == .waitSeller }
        ) { $0.openRefuse() },
        DeskCommand(
            "accept-return", title: Bilingual(zh: "退货验收", en: "Accept the return"),
            help: Bilingual(
                zh: "货对，退款或寄出换新", en: "The goods are right: refund, or send the new one"),
            group: .order, when: withCase(Words.nothingCameBack) { $0.state == .waitCheck }
        ) { $0.openAcceptReturn() },
        DeskCommand(
            "reject-return", title: Bilingual(zh: "退货有问题", en: "Reject the return"),
            help: Bilingual(
                zh: "货不对，附凭证提出来", en: "The goods are not right; with proof"),
            group: .order, when: withCase(Words.nothingCameBack) { $0.state == .waitCheck }
        ) { $0.openRejectReturn() },
        DeskCommand(
            "give-evidence", title: Bilingual(zh: "举证", en: "Give evidence"),
            help: Bilingual(
                zh: "平台介入时在期限内交凭证", en: "While the platform looks, within its time"),
            group: .order, when: withCase(Words.noOpenCase) { $0.isOpen }
        ) { $0.openEvidence() },
        DeskCommand(
            "show-case", title: Bilingual(zh: "看售后单", en: "Show the case"),
            help: Bilingual(
                zh: "每一步、谁在等谁、凭证、结果", en: "Every step, whose turn it is, proof and outcome"),
            group: .order, when: withAnyCase
        ) { $0.showCase() },
    ]

    /// The order shown has an open case for which this is so.
    static func withCase(
        _ otherwise: Bilingual, _ isSo: @escaping @Sendable (AfterSale) -> Bool
    ) -> @Sendable (Desk) -> Availability {
        { desk in
            guard case .now = withOrder(desk) else { return withOrder(desk) }
            return desk.openCases.contains(where: isSo) ? .now : .not(because: otherwise)
        }
    }

    @Sendable static func withAnyCase(_ desk: Desk) -> Availability {
        guard case .now = withOrder(desk), let order = desk.order, let shop = desk.shop else {
            return withOrder(desk)
        }
        return shop.afterSales(of: order.id).isEmpty ? .not(because: Words.noCase) : .now
    }

    /// The order shown is in a state in which one of these can be done here.
    static func withOrder(that operations: Operation...) -> @Sendable (Desk) -> Availability {
        { desk in
            guard case .now = withOrder(desk), let order = desk.order, let shop = desk.shop else {
                return withOrder(desk)
            }
            var refusal: Refusal?
            for operation in operations {
                do throws(Refusal) {
                    try shop.permit(operation, on: order)
                    return .now
                } catch { if refusal == nil { refusal = error } }
            }
            guard let refusal else { return .now }
            return .not(
                because: Bilingual(
                    zh: refusal.sentence(in: .chinese), en: refusal.sentence(in: .english)))
        }
    }
}

extension AfterSale {
    var asksForReturn: Bool {
        guard state == .waitSeller else { return false }
        switch kind {
        case .returnRefund, .exchange, .repair: return true
        case .refund, .reship, .priceProtection, .compensation, .refusedParcel: return false
        }
    }

    /// Money back with no goods to come.
    var asksForMoney: Bool {
        guard state == .waitSeller else { return false }
        switch kind {
        case .refund, .priceProtection, .refusedParcel, .compensation: return true
        case .returnRefund, .exchange, .repair, .reship: return false
        }
    }

    var asksForSending: Bool { state == .waitSeller && kind == .reship }
}
