public import Engine

/// A command's fields as a pack writes them, before anybody knows what they are for: what YAML
/// gave, with the names that only a shift can fill in.
public indirect enum FormTree: Hashable, Sendable {
    /// A name, a number, yes or no; the field it stands for says which.
    case text(String)
    /// What is said, in both languages.
    case words(Engine.Bilingual)
    /// Something that came about in the shift: `$case`, or `order:$order` with what stands before.
    case named(prefix: String, Reference)
    /// So long after the moment at which it is sent: `$in(30m)`.
    case later(Span)
    case list([FormTree])
    case fields([Field])
    case nothing

    public struct Field: Hashable, Sendable {
        public var name: String
        public var value: FormTree

        public init(_ name: String, _ value: FormTree) {
            self.name = name
            self.value = value
        }
    }
}

/// Something of one customer that has no name before the shift: their newest order, case, review.
public struct Reference: Hashable, Sendable {
    public var kind: Kind
    public var customer: CustomerID

    public init(_ kind: Kind, of customer: CustomerID) {
        self.kind = kind
        self.customer = customer
    }

    /// As it is written behind the `$`.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case order, `case`, review, conversation, parcel, ticket
    }

    /// Its name in the shop; nil while there is no such thing.
    func name(in shop: Shop) -> String? {
        switch kind {
        case .order: order(in: shop)?.id.rawValue
        case .case:
            shop.afterSales.values.last { shop.orders[$0.order]?.customer == customer }?
                .id.rawValue
        case .review: shop.reviews.values.last { $0.customer == customer }?.id.rawValue
        case .conversation: shop.conversations(of: customer).last?.id.rawValue
        case .parcel: order(in: shop)?.parcels.last { !$0.isVoid }?.tracking
        case .ticket:
            shop.tickets.values.last { ticket in
                ticket.conversation.flatMap { shop.conversations[$0]?.customer } == customer
            }?.id.rawValue
        }
    }

    /// The one the customer's conversation is about, else their newest.
    private func order(in shop: Shop) -> Order? {
        shop.conversations(of: customer).last?.order.flatMap { shop.orders[$0] }
            ?? shop.orders(of: customer).last
    }
}
