public import Shifts

/// A shift that another desk is serving, followed from its journal and never written to.
public struct WatchedShift {
    public var shift: Shift
    public var holder: UnfinishedShift.Holder
    /// What the other desk has stored since it was last asked, oldest first.
    public var newEntries: () -> [Entry]

    public init(
        shift: Shift, holder: UnfinishedShift.Holder, newEntries: @escaping () -> [Entry]
    ) {
        self.shift = shift
        self.holder = holder
        self.newEntries = newEntries
    }
}
