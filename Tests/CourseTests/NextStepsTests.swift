import Course
import Engine
import Grading
import Support
import Testing

@Suite struct `What to do next` {
    private let course: Curriculum
    private let fresh: [LearningRecord.KnownScenario]

    init() throws {
        course = try `The course as shipped`.shipped()
        fresh = course.chapters.flatMap { chapter in
            chapter.packs.flatMap { pack in
                (`The course as shipped`.scenarios(pack) ?? []).map {
                    LearningRecord.KnownScenario(
                        pack: pack, id: $0, level: $0.hasSuffix("1") ? 1 : 3,
                        title: Bilingual(zh: "题\($0)", en: "case \($0)"),
                        goal: Bilingual(zh: "标", en: "goal"))
                }
            }
        }
    }

    private func shift(
        _ scenario: String, grade: Int = 70, losing: [Dimension: Int], crossed: [Bilingual] = []
    ) -> ServedShift {
        ServedShift(
            talks: [
                ServedShift.Talk(
                    scenario: scenario,
                    title: Bilingual(zh: "题\(scenario)", en: "case \(scenario)"), grade: grade,
                    losses: Dimension.allCases.compactMap { side in
                        losing[side].map { ServedShift.Loss(dimension: side, points: $0) }
                    }, crossed: crossed)
            ])
    }

    private func steps(_ record: LearningRecord) -> [Suggestion] {
        NextSteps.suggestions(for: record, in: course)
    }

    @Test func `begins with the first lesson, then one customer`() {
        let found = steps(LearningRecord(scenarios: fresh))
        #expect(found.first?.place == .lesson("polite-not-solved"))
        #expect(found.dropFirst().first?.place == .shift(pack: "first-steps", scenarios: []))
        #expect(found.count == 3)
    }

    @Test func `names the weakest side, its share, and the customer that cost most`() throws {
        let record = LearningRecord(
            shifts: [
                shift("M06", losing: [.process: 9, .language: 2]),
                shift("A03", losing: [.process: 3, .outcome: 4]),
            ], scenarios: fresh, read: ["polite-not-solved"])
        let first = try #require(steps(record).first)
        #expect(
            first.place == .shift(pack: "chapter-4", scenarios: ["M06"])
                || first.place == .shift(pack: "first-shift", scenarios: ["M06"]))
        // 12 of 30 points of process.
        #expect(first.reason.zh.contains("40%"))
        #expect(first.reason.zh.contains("M06"))
        #expect(first.reason.en.contains("Process"))
        // Then a lesson that trains it.
        guard case .lesson(let name)? = steps(record).dropFirst().first?.place else {
            Issue.record("no lesson")
            return
        }
        #expect(course.lesson(name)?.trains.contains(.process) == true)
    }

    @Test func `puts a red line before everything else`() throws {
        let record = LearningRecord(
            shifts: [
                shift("M06", losing: [.process: 9]),
                shift(
                    "C07", grade: 59, losing: [:],
                    crossed: [Bilingual(zh: "念出了电话", en: "read out a phone number")]),
            ], scenarios: fresh, read: ["polite-not-solved"])
        let first = try #require(steps(record).first)
        #expect(first.reason.zh.contains("念出了电话"))
        guard case .lesson(let name) = first.place else {
            Issue.record("\(first)")
            return
        }
        #expect(course.lesson(name)?.trains.contains(.redLines) == true)
    }

    @Test func `does not call a side weak that lost little`() {
        let record = LearningRecord(
            shifts: [shift("M06", grade: 96, losing: [.language: 2])], scenarios: fresh,
            read: Set(course.lessons.map(\.name)))
        let found = steps(record)
        #expect(found.first?.reason.zh.contains("场景没接过") == true)
    }

    @Test func `looks at the latest shifts alone`() {
        let old = Array(repeating: shift("M06", losing: [.accuracy: 15]), count: 5)
        let new = (0..<course.settings.looksBack).map { _ in
            shift("A03", grade: 97, losing: [.speed: 1])
        }
        let record = LearningRecord(
            shifts: new + old, scenarios: fresh, read: ["polite-not-solved"])
        #expect(!steps(record).contains { $0.reason.zh.hasPrefix("准确") })
    }

    @Test func `offers the easiest customer never served, then the nearest star`() {
        var all = fresh
        for place in all.indices { all[place].best = 95 }
        all[3].best = 88
        let record = LearningRecord(
            shifts: [shift("M06", grade: 95, losing: [.language: 1])], scenarios: all,
            read: Set(course.lessons.map(\.name)))
        let found = steps(record)
        #expect(found.map(\.place) == [all[3].place])
        #expect(found.first?.reason.zh.contains("2 分") == true)
        all[3].best = 95
        let done = LearningRecord(
            shifts: record.shifts, scenarios: all, read: record.read)
        #expect(steps(done).isEmpty)
    }

    @Test func `gives no place twice and the same for the same`() {
        let record = LearningRecord(
            shifts: [shift("M06", losing: [.process: 9, .outcome: 20])], scenarios: fresh)
        let found = steps(record)
        #expect(Set(found.map(\.place)).count == found.count)
        #expect(found == steps(record))
    }

    @Test func `counts the stars of a chapter`() throws {
        var all = fresh
        let chapter = try #require(course.chapter(6))
        let own = all.indices.filter { all[$0].pack == "chapter-6" }
        all[own[0]].best = 92
        all[own[1]].best = 80
        all[own[2]].best = 60
        all[own[3]].best = 59
        let stars = LearningRecord(scenarios: all).stars(of: chapter, in: course)
        #expect(stars.earned == 6)
        #expect(stars.of == own.count * 3)
    }
}
