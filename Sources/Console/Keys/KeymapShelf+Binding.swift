/// Writing one binding into a person's `keys.yaml`.
extension KeymapShelf {
    /// A binding as it was written, or as it would be.
    public struct Binding: Sendable {
        /// The text of the whole file afterwards.
        public let text: String
        /// What stands in the way; nothing was written where there is any.
        public let clashes: [SettingsProblem]
        /// Keys that hold here and something else elsewhere.
        public let shadows: [SettingsProblem]
        /// Commands that lost a key to this one, with the keys they still have.
        public let taken: [(command: String, keys: [String])]

        /// Whether what stands in the way is only another command that has the key.
        public var canBeTaken: Bool { clashes.allSatisfy { $0.fact.isClash } }
    }

    /// Binds a command to keys, instead of those it had, everywhere or in one place, and writes
    /// that into `keys.yaml` unless something stands in the way.
    ///
    /// - Parameter taking: takes the keys from whatever has them.
    @discardableResult
    public mutating func bind(
        _ command: String, to series: [KeySeries], in place: String? = nil, taking: Bool = false
    ) throws(SettingsProblem) -> Binding {
        let binding = try plan(command, to: series, in: place, taking: taking)
        if binding.clashes.isEmpty {
            try write(binding.text)
            reread()
        }
        return binding
    }

    /// What `bind` would do.
    public func plan(
        _ command: String, to series: [KeySeries], in place: String? = nil, taking: Bool = false
    ) throws(SettingsProblem) -> Binding {
        var text = KeysText(try own())
        let before = try reading(of: text)
        try set(command, to: series.map(\.name), in: place, &text)
        var taken: [(command: String, keys: [String])] = []
        var now = try reading(of: text)
        var clashes = new(in: now, since: before)
        while taking {
            guard
                let other = clashes.lazy.compactMap({ loser(of: $0.fact, besides: command) }).first,
                !taken.contains(where: { $0.command == other })
            else { break }
            let left = remaining(of: other, without: series, in: place, before.keymap)
            try set(other, to: left, in: place, &text)
            taken.append((other, left))
            now = try reading(of: text)
            clashes = new(in: now, since: before)
        }
        let old = before.shadows.map(\.fact)
        return Binding(
            text: text.whole, clashes: clashes,
            shadows: now.shadows.filter { !old.contains($0.fact) }, taken: taken)
    }

    private func set(
        _ command: String, to keys: [String], in place: String?, _ text: inout KeysText
    ) throws(SettingsProblem) {
        do throws(SettingsProblem) { try text.set(command, to: keys, in: place) } catch {
            throw SettingsProblem(file: file, line: error.line, fact: error.fact)
        }
    }

    private func reading(of text: KeysText) throws(SettingsProblem) -> Keymap<KeyPlace>.Reading {
        let own = try SettingsFile(path: file, text: text.whole)
        let name = own.entries.last { $0.name == "preset" }?.value.texts?.first ?? Self.usual
        return try reading(preset: name, over: own)
    }

    /// Problems that were not there before; their lines may have moved meanwhile.
    private func new(
        in now: Keymap<KeyPlace>.Reading, since before: Keymap<KeyPlace>.Reading
    ) -> [SettingsProblem] {
        let old = before.problems.map(\.fact)
        return now.problems.filter { !old.contains($0.fact) }
    }

    private func loser(of fact: SettingsProblem.Fact, besides command: String) -> String? {
        fact.rivals.first { $0 != command }
    }

    /// The keys a command keeps: all that neither are the wanted ones, nor begin like them.
    private func remaining(
        of command: String, without series: [KeySeries], in place: String?,
        _ keymap: Keymap<KeyPlace>
    ) -> [String] {
        let context = place.flatMap { KeyPlace(rawValue: $0) }
        return keymap.written(for: command, in: context).filter { own in
            !series.contains { wanted in
                let length = min(own.keys.count, wanted.keys.count)
                return own.keys.prefix(length) == wanted.keys.prefix(length)
            }
        }.map(\.name)
    }
}

extension SettingsProblem.Fact {
    /// The two commands that want one key, or keys that begin alike; none for any other fact.
    fileprivate var rivals: [String] {
        switch self {
        case .clash(_, let one, let other), .beginning(_, let one, _, let other): [one, other]
        case .unreadable, .unwritable, .noText, .notYAML, .wrongShape, .unknownField, .unknownRole,
            .badColour, .unknownTheme, .circle, .unknownCommand, .unknownContext, .notInContext,
            .unknownKey, .takesLetter, .taken, .shadow, .escapeInSeries, .unknownPreset:
            []
        }
    }

    fileprivate var isClash: Bool { !rivals.isEmpty }
}
