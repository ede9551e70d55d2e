import Engine
import Replies
import Simulation
import Yams

/// Turns the values of one command into what they stood for: the order in view, its sum, its
/// parcel, the customer's name. What stood for nothing stays as it is.
struct Generaliser {
    let view: InView
    /// What the macro has to ask for, because nothing in view says it.
    private(set) var parameters: [Parameter] = []

    init(_ view: InView) { self.view = view }

    /// Nil for what cannot be part of a macro, and for what concerns another customer.
    mutating func act(_ command: Command) -> DeskAct? {
        guard let form = ActForm.named(command.name), isOfThisCustomer(command),
            let text = try? YAMLEncoder().encode(command),
            let root = try? Yams.compose(yaml: text),
            let entries = Entries(root)?[command.name].flatMap({ Entries($0) })
        else { return nil }
        var fields: [FormTree.Field] = []
        for field in form.fields {
            guard let value = entries[field.name],
                let tree = general(FormTree(value), field.kind, field.name)
            else { continue }
            fields.append(.init(field.name, tree))
        }
        return DeskAct(command.name, .fields(fields))
    }

    private func isOfThisCustomer(_ command: Command) -> Bool {
        switch command {
        case .hold(let id, _), .resume(let id), .transfer(let id, _, _), .close(let id),
            .sendCard(let id, _), .note(let id, _), .look(let id, _),
            .promise(let id, _, _, _, _):
            id == view.talk.id
        case .openTicket(_, let id?, _, _, _, _): id == view.talk.id
        case .tag(let id, _, _), .untag(let id, _), .customerNote(let id, _),
            .giveCoupon(let id, _), .blacklist(let id, _, _, _), .unblacklist(let id),
            .optOut(let id, _), .giveConsent(let id, _):
            id == view.talk.customer
        case _:
            command.order(in: view.shop).flatMap { view.shop.orders[$0] }
                .map { $0.customer == view.talk.customer } ?? true
        }
    }

    // MARK: Fields

    /// Nil: it need not be written.
    private mutating func general(
        _ tree: FormTree, _ kind: FieldKind, _ name: String
    ) -> FormTree? {
        switch tree {
        case .text(let text): return general(text, kind, name).map { .text($0) }
        case .list(let items):
            if items.isEmpty { return nil }
            return .list(items.compactMap { general($0, .text, name) })
        case .fields(let fields):
            return .fields(
                fields.compactMap { field in
                    general(field.value, FieldKind.inner(field.name), field.name)
                        .map { .init(field.name, $0) }
                })
        case .words, .named, .later, .nothing: return tree
        }
    }

    private mutating func general(_ raw: String, _ kind: FieldKind, _ name: String) -> String? {
        switch kind {
        case .conversation, .customer: return nil
        case .order: return raw == view.order?.id.rawValue ? nil : asked(raw, .order, name)
        case .afterSale:
            return raw == view.afterSale?.id.rawValue ? nil : asked(raw, .afterSale, name)
        case .parcel: return raw == view.parcel?.tracking ? nil : asked(raw, .parcel, name)
        case .review: return raw == view.review?.rawValue ? nil : raw
        case .money: return Int(raw).map { money(Money(fen: $0)) } ?? raw
        case .moment:
            return Int64(raw).map { moment(Instant(milliseconds: $0)) } ?? raw
        case .flag: return Int(raw).flatMap(Memo.Flag.init).map { "\($0)" } ?? raw
        case .card, .lookup, .deed: return about(raw)
        case .text, .list, .tree: return text(raw)
        }
    }

    /// Another order or case of the same customer: which one, only a person can say.
    private mutating func asked(_ raw: String, _ kind: Parameter.Kind, _ name: String) -> String {
        let label =
            switch kind {
            case .order: Bilingual(zh: "哪一单", en: "Which order")
            case .afterSale: Bilingual(zh: "哪张售后单", en: "Which case")
            case _: Bilingual(zh: "哪个包裹", en: "Which parcel")
            }
        if !parameters.contains(where: { $0.name == name }) {
            parameters.append(Parameter(name, kind, label: label))
        }
        return "{{\(name)}}"
    }

