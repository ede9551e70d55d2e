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
        let filler = ActFiller(view) { _ in nil }
        // A first memo changes nothing: all of it is new.
        let changesSomething =
            if case .memo(let id, _, _) = command {
                view.shop.orders[id]?.memo != nil
            } else {
                true
            }
        var fields: [FormTree.Field] = []
        for field in form.fields {
            guard let value = entries[field.name] else { continue }
            let written = FormTree(value)
            // What was left as it was on this order is left as it is on the next.
            if case .asItIs = field.standard, case .text(let raw) = written, changesSomething,
                filler.asItIs(field.name, of: command.order(in: view.shop)) == raw
            {
                continue
            }
            guard let tree = general(written, field.kind, field.name) else { continue }
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
            let isPersonal = Self.personal.contains(name)
            return .fields(
                fields.compactMap { field in
                    if isPersonal, field.name != "kind" {
                        return .init(field.name, .text(asked(name, field.name)))
                    }
                    return general(field.value, FieldKind.inner(field.name), field.name)
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

    /// Fields that hold one person's own data: none of it is kept, all of it is asked for.
    private static let personal: Set<String> = ["address", "invoice"]

    private mutating func asked(_ tree: String, _ name: String) -> String {
        let parameter = tree + name.prefix(1).uppercased() + name.dropFirst()
        if !parameters.contains(where: { $0.name == parameter }) {
            parameters.append(
                Parameter(parameter, .text, label: FieldWords.personal[name] ?? both(name)))
        }
        return "{{\(parameter)}}"
    }

    private func both(_ text: String) -> Bilingual { Bilingual(zh: text, en: text) }

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
        "order.id", "order.tracking", "order.items", "order.scan", "customer.name", "order.name",
        "customer.phone", "order.region",
        "order.carrier", "order.shipBy", "order.shipBy|date", "order.shipBy|time", "promise.due",
        "promise.due|date", "promise.due|time", "order.paid", "order.paid|money", "order.due",
        "order.due|money", "order.id|last", "order.tracking|last",
    ]

    /// One way in which a value may have been typed.
    private struct Spelling {
        let name: String
        let value: String
        /// A number that means the sum only with 元 or ¥ beside it.
        var needsUnit = false
    }

    private var spellings: [Spelling] {
        var found: [Spelling] = []
        func add(_ spelling: Spelling) {
            // One character could be anything.
            guard spelling.value.count > 1 || spelling.needsUnit,
                !found.contains(where: { $0.value == spelling.value })
            else { return }
            found.append(spelling)
        }
        for name in Self.names {
            if let value = view.shown(name) { add(Spelling(name: name, value: value)) }
        }
        for name in ["order.paid", "order.due"] {
            guard case .money(let sum) = view.exact(name), sum > .zero else { continue }
            if sum.fen % 100 == 0 {
                add(Spelling(name: name, value: "\(sum.fen / 100)", needsUnit: true))
            } else if sum.fen % 10 == 0 {
                add(Spelling(name: name, value: String(sum.plain.dropLast())))
            }
        }
        return found.sorted { $0.value.count > $1.value.count }
    }

    /// Values of the order and the customer become variables wherever they stand by themselves.
    func text(_ text: String) -> String {
        let spellings = spellings
        var result = ""
        var place = text.startIndex
        scan: while place < text.endIndex {
            let rest = text[place...]
            for spelling in spellings where rest.hasPrefix(spelling.value) {
                let end = text.index(place, offsetBy: spelling.value.count)
                guard standsAlone(place..<end, in: text),
                    !spelling.needsUnit || hasUnit(place..<end, in: text)
                else { continue }
                result += "{{\(spelling.name)}}"
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
        if range.upperBound == text.endIndex || !isWord(last) { return true }
        if isWord(text[range.upperBound]) { return false }
        // 95.2 is no part of 95.25, 168 none of 168.5.
        let behind = text.index(after: range.upperBound)
        return
            !(last.isNumber && text[range.upperBound] == "." && behind < text.endIndex
            && text[behind].isNumber)
    }

    /// 168元, ¥168, 168 yuan.
    private func hasUnit(_ range: Range<String.Index>, in text: String) -> Bool {
        let ahead = text[..<range.lowerBound].last
        if ahead == "¥" || ahead == "￥" { return true }
        let behind = text[range.upperBound...].drop { $0 == " " }
        return behind.hasPrefix("元") || behind.hasPrefix("块") || behind.hasPrefix("yuan")
    }
}

extension FormTree {
    /// What an encoder wrote.
    init(_ node: Node) {
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
