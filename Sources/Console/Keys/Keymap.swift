public import Terminal

/// Which key does what where: the default keys of every command, with what a person changed in
/// `keys.yaml`.
///
/// ```yaml
/// send: Ctrl-Enter            # instead of all default keys of `send`
/// next-customer: [Alt-J, F11]
/// palette: []                 # no key at all
/// queue:                      # only while the queue has the keyboard
///   next-customer: J
/// ```
///
/// A place on the desk (`Context`) is any enum with names; what works everywhere has none. A key
/// may later be a series of keys: only `Slot` and the reading of names know that it is one.
public struct Keymap<Context>: Sendable
where Context: RawRepresentable<String> & CaseIterable & Hashable & Sendable {
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

    /// A key in a place; no place means everywhere.
    struct Slot: Hashable {
        let key: Key
        let context: Context?
    }

    private var commands: [Slot: String] = [:]
    private var keys: [String: [Slot]] = [:]

    /// The default keys alone.
    public init(_ entries: [Entry]) {
        self.init(KeyPlan(entries))
    }

    /// The command this key means here: what the place says, else what holds everywhere.
    public func command(for key: Key, in context: Context?) -> String? {
        if let context, let own = commands[Slot(key: key, context: context)] { return own }
        return commands[Slot(key: key, context: nil)]
    }

    /// The keys of a command here, the one to show first; those another command took over in
    /// this place are left out.
    public func keys(for id: String, in context: Context? = nil) -> [Key] {
        var found: [Key] = []
        for slot in keys[id] ?? [] {
            let isHere = slot.context == nil || slot.context == context || context == nil
            if isHere, !found.contains(slot.key),
                command(for: slot.key, in: context ?? slot.context) == id
            {
                found.append(slot.key)
            }
        }
        return found
    }

    init(_ plan: KeyPlan<Context>) {
        for claim in plan.claims where commands[claim.slot] == nil {
            commands[claim.slot] = claim.command
            keys[claim.command, default: []].append(claim.slot)
        }
    }
}

extension Keymap {
    /// The default keys with the person's file over them; a missing file changes nothing. Lines
    /// that are wrong or clash are reported and left out, the default stays for them.
    ///
    /// `typing` are the places where plain letters are text; a key map must not take them there.
    public static func load(
        _ entries: [Entry], file: String, typing: Set<Context>
    ) -> (keymap: Keymap, problems: [SettingsProblem]) {
        guard FileStamp(path: file).exists else { return (Keymap(entries), []) }
        do throws(SettingsProblem) {
            return read(entries, try SettingsFile(path: file), typing: typing)
        } catch {
            return (Keymap(entries), [error])
        }
    }

    /// As `load`, from a text.
    static func read(
        _ entries: [Entry], _ file: SettingsFile, typing: Set<Context>
    ) -> (keymap: Keymap, problems: [SettingsProblem]) {
        var reader = KeymapReader(entries, path: file.path, typing: typing)
        reader.read(file)
        var plan = KeyPlan(entries)
        plan.lay(reader.lines)
        let clashes = plan.clashes.map {
            SettingsProblem(file: file.path, line: $0.line, fact: $0.fact)
        }
        return (Keymap(plan), (reader.problems + clashes).sorted { $0.line < $1.line })
    }

    /// Default keys that two commands claim in the same place: a fault of the command list.
    public static func clashes(in entries: [Entry]) -> [SettingsProblem.Fact] {
        var owners: [Slot: String] = [:]
        var facts: [SettingsProblem.Fact] = []
        for claim in KeyPlan(entries).claims {
            if let other = owners[claim.slot], other != claim.command {
                facts.append(
                    .clash(key: claim.slot.key.name, command: claim.command, other: other))
            } else {
                owners[claim.slot] = claim.command
            }
        }
        return facts
    }
}
