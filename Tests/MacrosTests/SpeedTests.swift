import Engine
import Support
import Testing

@testable import Macros

@Suite(.enabled(if: Soak.isOn)) struct `How long a rehearsal takes` {
    /// The bound is the release build's; it is printed for whoever runs another.
    @Test(arguments: [14, 1_000]) func `a usual macro is rehearsed within a blink`(orders: Int)
        throws
    {
        let macro = try #require(try Scene.library().named("late-ship"))
        var fixture = Scene.fixture
        let more = StoreMill.store(orders: orders, customers: orders / 5 + 1, seed: 1)
        fixture.products += more.products
        fixture.customers += more.customers
        fixture.orders += more.orders
        let desk = TestDesk(Shop(fixture), reads: Scene.reads)
        try desk.send(
            .openConversation(
                customer: "wang", channel: .taobao, stage: .order, order: "2026031700010003",
                mood: 50), by: .buyer("wang"))
        var occasion = Occasion(shop: desk.shop, conversation: "c1", tongue: .chinese)
        occasion.reads = desk.reads
        #expect(macro.rehearse(on: occasion).isReady)
        let clock = ContinuousClock()
        let rounds = 200
        let whole = clock.measure {
            for _ in 0..<rounds { _ = macro.rehearse(on: occasion) }
        }
        print("a rehearsal beside \(orders) orders:", whole / rounds)
        #expect(whole / rounds < .milliseconds(100))
    }
}
