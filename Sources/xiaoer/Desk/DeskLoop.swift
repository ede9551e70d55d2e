import Console
import Engine
import Foundation
import Grading
import Scenarios
import Shifts
import Simulation
import Storage
import Terminal

/// The loop under the desk: wait, let time pass, take in everything that arrived, draw once.
struct DeskLoop {
    /// What the command line asked for.
    struct Opening {
        var pack: String?
        var scenarios: [String]
        var seed: UInt64?
        var tongue: Tongue?
        var theme: String?
        var atDesk: Bool
        var isPaused: Bool
        var crowd: Int?
    }

    let library: Library
    let wishes: Opening

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        let folders: Folders
        do { folders = try Folders(environment: environment) } catch {
            throw Failure(code: error.exitCode, sentence: error.words)
        }
        var settingsFault: StorageFault?
        var settings = Settings()
        do { settings = try Settings(file: folders.settingsFile) } catch {
            settingsFault = error
        }
        if let tongue = wishes.tongue { settings.language = tongue }
        var themes = ThemeShelf(folders: [library.data.themes, folders.themes])
        let chosen = wishes.theme ?? ThemeShelf.wanted(settings.theme, environment: environment)
        var problems = themes.wear(chosen)
        let keymaps = KeymapShelf(
            folders: [library.data.keymaps, folders.keymaps], file: folders.keysFile)
        problems += keymaps.problems
        let crowdFolder = wishes.crowd.map { _ in
            NSTemporaryDirectory() + "/xiaoer-crowd-\(getpid())"
        }
        defer {
            // Made by us a moment ago, for nobody else.
            if let crowdFolder { try? FileManager.default.removeItem(atPath: crowdFolder) }
        }
        let program = DeskProgram(
            library: library, folders: folders, shifts: crowdFolder ?? folders.shifts,
            settings: settings, seed: wishes.seed)
        let display: NcursesDisplay
        do { display = try NcursesDisplay(monochrome: themes.theme.name == "mono") } catch {
            throw Failure(
                code: 74,
                sentence: Bilingual(
                    zh: "打不开终端：\(error)", en: "The terminal cannot be opened: \(error)"))
        }
        let desk = Desk(
            host: program,
            pages: DeskPages(
                start: { _ -> any Page in
                    if program.isNoNewcomer { return StartPage(host: program) }
                    return LanguagePage(host: program)
                },
                debrief: { desk in
                    guard let shift = desk.shift else { return StartPage.opening(program) }
                    return DebriefPage(host: program, program.debrief(of: shift))
                }),
            settings: DeskSettings(settings, tongue: settings.language ?? Speech.tongue),
            themes: themes, keymaps: keymaps, size: display.size, profile: display.profile)
        desk.repliesFor = program.snippets.choices
        desk.replyWasUsed = program.snippets.wasUsed
        desk.replyNamed = program.snippets.choice
        desk.refill = program.snippets.refill
        desk.macroLibrary = program.snippets.macros
        desk.voiceFor = program.voice
        desk.coachFor = program.coach
        if wishes.atDesk { try openShift(on: desk, program) } else { desk.showStart() }
        if let settingsFault { desk.tell(settingsFault.words) }
        for problem in problems.prefix(1) { desk.tell(problem.words) }
        let watched = [
            library.data.themes, folders.themes, library.data.keymaps, folders.keymaps,
            folders.config,
        ]
        serve(desk, program, display, FolderWatch(watched))
    }

    private func openShift(on desk: Desk, _ program: DeskProgram) throws {
        var premises = try program.premises(wishes.pack ?? "first-shift")
        if let crowd = wishes.crowd { premises = premises.crowd(crowd, seed: 1) }
        let opening = try ShiftOpening(
            premises, tongue: wishes.tongue ?? program.settings.language ?? Speech.tongue,
            seed: wishes.seed, scenarios: wishes.scenarios)
        do {
            // A crowd is there to be measured and says no more than it has said.
            let opened = try program.begin(opening, hasPeople: wishes.crowd == nil)
            if let crowd = wishes.crowd { opened.shift.fill(with: crowd) }
            desk.open(opened.shift, clock: DeskClock(isPaused: wishes.isPaused))
        } catch let fault as StorageFault {
            throw Failure(code: fault.exitCode, sentence: fault.words)
        }
    }

    private func serve(
        _ desk: Desk, _ program: DeskProgram, _ display: consuming NcursesDisplay,
        _ files: FolderWatch?
    ) {
        if let files { display.watch(files.descriptor) }
        grant(program, &display, desk)
        var clock = ContinuousClock.now
        while !desk.hasQuit {
            if let news = program.snippets.news() { desk.tell(news) }
            display.present(desk.draw())
            // Behind the first picture: it does not wait for files to be read.
            if let library = program.snippets.libraryNews() { desk.take(library) }
            let inputs = display.wait(timeoutMilliseconds: desk.nextWake)
            let now = ContinuousClock.now
            let elapsed = Int((now - clock) / .milliseconds(1))
            // The remainder of a millisecond is carried on, or a quick typist would stop the clock.
            clock += .milliseconds(elapsed)
            desk.elapse(milliseconds: elapsed)
            desk.handle(inputs)
            if files?.hasNews() == true {
                desk.refreshTheme()
                desk.refreshKeys()
            }
            grant(program, &display, desk)
        }
    }

    /// Does what was wished of the terminal and of the desk.
    private func grant(_ program: DeskProgram, _ display: inout NcursesDisplay, _ desk: Desk) {
        let wishes = program.wishes
        program.wishes = DeskProgram.Wishes()
        for text in wishes.copies { display.copy(text) }
        for _ in 0..<wishes.bells { display.bell() }
        if wishes.suspend { display.suspend() }
        if let words = wishes.words { desk.words = words }
    }
}

extension DeskSettings {
    init(_ settings: Settings, tongue: Tongue) {
        self.init(
            tongue: tongue, theme: settings.theme, sendCountdown: settings.sendCountdown,
            enterBreaksLine: settings.enterBreaksLine,
            ringsForNewCustomers: settings.ringsForNewCustomers, coaches: settings.coaches)
    }
}
