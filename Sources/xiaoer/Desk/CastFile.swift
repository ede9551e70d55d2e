import Engine
import Foundation
import Terminal

/// A recording of the desk while it is used, written as it goes: what was shown is in the file
/// also when the program ends otherwise.
final class CastFile {
    // A class: it closes its file once.
    private var recording: Asciicast
    private let file: FileHandle
    private let begun = ContinuousClock.now
    /// Set when the file takes no more; then the desk goes on without it.
    private var trouble: Bilingual?
    private var isTold = false
    private let path: String

    init(_ path: String, size: Size) throws {
        self.path = path
        recording = Asciicast(
            size: size, title: "xiaoer", at: Int64(Date().timeIntervalSince1970))
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let file = FileHandle(forWritingAtPath: path)
        else {
            throw Failure.cannotCreate(
                "录像写不进 \(path)：文件夹不存在，或没有权限。",
                "The recording \(path) cannot be written: no such folder, or no permission.")
        }
        self.file = file
    }

    deinit { try? file.close() }

    /// Why the file takes no more, once.
    func newTrouble() -> Bilingual? {
        guard let trouble, !isTold else { return nil }
        isTold = true
        return trouble
    }

    /// Takes what is shown now.
    func take(_ canvas: Canvas) {
        guard trouble == nil else { return }
        recording.take(canvas, at: Int((ContinuousClock.now - begun) / .milliseconds(1)))
        let lines = recording.drain()
        guard !lines.isEmpty else { return }
        do { try file.write(contentsOf: Data(lines.utf8)) } catch {
            trouble = Bilingual(
                zh: "录像写不下去了：\(path)。班照上，后面的没有录。",
                en: "The recording \(path) takes no more. The shift goes on, unrecorded.")
        }
    }
}
