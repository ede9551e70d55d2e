import Engine
import Foundation
import Grading
import Scenarios
import Shifts
import Simulation
import Storage

/// A shift read from its file without changing it.
struct StoredShift {
    let card: ShiftCard
    let entries: [Entry]

    init(path: String) throws {
        do {
            let journal = try Journal.open(path, mode: .watcher)
            card = try Self.card(of: journal.header, path: path)
            entries = try JournalStore.entries(of: journal)
        } catch let fault as StorageFault {
            throw Failure(code: fault.exitCode, sentence: fault.words)
        }
    }

    static func card(of header: ShiftHeader, path: String) throws(StorageFault) -> ShiftCard {
        do {
            return try EntryCoding().decode(ShiftCard.self, from: Data(header.options))
        } catch {
            throw .damaged(path: path, detail: .header)
        }
    }

    /// What happened, event by event.
    var records: [Recorded] {
        var records: [Recorded] = []
        for entry in entries {
            for event in entry.events {
                records.append(
                    Recorded(
                        sequence: records.count + 1, at: entry.at, actor: entry.actor,
                        event: event))
            }
        }
        return records
    }

    /// The debrief. Needs the pack for its rubrics; where the pack has been edited since, the
    /// shift is judged by what the pack says now, and that is said.
    func report(_ library: Library) throws -> ShiftReport {
        var premises = try library.premises(card.pack).seeded(card.seed)
        if card.crowd > 0 { premises = premises.crowd(card.crowd, seed: card.seed) }
        if premises.pack.contentHash != card.packHash {
            complain(
                say(
                    "提示：教学包在这一班之后改过，评分按现在的写法。",
                    "Note: the pack was edited after this shift; the score follows its present text."
                ))
        }
        return premises.report(on: records, of: card)
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
