import Console
import Engine
import Foundation
import Grading
import Shifts
import Storage
import Typing

/// What the drill and the count of keys ask: sentences, the book of rounds, counts beside a shift.
extension DeskProgram {
    private var drillFolder: DrillFolder { DrillFolder(data: library.data, folders: folders) }

    func drills() -> DrillShelf { drillFolder.shelf(seed: seed) }

    func keepDrill(_ line: DrillLine) throws(StorageTrouble) {
        do { try drillFolder.book.append(line.json) } catch { throw Self.trouble(error) }
    }

    func saveTyping(_ tallies: [ConversationID: KeyTally]) throws(StorageTrouble) {
        guard let journal = store?.journal else { return }
        do {
            for (id, tally) in tallies.sorted(by: { $0.key < $1.key }) {
                try journal.saveNote(
                    KeptTyping.name(of: id), try EntryCoding().encode(tally))
            }
        } catch { throw Self.trouble(error) }
    }

    func loadTyping() -> [ConversationID: KeyTally] {
        // A shift is opened only after all that is kept with it has been checked.
        store.flatMap { try? KeptTyping.tallies(in: $0.journal) } ?? [:]
    }

    /// Puts what was typed beside the grades.
    func add(_ tallies: [ConversationID: KeyTally], to report: inout ShiftReport) {
        report.add(tallies, goals: DrillFolder.goals(in: library.data.drills))
    }

    /// A shift that ends for the first time goes into the book of rounds, beside the drills.
    func noteTyping(of report: ShiftReport, in card: ShiftCard) {
        guard let typing = report.typing, card.crowd == 0 else { return }
        let line = DrillLine.ShiftLine(
            id: card.id, title: card.title,
            at: Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)), typing: typing)
        // The figures stay with the shift in any case; this is their copy for the progress page.
        try? drillFolder.book.append(DrillLine.shift(line).json)
    }
}

/// Counts of keys as notes beside a shift's clock, one a conversation.
enum KeptTyping {
    private static let prefix = "typing/"

    static func name(of id: ConversationID) -> String { prefix + id.rawValue }

    static func tallies(in journal: Journal) throws -> [ConversationID: KeyTally] {
        var tallies: [ConversationID: KeyTally] = [:]
        for note in try journal.notes(startingWith: prefix) {
            let id = ConversationID(String(note.key.dropFirst(prefix.count)))
            do {
                tallies[id] = try EntryCoding().decode(KeyTally.self, from: note.value)
            } catch {
                throw StorageFault.damaged(path: journal.path, detail: .kept)
            }
        }
        return tallies
    }
}
