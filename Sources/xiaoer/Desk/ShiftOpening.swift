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

    init(
        _ premises: Premises, tongue: Tongue, seed: UInt64?, scenarios: [String], crowd: Int = 0
    ) throws {
        let seed = seed ?? UInt64.random(in: 1...999_999)
        self.premises = try premises.seeded(seed)
        card = premises.card(
            id: Self.newID(), tongue: tongue, seed: seed, scenarios: scenarios, crowd: crowd)
    }

    var header: ShiftHeader {
        get throws {
            ShiftHeader(
                id: card.id, packName: card.pack, packHash: card.packHash, profile: card.profile,
                seed: card.seed, language: card.tongue, startedAt: card.startsAt,
                createdAt: Int64(Date().timeIntervalSince1970), programVersion: Version.text,
                options: Array(try EntryCoding().encode(card)))
        }
    }

    /// `20260318-091500-k3f9`: sorts by time, and two begun in one second still differ.
    private static func newID() -> String {
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
}
