extension Composer {
    /// Puts the message sent before in, starting with the newest; what was being written is kept
    /// for `recallNewer`. False when there is no older one.
    public mutating func recallOlder(in sent: SentHistory) -> Bool {
        let number = (recalled?.number ?? sent.texts.count) - 1
        guard sent.texts.indices.contains(number) else { return false }
        let kept = recalled?.kept ?? draft
        show(sent.texts[number])
        recalled = (number, kept)
        return true
    }

    /// Back towards what was being written. False when nothing was recalled.
    public mutating func recallNewer(in sent: SentHistory) -> Bool {
        guard let (number, kept) = recalled else { return false }
        if sent.texts.indices.contains(number + 1) {
            show(sent.texts[number + 1])
            recalled = (number + 1, kept)
        } else {
            show(kept.text)
            move(to: kept.caret)
        }
        return true
    }

    /// Up or Down belongs to the history when the text has nowhere to go in that direction and
    /// is empty, recalled, or the caret is on its first line.
    public var isUpHistory: Bool { caretLine == 0 }
    public var isDownHistory: Bool { recalled != nil && caretLine == breaks.count - 1 }

    private mutating func show(_ text: String) {
        forgetPassing()
        change(0..<content.count, to: text, kind: .whole)
    }
}
