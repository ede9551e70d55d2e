import Foundation

/// The few things asked of the file system directly, with answers as faults.
enum Disk {
    static func words(for code: Int32) -> String { String(cString: strerror(code)) }

    /// The fault for a failed system call on `path`.
    static func fault(_ code: Int32, path: String) -> StorageFault {
        switch code {
        case ENOSPC, EDQUOT, EFBIG: .diskFull(path: path)
        case EROFS, EACCES, EPERM: .readOnly(path: path)
        case ENOENT, ENOTDIR: .missing(path: path)
        default: .io(path: path, detail: words(for: code))
        }
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func size(_ path: String) -> Int64? {
        var facts = stat()
        return stat(path, &facts) == 0 ? Int64(facts.st_size) : nil
    }

    /// A shift is a plain file. A folder is refused here, and so is a pipe, which would never open.
    static func requireFile(_ path: String) throws(StorageFault) {
        var facts = stat()
        guard stat(path, &facts) == 0 else { throw fault(errno, path: path) }
        guard facts.st_mode & S_IFMT == S_IFREG else {
            throw .damaged(path: path, detail: .notAShift)
        }
    }

    /// The file itself where the name is a link: the lock and the log lie beside the file.
    static func target(of path: String) -> String {
        var facts = stat()
        guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFLNK else { return path }
        return (path as NSString).resolvingSymlinksInPath
    }

    /// Which file a name leads to: the same number while it is the same file on one disk.
    static func identity(_ path: String) -> UInt64? {
        var facts = stat()
        return stat(path, &facts) == 0 ? UInt64(facts.st_ino) : nil
    }

    static func folder(of path: String) -> String {
        let parent = (path as NSString).deletingLastPathComponent
        return parent.isEmpty ? "." : parent
    }

    /// Makes the folder and those above it, private to the user as XDG asks.
    static func makeFolder(_ path: String) throws(StorageFault) {
        var facts = stat()
        if stat(path, &facts) == 0 {
            guard facts.st_mode & S_IFMT == S_IFDIR else {
                throw .cannotCreate(path: path, reason: .system(words(for: ENOTDIR)))
            }
            return
        }
        let parent = folder(of: path)
        if parent != path { try makeFolder(parent) }
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        switch errno {
        case ENOSPC, EDQUOT: throw .diskFull(path: path)
        case EROFS, EACCES, EPERM: throw .readOnly(path: path)
        case ENOENT: throw .cannotCreate(path: path, reason: .noSuchFolder)
        default: throw .cannotCreate(path: path, reason: .system(words(for: errno)))
        }
    }

    /// Makes a new name in a folder survive a power cut.
    static func settleFolder(_ path: String) {
        let handle = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { return }
        fsync(handle)
        close(handle)
    }

    /// Writes a whole file so that a reader sees the old one or the new one, never a part.
    /// Without `settles` it does not wait for the disk: a power cut may take it, nothing else.
    static func replace(
        _ path: String, with bytes: [UInt8], settles: Bool = true
    ) throws(StorageFault) {
        let fresh = path + ".new-\(getpid())"
        let handle = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard handle >= 0 else { throw fault(errno, path: path) }
        var code = write(bytes, to: handle)
        if code == 0, settles, fsync(handle) != 0 { code = errno }
        if close(handle) != 0, code == 0 { code = errno }
        if code == 0, rename(fresh, path) != 0 { code = errno }
        guard code == 0 else {
            unlink(fresh)
            throw fault(code, path: path)
        }
        if settles { settleFolder(folder(of: path)) }
    }

    /// All the bytes, or the error number.
    static func write(_ bytes: [UInt8], to handle: Int32) -> Int32 {
        var offset = 0
        while offset < bytes.count {
            let written = bytes.withUnsafeBytes { raw in
                Foundation.write(handle, raw.baseAddress! + offset, raw.count - offset)
            }
            if written > 0 {
                offset += written
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }

    /// Asks the system, after SQLite reported a failed write, what stands in the way.
    ///
    /// SQLite keeps `ENOSPC` apart but folds a quota and a size limit into "I/O error". A scrap
    /// is written beside the file, as far out as its log reaches, and removed again.
    static func obstacle(beside path: String) -> StorageFault? {
        let scrap = folder(of: path) + "/.scrap-\(getpid())"
        let handle = open(scrap, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard handle >= 0 else { return fault(errno, path: path) }
        defer {
            close(handle)
            unlink(scrap)
        }
        let page = [UInt8](repeating: 1, count: 65_536)
        let reach = max(size(path) ?? 0, size(path + "-wal") ?? 0)
        guard lseek(handle, off_t(reach), SEEK_SET) >= 0 else { return nil }
        let code = write(page, to: handle)
        return code == 0 ? nil : fault(code, path: path)
    }
}
