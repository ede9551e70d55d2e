import Engine
import Language
import Simulation

/// A copy of the shop on which a macro is tried: it takes commands as the shift does, and hears
/// promises in what is written.
struct ShopCopy {
    private(set) var shop: Shop
    private let reads: ((String, Context) -> Reading)?

    init(_ occasion: Occasion) {
        shop = occasion.shop
        reads = occasion.reads
    }

    /// - Returns: everything that it leads to.
    mutating func carryOut(_ command: Command) throws(Refusal) -> [Event] {
        var events = try decide(command)
        guard let reads else { return events }
        for promise in SpokenPromises(in: shop, reads: reads).commands(after: events) {
            // As in the shift, one that the shop does not take is let go.
            events += (try? decide(promise)) ?? []
        }
        return events
    }

    private mutating func decide(_ command: Command) throws(Refusal) -> [Event] {
        let actor = Actor.agent(shop.agent)
        let events = try shop.decide(command, by: actor, at: shop.now)
        for event in events { shop.apply(event, by: actor, at: shop.now) }
        return events
    }
}
