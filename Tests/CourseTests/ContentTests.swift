import Course
import Engine
import Foundation
import Scenarios
import Support
import Testing

@Suite struct `The course as shipped` {
    static func scenarios(_ pack: String) -> [String]? { names[pack] }

    static func shipped() throws -> Curriculum { try read.get() }

    // Read once for all tests.
    private static let read = Result {
        try Curriculum.load(Repository.path("Course"), scenarios: scenarios)
    }
    private static let names: [String: [String]] = {
        let packs = (try? FileManager.default.contentsOfDirectory(atPath: Repository.path("Packs")))
        return (packs ?? []).reduce(into: [:]) { names, pack in
            names[pack] = PackHead(folder: Repository.path("Packs/\(pack)"))?.scenarios.map(\.id)
        }
    }()

    @Test func `has no mistake`() throws {
        do { _ = try Self.shipped() } catch let problems as PackProblems {
            Issue.record("\(problems.report(in: .english))")
        }
    }

    @Test func `has the seven chapters in order`() throws {
        #expect(try Self.shipped().chapters.map(\.number) == Array(1...7))
    }

    @Test func `has the seven tables of the text as worksheets`() throws {
        let tables = try Self.shipped().worksheets.map(\.table)
        #expect(tables == (1...7).map { "1-\($0)" })
    }

    @Test func `begins with the story of polite and never solved`() throws {
        let lesson = try #require(try Self.shipped().lessons.first)
        #expect(lesson.name == "polite-not-solved")
        #expect(lesson.place == .page(.twoWays))
    }

    @Test func `trains every side of a conversation by a lesson and by a drill`() throws {
        let course = try Self.shipped()
        let byLessons = Set(course.lessons.flatMap(\.trains))
        let byDrills = Set(course.chapters.flatMap(\.drills).flatMap(\.trains))
        #expect(byLessons.count == 7)
        #expect(byDrills.count == 7)
    }

    @Test func `gives every scenario of the chapters' packs a place`() throws {
        let packs = Set(try Self.shipped().chapters.flatMap(\.packs))
        for chapter in 3...7 { #expect(packs.contains("chapter-\(chapter)")) }
        #expect(
            packs.isSuperset(of: ["first-steps", "first-shift", "channels", "promotion-night"]))
    }
}
