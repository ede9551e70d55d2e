import Foundation

/// The right to one chair of a room, held by one process and given back by the system when it
/// dies, however it dies.
///
/// A lock on one byte of a file beside the room, as with the right to write a shift.
public final class SeatLock {
    private let handle: Int32

    /// - Parameter place: which byte; each chair has its own.
    /// - Returns: nil when another process sits there.
    public init?(room: String, place: Int) throws(StorageFault) {
        let path = Self.path(of: room)
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw Disk.fault(errno, path: path) }
        var wanted = Self.byte(place)
        guard fcntl(opened, Self.setOpenFileLock, &wanted) == 0 else {
            let code = errno
            close(opened)
            if code == EAGAIN || code == EACCES { return nil }
            throw Disk.fault(code, path: path)
        }
        handle = opened
    }

    deinit { close(handle) }

    /// Whether any process sits there. Asks only.
    public static func isTaken(room: String, place: Int) -> Bool {
        let handle = open(path(of: room), O_RDONLY | O_CLOEXEC)
        guard handle >= 0 else { return false }
        defer { close(handle) }
        var wanted = byte(place)
        return fcntl(handle, askOpenFileLock, &wanted) == 0 && wanted.l_type != Int16(F_UNLCK)
    }

    private static func path(of room: String) -> String { room + ".seats" }

    private static func byte(_ place: Int) -> flock {
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = off_t(place)
        lock.l_len = 1
        return lock
    }

    // Linux's F_OFD_GETLK and F_OFD_SETLK, as in `WriterLock`.
    private static let askOpenFileLock: Int32 = 36
    private static let setOpenFileLock: Int32 = 37
}
