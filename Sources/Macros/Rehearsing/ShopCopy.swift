import Engine
import Language
import Simulation

/// A copy of the shop on which a macro is tried: it takes commands as the shift does, and hears
/// promises in what is written.
struct ShopCopy {
    var shop: Shop
    private let reads: ((String, Context) -> Reading)?

    init(_ occasion: Occasion) {
        shop = occasion.shop
        let heard = HeardTexts()
        reads = occasion.reads.map { reads in { heard.read($0, $1, by: reads) } }
    }

    /// What is found in a text that is or would be the next answer in a conversation.
    func reading(of text: String, in id: ConversationID) -> Reading? {
        guard let reads, let talk = shop.conversations[id] else { return nil }
        return reads(text, Context(now: shop.now, offset: shop.offset, answering: talk))
    }

    /// - Returns: everything that it leads to.
    mutating func carryOut(_ command: Command) throws(Refusal) -> [Event] {
        let agent = Actor.agent(shop.agent)
        var events = try decide(command, by: agent)
        guard let reads else { return events }
        for act in SpokenPromises(in: shop, reads: reads).acts(after: events, by: agent) {
            // As in the shift, one that the shop does not take is let go.
            events += (try? decide(act.command, by: act.actor)) ?? []
        }
        return events
    }

    private mutating func decide(
        _ command: Command, by actor: Actor
    ) throws(Refusal) -> [Event] {
        let events = try shop.decide(command, by: actor, at: shop.now)
        for event in events { shop.apply(event, by: actor, at: shop.now) }
        return events
    }
}

/// Texts that were read in this rehearsal: reading one costs more than all the rest. A class, so
/// that whoever asks next has what was read before.
private final class HeardTexts {
    private struct Key: Hashable {
        let text: String
        let context: Context
    }

    private var known: [Key: Reading] = [:]

    func read(
        _ text: String, _ context: Context, by reads: (String, Context) -> Reading
    ) -> Reading {
        let key = Key(text: text, context: context)
        if let reading = known[key] { return reading }
        let reading = reads(text, context)
        known[key] = reading
        return reading
    }
}
