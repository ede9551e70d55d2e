import Course
import Engine
import Foundation
import Grading
import Scenarios
import Shifts
import Simulation
import Storage

/// A new shift's name, seed and journal header.
struct ShiftOpening {
    let premises: Premises
    let card: ShiftCard
    /// When it begins on the wall's clock, in seconds since 1970.
    let begunAt = Int64(Date().timeIntervalSince1970)

    init(
        _ premises: Premises, tongue: Tongue, seed: UInt64?, scenarios: [String],
        filled: Int? = nil, trainee: String? = nil, contest: ContestTerms? = nil
    ) throws {
        let seed = seed ?? UInt64.random(in: 1...999_999)
        let seeded = try premises.seeded(seed)
        self.premises = filled.map { seeded.crowd($0, seed: seed) } ?? seeded
        var card = self.premises.card(
            id: Self.newID(), tongue: tongue, seed: seed, scenarios: scenarios,
            crowd: filled ?? 0)
        card.filled = filled
        card.trainee = trainee
        card.contest = contest
        self.card = card
    }

    var header: ShiftHeader {
        get throws {
            ShiftHeader(
                id: card.id, packName: card.pack, packHash: card.packHash, profile: card.profile,
                seed: card.seed, language: card.tongue, startedAt: card.startsAt,
                createdAt: begunAt, programVersion: Version.text,
                options: try EntryCoding().encode(card))
        }
    }

    /// `20260318-091500-k3f9`: sorts by time, and two begun in one second still differ.
    static func newID() -> String {
        let now = CivilTime(
            Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)),
            offset: TimeZone.current.secondsFromGMT() / 60)
        func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        let tail = String((0..<4).compactMap { _ in letters.randomElement() })
        return "\(now.year)\(two(now.month))\(two(now.day))-"
            + "\(two(now.hour))\(two(now.minute))\(two(now.second))-\(tail)"
    }
}

/// What is kept with a shift that is over, so that lists need not judge it again.
struct ShiftSummary: Codable {
    var score: Int
    var conversations: Int
    /// The shop's time that passed.
    var lasted: Span
    /// Scenario to grade.
    var grades: [String: Int]
    /// For the course and the admin page; shifts of earlier versions lack it.
    var detail: ServedShift?
    /// When it ended on the wall's clock, in seconds since 1970; early versions did not note it.
    var closedAt: Int64?
}

extension ShiftSummary {
    /// - Parameter closedAt: when it ended on the wall's clock, in seconds since 1970.
    init(_ report: ShiftReport, of shift: Shift, closedAt: Int64) {
        self.init(
            score: report.score.total, conversations: report.conversations.count,
            lasted: shift.now - shift.card.startsAt,
            grades: report.conversations.reduce(into: [String: Int]()) { grades, grade in
                guard let scenario = grade.scenario else { return }
                grades[scenario] = max(grades[scenario] ?? 0, grade.total)
            },
            detail: ServedShift(
                report, records: shift.records, shop: shift.shop, trainee: shift.card.trainee),
            closedAt: closedAt)
    }
}
