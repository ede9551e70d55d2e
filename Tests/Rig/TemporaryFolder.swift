import Foundation

/// A fresh folder of its own, gone with everything in it when the last holder lets go.
///
/// A class, because its end is what matters: two copies must not remove it twice.
public final class TemporaryFolder: Sendable, Hashable {
    public let path: String

    public init() throws {
        var template = Array((NSTemporaryDirectory() + "xiaoer-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw RigFailure.systemCall("mkdtemp", errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        // A test may have taken the right to write away from a folder; a leftover is harmless.
        _ = try? Program.run(["chmod", "-R", "u+rwX", path])
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of `name` inside, whether it is there or not.
    public func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes `text` to `name`, making the folders on the way, and gives its path.
    @discardableResult
    public func write(_ text: String, to name: String) throws -> String {
        let url = URL(fileURLWithPath: file(name))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    /// What `name` holds.
    public func text(of name: String) throws -> String {
        try String(contentsOfFile: file(name), encoding: .utf8)
    }

    public static func == (left: TemporaryFolder, right: TemporaryFolder) -> Bool {
        left === right
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}
