public import Engine
public import Grading
public import Replaying
public import Shifts

/// What looking back asks of the program: the file of a shift, a teacher's notes in it, branches
/// of it.
///
/// A shift is named by its id on the shelf, or by the path of its file.
public protocol ReplayHost: AnyObject {
    /// Lays a stored shift out; the first of it can be looked at when this returns.
    func replay(_ name: String) throws(StorageTrouble) -> OpenedReplay

    /// Judges what has been laid out; nil where nothing can judge it, as without its pack.
    func judge(_ reel: Reel) -> ShiftReport?

    /// Keeps the teacher's notes in the shift's file.
    func keep(_ notes: TeacherNotes, with name: String) throws(StorageTrouble)

    /// Takes over from a moment on: another shift, which begins as that one began.
    func branch(
        _ name: String, after entry: Int, at instant: Instant
    ) throws(StorageTrouble) -> OpenedShift

    /// Two shifts with the same customers beside each other.
    func compare(_ first: String, _ second: String) throws(StorageTrouble) -> Comparison
}

/// A stored shift, ready to be gone through again.
public struct OpenedReplay {
    public var name: String
    /// Stands before the first entry; nothing of it is stored.
    public var shift: Shift
    public var reel: Reel
    public var notes: TeacherNotes
    /// What it was taken over from, where it is on the shelf.
    public var parent: String?

    public init(
        name: String, shift: Shift, reel: Reel, notes: TeacherNotes = TeacherNotes(),
        parent: String? = nil
    ) {
        self.name = name
        self.shift = shift
        self.reel = reel
        self.notes = notes
        self.parent = parent
    }
}
