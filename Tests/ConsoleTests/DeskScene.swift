import Engine
import Macros
import Shifts
import Support
import Terminal
import Typing

@testable import Console

/// A desk with a small shop under it, in which a test plays every customer and presses every key.
final class DeskScene {
    // A class: closures of a test look at the same scene.
    let desk: Desk
    let shift: Shift
    let host = RecordingHost()

    static let opensAt = CivilTime(year: 2026, month: 3, day: 18, hour: 14).instant()

    init(
        columns: Int = 80, rows: Int = 24, tongue: Tongue = .chinese,
        gate: TextGate = TextGate(), settings: DeskSettings? = nil,
        store: any EntryStore = ForgetfulStore(), fixture: ShopFixture? = nil
    ) {
        var chosen = settings ?? DeskSettings()
        chosen.tongue = tongue
        let card = ShiftCard(
            id: "s1", pack: "test", packHash: "0", profile: "taobao",
            title: Bilingual(zh: "早班", en: "morning shift"), seed: 7, tongue: tongue,
            startsAt: Self.opensAt)
        shift = Shift(card: card, fixture: fixture ?? DeskShop.fixture(tongue), store: store)
        let profile = TerminalProfile(
            ambiguousIsWide: gate.ambiguousIsWide, emoji: gate.emoji)
        desk = Desk(
            host: host, pages: .blank, settings: chosen,
            size: Size(columns: columns, rows: rows), profile: profile)
        desk.open(shift)
    }

    /// What the screen shows.
    var picture: String { desk.draw().picture }

    /// Presses keys by name, one drain each.
    func press(_ names: String...) {
        for name in names {
            guard let key = Key(name: name) else {
                preconditionFailure("no such key: \(name)")
            }
            desk.handle([.key(key)])
            _ = desk.draw()
        }
    }

    /// Types a text, one key a character.
    func type(_ text: String) {
        desk.handle(text.map { .key(Key(.character($0))) })
    }

    /// Somebody else does something, so many seconds later.
    func others(_ command: Command, by actor: Actor, after seconds: Int = 0) throws {
        if seconds > 0 {
            desk.observe(try shift.advance(to: shift.now + .seconds(seconds)))
        }
        desk.observe(try shift.submit(command, by: actor))
    }

    /// A customer comes and says something.
    func comes(
        _ customer: CustomerID, saying lines: String..., order: OrderID? = nil,
        channel: Conversation.Channel = .taobao, stage: Conversation.Stage = .order,
        after seconds: Int = 0
    ) throws {
        try others(
            .openConversation(
                customer: customer, channel: channel, stage: stage, order: order, mood: 50),
            by: .buyer(customer), after: seconds)
        guard let talk = shift.shop.conversations(of: customer).last else { return }
        for line in lines {
            try others(.say(conversation: talk.id, text: line), by: .buyer(customer))
        }
    }

    func says(
        _ customer: CustomerID, _ text: String, after seconds: Int = 0
    ) throws {
        guard let talk = shift.shop.conversations(of: customer).last else { return }
        try others(
            .say(conversation: talk.id, text: text), by: .buyer(customer), after: seconds)
    }

    /// Lets shop time pass without anybody doing anything.
    func wait(seconds: Int) throws {
        desk.observe(try shift.advance(to: shift.now + .seconds(seconds)))
    }

    var events: [Event] { shift.records.map(\.event) }

