/// Something that reached the program from outside: a key, a paste, the mouse, the window.
public enum Input: Hashable, Sendable {
    case key(Key)
    /// Text between the terminal's paste brackets, line ends as `\n`, not cleaned: it still has
    /// to pass the `TextGate` before it is shown.
    case paste(String)
    case mouse(Mouse)
    /// The window has this size now.
    case resize(Size)
    /// The window gained (true) or lost (false) the keyboard.
    case focus(Bool)
    /// The program runs again after Ctrl-Z; the next picture is drawn whole.
    case resumed
    /// The terminal turned out to differ from what was assumed: draw again.
    case profile(TerminalProfile)
    /// The terminal is gone; nothing more will come.
    case hangup
    /// Something no keyboard we know sends, swallowed whole; printable, e.g. `ESC[26;9~`.
    case unknown(String)
}

/// One movement of the mouse, in cells.
public struct Mouse: Hashable, Sendable {
    /// What the mouse did.
    public enum Action: Hashable, Sendable {
        case press(Button)
        case release(Button)
        case drag(Button)
        case wheelUp, wheelDown
    }

    /// The button it was done with.
    public enum Button: Hashable, Sendable {
        case left, middle, right
    }

    public var action: Action
    public var at: Point
    public var modifiers: Key.Modifiers

    public init(_ action: Action, at: Point, modifiers: Key.Modifiers = []) {
        self.action = action
        self.at = at
        self.modifiers = modifiers
    }
}
