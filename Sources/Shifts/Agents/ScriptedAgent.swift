public import Engine

/// A program in the agent's chair, for playing shifts without a screen.
public protocol ScriptedAgent {
    /// When it will next do something, seen from the shop as it stands now; nil when it waits
    /// for others.
    mutating func nextAct(in shift: Shift) -> Instant?
    /// What it does now; may be nothing.
    mutating func act(in shift: Shift) -> [Command]
}

/// Plays a shift on virtual time, from its opening to its end.
public struct Playthrough {
    /// A command that the shop did not allow, with its reason: a script that has gone wrong.
    public struct Stumble: Hashable, Sendable {
        public var at: Instant
        public var command: Command
        public var refusal: Refusal
    }

    public private(set) var stumbles: [Stumble] = []

    public init() {}

    /// Runs until the shift is over: by its clock, or because every customer has come and gone.
    /// - Throws: `ShiftFault.notStored`.
    public mutating func run(
        _ shift: Shift, with agent: inout some ScriptedAgent,
        seeing: ([Recorded]) -> Void = { _ in }
    ) throws(ShiftFault) {
        while !shift.isOver {
            let own = agent.nextAct(in: shift).map { max($0, shift.now) }
            if shift.isQuiet && own == nil { break }
            guard let next = [own, shift.nextDue].compactMap({ $0 }).min() else { break }
            seeing(try shift.advance(to: next))
            guard let own, own <= shift.now, !shift.isOver else { continue }
            for command in agent.act(in: shift) {
                do {
                    seeing(try shift.submit(command))
                } catch {
                    guard case .refused(let refusal) = error else { throw error }
                    stumbles.append(
                        Stumble(at: shift.now, command: command, refusal: refusal))
                }
            }
        }
        if !shift.isOver { seeing(try shift.submit(.endShift)) }
    }
}

/// Sits there and does nothing at all.
public struct SilentAgent: ScriptedAgent {
    public init() {}
    public mutating func nextAct(in shift: Shift) -> Instant? { nil }
    public mutating func act(in shift: Shift) -> [Command] { [] }
}
