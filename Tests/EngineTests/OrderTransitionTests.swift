import Engine
import Testing

/// Brings an order to where an arrow begins and lets its party do what moves it.
struct TransitionDrive {
    var counter: Counter
    var id: OrderID = "none"

    static func rules() -> Rules {
        var rules = Rules.plain
        rules.orders.cancelsPaid = true
        return rules
    }

    init(_ arrow: Order.Transition) throws {
        counter = Counter.trading(Self.rules())
        try go(along: arrow)
    }

    private mutating func go(along arrow: Order.Transition) throws {
        let isGroup = arrow.from == .grouping || arrow.to == .grouping
        switch arrow.from {
        case nil: break
        case .waitPay: id = try counter.buy([(goods(arrow), 1)])
        case .depositPaid:
            if isGroup { counter = Counter(Shop(Self.sharedPresale())) }
            id = try deposit()
        case .grouping:
            id = try counter.buy([("towel-blue", 1)])
            try counter.send(.pay(order: id, method: .card), by: .buyer("b1"))
        case .waitShip: id = try counter.bought([("shirt-white", 2), ("cup-small", 1)])
        case .partShipped: try ship(arrow)
        case .shipped:
            id = try counter.bought([("shirt-white", 2), ("cup-small", 1)])
            try send([0: 2], "SF1")
            try send([1: 1], "SF2")
            // One line may be done while the other is still on its way.
            if arrow.to == .done, arrow.operation != .confirmReceipt {
                try counter.send(.confirmReceipt(order: id, lines: [0]), by: .buyer("b1"))
            }
        case .done:
            id = try counter.delivered([("shirt-white", 2)], isSigned: false)
            try counter.send(.confirmReceipt(order: id), by: .buyer("b1"))
        case .depositForfeit, .signed, .closedUnpaid, .closedRefunded:
            throw Refusal.notYourPart
        }
        #expect(counter.shop.orders[id]?.status == arrow.from, "\(arrow.words)")
        try act(arrow)
        #expect(counter.shop.orders[id]?.status == arrow.to, "\(arrow.words)")
        #expect(counter.shop.orders[id]?.turns.last?.actor.party == arrow.party, "\(arrow.words)")
        #expect(counter.shop.violations() == [], "\(arrow.words)")
    }

    private func goods(_ arrow: Order.Transition) -> VariantID {
        if arrow.to == .grouping { return "towel-blue" }
        return arrow.operation == .payDeposit ? "coat-M" : "shirt-white"
    }

    private mutating func deposit() throws -> OrderID {
        let id = try counter.buy([("coat-M", 1)])
        try counter.send(.pay(order: id, method: .card), by: .buyer("b1"))
        return id
    }

    /// A coat that is sold ahead and to two together.
    private static func sharedPresale() -> ShopFixture {
        var fixture = TradeShop.fixture(rules())
        let place = fixture.products.firstIndex { $0.id == "coat" }!
        fixture.products[place].groupSize = 2
        return fixture
    }

    /// An order in parts from which the arrow's end can be reached.
    private mutating func ship(_ arrow: Order.Transition) throws {
        id = try counter.bought([("shirt-white", 2), ("cup-small", 1)])
        switch (arrow.operation, arrow.to) {
        case (.refund, .closedRefunded):
            // Two of three have left when the third is given up.
            id = try counter.bought([("shirt-white", 3)])
            try send([0: 1], "SF1")
        case (.refund, .done):
            try send([0: 2], "SF1")
            try counter.send(.confirmReceipt(order: id, lines: [0]), by: .buyer("b1"))
        case _: try send([0: 2], "SF1")
        }
    }

    private mutating func send(_ pieces: [Int: Int], _ tracking: String) throws {
        try counter.send(
            .shipPieces(
                order: id, carrier: "顺丰", tracking: tracking,
                pieces: pieces.sorted { $0.key < $1.key }.map {
                    Parcel.Piece(line: $0.key, quantity: $0.value)
                }, weight: nil), by: .warehouse)
    }

    // MARK: What moves it

