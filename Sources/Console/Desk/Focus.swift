/// A place on the desk that keys can be meant for.
public enum Focus: String, Hashable, Sendable, CaseIterable {
    /// Where one writes; the desk always comes back to it.
    case composer
    case queue, chat, order, customer, replies
    /// Earlier conversations and the knowledge base, where there is room for a fourth column.
    case shelf

    /// Whether bare letters may be commands here, because no one writes here.
    public var isList: Bool {
        switch self {
        case .composer: false
        case .queue, .chat, .order, .customer, .replies, .shelf: true
        }
    }
}
