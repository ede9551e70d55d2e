import Engine
import Grading

/// What to practise after a shift: the customers with whom most was lost, or, when nothing was,
/// somebody harder.
struct Practice: Hashable {
    var choice: ShiftChoice
    /// What the debrief offers, in words.
    var words: Bilingual

    init?(after debrief: Debrief, menu: StartMenu) {
        guard
            let pack = menu.packs.first(where: { $0.name == debrief.pack && !$0.isGuide })
                ?? menu.firstPack
        else { return nil }
        let known = Dictionary(
            pack.scenarios.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let lost = debrief.report.nextStep.conversations
            .compactMap { debrief.report.grade(of: $0) }
            .sorted { ($0.total, $0.conversation.rawValue) < ($1.total, $1.conversation.rawValue) }
        if debrief.report.nextStep.dimension != nil,
            let scenario = lost.lazy.compactMap(\.scenario).compactMap({ known[$0] }).first
        {
            choice = ShiftChoice(pack: pack.name, scenarios: [scenario.id])
            words = Self.named(scenario, DebriefWords.again)
            return
        }
        let served = Set(debrief.report.conversations.compactMap(\.scenario))
        let fresh = pack.scenarios.filter { $0.best == nil && !served.contains($0.id) }
        if let scenario = fresh.min(by: { $0.level < $1.level }) {
            choice = ShiftChoice(pack: pack.name, scenarios: [scenario.id])
            words = Self.named(scenario, DebriefWords.tryHarder)
            return
        }
        choice = ShiftChoice(pack: pack.name)
        words = Bilingual(
            zh: DebriefWords.again(DebriefWords.wholeShift.zh).zh,
            en: DebriefWords.again(DebriefWords.wholeShift.en).en)
    }

    private static func named(
        _ scenario: ScenarioChoice, _ sentence: (String) -> Bilingual
    ) -> Bilingual {
        Bilingual(
            zh: sentence("\(scenario.id) \(scenario.title.zh)").zh,
            en: sentence("\(scenario.id) \(scenario.title.en)").en)
    }
}
