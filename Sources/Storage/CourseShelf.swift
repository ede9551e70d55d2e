import Engine
import Foundation

/// The files of the course that are one person's own: worksheets being filled in, lessons read.
///
/// Whole small files; what they hold is bytes here. With `settles: false` a killed program loses
/// nothing and only a power cut may: enough for every key of somebody who is typing.
public struct CourseShelf: Sendable {
    public let folder: String

    public init(folder: String) { self.folder = folder }

    public func path(of name: String) -> String { folder + "/" + name + ".json" }

    /// Nil where nothing was kept under this name.
    public func bytes(of name: String) throws(StorageFault) -> [UInt8]? {
        let path = path(of: name)
        guard Disk.exists(path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .io(path: path, detail: Disk.words(for: errno))
        }
        return Array(data)
    }

    /// A reader sees what was kept before or all of this, never a part.
    public func keep(
        _ bytes: [UInt8], as name: String, settles: Bool = true
    ) throws(StorageFault) {
        try Disk.makeFolder(folder)
        try Disk.replace(path(of: name), with: bytes, settles: settles)
    }
}
