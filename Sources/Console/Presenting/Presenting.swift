import Engine

/// How the desk stands before a class: large, with air, the keys told as they are pressed, and
/// nothing given away before somebody asks for it.
struct Presenting {
    /// The theme worn before, to be put on again afterwards.
    var themeBefore: String
    /// Mood, coach and scores are covered until asked for.
    var hides = true
    /// The pane beside the chat; the one that had the keyboard last.
    var side = Focus.order
    var spotlight = Spotlight.off
    var cast = KeyCast()

    /// What is lit while the rest of the desk is dimmed.
    enum Spotlight: Hashable {
        case off
        /// The pane that has the keyboard.
        case pane
        /// The row, message or text in it.
        case row

        var next: Spotlight {
            switch self {
            case .off: .pane
            case .pane: .row
            case .row: .off
            }
        }
    }
}

extension Desk {
    /// Whether the desk stands before a class.
    public var isPresenting: Bool { presenting != nil }

    /// Whether answers are covered: mood, coach, suggestions, scores.
    var hidesAnswers: Bool { presenting?.hides == true }

    /// Begins or ends presenting.
    public func present(_ wanted: Bool) {
        guard wanted != isPresenting else { return }
        transcripts = TranscriptCache()
        coachCache = nil
        replyCache = nil
        guard wanted else {
            if let before = presenting?.themeBefore { themes.wear(before) }
            presenting = nil
            announce(.done, PresentingWords.ended)
            return
        }
        var begun = Presenting(themeBefore: theme.name)
        if focus != .composer, focus != .chat { begun.side = focus }
        presenting = begun
        // Where the file is missing, the desk stays as it is dressed.
        if themes.names.contains("projector") { themes.wear("projector") }
        // Over a demonstration it would stand there until somebody pressed a key.
        guard demo?.state != .playing else { return }
        announce(.done, PresentingWords.begun(keyName(of: "reveal")))
    }

    /// Shows or covers mood, coach and scores.
    func reveal() {
        guard let hides = presenting?.hides else { return }
        presenting?.hides = !hides
        coachCache = nil
        replyCache = nil
        announce(.done, hides ? PresentingWords.shown : PresentingWords.covered)
    }

    /// Keeps the pane beside the chat in step with the keyboard.
    func noteSide() {
        guard presenting != nil else { return }
        switch focus {
        case .composer, .chat: break
        case .queue, .order, .customer, .replies, .shelf:
            if presenting?.side != focus { presenting?.side = focus }
        }
    }
}
