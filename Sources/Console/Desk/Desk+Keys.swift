import Engine
import Terminal

/// Keys as the keymap hears them: one at a time, or several one after the other.
extension Desk {
    /// Where the keyboard is, as the keymap sees it.
    var place: KeyPlace { place(of: focus) }

    private func place(of focus: Focus) -> KeyPlace {
        // Under a replayed desk lies the time line, where one else writes.
        if replay != nil, focus == .composer { return .replay }
        return KeyPlace(focus, isWriting: isWriting || !keymap.isModal)
    }

    /// The keys to show for a command here; empty where it has none.
    func keyName(of command: DeskCommand, in focus: Focus? = nil) -> String {
        keymap.keys(for: command.id, in: focus.map(place)).first?.name ?? ""
    }

    /// As `keyName(of:)`, where the keyboard is.
    func keyName(of id: String) -> String {
        keymap.keys(for: id, in: place).first?.name ?? ""
    }

    /// The command of this name, those of replies and macros among them.
    func command(named id: String) -> DeskCommand? { keymaps.command(named: id) }

    /// Replies and macros can have keys, and are there anew with every shift and saved file.
    public func take(_ library: [LibraryEntry]) {
        let problems = keymaps.take(library)
        keymap = keymaps.keymap
        if let problem = problems.first { tell(problem.words) }
    }

    /// Does what the key means here, or begins a series with it; false where it means nothing.
    func beginsOrRuns(_ key: Key, in place: KeyPlace?) -> Bool {
        let pressed = begunKeys + [key]
        switch keymap.meaning(of: pressed, in: place) {
        case .begins:
            begunKeys.append(key)
            return true
        case .command(let id):
            begunKeys = []
            guard let command = command(named: id), isOffered(command) else { return false }
            castKeys = KeySeries(pressed).name
            command.run(on: self)
            castKeys = nil
            return true
        case .nothing:
            return false
        }
    }

    /// On a page only what belongs to the whole desk is done.
    func isOffered(_ command: DeskCommand) -> Bool {
        page == nil || command.group == .view || command.group == .shift
    }

    /// Goes on with a series that has begun: Esc gives it up, and a key that does not follow is
    /// said and taken for nothing else.
    func goesOn(_ input: Input) -> Bool {
        guard !begunKeys.isEmpty else { return false }
        switch input {
        case .key(let key):
            if key == Key(.escape) {
                begunKeys = []
                return true
            }
            if let letter = key.typed, !letter.isASCII {
                // A sentence from an input method: none of it may be lost.
                begunKeys = []
                return false
            }
            let begun = begunKeys
            if !beginsOrRuns(key, in: page == nil ? place : nil) {
                begunKeys = []
                announce(.hint, Words.noSuchSeries(KeySeries(begun + [key]).name))
            }
            return true
        case .paste, .mouse:
            // Somebody has turned to something else.
            begunKeys = []
            return false
        case .resize, .focus, .resumed, .profile, .hangup, .unknown:
            return false
        }
    }

    // MARK: Writing and not writing

    /// Letters go into the text from now on.
    func beginWriting() {
        turn(to: .composer)
        isWriting = true
    }

    /// Lays the writing aside in a modal keymap; elsewhere the same as one step back.
    func leaveWriting() {
        guard keymap.isModal, outgoing == nil else { return stepBack() }
        isWriting = false
    }

    /// Says above the composer, in a modal keymap, whether letters are text or commands.
    func drawMode(in rect: Rect, into canvas: inout Canvas) {
        guard keymap.isModal, rect.height > 1 else { return }
        let text = " " + say(isWriting ? Words.modeWriting : Words.modeNormal) + " "
        let width = gate.width(of: text)
        guard width < rect.width else { return }
        canvas.put(
            text, at: Point(x: rect.right - width, y: rect.y),
            style: style(isWriting ? .titleFocused : .selected))
    }

    // MARK: The person's keys

    /// Looks whether a file of keys was saved, and takes it in.
    public func refreshKeys() {
        guard let problems = keymaps.refresh() else { return }
        wearKeys()
        if let problem = problems.first {
            tell(problem.words)
        }
    }

    /// Puts the next preset on, and writes that into the person's file.
    func wearNextKeys(_ step: Int) {
        let names = keymaps.names
        guard names.count > 1 else { return }
        let place = names.firstIndex(of: keymaps.preset) ?? 0
        do {
            try keymaps.choose(names[(place + step + names.count) % names.count])
            wearKeys()
        } catch { announce(.refused, error.sentence) }
    }

    private func wearKeys() {
        keymap = keymaps.keymap
        begunKeys = []
        isWriting = false
    }
}
