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
        if seat.role == .agent { furnish(desk, program) }
        program.keep(seat.premises, of: seat.shift.card)
        sit(desk, program, seat)
        for problem in problems.prefix(1) { desk.tell(problem.words) }
        serve(desk, program, seat, display)
    }

    /// What only an agent needs.
    private func furnish(_ desk: Desk, _ program: DeskProgram) {
        desk.repliesFor = program.snippets.choices
        desk.replyWasUsed = program.snippets.wasUsed
        desk.refill = program.snippets.refill
        desk.macroLibrary = program.snippets.macros
        desk.voiceFor = program.voice
        desk.coachFor = program.coach
    }

    private func sit(_ desk: Desk, _ program: DeskProgram, _ seat: RoomSeat) {
        if seat.role == .agent { furnish(desk, program) }
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
        var clock = ContinuousClock.now
        while !desk.hasQuit {
            if let told = program.snippets.news() { desk.tell(told) }
            display.present(desk.draw())
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
            if seat.hasNewRound { turn(desk, program, seat) }
            grant(program, &display, desk)
        }
    }

    private func turn(_ desk: Desk, _ program: DeskProgram, _ seat: RoomSeat) {
        do {
            try seat.enterRound()
            sit(desk, program, seat)
        } catch { desk.tell(DeskProgram.trouble(error).sentence) }
    }

    private func grant(_ program: DeskProgram, _ display: inout NcursesDisplay, _ desk: Desk) {
        let wishes = program.wishes
        program.wishes = DeskProgram.Wishes()
        for text in wishes.copies { display.copy(text) }
        for _ in 0..<wishes.bells { display.bell() }
        if wishes.suspend { display.suspend() }
        if let words = wishes.words { desk.words = words }
    }
}
