/// A message begun and not sent: its text and where the caret stood. This is what is kept on disk
/// for each conversation.
public struct Draft: Hashable, Sendable, Codable {
    public var text: String
    /// The caret's place, in characters from the start.
    public var caret: Int

    public init(text: String = "", caret: Int = 0) {
        self.text = text
        self.caret = caret
    }

    public var isEmpty: Bool { text.isEmpty }
}

/// Messages sent in this shift, for Up in an empty composer; one for the whole desk.
public struct SentHistory: Hashable, Sendable, Codable {
    /// Newest last.
    public private(set) var texts: [String] = []

    private static let limit = 500

    public init() {}

    public mutating func remember(_ text: String) {
        guard !text.isEmpty, texts.last != text else { return }
        texts.append(text)
        if texts.count > SentHistory.limit { texts.removeFirst() }
    }
}
