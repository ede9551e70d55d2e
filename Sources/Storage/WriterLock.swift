import Foundation

/// The right to write one shift, held by one desk and given back by the system when it dies.
///
/// An advisory lock on a file beside the shift, which carries the holder's process number for
/// the second desk to read. The lock belongs to an open file ("open file description"), so two
/// journals in one process exclude each other as two processes do.
final class WriterLock {
    /// Another desk at work, with its number where it could be read.
    struct Holder {
        var process: Int?
    }

    private let path: String
    private let handle: Int32

    init(for shift: String) throws(StorageFault) {
        let path = Self.path(for: shift)
        self.path = path
        handle = try Self.acquire(path, for: shift)
        let number = Array("\(getpid())\n".utf8)
        // The number is a courtesy to the second desk: on a full disk it may stay unwritten, and
        // the lock holds all the same.
        if ftruncate(handle, 0) == 0 {
            _ = number.withUnsafeBytes { pwrite(handle, $0.baseAddress, $0.count, 0) }
        }
    }

    /// Unlinked while still locked; `acquire` notices a file that was unlinked under its hands.
    deinit {
        unlink(path)
        close(handle)
    }

    /// Who writes this shift now; nil when nobody does. Asks only, and takes nothing.
    static func holder(of shift: String) -> Holder? {
        let handle = open(path(for: shift), O_RDONLY | O_CLOEXEC)
        guard handle >= 0 else { return nil }
        defer { close(handle) }
        var wanted = wholeFile
        guard fcntl(handle, askOpenFileLock, &wanted) == 0, wanted.l_type != Int16(F_UNLCK)
        else { return nil }
        return Holder(process: process(in: handle))
    }

    private static func path(for shift: String) -> String { shift + ".lock" }

    private static func acquire(_ path: String, for shift: String) throws(StorageFault) -> Int32 {
        while true {
            let handle = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard handle >= 0 else { throw Disk.fault(errno, path: shift) }
            var wanted = wholeFile
            guard fcntl(handle, setOpenFileLock, &wanted) == 0 else {
                let code = errno
                let holder = process(in: handle)
                close(handle)
                guard code == EAGAIN || code == EACCES else {
                    throw Disk.fault(code, path: shift)
                }
                throw .busy(path: shift, holderProcess: holder)
            }
            var ours = stat()
            var named = stat()
            if fstat(handle, &ours) == 0, stat(path, &named) == 0, ours.st_ino == named.st_ino {
                return handle
            }
            close(handle)
        }
    }

    private static func process(in handle: Int32) -> Int? {
        var bytes = [UInt8](repeating: 0, count: 24)
        let count = bytes.withUnsafeMutableBytes { pread(handle, $0.baseAddress, $0.count, 0) }
        guard count > 0 else { return nil }
        return Int(String(decoding: bytes.prefix(count).filter { $0 > 0x20 }, as: UTF8.self))
    }

    private static var wholeFile: flock {
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        return lock
    }

    // Linux's F_OFD_GETLK and F_OFD_SETLK, which the C headers show only to GNU sources.
    private static let askOpenFileLock: Int32 = 36
    private static let setOpenFileLock: Int32 = 37
}
