import Console
import Engine
import Foundation
import Macros
import Shifts
import Storage

/// The desk's wishes: keep, copy, ring, suspend, quit.
extension DeskProgram: DeskHost {
    func saveDraft(_ draft: Console.Draft, for slot: DraftSlot) throws(StorageTrouble) {
        guard let store else { return }
        let name = JournalStore.draftName(slot.conversation, isNote: slot.isNote)
        do {
            let bytes = draft.text.isEmpty ? [] : Array(try EntryCoding().encode(draft))
            try store.journal.saveDraft(conversation: name, bytes: bytes)
            store.drafts[name] = draft.text
        } catch { throw Self.trouble(error) }
    }

    func loadDrafts() -> [DraftSlot: Console.Draft] {
        guard let store, let kept = try? store.journal.drafts() else { return [:] }
        var drafts: [DraftSlot: Console.Draft] = [:]
        for item in kept {
            guard
                let draft = try? EntryCoding().decode(
                    Console.Draft.self, from: Data(item.bytes))
            else { continue }
            let isNote = item.conversation.hasSuffix("/note")
            let id = isNote ? String(item.conversation.dropLast(5)) : item.conversation
            drafts[DraftSlot(ConversationID(id), isNote: isNote)] = draft
            store.drafts[item.conversation] = draft.text
        }
        return drafts
    }

    func saveClock(_ clock: DeskClock, at instant: Instant) throws(StorageTrouble) {
        guard let store else { return }
        do {
            try store.journal.saveClock(
                ClockReading(at: instant, speed: clock.speed, isPaused: clock.isPaused))
        } catch { throw Self.trouble(error) }
    }

    func saveSettings(_ chosen: DeskSettings) throws(StorageTrouble) {
        settings.language = chosen.tongue
        settings.theme = chosen.theme
        settings.sendCountdown = chosen.sendCountdown
        settings.enterBreaksLine = chosen.enterBreaksLine
        settings.coaches = chosen.coaches
        settings.ringsForNewCustomers = chosen.ringsForNewCustomers
        do { try settings.save(to: folders.settingsFile) } catch { throw Self.trouble(error) }
    }

    func saveMacro(_ macro: Macro) throws(StorageTrouble) -> String {
        try write(macro.yaml, to: ownReplies + "/macro-\(macro.name).yaml")
    }

    func macroText(_ macro: Macro) -> String { lines(of: macro)?.own ?? macro.yaml }

    func saveMacro(
        _ macro: Macro, text: String, over old: Macro
    ) throws(StorageTrouble) -> String {
        guard let source = old.source, source.file.hasPrefix(ownReplies + "/") else {
            return try write(text, to: ownReplies + "/macro-\(macro.name).yaml")
        }
        guard let whole = lines(of: old)?.file(with: text) else {
            throw StorageTrouble(
                Bilingual(
                    zh: "\(source.file):\(source.line) 的写法不能在这里改，请用编辑器改那个文件。",
                    en: "\(source.file):\(source.line) is written in a way that cannot be changed "
                        + "here; change the file in an editor."))
        }
        return try write(whole, to: source.file)
    }

    private var ownReplies: String { folders.config + "/replies" }

    private func lines(of macro: Macro) -> MacroText? {
        guard let source = macro.source,
            let data = FileManager.default.contents(atPath: source.file)
        else { return nil }
        return MacroText(String(decoding: data, as: UTF8.self), line: source.line)
    }

    /// Writes a file of the person's replies whole; a link stays a link.
    private func write(_ text: String, to path: String) throws(StorageTrouble) -> String {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        do {
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: target, options: .atomic)
        } catch {
            throw StorageTrouble(
                Bilingual(zh: "写不进 \(path)：\(error)", en: "Cannot write \(path): \(error)"))
        }
        snippets.follow()
        return path
    }

    func copy(_ text: String) { wishes.copies.append(text) }
    func bell() { wishes.bells += 1 }
    func suspend() { wishes.suspend = true }
    func quit() { wishes.quit = true }

    /// A whole copy of the shift in the home folder, where the data folder cannot be written.
    func exportShift() throws(StorageTrouble) -> String {
        guard let store, let shift else {
            throw StorageTrouble(
                Bilingual(zh: "现在没有班次可以导出。", en: "There is no shift to export."))
        }
        do {
            let path = try freePath("xiaoer-\(shift.card.id)", "shift")
            try store.journal.export(
                to: path, unsaved: shift.entriesNotStored.map(store.line(of:)),
                drafts: unkeptDrafts(store))
            return path
        } catch { throw Self.trouble(error) }
    }

    private func unkeptDrafts(_ store: JournalStore) throws -> [Storage.Draft] {
        try store.drafts.sorted { $0.key < $1.key }.map { name, text in
            Storage.Draft(
                conversation: name,
                bytes: Array(
                    try EntryCoding().encode(Console.Draft(text: text, caret: text.count))))
        }
    }

    /// A name that is not taken, in the home folder or, where that is no good, the temporary one.
    func freePath(_ name: String, _ ending: String) throws -> String {
        let home = ProcessInfo.processInfo.environment["HOME"] ?? "/"
        let folder =
            FileManager.default.isWritableFile(atPath: home) ? home : NSTemporaryDirectory()
        var path = "\(folder)/\(name).\(ending)"
        var number = 1
        while FileManager.default.fileExists(atPath: path) {
            number += 1
            path = "\(folder)/\(name)-\(number).\(ending)"
        }
        return path
    }
}
