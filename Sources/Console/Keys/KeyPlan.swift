import Terminal

/// The claims that commands lay on keys while a keymap is put together: defaults first, then the
/// lines of a preset over them, then a person's; taken back line by line until nothing clashes.
struct KeyPlan<Context: KeyContext> {
    typealias Entry = Keymap<Context>.Entry
    typealias Slot = Keymap<Context>.Slot

    /// One command wants one series of keys in one place.
    struct Claim {
        let slot: Slot
        let command: String
        /// The line that asks for it; nil for a default.
        let line: Line?

        var rank: Int { line?.rank ?? 0 }
    }

    /// What one line of a file asks for.
    struct Line {
        let file: String
        let number: Int
        /// Its place among the lines of the file; several may stand on one row.
        let ordinal: Int
        /// Whose it is.
        let layer: Layer
        let command: String
        /// Only in these places; nil wherever the command can be used.
        let contexts: Set<Context>?
        let series: [KeySeries]

        /// Of two lines that want one key, the one of the higher rank gives way.
        var rank: Int { layer.cedes << 32 | ordinal }
        /// A line for one place goes before one for several, and that before one for all.
        fileprivate var weight: (Int, Int, Int) {
            (layer.authority, contexts.map { $0.count == 1 ? 2 : 1 } ?? 0, ordinal)
        }
    }

    /// Whose line it is.
    enum Layer {
        /// What the author of a reply or a macro would have it on.
        case library
        case preset
        case own

        /// Of two lines for one command the higher one holds.
        fileprivate var authority: Int {
            switch self {
            case .library: 0
            case .preset: 1
            case .own: 2
            }
        }

        /// Of two commands that want one key the higher one goes without: what was only wished
        /// for before what was chosen.
        fileprivate var cedes: Int {
            switch self {
            case .preset: 1
            case .own: 2
            case .library: 3
            }
        }
    }

    private let entries: [Entry]
    private(set) var claims: [Claim] = []
    private(set) var clashes: [SettingsProblem] = []

    init(_ entries: [Entry]) {
        self.entries = entries
        claims = claims(with: [])
    }

    /// Lays the lines over the defaults. Where two commands want one key, the line that came
    /// last gives way; two lines that swap keys do not clash.
    mutating func lay(_ lines: [Line]) {
        var lines = lines
        while true {
            claims = claims(with: lines)
            guard let (line, fact) = lastClash() else { return }
            clashes.append(SettingsProblem(file: line.file, line: line.number, fact: fact))
            lines.removeAll { $0.rank == line.rank }
        }
    }

    private func claims(with lines: [Line]) -> [Claim] {
        // Only looked up in; its order reaches nothing.
        let byCommand = Dictionary(grouping: lines, by: \.command)
        return entries.flatMap { claims(of: $0, own: byCommand[$0.id] ?? []) }
    }

    private func claims(of entry: Entry, own: [Line]) -> [Claim] {
        var result: [Claim] = []
        func claim(_ series: [KeySeries], _ place: Context?, _ line: Line?) {
            for one in series {
                result.append(
                    Claim(slot: Slot(series: one, context: place), command: entry.id, line: line))
            }
        }
        let general = own.filter { $0.contexts == nil }.max { $0.weight < $1.weight }
        let defaults = entry.keys.compactMap { KeySeries(name: $0) }
        guard let wanted = entry.contexts else {
            claim(general?.series ?? defaults, nil, general)
            // A command of the whole desk may have keys of its own in one place besides.
            for place in Context.allCases {
                let here = own.filter { $0.contexts?.contains(place) == true }
                    .max { $0.weight < $1.weight }
                if let here { claim(here.series, place, here) }
            }
            return result
        }
        for place in Context.allCases where wanted.contains(place) {
            let line = own.filter { $0.contexts?.contains(place) != false }
                .max { $0.weight < $1.weight }
            claim(line?.series ?? defaults, place, line)
        }
        return result
    }

    private func lastClash() -> (line: Line, fact: SettingsProblem.Fact)? {
        var last: (line: Line, fact: SettingsProblem.Fact)?
        for (one, other) in KeyPlan.conflicts(in: claims) {
            let (loser, winner) = one.rank >= other.rank ? (one, other) : (other, one)
            guard let line = loser.line, line.rank > last?.line.rank ?? 0 else { continue }
            last = (
                line,
                line.layer == .library
                    ? .taken(
                        key: loser.slot.series.name, command: loser.command,
                        other: winner.command)
                    : KeyPlan.fact(loser, winner)
            )
        }
        return last
    }

    static func fact(_ loser: Claim, _ winner: Claim) -> SettingsProblem.Fact {
        if loser.slot == winner.slot {
            return .clash(
                key: loser.slot.series.name, command: loser.command, other: winner.command)
        }
        return .beginning(
            key: loser.slot.series.name, command: loser.command,
            otherKey: winner.slot.series.name, other: winner.command)
    }

    /// Claims that cannot both hold: the same keys for two commands, or keys with which others
    /// begin, in the same place.
    static func conflicts(in claims: [Claim]) -> [(Claim, Claim)] {
        var owners: [Slot: Claim] = [:]
        var begun: [Slot: Claim] = [:]
        var found: [(Claim, Claim)] = []
        for claim in claims {
            if let owner = owners[claim.slot], owner.command != claim.command {
                found.append((claim, owner))
            }
            if let longer = begun[claim.slot] { found.append((claim, longer)) }
            for beginning in claim.slot.series.beginnings {
                let slot = Slot(series: beginning, context: claim.slot.context)
                if let shorter = owners[slot] { found.append((claim, shorter)) }
                if begun[slot] == nil { begun[slot] = claim }
            }
            if owners[claim.slot] == nil { owners[claim.slot] = claim }
        }
        return found
    }

    /// Where a key of one place hides one that holds everywhere, and a line of the person's own
    /// has a part in it: allowed, but good to know.
    var shadows: [SettingsProblem] {
        var general: [KeySeries: Claim] = [:]
        var begun: [KeySeries: Claim] = [:]
        for claim in claims where claim.slot.context == nil {
            general[claim.slot.series] = claim
            for part in claim.slot.series.beginnings { begun[part] = claim }
        }
        var found: [SettingsProblem] = []
        for claim in claims {
            guard let place = claim.slot.context else { continue }
            let series = claim.slot.series
            let hidden =
                general[series] ?? begun[series]
                ?? series.beginnings.lazy.compactMap { general[$0] }.first
            guard let hidden, hidden.command != claim.command else { continue }
            let lines = [claim.line, hidden.line].compactMap { $0 }.filter { $0.layer == .own }
            guard let line = lines.max(by: { $0.rank < $1.rank }) else { continue }
            found.append(
                SettingsProblem(
                    file: line.file, line: line.number,
                    fact: .shadow(
                        key: hidden.slot.series.name, command: claim.command,
                        hidden: hidden.command, context: place.rawValue)))
        }
        return found
    }
}
