public import Engine

/// The one key that takes a run back: what reverses its commands, the last one first.
public struct Undo: Hashable, Sendable {
    /// In the order in which they are to be sent.
    public let reverses: [Reverse]
    /// How far that goes, as it was when the run was done.
    public let undoes: Undoing

    /// What a restored shop may still differ in from the one before: it counts or dates what has
    /// happened, and that cannot be taken back. These are the names in the shop's dump.
    public static let history = ["eventCount", "now", "turns"]

    /// What came of taking a run back.
    public struct Taken: Sendable {
        public internal(set) var reverses: [Reverse] = []
        public internal(set) var records: [Recorded] = []
        /// What could not be taken back, and why not.
        public internal(set) var stays: [Left] = []

        public struct Left: Sendable {
            public let reverse: Reverse
            public let fault: SubmitFault
        }
    }

    /// Sends the reverse commands. One that is refused meanwhile (a message grown too old to be
    /// recalled) is left, and the rest goes on.
    public func perform(
        _ submit: (Command) throws(SubmitFault) -> [Recorded]
    ) -> Taken {
        var taken = Taken()
        for reverse in reverses {
            do throws(SubmitFault) {
                taken.records += try submit(reverse.command)
                taken.reverses.append(reverse)
            } catch {
                taken.stays.append(Taken.Left(reverse: reverse, fault: error))
            }
        }
        return taken
    }
}

/// Why a command did not go through: the shop refused it, or it could not be kept on disk.
public enum SubmitFault: Error, Hashable, Sendable {
    case refused(Refusal)
    case notStored
}
