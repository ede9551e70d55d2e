import Console
import Engine
import Foundation
import Grading
import Replaying
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
        /// Begins at the typing drill.
        var drills = false
        /// A stored shift to be gone through again.
        var replay: Replayed?
        /// Large, for a class.
        var presents = false
        /// The model run plays by itself.
        var demo: DemoPlayer.Pace?
        /// What is shown is written to this file.
        var cast: String?
        /// How the person is called in the shift's file.
        var trainee: String?
        var contest: ContestTerms?
    }

    /// Which shift, and from which moment.
    struct Replayed {
        var name: String
        var moment: MomentWish?
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
        // A crowd to be measured and a demonstration are kept nowhere lasting.
        let passing =
            wishes.crowd == nil && wishes.demo == nil
            ? nil : NSTemporaryDirectory() + "/xiaoer-passing-\(getpid())"
        defer {
            // Made by us a moment ago, for nobody else.
            if let passing { try? FileManager.default.removeItem(atPath: passing) }
        }
        let program = DeskProgram(
            library: library, folders: folders, shifts: passing ?? folders.shifts,
            settings: settings, seed: wishes.seed)
        program.trainee = wishes.trainee
        let display: NcursesDisplay
        do { display = try NcursesDisplay(monochrome: themes.theme.name == "mono") } catch {
            throw Failure(
                code: 74,
                sentence: Bilingual(
                    zh: "打不开终端：\(error)", en: "The terminal cannot be opened: \(error)"))
        }
        var chosenSettings = DeskSettings(settings, tongue: settings.language ?? Speech.tongue)
        // The model run sends when it sends.
        if wishes.demo != nil { chosenSettings.sendCountdown = .zero }
        let desk = program.desk(
            settings: chosenSettings, themes: themes, keymaps: keymaps, size: display.size,
            profile: display.profile)
        if let replay = wishes.replay {
            desk.showStart()
            desk.openReplay(replay.name, with: program, at: replay.moment)
        } else if wishes.atDesk {
            try openShift(on: desk, program)
        } else if wishes.drills {
            desk.showDrills()
        } else {
            desk.showStart()
        }
        try beginShow(on: desk, program)
        let cast = try wishes.cast.map { try CastFile($0, size: desk.size) }
        if let settingsFault { desk.tell(settingsFault.words) }
        for words in [settingsFault?.words].compactMap({ $0 }) + problems.map(\.words) {
            IncidentLog.ofUser?.note(words, in: .settings)
        }
        for problem in problems.prefix(1) { desk.tell(problem.words) }
        let watched = [
            library.data.themes, folders.themes, library.data.keymaps, folders.keymaps,
            folders.config,
        ]
        serve(desk, program, display, FolderWatch(watched), cast)
    }

    /// For a class: large, and with the captions of the pack, played or in the teacher's hands.
    private func beginShow(on desk: Desk, _ program: DeskProgram) throws {
        if let shift = desk.shift, wishes.demo != nil || wishes.presents {
            let script = try program.script(of: shift)
            if let pace = wishes.demo {
                desk.play(DemoPlayer(script, pace: pace))
            } else {
                desk.play(
                    DemoPlayer(script, pace: DemoPlayer.Pace(stops: true), canPlay: false))
            }
        }
        if wishes.presents { desk.present(true) }
    }

    private func openShift(on desk: Desk, _ program: DeskProgram) throws {
        let opening = try ShiftOpening(
            try program.premises(wishes.pack ?? "first-shift"),
            tongue: wishes.tongue ?? program.settings.language ?? Speech.tongue,
            seed: wishes.seed, scenarios: wishes.scenarios, filled: wishes.crowd,
            trainee: wishes.trainee ?? program.settings.trainee, contest: wishes.contest)
        do {
            let opened = try program.begin(opening)
            if let crowd = wishes.crowd { try opened.shift.fill(with: crowd) }
            desk.open(
                opened.shift,
                clock: DeskClock(isPaused: wishes.isPaused, speed: wishes.contest?.clock ?? 1))
        } catch let fault as StorageFault {
            throw Failure(code: fault.exitCode, sentence: fault.words)
        } catch let fault as ShiftFault {
            throw Failure.input(
                Bilingual(zh: fault.sentence(in: .chinese), en: fault.sentence(in: .english)))
        }
    }

    private func serve(
        _ desk: Desk, _ program: DeskProgram, _ display: consuming NcursesDisplay,
        _ files: FolderWatch?, _ cast: CastFile?
    ) {
        if let files { display.watch(files.descriptor) }
        program.grant(&display, desk)
        var clock = ContinuousClock.now
        while !desk.hasQuit {
            program.tellProblems(on: desk)
            let picture = desk.draw()
            display.present(picture)
            if let cast {
                cast.take(picture)
                if let trouble = cast.newTrouble() { desk.tell(trouble) }
            }
            program.putUnderKeys(on: desk)
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
            program.grant(&display, desk)
        }
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
