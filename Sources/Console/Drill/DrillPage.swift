import Engine
import Terminal
import Typing

/// The sentence above, what is typed below with its errors, the figures under it.
///
/// Holds nothing: the drill is on the desk.
struct DrillPage: Page {
    var title: Bilingual { DrillWords.typing }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        guard desk.drill != nil else { return false }
        switch input {
        case .key(let key): return handle(key, desk)
        case .paste:
            desk.announce(.hint, DrillWords.noPaste)
            return true
        case .mouse: return true
        case .resize, .focus, .resumed, .profile, .hangup, .unknown: return false
        }
    }

    private func handle(_ key: Key, _ desk: Desk) -> Bool {
        switch (key.code, key.modifiers) {
        case (.escape, []):
            stepBack(desk)
            return true
        case (.enter, []):
            if desk.drill?.isPaused == true {
                desk.drill?.isPaused = false
            } else {
                finish(desk)
            }
            return true
        case (.enter, _), (.character("j"), .control), (.tab, _), (.backTab, _):
            // A sentence is one line, and there is no other pane.
            return true
        case (.character("k"), .control):
            // As in the composer: with nothing behind the caret it is the palette.
            guard let composer = desk.drill?.composer, composer.draft.caret < composer.count
            else { return false }
            return edit(key, desk)
        case _:
            return edit(key, desk)
        }
    }

    /// One key in the text; what the key changed is what the input method committed.
    private func edit(_ key: Key, _ desk: Desk) -> Bool {
        guard var drill = desk.drill else { return false }
        let before = drill.composer.count
        guard drill.composer.handle(key) else { return false }
        let after = drill.composer.count
        drill.isPaused = false
        drill.round.change(
            to: drill.composer.text, added: max(0, after - before), removed: max(0, before - after))
        desk.drill = drill
        return true
    }

    /// Once pauses, twice leaves.
    private func stepBack(_ desk: Desk) {
        if desk.drill?.isPaused == false {
            desk.drill?.isPaused = true
        } else {
            desk.parkDrill()
            desk.showDrills()
        }
    }

    private func finish(_ desk: Desk) {
        guard var drill = desk.drill else { return }
        guard drill.composer.text.contains(where: { !$0.isWhitespace }) else {
            return desk.announce(.hint, DrillWords.typeFirst)
        }
        guard let result = drill.round.finishSentence() else { return }
        drill.composer.load(Draft())
        desk.drill = drill
        desk.keep(
            .sentence(round: drill.round.id, number: drill.round.results.count, result))
        if drill.round.isFinished {
            desk.drill = nil
            desk.show(DrillResultPage(drill.round, of: drill.sheet, desk.host.drills()))
        }
    }
}
