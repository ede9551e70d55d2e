import Foundation

/// Where an agent's replies and macros are: a person's own folder, the shop's, which is its pack,
/// and the library that every shop shares.
///
/// In the person's folder every `.yml` and `.yaml` counts, in folders inside it too, and so in the
/// shared one; in the pack `replies.yaml` and whatever is in `replies/`. As with espanso, a file
/// whose name begins with `_` is read only where another imports it.
public struct ReplyFolders: Hashable, Sendable {
    /// `~/.config/xiaoer/replies`; it need not exist.
    public let own: String?
    public let pack: String?
    /// `Replies` beside the packs.
    public let shared: String?

    public init(own: String?, pack: String?, shared: String? = nil) {
        self.own = own
        self.pack = pack
        self.shared = shared
    }

    /// All files, by name; the person's first, the shared ones last.
    var sources: [FileShelf.Source] {
        var found: [FileShelf.Source] = []
        for path in own.map(ReplyFolders.files) ?? [] {
            found.append(FileShelf.Source(path: path, scope: .personal))
        }
        var shops: [String] = []
        if let pack {
            let single = pack + "/replies.yaml"
            if FileManager.default.fileExists(atPath: single) { shops.append(single) }
            shops += ReplyFolders.files(in: pack + "/replies")
        }
        shops += shared.map(ReplyFolders.files) ?? []
        return found + shops.map { FileShelf.Source(path: $0, scope: .shop) }
    }

    /// The files as paths, in the order in which they are read.
    public var files: [String] { sources.map(\.path) }

    /// The files that may hold macros: these, and the pack's `macros.yaml` before its replies.
    public var macroFiles: [String] {
        let single = pack.map { $0 + "/macros.yaml" }
        guard let single, FileManager.default.fileExists(atPath: single) else { return files }
        let own = sources.prefix { $0.scope == .personal }.map(\.path)
        return own + [single] + files.dropFirst(own.count)
    }

    /// Whether a file is one of the person's own.
    public func isOwn(_ file: String) -> Bool { own.map { file.hasPrefix($0 + "/") } ?? false }

    private static func files(in folder: String) -> [String] {
        // No folder of one's own means no replies of one's own.
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return names.filter { name in
            (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
                && !name.split(separator: "/").contains { $0.hasPrefix("_") || $0.hasPrefix(".") }
        }.sorted().map { folder + "/" + $0 }
    }
}
