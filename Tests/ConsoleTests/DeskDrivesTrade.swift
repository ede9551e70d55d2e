import Engine
import Shifts
import Terminal

@testable import Console

/// The commands of cases, money, parcels, reviews and the customer's file.
extension Drive {
    static let cases: [Drive] = [
        Drive(
            "open-case", given: .turned(to: "zhao"), press: ["Alt-Shift-O"], type: "退货退款",
            then: ["Tab", "Tab", "Tab", "q", "u", "a", "l", "Ctrl-S"]
        ) {
            $0.item(of: DeskShop.pot)?.kind == .returnRefund
                && $0.item(of: DeskShop.pot)?.reason == .quality
        },
        palette(
            "agree-return", "agree to the return", given: .case(.returnRefund), last: ["Ctrl-S"]
        ) { $0.item(of: DeskShop.pot)?.state == .waitReturn },
        palette(
            "agree-to-send", "agree to send", given: .case(.reship), last: ["Ctrl-S"]
        ) { $0.item(of: DeskShop.pot)?.state == .waitConsign },
        palette(
            "negotiate", "make an offer", given: .case(.returnRefund),
            then: ["Tab", "Ctrl-U", "9", "Tab"], type: "退 9 元您留着", last: ["Ctrl-S"]
        ) { $0.item(of: DeskShop.pot)?.offer?.amount == .yuan(9) },
        palette(
            "refuse-case", "refuse the request", given: .case(.returnRefund),
            then: ["n", "o", " ", "d", "e", "Tab"], type: "照片里没有裂纹",
            last: ["Tab", "Tab", "裂", "纹", "无", "Ctrl-S"]
        ) { $0.item(of: DeskShop.pot)?.state == .refused },
        palette(
            "accept-return", "accept the return", given: .sentBack, last: ["Ctrl-S", "Enter"]
        ) { $0.desk.order?.ledger.refunded ?? .zero >= .yuan(89) },
        palette(
            "reject-return", "reject the return", given: .sentBack,
            then: ["c", "a", "n", "n", "o", "t", "Tab"], type: "锅底有烧痕",
            last: ["Tab", "Tab", "烧", "痕", "Ctrl-S"]
        ) { $0.item(of: DeskShop.pot)?.state == .returnDisputed },
        palette(
            "give-evidence", "give evidence", given: .case(.returnRefund),
            then: ["Tab"], type: "打包视频完好", last: ["Ctrl-S"]
        ) { $0.item(of: DeskShop.pot)?.evidence.last?.text == "打包视频完好" },
        palette("show-case", "show the case", given: .case(.returnRefund)) {
            $0.picture.contains("质量问题") && $0.picture.contains("买家")
        },
    ]

    static let money: [Drive] = [
        palette(
            "change-payment", "change the payment",
            given: .doing { scene in
                scene.desk.showOrder(DeskShop.refund)
            }, then: ["2", "Ctrl-S", "Enter"]
        ) { $0.shift.shop.orders[DeskShop.refund]?.payments.last?.account == "gift1" },
        palette(
            "nudge-payment", "nudge", given: .turned(to: "wang"), last: ["Enter"]
        ) { $0.desk.order?.nudgedAt.count == 1 },
        palette("merge-orders", "merge orders", last: ["Ctrl-S", "Enter"]) {
            $0.shift.shop.orders[DeskShop.refund]?.merge == DeskShop.rice
        },
        palette(
            "move-ship-date", "move the shipping date", then: ["+", "9", "h", "Tab"],
            type: "等 5L 到货", last: ["Ctrl-S"]
        ) {
            $0.shift.shop.orders[DeskShop.rice]?.shipBy == $0.shift.now + .hours(9)
        },
        palette(
            "issue-invoice", "issue an invoice", then: ["Tab"], type: "李倩",
            last: ["Tab", "Tab", "q", "@", "a", ".", "c", "n", "Ctrl-S"]
        ) { $0.desk.order?.invoices.last?.amount == .yuan(278) },
        palette(
            "reverse-invoice", "reverse the invoice",
            given: .doing { scene in
                scene.desk.submit(
                    .issueInvoice(
                        order: DeskShop.rice,
                        invoice: Command.InvoiceRequest(
                            kind: .ordinary, title: "李倩", taxNumber: nil, email: "q@a.cn")))
            }, last: ["Enter"]
        ) { $0.desk.order?.invoices.last?.isReversed == true },
        palette(
            "protect-price", "protect the price",
            given: .doing { scene in
                scene.turn(to: "wang")
                scene.desk.showOrder(DeskShop.dear)
            }, last: ["Ctrl-S", "Enter"]
        ) { $0.shift.shop.orders[DeskShop.dear]?.ledger.refunded == .yuan(20) },
        palette("show-sum", "show the sum") { $0.picture.contains("278.00") },
    ]

