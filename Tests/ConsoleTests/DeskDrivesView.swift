import Engine
import Shifts
import Support
import Terminal

@testable import Console

extension Drive {
    static let view: [Drive] = [
        Drive("help", press: ["F1"]) { $0.picture.contains("此处能做什么") },
        Drive("palette", press: ["Ctrl-K"]) { $0.picture.contains("命令面板 ──") },
        Drive("focus-order", press: ["F2"]) { $0.desk.focus == .order },
        Drive("focus-customer", press: ["F3"]) { $0.desk.focus == .customer },
        Drive("focus-replies", press: ["F4"]) { $0.desk.focus == .replies },
        Drive("focus-queue", press: ["F5"]) { $0.desk.focus == .queue },
        Drive("focus-chat", press: ["F6"]) { $0.desk.focus == .chat },
        Drive("next-pane", press: ["Tab"]) { $0.desk.focus == .queue },
        Drive("previous-pane", press: ["Shift-Tab"]) { $0.desk.focus == .replies },
        Drive("step-back", press: ["F2", "Esc"]) { $0.desk.focus == .composer },
        Drive("zoom-pane", press: ["F2", "Alt-Z"]) {
            $0.picture.contains("订单 …8842 2/2") && !$0.picture.contains("队列")
        },
        Drive("switch-language", press: ["Alt-L"]) { $0.picture.contains("Queue 4") },
        Drive("quit", press: ["Ctrl-Q"]) { $0.host.hasQuit && $0.desk.hasQuit },
        Drive("suspend", press: ["Ctrl-Z"]) { $0.host.suspensions == 1 },
        palette(
            "switch-theme", "theme",
            given: .doing {
                $0.desk.themes = ThemeShelf(folders: [Repository.path("Themes")])
                $0.desk.themes.wear("night")
            }, type: "day", last: ["Enter"]
        ) { $0.desk.theme.name == "day" && $0.host.settings?.theme == "day" },
        Drive("swap-enter") { scene in
            scene.press("Ctrl-P")
            scene.type("swap-enter")
            scene.press("Enter")
            scene.type("一")
            scene.press("Enter")
            scene.type("二")
            scene.press("Alt-Enter")
        } holds: {
            $0.desk.talk?.messages.last?.body == .text("一\n二")
        },
        palette("send-countdown", "countdown", type: "稍等", last: ["Enter", "Esc"]) {
            $0.desk.composer.text == "稍等" && $0.host.settings?.sendCountdown == .seconds(3)
        },
        palette("switch-coach", "coach on") { $0.host.settings?.coaches == false },
        palette("ring", "ring") { $0.host.settings?.ringsForNewCustomers == true },

        Drive("pause", press: ["F9"]) {
            $0.desk.clock.isPaused && $0.picture.contains("已暂停") && $0.desk.nextWake == nil
        },
        Drive("faster", press: ["Alt-+", "Alt-="]) {
            $0.desk.clock.speed == 4 && $0.picture.contains("×4")
        },
        Drive("slower", press: ["Alt-+", "Alt--"]) { $0.desk.clock.speed == 1 },
        Drive(
            "handover", given: .doing { try $0.coach() }, press: ["Alt-Shift-H"], then: ["Ctrl-S"]
        ) {
            $0.shift.shop.handover.written?.contains("李倩") == true
        },
        palette("end-shift", "end the shift", then: ["Right", "Enter"]) {
            $0.shift.isOver && $0.picture.contains("复盘")
        },
        Drive(
            "show-debrief",
            given: .doing {
                $0.desk.submit(.endShift)
                $0.desk.showShift()
            }, press: ["Alt-Q"]
        ) { $0.desk.page?.title.en == "Debrief" },
        palette("typing-drill", "typing") { $0.desk.page?.title.en == "Typing drill" },
        palette("start-page", "start page") { $0.desk.page?.title.en == "Start" },
        palette("export-shift", "export") {
            $0.desk.notice?.text.en.contains("shift.jsonl") == true
        },
        palette("ghost-race", "ghost") { $0.desk.notice?.text == Words.noGhost },

        Drive("list-down", press: ["F5", "Down"]) { $0.desk.selected == "c2" },
        Drive("list-up", press: ["F5", "Down", "Down", "Up"]) { $0.desk.selected == "c2" },
        Drive("list-down-letter", press: ["F5", "j"]) { $0.desk.selected == "c2" },
        Drive("list-up-letter", press: ["F5", "j", "k"]) { $0.desk.selected == "c1" },
        Drive("list-page-down", press: ["F5", "PageDown"]) { $0.desk.selected == "c3" },
        Drive("list-page-up", press: ["F5", "End", "PageUp"]) {
            $0.desk.queue.row(of: $0.desk.selected ?? "") == 0
        },
        Drive("list-first", press: ["F5", "Down", "Home"]) {
            $0.desk.queue.row(of: $0.desk.selected ?? "") == 0
        },
        Drive("list-last", press: ["F5", "End"]) { $0.desk.selected == "c3" },
        Drive("list-choose", press: ["F5", "Down", "Enter"]) {
            $0.desk.selected == "c2" && $0.desk.focus == .composer
        },
        Drive("list-help", press: ["F5", "?"]) { $0.picture.contains("此处能做什么") },
        Drive("list-left", press: ["F2", "Left"]) { $0.desk.order?.id == DeskShop.refund },
        Drive("list-right", press: ["F2", "Right"]) { $0.desk.order?.id == DeskShop.refund },
    ]
}