    private func money(_ amount: Money) -> String {
        for name in ["order.paid", "order.due"] where view.exact(name) == .money(amount) {
            return "{{\(name)}}"
        }
        return amount.plain
    }

    /// A date of the order, else so long after the moment at which it is done: a time of day would
    /// be over when the macro runs again.
    private func moment(_ instant: Instant) -> String {
        for name in ["order.shipBy", "promise.due"] where view.exact(name) == .moment(instant) {
            return "{{\(name)}}"
        }
        let minutes = max(1, ((instant - view.shop.now).milliseconds + 59_999) / 60_000)
        let parts = [("d", minutes / 1440), ("h", minutes / 60 % 24), ("m", minutes % 60)]
        return "+" + parts.filter { $0.1 > 0 }.map { "\($0.1)\($0.0)" }.joined()
    }

    /// `ship:2026…` of the order in view is `ship`.
    private func about(_ raw: String) -> String {
        guard let colon = raw.firstIndex(of: ":") else { return raw }
        let kind = String(raw[..<colon])
        let name = String(raw[raw.index(after: colon)...])
        let meant: String? =
            switch kind {
            case "report": name
            case "reship", "settle": view.afterSale?.id.rawValue
            case "customer": view.talk.customer.rawValue
            case "order", "track", "address", "ship", "refund", "scan", "another":
                view.order?.id.rawValue
            case _: nil
            }
        return name == meant ? kind : raw
    }

    // MARK: Texts

    /// Names a text may hold, those that say most before others.
    private static let names = [
        "order.id", "order.tracking", "order.items", "order.scan", "customer.name", "order.region",
        "order.carrier", "order.shipBy", "promise.due", "order.paid", "order.due",
    ]

    /// Values of the order and the customer become variables wherever they stand by themselves.
    func text(_ text: String) -> String {
        var values: [(name: String, value: String)] = []
        for name in Self.names {
            // One character could be anything.
            guard let value = view.shown(name), value.count > 1,
                !values.contains(where: { $0.value == value })
            else { continue }
            values.append((name, value))
        }
        values.sort { $0.value.count > $1.value.count }
        var result = ""
        var place = text.startIndex
        scan: while place < text.endIndex {
            let rest = text[place...]
            for (name, value) in values where rest.hasPrefix(value) {
                let end = text.index(place, offsetBy: value.count)
                guard standsAlone(place..<end, in: text) else { continue }
                result += "{{\(name)}}"
                place = end
                continue scan
            }
            result.append(text[place])
            place = text.index(after: place)
        }
        return result
    }

    /// 8.00 is no part of 18.00, SF1 none of SF100.
    private func standsAlone(_ range: Range<String.Index>, in text: String) -> Bool {
        func isWord(_ character: Character) -> Bool {
            character.isASCII && (character.isLetter || character.isNumber)
        }
        if range.lowerBound > text.startIndex, isWord(text[range.lowerBound]),
            isWord(text[text.index(before: range.lowerBound)])
        {
            return false
        }
        let last = text[text.index(before: range.upperBound)]
        return range.upperBound == text.endIndex || !isWord(last)
            || !isWord(text[range.upperBound])
    }
}

extension FormTree {
    /// What an encoder wrote.
    fileprivate init(_ node: Node) {
        switch node {
        case .scalar(let scalar): self = node.isNothing ? .nothing : .text(scalar.string)
        case .sequence(let items): self = .list(items.map { FormTree($0) })
        case .mapping:
            let entries = Entries(node)
            self = .fields(
                (entries?.names ?? []).compactMap { name, _ in
                    entries?[name].map { .init(name, FormTree($0)) }
                })
        case .alias: self = .nothing
        }
    }
}
