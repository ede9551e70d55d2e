import Console
import Engine
import Foundation
import Shifts
import Storage

extension RoomSeat: Relay {
    func carry(_ command: Command, for shift: Shift) throws(ShiftFault) -> [Recorded] {
        let answer: LetterAnswer
        do { answer = try ask(.act(command)) } catch {
            let words = DeskProgram.trouble(error).sentence
            trouble = words
            throw .notStored(StoreFailure(words))
        }
        switch answer {
        case .done: return shift.follow(news())
        case .refused(let refusal):
            // The text is still in the box it was typed in: it must not be gone from the disk.
            try? keepAgain(.act(command))
            throw .refused(refusal)
        case .declined(let words):
            try? keepAgain(.act(command))
            trouble = words
            throw .notStored(StoreFailure(words))
        }
    }
}

extension RoomSeat: SeatHost {
    var room: String { file.header.name }
    var role: SeatRole { chair?.role(in: round) ?? .watch }
    var customer: CustomerID { shift.card.seating?.customer ?? "" }

    var card: RoleCard? {
        switch role {
        case .agent, .watch: nil
        case .buyer, .leader:
            premises.roleCard(of: file.header.scenario, in: file.header.tongue)
        }
    }

    var missing: [SeatRole] {
        let leading = shift.shop.leading
        return [(SeatRole.agent, Seat.agent), (.buyer, .buyer(customer))].compactMap {
            role, seat in
            let isThere = role.chair(in: round).map { present.contains($0) } ?? false
            return isThere || leading.taken.contains(seat) ? nil : role
        }
    }

    func swap() throws(StorageTrouble) {
        let answer: LetterAnswer
        do { answer = try ask(.swap) } catch { throw DeskProgram.trouble(error) }
        switch answer {
        case .done: break
        case .refused(let refusal):
            throw StorageTrouble(
                Bilingual(
                    zh: refusal.sentence(in: .chinese), en: refusal.sentence(in: .english)))
        case .declined(let words): throw StorageTrouble(words)
        }
    }

    func keep(_ draft: Console.Draft) throws(StorageTrouble) {
        try save(draft, named: seatDraftName)
    }

    func save(_ draft: Console.Draft, named name: String) throws(StorageTrouble) {
        guard let chair else { return }
        do {
            try file.saveDraft(
                name, of: chair.rawValue,
                bytes: draft.text.isEmpty ? [] : try coding.encode(draft))
        } catch { throw DeskProgram.trouble(error) }
    }

    func drafts() -> [String: Console.Draft] {
        guard let chair, let kept = try? file.drafts(of: chair.rawValue) else { return [:] }
        return kept.reduce(into: [:]) { drafts, item in
            drafts[item.conversation] = try? coding.decode(
                Console.Draft.self, from: item.bytes)
        }
    }

    func keptDraft() -> Console.Draft { drafts()[seatDraftName] ?? Console.Draft() }

    func scores() -> [RoundScore] {
        (1...max(1, round)).compactMap { number in
            if let known = judged[number] { return known }
            // While it runs, it is judged anew when something has happened in it.
            if let running, running.round == number, running.entries == shift.entryCount {
                return running.score
            }
            guard let score = try? RoundJudge(file, premises).score(of: number) else {
                return nil
            }
            if score.isOver {
                judged[number] = score
            } else if number == round {
                running = (number, shift.entryCount, score)
            }
            return score
        }
    }
}
