import Engine
import Grading
import Shifts
import Storage

/// Reads what a round was worth from its journal.
struct RoundJudge {
    let file: RoomFile
    let premises: Premises

    init(_ file: RoomFile, _ premises: Premises) {
        self.file = file
        self.premises = premises
    }

    func score(of round: Int) throws -> RoundScore {
        let stored = try StoredShift(path: file.shiftPath(round: round))
        let records = stored.records
        let report = premises.report(on: records, of: stored.card)
        let customer = stored.card.seating?.customer
        let isOver = records.contains { $0.event == .shiftEnded }
        let agent = report.conversations.first { $0.customer == customer }
        return RoundScore(
            round: round, agent: agent,
            buyer: agent == nil ? nil : premises.buyerScore(on: records, of: stored.card),
            isOver: isOver)
    }
}
