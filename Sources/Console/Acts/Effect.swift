import Engine
import Macros

/// What a command would change, found by trying it on a copy of the shop.
enum Effect {
    static func of(_ command: Command, in shop: Shop, on desk: Desk) -> FormEffect {
        var after = shop
        do {
            let actor = Actor.agent(shop.agent)
            for event in try shop.decide(command, by: actor, at: shop.now) {
                after.apply(event, by: actor, at: shop.now)
            }
        } catch {
            return .refused(
                Bilingual(zh: error.sentence(in: .chinese), en: error.sentence(in: .english)))
        }
        let changes = ShopDifference.changes(
            orders: [command.order(in: shop)].compactMap { $0 }, customer: desk.talk?.customer,
            from: shop, to: after)
        return changes.isEmpty
            ? .none
            : .changes(changes.map { FormEffect.Change($0.label, from: $0.from, to: $0.to) })
    }
}
