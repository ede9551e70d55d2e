import Console
import Engine
import Foundation
import Scenarios
import Shifts
import Storage
import Terminal

/// The loop under a desk at a seat: like the desk's own, with the room beside it.
struct SeatLoop {
    let library: Library
    let folders: Folders
    let tongue: Tongue?
    let theme: String?

    func run(_ seat: RoomSeat) throws {
        var settings = (try? Settings(file: folders.settingsFile)) ?? Settings()
        if let tongue { settings.language = tongue }
        var themes = ThemeShelf(folders: [library.data.themes, folders.themes])
        var problems = themes.wear(
            theme
                ?? ThemeShelf.wanted(
                    settings.theme, environment: ProcessInfo.processInfo.environment))
        let keymaps = KeymapShelf(
            folders: [library.data.keymaps, folders.keymaps], file: folders.keysFile)
        problems += keymaps.problems
        let program = DeskProgram(
            library: library, folders: folders, shifts: folders.shifts, settings: settings,
            seed: nil)
        let display: NcursesDisplay
        do { display = try NcursesDisplay(monochrome: themes.theme.name == "mono") } catch {
            throw Failure(
                code: 74,
                sentence: Bilingual(
                    zh: "打不开终端：\(error)", en: "The terminal cannot be opened: \(error)"))
        }
        let desk = Desk(
            host: SeatDesk(program, seat),
            pages: DeskPages(
                start: { _ -> any Page in RoundPage() }, debrief: { _ in RoundPage() }),
            settings: DeskSettings(
                settings, tongue: settings.language ?? seat.file.header.tongue),
            themes: themes, keymaps: keymaps, size: display.size, profile: display.profile)
        program.keep(seat.premises, of: seat.shift.card)
        sit(desk, program, seat)
        for problem in problems.prefix(1) { desk.tell(problem.words) }
        serve(desk, program, seat, display)
    }

    private func sit(_ desk: Desk, _ program: DeskProgram, _ seat: RoomSeat) {
        if seat.role == .agent { program.furnish(desk) }
        program.hold(seat.shift, nil)
        desk.sit(
            at: seat,
            with: WatchedShift(
                shift: seat.shift, holder: UnfinishedShift.Holder(process: nil),
                newEntries: seat.news))
    }

    private func serve(
        _ desk: Desk, _ program: DeskProgram, _ seat: RoomSeat,
        _ display: consuming NcursesDisplay
    ) {
        // Every writing in the room's folder wakes the loop: letters, answers, entries.
        let news = FolderWatch([seat.file.folder], alsoUnclosed: true)
        if let news { display.watch(news.descriptor) }
        let files = FolderWatch([
            library.data.themes, folders.themes, library.data.keymaps, folders.keymaps,
            folders.config,
        ])
        if let files { display.watch(files.descriptor) }
        var clock = ContinuousClock.now
        while !desk.hasQuit {
            program.tellProblems(on: desk)
            display.present(desk.draw())
            if seat.role == .agent { program.putUnderKeys(on: desk) }
            let wake = min(desk.nextWake ?? 500, seat.nextWake)
            let inputs = display.wait(timeoutMilliseconds: wake)
            let now = ContinuousClock.now
            let elapsed = Int((now - clock) / .milliseconds(1))
            clock += .milliseconds(elapsed)
            // Before looking: what is written from here on wakes the loop once more.
            _ = news?.hasNews()
            seat.step(elapsed)
            desk.elapse(milliseconds: max(1, elapsed))
            desk.handle(inputs)
            if files?.hasNews() == true {
                desk.refreshTheme()
                desk.refreshKeys()
            }
            if seat.hasNewRound { turn(desk, program, seat) }
            program.grant(&display, desk)
        }
    }

    private func turn(_ desk: Desk, _ program: DeskProgram, _ seat: RoomSeat) {
        do {
            try seat.enterRound()
            sit(desk, program, seat)
        } catch { desk.tell(DeskProgram.trouble(error).sentence) }
    }
}
