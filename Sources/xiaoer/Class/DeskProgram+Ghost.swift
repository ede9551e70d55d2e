import Console
import Engine
import Foundation
import Grading
import Scenarios
import Shifts
import Storage

/// The best run so far of a shift, found on the shelf.
extension DeskProgram {
    /// The finished shift of the same pack, seed, customers and language with the best score; nil
    /// where there is none. One that cannot be read is passed over for the next best.
    func ghost(for shift: Shift) throws(StorageTrouble) -> Ghost? {
        do {
            let premises = try premises(of: shift.card)
            for (path, score) in try rivals(of: shift.card) {
                guard let stored = try? StoredShift(path: path) else { continue }
                let report = premises.report(on: stored.records, of: stored.card)
                return Ghost(
                    track: RaceTrack(
                        stored.records, fixture: premises.pack.fixture(in: stored.card.tongue),
                        startsAt: stored.card.startsAt, grades: report.totals),
                    score: score)
            }
            return nil
        } catch { throw Self.trouble(error) }
    }

    /// What each conversation is worth so far.
    func grades(in shift: Shift) -> [ConversationID: Int] {
        guard let premises = try? premises(of: shift.card) else { return [:] }
        return premises.report(on: shift.records, of: shift.card).totals
    }

    /// Files to race against, the best first; of equal ones the newest, as the shelf has them.
    private func rivals(of card: ShiftCard) throws -> [(path: String, score: Int)] {
        let found = try shelf.shifts().compactMap { shift -> (path: String, score: Int)? in
            guard case .finished(let bytes) = shift.state, let header = shift.header,
                let other = try? StoredShift.card(of: header, path: shift.path),
                other.isSameRun(as: card),
                let summary = try? EntryCoding().decode(ShiftSummary.self, from: bytes)
            else { return nil }
            return (shift.path, summary.score)
        }
        return found.enumerated().sorted {
            ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
        }.map(\.element)
    }
}

extension ShiftCard {
    /// The same customers with the same words, so that one run can be held against the other.
    fileprivate func isSameRun(as other: ShiftCard) -> Bool {
        id != other.id && pack == other.pack && packHash == other.packHash && seed == other.seed
            && tongue == other.tongue && scenarios == other.scenarios && crowd == other.crowd
    }
}

extension ShiftReport {
    fileprivate var totals: [ConversationID: Int] {
        Dictionary(conversations.map { ($0.conversation, $0.total) }) { first, _ in first }
    }
}
