import Engine
import Grading
import Macros
import Shifts
import Terminal
import Typing

@testable import Console

/// A desk that begins at its pages, with a shelf of shifts that a test has filled.
final class StartScene {
    // A class: the desk and the test hold the same host.
    let host: ShelfHost
    let desk: Desk

    init(
        _ menu: StartMenu = .usual, columns: Int = 80, rows: Int = 24, tongue: Tongue = .chinese,
        gate: TextGate = TextGate()
    ) {
        let host = ShelfHost(menu)
        self.host = host
        var settings = DeskSettings()
        settings.tongue = tongue
        desk = Desk(
            host: host,
            pages: DeskPages(
                start: { _ in StartPage.opening(host) },
                debrief: { desk in
                    guard let shift = desk.shift else { return StartPage.opening(host) }
                    return DebriefPage(host: host, host.debrief(of: shift))
                }), settings: settings, size: Size(columns: columns, rows: rows),
            profile: TerminalProfile(ambiguousIsWide: gate.ambiguousIsWide, emoji: gate.emoji))
        desk.showStart()
    }

    var picture: String { desk.draw().picture }

    func press(_ names: String...) {
        for name in names {
            guard let key = Key(name: name) else { preconditionFailure("no such key: \(name)") }
            desk.handle([.key(key)])
            _ = desk.draw()
        }
    }

    func type(_ text: String) {
        desk.handle(text.map { .key(Key(.character($0))) })
    }

    var page: String { desk.page?.title.zh ?? "" }
}

/// A host with plain values in place of packs and files; it remembers what it was asked for.
final class ShelfHost: PageHost {
    var menu: StartMenu
    var begun: [ShiftChoice] = []
    var resumed: [String] = []
    var watched: [String] = []
    var exported: [ReportForm] = []
    var settings: DeskSettings?
    var isFirstStartDone = false
    var hasQuit = false
    var copied: [String] = []
    var drafts: [DraftSlot: Console.Draft] = [:]
    var trouble: StorageTrouble?
    var report: (Shift) -> Debrief = { DebriefSample.judged($0) }
    /// What stands behind the pages of the course.
    var coursework: (any CourseHost)?
    var course: (any CourseHost)? { coursework }
    /// Shifts to look back at.
    var past = ReplayShelf()
    /// What the other desk goes on to store.
    var arriving: [Entry] = []

    init(_ menu: StartMenu) { self.menu = menu }

    func startMenu() -> StartMenu { menu }
    func firstStartIsDone() {
        isFirstStartDone = true
        menu.isFirstStart = false
    }
    func begin(_ choice: ShiftChoice) throws(StorageTrouble) -> OpenedShift {
        if let trouble { throw trouble }
        begun.append(choice)
        return OpenedShift(shift: shift("new-\(begun.count)"))
    }
    func resume(_ id: String) throws(StorageTrouble) -> OpenedShift {
        if let trouble { throw trouble }
        resumed.append(id)
        return OpenedShift(shift: shift(id), clock: DeskClock(isPaused: true))
    }
    func watch(_ id: String) throws(StorageTrouble) -> WatchedShift {
        watched.append(id)
        return WatchedShift(shift: shift(id), holder: .init(process: 4711)) { [self] in
            defer { arriving = [] }
            return arriving
        }
    }
    func debrief(of shift: Shift) -> Debrief { report(shift) }
    func openReport(_ id: String) throws(StorageTrouble) -> Debrief {
        if let trouble { throw trouble }
        return DebriefSample.debrief(settings?.tongue ?? .chinese)
    }
    func export(_ debrief: Debrief, as form: ReportForm) throws(StorageTrouble) -> String {
        if let trouble { throw trouble }
        exported.append(form)
        return "report.\(form.rawValue)"
    }

