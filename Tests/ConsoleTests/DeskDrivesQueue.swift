import Coaching
import Engine
import Language
import Shifts
import ShippedData
import Support
import Terminal

@testable import Console

extension Drive {
    static let queue: [Drive] = [
        Drive("next-customer", press: ["Alt-J"]) { $0.desk.selected == "c2" },
        Drive("previous-customer", press: ["Alt-J", "Alt-K"]) { $0.desk.selected == "c1" },
        Drive("worst-overdue", press: ["Alt-J", "Alt-J", "Alt-0"]) { $0.desk.selected == "c1" },
        Drive("take", given: .turned(to: "wang"), press: ["Alt-A"]) {
            $0.desk.talk?.phase == .taken(by: "me")
        },
        Drive("hold", press: ["Alt-H"], type: "等仓库", then: ["Enter"]) {
            if case .onHold(_, _, "等仓库") = $0.desk.talk?.phase { true } else { false }
        },
        Drive("transfer", press: ["Alt-X", "Right", "Tab"], type: "催发货，已查缺货", then: ["Ctrl-S"]) {
            $0.had {
                $0 == .transferred(conversation: "c1", to: "主管陈", note: "催发货，已查缺货")
            }
        },
        Drive("close-conversation", given: .turned(to: "zhao"), press: ["Alt-E"]) {
            $0.had { $0 == .closed(conversation: "c3") } && $0.desk.selected == "c1"
        },
        Drive(
            "show-closed",
            given: .doing {
                $0.desk.submit(.close(conversation: "c3"))
            }, press: ["Alt-C"]
        ) { $0.picture.contains("✓赵阿姨") },
    ]

    static let chat: [Drive] =
        [
            Drive("send", press: [], type: "马上发", then: ["Enter"]) {
                $0.desk.talk?.messages.last?.body == .text("马上发") && $0.desk.composer.isEmpty
            },
            Drive("new-line", press: [], type: "一", then: ["Alt-Enter"]) {
                $0.desk.composer.text == "一\n"
            },
            Drive(
                "reply-suggested",
                given: .doing {
                    try $0.coach()
                    $0.turn(to: "zhao")
                    try $0.says("zhao", "发货时间是多久", after: 1)
                }, press: ["F7"]
            ) { $0.desk.composer.text.contains("48 小时") },
            Drive("coach", given: .doing { try $0.coach() }, press: ["F8"]) {
                $0.picture.contains("写时提示")
            },
            Drive("private-note", press: ["Alt-P"], type: "脾气急", then: ["Enter"]) {
                $0.desk.talk?.messages.last?.body == .note("脾气急")
            },
            Drive("undo", press: [], type: "发错了", then: ["Enter", "Alt-U"]) {
                $0.desk.talk?.messages.last?.recalledAt != nil
            },
            Drive("recall-message", press: [], type: "发错了", then: ["Enter", "Alt-R"]) {
                $0.desk.talk?.messages.last?.recalledAt != nil
            },
            Drive("copy", press: ["F6", "Up", "Up", "Alt-Y"]) {
                $0.host.copied == ["我20号要出门的👨‍👩‍👧‍👦，能不能给个准话❤️"]
            },
            Drive("scroll-up", given: .doing { try $0.chatter(30) }, press: ["PageUp"]) {
                !$0.picture.contains("第30句") && $0.picture.contains("第10句")
            },
            Drive(
                "scroll-down", given: .doing { try $0.chatter(30) }, press: ["PageUp", "PageDown"]
            ) {
                $0.picture.contains("第30句")
            },
            Drive(
                "chat-end", given: .doing { try $0.chatter(60) },
                press: ["PageUp", "PageUp", "Alt-G"]
            ) { $0.picture.contains("第60句") },
            Drive("chat-start", given: .doing { try $0.chatter(60) }, press: ["Ctrl-Home"]) {
                $0.picture.contains("两天了还不发")
            },
        ]
        + (1...9).map { number in
            Drive("reply-\(number)", given: .doing { $0.offerReplies() }, press: ["Alt-\(number)"])
            {
                $0.desk.composer.text == "短语\(number)的话"
            }
        }

