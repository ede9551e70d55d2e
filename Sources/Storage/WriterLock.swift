import Foundation

/// The right to write one shift, held by one desk and given back by the system when it dies.
///
/// An advisory lock on a file beside the shift. The lock belongs to an open file ("open file
/// description"), so two journals in one process exclude each other as two processes do. The file
/// carries the holder's process number, for the second desk to read, and the number of the last
/// entry on disk: a desk that was killed leaves it behind, and the next one can tell whether the
/// log it finds is whole.
final class WriterLock {
    /// Another desk at work, with its number where it could be read.
    struct Holder {
        var process: Int?
    }

    /// What a desk that did not end by itself had on disk at least; 0 after an ordered end.
    let markLeftBehind: Int
    private let shift: String
    private let handle: Int32
    /// A mark that nobody has compared with the journal yet, or that the journal fell short of.
    private var isOwed: Bool

    init(for shift: String) throws(StorageFault) {
        self.shift = shift
        handle = try Self.acquire(for: shift)
        markLeftBehind = Self.numbers(in: handle).mark ?? 0
        isOwed = markLeftBehind > 0
        mark(markLeftBehind)
    }

    /// Notes the last entry that is on disk. Not waited for: after a power cut the mark may be too
    /// low, never too high, because the entry was on the disk first.
    ///
    /// A failure to write it, on a full disk, costs only this safeguard; the lock holds all the same.
    func mark(_ sequence: Int) {
        // Of fixed width, so that a shorter text never leaves the tail of a longer one.
        func padded(_ number: Int) -> String {
            let digits = String(number)
            return String(repeating: " ", count: max(0, 19 - digits.count)) + digits
        }
        let text = Array("\(padded(Int(getpid())))\n\(padded(sequence))\n".utf8)
        _ = text.withUnsafeBytes { pwrite(handle, $0.baseAddress, $0.count, 0) }
    }

    /// The journal was found to reach the mark, so it need not be kept for the next desk.
    func settle() { isOwed = false }

    /// Unlinked while still locked; `acquire` notices a file that was unlinked under its hands.
    /// Where a log is left, for a watcher or after damage, its mark stays with it. Given back in so
    /// many words: a program that is just being started has the open file too until it runs, and
    /// closing ours alone would leave the right with it.
    deinit {
        if !isOwed, (Disk.size(shift + "-wal") ?? 0) == 0 { unlink(Self.path(for: shift)) }
        var given = Self.wholeFile
        given.l_type = Int16(F_UNLCK)
        _ = fcntl(handle, Self.setOpenFileLock, &given)
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
        return Holder(process: numbers(in: handle).process)
    }

    private static func path(for shift: String) -> String { shift + ".lock" }

    private static func acquire(for shift: String) throws(StorageFault) -> Int32 {
        let path = path(for: shift)
        while true {
            let handle = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard handle >= 0 else { throw Disk.fault(errno, path: shift) }
            var wanted = wholeFile
            guard fcntl(handle, setOpenFileLock, &wanted) == 0 else {
                let code = errno
                let holder = numbers(in: handle).process
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

    private static func numbers(in handle: Int32) -> (process: Int?, mark: Int?) {
        var bytes = [UInt8](repeating: 0, count: 40)
        let count = bytes.withUnsafeMutableBytes { pread(handle, $0.baseAddress, $0.count, 0) }
        guard count > 0 else { return (nil, nil) }
        let words = bytes.prefix(count).split { $0 <= 0x20 }
        let numbers = words.map { Int(String(decoding: $0, as: UTF8.self)) }
        return (numbers.first ?? nil, numbers.count > 1 ? numbers[1] : nil)
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
