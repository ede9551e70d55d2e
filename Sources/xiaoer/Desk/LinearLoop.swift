import Console
import Engine
import Foundation
import Glibc
import Shifts
import Storage
import Terminal

/// The loop under the linear desk: lines in, lines out, nothing drawn. It works in a dumb terminal
/// and through a pipe.
struct LinearLoop {
    let library: Library
    let wishes: DeskLoop.Opening

    func run() throws {
        let folders = try Folders.here()
        var settings = Settings()
        var fault: StorageFault?
        do { settings = try Settings(file: folders.settingsFile) } catch { fault = error }
        if let tongue = wishes.tongue { settings.language = tongue }
        let program = DeskProgram(
            library: library, folders: folders, shifts: folders.shifts, settings: settings,
            seed: wishes.seed)
        let desk = program.desk(
            settings: DeskSettings(settings, tongue: settings.language ?? Speech.tongue),
            themes: ThemeShelf(folders: []),
            keymaps: KeymapShelf(
                folders: [library.data.keymaps, folders.keymaps], file: folders.keysFile),
            size: LinearDesk.size)
        let linear = LinearDesk(desk)
        if let fault { write(fault.words[desk.tongue]) }
        if !(try goOn(on: desk, linear, program)) {
            try begin(on: desk, program, settings)
        }
        serve(linear, desk, program)
    }

    /// Whoever asks for no other shift goes on where they left the last one.
    private func goOn(
        on desk: Desk, _ linear: LinearDesk, _ program: DeskProgram
    ) throws -> Bool {
        guard wishes.pack == nil, wishes.scenarios.isEmpty, wishes.seed == nil,
            let left = program.startMenu().unfinished.first(where: { $0.holder == nil })
        else { return false }
        do {
            let opened = try program.resume(left.id)
            guard !opened.shift.isOver else { return false }
            var clock = opened.clock
            if opened.shift.card.contest == nil { clock.isPaused = wishes.isPaused }
            desk.open(opened.shift, clock: clock)
            write(linear.wentOn(from: opened.shift.now))
            return true
        } catch {
            // What cannot be gone on with stays, and another is begun.
            write(error.sentence[desk.tongue])
            return false
        }
    }

    private func begin(on desk: Desk, _ program: DeskProgram, _ settings: Settings) throws {
        let opening = try ShiftOpening(
            try program.premises(wishes.pack ?? "first-shift"),
            tongue: settings.language ?? Speech.tongue, seed: wishes.seed,
            scenarios: wishes.scenarios, trainee: wishes.trainee ?? settings.trainee)
        do {
            desk.open(
                try program.begin(opening).shift, clock: DeskClock(isPaused: wishes.isPaused))
        } catch let fault as StorageFault {
            throw Failure(code: fault.exitCode, sentence: fault.words)
        }
    }

    private func serve(_ linear: LinearDesk, _ desk: Desk, _ program: DeskProgram) {
        linear.opening().forEach(write)
        var lines = LineReader()
        var clock = ContinuousClock.now
        while !linear.hasQuit {
            program.tellProblems(on: desk)
            program.putUnderKeys(on: desk)
            // A pipe has no clipboard and no bell; the words of the shop are for the desk itself.
            if let words = program.wishes.words { desk.words = words }
            program.wishes = DeskProgram.Wishes()
            let line = lines.next(timeoutMilliseconds: linear.nextWake)
            let now = ContinuousClock.now
            let elapsed = Int((now - clock) / .milliseconds(1))
            clock += .milliseconds(elapsed)
            linear.elapse(elapsed).forEach(write)
            switch line {
            case .line(let text): linear.hear(text).forEach(write)
            case .nothingYet: break
            // Whoever closes the pipe has gone, whatever lay open.
            case .ended: desk.handle([.hangup])
            }
        }
    }
}

/// Lines from standard input, without blocking the clock.
struct LineReader {
    enum Answer {
        case line(String)
        case nothingYet
        case ended
    }

    private var bytes: [UInt8] = []
    private var hasEnded = false
    /// More than any sentence: what goes on longer is taken as it stands.
    private static let longest = 64 * 1024

    /// The next line, or that none came in time.
    mutating func next(timeoutMilliseconds: Int?) -> Answer {
        if let line = cut() { return .line(line) }
        if hasEnded { return .ended }
        var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, Int32(clamping: timeoutMilliseconds ?? -1)) > 0 else {
            return .nothingYet
        }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(STDIN_FILENO, &buffer, buffer.count)
        if count > 0 {
            bytes += buffer[..<count]
        } else if count == 0 || errno != EINTR {
            hasEnded = true
            if !bytes.isEmpty { bytes.append(0x0A) }
        }
        return cut().map { .line($0) } ?? (hasEnded ? .ended : .nothingYet)
    }

    private mutating func cut() -> String? {
        let end = bytes.firstIndex(of: 0x0A)
        guard end != nil || bytes.count > Self.longest else { return nil }
        let line = String(decoding: bytes[..<(end ?? bytes.count)], as: UTF8.self)
        bytes.removeFirst(min(bytes.count, (end ?? bytes.count) + 1))
        return line
    }
}