    static let parcels: [Drive] = [
        palette(
            "intercept", "intercept", given: .onTheRoad,
            then: ["Tab", "Tab", "Tab", "Tab", "Tab"], type: "新街口 3 号", last: ["Ctrl-S"]
        ) { $0.parcel?.intercept?.to?.street == "新街口 3 号" },
        palette("void-parcel", "void the label", given: .onTheRoad, last: ["Enter"]) {
            $0.parcel?.isVoid == true
        },
        palette(
            "claim-parcel", "claim from", given: .onTheRoad, then: ["Tab", "5", "0", "Tab"],
            type: "外箱压碎", last: ["Ctrl-S", "Enter"]
        ) { $0.parcel?.claim?.amount == .yuan(50) },
        palette(
            "notice-batch", "notice to a late batch",
            given: .doing { scene in
                try scene.others(
                    .delayBatch(
                        batch: "b1", orders: [DeskShop.rice], reason: "产线停电",
                        shipBy: scene.shift.now + .hours(6)), by: .warehouse)
            }, then: ["Tab", "Ctrl-U", "+", "7", "h", "Tab"], type: "抱歉，今晚一定发出",
            last: ["Ctrl-S"]
        ) {
            $0.desk.talk?.messages.last?.body == .text("抱歉，今晚一定发出")
        },
        palette(
            "explain-review", "explain a review", given: .reviewed, then: ["Tab"],
            type: "谢谢指出，已换新锅盖", last: ["Ctrl-S"]
        ) { $0.shift.shop.reviews.values.first?.explanation != nil },
        palette(
            "contact-reviewer", "write to the reviewer", given: .reviewed, then: ["Tab"],
            type: "新锅盖今天寄出", last: ["Ctrl-S"]
        ) { $0.shift.shop.reviews.values.first?.contactedAt.count == 1 },
        palette(
            "report-review", "report a review", given: .reviewed, then: ["Tab", "Tab"],
            type: "聊天里要 500 元", last: ["Ctrl-S"]
        ) { $0.shift.shop.reviews.values.first?.report?.abuse == .extortion },
    ]

    static let care: [Drive] = [
        Drive("customer-page", press: ["Alt-Shift-C"]) {
            $0.picture.contains("RFM") && $0.picture.contains("liqian_88")
        },
        Drive("dues", press: ["F12"]) { $0.picture.contains("待发货") },
        Drive("shop-page", press: ["Alt-Shift-S", "Right"]) { $0.picture.contains("[关怀与唤回") },
        palette(
            "problem-summary", "problem summary", then: ["Tab"], type: "5L 常缺货", last: ["Ctrl-S"]
        ) { $0.shift.shop.tickets.values.last?.kind == .summary },
        palette("opt-out", "opt out", type: "本次聊天", last: ["Enter"]) {
            $0.desk.customer?.consent.state == .refused
        },
        palette("give-consent", "consent", type: "本次聊天", last: ["Enter"]) {
            $0.desk.customer?.consent.state == .given
        },
        palette(
            "blacklist", "blacklist", type: "三次辱骂",
            last: ["Tab", "Tab", "聊", "天", "记", "录", "Ctrl-S"]
        ) { $0.desk.customer?.block?.reason == "三次辱骂" },
        palette(
            "unblacklist", "off the blacklist",
            given: .doing { scene in
                scene.desk.submit(
                    .blacklist(
                        customer: "liqian", reason: "辱骂",
                        proof: [Evidence(kind: .chat, text: "记录")],
                        until: scene.shift.now + .days(9)))
            }, last: ["Enter"]
        ) { $0.desk.customer?.block == nil },
        palette("tag-many", "tag many", then: ["Tab"], type: "双11", last: ["Ctrl-S"]) {
            $0.shift.shop.customers.values.allSatisfy { $0.tags.contains { $0.name == "双11" } }
        },
        palette(
            "send-campaign", "send to a segment", then: ["Right", "Tab", "Tab"], type: "停业通知",
            last: ["Tab", "周", "日", "停", "业", "Ctrl-S"]
        ) { $0.shift.shop.campaigns.values.first?.sentTo.count == 4 },
        palette(
            "merge-customers", "merge customers", type: "wxm", last: ["Enter", "Enter"]
        ) { $0.shift.shop.customers["wang"] == nil },
        palette(
            "part-customers", "part customers",
            given: .doing { scene in
                scene.desk.submit(.mergeCustomers(from: "wang", into: "liqian"))
            }, last: ["Enter"]
        ) { $0.shift.shop.customers["wang"] != nil },
    ]
}

extension Given {
    /// Auntie Zhao asks for something about her pot.
    static func `case`(_ kind: AfterSale.Kind) -> Given {
        .doing { scene in
            try scene.others(
                .apply(
                    order: DeskShop.pot,
                    request: AfterSale.Request(
                        kind: kind, reason: .quality,
                        items: [AfterSale.Item(line: 0, quantity: 1)], detail: "锅盖")),
                by: .buyer("zhao"))
            scene.turn(to: "zhao")
        }
    }

    /// Her return was agreed and is on its way back.
    static let sentBack = Given.doing { scene in
        try Given.case(.returnRefund).prepare(scene)
        guard let item = scene.item(of: DeskShop.pot) else { return }
        scene.desk.submit(
            .agreeReturn(
                afterSale: item.id,
                to: Address(name: "仓库", phone: "0571", region: "浙江", street: "1 号")))
        try scene.others(
            .sendBack(afterSale: item.id, carrier: "中通", tracking: "ZT1"), by: .buyer("zhao"))
    }

    /// The cooker has left and nobody has scanned it.
    static let onTheRoad = Given.doing { scene in
        try scene.others(
            .ship(order: DeskShop.refund, carrier: "顺丰", tracking: "SF777"), by: .warehouse)
        scene.desk.showOrder(DeskShop.refund)
    }

    /// The pot was confirmed and got two stars.
    static let reviewed = Given.doing { scene in
        try scene.others(.confirmReceipt(order: DeskShop.pot), by: .buyer("zhao"))
        try scene.others(
            .review(
                order: DeskShop.pot, line: 0, rating: Review.Rating(stars: 2), text: "锅盖碎了"),
            by: .buyer("zhao"))
        scene.turn(to: "zhao")
    }
}

extension DeskScene {
    /// The newest case of an order.
    func item(of order: OrderID) -> AfterSale? { shift.shop.afterSales(of: order).last }
    var parcel: Parcel? { shift.shop.orders[DeskShop.refund]?.parcels.last }
}
