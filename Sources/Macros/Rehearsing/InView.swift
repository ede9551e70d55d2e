import Engine
import Language
import Replies

/// What the person at the desk is looking at while a macro runs, and what a variable means there.
///
/// Made anew for each step, because the step before may have opened a case or a ticket.
struct InView {
    let shop: Shop
    let talk: Conversation
    let order: Order?
    let tongue: Tongue
    let agentName: String?

    init?(_ occasion: Occasion, in shop: Shop) {
        guard let talk = shop.conversations[occasion.conversation] else { return nil }
        self.shop = shop
        self.talk = talk
        tongue = occasion.tongue
        agentName = occasion.agentName
        let all = shop.orders(of: talk.customer)
        let only = all.count == 1 ? all[0].id : nil
        let meant = (occasion.order ?? talk.order ?? only).flatMap { shop.orders[$0] }
        order = meant?.customer == talk.customer ? meant : nil
    }

    /// The newest that is open, of the order in view before any other.
    var afterSale: AfterSale? {
        let own = order.map { shop.afterSales(of: $0.id) } ?? []
        return own.last(where: \.isOpen)
            ?? shop.orders(of: talk.customer).reversed().lazy
            .flatMap { shop.afterSales(of: $0.id).reversed() }.first(where: \.isOpen)
    }

    /// The newest one on its way to the buyer.
    var parcel: Parcel? { order?.parcels.last { !$0.isVoid && !$0.isReturn } }

    var review: ReviewID? {
        order.flatMap { shop.reviews(of: $0.id).last?.id }
            ?? shop.reviews.values.last { $0.customer == talk.customer }?.id
    }

    /// The request of this talk that nobody has answered yet.
    var waitingTicket: TicketID? {
        shop.tickets(of: talk.id).last { $0.answer == nil }?.id
    }

    var moments: MomentReader { MomentReader(now: shop.now, offset: shop.offset) }

    // MARK: Variables

    private var variables: ShopVariables {
        ShopVariables(
            in: shop, talk, order: order?.id, agentName: agentName, tongue: tongue, now: shop.now)
    }

    /// As a text says it; nil where this customer has none.
    func shown(_ variable: String) -> String? {
        variables.value(of: variable).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// As a field takes it, for the few that are more than their words.
    func exact(_ variable: String) -> Worth? {
        switch variable {
        case "order.due": order.map { .money($0.due) }
        case "order.paid":
            order.flatMap { $0.paidAt == nil ? nil : .money($0.ledger.paid) }
        case "order.shipBy": order?.shipBy.map { .moment($0) }
        case "promise.due":
            shop.openPromises(in: talk.id).map(\.due).min().map { .moment($0) }
        case let name where name.hasPrefix("time+"):
            Span(written: name.dropFirst(5)).map { .moment(moments.after($0)) }
        default: nil
        }
    }

    // MARK: Situations

    func holds(
        _ situation: Situation, draft: String, value: (String) -> ParameterValue?
    ) -> Bool {
        switch situation {
        case .all(let parts): parts.allSatisfy { holds($0, draft: draft, value: value) }
        case .any(let parts): parts.contains { holds($0, draft: draft, value: value) }
        case .not(let part): !holds(part, draft: draft, value: value)
        case .shop(let condition):
            if let order {
                shop.holds(condition, in: talk.id, about: order.id)
            } else {
                shop.holds(condition, in: talk.id)
            }
        case .stage(let stages): stages.contains(talk.stage)
        case .channel(let channels): channels.contains(talk.channel)
        case .mood(let moods): Mood.shown(in: talk).map { moods.contains($0) } ?? false
        case .hasOrder: order != nil
        case .openCase(let kinds):
            order.map { order in
                shop.afterSales(of: order.id).contains {
                    $0.isOpen && (kinds.isEmpty || kinds.contains($0.kind))
                }
            } ?? false
        case .amount(let amount, let comparison, let bound):
            compare(amount, comparison, bound, value: value)
        case .parameter(let name, let texts):
            value(name).map { value in
                texts.contains { $0 == value.shown || $0 == value.raw }
            } ?? false
        case .drafted: draft.contains { !$0.isWhitespace }
        }
    }

    private func compare(
        _ amount: Situation.Amount, _ comparison: Situation.Comparison, _ bound: String,
        value: (String) -> ParameterValue?
    ) -> Bool {
        let filled = TextHoles.fill(bound) { value($0)?.shown ?? shown($0) }.text
        guard let left = sum(amount, value: value), let right = Money(text: filled) else {
            return false
        }
        return switch comparison {
        case .less: left < right
        case .atMost: left <= right
        case .equal: left == right
        case .atLeast: left >= right
        case .more: left > right
        }
    }

    private func sum(
        _ amount: Situation.Amount, value: (String) -> ParameterValue?
    ) -> Money? {
        switch amount {
        case .due: order?.due
        case .paid: order.map { $0.paidAt == nil ? .zero : $0.ledger.paid }
        case .refunded: order?.ledger.refunded
        case .compensated: order?.ledger.compensated
        case .postage: order?.postage
        case .parameter(let name): value(name).flatMap { Money(text: $0.shown) }
        }
    }
}

/// A value that is more than its words: a field takes the fen, a text the yuan.
enum Worth: Hashable {
    case money(Money)
    case moment(Instant)

    var raw: String {
        switch self {
        case .money(let money): "\(money.fen)"
        case .moment(let instant): "\(instant.milliseconds)"
        }
    }
}

/// What a parameter stands for in this run: what a text says, and what a field takes.
struct ParameterValue: Hashable {
    var shown: String
    var raw: String
    /// `raw` is what the command holds, not what a person would write.
    var isExact: Bool
}
