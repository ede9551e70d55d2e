import Foundation
import Grading
import Testing

struct ProcedureTests {
    private func grade(_ procedure: String, _ actions: [String]) throws -> Procedure.Grade {
        try JSONDecoder().decode(Procedure.self, from: Data(procedure.utf8)).grade(actions)
    }

    private static let plain = #"["greet","query","inform","close"]"#

    @Test func `done as written is worth a hundred, and what is more is named`() throws {
        let grade = try grade(
            Self.plain, ["greet", "query", "query", "tag", "inform", "close", "tag"])
        #expect(grade.points == 100)
        #expect(grade.extra == ["tag"])
        #expect(grade.missed == [] && grade.outOfOrder == [])
    }

    @Test func `a missed step costs its share, one out of place half of it`() throws {
        let missed = try grade(Self.plain, ["greet", "inform", "close"])
        #expect(missed.missed == ["query"])
        #expect(missed.points == 75)
        let turned = try grade(Self.plain, ["greet", "inform", "query", "close"])
        #expect(turned.outOfOrder == [Procedure.Grade.Misplaced(step: "inform", before: "query")])
        #expect(turned.points == 88)
        #expect(try grade(Self.plain, []).points == 0)
    }

    @Test func `steps written out follow only what they name`() throws {
        let procedure =
            #"[{"step":"verify"},{"step":"photo","optional":true},{"step":"change","after":["verify"]},{"step":"tell"}]"#
        #expect(try grade(procedure, ["tell", "verify", "change"]).points == 100)
        let early = try grade(procedure, ["change", "verify", "tell"])
        #expect(early.outOfOrder.map(\.before) == ["verify"])
    }
}
