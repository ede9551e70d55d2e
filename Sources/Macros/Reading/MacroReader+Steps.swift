import Engine
import Replies
import Simulation
import Yams

extension MacroReader {
    private static let own = ["insert", "fill", "choose", "ask", "confirm", "send", "next", "if"]
    /// What others call one macro within another.
    private static let calls = ["macro", "run", "call"]

    mutating func steps(_ node: Node, _ place: String) -> [Step] {
        guard let items = node.sequence else {
            fail(node, place, .wrongShape)
            return []
        }
        return items.enumerated().flatMap { number, item in
            step(item, place + "[\(number + 1)]")
        }
    }

    /// One entry of the list; `fill` of several parameters is several steps.
    private mutating func step(_ node: Node, _ place: String) -> [Step] {
        if let name = node.words {
            return step(name, node, Node("", Tag(.null)), node.line, place)
        }
        guard let entries = Entries(node), let (name, line) = entries.names.first else {
            fail(node, place, .wrongShape)
            return []
        }
        if entries["if"] != nil { return branch(entries, node, place) }
        if let second = entries.names.dropFirst().first {
            fail(second.line, place + "." + second.name, .unknownField(second.name, nearest: nil))
            return []
        }
        return step(name, node, entries[name] ?? node, line, place)
    }

    private mutating func branch(_ entries: Entries, _ node: Node, _ place: String) -> [Step] {
        checkFields(of: entries, ["if", "then", "else"], place)
        lines.append(node.line)
        let when = entries["if"].flatMap { situation($0, place + ".if") }
        let then = entries["then"].map { steps($0, place + ".then") } ?? []
        let otherwise = entries["else"].map { steps($0, place + ".else") } ?? []
        if entries["then"] == nil { fail(node, place, .missing("then")) }
        return when.map { [.branch(when: $0, then: then, otherwise: otherwise)] } ?? []
    }

    private mutating func step(
        _ name: String, _ node: Node, _ value: Node, _ line: Int, _ place: String
    ) -> [Step] {
        let place = place + "." + name
        switch name {
        case "insert":
            lines.append(line)
            return template(value, place).map { [.insert($0)] } ?? []
        case "confirm":
            lines.append(line)
            return template(value, place).map { [.confirm($0)] } ?? []
        case "send":
            lines.append(line)
            return [.send]
        case "next":
            lines.append(line)
            return [.next]
        case "ask":
            lines.append(line)
            return parameterName(value.words ?? "", value, place).map { [.ask(parameter: $0)] }
                ?? []
        case "fill": return fills(value, place)
        case "choose":
            lines.append(line)
            return choice(value, place).map { [.choose($0)] } ?? []
        case _ where Self.calls.contains(name):
            fail(line, place, .callsMacro(value.words ?? ""))
            return []
        case _:
            lines.append(line)
            return act(name, node, value, line, place).map { [.act($0)] } ?? []
        }
    }

    private mutating func parameterName(
        _ name: String, _ node: Node, _ place: String
    ) -> String? {
        if known.contains(name) { return name }
        fail(
            node, place,
            .unknownParameter(name, nearest: Spelling.nearest(to: name, among: known)))
        return nil
    }

    private mutating func fills(_ node: Node, _ place: String) -> [Step] {
        guard let entries = Entries(node) else {
            fail(node, place, .wrongShape)
            return []
        }
        return entries.names.compactMap { name, line in
            lines.append(line)
            guard let value = entries[name], parameterName(name, value, place) != nil,
                let text = template(value, place + "." + name)
            else { return nil }
            return .fill(parameter: name, with: text)
        }
    }

    private mutating func choice(_ node: Node, _ place: String) -> Choice? {
        guard let entries = Entries(node) else {
            fail(node, place, .wrongShape)
            return nil
        }
        checkFields(of: entries, ["name", "label", "of"], place)
        guard let name = entries.text("name") else {
            fail(node, place, .missing("name"))
            return nil
        }
        guard let list = entries["of"] else {
            fail(node, place, .missing("of"))
            return nil
        }
        let read = options(list, place + ".of")
        for (option, item) in zip(read.options, list.sequence.map(Array.init) ?? []) {
            check(option.value, item, place + ".of")
        }
        if list.sequence?.isEmpty == true { fail(list, place, .missing("of")) }
        return Choice(
            name,
            question: entries["label"].flatMap { words($0, place + ".label") }
                ?? Bilingual(zh: name, en: name),
            options: read.options, isInserted: read.areTexts)
    }

    // MARK: Acts

