import Console
import Course
import Engine
import Foundation
import Grading
import Language
import Scenarios
import Shifts
import ShippedData
import Support
import Terminal
import Testing

/// A desk that has gone to the course: the shipped content, a person's sheets in memory, a shelf
/// that a test has filled.
final class CourseScene {
    // A class: the desk and the test hold the same host.
    let start: StartScene
    let host: CourseShelfHost
    var desk: Desk { start.desk }

    init(
        columns: Int = 80, rows: Int = 24, tongue: Tongue = .chinese, gate: TextGate = TextGate(),
        served: [AdminFacts.Served] = []
    ) throws {
        start = StartScene(
            StartMenu(packs: [StartMenu.guidePack, StartMenu.openShop]), columns: columns,
            rows: rows, tongue: tongue, gate: gate)
        host = try CourseShelfHost(served)
        start.host.coursework = host
        desk.showStart()
        press("3")
    }

    var picture: String { start.picture }

    func press(_ names: String...) { for name in names { start.press(name) } }
    func type(_ text: String) { start.type(text) }
}

/// A host with the shipped course, and nothing on disk.
final class CourseShelfHost: CourseHost {
    let served: [AdminFacts.Served]
    private let content: Curriculum
    var sheets: [String: FilledSheet] = [:]
    /// How often a sheet was kept, and how often for good.
    var kept = 0
    var settled = 0
    var read: Set<String> = []
    var exported: [String] = []
    var trouble: StorageTrouble?

    init(_ served: [AdminFacts.Served]) throws {
        self.served = served
        content = try Self.shipped.get()
    }

    private static let shipped = Result {
        try Curriculum.load(Repository.path("Course"), scenarios: { ids[$0] })
    }

    private static let ids: [String: [String]] = {
        let packs = (try? FileManager.default.contentsOfDirectory(atPath: Repository.path("Packs")))
        return (packs ?? []).reduce(into: [:]) { ids, pack in
            ids[pack] = PackHead(folder: Repository.path("Packs/\(pack)"))?.scenarios.map(\.id)
        }
    }()

    func curriculum() throws(StorageTrouble) -> Curriculum {
        if let trouble { throw trouble }
        return content
    }

    func learningRecord() throws(StorageTrouble) -> LearningRecord {
        var filled: [String: Int] = [:]
        for sheet in content.worksheets {
            filled[sheet.name] = sheets[sheet.name]?.filled(in: sheet) ?? 0
        }
        return LearningRecord(
            shifts: served.map(\.shift), scenarios: Self.scenarios, read: read, filled: filled)
    }

    /// Those of two chapters, some of them served.
    private static let scenarios: [LearningRecord.KnownScenario] = ["first-steps", "chapter-4"]
        .flatMap { pack in
            (PackHead(folder: Repository.path("Packs/\(pack)"))?.scenarios ?? []).map { head in
                LearningRecord.KnownScenario(
                    pack: pack, id: head.id, level: head.level, title: head.title,
                    goal: head.goal, best: ["P08": 96, "M01": 84, "M06": 61][head.id])
            }
        }

    func markRead(_ lesson: String) throws(StorageTrouble) { read.insert(lesson) }

    func sheet(_ worksheet: String) throws(StorageTrouble) -> FilledSheet {
        sheets[worksheet] ?? FilledSheet(worksheet: worksheet)
    }

    func keep(_ sheet: FilledSheet, settles: Bool) throws(StorageTrouble) {
        if let trouble { throw trouble }
        sheets[sheet.worksheet] = sheet
        kept += 1
        settled += settles ? 1 : 0
    }

    func export(_ sheet: FilledSheet, of worksheet: Worksheet, as form: SheetForm)
        throws(StorageTrouble) -> String
    {
        exported.append(sheet.exported(as: form, of: worksheet, in: .chinese))
        return "\(worksheet.name).\(form.rawValue)"
    }

    func twoWays(in tongue: Tongue) throws(StorageTrouble) -> [PlayedWay] {
        do { return try Self.played[tongue == .chinese ? 0 : 1].get() } catch {
            throw StorageTrouble(Bilingual(zh: "\(error)", en: "\(error)"))
        }
    }

    /// Played once for all tests.
    private nonisolated(unsafe) static let played = Tongue.allCases.map { tongue in
        Result { try play(tongue) }
    }

    private static func play(_ tongue: Tongue) throws -> [PlayedWay] {
        let staged = try shipped.get().settings.twoWays
        let reader = try Shipped.reader
        let pack = try Shipped.pack(staged.pack)
        let premises = try Premises(pack: pack, reader: reader).varied(by: staged.seed)
        let card = premises.card(
            id: "two-ways", tongue: tongue, seed: staged.seed, scenarios: [staged.scenario])
        return try [
            (TrialAgent.polite, Bilingual(zh: "客客气气", en: "Politely")),
            (.golden, Bilingual(zh: "办成了", en: "Solved")),
        ].map { trial, title in
            let run = try Rehearsal.play(premises, card, by: .trial(trial))
            var shop = Shop(premises.pack.fixture(in: tongue))
            for record in run.records { shop.apply(record) }
            let talk = try #require(run.report.conversations.first)
            return PlayedWay(
                title: title,
                debrief: Debrief(
                    id: card.id, pack: card.pack, title: card.title, report: run.report,
                    records: run.records, shop: shop), conversation: talk.conversation
            ) { event in
                premises.report(on: Array(run.records.prefix(event)), of: card)
                    .grade(of: talk.conversation)
            }
        }
    }

