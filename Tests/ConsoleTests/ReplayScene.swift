import Engine
import Grading
import Replaying
import Shifts
import Terminal

@testable import Console

/// What a test's host has to look back at, and what it was asked to do with it.
struct ReplayShelf {
    var entries: [Entry] = []
    /// Read so far; the rest comes when the test says so.
    var read: Int?
    var parent: String?
    var notes = TeacherNotes()
    var report: ShiftReport?
    var branches: [(name: String, entry: Int, at: Instant)] = []
    var compared: [[String]] = []
    var comparison: Comparison?
    var reel: Reel?
}

extension ShelfHost {
    func replay(_ name: String) throws(StorageTrouble) -> OpenedReplay {
        if let trouble { throw trouble }
        let shift = Shift(card: ReplayScene.card, fixture: DeskShop.fixture(.chinese))
        let reel = Reel(
            card: ReplayScene.card, fixture: DeskShop.fixture(.chinese), total: past.entries.count)
        reel.take(past.entries.prefix(past.read ?? past.entries.count).map { ReelEntry($0) })
        if past.read == nil { reel.finish(.whole) }
        past.reel = reel
        return OpenedReplay(
            name: name, shift: shift, reel: reel, notes: past.notes, parent: past.parent)
    }

    func judge(_ reel: Reel) -> ShiftReport? { past.report }

    func keep(_ notes: TeacherNotes, with name: String) throws(StorageTrouble) {
        if let trouble { throw trouble }
        past.notes = notes
    }

    func branch(
        _ name: String, after entry: Int, at instant: Instant
    ) throws(StorageTrouble) -> OpenedShift {
        if let trouble { throw trouble }
        past.branches.append((name, entry, instant))
        let shift = Shift(card: ReplayScene.card, fixture: DeskShop.fixture(.chinese))
        shift.follow(Array(past.entries.prefix(entry)))
        return OpenedShift(shift: shift, clock: DeskClock(isPaused: true))
    }

    func compare(_ first: String, _ second: String) throws(StorageTrouble) -> Comparison {
        past.compared.append([first, second])
        guard let comparison = past.comparison else {
            throw StorageTrouble(Bilingual(zh: "没有", en: "none"))
        }
        return comparison
    }
}

/// A desk on which a short shift is gone through again.
final class ReplayScene {
    let start: StartScene
    var desk: Desk { start.desk }
    var host: ShelfHost { start.host }

    static let card = ShiftCard(
        id: "f2", pack: "open-shop", packHash: "0", profile: "open-retail",
        title: Bilingual(zh: "早班", en: "Morning shift"), seed: 7, tongue: .chinese,
        startsAt: DeskScene.opensAt, endsAt: DeskScene.opensAt + .minutes(10))

    init(
        columns: Int = 80, rows: Int = 24, tongue: Tongue = .chinese, gate: TextGate = TextGate(),
        prepare: (ShelfHost) -> Void = { _ in }
    ) throws {
        start = StartScene(columns: columns, rows: rows, tongue: tongue, gate: gate)
        start.host.past.entries = try Self.served("5L缺货，今天 15:00 前给您三个方案")
        prepare(start.host)
        desk.openReplay("f2", with: host)
        desk.elapse(milliseconds: 1)
    }

    var picture: String { desk.draw().picture }
    func press(_ names: String...) {
        for name in names { start.press(name) }
    }
    var place: Int? { desk.replay?.place }

    /// Two customers: one waits and is answered, one is told what is not so and leaves.
    static func served(_ answer: String) throws -> [Entry] {
        let store = MemoryStore()
        let scene = DeskScene(store: store)
        try scene.comes("liqian", saying: "两天了还不发！", order: DeskShop.rice, after: 20)
        scene.desk.submit(.look(conversation: "c1", at: .order(DeskShop.rice)))
        try scene.wait(seconds: 15)
        scene.desk.submit(.reply(conversation: "c1", text: "您好，我马上帮您查"))
        try scene.others(
            .feel(conversation: "c1", shift: 6, cause: MoodCause(rule: "empathy-first")),
            by: .buyer("liqian"), after: 5)
        scene.desk.submit(
            .promise(
                conversation: "c1", text: "三个方案", deed: .report(ticket: nil),
                due: scene.shift.now + .minutes(2), message: nil))
        try scene.comes("wang", saying: "多大的合适？", stage: .preSale, after: 40)
        scene.desk.submit(.reply(conversation: "c2", text: "肯定5L，绝对不会错"))
        try scene.others(
            .feel(conversation: "c2", shift: -15, cause: MoodCause(rule: "wrong-fact")),
            by: .buyer("wang"), after: 10)
        try scene.others(.leave(conversation: "c2"), by: .buyer("wang"), after: 20)
        scene.desk.submit(.reply(conversation: "c1", text: answer))
        try scene.wait(seconds: 150)
        try scene.others(.rate(conversation: "c1", stars: 4), by: .buyer("liqian"), after: 5)
        return store.entries
    }

    static func side(_ answer: String) throws -> Comparison.Side {
        let entries = try served(answer)
        let reel = Reel(
            card: card, fixture: DeskShop.fixture(.chinese), total: entries.count)
        reel.take(entries.map { ReelEntry($0) })
        var report = DebriefSample.debrief(.chinese).report
        report.conversations = report.conversations.map { grade in
            var grade = grade
            // The sample names its lines by the events of another shift.
            grade.mood.shifts = []
            return grade
        }
        return Comparison.Side(
            card: card, records: reel.records(),
            shop: reel.shop(after: entries.count) ?? reel.opening, report: report)
    }
}
