import Console
import Engine
import Foundation
import Grading
import Scenarios
import Shifts
import Simulation
import Storage

/// What the pages ask: which shifts there are, to begin, to go on, to look back.
extension DeskProgram: PageHost {
    /// Whoever was asked for the language, or has a shift on the shelf however it was opened; told
    /// without opening a file, for the first picture.
    var isNoNewcomer: Bool {
        if settings.firstStartDone { return true }
        // No folder, no shifts.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: shifts)) ?? []
        return names.contains { $0.hasSuffix(".shift") }
    }

    func startMenu() -> StartMenu {
        var menu = StartMenu(
            isFirstStart: !isNoNewcomer, packs: packChoices(),
            keysFile: folders.keysFile, themesFolder: folders.themes,
            offset: TimeZone.current.secondsFromGMT() / 60)
        let shelved: [ShelvedShift]
        do { shelved = try shelf.shifts() } catch {
            menu.damaged.append(DamagedShift(name: shifts, sentence: error.words))
            return menu
        }
        var best: [String: [String: Int]] = [:]
        for shift in shelved { file(shift, in: &menu, best: &best) }
        for pack in menu.packs.indices {
            let name = menu.packs[pack].name
            for scenario in menu.packs[pack].scenarios.indices {
                let id = menu.packs[pack].scenarios[scenario].id
                menu.packs[pack].scenarios[scenario].best = best[name]?[id]
            }
        }
        return menu
    }

    private func file(
        _ shift: ShelvedShift, in menu: inout StartMenu, best: inout [String: [String: Int]]
    ) {
        let begun = Instant(milliseconds: (shift.header?.createdAt ?? 0) * 1000)
        let card = shift.header.flatMap { try? StoredShift.card(of: $0, path: shift.path) }
        let title = card?.title ?? Bilingual(zh: shift.id, en: shift.id)
        let branch = shift.header?.parent.map { parent in
            BranchMark(of: parent.id, clock: CivilTime(parent.at).clock)
        }
        switch shift.state {
        case .unfinished(let clock):
            let served = (clock?.at).flatMap { at in card.map { at - $0.startsAt } } ?? .zero
            // Looked at and left at once, before anything happened: not worth going on with.
            if shift.entries == 0 && served < .seconds(5) && branch == nil { return }
            menu.unfinished.append(
                UnfinishedShift(
                    id: shift.id, title: title, begunAt: begun, served: served,
                    planned: card.flatMap { card in card.endsAt.map { $0 - card.startsAt } },
                    branch: branch))
        case .inUse(let process):
            if store?.journal.header.id == shift.id { return }
            menu.unfinished.append(
                UnfinishedShift(
                    id: shift.id, title: title, begunAt: begun, served: .zero,
                    holder: UnfinishedShift.Holder(process: process), branch: branch))
        case .finished(let bytes):
            let summary = try? EntryCoding().decode(ShiftSummary.self, from: bytes)
            menu.finished.append(
                FinishedShift(
                    id: shift.id, title: title, begunAt: begun,
                    lasted: summary?.lasted ?? .zero,
                    conversations: summary?.conversations ?? 0, score: summary?.score,
                    branch: branch))
            // Whoever takes over has seen what comes: that is no best grade.
            guard let card, let summary, branch == nil else { return }
            best[card.pack, default: [:]].merge(summary.grades, uniquingKeysWith: max)
        case .unreadable(let fault):
            menu.damaged.append(DamagedShift(name: shift.id, sentence: fault.words))
        }
    }

    /// Packs that can be read; a broken one is for `xiaoer check` to explain.
    private func packChoices() -> [PackChoice] {
        let heads = library.data.packNames.compactMap { name in
            PackHead(folder: library.data.packs + "/" + name).map { (name, $0) }
        }
        return heads.sorted { ($0.1.place, $0.0) < ($1.1.place, $1.0) }.map { name, head in
            PackChoice(
                name: name, title: head.title, minutes: head.minutes,
                scenarios: head.scenarios.map {
                    ScenarioChoice(
                        id: $0.id, level: $0.level, title: $0.title, goal: $0.goal,
                        stage: $0.stage)
                }, customers: head.customers, isGuide: name == "first-steps")
        }
    }

    func firstStartIsDone() {
        settings.firstStartDone = true
        // The wish to be asked again is no reason to keep a person from the desk.
        try? settings.save(to: folders.settingsFile)
    }

    func begin(_ choice: ShiftChoice) throws(StorageTrouble) -> OpenedShift {
        do {
            return try begin(
                ShiftOpening(
                    try premises(choice.pack), tongue: settings.language ?? Speech.tongue,
                    seed: seed, scenarios: choice.scenarios,
                    trainee: trainee ?? settings.trainee))
        } catch { throw Self.trouble(error) }
    }

