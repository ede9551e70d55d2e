import Engine
import Terminal
import Typing

/// The drill as it stands on the desk: a round and the text being typed for it.
///
/// It is on the desk and not on its page, so that whichever way the page is left, palette and
/// Ctrl-Q included, nothing that was typed is lost.
struct Drill {
    var round: Round
    /// The sentences it was drawn from: the goal, and what stages are called.
    let sheet: DrillSheet
    var composer: Composer
    /// Its clock stands; the next key that types goes on.
    var isPaused: Bool

    init(_ round: Round, of sheet: DrillSheet, words: WordFinder) {
        self.round = round
        self.sheet = sheet
        let text = round.attempt.text
        composer = Composer(draft: Draft(text: text, caret: text.count), words: words)
        // A sentence that was left half typed waits for the hand to come back.
        isPaused = round.attempt.isBegun
    }
}

extension Desk {
    /// Opens the drill: from the start page, the palette or the command line.
    public func showDrills() {
        parkDrill()
        let isGoneOnWith = page is DrillPage || page is DrillResultPage || page is DrillHistoryPage
        if !isGoneOnWith { drillsBesideShift = page == nil && shift != nil }
        show(DrillMenuPage(host.drills(), tongue: tongue, isBeside: drillsBesideShift))
    }

    /// Begins a round, or goes on with one.
    func begin(_ round: Round, of sheet: DrillSheet) {
        drill = Drill(round, of: sheet, words: words)
        if round.results.isEmpty, !round.attempt.isBegun { keep(.round(round)) }
        show(DrillPage())
    }

    /// Puts the drill away as it stands; it can be gone on with.
    func parkDrill() {
        guard let parked = drill else { return }
        drill = nil
        if parked.round.attempt.isBegun { keep(.round(parked.round)) }
    }

    /// Writes a line into the book of rounds.
    func keep(_ line: DrillLine) {
        do { try host.keepDrill(line) } catch { announce(.refused, error.sentence) }
    }

    /// The drill's clock runs while its page is on top and nobody has paused it.
    func passDrill(milliseconds: Int) {
        guard page is DrillPage, overlays.isEmpty, drill?.isPaused == false else { return }
        drill?.round.elapse(milliseconds: milliseconds)
    }

    /// A figure with its unit: `76 字/分`; a dash where nothing was measured.
    func paceText(_ pace: Pace, _ tongue: Tongue) -> String {
        let figure = pace.figure(in: tongue).map { "\($0)" } ?? dash
        return figure + " " + say(tongue.paceUnit)
    }

    /// `97.4%`
    func percent(_ permille: Int) -> String {
        permille == 1000 ? "100%" : "\(permille / 10).\(permille % 10)%"
    }

    /// A text with blanks behind it, so wide.
    func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - gate.width(of: text)))
    }

    var dash: String { gate.ambiguousIsWide ? "-" : "–" }
}
