import Engine
import Scenarios
import Simulation
import Support
import Testing

@Suite struct `Windows of channels` {
    @Test func `a pack changes what it writes, and the rest stays as the platform has it`() throws {
        var sample = SamplePack()
        sample.replace(
            "arrivals:", with: "channels: {email: {patience: 2000}}\narrivals:",
            in: "Packs/sample/pack.yaml")
        sample.replace(
            "  payWithin: 30m",
            with: """
                  payWithin: 30m
                  channels:
                    email: {answer-within: 8h, looks-in-after: 3m}
                """, in: "Profiles/training.yaml")
        let pack = try sample.inFolder {
            try Pack.load($0 + "/Packs/sample", profiles: $0 + "/Profiles")
        }
        let rule = Shop(pack.fixture(in: .chinese)).rules.channels[.email]
        #expect(rule.answerWithin == .hours(8))
        #expect(rule.patience == 2000)
        #expect(rule.looksInAfter == .minutes(3))
        #expect(pack.plan.channels[.email] == rule)
    }
}
