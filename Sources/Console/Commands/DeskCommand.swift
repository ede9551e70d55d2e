public import Engine
import Terminal

/// One thing a person can do at the desk: its name, its keys, when it can be done, and what it
/// does.
///
/// There is one list of them, `DeskCommand.all`. The footer, F1, the palette, the keymap files and
/// the documentation are made from it, so none of them can tell another story.
public struct DeskCommand: Sendable {
    /// The name in keymap files and macros; it stays the same for ever: `next-customer`.
    public let id: String
    /// Names of the keys it has by default, the one to show first.
    public let keys: [String]
    public let title: Bilingual
    /// One sentence more than the title says.
    public let help: Bilingual
    public let group: Group
    /// Where its keys work; nil works everywhere on the desk.
    public let contexts: Set<Focus>?
    /// Where its keys work, where that is no pane.
    let places: Set<KeyPlace>?
    let availability: @Sendable (Desk) -> Availability
    let action: @Sendable (Desk) -> Void

    init(
        _ id: String, keys: [String] = [], title: Bilingual, help: Bilingual, group: Group,
        contexts: Set<Focus>? = nil, places: Set<KeyPlace>? = nil,
        when availability: @escaping @Sendable (Desk) -> Availability = { _ in .now },
        action: @escaping @Sendable (Desk) -> Void
    ) {
        self.id = id
        self.keys = keys
        self.title = title
        self.help = help
        self.group = group
        self.contexts = contexts
        self.places = places
        self.availability = availability
        self.action = action
    }

    /// Whether it can be done now.
    public func availability(on desk: Desk) -> Availability { availability(desk) }

    /// Does it, or says why not.
    public func run(on desk: Desk) {
        switch availability(desk) {
        case .now:
            desk.guide?.hear(command: id)
            if isWorthRepeating { desk.lastCommand = id }
            desk.cast(self)
            action(desk)
        case .not(let reason): desk.announce(.hint, reason)
        }
    }

    /// What belongs together in help.
    public enum Group: String, Hashable, Sendable, CaseIterable {
        case queue, chat, order, customer, replies, view, shift, replay, list
    }

    /// Whether a command can be done now; if not, why, and where it helps what to do first.
    public enum Availability: Hashable, Sendable {
        case now
        case not(because: Bilingual)
    }

    /// Every command of the desk, in the order in which help shows them.
    public static let all: [DeskCommand] =
        queueCommands + chatCommands + modeCommands + orderCommands + caseCommands + parcelCommands
        + customerCommands + careCommands + replyCommands
        + macroCommands + viewCommands + presentingCommands + settingCommands + shiftCommands
        + replayCommands
        + raceCommands
        + listCommands

    /// The command of this name.
    public static func named(_ id: String) -> DeskCommand? { byName[id] }

    /// The list as keymap files see it.
    public static let keymapEntries = all.map {
        Keymap<KeyPlace>.Entry(
            id: $0.id, keys: $0.keys, contexts: $0.places ?? $0.contexts.map(KeyPlace.places))
    }

    /// The keys nobody has changed.
    public static let defaultKeymap = Keymap(keymapEntries)

    private static let byName = Dictionary(
        all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}
