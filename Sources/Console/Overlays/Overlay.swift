public import Terminal

/// Something that lies over the desk and has the keyboard until it is closed: the palette, help,
/// a form, a question.
///
/// Esc closes each of them and changes nothing.
public protocol Overlay {
    /// Draws itself over the desk, in the part of the screen it may use.
    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas)

    /// Its keys, for the last line of the screen: that line speaks of what lies on top, and nothing
    /// inside the overlay says it again.
    func keys(_ desk: Desk) -> [KeyHint]

    /// Whether the desk behind it keeps its colours, because it is being looked at: a theme tried on.
    var showsThrough: Bool { get }

    /// Answers an input, and says whether it stays.
    mutating func handle(_ input: Input, _ desk: Desk) -> OverlayOutcome
}

extension Overlay {
    public var showsThrough: Bool { false }
}

/// What becomes of an overlay after an input.
public enum OverlayOutcome {
    case stay
    case close
    /// Closes, then does this: the overlay itself is no longer in the way.
    case closeThen((Desk) -> Void)
}