    /// A usual moment: four customers, one over the limit, one answered, a promise, an order.
    static func busy(
        columns: Int = 80, rows: Int = 24, tongue: Tongue = .chinese,
        gate: TextGate = TextGate(), with fixture: ShopFixture? = nil
    ) throws -> DeskScene {
        let scene = DeskScene(
            columns: columns, rows: rows, tongue: tongue, gate: gate, fixture: fixture)
        let zh = tongue == .chinese
        try scene.comes(
            "liqian", saying: zh ? "两天了还不发！" : "Two days and still not shipped!",
            order: DeskShop.rice)
        try scene.others(
            .autoReply(
                conversation: "c1", text: zh ? "您好，欢迎光临小满家电" : "Hello, welcome to Xiaoman"),
            by: .bot, after: 1)
        scene.desk.submit(.take(conversation: "c1"))
        scene.desk.submit(
            .reply(
                conversation: "c1",
                text: zh ? "抱歉让您久等，我马上查一下" : "Sorry for the wait, let me look at once"))
        try scene.says(
            "liqian", zh ? "我20号要出门的👨‍👩‍👧‍👦，能不能给个准话❤️" : "I leave on the 20th 👨‍👩‍👧‍👦, tell me straight ❤️",
            after: 20)
        scene.desk.submit(
            .note(conversation: "c1", text: zh ? "库存不对，问仓库" : "Stock is off, ask the warehouse"))
        scene.desk.submit(
            .promise(
                conversation: "c1", text: zh ? "今天答复" : "answer today", deed: .report(ticket: nil),
                due: scene.shift.now + .hours(3), message: nil))
        try scene.comes(
            "wang", saying: zh ? "电饭煲多大的合适？" : "Which size of cooker fits?", stage: .preSale,
            after: 60)
        try scene.comes(
            "zhao", saying: zh ? "勺子少了一把" : "A spoon is missing", order: DeskShop.pot,
            channel: .pdd, stage: .afterSale, after: 30)
        scene.desk.submit(.reply(conversation: "c3", text: zh ? "给您补寄" : "We will send one"))
        try scene.comes("ouyang", saying: zh ? "在吗" : "hi", stage: .preSale, after: 71)
        return scene
    }
}

/// A host that keeps everything in memory and remembers what it was asked.
final class RecordingHost: DeskHost {
    var drafts: [DraftSlot: Console.Draft] = [:]
    var copied: [String] = []
    var macros: [Macro] = []
    var bells = 0
    var suspensions = 0
    var hasQuit = false
    var settings: DeskSettings?
    var clock: DeskClock?
    var trouble: StorageTrouble?

    func saveDraft(_ draft: Console.Draft, for slot: DraftSlot) throws(StorageTrouble) {
        if let trouble { throw trouble }
        drafts[slot] = draft
    }
    func loadDrafts() -> [DraftSlot: Console.Draft] { drafts }
    func saveClock(_ clock: DeskClock, at instant: Instant) throws(StorageTrouble) {
        if let trouble { throw trouble }
        self.clock = clock
    }
    var tallies: [ConversationID: KeyTally] = [:]
    var lines: [DrillLine] = []
    func saveTyping(_ tallies: [ConversationID: KeyTally]) throws(StorageTrouble) {
        if let trouble { throw trouble }
        self.tallies.merge(tallies) { _, new in new }
    }
    func loadTyping() -> [ConversationID: KeyTally] { tallies }
    func drills() -> DrillShelf { .sample(lines) }
    func keepDrill(_ line: DrillLine) throws(StorageTrouble) {
        if let trouble { throw trouble }
        lines.append(line)
    }
    func saveSettings(_ settings: DeskSettings) throws(StorageTrouble) { self.settings = settings }
    func saveMacro(_ macro: Macro) throws(StorageTrouble) -> String {
        if let trouble { throw trouble }
        macros.append(macro)
        return "replies/\(macro.name).yaml"
    }
    func openMacro(_ macro: Macro) -> MacroPage { MacroPage(text: macro.yaml) }
    func saveMacro(
        _ macro: Macro, text: String, on page: MacroPage
    ) throws(StorageTrouble) -> String {
        try saveMacro(macro)
    }
    func copy(_ text: String) { copied.append(text) }
    func bell() { bells += 1 }
    func suspend() { suspensions += 1 }
    func quit() { hasQuit = true }
    func exportShift() throws(StorageTrouble) -> String { "shift.jsonl" }
}

/// A page with nothing but its name, in place of the start page and the debrief.
struct BlankPage: Page {
    let title: Bilingual
    func draw(_ desk: Desk, into canvas: inout Canvas) {
        canvas.put(title[desk.tongue], at: Point(x: 0, y: 0))
    }
    mutating func handle(_ input: Input, _ desk: Desk) -> Bool { false }
}

extension DeskPages {
    static var blank: DeskPages {
        DeskPages(
            start: { _ in BlankPage(title: Bilingual(zh: "开始", en: "Start")) },
            debrief: { _ in BlankPage(title: Bilingual(zh: "复盘", en: "Debrief")) })
    }
}
