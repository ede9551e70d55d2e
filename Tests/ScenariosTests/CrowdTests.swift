import Engine
import Scenarios
import Simulation
import Support
import Testing

struct CrowdTests {
    private func pack() throws -> Pack {
        try SamplePack().inFolder {
            try Pack.load($0 + "/Packs/sample", profiles: $0 + "/Profiles")
        }
    }

    @Test func `a crowd has customers, orders and parcels of its own, and breaks no rule`() throws {
        let crowd = try pack().crowd(customers: 200, hours: 8, seed: 3)
        #expect(crowd.plan.arrivals.count == 200)
        #expect(crowd.lasts == .hours(8))
        for tongue in Tongue.allCases {
            let fixture = crowd.fixture(in: tongue)
            #expect(Set(fixture.orders.map(\.id)).count == fixture.orders.count)
            let parcels = fixture.orders.flatMap(\.parcels).map(\.tracking)
            #expect(Set(parcels).count == parcels.count)
            let shop = Shop(fixture)
            #expect(shop.violations() == [])
            for script in crowd.plan.scripts {
                #expect(shop.orders(of: script.customer).contains { $0.id == script.order })
            }
        }
    }

    @Test func `the same seed brings the same crowd, another seed another`() throws {
        let pack = try pack()
        #expect(
            pack.crowd(customers: 50, hours: 8, seed: 3)
                == pack.crowd(customers: 50, hours: 8, seed: 3))
        #expect(
            pack.crowd(customers: 50, hours: 8, seed: 3).plan.arrivals
                != pack.crowd(customers: 50, hours: 8, seed: 4).plan.arrivals)
    }

    @Test func `the shares of a night add up and are those that the dice throw`() {
        let curve = ArrivalCurve(parts: [
            .init(until: 20, share: 5), .init(until: 35, share: 60), .init(until: 90, share: 35),
        ])
        let shares = curve.shares(in: 16)
        #expect(shares.count == 16)
        #expect((shares.reduce(0, +) - 1).magnitude < 1e-12)
        #expect(shares[15] == 0)
        // From 25 to 31.25 percent: 6.25 of the 15 in which sixty come.
        #expect((shares[4] - 0.25).magnitude < 1e-12)
        var dice = Dice(seed: 2)
        var thrown = Array(repeating: 0, count: 16)
        for _ in 0..<20_000 {
            thrown[Int(curve.pick(in: .hours(8), &dice).milliseconds / 1_800_000)] += 1
        }
        for (count, share) in zip(thrown, shares) {
            let error = (20_000 * share * (1 - share)).squareRoot()
            #expect((Double(count) - 20_000 * share).magnitude <= 4 * error)
        }
        #expect(ArrivalCurve(parts: []).shares(in: 3) == [0, 0, 0])
    }

    @Test func `a crowd comes as the pack's curve says`() throws {
        var sample = SamplePack()
        sample.replace(
            "arrivals:",
            with:
                "curve: [{until: 20, share: 10}, {until: 30, share: 80}, {until: 90, share: 10}]\narrivals:",
            in: "Packs/sample/pack.yaml")
        let pack = try sample.inFolder {
            try Pack.load($0 + "/Packs/sample", profiles: $0 + "/Profiles")
        }
        let crowd = pack.crowd(customers: 400, hours: 10, seed: 5)
        let surge = crowd.plan.arrivals.count {
            ($0.at - crowd.opensAt) >= .hours(2) && ($0.at - crowd.opensAt) <= .hours(3)
        }
        #expect((280...360).contains(surge))
        #expect(crowd.plan.arrivals.allSatisfy { $0.at - crowd.opensAt <= .hours(9) })
    }

    @Test func `a curve whose parts run backwards or hold nobody is refused with its place`() {
        for (curve, line) in [
            ("[{until: 50, share: 1}, {until: 20, share: 1}]", 9), ("[{until: 50, share: 0}]", 9),
            ("[{until: 100, share: 3}, {until: 100, share: 1}]", 9),
        ] {
            var sample = SamplePack()
            sample.replace(
                "arrivals:", with: "curve: \(curve)\narrivals:", in: "Packs/sample/pack.yaml")
            #expect {
                try sample.inFolder {
                    _ = try Pack.load($0 + "/Packs/sample", profiles: $0 + "/Profiles")
                }
            } throws: { error in
                (error as? PackProblems)?.problems.contains { $0.line == line } == true
            }
        }
    }
}
