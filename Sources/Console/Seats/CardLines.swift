import Engine
import Shifts
import Terminal

/// A role card as lines of a pane.
struct CardLines {
    let card: RoleCard
    let desk: Desk
    let width: Int

    var lines: [PaneLine] {
        head + needs + moves + satisfied + opens + note
    }

    private func say(_ text: Bilingual) -> String { desk.say(text) }

    private var head: [PaneLine] {
        wrap(say(card.title), .strong)
            + wrap(say(SeatText.hello(card.mood, card.persona)), .text)
            + wrap(say(SeatText.patience(card.patience.seconds)), .dim)
    }

    private var note: [PaneLine] {
        guard let note = card.note else { return [] }
        return wrap(say(SeatText.note), .title) + wrap(say(note), .dim)
    }

    private var needs: [PaneLine] {
        guard !card.needs.isEmpty else { return [] }
        let told = desk.playedTalk?.revealedNeeds ?? []
        return wrap(say(SeatText.needs), .title)
            + card.needs.flatMap { need in
                let isTold = told.contains(need.id)
                let mark = isTold ? desk.glyphs.ended + " " : "· "
                return wrap(
                    mark + say(need.title) + (isTold ? "  " + say(SeatText.told) : ""),
                    isTold ? .dim : .strong)
            }
    }

    private var moves: [PaneLine] {
        [true, false].flatMap { isUp -> [PaneLine] in
            let some = card.moves.filter { ($0.shift > 0) == isUp }
            guard !some.isEmpty else { return [] }
            return wrap(say(isUp ? SeatText.moodUp : SeatText.moodDown), .title)
                + some.flatMap { move in
                    wrap(
                        (isUp ? "+" : "") + "\(move.shift) " + say(move.because),
                        isUp ? .ok : .warning)
                }
        }
    }

    private var satisfied: [PaneLine] {
        guard !card.satisfied.isEmpty else { return [] }
        return wrap(say(SeatText.satisfied), .title)
            + card.satisfied.flatMap { wrap("· " + say($0), .text) }
    }

    private var opens: [PaneLine] {
        guard !card.opens.isEmpty else { return [] }
        return wrap(say(SeatText.opens), .title)
            + card.opens.flatMap { wrap("“" + desk.oneLine($0) + "”", .dim) }
    }

    private func wrap(_ text: String, _ ink: Role) -> [PaneLine] {
        desk.wrapped(text, width: width, ink: ink)
    }
}
