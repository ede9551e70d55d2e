/// A colour of the terminal: the person's own default, or one of xterm's fixed 256.
///
/// The 256 are used as they are, never redefined: redefining them repaints the person's palette.
public enum Colour: Hashable, Sendable {
    /// Whatever the terminal shows when no colour is asked for.
    case standard
    case indexed(UInt8)
}

/// How a cell looks, apart from the character in it.
public struct Style: Hashable, Sendable {
    /// Weight and ornaments; they survive where colours do not (`NO_COLOR`).
    public struct Attributes: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        public static let bold = Attributes(rawValue: 1)
        public static let dim = Attributes(rawValue: 2)
        public static let italic = Attributes(rawValue: 4)
        public static let underline = Attributes(rawValue: 8)
        public static let reverse = Attributes(rawValue: 16)
    }

    public var foreground: Colour
    public var background: Colour
    public var attributes: Attributes

    public init(
        foreground: Colour = .standard, background: Colour = .standard,
        attributes: Attributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// The terminal's own colours, no ornaments.
    public static let plain = Style()
}
