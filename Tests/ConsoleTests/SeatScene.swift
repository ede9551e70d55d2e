import Engine
import Language
import Scenarios
import Shifts
import ShippedData
import Support
import Terminal

@testable import Console

/// A desk at one seat of a room, with the deciding process played by a second shift.
final class SeatScene {
    // A class: desk, relay and test look at the same scene.
    let desk: Desk
    let seat: FakeSeat
    let host: Shift
    private let store = MemoryStore()
    private let relay: LocalRelay

    init(
        _ role: SeatRole, columns: Int = 80, rows: Int = 24, tongue: Engine.Tongue = .chinese
    ) throws {
        let pack = try Shipped.pack("first-shift")
        let premises = Premises(pack: pack, reader: try Shipped.reader)
        guard let card = premises.roleCard(of: "P02", in: tongue) else {
            preconditionFailure("no P02")
        }
        var shiftCard = premises.card(
            id: "lab-1", tongue: tongue, seed: 7, scenarios: ["P02"])
        shiftCard.seating = Seating(
            room: "lab", round: 1, scenario: "P02", customer: card.customer)
        host = premises.open(shiftCard, store: store)
        seat = FakeSeat(role, card)
        let shift = Shift(card: shiftCard, fixture: pack.fixture(in: tongue))
        relay = LocalRelay(host, store, seat)
        shift.relay = relay
        var settings = DeskSettings()
        settings.tongue = tongue
        desk = Desk(
            host: RecordingHost(),
            pages: DeskPages(start: { _ in RoundPage() }, debrief: { _ in RoundPage() }),
            settings: settings, size: Size(columns: columns, rows: rows))
        let store = store
        desk.sit(
            at: seat,
            with: WatchedShift(
                shift: shift, holder: UnfinishedShift.Holder(process: nil),
                newEntries: { Array(store.entries.dropFirst(shift.entryCount)) }))
    }

    var picture: String { desk.draw().picture }

    func press(_ names: String...) {
        for name in names {
            guard let key = Key(name: name) else { preconditionFailure("no such key: \(name)") }
            desk.handle([.key(key)])
            _ = desk.draw()
        }
    }

    func type(_ text: String) { desk.handle(text.map { .key(Key(.character($0))) }) }

    /// Somebody at another seat does something, so many seconds later.
    func others(_ command: Command, by actor: Actor, after seconds: Int = 0) throws {
        if seconds > 0 { try host.advance(to: host.now + .seconds(seconds)) }
        try host.submit(command, by: actor)
        desk.elapse(milliseconds: 100)
    }

    var events: [Event] { host.records.map(\.event) }

    /// The buyer has asked and the agent has asked back.
    func talk(_ tongue: Engine.Tongue = .chinese) throws {
        let zh = tongue == .chinese
        let buyer = Actor.buyer(seat.customer)
        try others(seat.fullCard.opening, by: buyer, after: 5)
        try others(
            .say(
                conversation: "c1",
                text: zh ? "165/55kg 穿M还是L？" : "165 cm, 55 kg: M or L?"), by: buyer)
        try others(
            .reply(
                conversation: "c1",
                text: zh ? "您平时喜欢宽松一点还是修身一点呢？" : "Do you like it loose or more fitted?"),
            by: host.agent, after: 12)
        try others(
            .note(conversation: "c1", text: zh ? "别给她看这个" : "not for her eyes"),
            by: host.agent)
    }
}

/// A room with nothing behind it.
final class FakeSeat: SeatHost {
    // A class, as the protocol asks.
    let role: SeatRole
    let fullCard: RoleCard
    var missing: [SeatRole] = []
    var trouble: Bilingual?
    var kept = Draft()
    var swaps = 0
    var rounds: [RoundScore] = []

    init(_ role: SeatRole, _ card: RoleCard) {
        self.role = role
        fullCard = card
    }

    var room: String { "lab" }
    var round: Int { 1 }
    var card: RoleCard? { role == .buyer || role == .leader ? fullCard : nil }
    var customer: CustomerID { fullCard.customer }
    func swap() throws(StorageTrouble) { swaps += 1 }
    func keep(_ draft: Draft) throws(StorageTrouble) { kept = draft }
    func keptDraft() -> Draft { kept }
    func scores() -> [RoundScore] { rounds }
}

/// Decides at once, as the seat's own actor.
final class LocalRelay: Relay {
    // A class, as the protocol asks.
    private let host: Shift
    private let store: MemoryStore
    private let seat: FakeSeat

    init(_ host: Shift, _ store: MemoryStore, _ seat: FakeSeat) {
        self.host = host
        self.store = store
        self.seat = seat
    }

    func carry(_ command: Command, for shift: Shift) throws(ShiftFault) -> [Recorded] {
        let actor: Actor =
            switch seat.role {
            case .agent: host.agent
            case .buyer: .buyer(seat.customer)
            case .leader, .watch: .instructor
            }
        try host.submit(command, by: actor)
        return shift.follow(Array(store.entries.dropFirst(shift.entryCount)))
    }
}
