import Foundation

/// Where the project's own files are while its tests run.
public enum Repository {
    /// The folder of Package.swift, without a slash at the end.
    public static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// The absolute path of a file or folder of the repository.
    public static func path(_ relative: String) -> String { "\(root)/\(relative)" }

    public static func text(of relative: String) throws -> String {
        try String(contentsOfFile: path(relative), encoding: .utf8)
    }

    /// The desk as built together with the tests.
    public static func program(_ name: String = "xiaoer") throws -> String {
        let runner = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(fileURLWithPath: runner).deletingLastPathComponent()
            .appendingPathComponent(name).path
    }

    /// Every file below `folder`, as paths relative to the root, in order.
    public static func files(below folder: String, extension suffix: String? = nil) -> [String] {
        let found = FileManager.default.enumerator(atPath: path(folder))
        var files: [String] = []
        while let name = found?.nextObject() as? String {
            var isFolder: ObjCBool = false
            let relative = "\(folder)/\(name)"
            guard FileManager.default.fileExists(atPath: path(relative), isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            if let suffix, !name.hasSuffix(".\(suffix)") { continue }
            files.append(relative)
        }
        return files.sorted()
    }

    public static func exists(_ relative: String) -> Bool {
        FileManager.default.fileExists(atPath: path(relative))
    }
}
