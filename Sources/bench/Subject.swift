import Rig

/// A program to be measured: how it is started, and how it is brought to where a row of the table
/// begins. What it cannot do it leaves nil, and the table shows a dash.
struct Subject: Sendable {
    let name: String
    /// What must be on the PATH, or be a file, for it to be measured at all.
    let program: String
    /// A line of input that has the keys.
    var typing: Entrance?
    /// A long list that has the keys; its `key` moves one row down.
    var list: Entrance?
    /// A place where three lines and their Enters are three things done.
    var lines: Entrance?
    /// A state that a lone Esc visibly leaves; its `key` goes back there.
    var escape: Entrance?
    /// At rest, with nothing due.
    var idle: Entrance?
    /// Its first picture; nil where that is the one of `idle`.
    var opening: Entrance?
    /// The desk only: its first picture with a shift on it.
    var shiftOpening: Entrance?
    /// What a person sees first.
    var firstSight: Entrance? { opening ?? idle }

    /// The way from the command line to the state to be measured.
    struct Entrance: Sendable {
        var command: [String]
        var steps: [Step]
        /// The key this scene is about: one row down, or back to where Esc is measured.
        var key = ""
        /// Empties the line of input; not measured.
        var clear = ""
        /// What the screen shows of the three lines once all three are done, in this order.
        var evidence: [String] = []
        /// What goes before each of the three lines to make it a thing done.
        var prefix = ""
    }

    /// One thing a person does on the way.
    enum Step: Sendable {
        /// Waits until this is on the screen.
        case sees(String)
        /// Types this, in one write.
        case types(String)
        /// Lets the program finish what it is drawing.
        case settles
    }

    /// Starts the program and brings it to where `entrance` leads.
    static func open(
        _ entrance: Entrance, on stage: Stage, size: TerminalSize = Stage.size
    ) throws -> Pty {
        let pty = try Pty(entrance.command, size: size, surroundings: try stage.surroundings())
        for step in entrance.steps {
            switch step {
            case .sees(let text): try pty.wait(for: text)
            case .types(let keys): try pty.type(keys)
            case .settles: try pty.settle(quiet: .milliseconds(150))
            }
        }
        return pty
    }
}
