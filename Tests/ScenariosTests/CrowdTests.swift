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
}