    func moneyWalk(in tongue: Tongue) throws(StorageTrouble) -> MoneyWalk {
        do {
            let pack = try Shipped.pack("first-steps")
            var fixture = pack.fixture(in: tongue)
            fixture.rules = try Profile.load(Repository.path("Profiles/taobao.yaml"))
                .rules(in: tongue)
            return MoneyWalk(fixture, customer: "hujie", variant: "cooker-5l")
        } catch { throw StorageTrouble(Bilingual(zh: "\(error)", en: "\(error)")) }
    }

    func adminFacts() throws(StorageTrouble) -> AdminFacts {
        AdminFacts(
            layers: [
                AdminFacts.Layer(
                    name: Bilingual(zh: "设置", en: "Settings"),
                    looked: Bilingual(zh: "settings.json", en: "settings.json"), faults: []),
                AdminFacts.Layer(
                    name: Bilingual(zh: "班次文件", en: "Shift files"),
                    looked: Bilingual(zh: "3 个", en: "3"),
                    faults: [
                        Bilingual(
                            zh: "20260310-1.shift 坏了，放着没动",
                            en: "20260310-1.shift is damaged and left as it is")
                    ]),
            ],
            incidents: [
                AdminFacts.Incident(
                    at: CivilTime(year: 2026, month: 3, day: 17, hour: 20, minute: 9).instant(),
                    layer: Bilingual(zh: "店里不允许", en: "refused by the shop"),
                    sentence: Bilingual(
                        zh: "订单已经发货，地址改不了", en: "The order has shipped; its address stays"))
            ],
            profiles: [
                AdminFacts.ProfileVersion(
                    name: "open-retail", title: Bilingual(zh: "通用零售", en: "General retail"),
                    dated: "2026-03-01", training: 40, differences: [], shifts: 2),
                AdminFacts.ProfileVersion(
                    name: "taobao", title: Bilingual(zh: "淘宝", en: "Taobao"),
                    dated: "2026-03-01", training: 12,
                    differences: [
                        AdminFacts.Difference(
                            title: Bilingual(zh: "未付款关闭", en: "unpaid closes after"),
                            ours: "24h", other: "40m")
                    ], shifts: 1),
            ], shifts: served, costs: content.settings.costs,
            limits: [
                AdminFacts.Limit(
                    title: Bilingual(zh: "补偿上限", en: "compensation limit"), value: "20.00")
            ], offset: CivilTime.chinaOffset)
    }
}

extension AdminFacts.Served {
    /// Three shifts, each better than the one before.
    static let three: [AdminFacts.Served] = (0..<3).map { place in
        let begun = CivilTime(year: 2026, month: 3, day: 17 - place, hour: 20).instant()
        return AdminFacts.Served(
            id: "s\(place)", title: Bilingual(zh: "悦己小店", en: "Yueji Shop"), begunAt: begun,
            offset: CivilTime.chinaOffset, profile: place == 0 ? "taobao" : "open-retail",
            score: 84 - place * 12,
            shift: ServedShift(
                talks: [
                    ServedShift.Talk(
                        scenario: "M06",
                        title: Bilingual(zh: "两天了还不发", en: "Two days, not shipped"),
                        grade: 84 - place * 12,
                        losses: [
                            ServedShift.Loss(dimension: .process, points: 5 + place * 2),
                            ServedShift.Loss(dimension: .language, points: 2),
                        ], crossed: []),
                    ServedShift.Talk(
                        scenario: "M01", title: Bilingual(zh: "拍好了", en: "Ordered"), grade: 80,
                        losses: [], crossed: []),
                ],
                figures: [
                    ServedShift.Figure(kind: .threeMinuteRate, value: .rate(9_800 - place * 900)),
                    ServedShift.Figure(
                        kind: .firstResponse, value: .time(.seconds(18 + place * 20))),
                    ServedShift.Figure(
                        kind: .satisfaction, value: place == 1 ? .none : .rate(8_000)),
                ], lasted: .minutes(40), compensated: Money(fen: place * 500), tickets: place,
                looks: place == 0
                    ? [
                        ServedShift.AddressLook(
                            at: begun, by: "me", order: "2603171234567842", customer: "李倩")
                    ] : [],
                mishaps: place == 2
                    ? [
                        ServedShift.Mishap(
                            at: begun, kind: .brokenPromise, about: "回复查件结果")
                    ] : []))
    }
}
