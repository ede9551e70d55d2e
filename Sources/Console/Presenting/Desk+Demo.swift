import Engine
import Terminal

/// A demonstration on the desk: which keys reach it while it plays.
extension Desk {
    /// Lets a model run play on the shift that was opened.
    public func play(_ demo: DemoPlayer) {
        self.demo = demo
        demo.follow(self)
    }

    /// What a class may see or a teacher do while the demonstration has the desk. Everything else
    /// waits until it is taken over, so that no stray key changes the model run.
    private static let heardWhilePlaying: Set<String> = [
        "pause", "demo-hand-over", "present", "spotlight", "reveal", "zoom-pane",
        "switch-language", "quit", "suspend",
    ]

    /// Whether the input was for the demonstration.
    func answerWithDemo(_ input: Input) -> Bool {
        guard let demo, demo.holdsClock, page == nil else { return false }
        switch input {
        case .key(let key):
            if demo.state == .held, key == Key(.enter) || key.typed == " " {
                return demo.answerPause(on: self)
            }
            if case .command(let id) = keymap.meaning(of: [key], in: nil),
                Self.heardWhilePlaying.contains(id)
            {
                return beginsOrRuns(key, in: nil)
            }
            announce(.hint, demo.standing(self))
            return true
        case .paste, .mouse: return true
        case .resize, .focus, .resumed, .profile, .hangup, .unknown: return false
        }
    }
}
