import Engine
import Replies
import Simulation

/// Makes a command of what a macro wrote: holes filled, what is in view put in, sums and times
/// read.
struct ActFiller {
    let view: InView
    let value: (String) -> ParameterValue?
    private(set) var missing: [String] = []
    /// The one the act is about, where that is not the one in view.
    private var order: Order?

    init(_ view: InView, value: @escaping (String) -> ParameterValue?) {
        self.view = view
        order = view.order
        self.value = value
    }

    /// - Throws: why it cannot be one; what has no value yet is in `.missing`.
    mutating func command(_ act: DeskAct) throws(Rehearsal.Reason) -> Command {
        guard let form = ActForm.named(act.name), case .fields(let written) = act.fields else {
            throw .unfit(command: act.name)
        }
        if let tree = written.first(where: { $0.name == "order" })?.value,
            case .text(let id) = try fill(tree, .order, "order")
        {
            order = view.shop.orders[OrderID(id)]
        }
        var fields: [FormTree.Field] = []
        for field in form.fields {
            if let own = written.first(where: { $0.name == field.name }) {
                let tree = try fill(own.value, field.kind, field.name)
                if tree != .nothing { fields.append(.init(field.name, tree)) }
            } else if let tree = try standard(field, of: form) {
                fields.append(.init(field.name, tree))
            }
        }
        if !missing.isEmpty { throw .missing(missing) }
        do {
            let whole = try CommandForm(act.name, .fields(fields))
            if let command = whole.command(in: view.shop, view.tongue) { return command }
        } catch {}
        throw .unfit(command: act.name)
    }

    // MARK: What nobody wrote

    private func standard(
        _ field: ActForm.Field, of form: ActForm
    ) throws(Rehearsal.Reason) -> FormTree? {
        switch field.standard {
        case nil: throw .unfit(command: form.name)
        case .text(let text): return .text(text)
        case .some(.none): return isList(field.kind) ? .list([]) : nil
        case .asItIs: return asItIs(field.name, of: order?.id).map { .text($0) }
        case .inView:
            if let name = inView(field.kind) { return .text(name) }
            // A ticket may be about no order.
            if form.name == "openTicket" { return nil }
            throw .nothingInView(command: form.name, field: field.name)
        }
    }

    private func isList(_ kind: FieldKind) -> Bool { if case .list = kind { true } else { false } }

    private func inView(_ kind: FieldKind) -> String? {
        switch kind {
        case .conversation: view.talk.id.rawValue
        case .customer: view.talk.customer.rawValue
        case .order: view.order?.id.rawValue
        case .afterSale: view.afterSale?.id.rawValue
        case .parcel: view.parcel?.tracking
        case .review: view.review?.rawValue
        case .text, .money, .moment, .flag, .list, .tree, .card, .lookup, .deed: nil
        }
    }

    /// What a field holds on an order now, as the command takes it.
    func asItIs(_ name: String, of id: OrderID?) -> String? {
        let order = id.flatMap { view.shop.orders[$0] }
        return switch name {
        case "flag": "\((order?.memo?.flag ?? .red).rawValue)"
        case "text": order?.memo?.text ?? ""
        case "reduction": order.map { "\($0.reduction.fen)" }
        case "postage": order.map { "\($0.postage.fen)" }
        default: nil
        }
    }

    // MARK: What was written

    private mutating func fill(
        _ tree: FormTree, _ kind: FieldKind, _ name: String
    ) throws(Rehearsal.Reason) -> FormTree {
        switch tree {
        case .text(let text): return try fill(text, kind, name)
        case .words(let words): return try fill(words[view.tongue], kind, name)
        case .list(let items):
            var filled: [FormTree] = []
            for item in items { filled.append(try fill(item, .text, name)) }
            return .list(filled)
        case .fields(let fields):
            var filled: [FormTree.Field] = []
            for field in fields {
                let tree = try fill(field.value, FieldKind.inner(field.name), field.name)
                filled.append(.init(field.name, tree))
            }
            return .fields(filled)
        case .named, .later, .nothing: return tree
        }
    }

    private mutating func fill(
        _ text: String, _ kind: FieldKind, _ name: String
    ) throws(Rehearsal.Reason) -> FormTree {
        if let hole = TextHoles.whole(text) {
            if let value = value(hole) {
                return .text(isWords(name) ? value.shown : value.raw)
            }
            if needsExact(kind), let worth = view.exact(hole) { return .text(worth.raw) }
        }
        let filled = TextHoles.fill(text) { value($0)?.shown ?? view.shown($0) }
        for hole in filled.missing where !missing.contains(hole) { missing.append(hole) }
        guard filled.missing.isEmpty else { return .text(text) }
        guard let raw = read(filled.text, as: kind) else {
            throw .unreadable(parameter: name, value: filled.text)
        }
        return .text(raw)
    }

    /// Fields that somebody reads: they take what a text would say.
    private func isWords(_ name: String) -> Bool {
        ["text", "note", "summary", "detail", "contents", "body", "value", "query", "source"]
            .contains(name)
    }

    private func needsExact(_ kind: FieldKind) -> Bool {
        switch kind {
        case .money, .moment: true
        case .text, .flag, .list, .tree, .card, .lookup, .deed, .conversation, .customer, .order,
            .afterSale, .parcel, .review:
            false
        }
    }

    /// What the command takes for what is written; nil where it is none of the kind.
    private func read(_ text: String, as kind: FieldKind) -> String? {
        switch kind {
        case .money: Money(text: text.trimmed).map { "\($0.fen)" }
        case .moment: view.moments.read(text).map { "\($0.milliseconds)" }
        case .flag: FieldKind.flag(text)
        case .card, .lookup, .deed: about(text, kind)
        case .text, .list, .tree, .conversation, .customer, .order, .afterSale, .parcel, .review:
            text
        }
    }

    /// `order` is the order in view, `report` what is awaited.
    private func about(_ text: String, _ kind: FieldKind) -> String? {
        if text.contains(":") { return text }
        switch text {
        case "order", "track", "address", "ship", "refund", "scan", "another":
            return view.order.map { "\(text):\($0.id)" }
        case "customer": return "customer:\(view.talk.customer)"
        case "reship", "settle": return view.afterSale.map { "\(text):\($0.id)" }
        case "report": return "report" + (view.waitingTicket.map { ":\($0)" } ?? "")
        default: return text
        }
    }
}

extension FieldKind {
    /// `red` is 1; a number stays one.
    static func flag(_ text: String) -> String? {
        if let flag = Memo.Flag.allCases.first(where: { "\($0)" == text }) {
            return "\(flag.rawValue)"
        }
        return Int(text).flatMap(Memo.Flag.init).map { "\($0.rawValue)" }
    }
}
