import Engine
import Replies
import Simulation

extension DeskAct {
    /// What is wrong with its fields, whatever the occasion: tried with stand-ins for what only
    /// the occasion knows.
    func faults() -> [CommandFault] {
        guard let form = ActForm.named(name), case .fields(let written) = fields else { return [] }
        var sample: [FormTree.Field] = []
        for field in form.fields {
            if let own = written.first(where: { $0.name == field.name }) {
                if own.value != .nothing {
                    sample.append(.init(field.name, own.value.standIn(field.kind)))
                }
                continue
            }
            switch field.standard {
            case nil:
                return [
                    CommandFault(path: [.field(name)], fact: .missing(field.name))
                ]
            case .text(let text): sample.append(.init(field.name, .text(text)))
            case .inView: sample.append(.init(field.name, .text("x")))
            case .asItIs: sample.append(.init(field.name, .text("1")))
            case .some(.none):
                if case .list = field.kind { sample.append(.init(field.name, .list([]))) }
            }
        }
        return DeskAct.faults(name, sample, written)
    }

    /// A stand-in that does not fit is no fault of the file's: it is changed for one that does.
    private static func faults(
        _ name: String, _ sample: [FormTree.Field], _ written: [FormTree.Field]
    ) -> [CommandFault] {
        var tree = FormTree.fields(sample)
        for _ in 0..<8 {
            do throws(CommandFaults) {
                _ = try CommandForm(name, tree)
                return []
            } catch {
                guard let first = error.all.first else { return [] }
                let path = Array(first.path.dropFirst())
                guard FormTree.fields(written).hasHole(at: path) else { return error.all }
                switch first.fact {
                case .unknownName(_, let known): tree.put(known.first ?? "0", at: path)
                case .unreadable(_, .wholeNumber): tree.put("0", at: path)
                case .unreadable(_, .yesOrNo): tree.put("true", at: path)
                case .unreadable, .missing, .unknownField: return error.all
                }
            }
        }
        return []
    }
}

extension FormTree {
    /// What could stand there, once it is filled.
    fileprivate func standIn(_ kind: FieldKind) -> FormTree {
        switch self {
        case .text(let text): .text(FormTree.standIn(text, kind))
        case .words(let words): .text(FormTree.standIn(words.zh, kind))
        case .list(let items): .list(items.map { $0.standIn(.text) })
        case .fields(let fields):
            .fields(fields.map { .init($0.name, $0.value.standIn(FieldKind.inner($0.name))) })
        case .named, .later, .nothing: self
        }
    }

    private static func standIn(_ text: String, _ kind: FieldKind) -> String {
        switch kind {
        case .money, .moment: return "1"
        case .flag: return FieldKind.flag(text) ?? "1"
        case .card, .lookup, .deed:
            if text.contains(":") || text == "report" { return text }
            return TextHoles.names(in: text).isEmpty ? text + ":x" : "order:x"
        case .text, .list, .tree, .conversation, .customer, .order, .afterSale, .parcel, .review:
            return TextHoles.names(in: text).isEmpty ? text : "x"
        }
    }

    fileprivate func hasHole(at path: [CommandFault.Place]) -> Bool {
        guard let first = path.first else {
            switch self {
            case .text(let text): return !TextHoles.names(in: text).isEmpty
            case .words(let words): return !TextHoles.names(in: words.zh).isEmpty
            case .list, .fields, .named, .later, .nothing: return false
            }
        }
        let rest = Array(path.dropFirst())
        switch (self, first) {
        case (.fields(let fields), .field(let name)):
            return fields.first { $0.name == name }?.value.hasHole(at: rest) ?? false
        case (.list(let items), .item(let number)):
            return items.indices.contains(number) && items[number].hasHole(at: rest)
        case _: return false
        }
    }

    fileprivate mutating func put(_ text: String, at path: [CommandFault.Place]) {
        guard let first = path.first else {
            self = .text(text)
            return
        }
        let rest = Array(path.dropFirst())
        switch (self, first) {
        case (.fields(var fields), .field(let name)):
            guard let place = fields.firstIndex(where: { $0.name == name }) else { return }
            fields[place].value.put(text, at: rest)
            self = .fields(fields)
        case (.list(var items), .item(let number)):
            guard items.indices.contains(number) else { return }
            items[number].put(text, at: rest)
            self = .list(items)
        case _: break
        }
    }
}
