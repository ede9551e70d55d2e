import Coaching
import Engine
import Replies
import Terminal
import Typing

/// A reply that waits out its countdown and can still be taken back.
struct Outgoing {
    var conversation: ConversationID
    var text: String
    /// Wall milliseconds of the desk at which it goes.
    var at: Int64
}

/// Writing and sending: one draft for each conversation, kept on disk, never sent to another.
extension Desk {
    /// Where the keyboard writes now; nil without a conversation.
    var slot: DraftSlot? {
        selected.map { DraftSlot($0, isNote: writesNote.contains($0)) }
    }

    /// What is being written to the selected customer.
    var composer: Composer {
        slot.flatMap { composers[$0] } ?? Composer(words: words)
    }

    /// Changes the text being written; it is kept at the end of the drain of input.
    func write(_ change: (inout Composer) -> Void) {
        guard let slot else { return }
        let before = composers[slot]?.revision ?? 0
        change(&composers[slot, default: Composer(words: words)])
        if composers[slot]?.revision != before { unkept.insert(slot) }
    }

    func loadDrafts() {
        composers = [:]
        writesNote = []
        unkept = []
        outgoing = nil
        lastAct = nil
        for (slot, draft) in host.loadDrafts() {
            composers[slot] = Composer(draft: draft, words: words)
        }
    }

    /// Keeps every draft that has changed. What the screen shows is on disk.
    func keepDraft() {
        guard !unkept.isEmpty else { return }
        for slot in unkept.sorted(by: { $0.conversation < $1.conversation }) {
            do {
                try host.saveDraft(composers[slot]?.draft ?? Draft(), for: slot)
                unkept.remove(slot)
            } catch {
                hostTrouble = error.sentence
            }
        }
        if unkept.isEmpty { hostTrouble = nil }
    }

    /// Whether something is half written for a conversation.
    func hasDraft(_ id: ConversationID) -> Bool {
        composers[DraftSlot(id)]?.isEmpty == false
    }

    /// Wraps the text being written for the box it stands in; once for each drawing.
    func fitComposer() {
        guard let slot else {
            writingRows = 1
            return
        }
        guard let box = arrangement.composer else { return }
        let columns = box.width
        composers[slot]?.fit(Size(columns: columns, rows: max(1, box.height - 1)), gate: gate)
        writingRows = composers[slot]?.rows(columns: columns, gate: gate) ?? 1
        if let grown = arrangement.composer, grown.height != box.height {
            composers[slot]?.fit(
                Size(columns: columns, rows: max(1, grown.height - 1)), gate: gate)
        }
    }

    // MARK: Sending

    /// Sends what is written to the customer it was written for, after the checks that a tired
    /// person is glad of.
    func send() {
        guard let slot else { return announce(.hint, Words.nobodySelected) }
        let text = composer.text
        guard text.contains(where: { !$0.isWhitespace }) else {
            return announce(.hint, Words.nothingWritten)
        }
        // A digit chooses on a page at once; who ends it with Enter by habit means no draft.
        if cameByDigit { return announce(.hint, Words.choiceIsMade) }
        if slot.isNote { return writeNote(text, in: slot) }
        if let hole = Snippet.unfilled(in: text).first {
            return announce(.refused, Words.unfilled(hole))
        }
        if let shop, let talk, let found = Foreign.numbers(in: text, of: talk, shop).first {
            let other = shop.customers[found.owner]?.name ?? found.owner.rawValue
            return overlays.append(
                Confirmation(
                    question: Words.namesForeign(found.words, other),
                    yes: Words.sendAnyway
                ) { desk in desk.dispatch(text, from: slot) })
        }
        dispatch(text, from: slot)
    }

    /// Sends a checked text from its own slot, at once or after the countdown.
    private func dispatch(_ text: String, from slot: DraftSlot) {
        guard composers[slot]?.text == text else { return }
        if settings.sendCountdown > .zero {
            sendOutgoing()
            outgoing = Outgoing(
                conversation: slot.conversation, text: text,
                at: wall + settings.sendCountdown.milliseconds)
            clearDraft(slot)
            return
        }
        noteWhatIsShown()
        guard submit(.reply(conversation: slot.conversation, text: text)) else { return }
        sent.remember(text)
        keyWatch.sent(text, in: slot.conversation)
        clearDraft(slot)
        places.anchors[slot.conversation] = .end
    }

    private func writeNote(_ text: String, in slot: DraftSlot) {
        let done = submit(
            .note(conversation: slot.conversation, text: text), saying: Words.noteKept)
        guard done else { return }
        clearDraft(slot)
        writesNote.remove(slot.conversation)
    }

    private func clearDraft(_ slot: DraftSlot) {
        composers[slot]?.load(Draft())
        unkept.insert(slot)
    }

    /// Sends the reply whose countdown has run out.
    func sendWhatIsDue() {
        if let outgoing, outgoing.at <= wall { sendOutgoing() }
    }

    /// Sends the reply that is counting down; where that fails it becomes a draft again.
    func sendOutgoing() {
        guard let waiting = outgoing else { return }
        outgoing = nil
        if submit(.reply(conversation: waiting.conversation, text: waiting.text)) {
            sent.remember(waiting.text)
            keyWatch.sent(waiting.text, in: waiting.conversation)
        } else {
            restore(waiting)
        }
    }

    /// Takes the reply that is counting down back into the composer it came from.
    func holdBackOutgoing() {
        guard let waiting = outgoing else { return }
        outgoing = nil
        restore(waiting)
        announce(.done, Words.heldBack)
    }

    private func restore(_ waiting: Outgoing) {
        let slot = DraftSlot(waiting.conversation)
        let begun = composers[slot]?.text ?? ""
        let text = begun.isEmpty ? waiting.text : waiting.text + "\n" + begun
        composers[slot, default: Composer(words: words)].load(Draft(text: text, caret: text.count))
        unkept.insert(slot)
    }
}
