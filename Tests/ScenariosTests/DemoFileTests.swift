import Engine
import Scenarios
import Support
import Testing

@Suite struct `The captions of a demonstration` {
    private func read(
        _ demo: String?
    ) throws -> (pack: Pack?, problems: [String]) {
        var sample = SamplePack()
        sample.files["Packs/sample/demo.yaml"] = demo
        return try sample.inFolder { folder in
            do throws(PackProblems) {
                return (
                    try Pack.load(
                        folder + "/Packs/sample", profiles: folder + "/Profiles"), []
                )
            } catch {
                return (nil, error.problems.map { $0.sentence(in: .english) })
            }
        }
    }

    @Test func `are read with their moments`() throws {
        let read = try read(
            """
            opens: {zh: 开场, en: Opening}
            scenarios: [T01]
            points:
              - {scenario: T01, at: arrives, say: {zh: 来了, en: Here}}
              - {scenario: T01, step: 1, stop: true, say: {zh: 先查, en: Look first}}
              - {scenario: T01, when: {paid: true}, say: {zh: 付了, en: Paid}}
            """)
        #expect(read.problems == [])
        let demo = try #require(read.pack?.demo)
        #expect(demo.opens == Bilingual(zh: "开场", en: "Opening") && demo.closes == nil)
        #expect(demo.scenarios == ["T01"])
        #expect(demo.points.map(\.moment) == [.arrives, .step(1), .when(.paid)])
        #expect(demo.points.map(\.stops) == [false, true, false])
    }

    @Test func `change nothing of the pack's fingerprint: a caption mended spoils no shift`() throws
    {
        let bare = try #require(try read(nil).pack)
        let captioned = try #require(try read("opens: {zh: 开场, en: Opening}").pack)
        #expect(bare.contentHash == captioned.contentHash)
        #expect(bare.demo == nil && captioned.demo != nil)
    }

    @Test(arguments: [
        ("points: [{scenario: T1, at: arrives, say: {zh: 来, en: a}}]", "did you mean “T01”?"),
        ("points: [{scenario: T01, say: {zh: 来, en: a}}]", "exactly one moment"),
        ("points: [{scenario: T01, at: arrives, step: 1, say: {zh: 来, en: a}}]", "one moment"),
        ("points: [{scenario: T01, at: arives, say: {zh: 来, en: a}}]", "arrives"),
        ("points: [{scenario: T01, step: 99, say: {zh: 来, en: a}}]", "99 is outside 1–"),
        ("points: [{scenario: T01, at: arrives, say: {zh: 来}}]", "en"),
        ("points: [{scenario: T01, when: {payd: true}, say: {zh: 来, en: a}}]", "paid"),
        ("pionts: []", "points"),
        ("opens: {zh: \(String(repeating: "长", count: 71)), en: a}", "hold 70"),
        ("opens: {zh: 短, en: \(String(repeating: "a", count: 141))}", "hold 140"),
    ])
    func `that are wrong are told with file, line and what to write`(
        demo: String, said: String
    ) throws {
        let problems = try read(demo).problems
        #expect(problems.count == 1)
        #expect(problems.first?.contains("demo.yaml:1:") == true, "\(problems)")
        #expect(problems.first?.contains(said) == true, "\(problems)")
    }
}
