import Engine
import Foundation
import Written
import Yams

/// Reads a file of sentences and keeps every mistake it meets, so that all are shown at once.
struct DrillReader {
    let file: String
    private(set) var problems: [DrillProblem] = []
    /// Line of each sentence of the sheet, in its order.
    private(set) var lines: [Int] = []
    private var seen: [String: Int] = [:]

    static let longest = 120

    init(file: String) { self.file = file }

    mutating func sheet(_ text: String) -> DrillSheet? {
        let root: Node?
        do { root = try WrittenYAML.node(text) } catch {
            fail(error.line, "", .notYAML(error.words))
            return nil
        }
        guard let root, root.mapping != nil else {
            fail(root?.mark?.line ?? 0, "", .wrongShape(expected: .mapping))
            return nil
        }
        let fields = self.fields(root, "", ["language", "goal", "round", "stages"])
        let name = fields["language"]?.string ?? ""
        guard let tongue = Tongue(rawValue: name) else {
            if let node = fields["language"] {
                fail(node.mark?.line ?? 0, "language", .unknownLanguage(name))
            }
            return nil
        }
        let goal = number(fields["goal"], "goal", in: 1...400)
        let length = number(fields["round"], "round", in: 1...50)
        var stages: [DrillSheet.Stage] = []
        for (place, node) in items(fields["stages"], "stages").enumerated() {
            guard let stage = stage(node, "stages[\(place + 1)]", tongue) else { continue }
            if stages.contains(where: { $0.id == stage.id }) {
                fail(node.mark?.line ?? 0, "stages[\(place + 1)].id", .stageTwice(stage.id))
            }
            stages.append(stage)
        }
        let count = stages.reduce(0) { $0 + $1.sentences.count }
        if fields["stages"] != nil, length > count {
            fail(root.mark?.line ?? 0, "round", .tooFew(count, round: length))
        }
        guard problems.isEmpty else { return nil }
        return DrillSheet(tongue: tongue, goal: goal, length: length, stages: stages)
    }

    private mutating func stage(
        _ node: Node, _ path: String, _ tongue: Tongue
    ) -> DrillSheet.Stage? {
        let fields = self.fields(node, path, ["id", "title", "sentences"])
        guard let id = fields["id"]?.string, let title = fields["title"],
            let graded = fields["sentences"]
        else { return nil }
        let titles = self.fields(title, path + ".title", ["zh", "en"])
        guard let mapping = graded.mapping else {
            fail(graded.mark?.line ?? 0, path + ".sentences", .wrongShape(expected: .mapping))
            return nil
        }
        var sentences: [DrillSentence] = []
        for (key, list) in mapping {
            let name = key.string ?? "?"
            guard let grade = Int(name).flatMap(DrillSentence.Grade.init) else {
                fail(key.mark?.line ?? 0, path + ".sentences", .unknownGrade(name))
                continue
            }
            let place = path + ".sentences.\(name)"
            for (number, node) in items(list, place).enumerated() {
                guard let text = sentence(node, "\(place)[\(number + 1)]", tongue) else { continue }
                sentences.append(DrillSentence(text, stage: id, grade: grade))
                lines.append(node.mark?.line ?? 0)
            }
        }
        return DrillSheet.Stage(
            id: id,
            title: Bilingual(zh: titles["zh"]?.string ?? "", en: titles["en"]?.string ?? ""),
            sentences: sentences)
    }

    // MARK: One sentence

    private mutating func sentence(_ node: Node, _ path: String, _ tongue: Tongue) -> String? {
        let line = node.mark?.line ?? 0
        guard let text = node.scalar?.string else {
            fail(line, path, .wrongShape(expected: .text))
            return nil
        }
        guard !text.isEmpty else {
            fail(line, path, .empty)
            return nil
        }
        if text.count > Self.longest { fail(line, path, .tooLong(text.count, most: Self.longest)) }
        if let strange = text.first(where: { !$0.isTyped(in: tongue) }) {
            fail(line, path, .strange(strange))
        }
        if text.first == " " || text.last == " " || text.contains("  ") {
            fail(line, path, .blanks)
        }
        if tongue == .chinese, Self.hasBlankInChinese(text) { fail(line, path, .blankInChinese) }
        if let last = text.last, !"。！？～…”）.!?)\"'".contains(last) {
            fail(line, path, .unended)
        }
        if tongue == .chinese, !text.contains(where: \.isChinese) {
            fail(line, path, .otherLanguage)
        }
        if let first = seen[text] { fail(line, path, .twice(firstLine: first)) }
        seen[text] = line
        return text
    }

