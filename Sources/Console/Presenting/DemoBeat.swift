import Engine
import Shifts
import Terminal

extension DemoPlayer {
    /// One small thing that can be seen: what is done, and how long it is looked at.
    enum Beat {
        case rest(Int)
        case caption(DemoCaption)
        /// The shop's clock runs there.
        case clock(Instant)
        /// What is due this moment happens.
        case due
        /// A command is carried out from here on.
        case begin(Command)
        /// Goes to this customer, a key at a time.
        case choose(ConversationID)
        case showOrder(OrderID)
        /// Where one writes: a reply, or a private note.
        case compose(ConversationID, isNote: Bool)
        case write(String)
        /// Presses the key of a command of the desk.
        case press(String)
        /// Tells a command without pressing its key.
        case tell(String)
        /// Types into the sheet on top.
        case type(String)
        /// Goes to the row of the sheet on top that is called so, and takes it.
        case pick(String)
        /// Takes what is marked in the list on top.
        case take
        case show(Lookup)
        /// Fills the form on top so that it sends this.
        case fill(Command)
        case put(Int, FormField.Content)
        /// Answers a question that has come up with yes.
        case yes
        /// Sees to it that the shop has the command.
        case submit(Command)
    }

    /// Does one beat; answers how long it is looked at.
    func perform(_ beat: Beat, on desk: Desk) -> Int {
        switch beat {
        case .rest(let time): return time
        case .caption(let caption): return show(caption, on: desk)
        case .clock(let instant): return run(to: instant, on: desk)
        case .due:
            if let shift = desk.shift {
                do { desk.observe(try shift.advance(to: shift.now)) } catch { desk.report(error) }
            }
            return 1
        case .begin(let command):
            // Nobody presses the key that would let the last one go.
            desk.notice = nil
            begin(command)
        case .choose(let id): return choose(id, on: desk)
        case .showOrder(let id): desk.showOrder(id)
        case .compose(let id, let isNote): compose(id, isNote: isNote, on: desk)
        case .write(let text):
            desk.write { $0.insert(text) }
            return text.unicodeScalars.contains { $0.value > 0x2E7F } ? 34 : 24
        case .press(let id): DeskCommand.named(id)?.run(on: desk)
        case .tell(let id): DeskCommand.named(id).map(desk.cast)
        case .type(let text):
            _ = desk.answerWithOverlay(.paste(text))
            return 60
        case .pick(let label): return pick(label, on: desk)
        case .take: _ = desk.answerWithOverlay(.key(Key(.enter)))
        case .show(let what):
            desk.overlays = []
            desk.show(lookup: what)
        case .fill(let command):
            beats.insert(contentsOf: fillings(for: command, on: desk), at: 0)
        case .put(let place, let content):
            guard var sheet = desk.overlays.last as? ActionForm else { return 0 }
            sheet.put(content, at: place, on: desk)
            desk.overlays[desk.overlays.count - 1] = sheet
            return 60
        case .yes:
            guard desk.overlays.last is Confirmation else { return 0 }
            _ = desk.answerWithOverlay(.key(Key(.character("1"))))
            return 300
        case .submit(let command):
            let words = (desk.overlays.last as? ActionForm)?.saidWhenDone
            finish(command, saying: words, on: desk)
            return 450
        }
        return 0
    }

    // MARK: Going there

    /// One key towards the customer; again until there.
    private func choose(_ id: ConversationID, on desk: Desk) -> Int {
        guard desk.selected != id else { return 0 }
        guard let here = desk.selected.flatMap({ desk.queue.row(of: $0) }),
            let there = desk.queue.row(of: id)
        else {
            desk.select(id)
            return 250
        }
        if desk.queue.index.firstDue == id {
            DeskCommand.named("worst-overdue")?.run(on: desk)
        } else {
            DeskCommand.named(there > here ? "next-customer" : "previous-customer")?.run(on: desk)
        }
        // The list must not be able to lead in a circle.
        if desk.selected != id {
            let isNearer = desk.selected.flatMap { desk.queue.row(of: $0) }.map {
                abs($0 - there) < abs(here - there)
            }
            if isNearer == true { beats.insert(.choose(id), at: 0) } else { desk.select(id) }
        }
        return 260
    }

    /// Clears the place where one writes; a text that a person left there can be brought back.
    private func compose(_ id: ConversationID, isNote: Bool, on desk: Desk) {
        desk.turn(to: .composer)
        if isNote != desk.writesNote.contains(id) {
            DeskCommand.named("private-note")?.run(on: desk)
        }
        guard !desk.composer.isEmpty else { return }
        desk.sent.remember(desk.composer.text)
        desk.write { $0.load(Draft()) }
    }

    /// Goes down the list to this row, then takes it; where it is far down, a part of its name is
    /// typed first. Where there is no such row the command is sent without the list.
    private func pick(_ label: String, on desk: Desk) -> Int {
        guard let sheet = desk.overlays.last as? PickerSheet, let steps = sheet.steps(to: label)
        else { return 0 }
        guard steps > 0 else {
            beats.insert(contentsOf: [.rest(450), .take], at: 0)
            return 60
        }
        if steps > 6, !sheet.isFiltered {
            _ = desk.answerWithOverlay(.paste(label))
        } else {
            _ = desk.answerWithOverlay(.key(Key(.down)))
        }
        beats.insert(.pick(label), at: 0)
        return 140
    }
}
