import Engine
import Foundation

/// Where the packs, profiles, replies, themes and lexicons are: the folder named in `XIAOER_DATA`, else
/// beside an installed program, else the checkout that holds the build.
struct DataFolder {
    let path: String

    init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
        if let named = environment["XIAOER_DATA"], !named.isEmpty {
            guard Self.isData(named) else {
                throw Failure.noInput(
                    "XIAOER_DATA 指向 \(named)，那里没有 Packs 文件夹。",
                    "XIAOER_DATA names \(named), where there is no Packs folder.")
            }
            path = named
            return
        }
        let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        var folder = program.deletingLastPathComponent()
        let installed = folder.deletingLastPathComponent().appending(path: "share/xiaoer").path
        if Self.isData(installed) {
            path = installed
            return
        }
        while folder.path != "/" {
            if Self.isData(folder.path) {
                path = folder.path
                return
            }
            folder.deleteLastPathComponent()
        }
        throw Failure.noInput(
            "找不到教学包。请重新安装（make install），或用 XIAOER_DATA 指明 Packs 所在的文件夹。",
            "The packs are missing. Install again (make install), or name their folder in XIAOER_DATA."
        )
    }

    var packs: String { path + "/Packs" }
    var profiles: String { path + "/Profiles" }
    var themes: String { path + "/Themes" }
    var keymaps: String { path + "/Keymaps" }
    var lexicons: String { path + "/Lexicons" }
    /// Sentences to practise typing with.
    var drills: String { path + "/Drills" }
    /// Chapters, lessons and worksheets.
    var course: String { path + "/Course" }
    /// Forms of the course: what teams mark each other by.
    var sheets: String { path + "/Sheets" }
    /// Replies and macros for every shop.
    var replies: String { path + "/Replies" }

    private static func isData(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: folder + "/Packs")
            && FileManager.default.fileExists(atPath: folder + "/Lexicons")
    }

    /// The folder of a pack given by name or by path.
    func pack(_ name: String) throws -> String {
        if name.contains("/") || FileManager.default.fileExists(atPath: name + "/pack.yaml") {
            guard FileManager.default.fileExists(atPath: name + "/pack.yaml") else {
                throw Failure.noInput(
                    "\(name) 里没有 pack.yaml，不是教学包。",
                    "There is no pack.yaml in \(name); it is not a pack.")
            }
            return name
        }
        let folder = packs + "/" + name
        if FileManager.default.fileExists(atPath: folder + "/pack.yaml") { return folder }
        let known = packNames
        let hint = Spelling.nearest(to: name, among: known)
        throw Failure.noInput(
            "没有教学包 \(name)。" + (hint.map { "是不是 \($0)？" } ?? "")
                + "现有：" + known.joined(separator: "、"),
            "There is no pack \(name). " + (hint.map { "Did you mean \($0)? " } ?? "")
                + "There are: " + known.joined(separator: ", "))
    }

    /// The file of a profile given by name or by path; nil where neither leads to one.
    func profile(_ name: String) -> String? {
        let isFile = name.hasSuffix(".yaml") && !name.hasSuffix("/pack.yaml")
        if isFile, FileManager.default.fileExists(atPath: name) { return name }
        let file = profiles + "/" + name + ".yaml"
        return !name.contains("/") && FileManager.default.fileExists(atPath: file) ? file : nil
    }

    var packNames: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: packs)) ?? []
        return names.filter {
            FileManager.default.fileExists(atPath: packs + "/\($0)/pack.yaml")
        }.sorted()
    }
}
