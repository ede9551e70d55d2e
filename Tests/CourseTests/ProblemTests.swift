import Course
import Engine
import Foundation
import Scenarios
import Support
import Testing

@Suite struct `A course with mistakes` {
    /// The shipped course with one file rewritten.
    private func problems(
        _ file: String, _ change: (String) -> String
    ) throws -> [PackProblem] {
        let folder = NSTemporaryDirectory() + "/course-\(UUID().uuidString)"
        try FileManager.default.copyItem(atPath: Repository.path("Course"), toPath: folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/" + file
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let changed = change(text)
        #expect(changed != text)
        try Data(changed.utf8).write(to: URL(fileURLWithPath: path))
        do {
            _ = try Curriculum.load(folder, scenarios: `The course as shipped`.scenarios)
            return []
        } catch { return error.problems }
    }

    @Test func `names a lesson nobody wrote, and the nearest there is`() throws {
        let found = try problems("chapters/3.yaml") {
            $0.replacing("ask-first, ", with: "ask-frist, ")
        }
        let problem = try #require(found.first { $0.file.hasSuffix("3.yaml") })
        #expect(
            problem.fact == .unknownID("ask-frist", kind: .lesson, nearest: "ask-first"))
        #expect(problem.line > 1)
        // What that chapter names is not known now, so nothing else is complained of.
        #expect(found.count == 1)
    }

    @Test func `names a lesson that no chapter lists`() throws {
        let found = try problems("chapters/3.yaml") {
            $0.replacing("[ask-first, honest-words", with: "[honest-words")
        }
        #expect(found.map(\.fact) == [.belongsNowhere])
        #expect(found.first?.file.hasSuffix("lessons/ask-first.yaml") == true)
    }

    @Test func `names a scenario that its pack has not`() throws {
        let found = try problems("lessons/ask-first.yaml") {
            $0.replacing("[P02, P08]", with: "[P02, P088]")
        }
        #expect(
            found.map(\.fact) == [.unknownID("P088", kind: .scenario, nearest: "P08")])
    }

    @Test func `names a pack that there is not`() throws {
        let found = try problems("chapters/5.yaml") {
            $0.replacing("packs: [chapter-5]", with: "packs: [chapter-55]")
        }
        #expect(found.map(\.fact) == [.unknownID("chapter-55", kind: .pack, nearest: nil)])
    }

    @Test func `names a side of a conversation that is misspelt`() throws {
        let found = try problems("lessons/many-at-once.yaml") {
            $0.replacing("trains: [speed]", with: "trains: [sped]")
        }
        #expect(found.map(\.fact) == [.unknownName("sped", nearest: "speed")])
    }

    @Test func `wants every text in both languages`() throws {
        let found = try problems("lessons/every-cent.yaml") {
            $0.replacing("title: {zh: 每一分都说得清, en: Every fen explained}", with: "title: {zh: 每一分}")
        }
        #expect(found.map(\.fact) == [.missingLanguage("en")])
    }

    @Test func `names a field that worksheets do not have`() throws {
        let found = try problems("worksheets/shop-and-online.yaml") {
            $0.replacing("columns:", with: "colums:")
        }
        #expect(found.contains { $0.fact == .unknownField(nearest: "columns") })
        #expect(found.contains { $0.fact == .missingField("columns") })
    }

    @Test func `names a total of something that is no number`() throws {
        let found = try problems("worksheets/peer-scores.yaml") {
            $0.replacing("[operations.score,", with: "[operations.student,")
        }
        guard case .unknownID("operations.student", kind: .cell, _)? = found.first?.fact else {
            Issue.record("\(found)")
            return
        }
    }

    @Test func `names two places of one name`() throws {
        let found = try problems("worksheets/shop-and-online.yaml") {
            $0.replacing("{id: different,", with: "{id: same,")
        }
        #expect(found.map(\.fact) == [.sameIDTwice("same")])
    }

    @Test func `wants stars that rise`() throws {
        let found = try problems("course.yaml") {
            $0.replacing("stars: [60, 80, 90]", with: "stars: [60, 90, 80]")
        }
        #expect(found.map(\.fact) == [.notRising])
    }

    @Test func `says what is missing where there is no course at all`() throws {
        do {
            _ = try Curriculum.load("/nowhere", scenarios: { _ in nil })
            Issue.record("read from nowhere")
        } catch {
            #expect(error.problems.contains { $0.fact == .missingFile })
            #expect(error.problems.contains { $0.fact == .missingFolder })
        }
    }

    @Test func `turns away YAML that blows itself up`() throws {
        let bomb = (1...9).reduce("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n") { text, n in
            let refs = (0..<10).map { _ in "*a\(n - 1)" }.joined(separator: ",")
            return text + "a\(n): &a\(n) [\(refs)]\n"
        }
        let found = try problems("chapters/6.yaml") { _ in bomb }
        #expect(
            found.contains { problem in
                guard problem.file.hasSuffix("6.yaml"), problem.line == 5,
                    case .notYAML(let why) = problem.fact
                else { return false }
                return why.en.contains("references")
            })
    }
}
