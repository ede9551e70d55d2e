import Engine
import Foundation
import Rig
import Shifts
import Stores
import Support

/// Rows L, G and Y: a whole shop's trade, driven by programs. No peer has it.
enum Trade {
    private static let orders = 100_000
    private static let customers = 10_000

    /// A store of 100,000 orders from its bytes to an open shop, and what it then takes up.
    static func loading(_ subjects: [Subject], _ stage: Stage, _ keys: Int) -> [Figure] {
        var time = Figure(
            row: "L", what: "store of 100,000 orders, 10,000 customers, loaded", unit: .seconds,
            aim: .atMost(5))
        var memory = Figure(
            row: "L", what: "memory at most while it loads", unit: .megabytes, aim: .atMost(600))
        var dumping = Figure(row: "L", what: "the same store dumped", unit: .seconds, aim: .shown)
        // Its own process: what made the store is not counted.
        let path = stage.folder.file("store.json")
        do {
            let bytes = StoreFile.bytes(
                of: StoreMill.store(orders: orders, customers: customers, seed: 1))
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let answers = try answers(
                of: stage.desk,
                to: [
                    #"{"do":"load","storeFile":"\#(path)"}"#,
                    #"{"do":"dump","to":"\#(path)"}"#,
                ])
            time.values = [Desk.name: .number(answers[0].seconds)]
            memory.values = [Desk.name: .number(answers[0].peak)]
            dumping.values = [Desk.name: .number(answers[1].seconds)]
        } catch {
            Bench.note("  loading: \(error)")
        }
        return [time, memory, dumping]
    }

    /// Lines answered by the gym in this process: the mix of a day's trade.
    static func operations(_ subjects: [Subject], _ stage: Stage, _ keys: Int) -> [Figure] {
        var pace = Figure(
            row: "G", what: "gym, operations answered", unit: .perSecond, aim: .atLeast(20_000))
        let count = 50_000
        do {
            let store = StoreMill.store(orders: 1_000, customers: 1_000, seed: 2)
            let lines = try lines(count, in: store)
            var gym = Gym(world: NoWorld())
            let load = try JSONWriter.text(of: LoadLine(store: store))
            guard gym.answer(load).contains("\"ok\":true") else { return [pace] }
            let start = ContinuousClock.now
            for line in lines { _ = gym.answer(line) }
            let seconds = (ContinuousClock.now - start).milliseconds / 1_000
            pace.values = [Desk.name: .number((Double(count) / seconds).rounded())]
        } catch {
            Bench.note("  operations: \(error)")
        }
        return [pace]
    }

    /// A year in which ten thousand orders are placed, paid, sent, scanned and confirmed, with the
    /// platform's timers acting in between.
    static func year(_ subjects: [Subject], _ stage: Stage, _ keys: Int) -> [Figure] {
        var spent = Figure(
            row: "Y", what: "a year of virtual time, 10,000 orders", unit: .seconds, aim: .shown)
        do {
            let store = StoreMill.store(orders: 100, customers: 1_000, seed: 3)
            let steps = steps(50_000, in: store)
            let shift = Shift(
                card: ShiftCard(
                    id: "bench", pack: "store", packHash: "", profile: "",
                    title: Bilingual(zh: "", en: ""), seed: 1, tongue: .chinese,
                    startsAt: store.opensAt),
                fixture: store)
            let pause = Span(milliseconds: Span.days(365).milliseconds / Int64(steps.count))
            let start = ContinuousClock.now
            for step in steps {
                _ = try shift.advance(to: shift.now + pause)
                // Who comes after a timer may be refused, as in life.
                _ = try? shift.submit(step.command, by: step.actor)
            }
            let seconds = (ContinuousClock.now - start).milliseconds / 1_000
            spent.values = [Desk.name: .number(seconds)]
            Bench.note("  \(shift.shop.orders.count) orders, \(shift.records.count) events")
        } catch {
            Bench.note("  a year: \(error)")
        }
        return [spent]
    }

    private static func steps(_ count: Int, in store: ShopFixture) -> [StoreTraffic.Step] {
        var traffic = StoreTraffic(store, seed: 2)
        return (1...count).map { _ in traffic.step() }
    }

    private static func lines(_ count: Int, in store: ShopFixture) throws -> [String] {
        try steps(count, in: store).map {
            try JSONWriter.text(of: ActLine(as: $0.actor, command: $0.command))
        }
    }

    private struct ActLine: Encodable {
        var `do` = "act"
        var `as`: Actor
        var command: Command
    }

    private struct LoadLine: Encodable {
        var `do` = "load"
        var store: ShopFixture
    }

    /// The gym as a program of its own, a line at a time: how long each answer took, and the
    /// megabytes it held at most until then.
    private static func answers(
        of program: String, to lines: [String]
    ) throws -> [(seconds: Double, peak: Double)] {
        let gym = Process()
        let (input, output) = (Pipe(), Pipe())
        gym.executableURL = URL(fileURLWithPath: program)
        gym.arguments = ["gym"]
        gym.standardInput = input
        gym.standardOutput = output
        try gym.run()
        defer { gym.terminate() }
        return try lines.map { line in
            let start = ContinuousClock.now
            try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
            var answer = Data()
            while answer.last != UInt8(ascii: "\n") {
                let more = output.fileHandleForReading.availableData
                if more.isEmpty { break }
                answer += more
            }
            let seconds = (ContinuousClock.now - start).milliseconds / 1_000
            guard String(decoding: answer, as: UTF8.self).contains("\"ok\":true") else {
                throw GymFault(
                    code: "bench", zh: "没有打开", en: String(decoding: answer, as: UTF8.self))
            }
            return (seconds, peak(of: gym.processIdentifier))
        }
    }

    private static func peak(of process: Int32) -> Double {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
        let kilobytes = line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) }
        return (kilobytes ?? 0) / 1_024
    }
}
