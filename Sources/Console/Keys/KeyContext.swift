/// The places a key can be meant for, and what a keymap has to know of them.
public protocol KeyContext: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// Places where letters are text, so that no command may begin with one.
    static var typing: Set<Self> { get }
    /// Several places under one name, for lines that hold in all of them.
    static var groups: [(name: String, places: Set<Self>)] { get }
    /// Whether a command that is not known now may come with the next shift.
    static func mayComeLater(_ command: String) -> Bool
}

/// A place of the desk as the keymap sees it: each pane, and writing apart from not writing.
///
/// `normal` is the composer while it waits for commands, which only a modal keymap (`modal: true`,
/// such as `vim`) has; elsewhere the composer always writes.
public enum KeyPlace: String, KeyContext {
    case composer, normal
    case queue, chat, order, customer, replies, shelf
    /// The time line, while a stored shift is gone through again.
    case replay

    public static let typing: Set<KeyPlace> = [.composer, .replies]

    public static let groups: [(name: String, places: Set<KeyPlace>)] = [
        ("desk", [.normal, .queue, .chat, .order, .customer, .shelf]),
        ("lists", [.queue, .chat, .order, .customer, .shelf]),
    ]

    /// Replies and macros come and go with packs.
    public static func mayComeLater(_ command: String) -> Bool { LibraryEntry.isName(command) }

    /// All names a keymap file may use for places, several places under one name included.
    public static var names: [String] { KeymapReader<KeyPlace>.placeNames }

    /// The places of a name; none for a name that is not one.
    public static func places(named name: String) -> [KeyPlace] {
        let found = KeymapReader<KeyPlace>.places(named: name) ?? []
        return allCases.filter { found.contains($0) }
    }

    init(_ focus: Focus, isWriting: Bool) {
        switch focus {
        case .composer: self = isWriting ? .composer : .normal
        case .queue: self = .queue
        case .chat: self = .chat
        case .order: self = .order
        case .customer: self = .customer
        case .replies: self = .replies
        case .shelf: self = .shelf
        }
    }

    /// What can be done while writing can be done with the writing laid aside, too.
    static func places(of contexts: Set<Focus>) -> Set<KeyPlace> {
        Set(
            contexts.flatMap {
                [KeyPlace($0, isWriting: true), KeyPlace($0, isWriting: false)]
            })
    }
}
