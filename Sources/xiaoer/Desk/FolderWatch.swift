import Glibc

/// Tells when a file in one of some folders was saved, without asking again and again: a paused
/// desk sleeps until the system has news.
final class FolderWatch {
    // A class: the descriptor is closed once, with its last holder.
    let descriptor: Int32

    /// Folders that do not exist are left out; nil where the system offers no watching.
    init?(_ folders: [String]) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        for folder in folders {
            inotify_add_watch(descriptor, folder, UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO))
        }
    }

    deinit { close(descriptor) }

    /// Whether anything was saved since the last look.
    func hasNews() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        var found = false
        while read(descriptor, &buffer, buffer.count) > 0 { found = true }
        return found
    }
}
