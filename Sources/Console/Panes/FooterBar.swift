import Engine
import Shifts
import Terminal

/// The last line: the likeliest commands for where the keyboard is, as many as fit.
struct FooterBar {
    func draw(_ desk: Desk, in row: Rect, into canvas: inout Canvas) {
        guard !row.isEmpty else { return }
        canvas.fill(row, style: desk.style(.footer))
        var x = row.x + 1
        for id in FooterBar.commands(for: desk) {
            guard let command = DeskCommand.named(id) else { continue }
            let key = desk.shown(key: desk.keyName(of: command, in: desk.focus))
            guard !key.isEmpty else { continue }
            let title = FooterBar.title(of: command, desk)[desk.tongue]
            let width = desk.gate.width(of: key + " " + title)
            guard x + width < row.right else { break }
            let enabled = command.availability(on: desk) == .now
            x += canvas.put(
                key, at: Point(x: x, y: row.y),
                style: desk.style(enabled ? .key : .disabled, on: .footer))
            x += canvas.put(
                " " + title, at: Point(x: x, y: row.y),
                style: desk.style(enabled ? .footer : .disabled, on: .footer))
            x += 2
        }
    }

    /// What Enter does to what is being written depends on what that is.
    private static func title(of command: DeskCommand, _ desk: Desk) -> Bilingual {
        command.id == "send" && desk.slot?.isNote == true ? Words.keepNote : command.title
    }

    /// What is done most from here, the likeliest first.
    static func commands(for desk: Desk) -> [String] {
        if desk.replay != nil {
            return [
                "replay-play", "replay-forward", "replay-back", "replay-next-mark",
                "replay-take-over", "replay-go-to", "replay-note", "replay-leave",
                "replay-marks", "help",
            ]
        }
        if let shift = desk.shift, shift.isOver { return ["show-debrief", "palette", "help"] }
        // At its end the guide names the keys, one way to the debrief and no other.
        if let guide = desk.guide, guide.isOver, desk.talk?.isOpen != true {
            return ["palette", "help"]
        }
        let ending = desk.shift?.isQuiet == true ? ["end-shift"] : []
        let isAnswered = desk.talk.map { $0.isOpen && $0.waitingSince == nil } ?? false
        return ending + usual(desk.focus, isAnswered: isAnswered)
    }

    /// - Parameter isAnswered: nothing waits in the conversation in view, so it may be ended.
    private static func usual(_ focus: Focus, isAnswered: Bool) -> [String] {
        switch focus {
        case .composer:
            ["send", "next-customer", "palette"]
                + (isAnswered ? ["close-conversation"] : [])
                + [
                    "new-line", "order-actions", "focus-replies", "private-note", "add-tag",
                    "make-promise", "pause",
                ]
        case .queue:
            ["list-choose", "list-down", "worst-overdue", "take", "hold", "close-conversation"]
        case .chat:
            ["list-up", "copy", "recall-message", "chat-end", "step-back", "zoom-pane"]
        case .order:
            ["list-choose", "list-right", "show-address", "show-track", "copy-order", "step-back"]
        case .customer:
            ["add-tag", "remove-tag", "customer-note", "copy", "step-back"]
        case .replies:
            ["list-choose", "list-down", "copy", "step-back"]
        case .shelf:
            ["list-choose", "list-down", "look-up", "step-back"]
        }
    }
}
