import Engine
import Foundation
import Replaying
import Shifts
import Storage

/// Keeps a shift's entries in its journal file.
final class JournalStore: EntryStore, LetterStore {
    // A class: the shift stores in it and the session closes it.
    let journal: Journal
    /// What is half written, by the name its draft is kept under. A draft that goes out as it
    /// stands leaves the file together with the entry that sent it: after a crash it is either
    /// unsent or sent, never both.
    var drafts: [String: String] = [:]
    /// In a room: whose letter the next entry of a person is.
    var carrying: (chair: Chair, number: Int)?

    private let coding = EntryCoding()

    init(_ journal: Journal) { self.journal = journal }

    func append(_ entries: [Entry]) throws(StoreFailure) {
        let lines: [JournalEntry]
        do { lines = try entries.map(line(of:)) } catch {
            throw StoreFailure(
                Bilingual(
                    zh: "这一步写不成日志：\(error)。没有执行，可以换个写法再试。",
                    en: "This step cannot be written down: \(error). It was not done; try again."))
        }
        var notes: [(key: String, bytes: [UInt8])] = []
        if let (chair, number) = carrying, let entry = entries.first(where: \.isExternal) {
            let mark = LetterMark(number: number, entry: entry.sequence)
            // Two whole numbers are always written.
            if let bytes = try? coding.encode(mark) {
                notes.append((Self.markName(chair), Array(bytes)))
            }
        }
        do {
            try journal.append(lines, sentDrafts: entries.compactMap(sentDraft), notes: notes)
        } catch {
            IncidentLog.ofUser?.note(error.words, in: .journals)
            throw StoreFailure(error.words)
        }
        if !notes.isEmpty { carrying = nil }
    }

    func lastMark(of chair: Chair) throws(StoreFailure) -> LetterMark? {
        do {
            guard let bytes = try journal.note(Self.markName(chair)) else { return nil }
            return try coding.decode(LetterMark.self, from: bytes)
        } catch let fault as StorageFault {
            throw StoreFailure(fault.words)
        } catch {
            throw StoreFailure(
                StorageFault.damaged(path: journal.path, detail: .kept).words)
        }
    }

    private static func markName(_ chair: Chair) -> String { "letter/\(chair.rawValue)" }

    /// An entry as the journal keeps it.
    func line(of entry: Entry) throws -> JournalEntry { try JournalEntry(entry) }

    private func sentDraft(of entry: Entry) -> String? {
        let (name, text): (String, String)
        switch entry.command {
        case .reply(let id, let words): (name, text) = (Self.draftName(id, isNote: false), words)
        case .note(let id, let words): (name, text) = (Self.draftName(id, isNote: true), words)
        case _: return nil
        }
        guard entry.isExternal, drafts[name] == text else { return nil }
        return name
    }

    static func draftName(_ conversation: ConversationID, isNote: Bool) -> String {
        isNote ? conversation.rawValue + "/note" : conversation.rawValue
    }

    /// What the journal holds after an entry, oldest first.
    static func entries(of journal: Journal, after sequence: Int = 0) throws -> [Entry] {
        var entries: [Entry] = []
        try journal.forEachEntry(after: sequence) { entries.append(try $0.entry()) }
        return entries
    }
}

extension StorageFault {
    /// In both languages at once.
    var words: Bilingual {
        Bilingual(zh: sentence(in: .chinese), en: sentence(in: .english))
    }
}
