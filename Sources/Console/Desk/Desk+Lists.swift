import Engine
import Terminal

/// Moving in whichever list has the keyboard.
extension Desk {
    /// Moves the cursor of the focused pane; texts scroll instead.
    func moveCursor(by step: Int) {
        switch focus {
        case .composer: break
        case .queue:
            let row = selected.flatMap { queue.row(of: $0) } ?? 0
            selectRow(at: row + step)
        case .chat:
            moveMark(by: step)
        case .order, .customer, .shelf:
            let last = max(0, contentRows(of: focus) - rowsOfFocus)
            places.top[focus] = min(max(0, (places.top[focus] ?? 0) + step), last)
        case .replies:
            let last = max(0, replies.count - 1)
            places.cursor[.replies] = min(max(0, (places.cursor[.replies] ?? 0) + step), last)
        }
    }

    /// Rows the focused pane shows at this size.
    var rowsOfFocus: Int {
        max(1, (arrangement.body(of: focus)?.height ?? 2) - 1)
    }

    /// Enter in a list.
    func chooseInList() {
        switch focus {
        case .composer: break
        case .queue: turn(to: .composer)
        case .chat: copyWhatIsMeant()
        case .order: DeskCommand.named("order-actions")?.run(on: self)
        case .customer: DeskCommand.named("add-tag")?.run(on: self)
        case .replies:
            if let reply = chosenReply { insert(reply) }
        case .shelf: DeskCommand.named("look-up")?.run(on: self)
        }
    }

    /// Goes through the panes that are on the screen.
    func turnPane(by step: Int) {
        let stops = arrangement.stops
        let here = stops.firstIndex(of: focus) ?? 0
        turn(to: stops[(here + step + stops.count) % stops.count])
    }

    func changeSpeed(by step: Int) {
        let next = clock.stepped(by: step)
        guard next != clock else {
            return announce(.hint, step > 0 ? Words.fastest : Words.slowest)
        }
        clock = next
        noteClock()
        announce(.done, Words.speedIs(clock.speed))
    }

    func keepSettings() {
        do { try host.saveSettings(settings) } catch { announce(.refused, error.sentence) }
    }
}