    static let customer: [Drive] = [
        Drive("add-tag", press: ["Alt-T"], type: "要发票", then: ["Tab", "Right", "Enter"]) {
            $0.desk.customer?.tags.last?.name == "要发票"
                && $0.desk.customer?.tags.last?.expires == $0.shift.now + .days(7)
        },
        Drive("remove-tag", press: ["Alt-Shift-T"], type: "怕", then: ["Enter"]) {
            $0.desk.customer?.tags.map(\.name) == ["急"]
        },
        Drive("customer-note", press: ["Alt-Shift-P"], type: "20号出门", then: ["Ctrl-S"]) {
            $0.desk.customer?.notes.last?.text == "20号出门"
        },
        palette(
            "give-coupon", "give a coupon", given: .turned(to: "wang"),
            then: ["Enter", "Enter"]
        ) { $0.desk.customer?.coupons == ["off20"] },
        Drive(
            "make-promise", press: ["Alt-W"], type: "给到货时间",
            then: ["Tab", "Tab", "+", "2", "h", "Enter"]
        ) {
            let due = $0.shift.now + .hours(2)
            return $0.had {
                if case .promiseMade(let promise) = $0 { promise.due == due } else { false }
            }
        },
        Drive("open-ticket", press: ["Alt-Shift-W", "Tab"], type: "查 5L 到货", then: ["Ctrl-S"]) {
            $0.shift.shop.tickets.values.last?.summary == "查 5L 到货"
        },
        Drive("find-customer", press: ["Alt-;"], type: "zhao", then: ["Enter"]) {
            $0.desk.selected == "c3"
        },
    ]
}

extension DeskScene {
    /// The first customer says so many things, a second apart.
    func chatter(_ count: Int) throws {
        for number in 1...count { try says("liqian", "第\(number)句", after: 1) }
    }

    /// Somebody looks over the shoulder, with the real lexicons.
    func coach() throws {
        desk.coach = Coach(offset: shift.shop.offset, read: try Shipped.reader.read)
    }

    func offerReplies() {
        desk.repliesFor = { _, filter, _ in
            (1...9).map {
                ReplyChoice(code: "d\($0)", title: "短语\($0)", text: "短语\($0)的话")
            }.filter { filter.isEmpty || $0.code.hasPrefix(filter) }
        }
    }
}

extension Drive {
    static let modes: [Drive] = [
        palette("first-customer", "first in the queue", given: .turned(to: "zhao")) {
            $0.desk.selected == $0.desk.queue[0]
        },
        palette("last-customer", "last in the queue") {
            $0.desk.selected == $0.desk.queue[$0.desk.queue.count - 1]
        },
        palette("write", "write", given: .doing { $0.press("F2") }) {
            $0.desk.focus == .composer && $0.desk.isWriting
        },
        palette(
            "write-at-end", "write at the end",
            given: .doing {
                $0.type("好的")
                $0.press("Home")
            }, type: "呢"
        ) { $0.desk.composer.text == "好的呢" },
        palette("leave-writing", "leave writing", given: .doing { $0.press("Alt-P") }) {
            $0.desk.slot?.isNote == false
        },
        palette(
            "repeat-last", "do it again",
            given: .doing {
                $0.turn(to: "zhao")
                $0.press("Alt-A")
                $0.turn(to: "wang")
            }
        ) { $0.had { $0 == .taken(conversation: "c2", by: "me") } },
        Drive(
            "open-attachment",
            given: .doing {
                let photo = Attachment(kind: .photo, name: "锅盖.jpg", shows: "锅盖裂了一道口子")
                try $0.others(
                    .show(conversation: "c1", attachment: photo), by: .buyer("liqian"))
            }, press: ["Alt-Shift-V"]
        ) { $0.picture.contains("锅盖裂了一道口子") },
    ]
}