    func saveDraft(_ draft: Console.Draft, for slot: DraftSlot) throws(StorageTrouble) {
        drafts[slot] = draft
    }
    func loadDrafts() -> [DraftSlot: Console.Draft] { [:] }
    func saveClock(_ clock: DeskClock, at instant: Instant) throws(StorageTrouble) {}
    var tallies: [ConversationID: KeyTally] = [:]
    var lines: [DrillLine] = []
    func saveTyping(_ tallies: [ConversationID: KeyTally]) throws(StorageTrouble) {
        if let trouble { throw trouble }
        self.tallies.merge(tallies) { _, new in new }
    }
    func loadTyping() -> [ConversationID: KeyTally] { tallies }
    /// What the next round is drawn by, where a round does not say it.
    var drillSeed: UInt64 = 7
    func drills() -> DrillShelf {
        var shelf = DrillShelf.sample(lines)
        shelf.seed = drillSeed
        return shelf
    }
    func keepDrill(_ line: DrillLine) throws(StorageTrouble) {
        if let trouble { throw trouble }
        lines.append(line)
    }
    func saveSettings(_ settings: DeskSettings) throws(StorageTrouble) { self.settings = settings }
    func saveMacro(_ macro: Macro) throws(StorageTrouble) -> String { "replies/\(macro.name).yaml" }
    func openMacro(_ macro: Macro) -> MacroPage { MacroPage(text: macro.yaml) }
    func saveMacro(
        _ macro: Macro, text: String, on page: MacroPage
    ) throws(StorageTrouble) -> String {
        try saveMacro(macro)
    }
    func copy(_ text: String) { copied.append(text) }
    func bell() {}
    func suspend() {}
    func quit() { hasQuit = true }
    func exportShift() throws(StorageTrouble) -> String { "shift.jsonl" }

    private func shift(_ id: String) -> Shift {
        Shift(
            card: ShiftCard(
                id: id, pack: "open-shop", packHash: "0", profile: "open-retail",
                title: Bilingual(zh: "早班", en: "Morning shift"), seed: 7, tongue: .chinese,
                startsAt: DeskScene.opensAt), fixture: DeskShop.fixture(.chinese))
    }
}

extension StartMenu {
    private static func at(_ day: Int, _ hour: Int, _ minute: Int) -> Instant {
        CivilTime(year: 2026, month: 3, day: day, hour: hour, minute: minute).instant()
    }

    static let scenarios = [
        ScenarioChoice(
            id: "P02", level: 1, title: Bilingual(zh: "M还是L", en: "M or L?"),
            goal: Bilingual(
                zh: "先问穿着习惯，再按尺码表推荐", en: "Ask about the fit, then advise by the table"),
            stage: .preSale, best: 92),
        ScenarioChoice(
            id: "P07", level: 2, title: Bilingual(zh: "券用不了", en: "The coupon fails"),
            goal: Bilingual(zh: "先找出门槛差多少", en: "Find what the threshold lacks first"),
            stage: .preSale),
        ScenarioChoice(
            id: "M06", level: 3, title: Bilingual(zh: "两天了还不发", en: "Two days, not shipped"),
            goal: Bilingual(zh: "说真话，给三条路", en: "Tell the truth, offer three ways"), stage: .order,
            best: 61),
        ScenarioChoice(
            id: "A10", level: 3, title: Bilingual(zh: "穿十天开线", en: "A seam split on day ten"),
            goal: Bilingual(zh: "质量问题不看七天", en: "Quality knows no seven days"), stage: .afterSale),
    ]

    static let guidePack = PackChoice(
        name: "first-steps", title: Bilingual(zh: "头三分钟", en: "First steps"), minutes: 20,
        scenarios: [
            ScenarioChoice(
                id: "first", level: 1, title: Bilingual(zh: "什么时候发货", en: "When does it ship?"),
                goal: Bilingual(zh: "学八个键", en: "Learn eight keys"), stage: .order)
        ], isGuide: true)

    static let openShop = PackChoice(
        name: "open-shop", title: Bilingual(zh: "悦己小店", en: "Yueji Shop"), minutes: 40,
        scenarios: scenarios)

    /// After the very first installation.
    static let fresh = StartMenu(isFirstStart: true, packs: [guidePack, openShop])

    /// A shift cut off yesterday, two behind, one file broken.
    static let usual = StartMenu(
        unfinished: [
            UnfinishedShift(
                id: "u1", title: Bilingual(zh: "早班", en: "Morning shift"), begunAt: at(18, 9, 2),
                served: .seconds(872), planned: .minutes(40))
        ], packs: [guidePack, openShop],
        finished: [
            FinishedShift(
                id: "f2", title: Bilingual(zh: "悦己小店", en: "Yueji Shop"), begunAt: at(17, 20, 5),
                lasted: .seconds(2402), conversations: 6, score: 78),
            FinishedShift(
                id: "f1", title: Bilingual(zh: "M还是L", en: "M or L?"), begunAt: at(16, 19, 40),
                lasted: .seconds(301), conversations: 1, score: 92),
        ],
        damaged: [
            DamagedShift(
                name: "20260310-1.shift",
                sentence: Bilingual(
                    zh: "这个文件坏了，放着没动；可以删掉，或发给我们看看",
                    en: "This file is damaged and left as it is; delete it or keep it aside"))
        ], keysFile: "~/.config/xiaoer/keys.yaml", themesFolder: "~/.config/xiaoer/themes")
}
