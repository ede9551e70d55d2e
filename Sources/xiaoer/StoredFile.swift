import Engine
import Foundation

/// Files that people name on the command line: read and written whole, with a sentence where that
/// is not possible.
enum StoredFile {
    static func bytes(_ path: String) throws -> [UInt8] {
        guard FileManager.default.fileExists(atPath: path) else {
            throw Failure.noInput(
                "没有文件 \(path)。请检查路径。", "There is no file \(path). Check the path.")
        }
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe))
        } catch {
            throw Failure.input(
                Bilingual(
                    zh: "读不了 \(path)：它是文件夹，或者没有权限。",
                    en: "Cannot read \(path): it is a folder, or permission is missing."))
        }
    }

    /// Whole or not at all: what was there stays until all is written.
    static func write(_ bytes: [UInt8], to path: String) throws {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw Failure.cannotCreate(
                "写不了 \(path)：文件夹不存在、没有权限，或者磁盘满了。",
                "Cannot write \(path): its folder is missing, permission is missing, or the disk is full."
            )
        }
    }
}
