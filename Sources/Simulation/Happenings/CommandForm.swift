public import Engine

/// A command as a pack writes it: the gym's form in YAML, with names that only the shift can fill
/// in.
///
/// ```yaml
/// do: {payFrom: {order: $order, parts: [{account: xulan-card}]}}
/// ```
public struct CommandForm: Hashable, Sendable {
    /// The command's, e.g. `payFrom`.
    public var name: String
    public var fields: FormTree

    /// Checks that the shop could read it, whatever its references turn out to be.
    /// - Throws: everything that is wrong with its fields, one or several.
    public init(_ name: String, _ fields: FormTree) throws(CommandFaults) {
        self.name = name
        self.fields = fields
        let sample = FormTree.fields([FormTree.Field(name, fields.sample)])
        let log = FieldLog()
        do {
            _ = try FormDecoder(tree: sample, codingPath: [], log: log).read(Command.self)
        } catch let fault as CommandFault {
            throw CommandFaults(all: [fault])
        } catch {
            throw CommandFaults(all: [CommandFault([], .unreadable(name, .fields))])
        }
        let unknown = sample.unknownFields(in: [], log)
        if !unknown.isEmpty { throw CommandFaults(all: unknown) }
    }

    /// The command as it is to be sent now. What a reference means and is not there is named by
    /// the reference itself, so that the shop refuses it and says why.
    public func command(in shop: Shop, _ tongue: Engine.Tongue) -> Command? {
        let tree = FormTree.fields([FormTree.Field(name, fields.filled(in: shop, tongue))])
        return try? FormDecoder(tree: tree, codingPath: [], log: FieldLog()).read(Command.self)
    }

    /// The same with stand-ins for what only the shift knows, to see who may send it.
    public var sample: Command? {
        let tree = FormTree.fields([FormTree.Field(name, fields.sample)])
        return try? FormDecoder(tree: tree, codingPath: [], log: FieldLog()).read(Command.self)
    }

    /// Whether sending it settles what a customer came for: they have paid or confirmed.
    var settles: Bool { name == "confirmReceipt" }
}

/// Everything that is wrong with a command in a pack.
public struct CommandFaults: Error, Hashable, Sendable {
    public var all: [CommandFault]
}

extension FormTree {
    /// With the references filled in and the texts in one language.
    fileprivate func filled(in shop: Shop, _ tongue: Engine.Tongue) -> FormTree {
        switch self {
        case .text, .nothing: self
        case .words(let words): .text(words[tongue])
        case .named(let prefix, let reference):
            .text(prefix + (reference.name(in: shop) ?? "$\(reference.kind.rawValue)"))
        case .later(let span): .text("\((shop.now + span).milliseconds)")
        case .list(let items): .list(items.map { $0.filled(in: shop, tongue) })
        case .fields(let fields):
            .fields(fields.map { Field($0.name, $0.value.filled(in: shop, tongue)) })
        }
    }

    fileprivate var sample: FormTree {
        switch self {
        case .text, .nothing: self
        case .words(let words): .text(words.zh)
        case .named(let prefix, _): .text(prefix + "x")
        case .later: .text("0")
        case .list(let items): .list(items.map(\.sample))
        case .fields(let fields): .fields(fields.map { Field($0.name, $0.value.sample) })
        }
    }

    /// Fields that stand in the form and that nobody asked for.
    fileprivate func unknownFields(in path: [CommandFault.Place], _ log: FieldLog) -> [CommandFault]
    {
        switch self {
        case .text, .words, .named, .later, .nothing: return []
        case .list(let items):
            return items.enumerated().flatMap {
                $0.element.unknownFields(in: path + [.item($0.offset)], log)
            }
        case .fields(let fields):
            let known = log.asked[path.map(\.name)] ?? []
            return fields.flatMap { field in
                let place = path + [CommandFault.Place.field(field.name)]
                guard known.contains(field.name) else {
                    return [
                        CommandFault(path: place, fact: .unknownField(field.name, known: known))
                    ]
                }
                return field.value.unknownFields(in: place, log)
            }
        }
    }
}

extension CommandFault.Place {
    fileprivate var name: String {
        switch self {
        case .field(let name): name
        case .item(let number): "\(number)"
        }
    }
}
