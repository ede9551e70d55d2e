import Engine
import Shifts

/// Going from a page to a shift and back.
extension Desk {
    /// Begins a new shift and puts it on the desk, with the guide beside it if asked.
    func begin(_ choice: ShiftChoice, with host: any PageHost, isGuided: Bool = false) {
        keepDraft()
        noteClock()
        do {
            let opened = try host.begin(choice)
            watched = nil
            open(opened.shift, clock: opened.clock)
            guide = isGuided ? Guide(host: host) : nil
            if guide == nil { readHandover() }
        } catch {
            announce(.refused, error.sentence)
        }
    }

    /// Goes on with a shift that was cut off.
    func resume(_ unfinished: UnfinishedShift, with host: any PageHost) {
        keepDraft()
        noteClock()
        do {
            let opened = try host.resume(unfinished.id)
            watched = nil
            open(opened.shift, clock: opened.clock)
            // A learner who was cut off is not left alone.
            let isGuided =
                opened.shift.card.contest == nil
                && host.startMenu().guide?.name == opened.shift.card.pack
            guide = isGuided ? Guide(host: host, after: opened.shift.records) : nil
            if opened.shift.isOver { return showDebrief() }
            if clock.isPaused, let pause = DeskCommand.named("pause") {
                announce(.hint, Words.standsStill(keyName(of: pause)))
            }
        } catch {
            announce(.refused, error.sentence)
        }
    }

    /// Another desk has the shift: asks whether to watch it.
    func offerToWatch(_ unfinished: UnfinishedShift, with host: any PageHost) {
        overlays.append(
            Confirmation(question: PageWords.busyQuestion, yes: PageWords.watchYes) { desk in
                desk.watch(unfinished, with: host)
            })
    }

    private func watch(_ unfinished: UnfinishedShift, with host: any PageHost) {
        keepDraft()
        noteClock()
        do {
            let opened = try host.watch(unfinished.id)
            guide = nil
            watched = nil
            open(opened.shift)
            watched = opened
        } catch {
            announce(.refused, error.sentence)
        }
    }

    /// From a page back to the shift on the desk.
    func leavePage() {
        guard shift != nil else { return }
        overlays = []
        page = nil
    }

    /// Puts on the theme after or before the one being worn.
    func wearNextTheme(_ step: Int) {
        let names = themes.names
        guard !names.isEmpty else { return }
        let place = names.firstIndex(of: theme.name) ?? 0
        let next = names[(place + step + names.count) % names.count]
        choose(theme: next)
    }

    /// Wears a theme from now on, after presenting as well.
    func choose(theme name: String) {
        themes.wear(name)
        settings.theme = name
        presenting?.themeBefore = name
    }

    /// The desk's own language, the other one.
    func switchLanguage() {
        settings.tongue = tongue.other
        transcripts = TranscriptCache()
    }
}
