import Console
import Engine
import Foundation
import Macros
import Replies
import Shifts
import Storage

/// The desk's wishes: keep, copy, ring, suspend, quit.
extension DeskProgram: DeskHost {
    func saveDraft(_ draft: Console.Draft, for slot: DraftSlot) throws(StorageTrouble) {
        guard let store else { return }
        let name = JournalStore.draftName(slot.conversation, isNote: slot.isNote)
        do {
            let bytes = draft.text.isEmpty ? [] : try EntryCoding().encode(draft)
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
                    Console.Draft.self, from: item.bytes)
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
        try keepAlone(macro, macro.yaml)
    }

    func openMacro(_ macro: Macro) -> MacroPage {
        guard let source = macro.source,
            let text = try? FileText.read(source.file),
            let lines = MacroText(text, line: source.line),
            MacroLibrary(yaml: lines.own, named: source.file).named(macro.name) != nil
        else { return MacroPage(text: macro.yaml) }
        let isOwn = source.file.hasPrefix(ownReplies + "/")
        return MacroPage(text: lines.own, place: isOwn ? (source.file, lines) : nil)
    }

    func saveMacro(
        _ macro: Macro, text: String, on page: MacroPage
    ) throws(StorageTrouble) -> String {
        guard let (file, lines) = page.place else { return try keepAlone(macro, text) }
        guard (try? FileText.read(file)) == lines.source else {
            throw StorageTrouble(
                Bilingual(
                    zh: "\(file) 这期间在别处改过；Esc 退出，再打开改。",
                    en: "\(file) was changed elsewhere meanwhile; leave with Esc and open it again."
                ))
        }
        guard let whole = lines.file(with: text) else {
            throw StorageTrouble(
                Bilingual(
                    zh: "开头要有 macros: 和 - name: …，缩进要对齐。",
                    en: "It begins with macros: and - name: …, everything set in under it."))
        }
        return try write(whole, to: file)
    }

    private var ownReplies: String { folders.config + "/replies" }

    /// Writes a macro into a file of its own; one that holds anything else stays as it is.
    private func keepAlone(_ macro: Macro, _ text: String) throws(StorageTrouble) -> String {
        let path = ownReplies + "/macro-\(macro.name).yaml"
        if let there = try? FileText.read(path) {
            let library = MacroLibrary(yaml: there, named: path)
            let isThisOne = library.problems.isEmpty && library.macros.map(\.name) == [macro.name]
            guard isThisOne, !there.contains("matches:"), !there.contains("#") else {
                throw StorageTrouble(
                    Bilingual(
                        zh: "\(path) 里还有别的内容，没有动它；换个名字，或先看看那个文件。",
                        en: "\(path) holds something else and was left alone; take another name, "
                            + "or look at that file first."))
            }
        }
        return try write(text, to: path)
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
