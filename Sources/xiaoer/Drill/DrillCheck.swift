import Engine
import Foundation
import Language
import Typing

/// `xiaoer check drills`: the files of sentences, with everything that is wrong said at once.
struct DrillCheck {
    let library: Library

    /// Whether the name means the sentences: `drills`, their folder, or one of their files.
    static func files(named name: String, in data: DataFolder) -> [String]? {
        let all = DrillFolder.files(in: data.drills).map(\.path)
        let plain = name.hasSuffix("/") ? String(name.dropLast()) : name
        if plain == "drills" || plain == "Drills" || plain == data.drills { return all }
        let folder = URL(fileURLWithPath: plain).deletingLastPathComponent().lastPathComponent
        return plain.hasSuffix(".yaml") && folder == "Drills" ? [plain] : nil
    }

    func run(_ files: [String]) throws {
        let tongue = Speech.tongue
        let reader = try library.reader()
        var problems: [DrillProblem] = []
        for file in files {
            do throws(DrillProblems) {
                let text = try Self.text(of: file)
                let (sheet, lines) = try DrillSheet.read(text, file: file)
                problems += faults(in: sheet, lines, file, reader)
                account(sheet, file, tongue).forEach(write)
            } catch { problems += error.problems }
        }
        guard problems.isEmpty else {
            throw Failure.data(
                "打字练习的句子有 \(problems.count) 处要改：\n"
                    + problems.map { $0.sentence(in: .chinese) }.joined(separator: "\n"),
                "\(problems.count) things in the drill’s sentences need mending:\n"
                    + problems.map { $0.sentence(in: .english) }.joined(separator: "\n"))
        }
        write(say("全部通过。", "Everything holds."))
    }

    private static func text(of file: String) throws(DrillProblems) -> String {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw DrillProblems(problems: [DrillProblem(file: file, .unreadable)])
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// What an agent must not say is not practised either.
    private func faults(
        in sheet: DrillSheet, _ lines: [Int], _ file: String, _ reader: Reader
    ) -> [DrillProblem] {
        zip(sheet.sentences, lines).flatMap { sentence, line in
            reader.read(sentence.text, in: Context(now: Instant(milliseconds: 0))).faults.map {
                DrillProblem(
                    file: file, line: line, field: sentence.stage,
                    .forbidden($0.range.words(in: sentence.text), why: $0.subject.why))
            }
        }
    }

    private func account(_ sheet: DrillSheet, _ file: String, _ tongue: Tongue) -> [String] {
        var table = PlainTable([.left, .left, .right, .right, .right])
        table.add(say("阶段", "stage"), "", "1", "2", "3")
        for stage in sheet.stages {
            let counts = DrillSentence.Grade.allCases.map { grade in
                "\(stage.sentences.count { $0.grade == grade })"
            }
            table.add([stage.id, stage.title[tongue]] + counts)
        }
        let unit = sheet.tongue.paceUnit[tongue]
        return [
            say(
                "\(file)：\(sheet.sentences.count) 句，一轮 \(sheet.length) 句，目标 \(sheet.goal) \(unit)",
                "\(file): \(sheet.sentences.count) sentences, \(sheet.length) a round, goal "
                    + "\(sheet.goal) \(unit)")
        ] + table.lines
    }
}
