import Engine
import Language
import Simulation

@testable import Macros

/// A shop as one value behind one door, as the desk's shift is: `submit` decides, applies, and hears
/// promises in what was written.
final class TestDesk {
    private(set) var shop: Shop
    private(set) var records: [Recorded] = []
    let reads: (@Sendable (String, Context) -> Reading)?
    /// Refuses this many commands from now on; -1 for none.
    var failsAfter = -1

    init(_ shop: Shop, reads: (@Sendable (String, Context) -> Reading)? = nil) {
        self.shop = shop
        self.reads = reads
    }

    var agent: Actor { .agent(shop.agent) }

    func submit(_ command: Command) throws(SubmitFault) -> [Recorded] {
        if failsAfter == 0 {
            failsAfter = -1
            throw .refused(.shiftIsOver)
        }
        if failsAfter > 0 { failsAfter -= 1 }
        var happened: [Recorded]
        do throws(Refusal) { happened = try send(command, by: agent) } catch {
            throw .refused(error)
        }
        if let reads {
            let heard = SpokenPromises(in: shop, reads: reads)
                .acts(after: happened.map(\.event), by: agent)
            for act in heard {
                // As in the shift, one that the shop does not take is let go.
                happened += (try? send(act.command, by: act.actor)) ?? []
            }
        }
        return happened
    }

    func wait(_ span: Span) { shop.advance(to: shop.now + span) }

    @discardableResult
    func send(_ command: Command, by actor: Actor) throws(Refusal) -> [Recorded] {
        var happened: [Recorded] = []
        for event in try shop.decide(command, by: actor, at: shop.now) {
            let record = Recorded(
                sequence: records.count + 1, at: shop.now, actor: actor, event: event)
            shop.apply(record)
            records.append(record)
            happened.append(record)
        }
        return happened
    }
}
