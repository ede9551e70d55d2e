import Engine
import Foundation
import Shifts
import Storage

/// Keeps a shift's entries in its journal file.
final class JournalStore: EntryStore {
    // A class: the shift stores in it and the session closes it.
    let journal: Journal
    private let coding = EntryCoding()
    /// What is half written, by the name its draft is kept under. A draft that goes out as it
    /// stands leaves the file together with the entry that sent it: after a crash it is either
    /// unsent or sent, never both.
    var drafts: [String: String] = [:]

    init(_ journal: Journal) { self.journal = journal }

    func append(_ entries: [Entry]) throws(StoreFailure) {
        let lines: [JournalEntry]
        do { lines = try entries.map(line(of:)) } catch {
            throw StoreFailure(
                Bilingual(
                    zh: "这一步写不成日志：\(error)。没有执行，可以换个写法再试。",
                    en: "This step cannot be written down: \(error). It was not done; try again."))
        }
        do { try journal.append(lines, sentDrafts: entries.compactMap(sentDraft)) } catch {
            throw StoreFailure(error.words)
        }
    }

    /// An entry as the journal keeps it.
    func line(of entry: Entry) throws -> JournalEntry {
        JournalEntry(
            sequence: entry.sequence, at: entry.at, actor: entry.actor.code,
            isExternal: entry.isExternal, command: Array(try coding.encode(entry.command)),
            events: Array(try coding.encode(entry.events)))
    }

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
        let coding = EntryCoding()
        var entries: [Entry] = []
        try journal.forEachEntry(after: sequence) { line in
            guard let actor = Actor(code: line.actor) else {
                throw StorageFault.damaged(path: journal.path, detail: .entry(line.sequence))
            }
            entries.append(
                Entry(
                    sequence: line.sequence, at: line.at, actor: actor,
                    isExternal: line.isExternal,
                    command: try coding.decode(Command.self, from: Data(line.command)),
                    events: try coding.decode([Event].self, from: Data(line.events))))
        }
        return entries
    }
}

extension StorageFault {
    /// In both languages at once.
    var words: Bilingual {
        Bilingual(zh: sentence(in: .chinese), en: sentence(in: .english))
    }
}