    private mutating func act(
        _ name: String, _ node: Node, _ value: Node, _ line: Int, _ place: String
    ) -> DeskAct? {
        guard let form = ActForm.named(name) else {
            if names.contains(name) {
                fail(line, place, .callsMacro(name))
            } else if Command.names.contains(name) {
                fail(line, place, .notForMacros(name))
            } else {
                let all = Self.own + ActForm.names
                fail(
                    line, place, .unknownStep(name, nearest: Spelling.nearest(to: name, among: all))
                )
            }
            return nil
        }
        let before = problems.count
        let tree = written(value, form, place)
        guard problems.count == before, let tree else { return nil }
        let act = DeskAct(name, tree)
        for fault in act.faults() { report(fault, value, form, place) }
        return problems.count == before ? act : nil
    }

    /// The fields, with a short form written out.
    private mutating func written(_ node: Node, _ form: ActForm, _ place: String) -> FormTree? {
        if node.isNothing { return .fields([]) }
        let entries = Entries(node)
        let isFull =
            entries.map { entries in
                entries.names.contains { form.names.contains($0.name) }
            } ?? false
        if let short = form.short, let field = form.field(short), !isFull {
            let isOne = entries == nil || entries?.isWords == true || field.kind.isTree
            if isOne {
                return .fields([.init(short, tree(node, field.kind, place + "." + short))])
            }
        }
        guard let entries else {
            fail(node, place, .wrongShape)
            return nil
        }
        checkFields(of: entries, form.names, place)
        return .fields(
            entries.names.compactMap { name, _ in
                guard let value = entries[name], let field = form.field(name) else { return nil }
                return .init(name, tree(value, field.kind, place + "." + name))
            })
    }

    private mutating func tree(_ node: Node, _ kind: FieldKind, _ place: String) -> FormTree {
        switch node {
        case .scalar(let scalar):
            if node.isNothing { return .nothing }
            let text = scalar.string
            check(Bilingual(zh: text, en: text), node, place)
            checkValue(text, kind, node, place)
            return .text(text)
        case .sequence(let items):
            return .list(
                items.enumerated().map { tree($0.element, .text, place + "[\($0.offset + 1)]") })
        case .mapping:
            guard let entries = Entries(node) else { return .nothing }
            if entries.isWords { return template(node, place).map { .words($0) } ?? .nothing }
            return .fields(
                entries.names.compactMap { name, _ in
                    entries[name].map {
                        .init(name, tree($0, FieldKind.inner(name), place + "." + name))
                    }
                })
        case .alias: return .nothing
        }
    }

    /// Sums, times and flags without a hole can be told now.
    private mutating func checkValue(
        _ text: String, _ kind: FieldKind, _ node: Node, _ place: String
    ) {
        guard TextHoles.names(in: text).isEmpty else { return }
        switch kind {
        case .money:
            if Money(text: text) == nil { fail(node, place, .notMoney(text)) }
        case .moment:
            let reader = MomentReader(now: Instant(milliseconds: 0), offset: 0)
            if reader.read(text) == nil { fail(node, place, .notMoment(text)) }
        case .flag:
            if FieldKind.flag(text) == nil {
                let all = Memo.Flag.allCases.map { "\($0)" }
                fail(
                    node, place,
                    .unknownName(text, nearest: Spelling.nearest(to: text, among: all)))
            }
        case .text, .list, .tree, .card, .lookup, .deed, .conversation, .customer, .order,
            .afterSale, .parcel, .review:
            break
        }
    }

    private mutating func report(
        _ fault: CommandFault, _ root: Node, _ form: ActForm, _ place: String
    ) {
        var node = root
        var field = place
        for step in fault.path.dropFirst() {
            switch step {
            case .field(let name):
                field += "." + name
                if let inner = Entries(node)?[name] { node = inner }
            case .item(let number):
                field += "[\(number + 1)]"
                if let items = node.sequence, items.indices.contains(number) {
                    node = items[number]
                }
            }
        }
        switch fault.fact {
        case .missing(let name): fail(node, field, .missing(name))
        case .unknownField(let name, let known):
            fail(
                node, field, .unknownField(name, nearest: Spelling.nearest(to: name, among: known)))
        case .unknownName(let name, let known):
            fail(
                node, field, .unknownName(name, nearest: Spelling.nearest(to: name, among: known)))
        case .unreadable(let text, let wanted):
            switch wanted {
            case .wholeNumber: fail(node, field, .notNumber(text))
            case .yesOrNo: fail(node, field, .notYesOrNo(text))
            case .text, .list, .fields: fail(node, field, .wrongShape)
            }
        }
    }
}

extension FieldKind {
    var isTree: Bool {
        switch self {
        case .tree, .list: true
        case .text, .money, .moment, .flag, .card, .lookup, .deed, .conversation, .customer,
            .order, .afterSale, .parcel, .review:
            false
        }
    }
}
