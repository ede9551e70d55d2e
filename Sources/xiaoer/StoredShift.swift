import Engine
import Foundation
import Grading
import Replaying
import Scenarios
import Shifts
import Simulation
import Storage
import Typing

/// A shift read from its file without changing it.
struct StoredShift {
    let card: ShiftCard
    let entries: [Entry]
    /// What was pressed and typed, kept beside the journal.
    let typing: [ConversationID: KeyTally]

    init(path: String) throws {
        do {
            let journal = try Journal.read(path)
            card = try Self.card(of: journal.header, path: path)
            entries = try JournalStore.entries(of: journal)
            typing = try KeptTyping.tallies(in: journal)
        } catch let fault as StorageFault {
            throw Failure(code: fault.exitCode, sentence: fault.words)
        } catch let fault as LineFault {
            throw Failure(code: 65, sentence: fault.words)
        }
    }

    static func card(of header: ShiftHeader, path: String) throws(StorageFault) -> ShiftCard {
        let card: ShiftCard
        do { card = try EntryCoding().decode(ShiftCard.self, from: header.options) } catch {
            throw .damaged(path: path, detail: .header)
        }
        // Both name files that are written beside it; and no shop holds more than this.
        guard card.id == header.id, (0...1_000_000).contains(card.crowd) else {
            throw .damaged(path: path, detail: .header)
        }
        return card
    }

    /// What happened, event by event.
    var records: [Recorded] { entries.records }

    /// The debrief. Needs the pack for its rubrics; where the pack has been edited since, the
    /// shift is judged by what the pack says now, and that is said.
    func report(_ library: Library) throws -> ShiftReport {
        let premises = try library.premises(of: card)
        if premises.pack.contentHash != card.packHash {
            complain(
                say(
                    "提示：教学包在这一班之后改过，评分按现在的写法。",
                    "Note: the pack was edited after this shift; the score follows its present text."
                ))
        }
        var report = premises.report(on: records, of: card)
        report.add(typing, goals: DrillFolder.goals(in: library.data.drills))
        return report
    }
}

extension StorageFault {
    var exitCode: Int32 {
        switch self {
        case .missing: 66
        case .damaged, .newerFormat: 65
        case .cannotCreate, .noHome: 73
        case .diskFull, .readOnly, .busy, .io: 74
        }
    }
}

extension [Entry] {
    /// What happened in them, numbered from the first.
    var records: [Recorded] {
        var records: [Recorded] = []
        for entry in self {
            for event in entry.events {
                records.append(
                    Recorded(
                        sequence: records.count + 1, at: entry.at, actor: entry.actor,
                        event: event))
            }
        }
        return records
    }
}
