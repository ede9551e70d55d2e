import ArgumentParser
import Course
import Engine
import Foundation
import Storage

/// `xiaoer worksheet`: the course's worksheets as they are filled in so far, listed, printed and
/// written to files.
struct WorksheetCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "worksheet",
            abstract: say("课程的练习纸：列出、打印、导出", "The course's worksheets: list, print, export"),
            discussion: say(
                "不写名字就列出全部。在工作台的“课程”里填写；这里导出成 .md 或 .csv。",
                "Without a name all are listed. They are filled in at the desk, under “Course”; here they are written to .md or .csv."
            ))
    }

    @Argument(help: help("练习纸的名字或表号（1-2）", "A worksheet's name, or its table (1-2)"))
    var name: String?

    @Option(help: help("写到这个文件：.md 或 .csv", "Write to this file: .md or .csv"))
    var export: String?

    @Option(help: help("语言：zh 或 en", "Language: zh or en"))
    var language: String?

    func run() throws {
        let tongue = try Choice.tongue(language)
        let curriculum = try Library().curriculum()
        let folders: Folders
        do { folders = try Folders(environment: ProcessInfo.processInfo.environment) } catch {
            throw Failure(code: error.exitCode, sentence: error.words)
        }
        let shelf = CourseShelf(folder: folders.course)
        guard let name else {
            guard export == nil else {
                throw Failure.usage(
                    "导出哪一张？写上名字，如 xiaoer worksheet peer-scores --export 互评.md",
                    "Which one? Name it: xiaoer worksheet peer-scores --export scores.md")
            }
            return try list(curriculum, shelf, tongue)
        }
        let worksheet = try find(name, curriculum)
        let sheet = try sheet(of: worksheet, shelf)
        guard let export else {
            write(sheet.markdown(of: worksheet, in: tongue))
            return
        }
        let ending = export.split(separator: ".").last.map(String.init) ?? ""
        guard let form = SheetForm(rawValue: ending.lowercased()), export.contains(".") else {
            throw Failure.usage(
                "看不出写成什么：\(export)。文件名以 .md 或 .csv 结尾。",
                "Cannot tell what to write: \(export). End the name in .md or .csv.")
        }
        try StoredFile.write(
            Array(sheet.exported(as: form, of: worksheet, in: tongue).utf8), to: export)
        let (filled, all) = (sheet.filled(in: worksheet), worksheet.cells.count)
        write(
            tongue == .chinese
                ? "写到 \(export)（填了 \(filled)/\(all)）"
                : "Written to \(export) (\(filled) of \(all) filled in)")
    }

    private func list(_ curriculum: Curriculum, _ shelf: CourseShelf, _ tongue: Tongue) throws {
        var table = PlainTable([.left, .left, .left, .right])
        for worksheet in curriculum.worksheets {
            let sheet = try sheet(of: worksheet, shelf)
            table.add(
                worksheet.name, worksheet.table, worksheet.title[tongue],
                "\(sheet.filled(in: worksheet))/\(worksheet.cells.count)")
        }
        table.lines.forEach(write)
    }

    private func sheet(of worksheet: Worksheet, _ shelf: CourseShelf) throws -> FilledSheet {
        do { return try shelf.sheet(worksheet.name) } catch let fault as StorageFault {
            throw Failure(code: fault.exitCode, sentence: fault.words)
        }
    }

    private func find(_ name: String, _ curriculum: Curriculum) throws -> Worksheet {
        let all = curriculum.worksheets
        if let found = all.first(where: { $0.name == name.lowercased() || $0.table == name }) {
            return found
        }
        let known = all.map(\.name)
        let hint = Spelling.nearest(to: name, among: known)
        throw Failure.noInput(
            "没有练习纸 \(name)。" + (hint.map { "是不是 \($0)？" } ?? "")
                + "现有：" + known.joined(separator: "、"),
            "There is no worksheet \(name). " + (hint.map { "Did you mean \($0)? " } ?? "")
                + "There are: " + known.joined(separator: ", "))
    }
}
