import Foundation

/// Where an agent's replies are: a person's own folder, and the shop's, which is its pack.
///
/// In the person's folder every `.yml` and `.yaml` counts, in folders inside it too; in the pack
/// `replies.yaml` and whatever is in `replies/`. As with espanso, a file whose name begins with `_`
/// is read only where another imports it.
public struct ReplyFolders: Hashable, Sendable {
    /// `~/.config/xiaoer/replies`; it need not exist.
    public let own: String?
    public let pack: String?

    public init(own: String?, pack: String?) {
        self.own = own
        self.pack = pack
    }

    /// All files, by name; the person's first.
    var sources: [FileShelf.Source] {
        var found: [FileShelf.Source] = []
        for path in own.map(ReplyFolders.files) ?? [] {
            found.append(FileShelf.Source(path: path, scope: .personal))
        }
        guard let pack else { return found }
        let single = pack + "/replies.yaml"
        if FileManager.default.fileExists(atPath: single) {
            found.append(FileShelf.Source(path: single, scope: .shop))
        }
        for path in ReplyFolders.files(in: pack + "/replies") {
            found.append(FileShelf.Source(path: path, scope: .shop))
        }
        return found
    }

    /// The files as paths, in the order in which they are read.
    public var files: [String] { sources.map(\.path) }

    private static func files(in folder: String) -> [String] {
        // No folder of one's own means no replies of one's own.
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return names.filter { name in
            (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
                && !name.split(separator: "/").contains { $0.hasPrefix("_") || $0.hasPrefix(".") }
        }.sorted().map { folder + "/" + $0 }
    }
}