    private static func hasBlankInChinese(_ text: String) -> Bool {
        zip(text, text.dropFirst()).contains { one, other in
            (one == " " && !other.isASCII) || (!one.isASCII && other == " ")
        }
    }

    // MARK: Shapes

    /// The fields of a mapping; all of them must be there, and no other.
    private mutating func fields(
        _ node: Node, _ path: String, _ known: [String]
    ) -> [String: Node] {
        guard let mapping = node.mapping else {
            fail(node.mark?.line ?? 0, path, .wrongShape(expected: .mapping))
            return [:]
        }
        var fields: [String: Node] = [:]
        for (key, value) in mapping {
            let name = key.string ?? "?"
            if known.contains(name) {
                fields[name] = value
            } else {
                fail(
                    key.mark?.line ?? 0, path,
                    .unknownField(name, nearest: Spelling.nearest(to: name, among: known)))
            }
        }
        for name in known where fields[name] == nil {
            fail(node.mark?.line ?? 0, path, .missing(name))
        }
        return fields
    }

    private mutating func items(_ node: Node?, _ path: String) -> [Node] {
        guard let node else { return [] }
        guard let sequence = node.sequence else {
            fail(node.mark?.line ?? 0, path, .wrongShape(expected: .list))
            return []
        }
        return Array(sequence)
    }

    private mutating func number(_ node: Node?, _ path: String, in range: ClosedRange<Int>) -> Int {
        guard let node else { return 0 }
        let text = node.scalar?.string ?? ""
        guard let number = Int(text) else {
            fail(node.mark?.line ?? 0, path, .wrongShape(expected: .number))
            return 0
        }
        if !range.contains(number) {
            fail(
                node.mark?.line ?? 0, path,
                .outOfRange(text, from: range.lowerBound, to: range.upperBound))
        }
        return number
    }

    private mutating func fail(_ line: Int, _ field: String, _ fact: DrillProblem.Fact) {
        problems.append(DrillProblem(file: file, line: line, field: field, fact))
    }
}

/// Everything that is wrong with a file of sentences.
public struct DrillProblems: Error, Hashable, Sendable {
    public let problems: [DrillProblem]

    public init(problems: [DrillProblem]) { self.problems = problems }
}

extension DrillSheet {
    /// Reads a file's text; a mistake anywhere refuses the whole file, with all mistakes.
    public init(yaml text: String, file: String) throws(DrillProblems) {
        self = try Self.read(text, file: file).sheet
    }

    /// The sheet and the line each of its sentences stands on.
    public static func read(
        _ text: String, file: String
    ) throws(DrillProblems) -> (sheet: DrillSheet, lines: [Int]) {
        var reader = DrillReader(file: file)
        guard let sheet = reader.sheet(text) else {
            throw DrillProblems(problems: reader.problems)
        }
        return (sheet, reader.lines)
    }

    /// Reads `Drills/zh.yaml` and the like.
    public init(path: String) throws(DrillProblems) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DrillProblems(problems: [DrillProblem(file: path, .unreadable)])
        }
        try self.init(yaml: String(decoding: data, as: UTF8.self), file: path)
    }
}

extension Character {
    /// A Chinese character.
    var isChinese: Bool {
        unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) || $0.value >= 0x20000 }
    }

    /// Whether a keyboard (with an input method for Chinese) types it.
    fileprivate func isTyped(in tongue: Tongue) -> Bool {
        if isASCII { return !isNewline && self >= " " && self != "\u{7F}" }
        switch tongue {
        case .english: return "£€é".contains(self)
        case .chinese:
            return isChinese || narrow != nil || "、《》—…～·￥×°".contains(self)
        }
    }
}
