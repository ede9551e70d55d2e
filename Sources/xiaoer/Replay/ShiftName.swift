import Engine
import Foundation
import Storage

/// Shifts as people name them on the command line: an id on the shelf, the beginning of one that
/// no other begins with, or the path of a file.
struct ShiftName {
    let shelf: ShiftShelf
    private let known: [ShelvedShift]

    init() throws {
        do {
            shelf = ShiftShelf(
                folder: try Folders(environment: ProcessInfo.processInfo.environment).shifts)
            known = try shelf.shifts()
        } catch {
            throw Failure(code: error.exitCode, sentence: error.words)
        }
    }

    var all: [ShelvedShift] { known }

    /// The file of a name; the newest shift's where none is given.
    func path(of name: String?) throws -> String {
        guard let name else {
            let newest = known.max { created($0) < created($1) }
            guard let newest else {
                throw Failure.noInput(
                    "还没有上过班。运行 xiaoer 开始第一班。",
                    "No shift has been served yet. Run xiaoer to begin.")
            }
            return newest.path
        }
        if FileManager.default.fileExists(atPath: name) { return name }
        if let found = known.first(where: { $0.id == name }) { return found.path }
        let begun = known.filter { !name.isEmpty && $0.id.hasPrefix(name) }
        if begun.count == 1 { return begun[0].path }
        let hint = Spelling.nearest(to: name, among: known.map(\.id))
        throw Failure.noInput(
            "没有班次 \(name)。" + (hint.map { "是不是 \($0)？" } ?? "") + "xiaoer shifts 列出全部。",
            "There is no shift \(name). " + (hint.map { "Did you mean \($0)? " } ?? "")
                + "xiaoer shifts lists them.")
    }

    private func created(_ shift: ShelvedShift) -> Int64 { shift.header?.createdAt ?? 0 }
}
