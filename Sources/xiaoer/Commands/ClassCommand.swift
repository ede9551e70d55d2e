import ArgumentParser
import Classes
import Engine
import Foundation
import Storage
import Terminal

/// `xiaoer class`: one class out of many students' shifts, and the marks that teams gave each
/// other.
struct ClassCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "class",
            abstract: say(
                "看一个班：名次、能力、常见失分、逐周进步、互评",
                "A class: places, skills, commonest mistakes, progress by week, marks in teams"),
            discussion: say(
                """
                例：xiaoer class 作业/ --html 班级.html --hide-names
                例：xiaoer class *.shift --contest contest.yaml --csv 成绩.csv
                例：xiaoer class --teams 小满.csv
                读不了、改过、没下完的文件会逐个说明，其余照算，退出码是 65。见 Docs/Class.md。
                """,
                """
                Example: xiaoer class homework/ --html class.html --hide-names
                Example: xiaoer class *.shift --contest contest.yaml --csv marks.csv
                Example: xiaoer class --teams team.csv
                A file that does not count is named with the reason, the rest is reported, and the \
                exit code is 65. See Docs/Class.md.
                """))
    }

    @Argument(help: help(".shift 文件，或放着它们的文件夹", ".shift files, or folders of them"))
    var shifts: [String] = []

    @Option(help: help("成绩表写进这个 CSV 文件", "Write the places to this CSV file")) var csv: String?

    @Option(
        help: help(
            "整份报告写进这个网页文件，不联网也能看", "Write the report to this HTML file, which needs no network"))
    var html: String?

    @Flag(help: help("JSON", "JSON")) var json = false

    @Flag(
        help: help(
            "隐去姓名：换成编号，每份报告里都一样，从报告里查不出是谁",
            "Hide names: numbers instead, the same in every report, and no way back from it"))
    var hideNames = false

    @Option(help: help("编号对照表放在哪里（只给教师）", "Where the teacher keeps which number is whose"))
    var names: String?

    @Option(
        help: help(
            "名次按什么：mean 平均、best 最好、latest 最近",
            "What places go by: mean, best or latest"))
    var by = "mean"

    @Option(help: help("只算这场比赛里的班次", "Only shifts of this contest")) var contest: String?

    @Option(
        help: help(
            "小组互评表（YAML 或 CSV），可写多次", "A team’s marks (YAML or CSV); may be given several times"))
    var teams: [String] = []

    @Option(help: help("评分表：岗位、项目和满分", "The marks sheet: posts, criteria and their maxima"))
    var sheet: String?

    @Flag(help: help("打印一张空白互评表（CSV）", "Print an empty form for a team (CSV)"))
    var blankForm = false

    @Option(
        help: help(
            "不在数据文件夹里的教学包，可写多次", "A pack outside the data folder; may be given several times"))
    var pack: [String] = []

    @Flag(help: help("改过的教学包按现在的标准评", "Judge shifts of an edited pack by its present text"))
    var editedPacks = false

    @Flag(help: help("把每一班重演一遍，核对有没有改过", "Replay every shift to see whether it was altered"))
    var verify = false

    @Option(help: help("语言：zh 或 en", "Language: zh or en")) var language: String?

    func validate() throws {
        if shifts.isEmpty && teams.isEmpty && !blankForm {
            throw ValidationError(
                say("请写上 .shift 文件或文件夹，或 --teams", "Name .shift files, a folder, or --teams"))
        }
        if contest != nil && shifts.isEmpty {
            throw ValidationError(
                say("--contest 要和 .shift 文件一起用", "--contest goes with .shift files"))
        }
    }

    func run() throws {
        let tongue = try Choice.tongue(language)
        guard let basis = ScoreBasis(rawValue: by) else {
            let known = ScoreBasis.allCases.map(\.rawValue)
            let hint = Spelling.nearest(to: by, among: known)
            throw Failure.usage(
                "--by 可以是 \(known.joined(separator: "、"))，不能是 \(by)。"
                    + (hint.map { "是不是 \($0)？" } ?? ""),
                "--by is \(known.joined(separator: ", ")), not \(by)."
                    + (hint.map { " Did you mean \($0)?" } ?? ""))
        }
        let library = try Library()
        let marks = TeamIntake(library: library, sheet: sheet)
        if blankForm {
            // With the mark by which a spreadsheet knows that it is UTF-8.
            FileHandle.standardOutput.write(Data(("\u{FEFF}" + (try marks.blank(in: tongue))).utf8))
            return
        }
        let forms = try teams.map(marks.read)
        var report: ClassReport?
        var result = ClassIntake.Result()
        if !shifts.isEmpty {
            result = try intake(library).read(try paths())
        }
        let people =
            result.shifts.map(\.student)
            + forms.flatMap { [$0.team] + $0.members.map(\.name) }
        let naming: Naming =
            hideNames ? .hidden(try pseudonyms().numbers(for: people)) : .open
        if !shifts.isEmpty {
            report = ClassReport(
                result.shifts, leftOut: result.leftOut, naming: naming, basis: basis,
                contest: try contest.map(Self.read(contest:)).map(\.name))
        }
        let results = try forms.map {
            TeamResult($0, sheet: try marks.marksSheet(), naming: naming)
        }
        try keep(report, results, tongue)
        tell(report, results, tongue)
        let isWhole = result.leftOut.isEmpty && forms.allSatisfy(\.faults.isEmpty)
        if !isWhole { throw ExitCode(65) }
    }

    private func intake(_ library: Library) throws -> ClassIntake {
        var folders: [String: String] = [:]
        for path in pack {
            guard FileManager.default.fileExists(atPath: path + "/pack.yaml") else {
                throw Failure.noInput(
                    "\(path) 里没有 pack.yaml，不是教学包。",
                    "There is no pack.yaml in \(path); it is not a pack.")
            }
            folders[URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent] = path
        }
        return ClassIntake(
            library: library, folders: folders, acceptsEdited: editedPacks, replays: verify,
            contest: try contest.map(Self.read(contest:)), hidesNames: hideNames)
    }

    /// Files as they were named; a folder stands for the shifts in it and below, by name.
    private func paths() throws -> [String] {
        var paths: [String] = []
        for path in shifts {
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            guard exists, isFolder.boolValue else {
                paths.append(path)
                continue
            }
            do {
                // A folder a week or a student is usual; what is hidden is nobody's homework.
                paths += try FileManager.default.subpathsOfDirectory(atPath: path)
                    .filter { $0.hasSuffix(".shift") }
                    .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted()
                    .map { path + "/" + $0 }
            } catch {
                throw Failure.input(
                    Bilingual(zh: "读不了文件夹 \(path)。", en: "The folder \(path) cannot be read."))
            }
        }
        // Named twice, by itself and in its folder, a file is still one.
        var seen: Set<String> = []
        paths = paths.filter {
            seen.insert(URL(fileURLWithPath: $0).standardizedFileURL.path).inserted
        }
        guard !paths.isEmpty else {
            throw Failure.noInput(
                "那里没有 .shift 文件：" + shifts.joined(separator: "、"),
                "There is no .shift file in " + shifts.joined(separator: ", ") + ".")
        }
        guard paths.contains(where: FileManager.default.fileExists) else {
            throw Failure.noInput(
                "没有文件 \(paths[0])。请检查路径。", "There is no file \(paths[0]). Check the path.")
        }
        return paths
    }

    static func read(contest path: String) throws -> Contest {
        do {
            return try Contest(
                try StoredFile.bytes(path), file: (path as NSString).lastPathComponent)
        } catch let faults as FormFaults {
            throw Failure(code: 65, sentence: faults.sentence)
        }
    }

    private func pseudonyms() throws -> PseudonymFile {
        if let names { return PseudonymFile(path: names) }
        do {
            let folders = try Folders(environment: ProcessInfo.processInfo.environment)
            return PseudonymFile(path: folders.data + "/pseudonyms.json")
        } catch {
            throw Failure(code: error.exitCode, sentence: error.words)
        }
    }

    private func keep(
        _ report: ClassReport?, _ teams: [TeamResult], _ tongue: Tongue
    ) throws {
        if let csv, let report {
            // A spreadsheet takes UTF-8 for something else without the mark.
            try StoredFile.write(
                Array("\u{FEFF}".utf8) + Array(report.csv(in: tongue).utf8), to: csv)
        }
        if let html {
            try StoredFile.write(
                Array(ClassPage(report, teams: teams).html(in: tongue).utf8), to: html)
        }
    }

    private func tell(_ report: ClassReport?, _ teams: [TeamResult], _ tongue: Tongue) {
        if json {
            write(ClassDocument(report, teams: teams).json)
        } else {
            let text = ClassText(tongue: tongue)
            if let report { text.lines(of: report).forEach(write) }
            for team in teams { text.lines(of: team).forEach(write) }
        }
        let gate = TextGate()
        let colon = tongue == .chinese ? "：" : ": "
        for omission in report?.leftOut ?? [] {
            complain(gate.cleaned(omission.file[tongue] + colon + omission.reason[tongue]))
        }
        for team in teams { for fault in team.faults { complain(gate.cleaned(fault[tongue])) } }
    }
}

extension Contest {
    /// What it is called in a report.
    var name: Bilingual {
        title
            ?? Bilingual(
                zh: "比赛 · \(pack) · 种子 \(seed)", en: "Contest · \(pack) · seed \(seed)")
    }
}
