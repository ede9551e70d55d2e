/// A place that shows pictures and hears keys: the real terminal, or a script in a test.
///
/// ```swift
/// while running {
///     for input in display.wait(timeoutMilliseconds: nextTimer) { desk.apply(input) }
///     display.present(desk.draw(on: display.canvas()))  // once per drain, never once per key
/// }
/// ```
public protocol Display: ~Copyable {
    /// How large the picture is now.
    var size: Size { get }

    /// How this terminal shows text.
    var profile: TerminalProfile { get }

    /// Shows a picture; only what changed since the last one is sent. The cursor stands at the
    /// canvas's caret afterwards, visible, for an input method opens its window there.
    mutating func present(_ canvas: Canvas)

    /// Waits until something arrives and gives back all of it, in order; nothing when the time
    /// is over. Without a time-out there is not a single wake-up until a person does something.
    mutating func wait(timeoutMilliseconds: Int?) -> [Input]

    mutating func bell()

    /// Puts text on the person's clipboard (OSC 52), also over SSH.
    mutating func copy(_ text: String)

    /// Names the terminal's window.
    mutating func setTitle(_ title: String)

    /// Gives the terminal back to the shell until the person says `fg`.
    mutating func suspend()
}

extension Display where Self: ~Copyable {
    /// An empty picture of the right size that measures text as this terminal does.
    public func canvas() -> Canvas {
        Canvas(size: size, gate: profile.gate)
    }
}
