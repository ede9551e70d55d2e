public import Engine

/// Carries the commands of a shift that is decided in another process: what a seat in a room has
/// instead of a shop of its own.
public protocol Relay: AnyObject {
    /// Sends a command, waits for the answer, and takes in what has happened meanwhile.
    /// - Returns: all that has happened, the command's own events among them.
    func carry(_ command: Command, for shift: Shift) throws(ShiftFault) -> [Recorded]
}
