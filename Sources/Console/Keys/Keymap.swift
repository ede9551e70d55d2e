public import Terminal

/// Which key does what where: the default keys of every command, with what a preset and a person
/// changed.
///
/// ```yaml
/// preset: vim
/// send: Ctrl-Enter            # instead of all default keys of `send`
/// next-customer: [Alt-J, Ctrl-X n]
/// palette: []                 # no key at all
/// queue:                      # only while the queue has the keyboard
///   next-customer: J
/// ```
///
/// A place on the desk (`Context`) is any enum with names; what works everywhere has none. What
/// a place says goes before what holds everywhere.
public struct Keymap<Context: KeyContext>: Sendable {
    /// A command as the keymap sees it.
    public struct Entry: Hashable, Sendable {
        public let id: String
        /// Names of its default keys, the one to show first.
        public let keys: [String]
        /// Where it can be used; nil for everywhere.
        public let contexts: Set<Context>?

        public init(id: String, keys: [String], contexts: Set<Context>? = nil) {
            self.id = id
            self.keys = keys
            self.contexts = contexts
        }
    }

    /// What the keys pressed so far mean.
    public enum Meaning: Hashable, Sendable {
        case command(String)
        /// They are the beginning of a longer series.
        case begins
        case nothing
    }

    /// A key that goes on with a series that has begun.
    public struct Continuation: Hashable, Sendable {
        public let key: Key
        /// The commands behind it: one that it does at once, or those of the longer series.
        public let commands: [String]
        /// Whether more keys must follow.
        public let isLonger: Bool
    }

    /// A series of keys in a place; no place means everywhere.
    struct Slot: Hashable {
        let series: KeySeries
        let context: Context?
    }

    /// Whether the composer waits for commands until one says that one writes.
    public internal(set) var isModal = false
    private var commands: [Slot: String] = [:]
    /// What series begin with.
    private var begun: Set<Slot> = []
    private var keys: [String: [Slot]] = [:]
    /// Every series that holds, in the order of the commands.
    private var order: [(slot: Slot, command: String)] = []

    /// The default keys alone.
    public init(_ entries: [Entry]) {
        self.init(KeyPlan(entries))
    }

    /// What these keys, pressed one after the other, mean here.
    public func meaning(of keys: [Key], in context: Context?) -> Meaning {
        guard !keys.isEmpty else { return .nothing }
        let series = KeySeries(keys)
        for place in context.map({ [$0, nil] }) ?? [Context?.none] {
            let slot = Slot(series: series, context: place)
            if let own = commands[slot] { return .command(own) }
            if begun.contains(slot) { return .begins }
        }
        return .nothing
    }

    /// The command this one key means here.
    public func command(for key: Key, in context: Context?) -> String? {
        if case .command(let id) = meaning(of: [key], in: context) { return id }
        return nil
    }

    /// The keys that can follow on these, in the order of the commands.
    public func continuations(of keys: [Key], in context: Context?) -> [Continuation] {
        var places: [Key: Int] = [:]
        var found: [Continuation] = []
        for (slot, command) in order {
            let series = slot.series.keys
            guard slot.context == nil || slot.context == context, series.count > keys.count,
                Array(series[..<keys.count]) == keys, isReachable(slot.series, command, context)
            else { continue }
            let next = series[keys.count]
            let place = places[next] ?? found.count
            if place == found.count {
                found.append(Continuation(key: next, commands: [], isLonger: false))
                places[next] = place
            }
            guard !found[place].commands.contains(command) else { continue }
            found[place] = Continuation(
                key: next, commands: found[place].commands + [command],
                isLonger: series.count > keys.count + 1)
        }
        return found
    }

    /// The keys of a command here, the one to show first; those another command took over in
    /// this place are left out.
    public func keys(for id: String, in context: Context? = nil) -> [KeySeries] {
        var found: [KeySeries] = []
        for slot in keys[id] ?? [] {
            let isHere = slot.context == nil || slot.context == context || context == nil
            if isHere, !found.contains(slot.series),
                isReachable(slot.series, id, context ?? slot.context)
            {
                found.append(slot.series)
            }
        }
        // What a place says for itself is what a person there presses first.
        guard let context else { return found }
        let own = found.filter { commands[Slot(series: $0, context: context)] == id }
        return own + found.filter { !own.contains($0) }
    }

    /// What a line of the keys file for the whole desk, or for one place, has to hold to keep a
    /// command's keys as they are.
    public func written(for id: String, in context: Context?) -> [KeySeries] {
        var found: [KeySeries] = []
        for slot in keys[id] ?? []
        where slot.context == context && !found.contains(slot.series)
            && isReachable(slot.series, id, context)
        {
            found.append(slot.series)
        }
        return found
    }

    private func isReachable(_ series: KeySeries, _ id: String, _ context: Context?) -> Bool {
        meaning(of: series.keys, in: context) == .command(id)
            && series.beginnings.allSatisfy { meaning(of: $0.keys, in: context) == .begins }
    }

    init(_ plan: KeyPlan<Context>) {
        for claim in plan.claims where commands[claim.slot] == nil {
            commands[claim.slot] = claim.command
            keys[claim.command, default: []].append(claim.slot)
            order.append((claim.slot, claim.command))
            for part in claim.slot.series.beginnings {
                begun.insert(Slot(series: part, context: claim.slot.context))
            }
        }
    }
}

extension Keymap {
    /// A keymap as read from its files, with what is wrong and what is merely good to know.
    public struct Reading: Sendable {
        public let keymap: Keymap
        /// Lines that are wrong or clash; each is left out.
        public let problems: [SettingsProblem]
        /// Keys that a place took over from the whole desk; they hold as written.
        public let shadows: [SettingsProblem]
    }

    /// The default keys with a preset's file and the person's over them, and what a library wishes
    /// for where nobody else does. Lines that are wrong or clash are reported and left out, what was
    /// there stays for them.
    static func read(
        _ entries: [Entry], preset: SettingsFile? = nil, _ own: SettingsFile?,
        library: KeymapReader<Context>? = nil, isWhole: Bool = false
    ) -> Reading {
        var problems = library?.problems ?? []
        var lines = library?.lines ?? []
        var isModal = false
        for (file, layer) in [(preset, KeyPlan<Context>.Layer.preset), (own, .own)] {
            guard let file else { continue }
            var reader = KeymapReader(
                entries, path: file.path, layer: layer, isWhole: isWhole)
            reader.read(file)
            lines += reader.lines
            problems += reader.problems
            isModal = reader.isModal ?? isModal
        }
        var plan = KeyPlan(entries)
        plan.lay(lines)
        var keymap = Keymap(plan)
        keymap.isModal = isModal
        return Reading(
            keymap: keymap,
            problems: (problems + plan.clashes).sorted { ($0.file, $0.line) < ($1.file, $1.line) },
            shadows: plan.shadows)
    }

    /// Default keys that two commands claim in the same place: a fault of the command list.
    public static func clashes(in entries: [Entry]) -> [SettingsProblem.Fact] {
        KeyPlan.conflicts(in: KeyPlan(entries).claims).map(KeyPlan.fact)
    }
}
