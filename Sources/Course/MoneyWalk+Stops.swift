public import Engine

extension MoneyWalk {
    /// A step that one of the parties can take, if the shop allows it.
    public enum Move: String, Hashable, Sendable, CaseIterable {
        case order, pay, ship, sign, confirm
        case askRefund, askReturn, agreeRefund, agreeReturn, sendBack, acceptReturn, withdraw
        /// Nobody says anything, and a clock runs out.
        case silence

        public var name: Bilingual {
            switch self {
            case .order: Bilingual(zh: "下单", en: "orders")
            case .pay: Bilingual(zh: "付款", en: "pays")
            case .ship: Bilingual(zh: "发货", en: "ships")
            case .sign: Bilingual(zh: "送到，签收", en: "delivers, signed for")
            case .confirm: Bilingual(zh: "确认收货", en: "confirms receipt")
            case .askRefund: Bilingual(zh: "申请仅退款", en: "asks for a refund")
            case .askReturn: Bilingual(zh: "申请退货退款", en: "asks to return it")
            case .agreeRefund: Bilingual(zh: "同意退款", en: "agrees to refund")
            case .agreeReturn: Bilingual(zh: "同意退货", en: "agrees to the return")
            case .sendBack: Bilingual(zh: "寄回", en: "sends it back")
            case .acceptReturn: Bilingual(zh: "验货，退款", en: "inspects it and refunds")
            case .withdraw: Bilingual(zh: "撤销申请", en: "withdraws the request")
            case .silence: Bilingual(zh: "谁也不说话，等到时限", en: "say nothing until the clock runs out")
            }
        }

        /// Who takes it.
        public var party: Bilingual {
            switch self {
            case .order, .pay, .confirm, .askRefund, .askReturn, .sendBack, .withdraw:
                Bilingual(zh: "买家", en: "Buyer")
            case .agreeRefund, .agreeReturn, .acceptReturn: Bilingual(zh: "店铺", en: "Shop")
            case .ship: Bilingual(zh: "仓库", en: "Warehouse")
            case .sign: Bilingual(zh: "快递", en: "Courier")
            case .silence: Bilingual(zh: "大家", en: "All")
            }
        }

        /// How long after the step before.
        var takes: Span {
            switch self {
            case .order, .silence: .zero
            case .pay: .minutes(5)
            case .ship, .confirm, .askRefund, .askReturn, .agreeRefund, .agreeReturn, .withdraw:
                .hours(1)
            case .sendBack: .days(1)
            case .sign, .acceptReturn: .days(2)
            }
        }
    }

    /// Why a step cannot be taken now.
    public enum Hindrance: Error, Hashable, Sendable {
        /// The shop does not allow it.
        case refused(Refusal)
        /// No clock runs.
        case nothingWaits
        /// One purchase is followed at a time.
        case orderedAlready
        case nothingOrdered
        case deliveredAlready

        public func sentence(in tongue: Tongue) -> String {
            switch self {
            case .refused(let refusal): refusal.sentence(in: tongue)
            case .nothingWaits:
                Bilingual(
                    zh: "现在没有哪个钟在走：等下去也不会变。",
                    en: "No clock is running: waiting changes nothing.")[tongue]
            case .nothingOrdered:
                Bilingual(zh: "还没有订单。", en: "There is no order yet.")[tongue]
            case .deliveredAlready:
                Bilingual(zh: "已经签收过了。", en: "It has been signed for already.")[tongue]
            case .orderedAlready:
                Bilingual(
                    zh: "已经下过单了，一次只跟一笔。",
                    en: "There is an order already; one is followed at a time.")[
                        tongue]
            }
        }
    }

    /// Where money and goods are after a step.
    public struct Stop: Hashable, Sendable {
        /// Nil at the beginning.
        public let move: Move?
        public let at: Instant
        /// Nil before there is an order.
        public let status: Order.Status?
        public let kind: AfterSale.Kind?
        public let state: AfterSale.State.Name?
        public let due: Money
        public let ledger: Ledger
        /// What the shop has, and what the platform has kept of it.
        public let shop: Money
        public let commission: Money
        public let goods: Goods
        /// When the next clock of the order or its case runs out.
        public let clock: Instant?
        public let events: [Event]

        /// Who has the goods.
        public enum Goods: String, Hashable, Sendable, CaseIterable {
            case warehouse, underWay, buyer, comingBack
        }

        init(after move: Move?, of id: OrderID?, in shop: Shop, events: [Event]) {
            let order = id.flatMap { shop.orders[$0] }
            let item = id.flatMap { shop.afterSales(of: $0).last }
            self.move = move
            self.events = events
            at = shop.now
            status = order?.shownStatus
            kind = item?.kind
            state = item?.state.name
            due = order?.due ?? .zero
            ledger = order?.ledger ?? Ledger()
            self.shop = shop.books.shop
            commission = shop.books.commission
            goods = Self.goods(order, item)
            clock =
                order == nil || order?.isOver == true && item?.isOpen != true
                ? nil : shop.nextTimer
        }

        private static func goods(_ order: Order?, _ item: AfterSale?) -> Goods {
            guard let order, order.isShipped else { return .warehouse }
            if let item, item.returnTracking != nil {
                return item.isOpen ? .comingBack : .warehouse
            }
            return order.isSigned ? .buyer : .underWay
        }
    }
}

extension Order {
    /// Nothing more will come of it by itself.
    fileprivate var isOver: Bool {
        switch status {
        case .done, .closedUnpaid, .closedRefunded, .depositForfeit: true
        case .waitPay, .depositPaid, .grouping, .waitShip, .partShipped, .shipped, .signed: false
        }
    }
}
