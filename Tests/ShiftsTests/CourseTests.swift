import Engine
import Language
import Scenarios
import ShippedData
import Simulation
import Support
import Testing

@testable import Shifts

/// The course's chapters: every scenario is proved by eleven agents and by its near misses. The
/// whole proof over twenty seeds is `xiaoer check`; a soak plays more of them here.
@Suite struct `The course` {
    private static let chapters = [3, 4, 5, 6, 7]
    private static let seeds = Soak.rounds(1, soaking: 20)

    @Test(arguments: chapters)
    func `each scenario holds in both languages`(chapter: Int) throws {
        let pack = try Shipped.pack("chapter-\(chapter)")
        #expect(pack.check().map { $0.sentence(in: .english) } == [])
        let premises = Premises(pack: pack, reader: try Shipped.reader)
        for seed in 1...Self.seeds {
            let seeded = try premises.varied(by: UInt64(seed))
            for (number, scenario) in pack.scenarios.enumerated() {
                for tongue in Engine.Tongue.allCases {
                    // In a soak, as in `xiaoer check`, every case is proved in both languages. In
                    // a test it is served in both, its near misses miss in one of them, and the
                    // eleven agents take every second case, in turn in one and the other.
                    let isItsTongue = (number / 2 % 2 == 0) == (tongue == .chinese)
                    let isWhole = Self.seeds > 1 || number % 2 == 0 && isItsTongue
                    var proof = Proof(scenario.id, in: tongue)
                    try proof.add(
                        seeded, seed: UInt64(seed),
                        trials: isWhole ? TrialAgent.allCases : [.golden],
                        nearMisses: Self.seeds > 1 || isItsTongue)
                    #expect(proof.holds, "\(scenario.id) \(tongue) \(seed): \(proof)")
                }
            }
        }
    }

    @Test func `the sixty cases are all there, each with its lesson and two near misses`() throws {
        var found: [String: Scenario] = [:]
        for chapter in Self.chapters {
            for scenario in try Shipped.pack("chapter-\(chapter)").scenarios {
                #expect(scenario.lesson != nil, "\(scenario.id)")
                #expect(scenario.note != nil, "\(scenario.id)")
                found[scenario.id] = scenario
            }
        }
        let cases = [("P", 14), ("M", 12), ("A", 18), ("C", 7), ("B", 9)].flatMap { letter, count in
            (1...count).map { letter + ($0 < 10 ? "0\($0)" : "\($0)") }
        }
        #expect(cases.count == 60)
        #expect(cases.filter { found[$0] == nil } == [])
        #expect(cases.filter { (found[$0]?.nearMisses.count ?? 0) < 2 } == [])
    }

    @Test(arguments: chapters)
    func `two seeds give a scenario other names or numbers`(chapter: Int) throws {
        let pack = try Shipped.pack("chapter-\(chapter)")
        #expect(pack.isVaried)
        let shops = try (1...4 as ClosedRange<UInt64>).map {
            Shop(try pack.varied(by: $0).fixture(in: .chinese))
        }
        for scenario in pack.scenarios {
            let customer = scenario.script.customer
            let orders = Set(shops.map { $0.orders(of: customer).map(\.due) })
            let names = Set(shops.map { $0.customers[customer]?.name })
            #expect(orders.count > 1 || names.count > 1, "\(scenario.id)")
        }
    }
}

@Suite struct `The trial agents` {
    @Test func `the liar changes every number and size and nothing else`() {
        #expect(TrialAgent.lie("退您79.46元，L码，14:05前") == "退您89.46元，XL码，15:05前")
        #expect(TrialAgent.lie("1h30m") == "2h40m")
        #expect(TrialAgent.lie("size M, ok") == "size L, ok")
        #expect(TrialAgent.lie("没有数") == "没有数")
    }

    @Test func `the order is golden, rude, liar, polite, silent`() {
        let good: [TrialAgent: Int] = [.golden: 95, .rude: 80, .liar: 30, .polite: 30, .silent: 0]
        #expect(TrialAgent.isInOrder { good[$0] ?? 0 })
        for (agent, grade) in [(TrialAgent.rude, 95), (.liar, 80), (.polite, 31), (.silent, 30)] {
            var bad = good
            bad[agent] = grade
            #expect(!TrialAgent.isInOrder { bad[$0] ?? 0 }, "\(agent)")
        }
    }
}
