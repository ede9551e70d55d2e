import Engine
import Shifts
import Terminal
import Typing

/// Counting keys and characters, conversation by conversation: one place for what is pressed, one
/// for what is written.
extension Desk {
    /// Whom a key is counted for: the customer in view, while the shift runs. Pages are nobody's.
    private var countedTalk: ConversationID? {
        guard let shift, !shift.isOver, watched == nil, page == nil else { return nil }
        return selected
    }

    /// A key or a paste has arrived.
    func countPress(_ input: Input) {
        guard let id = countedTalk else { return }
        switch input {
        case .key(let key): keyWatch.press(key.typed, in: id, at: wall)
        case .paste: keyWatch.press(nil, in: id, at: wall)
        case .mouse, .resize, .focus, .resumed, .profile, .hangup, .unknown: break
        }
    }

    /// What the key just counted has changed in the text being written.
    func countWriting(from before: Int) {
        guard let id = countedTalk else { return }
        let after = composer.count
        keyWatch.wrote(
            added: max(0, after - before), removed: max(0, before - after), in: id, at: wall)
        if after == 0, before > 0 { keyWatch.emptied(id) }
    }

    /// A reply has put its words into the draft; a note is no message and spares nothing.
    func countReply(_ text: String, cost: Int) {
        guard let id = countedTalk, slot?.isNote == false else { return }
        keyWatch.putIn(text, cost: cost, in: id)
    }

    /// Keeps the counts beside the clock; once a second is enough.
    func keepKeys(now isUrgent: Bool = false) {
        guard keyWatch.hasChanges, watched == nil, isUrgent || wall - keysKeptAt >= 1000 else {
            return
        }
        keysKeptAt = wall
        do {
            try host.saveTyping(keyWatch.changes)
            keyWatch.forgetChanges()
        } catch { hostTrouble = error.sentence }
    }
}
