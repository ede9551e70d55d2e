import Engine
import Shifts
import Terminal

@testable import Console

extension Drive {
    static let order: [Drive] = [
        Drive("order-actions", press: ["Alt-O"], type: "催仓", then: ["Enter"]) {
            $0.had { $0 == .warehouseUrged(order: DeskShop.rice) }
        },
        Drive("order-memo", press: ["Alt-M", "Right", "Tab"], type: "缺货", then: ["Ctrl-S"]) {
            $0.desk.order?.memo == Memo(flag: .yellow, text: "缺货")
        },
        palette(
            "change-address", "change address", then: ["Tab", "Tab", "Tab", "Ctrl-U"],
            type: "文三路 2 号", last: ["Enter"]
        ) {
            $0.desk.order?.address.street == "文三路 2 号"
                && $0.had {
                    $0 == .lookedUp(conversation: "c1", by: "me", what: .address(DeskShop.rice))
                }
        },
        palette(
            "reprice", "change price", given: .turned(to: "wang"), then: ["Ctrl-U"],
            type: "20", last: ["Enter", "Enter", "Enter"]
        ) { $0.desk.order?.due == .yuan(576) },
        palette(
            "close-unpaid", "close unpaid", given: .turned(to: "wang"),
            then: ["Home", "Right", "Enter"]
        ) { $0.desk.order?.closeReason == .buyerDeclined },
        palette("urge-warehouse", "urge") { $0.desk.order?.urgedAt.count == 1 },
        palette("change-item", "change item", then: ["Enter"]) {
            $0.desk.order?.lines.first?.variant == "cooker-3"
        },
        palette(
            "extend-receipt", "extend", given: .turned(to: "zhao"), then: ["Right", "Enter"]
        ) { $0.desk.order?.extensions == 1 },
        palette(
            "agree-refund", "refund",
            given: .doing {
                try $0.others(
                    .requestRefund(order: DeskShop.rice, reason: .outOfStock), by: .buyer("liqian")
                )
            }, then: ["Enter", "Enter"]
        ) { $0.desk.order?.status == .closedRefunded },
        palette(
            "reship", "send again", given: .turned(to: "zhao"), then: ["Tab"], type: "饭勺 1 把",
            last: ["Enter", "Enter"]
        ) {
            $0.had {
                if case .reshipOpened(_, DeskShop.pot, "饭勺 1 把", .missingPart) = $0 {
                    true
                } else {
                    false
                }
            }
        },
        palette(
            "compensate", "compensate", type: "5", last: ["Enter", "Enter", "Enter"]
        ) { $0.desk.order?.ledger.compensated == .yuan(5) },
        Drive("send-card", press: ["Alt-S"], type: "8842", then: ["Enter"]) {
            $0.desk.talk?.messages.last?.body == .card(.order(DeskShop.rice))
        },
        Drive("show-address", press: ["Alt-Shift-A"]) {
            $0.picture.contains("13800001111")
                && $0.had {
                    $0 == .lookedUp(conversation: "c1", by: "me", what: .address(DeskShop.rice))
                }
        },
        Drive("show-track", given: .turned(to: "zhao"), press: ["Alt-V"]) {
            $0.picture.contains("本人签收")
                && $0.had {
                    $0 == .lookedUp(conversation: "c3", by: "me", what: .track(DeskShop.pot))
                }
        },
        Drive(
            "look-up",
            press: ["Alt-I"], type: "48 小时", then: ["Enter"]
        ) {
            $0.picture.contains("付款后 48 小时内发货")
                && $0.had {
                    $0 == .lookedUp(conversation: "c1", by: "me", what: .knowledge("发货时间"))
                }
        },
        Drive("propose-entry") { scene in
            scene.press("Ctrl-P")
            scene.type("propose an entry")
            scene.press("Enter")
            scene.type("以旧换新")
            scene.press("Tab")
            scene.type("旧机上门取走")
            scene.press("Ctrl-S")
        } holds: {
            $0.shift.shop.knowledge.last?.body == "旧机上门取走"
        },
        Drive("copy-order", press: ["Alt-N"]) { $0.host.copied == [DeskShop.rice.rawValue] },
        Drive("next-order", press: ["Alt-."]) { $0.desk.order?.id == DeskShop.refund },
    ]
}
