/// Something that waits, with the time by which it must have happened (待办): what an agent looks
/// at first in the morning, and what must not be left lying at the end of the shift.
public struct Due: Hashable, Sendable {
    public let at: Instant
    public let kind: Kind
    public let turn: Turn
    public let customer: CustomerID?
    public let order: OrderID?
    public let conversation: ConversationID?
    /// Its time has passed and it still has not happened.
    public let isOverdue: Bool

    /// What it is, with the name of the thing itself.
    public enum Kind: Hashable, Sendable {
        case promise(PromiseID)
        case ticket(TicketID)
        /// The shop is to answer a case, look at what came back, or send what was agreed.
        case answer(AfterSaleID)
        /// Proof can be brought to the platform until then.
        case evidence(AfterSaleID)
        /// An unpaid order closes.
        case payment
        /// A presale's balance.
        case balance
        case group(GroupID)
        /// A paid order is to leave.
        case shipment
        /// The carrier is to scan a parcel for the first time.
        case firstScan(tracking: String)
        /// A medium or bad review can be explained until then.
        case explanation(ReviewID)
        case tagEnd(name: String)
        case blacklistEnd
    }

    /// Who has to move.
    public enum Turn: Hashable, Sendable {
        case desk, buyer, warehouse, carrier
        case department(Department)
        /// It ends by itself.
        case nobody
    }
}

extension Due.Kind {
    public var name: Bilingual {
        switch self {
        case .promise: Bilingual(zh: "承诺", en: "promise")
        case .ticket: Bilingual(zh: "工单", en: "ticket")
        case .answer: Bilingual(zh: "售后待处理", en: "case to answer")
        case .evidence: Bilingual(zh: "平台举证", en: "evidence for the platform")
        case .payment: Bilingual(zh: "待付款", en: "payment")
        case .balance: Bilingual(zh: "尾款", en: "balance")
        case .group: Bilingual(zh: "拼团", en: "group")
        case .shipment: Bilingual(zh: "待发货", en: "shipment")
        case .firstScan: Bilingual(zh: "待揽收", en: "first scan")
        case .explanation: Bilingual(zh: "评价待解释", en: "review to explain")
        case .tagEnd: Bilingual(zh: "标签到期", en: "tag ends")
        case .blacklistEnd: Bilingual(zh: "黑名单到期", en: "blacklist ends")
        }
    }

    /// Of two that are due together, the one that costs more when it is missed comes first.
    var rank: Int {
        switch self {
        case .answer: 0
        case .evidence: 1
        case .promise: 2
        case .ticket: 3
        case .shipment: 4
        case .firstScan: 5
        case .payment: 6
        case .balance: 7
        case .group: 8
        case .explanation: 9
        case .tagEnd: 10
        case .blacklistEnd: 11
        }
    }
}

extension Due.Turn {
    public var name: Bilingual {
        switch self {
        case .desk: Bilingual(zh: "客服", en: "the desk")
        case .buyer: Bilingual(zh: "买家", en: "the buyer")
        case .warehouse: Bilingual(zh: "仓库", en: "the warehouse")
        case .carrier: Bilingual(zh: "快递", en: "the carrier")
        case .department(let department): department.name
        case .nobody: Bilingual(zh: "自动", en: "by itself")
        }
    }
}
