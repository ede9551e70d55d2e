import Glibc

/// Tells when a file in one of some folders was saved or taken away, without asking again and
/// again: a paused desk sleeps until the system has news.
final class FolderWatch {
    // A class: the descriptor is closed once, with its last holder.
    let descriptor: Int32

    /// Folders that do not exist are left out; nil where the system offers no watching.
    ///
    /// - Parameter alsoUnclosed: tells of every writing, and not of files that were closed.
    init?(_ folders: [String], alsoUnclosed: Bool = false) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        let events =
            alsoUnclosed
            ? UInt32(IN_MODIFY) | UInt32(IN_CREATE) | UInt32(IN_MOVED_TO)
            : Self.closed
        for folder in folders {
            inotify_add_watch(descriptor, folder, events)
        }
    }

    private static let closed = [IN_CLOSE_WRITE, IN_MOVED_TO, IN_MOVED_FROM, IN_DELETE]
        .reduce(UInt32(0)) { $0 | UInt32($1) }

    deinit { close(descriptor) }

    /// Whether anything was saved or taken away since the last look.
    func hasNews() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        var found = false
        while read(descriptor, &buffer, buffer.count) > 0 { found = true }
        return found
    }
}
