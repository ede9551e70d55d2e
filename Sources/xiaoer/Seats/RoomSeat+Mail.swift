import Console
import Engine
import Foundation
import Shifts
import Storage

/// The mailbox as the one who decides sees it.
extension RoomSeat: RoomMail {
    func waiting() throws(StoreFailure) -> [Letter] {
        do {
            return try file.waiting().compactMap { row in
                guard let chair = Chair(rawValue: row.chair) else {
                    // From a chair that no room has: nobody waits for the answer.
                    try file.answer(
                        row.chair, row.number,
                        with: try coding.encode(LetterAnswer.done(entry: nil)))
                    return nil
                }
                return Letter(
                    chair: chair, number: row.number, round: row.round, isGenuine: row.isGenuine,
                    wish: row.body.flatMap {
                        try? coding.decode(Letter.Wish.self, from: $0)
                    })
            }
        } catch { throw StoreFailure(DeskProgram.trouble(error).sentence) }
    }

    func answer(_ letter: Letter, _ answer: LetterAnswer) throws(StoreFailure) {
        do {
            try file.answer(
                letter.chair.rawValue, letter.number, with: try coding.encode(answer))
        } catch { throw StoreFailure(DeskProgram.trouble(error).sentence) }
    }

    func currentRound() throws(StoreFailure) -> Int {
        do { return try file.round() } catch {
            throw StoreFailure(DeskProgram.trouble(error).sentence)
        }
    }

    func begin(round: Int, answering letter: Letter) throws(StoreFailure) {
        do {
            try file.begin(
                round: round, answering: letter.chair.rawValue, letter.number,
                with: try coding.encode(LetterAnswer.done(entry: nil)))
        } catch { throw StoreFailure(DeskProgram.trouble(error).sentence) }
    }
}
