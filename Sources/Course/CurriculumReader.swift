import Engine
import Foundation
import Grading
public import Scenarios
import Yams

extension Curriculum {
    /// Reads a folder and checks what it names.
    ///
    /// - Parameters:
    ///   - folder: holds `course.yaml`, `chapters/`, `lessons/` and `worksheets/`.
    ///   - scenarios: the ids of a pack's scenarios; nil where there is no such pack.
    /// - Throws: everything that is wrong, with file, line and field.
    public static func load(
        _ folder: String, scenarios: @escaping (String) -> [String]?
    ) throws(PackProblems) -> Curriculum {
        var reading = CurriculumReading(folder: folder, scenarios: scenarios)
        let curriculum = reading.curriculum()
        guard let curriculum, reading.problems.isEmpty else {
            throw PackProblems(reading.problems)
        }
        return curriculum
    }
}

/// The folder of the course while it is read: file by file, every mistake kept.
struct CurriculumReading {
    let folder: String
    /// The ids of a pack's scenarios; nil where there is no such pack.
    let scenarios: (String) -> [String]?
    private(set) var problems: [PackProblem] = []
    private var lessonNames: Set<String> = []
    private var sheetNames: Set<String> = []

    init(folder: String, scenarios: @escaping (String) -> [String]?) {
        self.folder = folder
        self.scenarios = scenarios
    }

    mutating func curriculum() -> Curriculum? {
        lessonNames = Set(names(in: "lessons"))
        sheetNames = Set(names(in: "worksheets"))
        let settings = file("course.yaml") { reader, root, reading in
            reading.settings(&reader, root)
        }
        let chapters = names(in: "chapters").compactMap { name in
            file("chapters/\(name).yaml") { reader, root, reading in
                reading.chapter(&reader, root, called: name)
            }
        }.sorted { $0.number < $1.number }
        let lessons = names(in: "lessons").compactMap { name in
            file("lessons/\(name).yaml") { reader, root, reading in
                reading.lesson(&reader, root, called: name)
            }
        }
        let worksheets = names(in: "worksheets").compactMap { name in
            file("worksheets/\(name).yaml") { reader, root, _ in
                reader.worksheet(root, called: name)
            }
        }.sorted { $0.table < $1.table }
        // What a chapter that cannot be read names is not known.
        if chapters.count == names(in: "chapters").count { checkUse(chapters) }
        guard let settings, !chapters.isEmpty else { return nil }
        let order = chapters.flatMap(\.lessons)
        return Curriculum(
            settings: settings, chapters: chapters,
            lessons: order.compactMap { name in lessons.first { $0.name == name } },
            worksheets: worksheets)
    }

    /// Every lesson and worksheet belongs to exactly one chapter, or nobody would find it.
    private mutating func checkUse(_ chapters: [Chapter]) {
        guard !chapters.isEmpty else {
            problems.append(PackProblem(file: folder + "/chapters", fact: .missingFolder))
            return
        }
        let parts = [
            ("lessons", lessonNames, chapters.flatMap(\.lessons)),
            ("worksheets", sheetNames, chapters.flatMap(\.worksheets)),
        ]
        for (part, names, used) in parts {
            for name in names.sorted() where !used.contains(name) {
                problems.append(
                    PackProblem(
                        file: "\(folder)/\(part)/\(name).yaml", fact: .belongsNowhere))
            }
            var seen: Set<String> = []
            for name in used where !seen.insert(name).inserted {
                problems.append(
                    PackProblem(
                        file: "\(folder)/\(part)/\(name).yaml", fact: .listedTwice(name)))
            }
        }
    }

    // MARK: Files

