public import Engine
public import Terminal

/// A whole screen other than the desk itself: the start page, the debrief.
///
/// A page draws what it is told the state is and answers keys; everything that changes is on the
/// desk, the page holds only its own cursor.
public protocol Page {
    var title: Bilingual { get }

    /// Draws into the whole picture, footer included.
    func draw(_ desk: Desk, into canvas: inout Canvas)

    /// Whether the input meant something here. What did not is offered to the commands that work
    /// everywhere: help, palette, language, theme, quit.
    mutating func handle(_ input: Input, _ desk: Desk) -> Bool

    /// Whether it tells how well somebody did: covered before a class until asked for.
    var givesScores: Bool { get }
}

extension Page {
    public var givesScores: Bool { false }
}

/// The pages the desk goes to by itself.
public struct DeskPages {
    /// Shown before there is a shift, and after one has been left.
    public var start: (Desk) -> any Page
    /// Shown when the shift on the desk has ended.
    public var debrief: (Desk) -> any Page

    public init(start: @escaping (Desk) -> any Page, debrief: @escaping (Desk) -> any Page) {
        self.start = start
        self.debrief = debrief
    }
}
