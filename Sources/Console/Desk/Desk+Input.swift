import Engine
public import Terminal

/// Hearing keys: in order, each against the state the one before left.
extension Desk {
    /// Takes in everything that has arrived. Draw once afterwards.
    public func handle(_ inputs: [Input]) {
        for input in inputs { handle(input) }
        keepDraft()
        keepKeys()
    }

    private func handle(_ input: Input) {
        let isPlain = isPlainWriting(input)
        defer { keepStill(if: isPlain) }
        switch input {
        case .resize(let size):
            self.size = size
            return
        case .profile(let profile):
            self.profile = profile
            transcripts = TranscriptCache()
            return
        case .hangup:
            keepDraft()
            return leave()
        case .focus, .resumed, .unknown:
            return
        case .key, .paste, .mouse:
            break
        }
        if notice?.isSeen == true { notice = nil }
        let isNext = cameByDigit
        defer { if isNext { cameByDigit = false } }
        countPress(input)
        if answerWithDemo(input) { return }
        if answerWithGuide(input) { return }
        if answerWithOverlay(input) { return }
        if goesOn(input) { return }
        if answerWithPage(input) { return }
        switch input {
        case .key(let key): press(key)
        case .paste(let text): paste(text)
        case .mouse(let mouse): point(mouse)
        case .resize, .profile, .hangup, .focus, .resumed, .unknown: break
        }
    }

    func answerWithOverlay(_ input: Input) -> Bool {
        guard !overlays.isEmpty, var top = overlays.popLast() else { return false }
        if case .key(let key) = input { castOverSheet(key) }
        let depth = overlays.count
        switch top.handle(input, self) {
        case .stay: overlays.insert(top, at: min(depth, overlays.count))
        case .close: break
        case .closeThen(let action): action(self)
        }
        return true
    }

    private func answerWithPage(_ input: Input) -> Bool {
        guard var current = page else { return false }
        if current.handle(input, self) {
            // The page may have gone somewhere else; then its copy is of no use any more.
            if page?.title == current.title { page = current }
            if page == nil, case .key(let key) = input {
                cameByDigit = key.typed?.typedDigit != nil
            }
            return true
        }
        if case .key(let key) = input { _ = beginsOrRuns(key, in: nil) }
        return true
    }

    /// One key on the desk itself.
    private func press(_ key: Key) {
        let key = swapped(key)
        if focus == .composer, composerClaims(key) { return typeKey(key) }
        if beginsOrRuns(key, in: place) { return }
        if replay != nil, place != .replay, beginsOrRuns(key, in: .replay) { return }
        // Laid aside, the writing takes no letters; what an input method commits is no command.
        if keymap.isModal, let letter = key.typed, place != .composer, place != .replies {
            guard !letter.isASCII else {
                return announce(.hint, Words.noCommandHere(key.name, keyName(of: "write")))
            }
            isWriting = true
        }
        switch focus {
        case .composer:
            typeKey(key)
        case .replies:
            // Typing here filters the list.
            filterReplies(key)
        case .queue, .chat, .order, .customer, .shelf:
            // No list wants this letter: it was meant for the customer.
            guard key.typed != nil else { return }
            turn(to: .composer)
            typeKey(key)
        }
    }

    /// Enter and Alt-Enter, the other way about where a person wants it so.
    private func swapped(_ key: Key) -> Key {
        guard settings.enterBreaksLine, focus == .composer, key.code == .enter else { return key }
        return key.modifiers == .alt ? Key(.enter) : Key(.enter, .alt)
    }

    /// Keys that edit while there is something to edit, and are commands otherwise: Ctrl-K cuts
    /// to the end of the line when anything stands behind the caret.
    func composerClaims(_ key: Key) -> Bool {
        let composer = composer
        switch (key.code, key.modifiers) {
        case (.character("k"), .control):
            return composer.draft.caret < composer.count
        case (.tab, []), (.enter, []), (.up, []), (.down, []):
            return inlineReplies != nil
        case (.end, .control), (.home, .control):
            return !composer.isEmpty
        default:
            return false
        }
    }

    private func typeKey(_ key: Key) {
        if let onlyLooks { return announce(.hint, onlyLooks) }
        guard slot != nil else { return announce(.hint, Words.nobodySelected) }
        if inlineReplies != nil, answerInline(key) { return }
        let history = sent
        let before = composer.count
        var known = false
        write { known = $0.handle(key, sent: history) }
        countWriting(from: before)
        if known { places.cursor[.replies] = 0 }
        if inlineReplies?.code.isEmpty == true { libraryRevision = followLibrary() }
    }

    private func paste(_ text: String) {
        if focus == .replies {
            places.replyFilter += gate.cleaned(text)
            return
        }
        if let onlyLooks { return announce(.hint, onlyLooks) }
        guard slot != nil else { return announce(.hint, Words.nobodySelected) }
        turn(to: .composer)
        isWriting = true
        write { $0.paste(text) }
    }

    /// Ends the program; what is half written is kept first.
    func leave() {
        parkDrill()
        keepDraft()
        noteClock()
        hasQuit = true
        host.quit()
    }
}
