import Terminal

/// The claims that commands lay on keys while a keymap is put together: defaults first, then a
/// person's lines over them, taken back line by line until nothing clashes.
struct KeyPlan<Context>
where Context: RawRepresentable<String> & CaseIterable & Hashable & Sendable {
    typealias Entry = Keymap<Context>.Entry
    typealias Slot = Keymap<Context>.Slot

    /// One command wants one key in one place.
    struct Claim {
        let slot: Slot
        let command: String
        /// The line that asks for it; nil for a default.
        let line: Int?
    }

    /// What one line of the file asks for.
    struct Line {
        let number: Int
        let command: String
        /// Only in this place; nil wherever the command can be used.
        let context: Context?
        let keys: [Key]
    }

    private let entries: [Entry]
    private(set) var claims: [Claim] = []
    private(set) var clashes: [(line: Int, fact: SettingsProblem.Fact)] = []

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
            guard let clash = lastClash() else { return }
            clashes.append(clash)
            lines.removeAll { $0.number == clash.line }
        }
    }

    private func claims(with lines: [Line]) -> [Claim] {
        var result: [Claim] = []
        for entry in entries {
            let places: [Context?] =
                entry.contexts.map { wanted in
                    Context.allCases.filter { wanted.contains($0) }
                } ?? [nil]
            let own = lines.filter { $0.command == entry.id }
            let general = own.last { $0.context == nil }
            let defaults = entry.keys.compactMap { Key(name: $0) }
            for place in places {
                let special = own.last { $0.context == place && place != nil }
                let line = special ?? general
                for key in line?.keys ?? defaults {
                    result.append(
                        Claim(
                            slot: Slot(key: key, context: place), command: entry.id,
                            line: line?.number))
                }
            }
            // A command of the whole desk may have a key of its own in one place.
            guard entry.contexts == nil else { continue }
            for line in own {
                guard let context = line.context else { continue }
                for key in line.keys {
                    result.append(
                        Claim(
                            slot: Slot(key: key, context: context), command: entry.id,
                            line: line.number))
                }
            }
        }
        return result
    }

    private func lastClash() -> (line: Int, fact: SettingsProblem.Fact)? {
        var owners: [Slot: Claim] = [:]
        var last: (line: Int, fact: SettingsProblem.Fact)?
        for claim in claims {
            guard let owner = owners[claim.slot] else {
                owners[claim.slot] = claim
                continue
            }
            guard owner.command != claim.command else { continue }
            let mine = claim.line ?? 0
            let theirs = owner.line ?? 0
            let (loser, winner) = mine >= theirs ? (claim, owner) : (owner, claim)
            guard let line = loser.line, line > last?.line ?? 0 else { continue }
            last = (
                line,
                .clash(key: claim.slot.key.name, command: loser.command, other: winner.command)
            )
        }
        return last
    }
}
