extension Order {
    /// One arrow in the trade's picture of an order: from which state, by what and whom, to which.
    ///
    ///     waitPay ── pay (buyer) ──▶ waitShip
    public struct Transition: Hashable, Sendable {
        /// Nil where there was no order before.
        public let from: Status?
        public let operation: Operation
        public let party: Party
        public let to: Status
    }

    /// Who can move an order.
    public enum Party: String, Hashable, Sendable, CaseIterable {
        case buyer, seller, warehouse
        /// The platform: its clock, or a verdict of its people.
        case platform

        public var name: Bilingual {
            switch self {
            case .buyer: Bilingual(zh: "买家", en: "buyer")
            case .seller: Bilingual(zh: "商家", en: "shop")
            case .warehouse: Bilingual(zh: "仓库", en: "warehouse")
            case .platform: Bilingual(zh: "平台", en: "platform")
            }
        }
    }

    /// All arrows, in the order in which an order can meet them. The state is the summary of the
    /// lines, so a refund of one line may bring the others' state to the front. Tests drive the
    /// engine along every one of them and find no other.
    public static let transitions: [Transition] =
        arrows([nil], .submit, [.buyer], [.waitPay])
        + arrows([.waitPay], .pay, [.buyer], [.waitShip, .grouping])
        + arrows([.waitPay], .payDeposit, [.buyer], [.depositPaid])
        + arrows([.waitPay], .cancel, [.buyer, .seller], [.closedUnpaid])
        + arrows([.waitPay], .closeUnpaid, [.seller, .platform], [.closedUnpaid])
        + arrows([.depositPaid], .payBalance, [.buyer], [.waitShip, .grouping])
        + arrows([.depositPaid], .forfeitDeposit, [.platform], [.depositForfeit])
        + arrows([.depositPaid], .returnDeposit, [.platform], [.closedRefunded])
        + arrows([.depositPaid], .refund, moneyBack, [.closedRefunded])
        // The last one to pay completes it for all.
        + arrows([.grouping], .completeGroup, [.buyer], [.waitShip])
        + arrows([.grouping], .failGroup, [.platform], [.closedRefunded])
        + arrows([.grouping, .waitShip], .cancel, [.buyer, .seller], [.closedRefunded])
        + arrows([.waitShip], .ship, [.warehouse], [.partShipped, .shipped])
        + arrows([.waitShip], .refund, moneyBack, [.closedRefunded])
        + arrows([.partShipped], .ship, [.warehouse], [.shipped])
        + arrows([.partShipped], .voidParcel, [.seller, .warehouse], [.waitShip])
        + arrows([.shipped], .voidParcel, [.seller, .warehouse], [.waitShip, .partShipped])
        + arrows(
            [.partShipped], .refund, moneyBack, [.waitShip, .shipped, .done, .closedRefunded])
        + arrows([.partShipped], .returnRefund, moneyBack, [.waitShip])
        + arrows([.shipped], .confirmReceipt, [.buyer, .platform], [.done])
        + arrows([.shipped], .refund, moneyBack, [.done, .closedRefunded])
        + arrows([.shipped], .returnRefund, moneyBack, [.done, .closedRefunded])
        + arrows([.shipped], .refusedParcel, moneyBack, [.done, .closedRefunded])
        + arrows([.done], .refund, moneyBack, [.closedRefunded])
        + arrows([.done], .returnRefund, moneyBack, [.closedRefunded])

    /// By whose word a case may end with money: the shop agrees, the buyer takes an offer, the
    /// platform decides or counts silence as consent.
    private static let moneyBack: [Party] = [.seller, .buyer, .platform]

    private static func arrows(
        _ from: [Status?], _ operation: Operation, _ parties: [Party], _ to: [Status]
    ) -> [Transition] {
        from.flatMap { start in
            to.flatMap { end in
                parties.map {
                    Transition(from: start, operation: operation, party: $0, to: end)
                }
            }
        }
    }
}

// MARK: Printed

extension Order {
    /// The table for the guide, in both languages: parties that may do the same share a row.
    public static func markdown() -> String {
        var rows: [(first: Transition, parties: [Party])] = []
        for arrow in transitions {
            let place = rows.firstIndex {
                $0.first.from == arrow.from && $0.first.operation == arrow.operation
                    && $0.first.to == arrow.to
            }
            if let place {
                rows[place].parties.append(arrow.party)
            } else {
                rows.append((arrow, [arrow.party]))
            }
        }
        var lines = [
            "| 原状态 from | 操作 operation | 谁 who | 新状态 to |", "| --- | --- | --- | --- |",
        ]
        for row in rows {
            let start = row.first.from?.name ?? Bilingual(zh: "（无）", en: "none")
            let parties = Bilingual(
                zh: row.parties.map(\.name.zh).joined(separator: "、"),
                en: row.parties.map(\.name.en).joined(separator: ", "))
            let cells = [start, row.first.operation.name, parties, row.first.to.name]
            lines.append("| " + cells.map { "\($0.zh) \($0.en)" }.joined(separator: " | ") + " |")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Actor {
    /// As whom this actor moves an order; nil for who never does, and for a teacher, who may do
    /// what everybody else may.
    public var party: Order.Party? {
        switch self {
        case .buyer: .buyer
        case .agent, .department: .seller
        case .warehouse: .warehouse
        case .platform: .platform
        case .bot, .carrier, .instructor: nil
        }
    }
}
