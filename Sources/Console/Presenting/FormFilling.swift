import Engine

/// Finding out what has to stand in a form so that it sends a certain command.
///
/// Nothing is known here of any one form: texts, sums and times are taken from the command, each
/// field is tried with each of them and each choice, and what brings the form's command nearest to
/// the wanted one stays.
extension ActionForm {
    /// The fields that have to change, in order.
    func filling(for wanted: Command, on desk: Desk) -> [(place: Int, content: FormField.Content)] {
        let pieces = CommandPieces(wanted)
        var values = form.values
        for field in form.fields where values.values[field.id] == nil {
            switch field.content {
            case .money: values.values[field.id] = pieces.sums.first.map { .money($0) }
            case .time: values.values[field.id] = pieces.times.first.map { .time($0) }
            case .text, .choice, .flag, .fixed: break
            }
        }
        // Twice: what fits one field may show only once another is filled.
        for _ in 0..<2 {
            for field in form.fields {
                var best = (value: values.values[field.id], nearness: nearness(values, pieces))
                for candidate in Self.candidates(for: field, pieces) {
                    var tried = values
                    tried.values[field.id] = candidate
                    let nearness = nearness(tried, pieces)
                    if nearness > best.nearness { best = (candidate, nearness) }
                }
                values.values[field.id] = best.value
            }
        }
        return form.fields.indices.compactMap { place in
            let field = form.fields[place]
            guard let value = values.values[field.id], value != form.values.values[field.id],
                let content = field.content.holding(value, on: desk)
            else { return nil }
            return (place, content)
        }
    }

    private func nearness(_ values: FormValues, _ pieces: CommandPieces) -> CommandPieces.Nearness {
        command(values).map { pieces.nearness(of: CommandPieces($0)) } ?? .none
    }

    private static func candidates(
        for field: FormField, _ pieces: CommandPieces
    ) -> [FormValues.Value] {
        switch field.content {
        case .text: pieces.texts.map { .text($0) } + [.text("")]
        case .money: pieces.sums.map { .money($0) }
        case .time: pieces.times.map { .time($0) }
        case .choice(let choices, _): choices.indices.map { .choice($0) }
        case .flag: [.flag(true), .flag(false)]
        case .fixed: []
        }
    }
}

extension FormField.Content {
    /// The same field with this in it; nil where it is no value of its kind.
    fileprivate func holding(_ value: FormValues.Value, on desk: Desk) -> FormField.Content? {
        func written(_ text: String) -> Composer {
            Composer(draft: Draft(text: text, caret: text.count))
        }
        switch (self, value) {
        case (.text(_, let rows, let limit), .text(let text)):
            return .text(written(text), rows: rows, limit: limit)
        case (.money(_, let least, let most), .money(let sum)):
            return .money(written(sum.plain), least: least, most: most)
        case (.time, .time(let instant)):
            let isToday = desk.civil(instant).date == desk.civil(desk.now).date
            return .time(written(isToday ? desk.civil(instant).clock : desk.formTime(instant)))
        case (.choice(let choices, _), .choice(let chosen)):
            return .choice(choices, chosen: chosen)
        case (.flag, .flag(let flag)): return .flag(flag)
        case _: return nil
        }
    }
}

/// A command taken apart into its values, each by where it stands.
struct CommandPieces {
    private(set) var texts: [String] = []
    private(set) var sums: [Money] = []
    private(set) var times: [Instant] = []
    /// What stands where, times apart.
    private var leaves: [String: String] = [:]

    init(_ command: Command) { take(command, at: "") }

    private mutating func take(_ value: Any, at path: String) {
        switch value {
        case let text as String:
            if !texts.contains(text) { texts.append(text) }
            leaves[path] = text
        case let sum as Money:
            if !sums.contains(sum) { sums.append(sum) }
            leaves[path] = sum.plain
        case let instant as Instant: times.append(instant)
        case _:
            let children = Mirror(reflecting: value).children
            if children.isEmpty { leaves[path] = "\(value)" }
            for (place, child) in children.enumerated() {
                take(child.value, at: "\(path)/\(child.label ?? "")\(place)")
            }
        }
    }

    /// How near another command is: by what is the same, then by how far its times are apart.
    struct Nearness: Comparable {
        var same: Int
        var apart: Int64
        static let none = Nearness(same: -1, apart: .max)

        static func < (a: Self, b: Self) -> Bool {
            (a.same, b.apart) < (b.same, a.apart)
        }
    }

    func nearness(of other: CommandPieces) -> Nearness {
        let same = leaves.reduce(0) { $0 + (other.leaves[$1.key] == $1.value ? 1 : 0) }
        var apart: Int64 = 0
        for (mine, theirs) in zip(times, other.times) {
            apart += abs((mine - theirs).milliseconds)
        }
        // A time too many or too few is further than any other.
        apart += Int64(abs(times.count - other.times.count)) * 1_000_000_000_000
        return Nearness(same: same, apart: apart)
    }
}