    /// The names of a folder's files without `.yaml`, sorted.
    private func names(in part: String) -> [String] {
        // No folder, no files; that there are none is complained of where they are needed.
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + part)) ?? []
        return all.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }
            .map { String($0.dropLast(5)) }.sorted()
    }

    private mutating func file<Value>(
        _ name: String,
        _ read: (inout FieldReader, Node, inout CurriculumReading) -> Value?
    ) -> Value? {
        let path = folder + "/" + name
        do {
            let yaml = try YAMLFile(path: path)
            var reader = FieldReader(file: path)
            let value = read(&reader, yaml.root, &self)
            problems += reader.problems
            return reader.problems.isEmpty ? value : nil
        } catch {
            problems.append(error)
            return nil
        }
    }

    // MARK: course.yaml

    private func settings(_ reader: inout FieldReader, _ root: Node) -> CourseSettings? {
        guard
            let fields = reader.fields(
                root, "",
                required: ["stars", "weak-from", "looks-back", "two-ways", "payments", "costs"]),
            let weakFrom = reader.whole(fields, "weak-from", 1...100),
            let looksBack = reader.whole(fields, "looks-back", 1...50),
            let twoWays = twoWays(&reader, fields), let payments = payments(&reader, fields),
            let costs = reader.costs(fields)
        else { return nil }
        return CourseSettings(
            starsFrom: reader.stars(fields), weakFrom: weakFrom, looksBack: looksBack,
            twoWays: twoWays, payments: payments, costs: costs)
    }

    private func twoWays(_ reader: inout FieldReader, _ fields: FieldReader.Fields) -> StagedCase? {
        guard let node = fields["two-ways"],
            let part = reader.fields(node, "two-ways", required: ["pack", "scenario", "seed"]),
            let seed = reader.whole(part, "seed", 0...Int.max),
            let pack = pack(&reader, part), let scenario = part["scenario"].flatMap(\.string),
            let named = part["scenario"]
        else { return nil }
        check(&reader, scenario, named, part.path("scenario"), of: pack)
        return StagedCase(pack: pack, scenario: scenario, seed: UInt64(seed))
    }

    private func payments(
        _ reader: inout FieldReader, _ fields: FieldReader.Fields
    ) -> PaymentsCase? {
        guard let node = fields["payments"],
            let part = reader.fields(
                node, "payments", required: ["pack", "profile", "variant", "customer"]),
            let profile = reader.text(part, "profile"), let variant = reader.text(part, "variant"),
            let customer = reader.text(part, "customer"), let pack = pack(&reader, part)
        else { return nil }
        return PaymentsCase(
            pack: pack, profile: profile, variant: variant, customer: customer)
    }

    // MARK: What a chapter and a lesson name

    /// A pack that there is.
    func pack(_ reader: inout FieldReader, _ fields: FieldReader.Fields) -> String? {
        guard let name = reader.text(fields, "pack"), let node = fields["pack"] else { return nil }
        if scenarios(name) == nil {
            reader.fail(
                node, fields.path("pack"), .unknownID(name, kind: .pack, nearest: nil))
        }
        return name
    }

    /// Scenarios of a pack; none for all of them.
    func scenarios(
        _ reader: inout FieldReader, _ fields: FieldReader.Fields, of pack: String
    ) -> [String] {
        reader.items(fields, "scenarios").compactMap { item in
            guard let id = item.node.string else {
                reader.fail(item.node, item.path, .unreadable("", expected: .text))
                return nil
            }
            check(&reader, id, item.node, item.path, of: pack)
            return id
        }
    }

    private func check(
        _ reader: inout FieldReader, _ id: String, _ node: Node, _ path: String, of pack: String
    ) {
        guard let known = scenarios(pack), !known.contains(id) else { return }
        reader.fail(
            node, path,
            .unknownID(id, kind: .scenario, nearest: Spelling.nearest(to: id, among: known)))
    }

    /// A lesson or a worksheet that there is.
    func known(
        _ reader: inout FieldReader, _ node: Node, _ path: String, _ kind: PackProblem.Kind
    ) -> String? {
        let all = kind == .lesson ? lessonNames : sheetNames
        guard let name = node.string, !name.isEmpty else {
            reader.fail(node, path, .unreadable("", expected: .text))
            return nil
        }
        if !all.contains(name) {
            reader.fail(
                node, path,
                .unknownID(
                    name, kind: kind, nearest: Spelling.nearest(to: name, among: all.sorted())))
        }
        return name
    }
}

extension FieldReader {
    /// Three grades from the smallest up.
    fileprivate mutating func stars(_ fields: Fields) -> [Int] {
        let items = items(fields, "stars")
        let grades = items.compactMap { item -> Int? in
            guard let grade = item.node.string.flatMap({ Int($0) }), (1...100).contains(grade)
            else {
                fail(
                    item.node, item.path,
                    .unreadable(item.node.string ?? "", expected: .wholeNumber))
                return nil
            }
            return grade
        }
        guard let node = fields["stars"] else { return [] }
        if items.count != 3 { fail(node, fields.path("stars"), .needsCount(3)) }
        if grades != grades.sorted() || Set(grades).count != grades.count {
            fail(node, fields.path("stars"), .notRising)
        }
        return grades
    }

    fileprivate mutating func costs(_ fields: Fields) -> Costs? {
        guard let node = fields["costs"],
            let part = self.fields(
                node, "costs", required: ["dated", "wage", "seat", "tickets"]),
            let dated = text(part, "dated"), let wage = money(part, "wage"),
            let seat = money(part, "seat"), let ticket = money(part, "tickets")
        else { return nil }
        return Costs(dated: dated, wage: wage, seat: seat, ticket: ticket)
    }
}
