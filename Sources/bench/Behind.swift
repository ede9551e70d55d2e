import Engine
import Foundation
import Glibc
import Language
import Rig
import Scenarios
import Shifts
import Storage

/// What happens behind the screen: the engine's pace, the journal's patience. No peer has these.
enum Behind {
    private static let opening = CivilTime(year: 2026, month: 3, day: 18, hour: 9).instant()

    /// A shop with so many customers and nothing on its shelves.
    private static func shop(customers: Int) -> Shop {
        Shop(
            ShopFixture(
                name: "bench",
                rules: Rules(
                    payWithin: .hours(24), shipWithin: .hours(48), autoConfirmAfter: .days(10),
                    extensionDays: [3], extensionsPerOrder: 1, answerRefundWithin: .hours(48),
                    compensationLimit: .yuan(20), compensationPercent: 10,
                    recallWithin: .minutes(2), memoBytes: 1000, messageCharacters: 500,
                    ticketWithin: .hours(24), postage: .yuan(8), freePostageFrom: .yuan(99)),
                opensAt: opening,
                customers: (1...customers).map { number in
                    Customer(id: "b\(number)", name: "顾客\(number)", account: "b\(number)")
                }))
    }

    /// 10,000 conversations of 20 messages, decided and applied; events per second, and what the
    /// shop then holds in memory.
    static func engine(_ subjects: [Subject], _ stage: Stage, _ keys: Int) -> [Figure] {
        var pace = Figure(
            row: "E", what: "engine, events decided and applied", unit: .perSecond, aim: .shown)
        var memory = Figure(
            row: "E", what: "engine, 10,000 conversations, 200,000 messages", unit: .megabytes,
            aim: .shown)
        var shop = shop(customers: Stage.conversations)
        let before = ProcessFile.residentKilobytes(of: getpid()) ?? 0
        let start = ContinuousClock.now
        do {
            for number in 1...Stage.conversations {
                let buyer = CustomerID(rawValue: "b\(number)")
                try step(
                    .openConversation(
                        customer: buyer, channel: .taobao, stage: .preSale, order: nil, mood: 60),
                    by: .buyer(buyer), &shop)
            }
            for round in 1...20 {
                for number in 1...Stage.conversations {
                    let talk = ConversationID(rawValue: "c\(number)")
                    let isBuyer = round % 2 == 1
                    try step(
                        isBuyer
                            ? .say(conversation: talk, text: "请问第 \(round) 件什么时候发货？")
                            : .reply(conversation: talk, text: "亲，第 \(round) 件今天下午发出。"),
                        by: isBuyer
                            ? .buyer(CustomerID(rawValue: "b\(number)")) : .agent(shop.agent),
                        &shop)
                }
            }
        } catch {
            Bench.note("  engine: \(error)")
            return []
        }
        let spent = (ContinuousClock.now - start).milliseconds / 1_000
        let after = ProcessFile.residentKilobytes(of: getpid()) ?? 0
        pace.values = [Desk.name: .number((Double(shop.eventCount) / spent).rounded())]
        memory.values = [Desk.name: .number(Double(after - before) / 1_024)]
        return [pace, memory]
    }

    private static func step(_ command: Command, by actor: Actor, _ shop: inout Shop) throws {
        let now = shop.now
        for event in try shop.decide(command, by: actor, at: now) {
            shop.apply(Recorded(sequence: shop.eventCount + 1, at: now, actor: actor, event: event))
        }
    }

    /// Eight hours with five hundred customers on virtual time: opened, served by a program and
    /// judged.
    static func longShift(_ subjects: [Subject], _ stage: Stage, _ keys: Int) -> [Figure] {
        var spent = Figure(
            row: "S", what: "8-hour shift with 500 customers, served", unit: .seconds, aim: .shown)
        var events = Figure(
            row: "S", what: "events in that shift", unit: .words, aim: .shown)
        do {
            let reader = Reader(lexicon: try Lexicon(folder: "Lexicons"))
            let pack = try Pack.load(
                "Packs/first-shift", profiles: "Profiles", topics: reader.lexicon.topics)
            let premises = Premises(pack: pack, reader: reader).crowd(500, seed: 1)
            let start = ContinuousClock.now
            let card = premises.card(id: "bench", tongue: .chinese, seed: 1)
            let rehearsal = try Rehearsal.play(premises, card, by: .golden)
            let seconds = (ContinuousClock.now - start).milliseconds / 1_000
            spent.values = [Desk.name: .number(seconds)]
            events.values = [Desk.name: .number(Double(rehearsal.records.count))]
        } catch {
            Bench.note("  the long shift: \(error)")
        }
        return [spent, events]
    }

    /// From handing one entry to the journal until it is on the disk.
    static func journal(_ subjects: [Subject], _ stage: Stage, _ keys: Int) -> [Figure] {
        var middle = Figure(
            row: "J", what: "journal, one entry onto the disk, p50", unit: .milliseconds,
            aim: .shown)
        var worst = Figure(
            row: "J", what: "journal, one entry onto the disk, p99", unit: .milliseconds,
            aim: .shown)
        let text = #"{"reply":{"conversation":"c17","text":"亲，您的包裹今天下午发出，单号稍后发您。"}}"#
        do {
            let journal = try Journal.create(
                in: stage.folder.file("shifts"),
                header: ShiftHeader(
                    id: "bench", packName: "bench", packHash: "", profile: "", seed: 1,
                    language: .chinese, startedAt: opening, createdAt: 0, programVersion: "bench"))
            let samples = try (1...500).map { number in
                let entry = JournalEntry(
                    sequence: number, at: opening + .seconds(number), actor: "agent:me",
                    isExternal: true, command: Array(text.utf8), events: Array(text.utf8))
                let start = ContinuousClock.now
                try journal.append([entry])
                return (ContinuousClock.now - start).milliseconds
            }
            middle.values = [Desk.name: .number(samples.percentile(0.5))]
            worst.values = [Desk.name: .number(samples.percentile(0.99))]
        } catch {
            Bench.note("  journal: \(error)")
        }
        return [middle, worst]
    }
}