    func begin(_ opening: ShiftOpening) throws -> OpenedShift {
        let store = JournalStore(try Journal.create(in: shifts, header: try opening.header))
        let shift = opening.premises.open(opening.card, store: store)
        keep(opening.premises, of: opening.card)
        hold(shift, store)
        return OpenedShift(shift: shift)
    }

    func resume(_ id: String) throws(StorageTrouble) -> OpenedShift {
        do {
            let journal = try Journal.open(shelf.path(of: id), mode: .writer)
            let store = JournalStore(journal)
            let card = try StoredShift.card(of: journal.header, path: journal.path)
            let clock = try journal.clock()
            let shift = try premises(of: card).goOn(
                card, with: try JournalStore.entries(of: journal), until: clock?.at, store: store)
            hold(shift, store)
            if let contest = card.contest {
                try catchUp(shift, contest, begunAt: journal.header.createdAt)
                return OpenedShift(shift: shift, clock: DeskClock(speed: contest.clock))
            }
            return OpenedShift(
                shift: shift, clock: DeskClock(isPaused: true, speed: clock?.speed ?? 1))
        } catch { throw Self.trouble(error) }
    }

    /// The clock of a contest ran on while nobody sat at the desk: leaving it is no pause.
    private func catchUp(_ shift: Shift, _ terms: ContestTerms, begunAt: Int64) throws {
        // No contest lasts a month, whatever the file says.
        let since = min(Int64(Date().timeIntervalSince1970) - max(0, begunAt), 30 * 86_400)
        let due = shift.card.startsAt + .seconds(Int(max(0, since)) * terms.clock)
        guard due > shift.now else { return }
        try shift.advance(to: due)
        if shift.isOver {
            let lasted = (shift.now - shift.card.startsAt).seconds
            ranOutAt = begunAt + Int64(lasted / max(1, terms.clock))
        }
    }

    func watch(_ id: String) throws(StorageTrouble) -> WatchedShift {
        do {
            let path = shelf.path(of: id)
            let journal = try Journal.open(path, mode: .watcher)
            let card = try StoredShift.card(of: journal.header, path: path)
            let premises = try premises(of: card)
            let shift = Shift(card: card, fixture: premises.pack.fixture(in: card.tongue))
            shift.follow(try JournalStore.entries(of: journal))
            hold(shift, nil)
            var process: Int?
            if case .inUse(let holder)? = try shelf.shifts().first(where: { $0.id == id })?.state {
                process = holder
            }
            return WatchedShift(
                shift: shift, holder: UnfinishedShift.Holder(process: process)
            ) {
                // A line that cannot be read yet is read at the next look.
                (try? JournalStore.entries(of: journal, after: shift.entryCount)) ?? []
            }
        } catch { throw Self.trouble(error) }
    }

    func debrief(of shift: Shift) -> Debrief {
        let card = shift.card
        guard let premises = try? premises(of: card) else {
            preconditionFailure("the pack \(card.pack) of the shift on the desk is gone")
        }
        var report = premises.report(on: shift.records, of: card)
        add(loadTyping(), to: &report)
        close(shift, with: report)
        return Debrief(
            id: card.id, pack: card.pack, title: card.title, trainee: card.trainee, report: report,
            records: shift.records, shop: shift.shop)
    }

    func openReport(_ id: String) throws(StorageTrouble) -> Debrief {
        do {
            let stored = try StoredShift(path: shelf.path(of: id))
            let premises = try premises(of: stored.card)
            var shop = Shop(premises.pack.fixture(in: stored.card.tongue))
            for record in stored.records { shop.apply(record) }
            var report = premises.report(on: stored.records, of: stored.card)
            add(stored.typing, to: &report)
            return Debrief(
                id: id, pack: stored.card.pack, title: stored.card.title,
                trainee: stored.card.trainee, report: report, records: stored.records, shop: shop)
        } catch { throw Self.trouble(error) }
    }

    func export(_ debrief: Debrief, as form: ReportForm) throws(StorageTrouble) -> String {
        let tongue = settings.language ?? Speech.tongue
        let text =
            switch form {
            case .html:
                debrief.report.html(
                    in: tongue,
                    of: .init(id: debrief.id, title: debrief.title, trainee: debrief.trainee))
            // With the mark by which a spreadsheet knows that it is UTF-8.
            case .csv: "\u{FEFF}" + debrief.report.csv(in: tongue)
            case .json: debrief.report.json
            }
        do {
            let path = try freePath("xiaoer-\(debrief.id)", form.rawValue)
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            return path
        } catch { throw Self.trouble(error) }
    }
}
