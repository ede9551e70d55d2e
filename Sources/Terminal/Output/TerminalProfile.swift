/// What the terminal in front of us turned out to do, asked once after the first picture.
public struct TerminalProfile: Hashable, Sendable {
    /// `…`, `●` and box lines take two columns, as in some Chinese terminals.
    public var ambiguousIsWide: Bool
    /// How an emoji made of several code points has to be written.
    public var emoji: TextGate.Emoji
    /// The terminal shows a frame at once when asked (mode 2026).
    public var synchronizedOutput: Bool
    /// No colours at all: `NO_COLOR`, or a terminal that has none.
    public var isMonochrome: Bool
    /// The `TERM` that was asked for but is not known here, so that the desk can say so.
    public var unknownTerm: String?

    public init(
        ambiguousIsWide: Bool = false, emoji: TextGate.Emoji = .cluster,
        synchronizedOutput: Bool = false, isMonochrome: Bool = false,
        unknownTerm: String? = nil
    ) {
        self.ambiguousIsWide = ambiguousIsWide
        self.emoji = emoji
        self.synchronizedOutput = synchronizedOutput
        self.isMonochrome = isMonochrome
        self.unknownTerm = unknownTerm
    }

    /// The gate that measures text as this terminal shows it.
    public var gate: TextGate {
        TextGate(ambiguousIsWide: ambiguousIsWide, emoji: emoji)
    }
}
