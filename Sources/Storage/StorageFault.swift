/// Why something could not be kept or read, in facts; `sentence(in:)` turns them into words.
public enum StorageFault: Error, Hashable, Sendable {
    /// No room left on the disk, in the quota or under the file size limit.
    case diskFull(path: String)
    /// The folder or the file may not be written.
    case readOnly(path: String)
    /// The file is there but not what was written; it has not been touched.
    case damaged(path: String, detail: Damage)
    /// Another desk is writing this shift; its process number where it could be read.
    case busy(path: String, holderProcess: Int?)
    /// Written by a later program.
    case newerFormat(path: String, version: Int)
    case missing(path: String)
    case cannotCreate(path: String, reason: Obstacle)
    /// Anything else the system said, in its own words.
    case io(path: String, detail: String)
    /// Neither `HOME`, the XDG variables nor the user list names a folder to keep things in.
    case noHome

    /// What exactly was found wrong in a file.
    public enum Damage: Hashable, Sendable {
        /// Not a shift at all: empty, cut at the front, or another program's file.
        case notAShift
        /// Not a room at all, or its beginning is broken.
        case notARoom
        /// The page with the shift's beginning cannot be read.
        case header
        /// This entry is not as it was written; those before it are good.
        case entry(Int)
        /// Entries are missing after this one.
        case gap(after: Int)
        /// A draft, the clock or a note is not as it was written.
        case kept
        /// SQLite found its own structure broken.
        case structure(String)
        /// Lines of a book of lines, from this one on; so many in all.
        case line(Int, count: Int)
        /// A settings file with a field of the wrong kind, or no readable JSON (no field).
        case settings(field: String?)
    }

    /// Why a file could not be made.
    public enum Obstacle: Hashable, Sendable {
        case alreadyExists
        case unusableName(String)
        case noSuchFolder
        case system(String)
    }
}
