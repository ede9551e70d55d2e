import Console
import Course
import Engine
import Foundation
import Scenarios
import Storage

/// The course on disk.
extension Library {
    /// Chapters, lessons and worksheets, with everything that is wrong said at once.
    /// - Parameter folder: the data folder's own where nil.
    func curriculum(in folder: String? = nil) throws -> Curriculum {
        let shelf = ScenarioNames(data)
        do {
            return try Curriculum.load(folder ?? data.course, scenarios: shelf.names)
        } catch {
            throw Failure(code: 65, sentence: error.words(for: .course))
        }
    }
}

/// The ids of packs' scenarios, read once though the course names a pack many times.
private final class ScenarioNames {
    // A class: it is handed about as a function.
    private let data: DataFolder
    private var known: [String: [String]?] = [:]

    init(_ data: DataFolder) { self.data = data }

    /// Nil where there is no such pack.
    func names(of pack: String) -> [String]? {
        if let names = known[pack] { return names }
        let names = PackHead(folder: data.packs + "/" + pack)?.scenarios.map(\.id)
        known[pack] = .some(names)
        return names
    }
}

extension DataFolder {
    /// The folder of the course, where `name` means one: `course`, or a path that holds
    /// `course.yaml`.
    func courseFolder(_ name: String) -> String? {
        if name.lowercased() == "course" { return course }
        let isOne = FileManager.default.fileExists(atPath: name + "/course.yaml")
        return isOne ? name : nil
    }
}

extension Curriculum {
    /// What `xiaoer check course` says where nothing is wrong.
    var account: Bilingual {
        let cells = worksheets.reduce(0) { $0 + $1.cells.count }
        let drills = chapters.reduce(0) { $0 + $1.drills.count }
        return Bilingual(
            zh: "课程没有错误：\(chapters.count) 章、\(lessons.count) 课、\(worksheets.count) 张练习纸"
                + "（\(cells) 格）、\(drills) 个专练。",
            en: "The course: no mistakes. \(chapters.count) chapters, \(lessons.count) lessons, "
                + "\(worksheets.count) worksheets with \(cells) places, \(drills) drills.")
    }
}

extension IncidentLog {
    /// This user's; nil where there is no place for it.
    static var ofUser: IncidentLog? {
        guard let folders = try? Folders(environment: ProcessInfo.processInfo.environment) else {
            return nil
        }
        return IncidentLog(path: folders.incidentsFile)
    }

    /// Now.
    func note(_ sentence: Bilingual, in layer: Layer) {
        note(sentence, in: layer, at: Int64(Date().timeIntervalSince1970 * 1000))
    }
}

extension DeskProgram {
    var course: (any CourseHost)? {
        FileManager.default.fileExists(atPath: library.data.course) ? coursework : nil
    }

    func noteRefusal(_ sentence: Bilingual) {
        IncidentLog.ofUser?.note(sentence, in: .shop)
    }
}
