import Engine
import Scenarios
import Simulation

extension GoldenStep.Deed {
    /// The step as a command in this conversation; nil where what it is about is not there, e.g.
    /// a refund that the buyer has not asked for.
    func command(in shop: Shop, _ talk: Conversation, _ tongue: Engine.Tongue) -> Command? {
        let blanks = Blanks(shop: shop, conversation: talk.id)
        let order = talk.order.flatMap { shop.orders[$0] } ?? shop.orders(of: talk.customer).last
        func words(_ text: Engine.Bilingual) -> String { blanks.fill(text[tongue]) }
        switch self {
        case .take: return .take(conversation: talk.id)
        case .resume: return .resume(conversation: talk.id)
        case .close: return .close(conversation: talk.id)
        case .hold(let note): return .hold(conversation: talk.id, note: words(note))
        case .transfer(let to, let note):
            return .transfer(conversation: talk.id, to: words(to), note: words(note))
        case .reply(let text): return .reply(conversation: talk.id, text: words(text))
        case .note(let text): return .note(conversation: talk.id, text: words(text))
        case .orderCard:
            return order.map { .sendCard(conversation: talk.id, card: .order($0.id)) }
        case .productCard(let id): return .sendCard(conversation: talk.id, card: .product(id))
        case .fileCard(let name):
            return .sendCard(conversation: talk.id, card: .file(name[tongue]))
        case .couponCard(let id): return .sendCard(conversation: talk.id, card: .coupon(id))
        case .look(let target):
            return target.lookup(order, talk, shop, tongue).map {
                .look(conversation: talk.id, at: $0)
            }
        case .memo(let flag, let text):
            return order.map { .memo(order: $0.id, flag: flag, text: words(text)) }
        case .changeAddress(let change):
            return order.map {
                .changeAddress(order: $0.id, address: change.on($0.address, tongue))
            }
        case .reprice(let reduction, let postage):
            return order.map {
                .reprice(order: $0.id, reduction: reduction, postage: postage ?? $0.postage)
            }
        case .closeUnpaid(let reason):
            return order.map { .closeUnpaid(order: $0.id, reason: reason) }
        case .urge: return order.map { .urge(order: $0.id) }
        case .changeItem(let line, let variant):
            return order.map { .changeItem(order: $0.id, line: line, to: variant) }
        case .extendReceipt(let days):
            return order.map { .extendReceipt(order: $0.id, days: days) }
        case .agreeRefund:
            return order.flatMap { order in
                shop.afterSales(of: order.id).last { $0.isOpen && $0.kind == .refund }
            }.map { .agreeRefund(afterSale: $0.id, amount: nil) }
        case .reship(let contents, let reason):
            return order.map { .reship(order: $0.id, contents: words(contents), reason: reason) }
        case .compensate(let amount, let reason):
            return order.map { .compensate(order: $0.id, amount: amount, reason: reason) }
        case .giveCoupon(let id): return .giveCoupon(customer: talk.customer, coupon: id)
        case .tag(let name, let expires):
            return .tag(customer: talk.customer, name: words(name), expires: expires)
        case .untag(let name): return .untag(customer: talk.customer, name: words(name))
        case .customerNote(let text):
            return .customerNote(customer: talk.customer, text: words(text))
        case .promise(let text, let undertaking, let within):
            return undertaking.deed(order, talk, shop).map {
                .promise(
                    conversation: talk.id, text: words(text), deed: $0, due: shop.now + within,
                    message: nil)
            }
        case .ticket(let department, let summary, let fields):
            return .openTicket(
                department: department, conversation: talk.id, order: order?.id,
                summary: words(summary),
                fields: fields.isEmpty
                    ? nil
                    : fields.map { Ticket.Field(name: $0.name[tongue], value: words($0.value)) },
                kind: nil)
        case .command(let form): return form.command(in: shop, tongue)
        }
    }
}

extension GoldenStep.Target {
    fileprivate func lookup(
        _ order: Order?, _ talk: Conversation, _ shop: Shop, _ tongue: Engine.Tongue
    ) -> Lookup? {
        switch self {
        case .order: order.map { .order($0.id) }
        case .track: order.map { .track($0.id) }
        case .address: order.map { .address($0.id) }
        case .customer: .customer(talk.customer)
        case .product(let id): .product(id)
        case .coupon(let id): .coupon(id)
        case .knowledge(let title): .knowledge(title[tongue])
        case .attachment:
            talk.messages.last {
                if case .attachment = $0.body { true } else { false }
            }.map { .attachment($0.id) }
        }
    }
}

extension GoldenStep.Undertaking {
    fileprivate func deed(_ order: Order?, _ talk: Conversation, _ shop: Shop) -> Promise.Deed? {
        switch self {
        case .report:
            .report(
                ticket: shop.tickets(of: talk.id).last { $0.answer == nil }?.id)
        case .ship: order.map { .ship($0.id) }
        case .refund: order.map { .refund($0.id) }
        }
    }
}

extension GoldenStep.AddressChange {
    fileprivate func on(_ address: Address, _ tongue: Engine.Tongue) -> Address {
        Address(
            name: name?[tongue] ?? address.name, phone: phone ?? address.phone,
            region: region?[tongue] ?? address.region, street: street?[tongue] ?? address.street)
    }
}