    private mutating func act(_ arrow: Order.Transition) throws {
        switch arrow.operation {
        case .submit: id = try counter.buy([("shirt-white", 1)])
        case .pay, .payDeposit:
            try counter.send(.pay(order: id, method: .card), by: .buyer("b1"))
        case .payBalance:
            try counter.send(
                .pay(order: id, method: .card), by: .buyer("b1"), after: .days(2) + .hours(1))
        case .forfeitDeposit: try counter.tick(at: TradeShop.opening + .days(4))
        case .returnDeposit:
            try counter.send(
                .moveShipDate(
                    order: id, to: TradeShop.opening + .days(20), reason: "面料晚到"))
            try counter.tick(at: TradeShop.opening + .days(4))
        case .cancel: try counter.send(.cancelOrder(order: id), by: actor(arrow.party))
        case .closeUnpaid:
            if arrow.party == .platform {
                try counter.tick(at: counter.shop.now + .hours(24))
            } else {
                try counter.send(.closeUnpaid(order: id, reason: .outOfStock))
            }
        case .completeGroup:
            let group = counter.order(id).group
            let other = try counter.buy([("towel-blue", 1)], by: "b2", group: group)
            try counter.send(.pay(order: other, method: .card), by: .buyer("b2"))
        case .failGroup: try counter.tick(at: counter.shop.now + .hours(24))
        case .ship where arrow.to == .partShipped: try send([0: 1], "SF1")
        case .ship:
            try counter.send(
                .ship(order: id, carrier: "顺丰", tracking: "SF9"), by: .warehouse)
        case .confirmReceipt:
            if arrow.party == .platform {
                try counter.tick(at: counter.shop.now + .days(10))
            } else {
                try counter.send(.confirmReceipt(order: id), by: .buyer("b1"))
            }
        case .voidParcel:
            for tracking in arrow.to == .waitShip ? ["SF1", "SF2"] : ["SF2"]
            where counter.order(id).parcels.contains(where: { $0.tracking == tracking }) {
                try counter.send(.voidParcel(tracking: tracking), by: actor(arrow.party))
            }
        case .refund, .returnRefund, .refusedParcel: giveBack(arrow)
        case .memo, .nudge, .urge, .extendReceipt, .changeAddress, .reprice, .changeItem,
            .changePayment, .merge, .moveShipDate, .reportShortage, .requestInvoice,
            .issueInvoice, .exchange, .repair, .reship, .priceProtection, .compensate,
            .intercept, .reportParcel, .claim, .review:
            Issue.record("\(arrow.operation) moves no order")
        }
    }

    /// The money of a case comes back; how a case comes to that is the after-sales' affair.
    private mutating func giveBack(_ arrow: Order.Transition) {
        let order = counter.order(id)
        let lines =
            switch arrow.to {
            case .closedRefunded: Array(order.lines.indices)
            case .waitShip: [0]
            case .shipped, .done: [1]
            case .waitPay, .depositPaid, .depositForfeit, .grouping, .partShipped, .signed,
                .closedUnpaid:
                [Int]()
            }
        let goods: Refund.Goods = arrow.operation == .refund ? .kept : .returned
        var shares: [Refund.Share] = []
        for index in lines where order.status != .depositPaid {
            let line = order.lines[index]
            let unsent = line.unshipped
            let rest = order.net(of: index) - line.refunded
            let first = order.refundable(line: index, quantity: unsent)
            if unsent > 0 {
                shares.append(
                    Refund.Share(line: index, quantity: unsent, amount: first, goods: .unsent))
            }
            if line.left > unsent {
                shares.append(
                    Refund.Share(
                        line: index, quantity: line.left - unsent, amount: rest - first,
                        goods: goods))
            }
        }
        let isDeposit = order.status == .depositPaid
        let amount = isDeposit ? order.ledger.held : shares.reduce(.zero) { $0 + $1.amount }
        let refund = Refund(
            shares: shares,
            routes: [Refund.Route(payment: 0, amount: amount, arrives: counter.shop.now)])
        counter.enter(
            [
                .refunded(
                    afterSale: "r1", order: id, amount: amount, byTimer: false, refund: refund)
            ], by: actor(arrow.party), at: counter.shop.now)
    }

    private func actor(_ party: Order.Party) -> Actor {
        switch party {
        case .buyer: .buyer("b1")
        case .seller: .agent("me")
        case .warehouse: .warehouse
        case .platform: .platform
        }
    }
}

extension Order.Transition {
    var words: String {
        "\(from.map { "\($0)" } ?? "none") → \(operation.rawValue), \(party) → \(to)"
    }
}

@Suite struct `The table of an order's states` {
    @Test(arguments: Order.transitions)
    func `is what the engine does, arrow by arrow`(arrow: Order.Transition) throws {
        _ = try TransitionDrive(arrow)
    }

    @Test func `has each arrow once and begins where its operation may be done`() {
        #expect(Set(Order.transitions).count == Order.transitions.count)
        for arrow in Order.transitions {
            guard let from = arrow.from else { continue }
            #expect(arrow.operation.states.contains(from), "\(arrow.words)")
            #expect(arrow.to != from)
        }
    }

    @Test func `leaves no state but the first without a way in, and no open one without a way out`()
    {
        for status in Order.Status.allCases where status != .signed {
            let ways = Order.transitions.filter { $0.to == status }
            #expect(!ways.isEmpty, "nothing leads to \(status)")
            let isEnd = status.isClosed
            #expect(Order.transitions.contains { $0.from == status } != isEnd, "\(status)")
        }
    }

    @Test func `prints as one table in both languages`() {
        let text = Order.markdown()
        #expect(text.hasPrefix("| 原状态 from | 操作 operation | 谁 who | 新状态 to |\n"))
        #expect(
            text.contains(
                "| 待付款 awaiting payment | 付款 pay | 买家 buyer | 待发货 to be shipped |\n"))
        #expect(
            text.contains("| 关闭未付款订单 close unpaid | 商家、平台 shop, platform |"))
        let rows = text.split(separator: "\n")
        #expect(rows.allSatisfy { $0.filter { $0 == "|" }.count == 5 })
        #expect(Set(rows).count == rows.count)
    }
}
